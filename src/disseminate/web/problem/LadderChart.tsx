import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { Assessment } from '../../../model/forecast.ts';
import type { Ladder } from '../../../model/ladder.ts';
import { useWidth } from '../components/width.ts';
import { Door } from '../evidence/Door.tsx';
import { describeDate } from '../words/dates.ts';
import { describeAnswer } from '../words/ladder.ts';
import { LADDER } from '../words/text/problem.ts';
import { type Arc, findGround, findHeight, type Lanes, type Mark, makeLanes } from './lanes.ts';
import '../styles/lanes.css';

/** Room for the days beneath the lanes. */
const AXIS = 22;

/** Who stands in which lane, with the rungs: it stays in sight while the days are scrolled. */
function LaneNames({ ladder, lanes: { height, above } }: { readonly ladder: Ladder; readonly lanes: Lanes }) {
  return (
    <div className="lane-names" aria-hidden="true">
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: each step says its rung in words */}
      <svg width="22" height={height}>
        {ladder.sides.map(({ id }, lane) =>
          ladder.rungs.map((title, at) => (
            <text
              key={`${id} ${title}`}
              className="lane-rung"
              x="16"
              y={findGround(lane, above) - findHeight(at + 1, ladder.rungs.length) + 4}
              textAnchor="end"
            >
              {at + 1}
            </text>
          )),
        )}
      </svg>
    </div>
  );
}

function Ground({ ladder, lanes }: { readonly ladder: Ladder; readonly lanes: Lanes }) {
  return ladder.sides.map(({ id, title }, lane) => {
    const ground = findGround(lane, lanes.above);
    return (
      <g key={id} className={`lane-${(lane % 6) + 1}`}>
        {ladder.rungs.map((rung, at) => (
          <line
            key={rung}
            className="lane-line"
            x1="0"
            x2={lanes.width}
            y1={ground - findHeight(at + 1, ladder.rungs.length)}
            y2={ground - findHeight(at + 1, ladder.rungs.length)}
          />
        ))}
        <line className="lane-ground" x1="0" x2={lanes.width} y1={ground} y2={ground} />
        <title>{title}</title>
      </g>
    );
  });
}

function ArcLine({ arc }: { readonly arc: Arc }) {
  const { from, to, path, isSaid, lag } = arc;
  return (
    <g>
      <path className={isSaid ? 'arc' : 'arc is-guessed'} d={path} />
      {to.x - from.x > 34 && (
        <text className="arc-lag" x={(from.x + to.x) / 2} y={(from.y + to.y) / 2 - 4} textAnchor="middle">
          {LADDER.lag(lag)}
        </text>
      )}
    </g>
  );
}

function StepMark({
  mark,
  ladder,
  titles,
}: {
  readonly mark: Mark;
  readonly ladder: Ladder;
  readonly titles: ReadonlyMap<string, string>;
}) {
  const { step, lane, x, y, ground } = mark;
  const { incident, title, day, rung, assumed, answers } = step;
  const said = [
    LADDER.step(ladder.sides[lane]!.title, title, describeDate(day), rung, ladder.rungs[rung - 1] ?? ''),
    ...(assumed === true ? [LADDER.assumed] : []),
    ...(answers === undefined
      ? []
      : [LADDER.answers(titles.get(answers.incident) ?? '', describeAnswer(answers), answers.said)]),
  ].join('; ');
  return (
    <Door
      to={{ kind: 'incident', incident }}
      className={`lane-mark lane-${(lane % 6) + 1}${assumed === true ? ' is-assumed' : ''}`}
      label={said}
      isBeside
    >
      <title>{said}</title>
      <rect className="lane-hit" x={x - 6} y={y - 8} width="12" height={ground - y + 8} />
      <line className="lane-stem" x1={x} x2={x} y1={ground} y2={y} />
      <circle className="lane-dot" cx={x} cy={y} r="4.5" />
    </Door>
  );
}

/** Lanes of the sides over time: each step as high as its rung, joined with its answer, and the reply that is due as an open end. */
export function LadderChart({
  assessment,
  ladder,
}: {
  readonly assessment: Assessment;
  readonly ladder: Ladder;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const room = useWidth(frame, 900);
  const lanes = makeLanes(ladder, { asOf: assessment.asOf, room });
  const titles = new Map(ladder.steps.map(({ incident, title }) => [incident, title]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the latest steps come into sight whenever the width is another
  useLayoutEffect(() => {
    if (frame.current !== null) frame.current.scrollLeft = frame.current.scrollWidth;
  }, [lanes.width]);
  const go = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = [...(frame.current?.querySelectorAll<SVGElement>('.lane-mark') ?? [])];
    const at = all.indexOf(document.activeElement as SVGElement);
    const from = at < 0 ? all.length : at;
    event.preventDefault();
    all[Math.min(Math.max(from + by, 0), all.length - 1)]?.focus();
  };
  const due = ladder.due;
  return (
    <div className="lanes">
      <LaneNames ladder={ladder} lanes={lanes} />
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields */}
      <div
        className="lanes-days"
        ref={frame}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the arrow keys go through its steps
        tabIndex={0}
        role="group"
        aria-label={LADDER.chart}
        onKeyDown={go}
      >
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the group around it names it */}
        <svg width={lanes.width} height={lanes.height + AXIS}>
          <Ground ladder={ladder} lanes={lanes} />
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus */}
          <g aria-hidden="true">
            {lanes.ticks.map(({ x, at }) => (
              <g key={x}>
                <line className="lane-line" x1={x} x2={x} y1={0} y2={lanes.height} />
                <text className="lane-tick" x={x} y={lanes.height + 14} textAnchor="middle">
                  {describeDate(at.toISOString().slice(0, 10))}
                </text>
              </g>
            ))}
            <line className="lane-now" x1={lanes.now} x2={lanes.now} y1={0} y2={lanes.height} />
            {lanes.arcs.map((arc) => (
              <ArcLine key={arc.to.step.incident} arc={arc} />
            ))}
            {lanes.due !== undefined && due !== undefined && (
              <g className={`lane-${(lanes.due.lane % 6) + 1}`}>
                <path className="arc is-due" d={lanes.due.path} />
                <circle className="lane-open" cx={lanes.due.x} cy={lanes.due.y} r="6" />
                <text className="lane-due" x={lanes.due.x - 6} y={13} textAnchor="end">
                  {LADDER.due(ladder.sides[lanes.due.lane]!.title, due.days)}
                </text>
              </g>
            )}
          </g>
          {lanes.marks.map((mark) => (
            <StepMark key={mark.step.incident} mark={mark} ladder={ladder} titles={titles} />
          ))}
        </svg>
      </div>
    </div>
  );
}
