import type { Actor } from '../model/actor.ts';
import type { Document } from '../model/document.ts';
import type { Hash } from '../model/page.ts';
import type { Reading } from '../model/reading.ts';
import type { Report, Reuse } from '../model/report.ts';
import { findReach } from '../text/instants.ts';
import { findNotes } from './correction/notes.ts';
import { PageVersions } from './correction/versions.ts';
import { resolveReading } from './entity/mentions.ts';
import { createEntityResolver, type EntityResolver } from './entity/resolve.ts';
import { createIncidentAssigner } from './incident/assign.ts';
import { findAttributions } from './report/attributions.ts';
import { findCredits } from './report/credits.ts';
import { findLede } from './report/lede.ts';
import { ReuseFinder, type Worded } from './report/reuses.ts';
import { RewriteFinder } from './report/rewrites.ts';
import { findSentenceWords, packSentenceWords, unpackSentenceWords } from './report/sentence-words.ts';
import { makeStatements } from './report/statements.ts';
import { findWording, packFingerprints, unpackFingerprints, type Wording } from './report/wording.ts';
import { createStoryGrouper, type Placement, type StoryTrace } from './story/grouper.ts';
import { findTerms } from './story/terms.ts';

/** Stage and version, as written into reports. */
const BY = 'story@2';

/** A report with what the grouping of later ones needs of it: plain data, kept as it is and handed back. */
export interface FusedReport {
  readonly report: Report;
  readonly trace: unknown;
}

/** What the store knows of a reading beside what is in it. */
export interface FuseGiven {
  /** The first document at the same address. */
  readonly series: Hash;
  /** ISO 8601 instant since when the reading is known. */
  readonly knownSince: string;
}

/** What is kept of one document for those that come later. */
interface Trace {
  readonly version: 1;
  readonly story: StoryTrace;
  /** Packed fingerprints. */
  readonly wording: string;
  /** Packed words of sentences; absent in traces that were made before these were kept. */
  readonly sentences?: string;
  /** True of a version that adds nothing to those of its page before it. */
  readonly isRepeat?: boolean;
}

/**
 * Puts readings into the picture, one after the other: which story a document belongs to, whose words it repeats, and which
 * incident each of its events is about. Each sees only those before it; the same readings in the same order make the same
 * reports.
 */
export interface Fuser {
  add(reading: Reading, given: FuseGiven): FusedReport;
  /** Takes a kept report back in, in the order in which they were made. */
  restore(stored: FusedReport): void;
}

/**
 * Makes a Fuser that has seen nothing yet.
 *
 * @param own What a desk has added to the register.
 * @example
 * const fuser = createFuser();
 * for (const stored of kept) fuser.restore(stored);
 * fuser.add(reading, { series: reading.document.id, knownSince: '2020-12-11T18:00:00Z' }).report.story;
 */
export function createFuser(own: readonly Actor[] = []): Fuser {
  const actors = createEntityResolver(own);
  const stories = createStoryGrouper();
  const reuses = new ReuseFinder();
  const rewrites = new RewriteFinder();
  const incidents = createIncidentAssigner();
  const versions = new PageVersions();
  return {
    add(reading, given) {
      const { document } = reading;
      const { published } = readPublished(document);
      const wording = findWording(document.text);
      const repeated = versions.findRepeated(given.series, wording.fingerprints);
      const { story, bundle, regrouped, trace } =
        repeated === undefined
          ? stories.add(findTerms(reading), {
              document: document.id,
              series: given.series,
              published,
              arrived: document.seen,
            })
          : { ...stories.find(repeated), trace: NO_TRACE };
      const worded = makeWorded(
        { ...document, document: document.id, published, ...given, story },
        wording.fingerprints,
      );
      const sentences = findSentenceWords(document.text, reading.sentences);
      const rewritable = { ...worded, sentences: sentences.map(({ words }) => words) };
      const found = joinReuses(
        reuses.find(worded, wording, document.text),
        rewrites.find(rewritable, sentences, document.text),
      );
      if (repeated === undefined) {
        reuses.add(worded);
        rewrites.add(rewritable);
        versions.add(given.series, { story, bundle }, wording.fingerprints);
      }
      const report = incidents.assign(
        makeReport(reading, given, { story, bundle, regrouped, reuses: found, actors }),
      );
      const made = makeTrace(trace, wording, repeated !== undefined);
      return { report, trace: { ...made, sentences: packSentenceWords(sentences) } };
    },
    restore({ report, trace }) {
      // A trace of another version is of no use for grouping; the report itself still is for incidents.
      if (isTrace(trace) && trace.isRepeat !== true) {
        const worded = makeWorded(report, unpackFingerprints(trace.wording));
        const { story, bundle = story, regrouped = [] } = report;
        stories.restore(trace.story, { ...worded, story, bundle, regrouped });
        reuses.add(worded);
        rewrites.add({ ...worded, sentences: unpackSentenceWords(trace.sentences ?? '') });
        versions.add(report.series, { story, bundle }, worded.fingerprints);
      }
      for (const actor of report.actors ?? []) actors.restore(actor, actor.record);
      incidents.restore(report);
    },
  };
}

