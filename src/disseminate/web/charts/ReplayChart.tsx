import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { formatPercent } from '../../../model/probability.ts';
import type { Replay, ReplayStep } from '../../../model/replay.ts';
import { useWidth } from '../components/width.ts';
import { findHorizon, placeOutcomes } from '../problem/replay.ts';
import { describeDate } from '../words/dates.ts';
import { REPLAY_CHART } from '../words/text/charts.ts';
import { CAME_WORDS } from '../words/text/replay.ts';
import { cutIntoStretches, findTop } from './course.ts';

const HEIGHT = 180;
const HEAD = 16;
/** Room on the left for the numbers. */
const SIDE = 40;

interface ReplayChartProps {
  readonly replay: Replay;
  /** Days. */
  readonly horizon: number;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** What one moment says, for those who do not see the chart. */
function describeOne(step: ReplayStep, horizon: number): string {
  const { probability, baseRate, filed, outcome } = findHorizon(step, horizon);
  const record = filed === undefined ? REPLAY_CHART.nothing : REPLAY_CHART.onRecord(filed.p);
  return REPLAY_CHART.moment({
    day: describeDate(step.asOf.slice(0, 10)),
    p: probability.p,
    level: step.level,
    baseRate: baseRate.p,
    record,
    came: CAME_WORDS[outcome],
  });
}

/**
 * The course of a replay: the probability with its level as a fill, the base rate as a thin line, what is on record as dots, and a mark
 * at each outcome. The arrows choose a moment.
 */
export function ReplayChart({ replay, horizon, chosen, onChoose }: ReplayChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 640);
  const { steps } = replay;
  const all = steps.map((step) => ({ step, ...findHorizon(step, horizon) }));
  const top = findTop(
    all.flatMap(({ probability, baseRate, filed }) => [probability.p, baseRate.p, filed?.p ?? 0]),
  );
  const column = Math.max(1, width - SIDE) / steps.length;
  const x = (index: number) => Math.round((SIDE + index * column) * 100) / 100;
  const y = (p: number) => Math.round((HEIGHT - (p / top) * (HEIGHT - HEAD)) * 100) / 100;
  const draw = (values: readonly number[]) =>
    `M${values.map((p, at) => `${x(at)} ${y(p)} H${x(at + 1)}`).join(' L')}`;
  const days = all.map(({ step, probability }) => ({
    day: step.asOf,
    p: probability.p,
    level: step.level,
    isOutcome: false,
  }));
  const last = steps.length - 1;
  const move = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: chosen - 1,
      ArrowDown: chosen - 1,
      ArrowRight: chosen + 1,
      ArrowUp: chosen + 1,
      PageDown: chosen - 7,
      PageUp: chosen + 7,
      Home: 0,
      End: last,
    };
    if (!Object.hasOwn(moves, event.key)) return;
    onChoose(Math.min(Math.max(moves[event.key] ?? chosen, 0), last));
    event.preventDefault();
  };
  const chooseAt = (event: MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    onChoose(Math.min(Math.max(Math.floor((event.clientX - box.left - SIDE) / column), 0), last));
  };
  return (
    <div className="replay-chart" ref={frame}>
      <div
        role="slider"
        tabIndex={0}
        className="course-days"
        aria-label={REPLAY_CHART.label}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={chosen}
        aria-valuetext={describeOne(steps[chosen]!, horizon)}
        onKeyDown={move}
        onClick={chooseAt}
      >
        <svg width="100%" height={HEIGHT + 2} aria-hidden="true">
          {cutIntoStretches(days).map(({ from, points, level }) => (
            <path
              key={from}
              className={`level-area level-${level ?? 'none'}`}
              d={`M${x(from)} ${HEIGHT} L${points.map((p, at) => `${x(from + at)} ${y(p)} H${x(from + at + 1)}`).join(' L')} L${x(from + points.length)} ${HEIGHT} Z`}
            />
          ))}
          {[top, top / 2].map((p) => (
            <g key={p}>
              <line className="course-grid" x1={SIDE} x2="100%" y1={y(p)} y2={y(p)} />
              <text x={SIDE - 6} y={y(p) + 4} textAnchor="end">
                {formatPercent(p === 1 ? 1 : p).replace('>99%', '100%')}
              </text>
            </g>
          ))}
          <line className="course-zero" x1={SIDE} x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
          <path className="replay-base" d={draw(all.map(({ baseRate }) => baseRate.p))} />
          <path className="course-line" d={draw(all.map(({ probability }) => probability.p))} />
          {all.map(({ step, filed }, at) =>
            filed === undefined ? null : (
              <circle
                key={step.asOf}
                className={filed.likeness === 'other' ? 'replay-filed is-other' : 'replay-filed'}
                cx={x(at) + column / 2}
                cy={y(filed.p)}
                r={filed.likeness === 'other' ? 3 : 1.5}
              />
            ),
          )}
          {[...placeOutcomes(replay).keys()].map((at) => (
            <path key={at} className="course-outcome" d={`M${x(at) + column / 2 - 5} 1 h10 l-5 9 Z`} />
          ))}
          <line
            className="replay-chosen"
            x1={x(chosen) + column / 2}
            x2={x(chosen) + column / 2}
            y1={HEAD}
            y2={HEIGHT}
          />
        </svg>
      </div>
      <p className="course-words" aria-hidden="true">
        <span>{describeDate(steps[0]!.asOf.slice(0, 10))}</span>
        <span>{REPLAY_CHART.key}</span>
        <span>{describeDate(steps.at(-1)!.asOf.slice(0, 10))}</span>
      </p>
    </div>
  );
}
