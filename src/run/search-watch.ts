import { createHash } from 'node:crypto';
import type { SearchAlert } from '../model/alert.ts';
import type { SavedSearch } from '../model/saved-search.ts';
import type { Found, Searching } from '../model/search.ts';
import type { Store } from '../store/store.ts';
import type { Alerts } from './alerts.ts';
import { readProgramName } from './version.ts';

export interface SearchWatchOptions {
  readonly store: Pick<Store, 'listSavedSearches' | 'putSavedSearch'>;
  readonly searching: Pick<Searching, 'search'>;
  readonly alerts: Pick<Alerts, 'tellFound'>;
}

/** Happenings of one search that are told in one day. */
export const MOST_A_DAY = 10;
/** Hits that one look takes up; more at once is an import, and those told first say so. */
const MOST_HITS = 500;
/** Happenings that are remembered as told. */
const MOST_KNOWN = 2000;
const MOST_FOUND = 10;
const PAGE = 200;

/**
 * Tells what saved searches newly find: one alert for each new happening, however many articles tell of it, and no more than ten a day
 * of one search. What is told of a happening that was told of before is no news.
 */
export class SearchWatch {
  readonly #options: SearchWatchOptions;

  constructor(options: SearchWatchOptions) {
    this.#options = options;
  }

  /** @param at The instant as of which to look: ISO 8601. */
  async look(at: string): Promise<void> {
    for (const saved of await this.#options.store.listSavedSearches()) {
      if (saved.alert !== undefined && saved.alert.until < at) await this.#lookFor(saved, at);
    }
  }

  async #lookFor(saved: SavedSearch, at: string): Promise<void> {
    const { alert } = saved;
    if (alert === undefined) return;
    const day = at.slice(0, 10);
    const known = new Set(alert.happenings);
    const groups = groupHappenings(await this.#find(saved, { since: alert.until, at }));
    const fresh = [...groups.values()].filter(({ key }) => !known.has(key));
    const before = alert.told?.day === day ? alert.told.count : 0;
    const told = fresh.slice(0, Math.max(MOST_A_DAY - before, 0));
    // Kept first: a look that is cut off here is silent once rather than loud twice.
    await this.#options.store.putSavedSearch({
      ...saved,
      alert: {
        ...alert,
        until: at,
        told: { day, count: before + told.length },
        happenings: [...alert.happenings, ...fresh.map(({ key }) => key)].slice(-MOST_KNOWN),
      },
    });
    for (const [index, group] of told.entries()) {
      const untold = index === told.length - 1 ? fresh.length - told.length : 0;
      await this.#options.alerts.tellFound(makeSearchAlert(saved, group, { at, untold }));
    }
  }

  async #find(
    { of, terms }: SavedSearch,
    { since, at }: { readonly since: string; readonly at: string },
  ): Promise<readonly Found[]> {
    const found: Found[] = [];
    let cursor: string | undefined;
    do {
      const answer = await this.#options.searching.search(
        { of, terms, knownAfter: since, asOf: at },
        { limit: PAGE, isWeighed: true, ...(cursor !== undefined && { cursor }) },
      );
      found.push(...answer.rows.filter(({ weight }) => weight?.isSetAside !== true));
      cursor = answer.cursor;
    } while (cursor !== undefined && found.length < MOST_HITS);
    return found;
  }
}

interface Group {
  readonly key: string;
  readonly happening: SearchAlert['happening'];
  readonly found: Found[];
}

/** By incident; what tells of none by the story of its document. */
function groupHappenings(found: readonly Found[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const each of found) {
    const happening = findHappening(each);
    const key = `${happening.type} ${happening.id}`;
    const group = groups.get(key) ?? { key, happening, found: [] };
    group.found.push(each);
    groups.set(key, group);
  }
  return groups;
}

function findHappening(found: Found): SearchAlert['happening'] {
  if ('document' in found && found.incident !== undefined) return { type: 'incident', id: found.incident };
  // What is in no story yet stands for itself.
  return { type: 'story', id: found.weight?.story ?? ('document' in found ? found.document : found.id) };
}

function makeSearchAlert(
  { id, name, created }: SavedSearch,
  { key, happening, found }: Group,
  { at, untold }: { readonly at: string; readonly untold: number },
): SearchAlert {
  const hash = createHash('sha256')
    .update(JSON.stringify([id, created, key]))
    .digest('hex');
  return {
    ...{ kind: 'search alert', version: 1, id: `alert-${hash.slice(0, 20)}`, update: 1 },
    ...{ problem: `search:${id}`, title: name, happening },
    found: found.slice(0, MOST_FOUND).map((each) => ({
      document: 'document' in each ? each.document : each.id,
      ...('document' in each && { part: each.id }),
      text: 'document' in each ? each.snippet.text : (each.title ?? each.snippet.text),
      ...(each.outlet !== undefined && { outlet: each.outlet }),
      ...(each.published !== undefined && { published: each.published }),
    })),
    count: found.length,
    ...(untold > 0 && { untold }),
    ...{ asOf: at, issued: at, tlp: 'AMBER', engine: readProgramName() },
  };
}