/** Of each earlier document the higher share: copied word for word, or told anew sentence by sentence. */
function joinReuses(copied: readonly Reuse[], rewritten: readonly Reuse[]): readonly Reuse[] {
  const best = new Map(copied.map((reuse) => [reuse.document, reuse]));
  for (const reuse of rewritten) {
    const known = best.get(reuse.document);
    if (known === undefined || known.share < reuse.share) best.set(reuse.document, reuse);
  }
  return [...best.values()].sort((a, b) => b.share - a.share);
}
/** A version that adds nothing to its page's others leaves nothing behind in the grouping. */
const NO_TRACE: StoryTrace = { terms: [], sum: 0 };

function makeReport(
  { document, ...reading }: Reading,
  { series, knownSince }: FuseGiven,
  given: Placement & { readonly reuses: readonly Reuse[]; readonly actors: EntityResolver },
): Report {
  const { story, bundle, regrouped, reuses } = given;
  const { id, version, seen, outlet, url, title, language } = document;
  const { published, refused } = readPublished(document);
  const credits = findCredits({ document, ...reading });
  const attributions = findAttributions({ document, ...reading });
  const lede = findLede({ document, ...reading });
  const notes = findNotes(document.text);
  const who = resolveReading({ document, ...reading }, given.actors);
  return {
    kind: 'report',
    document: id,
    series,
    version,
    ...(outlet === undefined ? {} : { outlet }),
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(refused === undefined ? {} : { publishedRefused: refused }),
    seen,
    ...(language === undefined ? {} : { language }),
    knownSince,
    story,
    ...(bundle === story ? {} : { bundle }),
    ...(regrouped.length === 0 ? {} : { regrouped }),
    reuses,
    ...(credits.length === 0 ? {} : { credits }),
    ...(attributions.length === 0 ? {} : { attributions }),
    ...(lede === undefined ? {} : { lede }),
    statements: makeStatements({ document, ...reading }, who),
    ...(who.actors.length === 0 ? {} : { actors: who.actors }),
    ...(notes.length === 0 ? {} : { notes }),
    by: BY,
  };
}

const DAY = 86_400_000;

/** Nobody sees what will be published: such a date, whoever gave it, is of no use for order. A day's grace is for zones. */
function readPublished({ published, publishedRefused, seen }: Document): {
  readonly published?: string;
  readonly refused?: string;
} {
  if (published === undefined) return publishedRefused === undefined ? {} : { refused: publishedRefused };
  const first = findReach(published)?.first ?? Number.NEGATIVE_INFINITY;
  return first > Date.parse(seen) + DAY ? { refused: published } : { published };
}

function makeWorded(
  {
    document,
    series,
    outlet,
    published,
    seen,
    story,
  }: Pick<Report, 'document' | 'series' | 'outlet' | 'seen' | 'story'> & {
    readonly published?: string | undefined;
  },
  fingerprints: Wording['fingerprints'],
): Worded {
  return { document, series, outlet, published, arrived: seen, story, fingerprints };
}

function makeTrace(story: StoryTrace, wording: Wording, isRepeat: boolean): Trace {
  return isRepeat
    ? { version: 1, story, wording: '', isRepeat }
    : { version: 1, story, wording: packFingerprints(wording.fingerprints) };
}

function isTrace(value: unknown): value is Trace {
  if (typeof value !== 'object' || value === null) return false;
  const { version, story, wording } = value as Partial<Record<keyof Trace, unknown>>;
  if (version !== 1 || typeof wording !== 'string' || typeof story !== 'object' || story === null)
    return false;
  const { terms, sum } = story as Partial<Record<keyof StoryTrace, unknown>>;
  return typeof sum === 'number' && Array.isArray(terms);
}
