import { max } from 'd3-array';
import { type BrushBehavior, brushX } from 'd3-brush';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import { utcFormat } from 'd3-time-format';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { MapRow } from '../../../model/map.ts';
import { useWidth } from '../components/width.ts';
import { describeDate } from '../words/dates.ts';
import { TELLING_WORDS, TIME } from '../words/text/map.ts';
import { type DaySpan, formatDay, type Histogram, makeHistogram } from './bins.ts';
import { TELLINGS } from './marks.ts';

const HEIGHT = 84;
const BARS = 64;
const DAY = 86_400_000;

interface MapTimelineProps {
  readonly rows: readonly MapRow[];
  readonly span: DaySpan;
  /** Called while it is brushed, and once more when it is done. */
  readonly onSpan: (span: DaySpan, isDone: boolean) => void;
}

/** Bars of days by how it is told. Brushing them, or moving one of the two ends, chooses the days that are shown. */
export const MapTimeline = memo(function MapTimeline({ rows, span, onSpan }: MapTimelineProps) {
  const histogram = useMemo(() => makeHistogram(rows), [rows]);
  if (histogram === undefined)
    return (
      <section className="map-time" aria-label={TIME.label}>
        <p className="muted">{TIME.none}</p>
      </section>
    );
  return <Bars histogram={histogram} span={span} onSpan={onSpan} />;
});

interface BarsProps {
  readonly histogram: Histogram;
  readonly span: DaySpan;
  readonly onSpan: MapTimelineProps['onSpan'];
}

const formatTick = (days: number) => utcFormat(days > 1_500 ? '%Y' : days > 100 ? '%b %Y' : '%-d %b');

function Bars({ histogram, span, onSpan }: BarsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 800);
  const { bins, first, last } = histogram;
  const across = useMemo(
    () => scaleLinear([first, last + 1], [0, Math.max(width, 100)]),
    [first, last, width],
  );
  const most = max(bins, ({ counts }) => counts.reduce((sum, count) => sum + count, 0)) ?? 1;
  const up = scaleLinear([0, Math.max(most, 1)], [0, BARS]);
  const ticks = scaleUtc([new Date(first * DAY), new Date((last + 1) * DAY)], [0, width]).ticks(
    Math.max(2, Math.floor(width / 110)),
  );
  const tick = formatTick(last - first);
  const brush = useBrush({ across, span, onSpan, first, last });
  return (
    <section className="map-time" aria-label={TIME.label}>
      <p className="map-time-words">
        <span>{TIME.span(formatDay(span.from ?? first), formatDay(span.to ?? last))}</span>
        <span className="muted">{describeRest(histogram, span)}</span>
      </p>
      <div ref={frame} className="map-time-frame">
        <svg width={width} height={HEIGHT} className="map-bars" aria-hidden="true">
          <Patterns />
          <line x1="0" x2={width} y1={BARS} y2={BARS} className="axis-line" />
          {bins.map(({ from, to, counts }) => {
            const [x, right] = [across(from), across(to + 1)];
            let below = 0;
            const words = TELLINGS.flatMap((telling, at) =>
              counts[at] ? [`${counts[at]} ${TELLING_WORDS[telling]}`] : [],
            );
            return (
              <g key={from}>
                <title>{TIME.bar(formatDay(from), formatDay(to), words)}</title>
                {TELLINGS.map((telling, at) => {
                  const height = up(counts[at] ?? 0);
                  below += height;
                  return height === 0 ? null : (
                    <rect
                      key={telling}
                      className={`bar bar-${telling}`}
                      x={x + 0.5}
                      y={BARS - below}
                      width={Math.max(right - x - 1, 1)}
                      height={height}
                    />
                  );
                })}
              </g>
            );
          })}
          {ticks.map((at) => (
            <g key={at.getTime()} transform={`translate(${across(at.getTime() / DAY)}, 0)`}>
              <line y1={BARS} y2={BARS + 4} className="axis-line" />
              <text y={BARS + 17} textAnchor="middle">
                {tick(at)}
              </text>
            </g>
          ))}
          <g ref={brush} className="brush" />
        </svg>
      </div>
      <Ends first={first} last={last} span={span} onSpan={onSpan} />
    </section>
  );
}

