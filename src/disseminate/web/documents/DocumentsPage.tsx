import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useRows } from '../api/queries.ts';
import { DocumentRow } from '../components/DocumentRow.tsx';
import { Filters } from '../components/Filters.tsx';
import { useAsOf } from '../components/instant.ts';
import { RowList } from '../components/RowList.tsx';
import { Empty, Failed, Loading } from '../components/States.tsx';
import { formatList, type QueueTerms } from '../reader/queue/list.ts';
import { OpenedFrom } from '../reader/queue/opened.ts';
import { FILTERS, type ListSearch, parseListSearch } from '../routes/search.ts';
import { DOCUMENT_LIST } from '../words/text/reading.ts';
import { count } from '../words/vocabulary.ts';

const documentsRoute = getRouteApi('/documents');

function NothingFound({ search }: { readonly search: ListSearch }) {
  const isNarrowed = search.q !== undefined || FILTERS.some((name) => search[name] !== undefined);
  if (isNarrowed) {
    return (
      <Empty title={DOCUMENT_LIST.noneFits}>
        <p>{DOCUMENT_LIST.noneFitsHint}</p>
      </Empty>
    );
  }
  return (
    <Empty title={DOCUMENT_LIST.none}>
      <p>{DOCUMENT_LIST.noneHint}</p>
    </Empty>
  );
}

/** All documents, or those that a search finds. */
export function DocumentsPage() {
  const search = documentsRoute.useSearch();
  const rows = useRows({ ...search, asOf: useAsOf() });
  const found = useMemo(() => rows.data?.pages.flatMap((page) => page.rows) ?? [], [rows.data]);
  const kind = search.q === undefined ? 'document' : 'hit';
  const counted = count(found.length, kind);

  return (
    <div className="list-page">
      <div className="list-head">
        <h1 dir="auto">{search.q === undefined ? DOCUMENT_LIST.title : DOCUMENT_LIST.searched(search.q)}</h1>
        <p className="list-count" role="status">
          {rows.isPending ? '' : rows.hasNextPage ? DOCUMENT_LIST.first(counted) : counted}
        </p>
        <Filters search={search} />
      </div>
      {rows.isPending && <Loading label={DOCUMENT_LIST.fetching} lines={12} />}
      {rows.isError && <Failed error={rows.error} onRetry={() => rows.refetch()} />}
      {rows.isSuccess && found.length === 0 && <NothingFound search={search} />}
      {rows.isSuccess && found.length > 0 && (
        <OpenedFrom
          value={formatList({ kind: 'documents', terms: parseListSearch({ ...search }) as QueueTerms })}
        >
          <RowList
            rows={found}
            hasMore={rows.hasNextPage}
            isFetchingMore={rows.isFetchingNextPage}
            onMore={rows.fetchNextPage}
            nameOf={(row) => row.id}
            documentOf={(row) => row.id}
            draw={(row, onFocus) => <DocumentRow row={row} onFocus={onFocus} />}
          />
        </OpenedFrom>
      )}
    </div>
  );
}
