import { type FormEvent, useId } from 'react';
import type { DraftSentence } from '../../../model/brief.ts';
import type { ClaimRef } from '../../../model/report.ts';
import { BRIEF } from '../words/text/problem.ts';

type Own = Extract<DraftSentence, { kind: 'own' }>;

const nameClaim = ({ document, claim }: ClaimRef) => `${document}#${claim}`;

interface OwnProps {
  readonly label: string;
  /** What it was, where it is changed. */
  readonly before?: Own;
  /** Claims that may well be cited: those of the section. */
  readonly claims: readonly ClaimRef[];
  /** Says whether it was saved: what was typed stays until it was. */
  readonly onSave: (given: Pick<Own, 'text' | 'claims'>) => Promise<boolean>;
  readonly onCancel?: () => void;
}

/** A sentence of an analyst with the claims that it cites. */
export function OwnSentence({ label, before, claims, onSave, onCancel }: OwnProps) {
  const text = useId();
  const other = useId();
  const offered = new Set(claims.map(nameClaim));
  const cited = new Set(before?.claims ?? []);
  const others = [...cited].filter((claim) => !offered.has(claim));
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const typed = String(data.get('other') ?? '')
      .split(/[\s,]+/)
      .filter((claim) => claim !== '');
    const isSaved = await onSave({
      text: String(data.get('text') ?? '').trim(),
      claims: [...new Set([...data.getAll('claim').map(String), ...typed])],
    });
    if (isSaved && before === undefined) form.reset();
  };
  return (
    <form className="own-sentence" aria-label={label} onSubmit={(event) => void save(event)}>
      <label htmlFor={text}>{BRIEF.text}</label>
      <textarea
        id={text}
        name="text"
        rows={2}
        required
        maxLength={500}
        dir="auto"
        defaultValue={before?.text}
      />
      <fieldset>
        <legend>{BRIEF.cites}</legend>
        {claims.map((claim) => (
          <label key={nameClaim(claim)} className="own-claim">
            <input
              type="checkbox"
              name="claim"
              value={nameClaim(claim)}
              defaultChecked={cited.has(nameClaim(claim))}
            />
            <span dir="auto">{BRIEF.quoted(claim.outlet, claim.words)}</span>
          </label>
        ))}
        <label htmlFor={other}>{BRIEF.otherClaims}</label>
        <input
          id={other}
          name="other"
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={BRIEF.otherExample}
          defaultValue={others.join(' ')}
        />
      </fieldset>
      <button type="submit" className="button">
        {BRIEF.save}
      </button>
      {onCancel !== undefined && (
        <button type="button" className="button" onClick={onCancel}>
          {BRIEF.cancel}
        </button>
      )}
    </form>
  );
}
