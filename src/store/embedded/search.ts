import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { Span } from '../../model/span.ts';
import { isOverlapping } from '../../model/span.ts';
import { parseCursor } from '../cursor.ts';
import { findLimit } from '../limits.ts';
import { findMatches, makeSnippet } from '../matches.ts';
import {
  isCurrent,
  type Moment,
  matchesFilter,
  type ParsedFilter,
  parseFilter,
  SUMMARY_COLUMNS,
  selectReadings,
} from '../queries.ts';
import { parseQuery, type QueryTerm } from '../query.ts';
import { listOtherNames } from '../rows.ts';
import type { DocumentSummary, ListAnswer, SearchHit, SearchRequest } from '../store.ts';
import { type Database, sqlite } from './database.ts';
import { chooseKeys, makeMatch, matchWords, scoreWords } from './dialect.ts';
import { findHorizon, makeAnswer, makeSummaries, type SummaryRow } from './lists.ts';
import { weighMarks } from './marks.ts';
import { parseReading } from './messages.ts';
import { readContent, unpack } from './reader.ts';

interface Scored {
  readonly key: number;
  readonly score: number;
}

/** Finds and ranks in the index, then marks the words in the texts of those that are shown. */
export function search(database: Database, request: SearchRequest): ListAnswer<SearchHit> {
  const filter = weighMarks(database, parseFilter(request));
  const query = parseQuery(request.query);
  const match = makeMatch(query);
  const limit = findLimit(request.limit);
  const cursor = request.cursor === undefined ? undefined : parseCursor(request.cursor, 'number');
  if (match === undefined) return { rows: [] };
  return database.snapshot(() => {
    const horizon = cursor?.horizon ?? findHorizon(database);
    // Scores shift a little whenever a document arrives: the last row's is found anew, so that no row is
    // passed over or shown twice.
    const last = cursor && {
      key: cursor.key,
      score: scoreWords(database, match, cursor.key) ?? Number(cursor.value),
    };
    const moment = { ...filter, ...(cursor && { horizon }) };
    const scored = findScored(database, match, { filter: moment, limit: limit + 1, ...(last && { last }) });
    return makeAnswer(scored, limit, {
      show: (page) => showHits(database, page, { terms: query.terms, moment: filter }),
      cursor: ({ key, score }) => ({ value: score, key, horizon }),
    });
  });
}

interface Ranking {
  readonly filter: ParsedFilter;
  readonly limit: number;
  readonly last?: Scored;
}

/** So many times the rows that are asked for are looked at before all are. */
const LOOKED_AT = 10;

/** The best that fit. Where most of what has the words does, they are found without looking at all the others. */
function findScored(database: Database, match: string, ranking: Ranking): readonly Scored[] {
  const { filter, limit, last } = ranking;
  if (!isBroad(filter)) return rankFitting(database, match, ranking);
  const most = LOOKED_AT * limit;
  const best = database.all(
    sqlite
      .selectFrom(matchWords(match).as('hit'))
      .select(['hit.key', 'hit.score'])
      .where(isAfter(last))
      .orderBy('hit.score')
      .orderBy('hit.key', 'desc')
      .limit(most),
  );
  const rows = database.all(
    sqlite
      .selectFrom('reading as r')
      .select('r.key')
      .where('r.key', 'in', chooseKeys(best.map(({ key }) => key)))
      .where((eb) => eb.and([isCurrent(filter), matchesFilter(eb, filter)])),
  );
  const fitting = new Set(rows.map(({ key }) => key));
  const scored = best.filter(({ key }) => fitting.has(key)).slice(0, limit);
  return scored.length === limit || best.length < most ? scored : rankFitting(database, match, ranking);
}

/** Whether a filter leaves out little of what it is given. */
function isBroad({ equal, marks, outlets, event, knownAfter, from, to }: ParsedFilter): boolean {
  const given = [outlets, event, knownAfter, from, to].some((each) => each !== undefined);
  return !given && equal.length === 0 && marks.length === 0;
}

function rankFitting(database: Database, match: string, { filter, limit, last }: Ranking): readonly Scored[] {
  return database.all(
    sqlite
      .selectFrom('reading as r')
      .innerJoin(matchWords(match).as('hit'), (join) => join.onRef('hit.key', '=', 'r.key'))
      .select(['hit.key', 'hit.score'])
      .where((eb) => eb.and([isCurrent(filter), matchesFilter(eb, filter)]))
      .where(isAfter(last))
      .orderBy('hit.score')
      .orderBy('hit.key', 'desc')
      .limit(limit),
  );
}

function isAfter(last: Scored | undefined): Expression<SqlBool> {
  const eb = expressionBuilder<{ hit: { key: number; score: number } }, 'hit'>();
  if (last === undefined) return eb.lit(true);
  return eb.or([
    eb('hit.score', '>', last.score),
    eb.and([eb('hit.score', '=', last.score), eb('hit.key', '<', last.key)]),
  ]);
}

function showHits(
  database: Database,
  page: readonly Scored[],
  { terms, moment }: { readonly terms: readonly QueryTerm[]; readonly moment: Moment },
): readonly SearchHit[] {
  if (page.length === 0) return [];
  const keys = page.map((row) => row.key);
  const rows = database.all(
    selectReadings(sqlite)
      .innerJoin('document_text as text', 'text.document', 'd.key')
      .select([...SUMMARY_COLUMNS, 'text.content'])
      .where('r.key', 'in', keys),
  );
  const summaries = makeSummaries(database, rows, moment);
  const byKey = new Map(
    rows.map((row, index) => [row.key, showHit(database, row, { terms, summary: summaries[index]! })]),
  );
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

function showHit(
  database: Database,
  row: SummaryRow & { readonly content: Uint8Array },
  { terms, summary }: { readonly terms: readonly QueryTerm[]; readonly summary: DocumentSummary },
): SearchHit {
  const text = JSON.parse(unpack(database, row.content)) as string;
  const inText = findMatches(text, terms);
  const inTitle = findMatches(row.title ?? '', terms);
  const elsewhere = terms.filter((_, index) => !inText.found.has(index) && !inTitle.found.has(index));
  const byName = elsewhere.length === 0 ? [] : findMentions(database, row.key, elsewhere);
  const matches = byName.length === 0 ? inText.spans : joinSpans([...inText.spans, ...byName]);
  return {
    ...summary,
    matches,
    titleMatches: inTitle.spans,
    snippet: makeSnippet(text, matches),
    matchedClaims: findMatchedClaims(database, row.key, matches),
  };
}

/** What is not in the text was found by a usual name: its mentions are the matches. */
function findMentions(database: Database, reading: number, terms: readonly QueryTerm[]): readonly Span[] {
  const others = listOtherNames(parseReading(readContent(database, reading)));
  return others.flatMap(({ name, mentions }) => (findMatches(name, terms).found.size > 0 ? mentions : []));
}

function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = joined.at(-1);
    if (!before || span.start >= before.end) joined.push(span);
  }
  return joined;
}

function findMatchedClaims(database: Database, reading: number, matches: readonly Span[]): readonly string[] {
  if (matches.length === 0) return [];
  const claims = database.all(
    sqlite
      .selectFrom('claim')
      .select(['id', 'start', 'end'])
      .where('reading', '=', reading)
      .orderBy('number'),
  );
  return claims.filter((claim) => matches.some((match) => isOverlapping(claim, match))).map(({ id }) => id);
}
