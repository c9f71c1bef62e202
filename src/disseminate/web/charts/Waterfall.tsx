import type { ReactNode } from 'react';
import type { Assessment } from '../../../model/forecast.ts';
import { formatInterval, formatPercent } from '../../../model/probability.ts';
import { Phrase } from '../components/Phrase.tsx';
import { When } from '../components/When.tsx';
import type { EvidenceTarget } from '../evidence/address.ts';
import { Door } from '../evidence/Door.tsx';
import { describeLearned } from '../words/indicators.ts';
import { describeCounts, describeStrength } from '../words/picture.ts';
import { describePoints } from '../words/probability.ts';
import { WATERFALL } from '../words/text/charts.ts';
import { COMMON } from '../words/text/common.ts';
import { makeWaterfall, type Step } from './contributions.ts';
import { ProbabilityBar } from './ProbabilityBar.tsx';

const percent = (share: number) => `${Math.min(Math.max(share, 0), 1) * 100}%`;

/** From before to after, as a bar: for is filled, against hatched. */
function StepBar({ from, to, top }: { readonly from: number; readonly to: number; readonly top: number }) {
  const low = Math.min(from, to) / top;
  const width = Math.abs(to - from) / top;
  const isDown = to < from;
  return (
    <svg className="step-bar" width="100%" height="28" aria-hidden="true">
      <line className="step-from" x1={percent(from / top)} x2={percent(from / top)} y1="0" y2="14" />
      <rect
        className={isDown ? 'step-down' : 'step-up'}
        x={percent(low)}
        // What is too small to be seen is still marked.
        width={percent(Math.max(width, 0.004))}
        y="8"
        height="12"
        fill={isDown ? 'url(#against)' : undefined}
      />
      <line className="step-from" x1={percent(to / top)} x2={percent(to / top)} y1="14" y2="28" />
    </svg>
  );
}

interface RowProps {
  readonly to: EvidenceTarget;
  readonly title: string;
  readonly facts: ReactNode;
  readonly amount: string;
  readonly className?: string;
  readonly children: ReactNode;
}

function Row({ to, title, facts, amount, className = '', children }: RowProps) {
  return (
    <li>
      <Door to={to} className={`step ${className}`}>
        <span className="step-words">
          <span className="step-title">{title}</span>
          <span className="step-facts">{facts}</span>
        </span>
        <span className="step-chart">{children}</span>
        <span className="step-amount">{amount}</span>
      </Door>
    </li>
  );
}

function Facts({ contribution }: Pick<Step, 'contribution'>) {
  const { tree, lastSeen, window: days } = contribution;
  const learned = describeLearned(contribution);
  return (
    <>
      {describeStrength(contribution)} · {describeCounts(tree)}
      {learned !== undefined && ` · ${learned}`}
      {lastSeen !== undefined && (
        <>
          {' · '} <Phrase words={WATERFALL.seen} parts={{ when: <When value={lastSeen} /> }} />
        </>
      )}
      {days !== undefined && (
        <>
          {' · '}
          {days.follows === undefined ? (
            <Phrase
              words={WATERFALL.window}
              parts={{ from: <When value={days.from} />, to: <When value={days.to} /> }}
            />
          ) : (
            <Phrase
              words={WATERFALL.following}
              parts={{
                from: <When value={days.from} />,
                to: <When value={days.to} />,
                day: <When value={days.follows.day} />,
              }}
            />
          )}
        </>
      )}
    </>
  );
}

/** `12 past incidents in 428 days`. */
function describePast({ incidents, history, days }: Assessment['baseRate']): string {
  return WATERFALL.past(incidents.length + history, days);
}

interface WaterfallChartProps {
  readonly assessment: Assessment;
  readonly horizon: Assessment['horizons'][number];
}

/** How the probability comes about: from the base rate, step by step. Each step is a door to its claims. */
export function WaterfallChart({ assessment, horizon }: WaterfallChartProps) {
  const { problem, contributions } = assessment;
  const leading = assessment.horizons.find(({ days }) => days === assessment.leading);
  const { steps, rest, top } = makeWaterfall(horizon, contributions, leading);
  const { probability, baseRate } = horizon;
  return (
    <div className="waterfall">
      <svg className="defs" width="0" height="0" aria-hidden="true">
        <pattern
          id="against"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className="hatch" x1="0" x2="0" y1="0" y2="5" />
        </pattern>
      </svg>
      <p className="step-axis" aria-hidden="true">
        <span>{0}</span>
        <span>{top * 50}%</span>
        <span>{top * 100}%</span>
      </p>
      <ol className="steps">
        <Row
          to={{ kind: 'base', problem }}
          title={COMMON.baseRate}
          facts={describePast(assessment.baseRate)}
          amount={formatPercent(baseRate.p)}
        >
          <ProbabilityBar probability={baseRate} until={top} />
        </Row>
        {steps.map((step) => (
          <Row
            key={step.contribution.id}
            to={{ kind: 'problem', problem, part: step.contribution.id }}
            title={step.contribution.title}
            facts={<Facts contribution={step.contribution} />}
            amount={describePoints(step.to - step.from)}
          >
            <StepBar from={step.from} to={step.to} top={top} />
          </Row>
        ))}
        {rest !== undefined && (
          <Row
            to={{ kind: 'problem', problem }}
            title={WATERFALL.rest}
            facts={WATERFALL.restWhy}
            amount={describePoints(rest.to - rest.from)}
          >
            <StepBar from={rest.from} to={rest.to} top={top} />
          </Row>
        )}
        <Row
          to={{ kind: 'problem', problem }}
          title={WATERFALL.probability(probability.word)}
          facts={WATERFALL.interval(formatInterval(probability))}
          amount={formatPercent(probability.p)}
          className="step-result"
        >
          <ProbabilityBar probability={probability} baseRate={baseRate} until={top} />
        </Row>
      </ol>
    </div>
  );
}
