import type { Hash } from '../../model/page.ts';
import { formatCursor, parseCursor } from '../cursor.ts';
import type { EntryDetail, EntryFilter, EntryHit, EntryKind, EntryRequest, FoundCount } from '../entries.ts';
import { cutPassage } from '../entry-rows.ts';
import { findLimit } from '../limits.ts';
import { findMatches, makeSnippet } from '../matches.ts';
import { selectReadings } from '../queries.ts';
import type { Facet, ListAnswer } from '../store.ts';
import { type Database, sqlite } from './database.ts';
import { chooseKeys } from './dialect.ts';
import { type EntryQuestion, parseQuestion, scanEntries } from './entry-scan.ts';
import { findHorizon, makeAnswer } from './lists.ts';
import { unpack } from './reader.ts';

/** Rows that one answer looks through at most; where more fit, its cursor goes on from there. */
const MOST_LOOKED = 6000;
/** Rows that are counted at most. */
const MOST_COUNTED = 1000;
/** Values offered of one kind. */
const MAX_VALUES = 100;

/** Claims or events that fit, the newest first. */
export function searchEntries(database: Database, request: EntryRequest): ListAnswer<EntryHit> {
  const limit = findLimit(request.limit);
  const cursor = request.cursor === undefined ? undefined : parseCursor(request.cursor, 'number');
  return database.snapshot(() => {
    const question = parseQuestion(database, request.of, request);
    const horizon = cursor?.horizon ?? findHorizon(database);
    const found: number[] = [];
    let looked = 0;
    let last: number | undefined;
    const moment = { ...question.filter, horizon };
    for (const rows of scanEntries(database, question, { moment, ...(cursor && { below: cursor.key }) })) {
      looked += rows.length;
      last = rows.at(-1)?.key;
      found.push(...rows.filter(({ fits }) => fits === 1).map(({ key }) => key));
      if (found.length > limit || looked >= MOST_LOOKED) break;
    }
    const makeCursor = (key: number) => ({ value: 0, key, horizon });
    const show = (keys: readonly number[]) => showEntries(database, keys, question);
    if (found.length > limit || looked < MOST_LOOKED || last === undefined)
      return makeAnswer(found, limit, { show, cursor: makeCursor });
    // Whatever follows the last row that was looked at is still to be asked for.
    return { rows: show(found), cursor: formatCursor(makeCursor(last)) };
  });
}

function showEntries(
  database: Database,
  keys: readonly number[],
  { kind, query }: EntryQuestion,
): readonly EntryHit[] {
  if (keys.length === 0) return [];
  const rows = database.all(
    selectReadings(sqlite)
      .innerJoin(`${kind as 'claim'}_entry as e`, 'e.reading', 'r.key')
      .select(['e.key', 'e.id', 'e.start', 'e.end', 'e.detail', 'd.id as document', 'd.key as text'])
      .select(['r.title', 'r.outlet', 'r.published', 'r.language', 'r.known_since'])
      .where('e.key', 'in', keys),
  );
  const texts = readTexts(database, [...new Set(rows.map(({ text }) => text))]);
  const byKey = new Map(
    rows.map(({ key, detail, text, ...row }): [number, EntryHit] => {
      const words = cutPassage(texts.get(text) ?? '', row);
      return [
        key,
        {
          kind,
          id: row.id,
          document: row.document as Hash,
          ...(row.title !== null && { title: row.title }),
          ...(row.outlet !== null && { outlet: row.outlet }),
          ...(row.published !== null && { published: row.published }),
          ...(row.language !== null && { language: row.language }),
          knownSince: row.known_since,
          start: row.start,
          end: row.end,
          snippet: makeSnippet(words, findMatches(words, query?.terms ?? []).spans),
          ...(JSON.parse(detail) as EntryDetail),
        },
      ];
    }),
  );
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** Of several hits in one document its text is unpacked once. */
function readTexts(database: Database, documents: readonly number[]): ReadonlyMap<number, string> {
  const rows = database.all(
    sqlite.selectFrom('document_text').select(['document', 'content']).where('document', 'in', documents),
  );
  return new Map(
    rows.map(({ document, content }) => [document, JSON.parse(unpack(database, content)) as string]),
  );
}

/** How many claims or events fit, and what they carry: of the newest of them where there are too many to look at each. */
export function countEntries(database: Database, kind: EntryKind, request: EntryFilter): FoundCount {
  return database.snapshot(() => {
    const question = parseQuestion(database, kind, request);
    const moment = question.filter;
    const found: number[] = [];
    let looked = 0;
    let isWhole = true;
    for (const rows of scanEntries(database, question, { moment })) {
      looked += rows.length;
      found.push(...rows.filter(({ fits }) => fits === 1).map(({ key }) => key));
      isWhole = looked < MOST_COUNTED;
      if (!isWhole) break;
    }
    const facets = countDetails(database, kind, found.slice(0, MOST_COUNTED));
    return { count: Math.min(found.length, MOST_COUNTED), isWhole, facets };
  });
}

function countDetails(
  database: Database,
  kind: EntryKind,
  keys: readonly number[],
): Readonly<Record<string, readonly Facet[]>> {
  const rows = database.all(
    sqlite
      .selectFrom(`${kind as 'claim'}_entry as e`)
      .innerJoin('reading as r', 'r.key', 'e.reading')
      .select(['e.detail', 'r.outlet', 'r.language'])
      .where('e.key', 'in', chooseKeys(keys)),
  );
  const counts = new Map<string, Map<string, number>>();
  const add = (name: string, value: string | null | undefined): void => {
    if (value === null || value === undefined) return;
    const values = counts.get(name) ?? counts.set(name, new Map()).get(name)!;
    values.set(value, (values.get(value) ?? 0) + 1);
  };
  for (const { detail: json, outlet, language } of rows) {
    const detail = JSON.parse(json) as EntryDetail;
    add('outlet', outlet);
    add('language', language);
    add('stance', detail.stance);
    add('certainty', detail.certainty);
    const told = detail.carries ?? [detail];
    const addAll = (name: string, values: readonly (string | undefined)[]): void => {
      for (const value of new Set(values)) add(name, value);
    };
    addAll('eventType', told.map(({ type }) => type)); // biome-ignore format: a table
    addAll('mode', told.map(({ mode }) => mode)); // biome-ignore format: a table
    addAll('realis', told.map(({ realis }) => realis)); // biome-ignore format: a table
    addAll('country', told.map(({ country }) => country)); // biome-ignore format: a table
    const parties = [
      detail.speaker,
      ...told.flatMap(({ actors = [], recipients = [] }) => [...actors, ...recipients]),
    ];
    addAll('actor', parties.map((party) => party?.record)); // biome-ignore format: a table
  }
  return Object.fromEntries([...counts].map(([name, values]) => [name, sortValues(values)]));
}

function sortValues(values: ReadonlyMap<string, number>): readonly Facet[] {
  return [...values]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_VALUES);
}
