import type { Assessment, Contribution, Matrix } from '../../../model/forecast.ts';
import { formatRatio } from '../../../model/likelihood-ratio.ts';
import { makeThingKey } from '../../../model/thing.ts';
import { StateSign } from '../components/StateSign.tsx';
import { Door } from '../evidence/Door.tsx';
import { Comments } from '../together/Comments.tsx';
import { describeOrigins } from '../words/picture.ts';
import { HYPOTHESES } from '../words/text/hypotheses.ts';
import { describeCell, measureCell, nameColumn, orderRows, type RowOrder } from './matrix.ts';

type Row = Matrix['rows'][number];

/** What a row rests on, or why it is empty. */
function State({
  row,
  contribution,
}: {
  readonly row: Row;
  readonly contribution: Contribution | undefined;
}) {
  if (row.state !== 'observed' || contribution === undefined) return <StateSign state={row.state} />;
  const isCounted = contribution.logOdds !== 0;
  return HYPOTHESES.origins(describeOrigins(contribution.tree), isCounted);
}

interface CellProps {
  readonly problem: string;
  readonly row: Row;
  readonly at: number;
  readonly hypothesis: string;
}

function Cell({ problem, row, at, hypothesis }: CellProps) {
  const cell = row.cells[at]!;
  const { sign, factor } = formatRatio(cell);
  const side = cell < 0 ? 'against' : 'for';
  return (
    <td className={`cell cell-${side}-${measureCell(cell)}`}>
      <Door to={{ kind: 'problem', problem, part: row.id }} className="cell-door" title={hypothesis} isBeside>
        <span className="cell-letter">{nameColumn(at)}</span>
        <span className="unseen">{describeCell(cell)}</span>
        <span className="cell-sign" aria-hidden="true">
          {sign}
        </span>
        <span className="cell-factor">{factor}</span>
      </Door>
    </td>
  );
}

/** How far a row tells the hypotheses apart; of what is not seen, how far it would. */
function Spread({ row: { diagnosticity, state } }: { readonly row: Row }) {
  const { factor } = formatRatio(diagnosticity);
  return (
    <td className="spread">
      <span className="cell-letter">{HYPOTHESES.tells} </span>
      {state === 'observed' ? factor : HYPOTHESES.wouldBe(factor)}
    </td>
  );
}

interface EvidenceTableProps {
  readonly assessment: Assessment;
  readonly matrix: Matrix;
  readonly order: RowOrder;
}

/** Rows of evidence against columns of hypotheses. Each is a door to its origins and claims. */
export function EvidenceTable({ assessment, matrix, order }: EvidenceTableProps) {
  const { problem } = assessment;
  const contributions = new Map(assessment.contributions.map((each) => [each.id, each]));
  return (
    <table className="matrix">
      <thead>
        <tr>
          <th scope="col">{HYPOTHESES.row}</th>
          {matrix.hypotheses.map(({ id, title }, at) => (
            <th key={id} scope="col" title={title}>
              {nameColumn(at)}
              <span className="unseen"> {title}</span>
            </th>
          ))}
          <th scope="col" aria-sort={order === 'telling' ? 'descending' : 'none'} className="spread">
            {HYPOTHESES.tellsApart}
          </th>
        </tr>
      </thead>
      <tbody>
        {orderRows(matrix.rows, order).map((row) => (
          <tr key={row.id} className={row.state === 'observed' ? 'row-seen' : 'row-open'}>
            <th scope="row">
              <Door to={{ kind: 'problem', problem, part: row.id }} className="matrix-door">
                {row.title}
              </Door>
              <span className="relation">
                <State row={row} contribution={contributions.get(row.id)} />
              </span>
              <Comments
                of={makeThingKey('indicator', `${problem}/${row.id}`)}
                within={`indicator:${problem}/*`}
                label={row.title}
                isSmall
              />
            </th>
            {matrix.hypotheses.map(({ id, title }, at) => (
              <Cell key={id} problem={problem} row={row} at={at} hypothesis={title} />
            ))}
            <Spread row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
