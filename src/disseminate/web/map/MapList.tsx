import { Link, useLocation } from '@tanstack/react-router';
import { memo, useEffect, useLayoutEffect, useState } from 'react';
import type { MapRow } from '../../../model/map.ts';
import { isAtPoint, type WatchArea } from '../../../model/watch-area.ts';
import { usePageRoving } from '../components/roving.ts';
import { Door } from '../evidence/Door.tsx';
import { describeWhen } from '../incident/IncidentLine.tsx';
import type { MapSearch } from '../routes/map-search.ts';
import { LIST } from '../words/text/map.ts';
import { describeFacts } from './Described.tsx';
import { MarkSign } from './MarkSign.tsx';
import { FORM_OF, findTelling, type PlacedRow } from './marks.ts';

/** Rows drawn at first, and more of them with each step. */
const ROWS = 60;

/** How far the list was read, by the place in the history: going back finds it there. */
const left = new Map<string, { readonly rows: number; readonly top: number }>();

interface MapListProps {
  readonly rows: readonly PlacedRow[];
  /** What cannot be drawn. */
  readonly unplaced: readonly MapRow[];
  readonly place: string | undefined;
  readonly area: WatchArea | undefined;
  readonly isAll: boolean;
  readonly onChange: (changed: Partial<MapSearch>) => void;
}

/** Everything that is on the map, in words: the way through it by keyboard and for screen readers. */
export const MapList = memo(function MapList({ rows, unplaced, place, area, isAll, onChange }: MapListProps) {
  const key = useLocation({ select: ({ state }) => state.key ?? '' });
  const [shown, setShown] = useState(() => left.get(key)?.rows ?? ROWS);
  const frame = usePageRoving<HTMLElement>('.map-row .door');
  useLayoutEffect(() => {
    frame.current?.scrollTo({ top: left.get(key)?.top ?? 0 });
  }, [frame, key]);
  useEffect(() => {
    const list = frame.current;
    if (list === null) return;
    const keep = () => left.set(key, { rows: shown, top: list.scrollTop });
    keep();
    list.addEventListener('scroll', keep, { passive: true });
    return () => list.removeEventListener('scroll', keep);
  }, [frame, key, shown]);
  const name = area?.name ?? rows[0]?.row.where?.name;
  const isNarrow = place !== undefined || area !== undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="map-list" ref={frame} tabIndex={0} aria-label={LIST.label}>
      {isNarrow ? (
        <p className="map-place">
          <strong dir="auto">{name === undefined ? '' : LIST.atPlace(name)}</strong>
          <button
            type="button"
            className="link"
            onClick={() => onChange({ place: undefined, area: undefined })}
          >
            {LIST.leavePlace}
          </button>
        </p>
      ) : (
        <label className="map-scope">
          <input
            type="checkbox"
            checked={isAll}
            onChange={({ target }) => onChange({ scope: target.checked ? 'all' : undefined })}
          />
          {LIST.scope}
        </label>
      )}
      {rows.length === 0 && <p className="muted map-empty">{LIST.noneInView}</p>}
      <ol>
        {rows.slice(0, shown).map((placed) => (
          <Row key={placed.row.id} row={placed.row} />
        ))}
      </ol>
      {rows.length > shown && (
        <p className="more-rows">
          <button type="button" className="button" onClick={() => setShown(shown + ROWS)}>
            {LIST.more(rows.length - shown)}
          </button>
        </p>
      )}
      {unplaced.length > 0 && !isNarrow && (
        <details className="map-unplaced">
          <summary>{LIST.unplaced(unplaced.length)}</summary>
          <p className="muted">{LIST.unplacedWhy}</p>
          <ol>
            {unplaced.slice(0, 10 * ROWS).map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
});

/** Where it is told to be: of what is no point, that it is none. */
function describeWhere({ where }: MapRow): string {
  if (where === undefined) return LIST.noPlace;
  const rough = isAtPoint(where) ? undefined : LIST.noPoint[where.precision];
  return rough === undefined ? where.name : `${where.name}, ${rough}`;
}

const Row = memo(function Row({ row }: { readonly row: MapRow }) {
  return (
    <li className="map-row">
      <MarkSign form={FORM_OF[row.type]} telling={findTelling(row)} />
      <div>
        <p>
          <Door to={{ kind: 'incident', incident: row.id }}>
            <span dir="auto">{row.title}</span>
          </Door>
        </p>
        <p className="muted">
          {describeWhen(row)} · <span dir="auto">{describeWhere(row)}</span>
        </p>
        <p className="muted">
          {describeFacts({ row }).join(' · ')} ·{' '}
          <Link to="/incidents/$id" params={{ id: row.id }} aria-label={`${LIST.whole}: ${row.title}`}>
            {LIST.whole}
          </Link>
        </p>
      </div>
    </li>
  );
});