/** Solid, hatched, dotted, empty: fills that are told apart without colour. */
function Patterns() {
  return (
    <defs>
      <pattern id="bar-prepared" width="5" height="5" patternUnits="userSpaceOnUse">
        <path d="M-1 6 6 -1M-1 1 1 -1M4 6 6 4" className="pattern-line" />
      </pattern>
      <pattern id="bar-threatened" width="4" height="4" patternUnits="userSpaceOnUse">
        <circle cx="2" cy="2" r="0.9" className="pattern-dot" />
      </pattern>
    </defs>
  );
}

function describeRest({ rough, undated, days }: Histogram, { from, to }: DaySpan): string {
  const isLeft = from !== undefined || to !== undefined;
  return [
    TIME.each(days),
    ...(rough === 0 ? [] : [TIME.rough(rough)]),
    ...(undated === 0 ? [] : [TIME.undated(undated, isLeft)]),
  ].join(' · ');
}

/** The two ends as sliders: the span without a mouse. */
function Ends({
  first,
  last,
  span,
  onSpan,
}: { readonly first: number; readonly last: number } & Pick<BarsProps, 'span' | 'onSpan'>) {
  const [from, to] = [clamp(span.from ?? first, first, last), clamp(span.to ?? last, first, last)];
  const choose = (next: DaySpan) => onSpan(openEnds(next, [first, last]), true);
  return (
    <div className="map-ends">
      {(['from', 'to'] as const).map((end) => {
        const value = end === 'from' ? from : to;
        return (
          <label key={end}>
            <span>{TIME[end]}</span>
            <input
              type="range"
              min={first}
              max={last}
              value={value}
              aria-valuetext={describeDate(formatDay(value))}
              onChange={({ target }) => {
                const day = Number(target.value);
                choose(
                  end === 'from'
                    ? { from: day, to: Math.max(day, to) }
                    : { from: Math.min(from, day), to: day },
                );
              }}
            />
            <output>{describeDate(formatDay(value))}</output>
          </label>
        );
      })}
      <button
        type="button"
        className="button"
        disabled={span.from === undefined && span.to === undefined}
        onClick={() => onSpan({ from: undefined, to: undefined }, true)}
      >
        {TIME.all}
      </button>
    </div>
  );
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** An end at the edge of what there is stays open: what comes later still belongs to it. */
function openEnds({ from, to }: DaySpan, [first, last]: readonly [number, number]): DaySpan {
  return {
    from: from !== undefined && from > first ? from : undefined,
    to: to !== undefined && to < last ? to : undefined,
  };
}

interface BrushOptions {
  readonly across: ReturnType<typeof scaleLinear<number, number>>;
  readonly span: DaySpan;
  readonly onSpan: BarsProps['onSpan'];
  readonly first: number;
  readonly last: number;
}

/** The library's brush, kept to whole days. */
function useBrush({ across, span, onSpan, first, last }: BrushOptions) {
  const group = useRef<SVGGElement>(null);
  const behavior = useRef<BrushBehavior<unknown>>(undefined);
  const isHeld = useRef(false);
  const latest = useRef({ across, onSpan, first, last });
  useEffect(() => {
    latest.current = { across, onSpan, first, last };
  });
  useEffect(() => {
    if (group.current === null) return;
    const [, right = 0] = across.range();
    const made = brushX()
      .extent([
        [0, 0],
        [right, BARS],
      ])
      .on(
        'brush end',
        (event: { selection: [number, number] | null; type: string; sourceEvent: unknown }) => {
          // Moved by us, not by hand.
          if (event.sourceEvent === undefined || event.sourceEvent === null) return;
          const now = latest.current;
          const isDone = event.type === 'end';
          isHeld.current = !isDone;
          if (event.selection === null) {
            if (isDone) now.onSpan({ from: undefined, to: undefined }, true);
            return;
          }
          const [from, to] = event.selection.map((x) => now.across.invert(x)) as [number, number];
          const days = {
            from: Math.floor(from + 0.01),
            to: Math.max(Math.floor(from + 0.01), Math.ceil(to - 0.01) - 1),
          };
          now.onSpan(openEnds(days, [now.first, now.last]), isDone);
        },
      );
    behavior.current = made;
    select(group.current).call(made as never);
  }, [across]);
  useEffect(() => {
    if (group.current === null || behavior.current === undefined || isHeld.current) return;
    const isOpen = span.from === undefined && span.to === undefined;
    const selection = isOpen
      ? null
      : [across(clamp(span.from ?? first, first, last)), across(clamp(span.to ?? last, first, last) + 1)];
    select(group.current).call(behavior.current.move as never, selection as never);
  }, [across, span.from, span.to, first, last]);
  return group;
}
