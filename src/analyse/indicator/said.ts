import type { Report, Statement } from '../../model/report.ts';
import { type Looked, lookFor, readPhrases } from './phrase-book.ts';

/** Phrases that a report holds, by their numbers. */
interface Said {
  /** In each statement's own words. */
  readonly statements: readonly (readonly number[])[];
  /** Anywhere: in the title, a claim, or the name of a place. */
  readonly anywhere: ReadonlySet<number>;
}

/** Found once for each report, and again when phrases have come to be looked for since. */
const kept = new WeakMap<Report, Looked<Said>>();

function getSaid(report: Report): Said {
  const before = kept.get(report);
  const looked = lookFor(before, (find) => readReport(report, find));
  if (looked !== before) kept.set(report, looked);
  return looked.found;
}

function readReport({ title, statements }: Report, find: (text: string) => readonly number[]): Said {
  const anywhere = new Set(find(title ?? ''));
  const addAll = (numbers: readonly number[]) => {
    for (const number of numbers) anywhere.add(number);
  };
  const own = statements.map((statement) => {
    const numbers = find(readWords(statement));
    addAll(numbers);
    for (const { where } of statement.mentions) if (where !== undefined) addAll(findIn(where.name));
    return numbers;
  });
  return { statements: own, anywhere };
}

/**
 * The claim's own words, with those that bring it where they stand right before: "called off" and "the march" are one phrase, though
 * the reader takes the first for the act of saying.
 */
function readWords({ words, chain, end }: Statement): string {
  const cue = chain.at(-1)?.cue;
  const gap = cue === undefined ? -1 : end - words.length - cue.end;
  return cue !== undefined && gap >= 0 && gap <= 2 ? `${cue.text} ${words}` : words;
}

/** Whether one of a report's statements says one of the phrases in its own words. */
export function says(report: Report, statement: Statement, list: readonly string[]): boolean {
  // Read first: what is looked through afterwards is looked through for these.
  const numbers = readPhrases(list);
  const own = getSaid(report).statements[report.statements.indexOf(statement)];
  const found = own ?? lookFor<readonly number[]>(undefined, (find) => find(readWords(statement))).found;
  return holdsAny(found, numbers);
}

const holdsAny = (found: readonly number[], numbers: readonly number[]): boolean =>
  found.length > 0 && numbers.some((number) => found.includes(number));

/** Whether a report holds one of the phrases anywhere. */
export function isAbout(report: Report, list: readonly string[]): boolean {
  const numbers = readPhrases(list);
  const { anywhere } = getSaid(report);
  return numbers.some((number) => anywhere.has(number));
}

/** Names come again and again. */
const names = new Map<string, Looked<readonly number[]>>();
const MOST_NAMES = 50_000;

function findIn(text: string): readonly number[] {
  const before = names.get(text);
  const looked = lookFor(before, (find) => find(text));
  if (looked !== before) {
    if (names.size >= MOST_NAMES) names.clear();
    names.set(text, looked);
  }
  return looked.found;
}

/** Whether one of the texts holds one of the phrases. */
export function hasAny(texts: readonly (string | undefined)[], list: readonly string[]): boolean {
  if (list.length === 0) return false;
  const numbers = readPhrases(list);
  return texts.some((text) => text !== undefined && holdsAny(findIn(text), numbers));
}
