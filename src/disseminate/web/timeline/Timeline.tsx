import { useMemo, useRef } from 'react';
import type { Event } from '../../../model/event.ts';
import { findLineStyle } from '../components/RealisLine.tsx';
import { Empty } from '../components/States.tsx';
import { useWidth } from '../components/width.ts';
import { type IndexedReading, listNames } from '../reader/indexed.ts';
import { LineKey } from '../reader/LayerToggles.tsx';
import { describeRange } from '../words/dates.ts';
import { TIMELINE } from '../words/text/timeline.ts';
import { describeFigure, describeType, REALIS_WORDS } from '../words/vocabulary.ts';
import { findContext } from './context.ts';
import { type DatedEvent, makeTimelineRows, type TimelineRows } from './rows.ts';
import type { TimeScale } from './scale.ts';

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

/** Day lines, breaks and the day of publication, behind every row and at the head of all. */
function Grid({ rows }: { readonly rows: TimelineRows }) {
  const { scale, published } = rows;
  return (
    <>
      {scale.ticks.map(({ at, label }) => (
        <line key={`${at} ${label}`} className="tick" x1={percent(at)} x2={percent(at)} y1="0" y2="100%" />
      ))}
      {scale.pieces.slice(1).map(({ from }, at) => {
        const to = scale.pieces[at]?.to ?? 0;
        return (
          <rect key={from} className="break" x={percent(to)} width={percent(from - to)} y="0" height="100%" />
        );
      })}
      {published !== undefined && (
        <line className="published" x1={percent(published)} x2={percent(published)} y1="0" y2="100%" />
      )}
    </>
  );
}

/** Where a label starts, so that it does not run out of the axis. */
function anchor(at: number): 'start' | 'middle' | 'end' {
  if (at < 0.06) return 'start';
  return at > 0.94 ? 'end' : 'middle';
}

function Axis({ rows }: { readonly rows: TimelineRows }) {
  return (
    <svg className="axis" width="100%" height="40" aria-hidden="true">
      {rows.published !== undefined && (
        <text
          className="published-label"
          x={percent(rows.published)}
          y="12"
          textAnchor={anchor(rows.published)}
        >
          {TIMELINE.published}
        </text>
      )}
      {rows.scale.ticks.map(({ at, label }) => (
        <text key={`${at} ${label}`} x={percent(at)} y="32" textAnchor={anchor(at)}>
          {label}
        </text>
      ))}
    </svg>
  );
}

interface LaneProps {
  readonly row: DatedEvent;
  readonly rows: TimelineRows;
}

/** One event on the axis: a dot on its day, or a bar with ends over the days in which it lies. */
function Lane({ row, rows }: LaneProps) {
  const { scale }: { scale: TimeScale } = rows;
  const style = findLineStyle(row.event);
  const from = scale.place(row.start);
  const to = scale.place(row.end);
  const middle = percent((from + to) / 2);
  return (
    <svg className={`lane line-${style}`} width="100%" height="28" aria-hidden="true">
      <Grid rows={rows} />
      {row.isWindow ? (
        <>
          <line className="bar" x1={percent(from)} x2={percent(to)} y1="14" y2="14" />
          <line className="cap" x1={percent(from)} x2={percent(from)} y1="8" y2="20" />
          <line className="cap" x1={percent(to)} x2={percent(to)} y1="8" y2="20" />
        </>
      ) : (
        <circle className="dot" cx={middle} cy="14" r="5.5" />
      )}
      {style === 'struck' && (
        <svg x={middle} y="14" overflow="visible" aria-hidden="true">
          <line className="strike" x1="-8" y1="8" x2="8" y2="-8" />
        </svg>
      )}
    </svg>
  );
}

function EventWords({ event, index }: { readonly event: Event; readonly index: IndexedReading }) {
  const { document, sentences } = index.reading;
  const { trigger } = event;
  const sentence = sentences.find(({ start, end }) => trigger.start >= start && trigger.end <= end);
  const { before, words, after } = findContext(document.text, trigger, sentence);
  const place = event.where === undefined ? '' : (index.placeById.get(event.where)?.name ?? '');
  const actors = listNames(index, event.actors).join(', ');
  const recipients = listNames(index, event.recipients).join(', ');
  const who = recipients === '' ? actors : `${actors === '' ? TIMELINE.unnamed : actors} → ${recipients}`;
  const facts = [who, place, ...event.figures.map(describeFigure)].filter((fact) => fact !== '');
  return (
    <span className="timeline-words">
      <span className="timeline-sentence">
        {before}
        <span className={`event line-${findLineStyle(event)}`}>{words}</span>
        {after}
      </span>
      <span className="muted">
        {describeType(event)} ·{' '}
        {event.background ? TIMELINE.history(REALIS_WORDS[event.realis]) : REALIS_WORDS[event.realis]}
      </span>
      {facts.length > 0 && <span>{facts.join(' · ')}</span>}
    </span>
  );
}

interface TimelineProps {
  readonly index: IndexedReading;
  readonly onSelect: (event: string) => void;
}

/** The events of a document by day. Each is a door to its words. */
export function Timeline({ index, onSelect }: TimelineProps) {
  const axis = useRef<HTMLDivElement>(null);
  const width = useWidth(axis, 480);
  const rows = useMemo(() => makeTimelineRows(index, width), [index, width]);
  if (index.reading.events.length === 0) {
    return (
      <Empty title={TIMELINE.none}>
        <p>{TIMELINE.noneHint}</p>
      </Empty>
    );
  }
  return (
    <section className="timeline" aria-label={TIMELINE.label}>
      <LineKey />
      {rows.dated.length > 0 && (
        <div className="timeline-rows">
          <div className="timeline-head">
            <div ref={axis}>
              <Axis rows={rows} />
            </div>
          </div>
          <ol>
            {rows.dated.map((row) => {
              const { from, to, precision = 'day' } = row.event.when ?? {};
              return (
                <li key={row.event.id}>
                  <button type="button" className="timeline-row" onClick={() => onSelect(row.event.id)}>
                    <span className="timeline-day">
                      {describeRange(from, to, precision)}
                      {row.isWindow && (
                        <span className="timeline-precision">{TIMELINE.within(precision)}</span>
                      )}
                    </span>
                    <EventWords event={row.event} index={index} />
                    <Lane row={row} rows={rows} />
                  </button>
                </li>
              );
            })}
          </ol>
        </div>
      )}
      {rows.undated.length > 0 && (
        <section className="undated" aria-labelledby="undated">
          <h2 id="undated">{TIMELINE.undated}</h2>
          <ol>
            {rows.undated.map((event) => (
              <li key={event.id}>
                <button type="button" className="timeline-row" onClick={() => onSelect(event.id)}>
                  <EventWords event={event} index={index} />
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
    </section>
  );
}
