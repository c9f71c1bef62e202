import type { DefinitionEdit } from '../../../model/definition.ts';
import type { Assessment, Matrix } from '../../../model/forecast.ts';
import { STRENGTHS, type Strength } from '../../../model/problem.ts';
import { EDITING } from '../words/text/problem.ts';
import { nameColumn } from './matrix.ts';

const WORDS = Object.keys(STRENGTHS) as readonly Strength[];

interface CellsProps {
  readonly assessment: Assessment;
  readonly matrix: Matrix;
  readonly edits: readonly DefinitionEdit[];
  readonly onEdit: (edit: DefinitionEdit) => void;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: Strength | undefined;
  readonly onChoose: (value: Strength | undefined) => void;
  readonly isOptional?: boolean;
}

function Choice({ label, value, onChoose, isOptional = false }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChoose(WORDS.find((word) => word === currentTarget.value))}
    >
      {isOptional && <option value="">{EDITING.usual}</option>}
      {WORDS.map((word) => (
        <option key={word}>{word}</option>
      ))}
    </select>
  );
}

/** The word of a row, and what it tells of each hypothesis, as fields. What is computed from them stands beneath, once it is. */
export function EditCells({ assessment, matrix, edits, onEdit }: CellsProps) {
  const named = matrix.hypotheses.filter(({ share }) => share !== undefined);
  const windows = new Set(
    assessment.contributions.flatMap(({ id, readings }) => (readings === undefined ? [id] : [])),
  );
  const unseen = new Set(
    assessment.contributions.flatMap(({ id, coverage }) => (coverage === undefined ? [] : [id])),
  );
  const findStrength = (id: string) =>
    edits.find((each) => each.edit === 'strength' && each.sign === id) as
      | Extract<DefinitionEdit, { edit: 'strength' }>
      | undefined;
  const findTells = (id: string, hypothesis: string) =>
    edits.find((each) => each.edit === 'tells' && each.sign === id && each.hypothesis === hypothesis) as
      | Extract<DefinitionEdit, { edit: 'tells' }>
      | undefined;
  const findShare = (id: string) =>
    edits.find((each) => each.edit === 'share' && each.hypothesis === id) as
      | Extract<DefinitionEdit, { edit: 'share' }>
      | undefined;
  return (
    <div className="edit-cells">
      <table className="edit-table">
        <caption className="unseen">{EDITING.cells}</caption>
        <thead>
          <tr>
            <th scope="col">{EDITING.row}</th>
            <th scope="col">{EDITING.strength}</th>
            {named.map(({ id, title }) => (
              <th key={id} scope="col" title={title}>
                {nameColumn(matrix.hypotheses.findIndex((each) => each.id === id))}
                <span className="unseen"> {title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {named.length > 0 && (
            <tr>
              <th scope="row">{EDITING.share}</th>
              <td />
              {named.map(({ id, title, share = 1 }) => (
                <td key={id}>
                  <input
                    type="number"
                    min="0.1"
                    max="1000"
                    step="any"
                    aria-label={EDITING.shareOf(title)}
                    defaultValue={findShare(id)?.share ?? share}
                    onChange={({ currentTarget: { valueAsNumber } }) => {
                      if (valueAsNumber > 0) onEdit({ edit: 'share', hypothesis: id, share: valueAsNumber });
                    }}
                  />
                </td>
              ))}
            </tr>
          )}
          {matrix.rows.map((row) => {
            const found = assessment.contributions.find(({ id }) => id === row.id);
            const isWindow = windows.has(row.id) && !unseen.has(row.id);
            return (
              <tr key={row.id}>
                <th scope="row" dir="auto">
                  {row.title}
                </th>
                <td>
                  <Choice
                    label={EDITING.strengthOf(row.title)}
                    value={findStrength(row.id)?.strength ?? found?.strength}
                    onChoose={(strength) =>
                      strength !== undefined && onEdit({ edit: 'strength', sign: row.id, strength })
                    }
                  />
                </td>
                {named.map(({ id, title }) => {
                  const edited = findTells(row.id, id);
                  return (
                    <td key={id}>
                      {!isWindow && (
                        <Choice
                          label={EDITING.tellsOf(row.title, title)}
                          value={edited === undefined ? row.tells?.[id] : edited.strength}
                          isOptional
                          onChoose={(strength) =>
                            onEdit({
                              edit: 'tells',
                              sign: row.id,
                              hypothesis: id,
                              ...(strength === undefined ? {} : { strength }),
                            })
                          }
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
