import { type ReactNode, useState } from 'react';
import { COMMON } from '../words/text/common.ts';

interface LimitedProps<Item> {
  readonly items: readonly Item[];
  readonly first: number;
  readonly className?: string;
  readonly label?: string;
  readonly children: (item: Item, index: number) => ReactNode;
}

/** A list whose end is folded where it is long. `children` gives each item as a list item. */
export function Limited<Item>({ items, first, className, label, children }: LimitedProps<Item>) {
  const [isWhole, setWhole] = useState(false);
  // One more than allowed is shown rather than a button for it.
  const shown = isWhole || items.length <= first + 1 ? items : items.slice(0, first);
  return (
    <>
      <ul className={className} aria-label={label}>
        {shown.map(children)}
      </ul>
      {shown.length < items.length && (
        <button type="button" className="link more" onClick={() => setWhole(true)}>
          {COMMON.more(items.length - shown.length)}
        </button>
      )}
    </>
  );
}
