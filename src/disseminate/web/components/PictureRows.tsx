import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PictureList } from '../../../model/desk.ts';
import { useFacets } from '../api/queries.ts';
import { nameCountry } from '../words/vocabulary.ts';
import { useAsOf } from './instant.ts';
import { Page } from './Page.tsx';
import { usePageRoving } from './roving.ts';
import { Empty, Failed, Loading } from './States.tsx';

interface PictureRowsProps<Row> {
  readonly title: string;
  /** Of one row: `story`. */
  readonly noun: string;
  /** Of several: `stories`. */
  readonly nouns: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<PictureList<Row>>>;
  readonly country: string | undefined;
  readonly to: '/stories' | '/incidents';
  readonly children: (row: Row) => ReactNode;
}

function CountryFilter({
  country,
  to,
}: {
  readonly country: string | undefined;
  readonly to: '/stories' | '/incidents';
}) {
  const facets = useFacets(useAsOf());
  const navigate = useNavigate();
  const offered = facets.data?.countries.map(({ value }) => value) ?? [];
  const options = country === undefined || offered.includes(country) ? offered : [country, ...offered];
  const set = (value: string) => {
    navigate({ to, search: (search) => ({ ...search, country: value === '' ? undefined : value }) });
  };
  return (
    <label className={country === undefined ? 'filter' : 'filter is-set'}>
      <span>Country</span>
      <select value={country ?? ''} onChange={(event) => set(event.target.value)}>
        <option value="">any</option>
        {options.map((value) => (
          <option key={value} value={value}>
            {nameCountry(value)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A list of stories or incidents, the latest first. */
export function PictureRows<Row>(props: PictureRowsProps<Row>) {
  const { title, noun, nouns, query, country, to, children } = props;
  const frame = usePageRoving<HTMLUListElement>('.picture-row a[data-row]');
  const total = query.data?.pages[0]?.total;
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page
      title={title}
      aside={
        <p className="muted" role="status">
          {total === undefined ? '' : total === 1 ? `1 ${noun}` : `${total} ${nouns}`}
        </p>
      }
    >
      <div className="picture-filters">
        <CountryFilter country={country} to={to} />
      </div>
      {query.isPending && <Loading label={`Fetching ${nouns}`} lines={12} />}
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <Empty title={`No ${nouns} yet`}>
          <p>
            {country === undefined ? 'They arise from what is read in documents.' : 'Choose another country.'}
          </p>
        </Empty>
      )}
      <ul className={query.isPlaceholderData ? 'picture-rows is-old' : 'picture-rows'} ref={frame}>
        {rows.map(children)}
      </ul>
      {query.hasNextPage && (
        <p className="more-rows">
          <button
            type="button"
            className="button"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {total === undefined ? 'More' : `${total - rows.length} more`}
          </button>
        </p>
      )}
    </Page>
  );
}
