import { useState } from 'react';
import { CORRECT } from '../../words/text/correct.ts';
import type { Option } from './fields.ts';

interface TokensFieldProps {
  readonly id: string;
  readonly name: string;
  readonly first: readonly Option[];
  /** Who can be added. */
  readonly others: readonly Option[];
  /** Options at the beginning that stay where they are: the outlet of a chain. */
  readonly fixed: number;
  /** What is sent where nobody is left. */
  readonly empty: string;
}

/** Several of those whom the page names, in an order: who says so, who did it. */
export function TokensField({ id, name, first, others, fixed, empty }: TokensFieldProps) {
  const [chosen, setChosen] = useState(first);
  const values = chosen.map(({ value }) => value);
  const left = others.filter(({ value }) => !values.includes(value));
  const without = (at: number) => chosen.filter((_, each) => each !== at);
  const outward = (at: number) => {
    const next = [...chosen];
    const [moved] = next.splice(at, 1);
    if (moved !== undefined) next.splice(at - 1, 0, moved);
    setChosen(next);
  };
  return (
    <div className="tokens">
      <input type="hidden" name={name} value={values.length === 0 ? empty : values.join(',')} />
      {chosen.length === 0 && <p className="muted">{CORRECT.nobody}</p>}
      <ol>
        {chosen.map(({ value, words }, at) => (
          <li key={value} className="token">
            <span dir="auto">{words}</span>
            {at > fixed && (
              <button
                type="button"
                className="link"
                aria-label={CORRECT.earlier(words)}
                onClick={() => outward(at)}
              >
                <span aria-hidden="true">{'↑'}</span>
              </button>
            )}
            {at >= fixed && (
              <button
                type="button"
                className="link"
                aria-label={CORRECT.remove(words)}
                onClick={() => setChosen(without(at))}
              >
                <span aria-hidden="true">{'×'}</span>
              </button>
            )}
          </li>
        ))}
      </ol>
      <select
        id={id}
        value=""
        onChange={(event) => {
          const added = left.find(({ value }) => value === event.target.value);
          if (added !== undefined) setChosen([...chosen, added]);
        }}
      >
        <option value="">{CORRECT.add}</option>
        {left.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
