import type { Removal } from '../../model/correction.ts';
import type { Report, Statement } from '../../model/report.ts';
import { isWithin } from '../../model/span.ts';
import { makeClaimRef } from '../report/claim-ref.ts';
import { getGist } from './claim-repeats.ts';
import type { KnownVersions } from './judged.ts';
import { countShared, findShared, readGist } from './words.ts';

/** Share of its longer words with which a sentence is still said; numbers that changed are told as figures. */
const STILL = 0.6;
/** Share with which a note speaks of it. */
const MEANT = 0.75;
/** Versions of one page, each with something else on incidents, that are gone through: the latest. */
const MOST = 20;

/**
 * What pages said of incidents in earlier versions and say no longer, without a note that takes it back. What came back later is
 * said again and is none.
 */
export function findRemovals({ newest, versions: all }: KnownVersions): readonly Removal[] {
  if (all.length === 0) return [];
  const versions = collectVersions(newest, all);
  return newest.flatMap((report) => {
    const chain = versions.get(report);
    return chain === undefined
      ? []
      : [...walk(chain)].map(([statement, gone]) => makeRemoval(statement, gone));
  });
}

/** Of each page that has changed its versions in order, each in its newest reading. */
function collectVersions(
  newest: readonly Report[],
  all: KnownVersions['versions'],
): ReadonlyMap<Report, readonly Report[]> {
  const changed = new Map(
    newest.filter(({ version }) => version > 1).map((report) => [report.series, report]),
  );
  const found = new Map<Report, Map<number, Report>>();
  if (changed.size === 0) return new Map();
  for (const report of all) {
    const last = changed.get(report.series);
    if (last === undefined || report.version > last.version) continue;
    const versions = found.get(last) ?? new Map<number, Report>();
    // Readings come in the order in which they were made.
    versions.set(report.version, report);
    found.set(last, versions);
  }
  return new Map(
    [...found].map(([last, versions]) => {
      const inOrder = [...versions.values()].sort((a, b) => a.version - b.version);
      const different = inOrder.filter(
        (each, at) => at === 0 || nameNews(each) !== nameNews(inOrder[at - 1]!),
      );
      return [last, different.slice(-MOST)] as const;
    }),
  );
}

interface Gone {
  /** The version that said it last. */
  readonly before: Report;
  /** The first without it. */
  readonly now: Report;
}

function walk(versions: readonly Report[]): ReadonlyMap<Statement, Gone> {
  const gone = new Map<Statement, Gone>();
  for (const [at, now] of versions.entries()) {
    if (at === 0) continue;
    const before = versions[at - 1]!;
    for (const statement of gone.keys()) if (isStillSaid(statement, now)) gone.delete(statement);
    for (const statement of findGone(before, now)) gone.set(statement, { before, now });
  }
  return gone;
}

/** The longest of what stands in one another; a sentence and the claim in it are one thing said. */
function findGone(before: Report, now: Report): readonly Statement[] {
  if (now.notes?.some(({ type, ofItself }) => type === 'retraction' && ofItself)) return [];
  const gone = listNews(before).filter(
    (statement) => !isStillSaid(statement, now) && !isNoted(statement, now),
  );
  return gone.filter(
    (each) =>
      !gone.some(
        (other) =>
          other !== each &&
          isWithin(each, other) &&
          (!isWithin(other, each) || gone.indexOf(other) < gone.indexOf(each)),
      ),
  );
}

/** Whether a version says as much of it. */
function isStillSaid(statement: Statement, now: Report): boolean {
  const gist = getGist(statement);
  const size = gist.words.size;
  return now.statements.some((other) => {
    if (other.words === statement.words) return true;
    const words = { ...gist, numbers: NONE };
    return size > 0 && countShared(words, getGist(other)) >= STILL * size;
  });
}

const NONE: ReadonlySet<string> = new Set();

/** Whether a note speaks of it: then it did not go without a word. */
function isNoted(statement: Statement, { notes = [] }: Report): boolean {
  const gist = getGist(statement);
  return notes.some(
    ({ text, gaveUp }) =>
      gaveUp.some((words) => findShared(readGist(words.text), gist) >= MEANT) ||
      findShared(gist, readGist(text)) >= STILL,
  );
}

function listNews({ statements }: Report): readonly Statement[] {
  return statements.filter(({ mentions }) => mentions.some(({ incident }) => incident !== undefined));
}

const names = new WeakMap<Report, string>();

/** The same for two versions that say the same of the same incidents. */
function nameNews(report: Report): string {
  const known = names.get(report);
  if (known !== undefined) return known;
  const name = listNews(report)
    .map(({ words }) => words)
    .join('\n');
  names.set(report, name);
  return name;
}

function makeRemoval(statement: Statement, { before, now }: Gone): Removal {
  return {
    claim: makeClaimRef(before, statement),
    story: before.story,
    incidents: [...new Set(statement.mentions.flatMap(({ incident }) => incident ?? []))],
    document: now.document,
    version: now.version,
    known: now.knownSince,
  };
}
