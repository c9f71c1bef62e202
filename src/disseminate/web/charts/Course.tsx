import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { formatPercent } from '../../../model/probability.ts';
import { useWidth } from '../components/width.ts';
import { describeDay } from '../words/dates.ts';
import { COURSE } from '../words/text/charts.ts';

import { cutIntoStretches, type Day, findTop, type Stretch } from './course.ts';

const HEIGHT = 72;
/** Room above for the marks of outcomes. */
const HEAD = 14;

interface Scale {
  /** Left edge of a day's column. */
  readonly x: (index: number) => number;
  readonly y: (p: number) => number;
  readonly column: number;
}

function drawTop({ from, points }: Stretch, { x, y }: Scale): string {
  return points.map((p, at) => `${x(from + at)} ${y(p)} H${x(from + at + 1)}`).join(' L');
}

function drawArea(stretch: Stretch, scale: Scale): string {
  const end = scale.x(stretch.from + stretch.points.length);
  return `M${scale.x(stretch.from)} ${HEIGHT} L${drawTop(stretch, scale)} L${end} ${HEIGHT} Z`;
}

/** A line through the tops of columns, broken where there was no forecast. */
function drawLine(days: readonly Day[], { x, y }: Scale): string {
  let isOpen = false;
  return days
    .map(({ p }, index) => {
      const piece = p === undefined ? '' : `${isOpen ? 'L' : 'M'}${x(index)} ${y(p)} H${x(index + 1)}`;
      isOpen = p !== undefined;
      return piece;
    })
    .join(' ');
}

/** A filled mark that hangs over the day of an outcome. */
function drawMark(middle: number): string {
  return `M${middle - 4} 1 H${middle + 4} L${middle} 8 Z`;
}

function describeOne({ day, p, level, isOutcome }: Day): string {
  const forecast = p === undefined ? COURSE.noForecast : COURSE.forecast(formatPercent(p), level);
  return COURSE.day(describeDay(day), forecast, isOutcome);
}

interface CourseProps {
  readonly days: readonly Day[];
  readonly label: string;
  readonly onOpen: (day: Day) => void;
}

/**
 * The probability of each day with its level as a fill, and a mark on each day on which it happened. A click opens a
 * day; by keyboard the arrows choose one and Enter opens it.
 */
export function Course({ days, label, onOpen }: CourseProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 320);
  const [chosen, choose] = useState<number>();
  const last = days.length - 1;
  if (last < 0) return <p className="muted">{COURSE.none}</p>;
  const top = findTop(days.flatMap(({ p }) => p ?? []));
  const isEmpty = days.every(({ p }) => p === undefined);
  const column = width / days.length;
  const scale: Scale = {
    column,
    x: (index) => Math.round(index * column * 100) / 100,
    y: (p) => Math.round((HEIGHT - (p / top) * (HEIGHT - HEAD)) * 100) / 100,
  };
  const at = Math.min(chosen ?? last, last);
  const shown = days[at]!;

  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageDown: at - 7,
      PageUp: at + 7,
      Home: 0,
      End: last,
    };
    if (event.key === 'Enter' || event.key === ' ') onOpen(shown);
    else if (Object.hasOwn(steps, event.key)) choose(Math.min(Math.max(steps[event.key] ?? at, 0), last));
    else return;
    event.preventDefault();
  };
  const findDayAt = (event: MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(Math.max(Math.floor((event.clientX - box.left) / column), 0), last);
  };
  return (
    <div className="course" ref={frame}>
      <div
        role="slider"
        tabIndex={0}
        className="course-days"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at}
        aria-valuetext={describeOne(shown)}
        title={describeOne(shown)}
        onKeyDown={move}
        onMouseMove={(event) => choose(findDayAt(event))}
        onMouseLeave={() => choose(undefined)}
        onClick={(event) => onOpen(days[findDayAt(event)]!)}
      >
        <svg width="100%" height={HEIGHT} aria-hidden="true">
          {cutIntoStretches(days).map((stretch) => (
            <path
              key={stretch.from}
              className={`level-area level-${stretch.level ?? 'none'}`}
              d={drawArea(stretch, scale)}
            />
          ))}
          {isEmpty ? (
            <text x="50%" y={HEIGHT - 10} textAnchor="middle">
              {COURSE.none}
            </text>
          ) : (
            <>
              <line className="course-grid" x1="0" x2="100%" y1={HEAD} y2={HEAD} />
              <text x="0" y={HEAD - 3}>
                {top * 100}%
              </text>
            </>
          )}
          <line className="course-zero" x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
          <path className="course-line" d={drawLine(days, scale)} />
          {days.map(({ day, isOutcome }, index) =>
            isOutcome ? (
              <path key={day} className="course-outcome" d={drawMark(scale.x(index) + column / 2)} />
            ) : null,
          )}
          <rect className="course-chosen" x={scale.x(at)} width={Math.max(column, 2)} y="0" height={HEIGHT} />
        </svg>
      </div>
      <p className="course-words" aria-hidden="true">
        <span>{describeDay(days[0]!.day)}</span>
        {days.some(({ isOutcome }) => isOutcome) && <span>{COURSE.outcome}</span>}
        <span>{chosen === undefined ? describeDay(days[last]!.day) : describeOne(shown)}</span>
      </p>
    </div>
  );
}
