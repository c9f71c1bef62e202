import { SEARCH_TERMS, SEARCHED, type Searched } from '../../../model/search.ts';

/* What the address of a search carries: all of its words and filters, so that whoever is sent it sees the same. */

export type TermName = (typeof SEARCH_TERMS)[number];
export type SearchTerms = { readonly [Name in TermName]?: string | undefined };

export interface FoundSearch extends SearchTerms {
  readonly of?: Searched | undefined;
}

/** Filters: every term but the words. */
export const FOUND_FILTERS = SEARCH_TERMS.filter((name) => name !== 'q' && name !== 'versions');

export function parseFoundSearch(raw: Readonly<Record<string, unknown>>): FoundSearch {
  const of = SEARCHED.find((each) => each === raw.of);
  const terms = SEARCH_TERMS.flatMap((name) => {
    const value = raw[name];
    return typeof value === 'string' && value !== '' && value.length <= 500 ? [[name, value]] : [];
  });
  return { ...(of === undefined ? {} : { of }), ...(Object.fromEntries(terms) as SearchTerms) };
}

/** What is looked for, and by which terms; of several versions of a page the latest unless the address says otherwise. */
export function readQuestion({ of = 'claims', ...rest }: FoundSearch): {
  readonly of: Searched;
  readonly terms: SearchTerms;
} {
  const terms = Object.fromEntries(
    SEARCH_TERMS.flatMap((name) => (rest[name] === undefined ? [] : [[name, rest[name]]])),
  ) as SearchTerms;
  return { of, terms: { ...terms, versions: rest.versions ?? 'latest' } };
}
