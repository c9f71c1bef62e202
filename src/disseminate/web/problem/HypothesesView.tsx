import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Assessment, Matrix } from '../../../model/forecast.ts';
import { formatRatio } from '../../../model/likelihood-ratio.ts';
import { formatPercent } from '../../../model/probability.ts';
import { useStatus } from '../api/queries.ts';
import { useAsOf } from '../components/instant.ts';
import { Phrase } from '../components/Phrase.tsx';
import { usePageRoving } from '../components/roving.ts';
import { Empty, Loading } from '../components/States.tsx';
import { Door } from '../evidence/Door.tsx';
import { HYPOTHESES } from '../words/text/hypotheses.ts';
import { EDITING } from '../words/text/problem.ts';
import { EvidenceTable } from './EvidenceTable.tsx';
import { nameColumn, type RowOrder } from './matrix.ts';

const EditHypotheses = lazy(() =>
  import('./EditHypotheses.tsx').then((module) => ({ default: module.EditHypotheses })),
);

interface MatrixProps {
  readonly problem: string;
  readonly matrix: Matrix;
}

/** Before as a tick, now as a bar. */
function ShareBar({ prior, posterior }: { readonly prior: number; readonly posterior: number }) {
  const percent = (share: number) => `${share * 100}%`;
  return (
    <svg className="p-bar share-bar" width="100%" height="16" aria-hidden="true">
      <rect className="p-track" x="0" y="4" width="100%" height="8" rx="2" />
      <rect className="p-fill" x="0" y="4" width={percent(posterior)} height="8" rx="2" />
      <line className="p-base" x1={percent(prior)} x2={percent(prior)} y1="0" y2="16" />
    </svg>
  );
}

function Hypotheses({ problem, matrix: { hypotheses } }: MatrixProps) {
  return (
    <ol className="hypotheses">
      {hypotheses.map(({ id, title, why, answer, prior, posterior }, at) => (
        <li key={id} className="hypothesis">
          <span className="hypothesis-letter">{nameColumn(at)}</span>
          <div className="hypothesis-words">
            <h3>{title}</h3>
            <p className="muted">
              {HYPOTHESES.answers(answer)} · {why}
            </p>
          </div>
          <Door to={{ kind: 'problem', problem }} className="hypothesis-numbers">
            <span className="hypothesis-now">{formatPercent(posterior)}</span>
            <span className="muted">{HYPOTHESES.before(formatPercent(prior))}</span>
            <ShareBar prior={prior} posterior={posterior} />
          </Door>
        </li>
      ))}
    </ol>
  );
}

const ORDERS: readonly RowOrder[] = ['telling', 'counted'];

function OrderChoice({ order: chosen }: { readonly order: RowOrder }) {
  return (
    <nav className="views choice" aria-label={HYPOTHESES.order}>
      {ORDERS.map((order) => (
        <Link
          key={order}
          to="."
          search={(search) => ({ ...search, rows: order === 'counted' ? 'counted' : undefined })}
          replace
          resetScroll={false}
          // The address without an order would else be taken for a part of the one with it.
          activeOptions={{ exact: true }}
          className="view"
          activeProps={{}}
          aria-current={order === chosen ? 'true' : undefined}
        >
          {HYPOTHESES.orders[order]}
        </Link>
      ))}
    </nav>
  );
}

function LookNext({ problem, matrix: { next } }: MatrixProps) {
  if (next.length === 0) return null;
  const most = next[0]!.gain;
  return (
    <section className="picture-part" aria-labelledby="look-next">
      <h2 id="look-next">{HYPOTHESES.next}</h2>
      <p className="note">{HYPOTHESES.nextNote}</p>
      <ol className="look-next">
        {next.map(({ id, title, gain }) => (
          <li key={id}>
            <span className="gain">
              <svg width="100%" height="12" aria-hidden="true">
                <rect className="p-fill" x="0" y="2" width={`${(100 * gain) / most}%`} height="8" rx="2" />
              </svg>
              <span>{HYPOTHESES.bits(gain < 0.001 ? '<0.001' : gain.toFixed(3))}</span>
            </span>
            <Door to={{ kind: 'problem', problem, part: id }} className="matrix-door">
              {title}
            </Door>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface HypothesesViewProps {
  readonly assessment: Assessment;
  readonly order: RowOrder;
  readonly isEdited: boolean;
}

/** Opens the fields in which hypotheses and weights are changed, where they may be. */
function Editing({ assessment, isEdited }: { readonly assessment: Assessment; readonly isEdited: boolean }) {
  const asOf = useAsOf();
  const { data: status } = useStatus(asOf);
  if (asOf !== undefined) return <p className="note">{EDITING.fixedThen}</p>;
  if (status?.readOnly !== undefined) return <p className="note">{status.readOnly}</p>;
  return (
    <>
      <p className="edit-open">
        <Link
          to="."
          search={(search) => ({ ...search, edit: isEdited ? undefined : 'on' })}
          replace
          resetScroll={false}
          className="button"
          activeProps={{}}
          aria-expanded={isEdited}
        >
          {EDITING.open}
        </Link>
      </p>
      {isEdited && assessment.matrix !== undefined && (
        <Suspense fallback={<Loading label={EDITING.title} lines={6} />}>
          <EditHypotheses assessment={assessment} matrix={assessment.matrix} />
        </Suspense>
      )}
    </>
  );
}

/** The evidence against the hypotheses: a view of how the probability was computed. */
export function HypothesesView({ assessment, order, isEdited }: HypothesesViewProps) {
  const { problem, matrix, leading, horizons } = assessment;
  const frame = usePageRoving<HTMLDivElement>('.matrix-door');
  if (matrix === undefined) return <Empty title={HYPOTHESES.none} />;
  const shown = horizons.find(({ days }) => days === leading);
  return (
    <div ref={frame}>
      <section className="picture-part" aria-labelledby="hypotheses">
        <h2 id="hypotheses">{HYPOTHESES.title}</h2>
        {shown !== undefined && (
          <p className="note">
            {HYPOTHESES.within(leading)}{' '}
            <Phrase
              words={HYPOTHESES.note}
              parts={{
                probability: (
                  <Door to={{ kind: 'problem', problem }}>{formatPercent(shown.probability.p)}</Door>
                ),
                baseRate: <Door to={{ kind: 'base', problem }}>{formatPercent(shown.baseRate.p)}</Door>,
              }}
            />
          </p>
        )}
        <Hypotheses problem={problem} matrix={matrix} />
      </section>
      <section className="picture-part" aria-labelledby="evidence">
        <div className="why-head">
          <h2 id="evidence">{HYPOTHESES.evidence}</h2>
          <OrderChoice order={order} />
        </div>
        <p className="note">
          {HYPOTHESES.evidenceNote(
            formatRatio(Math.log(2)).sign,
            formatRatio(Math.log(4)).sign,
            formatRatio(-Math.log(2)).sign,
          )}
        </p>
        <EvidenceTable assessment={assessment} matrix={matrix} order={order} />
        <Editing assessment={assessment} isEdited={isEdited} />
      </section>
      <LookNext problem={problem} matrix={matrix} />
    </div>
  );
}
