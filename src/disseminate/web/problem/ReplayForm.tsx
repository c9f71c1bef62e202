import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Assessment } from '../../../model/forecast.ts';
import { REPLAY } from '../words/text/replay.ts';
import { type ReplayChoice, STEPS } from './replay.ts';

const problemRoute = getRouteApi('/problems/$id');

interface ReplayFormProps {
  readonly assessment: Assessment;
  readonly choice: ReplayChoice;
}

/** Which days are gone through, in which steps, and without which signs. What is chosen stands in the address. */
export function ReplayForm({ assessment, choice }: ReplayFormProps) {
  const navigate = problemRoute.useNavigate();
  const [draft, setDraft] = useState(choice);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { without, ...span } = draft;
    void navigate({
      search: (search) => ({
        ...search,
        ...span,
        without: without.length === 0 ? undefined : without.join(','),
      }),
      resetScroll: false,
    });
  };
  const toggle = (id: string) => {
    const { without } = draft;
    setDraft({
      ...draft,
      without: without.includes(id) ? without.filter((each) => each !== id) : [...without, id],
    });
  };
  const signs = assessment.contributions.map(({ id, title }) => ({ id, title }));
  return (
    <form className="replay-form" onSubmit={submit}>
      <label>
        <span>{REPLAY.from}</span>
        <input
          type="date"
          required
          value={draft.from}
          max={draft.to}
          onChange={(event) => setDraft({ ...draft, from: event.target.value })}
        />
      </label>
      <label>
        <span>{REPLAY.to}</span>
        <input
          type="date"
          required
          value={draft.to}
          onChange={(event) => setDraft({ ...draft, to: event.target.value })}
        />
      </label>
      <label>
        <span>{REPLAY.every}</span>
        <select value={draft.step} onChange={(event) => setDraft({ ...draft, step: event.target.value })}>
          {STEPS.map(([step, name]) => (
            <option key={step} value={step}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        {REPLAY.submit}
      </button>
      <details className="replay-signs" open={draft.without.length > 0}>
        <summary>
          {draft.without.length === 0
            ? REPLAY.withEverySign
            : REPLAY.withoutSigns(draft.without.length, signs.length)}
        </summary>
        <fieldset>
          <legend className="unseen">{REPLAY.signs}</legend>
          {signs.map(({ id, title }) => (
            <label key={id}>
              <input type="checkbox" checked={!draft.without.includes(id)} onChange={() => toggle(id)} />
              <span>{title}</span>
            </label>
          ))}
        </fieldset>
      </details>
    </form>
  );
}
