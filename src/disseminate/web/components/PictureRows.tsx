import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PictureList } from '../../../model/desk.ts';
import { useFacets } from '../api/queries.ts';
import { LIST_FILTERS } from '../words/text/lists.ts';
import { nameCountry } from '../words/vocabulary.ts';
import { useAsOf } from './instant.ts';
import { MoreRows } from './MoreRows.tsx';
import { Page } from './Page.tsx';
import { usePageRoving } from './roving.ts';
import { Empty, Failed, Loading } from './States.tsx';

type ListPath = '/stories' | '/incidents' | '/actors';

/** What a list says of itself. */
interface ListWords {
  readonly title: string;
  readonly fetchingAll: string;
  readonly total: (total: number) => string;
  readonly noneFits: string;
  readonly none: string;
  readonly noneHint: string;
  readonly noneFitsHint: string;
}

interface PictureRowsProps<Row> {
  readonly words: ListWords;
  readonly query: UseInfiniteQueryResult<InfiniteData<PictureList<Row>>>;
  readonly country: string | undefined;
  readonly to: ListPath;
  /** Beside the country: what else the list can be narrowed to. */
  readonly filters?: { readonly fields: ReactNode; readonly isSet: boolean };
  /** What can be done here, beside the heading. */
  readonly actions?: ReactNode;
  /** What stands below the list. */
  readonly end?: ReactNode;
  readonly children: (row: Row) => ReactNode;
}

function CountryFilter({ country, to }: { readonly country: string | undefined; readonly to: ListPath }) {
  const facets = useFacets(useAsOf());
  const navigate = useNavigate();
  const offered = facets.data?.countries.map(({ value }) => value) ?? [];
  const options = country === undefined || offered.includes(country) ? offered : [country, ...offered];
  const set = (value: string) => {
    navigate({ to, search: (search) => ({ ...search, country: value === '' ? undefined : value }) });
  };
  return (
    <label className={country === undefined ? 'filter' : 'filter is-set'}>
      <span>{LIST_FILTERS.country}</span>
      <select value={country ?? ''} onChange={(event) => set(event.target.value)}>
        <option value="">{LIST_FILTERS.any}</option>
        {options.map((value) => (
          <option key={value} value={value}>
            {nameCountry(value)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A list of stories, incidents or actors. */
export function PictureRows<Row>(props: PictureRowsProps<Row>) {
  const { words, query, country, to, filters, actions, end, children } = props;
  const frame = usePageRoving<HTMLUListElement>('.picture-row a[data-row]');
  const total = query.data?.pages[0]?.total;
  const isNarrowed = country !== undefined || filters?.isSet === true;
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page
      title={words.title}
      aside={
        <>
          <p className="muted" role="status">
            {total === undefined ? '' : words.total(total)}
          </p>
          {actions}
        </>
      }
    >
      <div className="picture-filters">
        {filters?.fields}
        <CountryFilter country={country} to={to} />
      </div>
      {query.isPending && <Loading label={words.fetchingAll} lines={12} />}
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <Empty title={isNarrowed ? words.noneFits : words.none}>
          <p>{isNarrowed ? words.noneFitsHint : words.noneHint}</p>
        </Empty>
      )}
      <ul className={query.isPlaceholderData ? 'picture-rows is-old' : 'picture-rows'} ref={frame}>
        {rows.map(children)}
      </ul>
      <MoreRows query={query} left={total === undefined ? undefined : total - rows.length} />
      {end}
    </Page>
  );
}
