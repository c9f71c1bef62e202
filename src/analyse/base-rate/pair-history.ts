import { EMPTY, type Series } from './series.ts';

/** So many events of one kind that one actor directed at another on one day. */
export interface PairCount {
  /** Day as a number from 1970-01-01. */
  readonly day: number;
  /** "" where the data do not tell: the event counts for the other actor alone. */
  readonly source: string;
  readonly target: string;
  /** CAMEO root: `01` (public statement) to `20` (mass violence). */
  readonly root: string;
  readonly count: number;
}

/** The classes in which a pair's past is looked at: what is asked about, and the four great kinds. */
export const CLASSES = ['asked', 'conflict', 'words', 'cooperation', 'any'] as const;
export type EventClass = (typeof CLASSES)[number];
export type ClassSeries = Readonly<Record<EventClass, Series>>;

/** An ordered pair of actors; the same twice is what happens within a country. */
export interface Pair {
  readonly source: string;
  readonly target: string;
}

/** Daily counts of all pairs, and what each actor does to all others and gets from them. */
export interface PairHistory {
  /** First day that was looked at, and the day after the last one. */
  readonly first: number;
  readonly end: number;
  readonly pairs: ReadonlyMap<string, Pair & { readonly series: ClassSeries }>;
  readonly from: ReadonlyMap<string, ClassSeries>;
  readonly to: ReadonlyMap<string, ClassSeries>;
}

export const NO_SERIES: ClassSeries = {
  asked: EMPTY,
  conflict: EMPTY,
  words: EMPTY,
  cooperation: EMPTY,
  any: EMPTY,
};

/** @example namePair({ source: 'Iran', target: 'Iraq' }); // 'Iran\tIraq' */
export function namePair({ source, target }: Pair): string {
  return `${source}\t${target}`;
}

/**
 * Gathers daily counts by pair and class; of one day, pair and root several counts are added up.
 *
 * @param counts In any order. Those of the day `before` and later are passed over.
 */
export function gatherPairs(
  counts: Iterable<PairCount>,
  {
    roots,
    before = Number.POSITIVE_INFINITY,
    first: given = Number.POSITIVE_INFINITY,
  }: { roots: readonly string[]; before?: number; first?: number },
): PairHistory {
  const asked = new Set(roots);
  const pairs = new Map<string, Pair & { readonly drafts: Drafts }>();
  const from = new Map<string, Drafts>();
  const to = new Map<string, Drafts>();
  let first = given;
  let end = Number.NEGATIVE_INFINITY;
  for (const count of counts) {
    const { day, source, target } = count;
    if (day >= before) continue;
    first = Math.min(first, day);
    end = Math.max(end, day + 1);
    const classes = listClasses(count.root, asked);
    if (source !== '' && target !== '') add(findPair(pairs, count), classes, count);
    if (source === target) continue;
    if (source !== '') add(findDrafts(from, source), classes, count);
    if (target !== '') add(findDrafts(to, target), classes, count);
  }
  return {
    first,
    end: Number.isFinite(before) ? before : end,
    pairs: new Map(
      [...pairs]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { source, target, drafts }]) => [name, { source, target, series: finish(drafts) }]),
    ),
    from: finishAll(from),
    to: finishAll(to),
  };
}

/** CAMEO 01-08 is cooperation, 09-14 conflict in words and protest, 15-20 conflict in deeds. */
function listClasses(root: string, asked: ReadonlySet<string>): readonly EventClass[] {
  const kind = root >= '15' ? 'conflict' : root >= '09' ? 'words' : 'cooperation';
  return asked.has(root) ? ['asked', kind, 'any'] : [kind, 'any'];
}

type Drafts = Readonly<Record<EventClass, Map<number, number>>>;

function makeDrafts(): Drafts {
  return {
    asked: new Map(),
    conflict: new Map(),
    words: new Map(),
    cooperation: new Map(),
    any: new Map(),
  };
}

function findPair(pairs: Map<string, Pair & { readonly drafts: Drafts }>, { source, target }: Pair): Drafts {
  const name = namePair({ source, target });
  const known = pairs.get(name);
  if (known !== undefined) return known.drafts;
  const drafts = makeDrafts();
  pairs.set(name, { source, target, drafts });
  return drafts;
}

function findDrafts(all: Map<string, Drafts>, actor: string): Drafts {
  const known = all.get(actor) ?? makeDrafts();
  all.set(actor, known);
  return known;
}

function add(drafts: Drafts, classes: readonly EventClass[], { day, count }: PairCount): void {
  for (const each of classes) drafts[each].set(day, (drafts[each].get(day) ?? 0) + count);
}

function finishAll(all: ReadonlyMap<string, Drafts>): ReadonlyMap<string, ClassSeries> {
  return new Map([...all].map(([actor, drafts]) => [actor, finish(drafts)]));
}

function finish(drafts: Drafts): ClassSeries {
  return {
    asked: makeSeries(drafts.asked),
    conflict: makeSeries(drafts.conflict),
    words: makeSeries(drafts.words),
    cooperation: makeSeries(drafts.cooperation),
    any: makeSeries(drafts.any),
  };
}

function makeSeries(draft: ReadonlyMap<number, number>): Series {
  if (draft.size === 0) return EMPTY;
  const rows = [...draft].sort(([a], [b]) => a - b);
  return { days: rows.map(([day]) => day), counts: rows.map(([, count]) => count) };
}
