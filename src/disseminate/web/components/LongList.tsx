import { type ReactNode, useCallback, useState } from 'react';
import type { Parameters } from '../api/client.ts';
import { useListWindow } from '../api/window.ts';
import { Page } from './Page.tsx';
import { Empty, Failed, Loading } from './States.tsx';
import { VirtualList } from './VirtualList.tsx';

export interface ListWords {
  readonly title: string;
  readonly fetching: string;
  readonly none: string;
  readonly noneFits: string;
  readonly arise: string;
  readonly widen: string;
  readonly total: (total: number) => string;
  readonly list: string;
}

interface LongListProps<Row> {
  readonly words: ListWords;
  readonly path: string;
  readonly parameters: Parameters;
  /** Whether fewer are asked for than there are. */
  readonly isNarrowed: boolean;
  readonly filters: ReactNode;
  readonly children: (row: Row) => ReactNode;
}

/** Height of a row before it was drawn, in pixels. */
const HEIGHT = 92;

/** A page that is one list, of however many rows: only those in sight are fetched and drawn. */
export function LongList<Row>(props: LongListProps<Row>) {
  const { words, path, parameters, isNarrowed, filters, children } = props;
  const [range, setRange] = useState({ first: 0, last: 0 });
  const list = useListWindow<Row>(path, parameters, range);
  const see = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const { total } = list;
  return (
    <Page
      title={words.title}
      aside={
        <p className="muted" role="status">
          {total === undefined ? '' : words.total(total)}
        </p>
      }
    >
      {filters}
      {list.error !== null && <Failed error={list.error} onRetry={list.refetch} />}
      {total === undefined && list.error === null && <Loading label={words.fetching} lines={12} />}
      {total === 0 && (
        <Empty title={isNarrowed ? words.noneFits : words.none}>
          <p>{isNarrowed ? words.widen : words.arise}</p>
        </Empty>
      )}
      {total !== undefined && total > 0 && (
        <VirtualList
          // Another choice is another list, from its top.
          key={JSON.stringify(parameters)}
          total={total}
          height={HEIGHT}
          label={words.list}
          selector="a[data-row]"
          isOld={list.isOld}
          onRange={see}
        >
          {(index) => {
            const row = list.row(index);
            return row === undefined ? <div className="virtual-wait" aria-busy="true" /> : children(row);
          }}
        </VirtualList>
      )}
    </Page>
  );
}
