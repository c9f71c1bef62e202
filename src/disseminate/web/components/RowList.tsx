import { useLocation } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { DocumentSummary, SearchHit } from '../api/wire.ts';
import { useReadKeys } from '../reader/queue/marks.ts';
import { DocumentRow } from './DocumentRow.tsx';
import { useKeys } from './keys.ts';

interface RowListProps {
  readonly rows: readonly (DocumentSummary | SearchHit)[];
  readonly hasMore: boolean;
  readonly isFetchingMore: boolean;
  readonly onMore: () => unknown;
}

/** Where each list was left, by its address: going back finds the same rows in the same place. */
const left = new Map<string, { readonly offset: number; readonly active: number }>();

/** Rows before the last at which the next page is fetched. */
const AHEAD = 10;

/** Rows of which only those in sight are drawn. j, k and the arrows go from one to the next. */
export function RowList({ rows, hasMore, isFetchingMore, onMore }: RowListProps) {
  const address = useLocation({ select: (location) => location.href });
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(() => left.get(address)?.active ?? -1);
  const [shown, setShown] = useState(address);
  // Another search shows other rows in the same list, so that a row in both keeps the focus.
  if (shown !== address) {
    setShown(address);
    setActive(left.get(address)?.active ?? -1);
  }
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 93,
    overscan: 6,
    initialOffset: () => left.get(address)?.offset ?? 0,
  });
  const drawn = virtualizer.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasMore && !isFetchingMore && last >= rows.length - AHEAD) onMore();
  }, [hasMore, isFetchingMore, last, rows.length, onMore]);

  useEffect(() => {
    const element = scroller.current;
    element?.scrollTo({ top: left.get(address)?.offset ?? 0 });
  }, [address]);

  useEffect(() => {
    const element = scroller.current;
    return () => void left.set(address, { offset: element?.scrollTop ?? 0, active });
  }, [address, active]);

  const go = (index: number) => {
    const next = Math.min(Math.max(index, 0), rows.length - 1);
    setActive(next);
    virtualizer.scrollToIndex(next);
    const focus = () => {
      const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`);
      link?.focus({ preventScroll: true });
      return link !== null && link !== undefined;
    };
    // A row far away is drawn only once the list has moved there.
    if (!focus()) requestAnimationFrame(() => requestAnimationFrame(focus));
  };
  const down = () => go(active + 1);
  const up = () => go(active - 1);
  const first = () => go(0);
  const final = () => go(rows.length - 1);
  useReadKeys(rows[active]?.id, down);
  useKeys({ j: down, k: up, ArrowDown: down, ArrowUp: up, Home: first, End: final });

  return (
    <div className="rows" ref={scroller}>
      <ol className="rows-all" style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={row.id}
              ref={virtualizer.measureElement}
              data-index={index}
              className="row"
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={hasMore ? -1 : rows.length}
              aria-posinset={index + 1}
            >
              <DocumentRow row={row} onFocus={() => setActive(index)} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
