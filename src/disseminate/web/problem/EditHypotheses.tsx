import { useState } from 'react';
import type { DefinitionEdit, DefinitionTrial } from '../../../model/definition.ts';
import type { Assessment, Matrix } from '../../../model/forecast.ts';
import { formatPercent } from '../../../model/probability.ts';
import { ApiError } from '../api/client.ts';
import { usePutDefinition, useTryEdits } from '../api/definitions.ts';
import { announce } from '../components/announce.ts';
import { Failed } from '../components/States.tsx';
import { describeHorizon } from '../words/probability.ts';
import { EDITING } from '../words/text/problem.ts';
import { AddHypothesis, AddRow } from './AddForms.tsx';
import { EditCells } from './EditCells.tsx';
import { addEdit, describeEdit } from './edits.ts';
import '../styles/editing.css';

/** Changes that were not saved, by problem: another view may be looked at in between. */
const drafts = new Map<string, readonly DefinitionEdit[]>();

const findLeading = ({ horizons, leading }: Assessment) =>
  horizons.find(({ days }) => days === leading) ?? horizons[0]!;

/** The numbers now, and as the changes would make them. */
function Comparison({ now, then }: { readonly now: Assessment; readonly then: Assessment }) {
  const before = new Map((now.matrix?.hypotheses ?? []).map((each) => [each.id, each.posterior]));
  return (
    <table className="edit-table edit-result">
      <thead>
        <tr>
          <td />
          <th scope="col">{EDITING.before}</th>
          <th scope="col">{EDITING.after}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{EDITING.probability(describeHorizon(then.leading))}</th>
          <td>{formatPercent(findLeading(now).probability.p)}</td>
          <td>{formatPercent(findLeading(then).probability.p)}</td>
        </tr>
        {(then.matrix?.hypotheses ?? []).map(({ id, title, posterior }) => {
          const p = before.get(id);
          return (
            <tr key={id}>
              <th scope="row" dir="auto">
                {title}
              </th>
              <td>{p === undefined ? EDITING.isNew : formatPercent(p)}</td>
              <td>{formatPercent(posterior)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Faults({ faults }: Pick<DefinitionTrial, 'faults'>) {
  if (faults.length === 0) return null;
  return (
    <div role="alert">
      <p>{EDITING.faults(faults.length)}</p>
      <ul className="definition-faults">
        {faults.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            {EDITING.line(line)} {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface EditProps {
  readonly assessment: Assessment;
  readonly matrix: Matrix;
}

/** Weights, hypotheses and rows as an analyst changes them: in the problem's own file, tried before it is saved. */
export function EditHypotheses({ assessment, matrix }: EditProps) {
  const { problem, problemVersion } = assessment;
  const [edits, setEdits] = useState(() => drafts.get(problem) ?? []);
  const [by, setBy] = useState('');
  const [note, setNote] = useState('');
  const attempt = useTryEdits(problem);
  const save = usePutDefinition(problem);
  const change = (next: readonly DefinitionEdit[]) => {
    setEdits(next);
    drafts.set(problem, next);
    attempt.reset();
    save.reset();
  };
  const onEdit = (edit: DefinitionEdit) => change(addEdit(edits, edit));
  const isReady = edits.length > 0 && by.trim() !== '' && note.trim() !== '';
  const isBusy = attempt.isPending || save.isPending;
  const tried = attempt.data;
  const keep = async (trial: DefinitionTrial) => {
    await save.mutateAsync({ text: trial.text, base: problemVersion });
    change([]);
    setNote('');
    announce(EDITING.saved);
  };
  const error = save.error ?? attempt.error;
  return (
    <section className="picture-part editing" aria-labelledby="editing">
      <h2 id="editing">{EDITING.title}</h2>
      <p className="note">{EDITING.note}</p>
      <EditCells key={problemVersion} assessment={assessment} matrix={matrix} edits={edits} onEdit={onEdit} />
      <AddHypothesis onEdit={onEdit} />
      <AddRow onEdit={onEdit} />
      {edits.length > 0 && (
        <>
          <h3>{EDITING.pending(edits.length)}</h3>
          <ul className="edit-pending">
            {edits.map((edit) => (
              <li key={JSON.stringify(edit)}>
                <span dir="auto">{describeEdit(edit, assessment)}</span>{' '}
                <button
                  type="button"
                  className="link"
                  onClick={() => change(edits.filter((each) => each !== edit))}
                >
                  {EDITING.drop}
                </button>
              </li>
            ))}
          </ul>
          <p className="edit-field">
            <label htmlFor="edit-by">{EDITING.by}</label>
            <input
              id="edit-by"
              value={by}
              maxLength={80}
              autoComplete="name"
              onChange={({ currentTarget }) => {
                setBy(currentTarget.value);
                attempt.reset();
              }}
            />
          </p>
          <p className="edit-field">
            <label htmlFor="edit-note">{EDITING.reason}</label>
            <input
              id="edit-note"
              value={note}
              maxLength={1000}
              dir="auto"
              onChange={({ currentTarget }) => {
                setNote(currentTarget.value);
                attempt.reset();
              }}
            />
          </p>
          <div className="definition-buttons">
            <button
              type="button"
              className="button"
              disabled={!isReady || isBusy}
              onClick={() => attempt.mutate({ base: problemVersion, edits, by, note })}
            >
              {EDITING.preview}
            </button>
            <button
              type="button"
              className="button button-main"
              disabled={tried?.assessment === undefined || isBusy}
              onClick={() => tried !== undefined && void keep(tried).catch(() => undefined)}
            >
              {EDITING.save}
            </button>
            <button type="button" className="button" disabled={isBusy} onClick={() => change([])}>
              {EDITING.discard}
            </button>
          </div>
        </>
      )}
      {error !== null && <Failed error={explain(error)} />}
      {tried !== undefined && <Faults faults={tried.faults} />}
      {tried?.assessment !== undefined && <Comparison now={assessment} then={tried.assessment} />}
    </section>
  );
}

/** Somebody else was quicker: the changes stay. */
function explain(error: Error): Error {
  if (!(error instanceof ApiError) || error.status !== 409) return error;
  return new ApiError({ title: error.title, detail: EDITING.conflict, status: error.status });
}
