import { createHash } from 'node:crypto';
import { DecisionError, RequestError, StartingError } from '../model/errors.ts';
import type { Reliability } from '../model/grade.ts';
import type { SavedSearch } from '../model/saved-search.ts';
import type {
  Found,
  FoundWeight,
  SavedSearchRow,
  SearchAnswer,
  Searching,
  SearchQuestion,
} from '../model/search.ts';
import type { DocumentFilter, EntryFilter, Store } from '../store/store.ts';

export interface SearchingOptions {
  readonly store: Store;
  /** ISO 8601 instant. */
  readonly now: () => string;
  /** What the picture says as of an instant, or of now. */
  readonly weigh: (asOf: string | undefined) => Promise<Weigher>;
}

/** The picture as far as a search asks for it. */
export interface Weigher {
  weigh(found: Found): FoundWeight;
  /** Outlets whose grade this is. */
  listOutlets(grade: Reliability): readonly string[];
}

/** Pages of the store that one answer with a count of origins looks through. */
const MOST_PAGES = 10;
const PAGE = 200;
/** Rows that are counted where each has to be weighed. */
const MOST_COUNTED = 500;
const MOST_SAVED = 200;

/**
 * Searches of the store, joined with what the picture says of what is found. Words and all filters but two are the store's: `grade` is
 * turned into the outlets that have it, and for `origins` each row is weighed.
 */
