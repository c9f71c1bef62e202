import { max } from 'd3-array';
import { scaleLinear, scaleTime } from 'd3-scale';
import { curveStepAfter, line as makeLine } from 'd3-shape';
import { useRef } from 'react';
import type { FigureSlot } from '../../../model/incident.ts';
import { findStep, formatTick } from '../charts/ticks.ts';
import { useWidth } from '../components/width.ts';
import { Door } from '../evidence/Door.tsx';
import { describeDate } from '../words/dates.ts';
import { describeSlot, describeValue } from '../words/picture.ts';
import { INCIDENT } from '../words/text/incident.ts';
import { type CourseLine, type CoursePoint, findCourse, hasCourse, spreadLabels } from './course.ts';

const HEIGHT = 148;
const TOP = 12;
const BOTTOM = 24;
const LEFT = 32;
/** Room for the names at the ends of the lines. */
const NAMES = 150;
/** And where there is much room. */
const WIDE_NAMES = 236;
const WIDE = 720;
/** Characters of a name that have room. */
const MOST_NAME = 18;
const MOST_WIDE_NAME = 34;
/** Before the name of a line: room for the bend to where it stands. */
const BEND = 10;
/** Colours there are. */
const LANES = 6;

interface Scales {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

/** One statement: its form says whether it is a count, a bound or a guess; a stroke through it that it was taken back. */
function Mark({ point, x, y }: { readonly point: CoursePoint } & Scales) {
  const { at, said } = point;
  const [left, top] = [x(at), y(said.value)];
  const isOver = said.state === 'withdrawn' || said.state === 'distorted';
  return (
    <>
      {said.to !== undefined && (
        <line x1={left} x2={left} y1={top} y2={y(said.to)} className="course-range" />
      )}
      {said.bound === 'atLeast' && <path d={`M${left - 4} ${top - 4} l4 -5 4 5`} className="course-bound" />}
      {said.bound === 'atMost' && <path d={`M${left - 4} ${top + 4} l4 5 4 -5`} className="course-bound" />}
      <circle
        cx={left}
        cy={top}
        r={4}
        className={said.bound === 'about' || isOver ? 'course-dot is-hollow' : 'course-dot'}
      />
      {isOver && <path d={`M${left - 6} ${top + 6} l12 -12`} className="course-bound" />}
    </>
  );
}

function Line(props: {
  readonly line: CourseLine;
  readonly lane: number;
  readonly end: number;
  readonly label: number;
  readonly most: number;
  readonly scales: Scales;
  readonly to: { readonly incident: string; readonly slot: number };
}) {
  const { line, lane, end, label, most, scales, to } = props;
  const { x, y } = scales;
  const last = line.points.at(-1)!;
  const draw = makeLine<{ readonly at: number; readonly value: number }>()
    .x(({ at }) => x(at))
    .y(({ value }) => y(value))
    .curve(curveStepAfter);
  const tops = line.points.map(({ at, said }) => ({ at, value: said.value }));
  const words = INCIDENT.lineEnd(shorten(line.name, most), describeValue(last.said));
  return (
    <g className={`course-lane-${(lane % LANES) + 1}`}>
      <path d={draw(tops) ?? ''} className="course-step" />
      {/* Level as long as nothing else is said: only the bend to the name leaves the value. */}
      <path
        d={`M${x(last.at)} ${y(last.said.value)} H${Math.max(x(last.at), end - BEND)} L${end} ${label}`}
        className="course-lead"
      />
      {line.points.map((point) => (
        <Door
          key={`${point.at} ${point.value} ${point.sayer.claim.document}`}
          to={{ kind: 'incident', incident: to.incident, slot: to.slot, value: point.value }}
          className="course-point"
          isBeside
        >
          <title>
            {`${INCIDENT.lineEnd(line.name, describeValue(point.said))}, ${describeDate(point.sayer.claim.published ?? '')}`}
          </title>
          <Mark point={point} {...scales} />
        </Door>
      ))}
      <text x={end + 4} y={label + 4} className="course-name">
        {words}
      </text>
    </g>
  );
}

function shorten(name: string, most: number): string {
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;
}

interface CourseProps {
  readonly incident: string;
  readonly slot: FigureSlot;
  readonly at: number;
  readonly lines: readonly CourseLine[];
}

/** How one figure moved over time. What it shows stands in the table as well: it is for the eye. */
function SlotCourse({ incident, slot, at, lines }: CourseProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 420);
  const points = lines.flatMap((line) => line.points);
  const times = points.map((point) => point.at);
  const isWide = width >= WIDE;
  const end = Math.max(width - (isWide ? WIDE_NAMES : NAMES), LEFT + 80);
  const time = scaleTime()
    .domain([Math.min(...times), Math.max(...times)])
    .range([LEFT, end - 12]);
  const amount = scaleLinear()
    .domain([0, max(points, ({ said }) => said.to ?? said.value) ?? 1])
    .nice(4)
    .range([HEIGHT - BOTTOM, TOP]);
  const scales = { x: (when: number) => time(when), y: (value: number) => amount(value) };
  const labels = spreadLabels(
    lines.map((line) => scales.y(line.points.at(-1)!.said.value)),
    { gap: 16, from: TOP, to: HEIGHT - 8 },
  );
  const ticks = amount.ticks(4).filter(Number.isInteger);
  const days = time.ticks(Math.max(2, Math.floor((end - LEFT) / 90)));
  const step = findStep(days);
  return (
    <figure className="figure-course">
      <figcaption>{describeSlot(slot)}</figcaption>
      <div ref={frame}>
        <svg width={width} height={Math.max(HEIGHT, Math.max(...labels) + 12)} aria-hidden="true">
          {ticks.map((value) => (
            <g key={value}>
              <line
                x1={LEFT}
                x2={end}
                y1={scales.y(value)}
                y2={scales.y(value)}
                className={value === 0 ? 'course-zero' : 'course-grid'}
              />
              <text x={LEFT - 6} y={scales.y(value) + 4} className="course-tick is-end">
                {value}
              </text>
            </g>
          ))}
          {days.map((day) => (
            <text key={day.getTime()} x={time(day)} y={HEIGHT - 6} className="course-tick">
              {formatTick(day, step)}
            </text>
          ))}
          {lines.map((line, lane) => (
            <Line
              key={line.name}
              line={line}
              lane={lane}
              end={end}
              label={labels[lane]!}
              most={isWide ? MOST_WIDE_NAME : MOST_NAME}
              scales={scales}
              to={{ incident, slot: at }}
            />
          ))}
        </svg>
      </div>
    </figure>
  );
}

/** How each figure of which something changed moved, by who says it. */
export function FigureCourses(props: { readonly incident: string; readonly figures: readonly FigureSlot[] }) {
  const { incident, figures } = props;
  const shown = figures
    .map((slot, at) => ({ slot, at, lines: findCourse(slot) }))
    .filter(({ lines }) => hasCourse(lines));
  if (shown.length === 0) return null;
  return (
    <section className="figure-courses" aria-labelledby="moved">
      <h3 id="moved">{INCIDENT.moved}</h3>
      <p className="muted">{INCIDENT.movedHint}</p>
      <div className="figure-course-grid">
        {shown.map(({ slot, at, lines }) => (
          <SlotCourse key={`${slot.of} ${slot.who}`} incident={incident} slot={slot} at={at} lines={lines} />
        ))}
      </div>
    </section>
  );
}
