import { getRouteApi, Link } from '@tanstack/react-router';
import { Popover } from 'radix-ui';
import { useEffect, useMemo, useState } from 'react';
import { SEARCHED, type Searched } from '../../../model/search.ts';
import { findExport, type Question, useFound, useFoundCount } from '../api/search.ts';
import { useAsOf } from '../components/instant.ts';
import { RowList } from '../components/RowList.tsx';
import { Empty, Failed, Loading } from '../components/States.tsx';
import { formatList } from '../reader/queue/list.ts';
import { OpenedFrom } from '../reader/queue/opened.ts';
import { SEARCH } from '../words/text/search.ts';
import { FOUND_FILTERS, readQuestion, type SearchTerms } from './address.ts';
import { FilterPanel } from './FilterPanel.tsx';
import { FoundRow, findPlace, nameFound } from './FoundRow.tsx';
import { SavedSearches } from './SavedSearches.tsx';
import { SaveSearch } from './SaveSearch.tsx';

const searchRoute = getRouteApi('/search');

/** One of the kinds that can be looked for, with how many there are. */
function KindTab({ of, question }: { readonly of: Searched; readonly question: Question }) {
  const { data } = useFoundCount({ ...question, of });
  return (
    <Link
      to="/search"
      search={(old) => ({ ...old, of })}
      className={of === question.of ? 'tab is-current' : 'tab'}
      aria-current={of === question.of ? 'page' : undefined}
    >
      {SEARCH.kinds[of]}
      {data !== undefined && (
        <span className="tab-count">
          {new Intl.NumberFormat('en').format(data.count)}
          {data.isWhole ? '' : '+'}
        </span>
      )}
    </Link>
  );
}

function ExportMenu({ question }: { readonly question: Question }) {
  return (
    <Popover.Root>
      <Popover.Trigger className="button">{SEARCH.export}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover search-export" align="end" sideOffset={6}>
          {(['csv', 'ndjson', 'json'] as const).map((format) => (
            <a key={format} className="link" href={findExport(question, format)} download>
              {SEARCH.formats[format]}
            </a>
          ))}
          <p className="muted">{SEARCH.exportNote}</p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Nothing({ terms }: { readonly terms: SearchTerms }) {
  const isNarrowed = terms.q !== undefined || FOUND_FILTERS.some((name) => terms[name] !== undefined);
  return (
    <Empty title={isNarrowed ? SEARCH.noneTitle : SEARCH.emptyTitle}>
      <p>{isNarrowed ? SEARCH.none : SEARCH.empty}</p>
    </Empty>
  );
}

function Results({ question }: { readonly question: Question }) {
  const found = useFound(question);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  const rows = useMemo(() => found.data?.pages.flatMap((page) => page.rows) ?? [], [found.data]);
  // An answer may be without rows and still have more to look through.
  const isLooking = rows.length === 0 && hasNextPage;
  useEffect(() => {
    if (isLooking && !isFetchingNextPage) void fetchNextPage();
  }, [isLooking, isFetchingNextPage, fetchNextPage]);
  const { of, terms } = question;
  return (
    <div className="search-results">
      <p className="list-count search-shown" role="status">
        {found.isPending || isLooking
          ? isLooking
            ? SEARCH.looking
            : ''
          : SEARCH.shown(rows.length, SEARCH.nouns[of], !hasNextPage)}
      </p>
      {(found.isPending || isLooking) && <Loading label={SEARCH.fetching} lines={12} />}
      {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && rows.length === 0 && !isLooking && <Nothing terms={terms} />}
      {rows.length > 0 && (
        <OpenedFrom value={formatList({ kind: 'search', terms: { ...terms, of } })}>
          <RowList
            rows={rows}
            hasMore={hasNextPage}
            isFetchingMore={isFetchingNextPage}
            onMore={fetchNextPage}
            nameOf={nameFound}
            documentOf={(found) => findPlace(found).document}
            draw={(found, onFocus) => <FoundRow found={found} onFocus={onFocus} />}
          />
        </OpenedFrom>
      )}
    </div>
  );
}

/** Whatever is kept by its words and by what it carries: documents, single claims, single events. */
export function SearchPage() {
  const search = searchRoute.useSearch();
  const asOf = useAsOf();
  const { of, terms } = useMemo(() => readQuestion(search), [search]);
  const question: Question = { of, terms, asOf };
  const counted = useFoundCount(question);
  const [isOpen, setOpen] = useState(false);
  const active = FOUND_FILTERS.filter((name) => terms[name] !== undefined).length;
  return (
    <div className="search-page">
      <header className="search-head">
        <h1 dir="auto">{terms.q === undefined ? SEARCH.title : SEARCH.titleOf(terms.q)}</h1>
        <div className="search-acts">
          <button
            type="button"
            className="button search-toggle"
            aria-expanded={isOpen}
            aria-controls="search-side"
            onClick={() => setOpen(!isOpen)}
          >
            {active > 0 ? SEARCH.filtersSet(active) : SEARCH.filters}
          </button>
          <SaveSearch of={of} terms={terms} />
          <ExportMenu question={question} />
        </div>
        <nav className="tabs" aria-label={SEARCH.kindsLabel}>
          {SEARCHED.map((kind) => (
            <KindTab key={kind} of={kind} question={question} />
          ))}
        </nav>
      </header>
      <Results question={question} />
      <aside id="search-side" className={isOpen ? 'search-side is-open' : 'search-side'}>
        <button type="button" className="button search-close" onClick={() => setOpen(false)}>
          {SEARCH.close}
        </button>
        <SavedSearches />
        <FilterPanel of={of} terms={terms} facets={counted.data?.facets} />
      </aside>
    </div>
  );
}
