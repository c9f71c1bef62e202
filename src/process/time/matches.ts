import { recogniseAt } from '../lang/en/time/recognisers.ts';
import { widen } from '../lang/en/time/widen.ts';
import type { DateMeaning, Match, NumericMeaning } from './meaning.ts';
import { parseReference, type Reference } from './published.ts';
import { resolve } from './resolve.ts';
import type { Told } from './scene.ts';
import { type Word, wordAt } from './words.ts';

/** What stands in the text, in order and without overlap; dates that share a year behind the last have it each. */
export function findMatches(words: readonly Word[]): readonly Match[] {
  return inheritYears(words, scanMatches(words));
}

function scanMatches(words: readonly Word[]): readonly Match[] {
  const matches: Match[] = [];
  let floor = 0;
  for (let at = 0; at < words.length; ) {
    const match = recogniseAt(words, at);
    if (match === undefined || match.start < floor) {
      at++;
      continue;
    }
    matches.push(widen(words, match, floor));
    let last = match;
    for (; last.next !== undefined; last = last.next) matches.push(last.next);
    floor = last.end;
    at = floor;
  }
  return matches;
}

const JOINS = new Set(['to', 'and', 'or', 'until', 'through', '-', '—', ',']);

/** Whether only a joining word stands between two matches. */
function areJoined(words: readonly Word[], first: Match, second: Match): boolean {
  return second.start === first.end + 1 && JOINS.has(wordAt(words, first.end).lower);
}

/** "April to June 2008", "Nov. 3 and Dec. 5, 2019": the year behind the last counts for those joined to it. */
function inheritYears(words: readonly Word[], matches: readonly Match[]): readonly Match[] {
  const result = [...matches];
  for (let index = result.length - 2; index >= 0; index--) {
    const match = result[index]!;
    const next = result[index + 1]!;
    if (!isYearless(match) || next.meaning.kind !== 'date' || !areJoined(words, match, next)) continue;
    const { year, month } = next.meaning;
    if (typeof year !== 'number' || month === undefined) continue;
    const own = match.meaning.month > month ? year - 1 : year;
    result[index] = { ...match, meaning: { ...match.meaning, year: own } };
  }
  return result;
}

function isYearless(match: Match): match is Match & { meaning: DateMeaning & { month: number } } {
  return (
    match.meaning.kind === 'date' && match.meaning.year === undefined && match.meaning.month !== undefined
  );
}

/** The date before, where this one without a year goes on from it: "Dec. 30, 2019, to Jan. 3". */
export function joinedTo(
  words: readonly Word[],
  matches: readonly Match[],
  { index, told }: { index: number; told: Told | undefined },
): Told | undefined {
  const before = matches[index - 1];
  const match = matches[index];
  if (told === undefined || before === undefined || match === undefined || !isYearless(match))
    return undefined;
  if (before.meaning.kind !== 'date' || before.meaning.month === undefined || told.id !== `t${index}`)
    return undefined;
  return areJoined(words, before, match) ? told : undefined;
}

/** How many lines may stand above a page's date line, the title among them. */
const DATE_LINE_WITHIN = 4;

/** A full date that stands alone on one of the first lines: the page's own date, as the text has it. */
export function dateLineOf(words: readonly Word[], matches: readonly Match[]): Reference | undefined {
  let lines = 0;
  let at = 0;
  for (const [index, match] of matches.entries()) {
    for (; at <= match.start; at++) if (wordAt(words, at).line) lines++;
    if (lines > DATE_LINE_WITHIN) return undefined;
    const alone = wordAt(words, match.start).line && wordAt(words, match.end).line;
    const { meaning } = match;
    if (!alone || meaning.kind !== 'date' || typeof meaning.year !== 'number' || meaning.day === undefined)
      continue;
    const { value } = resolve(meaning, { start: 0 });
    return parseReference(value, `t${index + 1}`);
  }
  return undefined;
}

/** How the page writes dates in figures, told by one whose day is above twelve. */
export function numericOrderOf(matches: readonly Match[]): 'dayFirst' | 'monthFirst' | undefined {
  const told = matches
    .map((match) => match.meaning)
    .find(
      (meaning): meaning is NumericMeaning =>
        meaning.kind === 'numeric' && meaning.first > 12 !== meaning.second > 12,
    );
  if (told === undefined) return undefined;
  return told.first > 12 ? 'dayFirst' : 'monthFirst';
}
