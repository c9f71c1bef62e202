import type { Report, Statement } from '../../model/report.ts';
import { findReach } from '../../text/instants.ts';
import { splitWords } from '../../text/words.ts';
import { collectMentions, type ToldMention } from '../incident/told.ts';
import type { Told } from '../origin/origins.ts';
import { listStatements } from '../report/lede.ts';

/** Characters within which a report says what it is about, after its lede; a statement further on counts for less. */
const OPENING = 400;
/** What happened so many days before a report is not what its story is about, however often it is told. */
const OLD_DAYS = 30;
const DAY_MS = 24 * 3_600_000;
/** Letters from which on a word is taken to say something. */
const LONG_WORD = 4;
const FEWEST_WORDS = 3;
/** Least share of the words on the main matter that a statement must have to be on it as well. */
const ALIKE = 0.3;

/**
 * What a story's reports say on its main matter: the incident or development that most of them tell as news, the higher up the
 * more, and any other that is the lede of several. A report that tells of neither, by its events, speaks by the statement that
 * comes nearest in its words, or else by its first. The rest of a report may well come from elsewhere, and would make every
 * background paragraph an origin of the story. `days` are those of all reports at hand; without them, of these.
 *
 * @example
 * traceOrigins(findMatter(reports)).confirmed;
 */
export function findMatter(reports: readonly Report[], days?: IncidentDays): readonly Told[] {
  const main = findMainIncidents(reports, days);
  const onMain = new Map(
    reports.map((report) => [report, report.statements.filter((statement) => isNewsOf(statement, main))]),
  );
  const words = countWords([...onMain.values()]);
  return reports.flatMap((report) => {
    const telling = onMain.get(report) ?? [];
    const near = new Set(telling.length > 0 ? telling : findNearest(report, words));
    return listStatements(report).map((statement) => ({
      report,
      statement,
      isAside: !near.has(statement),
    }));
  });
}

/** The incident with the most weight over all reports, then those that are the lede of at least two, and of half as many. */
export function findMainIncidents(
  reports: readonly Report[],
  days: IncidentDays = dateIncidents(reports),
): ReadonlySet<string> {
  const began = findBeginning(reports);
  const weights = new Map<string, number>();
  const ledes = new Map<string, number>();
  for (const report of reports) {
    for (const [incident, weight] of weighIncidents(report)) {
      if (isOld(days.get(incident) ?? [], began)) continue;
      weights.set(incident, (weights.get(incident) ?? 0) + weight);
      if (weight === 1) ledes.set(incident, (ledes.get(incident) ?? 0) + 1);
    }
  }
  // Sorting is stable: among equals the one told of first.
  const [main] = [...weights].sort((a, b) => b[1] - a[1]);
  if (main === undefined) return new Set();
  const enough = Math.max(2, (ledes.get(main[0]) ?? 0) / 2);
  const others = [...ledes].filter(([, count]) => count >= enough).map(([incident]) => incident);
  return new Set([main[0], ...others]);
}

/** The last days that are given for each incident, as milliseconds: every mention that has one counts. */
export interface IncidentDays {
  get(incident: string): readonly number[] | undefined;
}

/** Days by the list of mentions that they were read from: lists that stay the same are shared by many pictures. */
const read = new WeakMap<readonly ToldMention[], readonly number[]>();

/** When incidents are said to have happened, by all reports at hand: a story of their anniversary may not say it. */
export function dateIncidents(reports: readonly Report[]): IncidentDays {
  const all = collectMentions(reports);
  return {
    get: (incident) => {
      const told = all.get(incident);
      if (told === undefined) return undefined;
      const days = read.get(told) ?? readDays(told);
      read.set(told, days);
      return days;
    },
  };
}

function readDays(told: readonly ToldMention[]): readonly number[] {
  return told.flatMap(({ mention: { when } }) =>
    when?.to === undefined ? [] : (findReach(when.to)?.last ?? []),
  );
}

/** Whether most of the days given for an incident lie long before the story began. */
function isOld(days: readonly number[], began: number): boolean {
  const before = days.filter((day) => began - day > OLD_DAYS * DAY_MS).length;
  return days.length > 0 && 2 * before >= days.length;
}

function findBeginning(reports: readonly Report[]): number {
  const days = reports.map(({ published, seen }) => findReach(published ?? seen)?.first);
  return Math.min(...days.filter((day) => day !== undefined));
}

/** Each incident that a report tells as news, by how high up it does: 1 in the lede. */
function weighIncidents({ statements }: Report): ReadonlyMap<string, number> {
  const ledeEnd = findFirst(statements)?.end ?? 0;
  const best = new Map<string, number>();
  for (const { start, mentions } of statements) {
    const weight = start < ledeEnd ? 1 : start < OPENING ? 0.5 : 0.25;
    for (const { incident, background } of mentions) {
      if (incident === undefined || background) continue;
      best.set(incident, Math.max(best.get(incident) ?? 0, weight));
    }
  }
  return best;
}

/** The first statement of a text; of two that begin together the longer. */
function findFirst(statements: readonly Statement[]): Statement | undefined {
  return [...statements].sort((a, b) => a.start - b.start || b.end - a.end)[0];
}

function isNewsOf({ mentions }: Statement, ids: ReadonlySet<string>): boolean {
  return mentions.some(
    ({ incident, background }) => incident !== undefined && ids.has(incident) && !background,
  );
}

/** How many reports have a word in what they say on the matter. */
function countWords(told: readonly (readonly Statement[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const statements of told) {
    for (const word of new Set(statements.flatMap(listWords))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function listWords({ words }: Statement): readonly string[] {
  return splitWords(words)
    .filter(({ text }) => text.length >= LONG_WORD)
    .map(({ text }) => text.toLowerCase());
}

/** The statement most of whose words are those of the main matter; where none is near, the report's lede. */
function findNearest(report: Report, words: ReadonlyMap<string, number>): readonly Statement[] {
  const most = Math.max(1, ...words.values());
  let nearest: Statement | undefined;
  let highest = ALIKE;
  for (const statement of report.statements) {
    const own = new Set(listWords(statement));
    // Of a fragment of two words one is soon in common.
    if (own.size < FEWEST_WORDS) continue;
    let shared = 0;
    for (const word of own) shared += (words.get(word) ?? 0) / most;
    const alike = shared / own.size;
    if (alike <= highest) continue;
    highest = alike;
    nearest = statement;
  }
  return nearest === undefined ? findLede(report) : [nearest];
}

/** What a report says first; a fragment of a word or two ("the step") only where there is nothing else. */
function findLede(report: Report): readonly Statement[] {
  const statements = listStatements(report);
  const whole = statements.filter((statement) => listWords(statement).length >= FEWEST_WORDS);
  const first = findFirst(whole) ?? findFirst(statements);
  return first === undefined ? [] : [first];
}
