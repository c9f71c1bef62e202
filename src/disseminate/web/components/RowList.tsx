import { useLocation } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useReadKeys } from '../reader/queue/marks.ts';
import { useKeys } from './keys.ts';

interface RowListProps<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly isFetchingMore: boolean;
  readonly onMore: () => unknown;
  /** Unique in the list. */
  readonly nameOf: (row: Row) => string;
  /** The document that a row leads to, to be marked as read by its key. */
  readonly documentOf: (row: Row) => string;
  /** A row, with the link in its heading that says when it has the focus. */
  readonly draw: (row: Row, onFocus: () => void) => ReactNode;
}

/** Where each list was left, by its address: going back finds the same rows in the same place. */
const left = new Map<string, { readonly offset: number; readonly active: number }>();

/** Rows before the last at which the next page is fetched. */
const AHEAD = 30;
/** Height of a row before it is drawn. */
const HEIGHT = 90;

/** Rows of which only those in sight are drawn. j, k and the arrows go from one to the next. */
export function RowList<Row>({
  rows,
  hasMore,
  isFetchingMore,
  onMore,
  nameOf,
  documentOf,
  draw,
}: RowListProps<Row>) {
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
    estimateSize: () => HEIGHT,
    getItemKey: (index) => nameOf(rows[index]!),
    overscan: 8,
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
      const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] h2 a`);
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
  const here = rows[active];
  useReadKeys(here === undefined ? undefined : documentOf(here), down);
  useKeys({ j: down, k: up, ArrowDown: down, ArrowUp: up, Home: first, End: final });

  return (
    <div className="rows" ref={scroller}>
      <ol className="rows-all" style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className="row"
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={hasMore ? -1 : rows.length}
              aria-posinset={index + 1}
            >
              {draw(row, () => setActive(index))}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
