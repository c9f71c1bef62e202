import { scaleTime } from 'd3-scale';
import { useMemo, useRef, useState } from 'react';
import type { OriginTree, ReportNode } from '../../../model/story.ts';
import { findStep, formatTick } from '../charts/ticks.ts';
import { usePageRoving } from '../components/roving.ts';
import { findOriginSign, findRoleSign, Sign } from '../components/Sign.tsx';
import { useWidth } from '../components/width.ts';
import { Door } from '../evidence/Door.tsx';
import { shortenId } from '../routes/search.ts';
import { describeDate } from '../words/dates.ts';
import { describeOrigin, describeRole } from '../words/picture.ts';
import { STORY } from '../words/text/story.ts';
import { layOverTime, type OverTime, type TimeRow } from './over-time.ts';
import { ReportWhy } from './ReportWhy.tsx';

const ROW = 28;
const AXIS = 28;
const RIGHT = 24;
/** Room for the names, on a narrow page and on a wide one. */
const NAMES = 268;
const NARROW_NAMES = 148;
const WIDE_NAMES = 400;
const NARROW = 620;
const WIDE = 1_000;
const INDENT = 10;

interface TimeProps {
  readonly story: string;
  readonly tree: OriginTree;
  readonly isNew: (report: ReportNode) => boolean;
}

/** Down from what it has it from, then along to it; down to it where both are nearly of one time. */
function drawEdge(fromX: number, fromY: number, x: number, y: number): string {
  const far = x - fromX;
  if (Math.abs(far) < 10) return `M${fromX} ${fromY + 7} V${y - 11} L${x} ${y - 7}`;
  return `M${fromX} ${fromY + 7} V${y} H${x - Math.sign(far) * 8}`;
}

/** Lines from each origin and report to those that have it from there, and the signs themselves. */
function Lines({
  rows,
  x,
  isNew,
}: Pick<OverTime, 'rows'> & { readonly x: (at: number) => number; readonly isNew: TimeProps['isNew'] }) {
  const y = (row: number) => AXIS + row * ROW + ROW / 2;
  return rows.map(({ report, origin, at, isDay, from }, row) => {
    const kind = origin === undefined ? findRoleSign(report!.role) : findOriginSign(origin);
    const [left, top] = [x(at), y(row)];
    const start = from === undefined ? undefined : x(rows[from]!.at);
    return (
      <g key={origin?.id ?? report!.document} className={`time-node time-${kind}`}>
        {start !== undefined && from !== undefined && (
          <path d={drawEdge(start, y(from), left, top)} className="time-edge" />
        )}
        {isDay && <line x1={left - 14} x2={left + 14} y1={top} y2={top} className="time-day" />}
        {report !== undefined && isNew(report) && <circle cx={left} cy={top} r={10} className="time-new" />}
        <g transform={`translate(${left - 6} ${top - 6})`}>
          <Sign kind={kind} />
        </g>
      </g>
    );
  });
}

function Row({
  row,
  story,
  isNew,
  onPoint,
}: {
  readonly row: TimeRow;
  readonly story: string;
  readonly isNew: TimeProps['isNew'];
  readonly onPoint: (row: TimeRow) => void;
}) {
  const { report, origin, depth } = row;
  const point = () => onPoint(row);
  const part = origin?.id ?? shortenId(report!.document);
  return (
    <li className={`time-row time-depth-${Math.min(depth, 4)}`} onPointerEnter={point} onFocus={point}>
      <Door to={{ kind: 'story', story, part }} className="time-door">
        <span className="time-names">
          {origin !== undefined ? (
            <>
              <strong dir="auto">{origin.name}</strong>
              <span className="muted">{describeOrigin(origin)}</span>
            </>
          ) : (
            <>
              <span className="time-outlet" dir="auto">
                {report!.outlet ?? STORY.outletUnknown}
              </span>
              {isNew(report!) && <span className="new-tag">{STORY.isNew}</span>}
              <span className="muted">{describeRole(report!)}</span>
              <span className="unseen">{describeDate(report!.published ?? report!.seen)}</span>
            </>
          )}
        </span>
      </Door>
    </li>
  );
}

/**
 * The tree with time from left to right: each report at the time it was published, a line to what it has from whom. Each row is a
 * door to its words; pointing at one says why it is taken for what it is.
 */
export function RelayTime({ story, tree, isNew }: TimeProps) {
  const frame = useRef<HTMLDivElement>(null);
  const rows = usePageRoving<HTMLOListElement>('.time-door');
  const width = useWidth(frame, 900);
  const laid = useMemo(() => layOverTime(tree), [tree]);
  const [pointed, setPointed] = useState<TimeRow>();
  const isWide = width >= WIDE;
  const names = width < NARROW ? NARROW_NAMES : isWide ? WIDE_NAMES : NAMES;
  const time = scaleTime()
    .domain([laid.from, laid.to === laid.from ? laid.from + 3_600_000 : laid.to])
    .range([names + 4 * INDENT, Math.max(width - RIGHT, names + 80)]);
  const ticks = time.ticks(Math.max(2, Math.floor((width - names) / 110)));
  const step = findStep(ticks);
  const height = AXIS + laid.rows.length * ROW + 4;
  return (
    <div className="relay-time-frame">
      <div className={isWide ? 'relay-time is-wide' : 'relay-time'} ref={frame}>
        <svg width={width} height={height} aria-hidden="true">
          {ticks.map((tick) => (
            <g key={tick.getTime()}>
              <line x1={time(tick)} x2={time(tick)} y1={AXIS - 6} y2={height} className="course-grid" />
              <text x={time(tick)} y={AXIS - 12} className="course-tick">
                {formatTick(tick, step)}
              </text>
            </g>
          ))}
          <Lines rows={laid.rows} x={(at) => time(at)} isNew={isNew} />
        </svg>
        <ol className="time-rows" aria-label={STORY.rows} ref={rows}>
          {laid.rows.map((row) => (
            <Row
              key={row.origin?.id ?? row.report!.document}
              row={row}
              story={story}
              isNew={isNew}
              onPoint={setPointed}
            />
          ))}
        </ol>
      </div>
      <ReportWhy tree={tree} {...pointed} />
    </div>
  );
}