export function makeSearching({ store, now, weigh }: SearchingOptions): Searching {
  const ask = async (
    { of, terms, knownAfter, asOf }: SearchQuestion,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<SearchAnswer> => {
    const { q = '', grade, happensFrom, happensTo, actorName, place, origins: _, ...filters } = terms;
    const outlets = grade === undefined ? undefined : (await weigh(asOf)).listOutlets(grade as Reliability);
    const filter = {
      ...filters,
      ...(outlets !== undefined && { outlets }),
      ...(knownAfter !== undefined && { knownAfter }),
      ...(asOf !== undefined && { asOf }),
      ...page,
    } as DocumentFilter & EntryFilter & typeof page;
    if (of !== 'documents') {
      const parts = {
        ...(q.trim() !== '' && { query: q }),
        ...(happensFrom !== undefined && { happensFrom }),
        ...(happensTo !== undefined && { happensTo }),
        ...(actorName !== undefined && { actorName }),
        ...(place !== undefined && { place }),
      };
      return {
        of,
        ...(await store.searchEntries({ ...filter, ...parts, of: of === 'claims' ? 'claim' : 'event' })),
      };
    }
    const query = joinQuery(q, [actorName, place]);
    if (query !== '') return { of, ...(await store.search({ ...filter, query })) };
    const { rows, ...rest } = await store.listDocuments(filter);
    const hits = rows.map((row) => ({
      ...row,
      ...{ matches: [], titleMatches: [], matchedClaims: [] },
      snippet: { text: row.excerpt, marks: [] },
    }));
    return { of, rows: hits, ...rest };
  };

  const search: Searching['search'] = async (question, { limit = 50, cursor, isWeighed = false } = {}) => {
    const least = readLeast(question);
    if (least === 0) {
      const answer = await ask(question, { limit, ...(cursor !== undefined && { cursor }) });
      if (!isWeighed) return answer;
      const weigher = await weigh(question.asOf).catch(passOverStart);
      if (weigher === undefined) return answer;
      return { ...answer, rows: answer.rows.map((found) => ({ ...found, weight: weigher.weigh(found) })) };
    }
    const weigher = await weigh(question.asOf);
    const rows: Found[] = [];
    let next = cursor;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      // So many at once that no row is left over: the cursor goes on after the last that was weighed.
      const answer = await ask(question, {
        limit: Math.min(limit, PAGE),
        ...(next !== undefined && { cursor: next }),
      });
      for (const found of answer.rows) {
        const weight = weigher.weigh(found);
        if ((weight.confirmed ?? 0) >= least) rows.push({ ...found, weight });
      }
      next = answer.cursor;
      if (next === undefined || rows.length >= limit / 2) break;
    }
    return { of: question.of, rows, ...(next !== undefined && { cursor: next }) };
  };

  const countFound: Searching['countFound'] = async (question) => {
    const { of, terms, knownAfter, asOf } = question;
    const { q = '', grade, happensFrom, happensTo, actorName, place, origins: _, ...filters } = terms;
    const outlets = grade === undefined ? undefined : (await weigh(asOf)).listOutlets(grade as Reliability);
    const filter = {
      ...filters,
      ...(outlets !== undefined && { outlets }),
      ...(knownAfter !== undefined && { knownAfter }),
      ...(asOf !== undefined && { asOf }),
    } as DocumentFilter & EntryFilter;
    const counted =
      of === 'documents'
        ? await store.countDocuments({ ...filter, query: joinQuery(q, [actorName, place]) })
        : await store.countEntries(of === 'claims' ? 'claim' : 'event', {
            ...filter,
            ...(q.trim() !== '' && { query: q }),
            ...(happensFrom !== undefined && { happensFrom }),
            ...(happensTo !== undefined && { happensTo }),
            ...(actorName !== undefined && { actorName }),
            ...(place !== undefined && { place }),
          });
    if (readLeast(question) === 0) return counted;
    const { rows, cursor } = await search(question, { limit: MOST_COUNTED });
    return { ...counted, count: rows.length, isWhole: cursor === undefined };
  };

  const find = async (id: string): Promise<SavedSearch | undefined> =>
    (await store.listSavedSearches()).find((saved) => saved.id === id);

  return {
    search,
    countFound,
    async listSavedSearches() {
      const rows: SavedSearchRow[] = [];
      for (const saved of await store.listSavedSearches()) {
        const { count, isWhole } = await countFound({
          of: saved.of,
          terms: saved.terms,
          knownAfter: saved.seen,
        });
        rows.push({ ...saved, news: { count, isWhole } });
      }
      return rows;
    },
    async saveSearch({ isAlert = false, ...draft }) {
      const before = await store.listSavedSearches();
      if (before.length >= MOST_SAVED)
        throw new RequestError('saved searches', `there are ${MOST_SAVED} already`, 'Delete one first.');
      const created = now();
      const id = `q${createHash('sha256')
        .update(JSON.stringify([created, draft, before.length]))
        .digest('hex')
        .slice(0, 12)}`;
      const saved: SavedSearch = {
        ...{ kind: 'saved search', id, ...draft, created, seen: created },
        ...(isAlert && { alert: { since: created, until: created, happenings: [] } }),
      };
      await store.putSavedSearch(saved);
      return saved;
    },
    async changeSearch(id, { name, nameBefore, isAlert, isSeen = false }) {
      const saved = await find(id);
      if (saved === undefined) return undefined;
      if (name !== undefined && nameBefore !== undefined && nameBefore !== saved.name)
        throw new DecisionError('conflict', {
          of: nameBefore,
          problem: `somebody has renamed it meanwhile to “${saved.name}”`,
          remedy: 'Look at that name; then give yours all the same, or leave it.',
        });
      const { alert, ...rest } = saved;
      const at = now();
      const told =
        isAlert === false
          ? undefined
          : (alert ?? (isAlert === true ? { since: at, until: at, happenings: [] } : undefined));
      const changed: SavedSearch = {
        ...rest,
        ...(name !== undefined && { name }),
        ...(isSeen && { seen: at }),
        ...(told !== undefined && { alert: told }),
      };
      await store.putSavedSearch(changed);
      return changed;
    },
    deleteSearch: (id) => store.deleteSavedSearch(id),
  };
}

/** While the picture is still being made what is found is shown without its weight. */
function passOverStart(error: unknown): undefined {
  if (!(error instanceof StartingError)) throw error;
}

function readLeast({ terms }: SearchQuestion): number {
  const least = Number(terms.origins ?? 0);
  return Number.isInteger(least) && least > 0 ? least : 0;
}

/** Of whole documents a name and a place are words that stand together. */
function joinQuery(query: string, phrases: readonly (string | undefined)[]): string {
  const quoted = phrases.flatMap((phrase) =>
    phrase === undefined ? [] : [`"${phrase.replace(/["\u201C\u201D\u201E]/gu, ' ')}"`],
  );
  return [query.trim(), ...quoted].filter((part) => part !== '').join(' ');
}
