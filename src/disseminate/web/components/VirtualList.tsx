import { useLocation } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useEvidenceAddress } from '../evidence/Door.tsx';
import { useKeys } from './keys.ts';

interface VirtualListProps {
  readonly total: number;
  /** Height of a row in pixels before it was drawn. */
  readonly height: number;
  readonly label: string;
  /** What of a row takes the focus. */
  readonly selector: string;
  readonly isOld?: boolean;
  /** Told which rows are in sight. */
  readonly onRange?: (first: number, last: number) => void;
  readonly children: (index: number) => ReactNode;
}

/** The row that had the focus last, by list and address: going back finds it. */
const left = new Map<string, number>();

/**
 * A list of any length in a page that scrolls as one: only the rows in sight are there. j, k and the arrows go from one to the next,
 * Home and End to the ends.
 */
export function VirtualList(props: VirtualListProps) {
  const { total, height, label, selector, isOld = false, onRange, children } = props;
  const list = useRef<HTMLOListElement>(null);
  const name = `${useLocation({ select: ({ pathname, searchStr }) => pathname + searchStr.replace(/[?&]evidence=[^&]*/, '') })} ${label}`;
  const [active, setActive] = useState(() => left.get(name) ?? -1);
  const [margin, setMargin] = useState(0);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => document.getElementById('page'),
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: margin,
  });
  // What stands above the list may grow and shrink.
  useLayoutEffect(() => {
    const element = list.current;
    const page = document.getElementById('page');
    if (element === null || page === null) return;
    const measure = () =>
      setMargin(element.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(page);
    for (const child of page.children) watch.observe(child);
    return () => watch.disconnect();
  }, []);
  const drawn = virtualizer.getVirtualItems();
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  useEffect(() => () => void left.set(name, active), [name, active]);

  const go = (index: number) => {
    const next = Math.min(Math.max(index, 0), total - 1);
    setActive(next);
    virtualizer.scrollToIndex(next);
    // A row far away is drawn only once the list has moved there, and its words may still be on their way.
    const focus = (tries: number) => {
      const target = list.current?.querySelector<HTMLElement>(`[data-index="${next}"] ${selector}`);
      if (target) target.focus({ preventScroll: true });
      else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
    };
    focus(60);
  };
  const isOpen = useEvidenceAddress() !== undefined;
  useKeys(
    isOpen
      ? {}
      : {
          j: () => go(active + 1),
          k: () => go(active - 1),
          ArrowDown: () => go(active + 1),
          ArrowUp: () => go(active - 1),
          Home: () => go(0),
          End: () => go(total - 1),
        },
  );
  return (
    <ol
      className={isOld ? 'virtual-list is-old' : 'virtual-list'}
      aria-label={label}
      ref={list}
      style={{ height: virtualizer.getTotalSize() }}
    >
      {drawn.map(({ index, start }) => (
        <li
          key={index}
          ref={virtualizer.measureElement}
          data-index={index}
          className="virtual-row"
          style={{ transform: `translateY(${start - margin}px)` }}
          aria-setsize={total}
          aria-posinset={index + 1}
          onFocus={() => setActive(index)}
        >
          {children(index)}
        </li>
      ))}
    </ol>
  );
}
