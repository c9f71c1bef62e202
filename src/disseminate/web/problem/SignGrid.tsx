import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, memo, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { SignHistory, SignRow } from '../../../model/sign-history.ts';
import { formatEvidence } from '../evidence/address.ts';
import { Door, useEvidenceAddress } from '../evidence/Door.tsx';
import { describeDate } from '../words/dates.ts';
import { SIGNS } from '../words/text/problem.ts';
import { findPlace, groupMonths, nameForm, type Place, tellCell, tellWeight } from './signs.ts';

interface GridProps {
  readonly history: SignHistory;
  readonly problem: string;
  readonly onPoint: (at: Place) => void;
}

function readPlace(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return cell === null
    ? undefined
    : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

const findCell = (frame: HTMLElement | null, { row, column }: Place) =>
  frame?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);

function Head({ history }: { readonly history: SignHistory }) {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="sign-name">
          {SIGNS.sign}
        </th>
        {groupMonths(history.days).map(({ month, days }) => (
          <th key={month} scope="colgroup" colSpan={days} className="sign-month">
            {days > 3 && describeDate(month)}
          </th>
        ))}
        {[SIGNS.weight, SIGNS.halfLife, SIGNS.costToFake, SIGNS.reversible].map((title) => (
          <th key={title} scope="col" rowSpan={2} className="sign-fact">
            {title}
          </th>
        ))}
      </tr>
      <tr>
        {history.days.map(({ day }) => (
          <th key={day} scope="col" className="sign-date">
            <span aria-hidden="true">{isMarked(day) ? Number(day.slice(8)) : ''}</span>
            <span className="unseen">{describeDate(day)}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Every seventh day bears its number. */
const isMarked = (day: string) => ['01', '08', '15', '22', '29'].includes(day.slice(8));

interface RowProps {
  readonly row: SignRow;
  readonly at: number;
  readonly history: SignHistory;
  readonly problem: string;
}

function Row({ row, at, history: { days }, problem }: RowProps) {
  const { id, title, cells, kind, halfLife, costToFake, reversible } = row;
  return (
    <tr>
      <th scope="row" className="sign-name">
        <Door to={{ kind: 'problem', problem, part: id }} className="sign-door">
          <span dir="auto">{title}</span>
        </Door>
      </th>
      {cells.map((cell, column) => {
        const { day, reports } = days[column]!;
        const isDead = (cell.coverage?.dead ?? 0) > 0 && cell.state !== 'observed' && reports > 0;
        return (
          <td
            key={day}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells of a grid, with one stop for Tab
            role="gridcell"
            className={`sign-day sign-${nameForm(cell, reports)}${isDead ? ' is-dead-day' : ''}`}
            tabIndex={-1}
            data-row={at}
            data-column={column}
            data-door={formatEvidence({ kind: 'problem', problem, part: id, on: day })}
            aria-label={SIGNS.cell(row, describeDate(day), tellCell(cell, reports))}
          />
        );
      })}
      <td className="sign-fact">
        {kind === 'window' ? `${tellWeight(row)}, ${SIGNS.isWindow}` : tellWeight(row)}
      </td>
      <td className="sign-fact">{halfLife === undefined ? SIGNS.none : SIGNS.days(halfLife)}</td>
      <td className="sign-fact">{costToFake ?? SIGNS.notSaid}</td>
      <td className="sign-fact">{reversible ?? SIGNS.notSaid}</td>
    </tr>
  );
}

/** A thousand cells are drawn once, whatever is pointed at. */
const Table = memo(function Table({ history, problem }: Omit<GridProps, 'onPoint'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one goes through its cells by arrow keys
    <table className="sign-grid" role="grid" aria-label={SIGNS.grid} aria-readonly="true">
      <Head history={history} />
      <tbody>
        {history.rows.map((row, at) => (
          <Row key={row.id} row={row} at={at} history={history} problem={problem} />
        ))}
      </tbody>
    </table>
  );
});

/** Frames below this width have no room for days and summary side by side. */
const ROOMY = 700;

/** How far to scroll for the latest day to stand at the right, with the summary beside it where there is room. */
function findLatest(element: HTMLElement): number {
  if (element.clientWidth >= ROOMY) return element.scrollWidth;
  const cells = element.querySelectorAll<HTMLElement>('tr:first-child > [data-column]');
  const last = cells[cells.length - 1];
  return last === undefined ? 0 : last.offsetLeft + last.offsetWidth - element.clientWidth;
}

/** The latest days are in sight at first; where earlier ones come in on the left, what was in sight stays there. */
function useScrolled(frame: RefObject<HTMLElement | null>, days: number): void {
  const width = useRef<number>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew whenever there are more days
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    if (width.current === undefined) element.scrollLeft = findLatest(element);
    else element.scrollLeft += element.scrollWidth - width.current;
    width.current = element.scrollWidth;
  }, [frame, days]);
}

/** One cell can be reached by Tab: the one that had the focus last, or the latest day of the first row. */
function useTabStop(frame: RefObject<HTMLElement | null>, { days, rows }: SignHistory) {
  const stop = useRef<HTMLElement | null>(null);
  const put = (cell: HTMLElement | null | undefined) => {
    if (stop.current !== null) stop.current.tabIndex = -1;
    stop.current = cell ?? null;
    if (stop.current !== null) stop.current.tabIndex = 0;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cells are others where days or rows are
  useEffect(() => {
    put(findCell(frame.current, { row: 0, column: days.length - 1 }));
  }, [days.length, rows.length, frame]);
  return put;
}

/** Indicators by days. A cell says what it rests on, and opens it as of the end of its day. */
export function SignGrid({ history, problem, onPoint }: GridProps) {
  const frame = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const shown = useEvidenceAddress();
  const columns = history.days.length;
  useScrolled(frame, columns);
  const putStop = useTabStop(frame, history);
  useEffect(() => {
    const opened =
      shown === undefined ? null : frame.current?.querySelector(`td[data-door="${CSS.escape(shown)}"]`);
    opened?.setAttribute('aria-selected', 'true');
    return () => opened?.removeAttribute('aria-selected');
  }, [shown]);
  const open = (at: Place) => {
    const evidence = findCell(frame.current, at)?.dataset['door'];
    if (evidence === undefined) return;
    void navigate({
      to: '.',
      search: (search) => ({ ...search, evidence }),
      replace: shown !== undefined,
      state: (before) => (shown === undefined ? { ...before, wentIn: true } : before),
      resetScroll: false,
    });
  };
  const go = (event: KeyboardEvent) => {
    const at = readPlace(event.target);
    if (at === undefined || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(at);
      return;
    }
    const next = findPlace(event.key, at, { rows: history.rows.length, columns, isFar: event.ctrlKey });
    if (next === undefined) return;
    event.preventDefault();
    findCell(frame.current, next)?.focus();
  };
  const point = ({ target }: { readonly target: EventTarget }) => {
    const at = readPlace(target);
    if (at !== undefined) onPoint(at);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is done in its cells is listened to here, once for all of them
    <div
      className="signs-frame"
      ref={frame}
      onKeyDown={go}
      onClick={({ target }) => {
        const at = readPlace(target);
        if (at !== undefined) open(at);
      }}
      onMouseOver={point}
      onFocus={(event) => {
        point(event);
        if (readPlace(event.target) !== undefined) putStop(event.target);
      }}
    >
      <Table history={history} problem={problem} />
    </div>
  );
}
