import type { Span } from '../../model/span.ts';
import type { TimeExpression } from '../../model/time.ts';
import { recogniseAt } from '../lang/en/time/recognisers.ts';
import { tenseAt } from '../lang/en/time/tense.ts';
import { widen } from '../lang/en/time/widen.ts';
import type { ParsedSentence } from '../sentence/parsed.ts';
import { formatDay } from './calendar.ts';
import type { DateMeaning, Match, NumericMeaning } from './meaning.ts';
import { parseReference, type Reference } from './published.ts';
import { resolve } from './resolve.ts';
import type { Resolved, Scene, Told } from './scene.ts';
import { scanWords, type Word, wordAt } from './words.ts';

/** What `findTimes` is told beside the text. */
export interface TimeContext {
  readonly language: 'en';
  /** ISO 8601 date of publication, partial or with a time. Without it relative expressions keep an open value. */
  readonly published?: string;
  /** Sentences with tagged words, where they are known: they tell the tense better than word forms do. */
  readonly parsed?: readonly ParsedSentence[];
  /** The words of the text, where they are cut already. */
  readonly words?: readonly Word[];
}

const STAGE = 'time@1';

/**
 * Finds the time expressions of an English text and gives each its TIMEX3 value, in order and without overlap.
 *
 * Absolute dates stand for themselves; relative ones ("Thursday", "last month") are counted from `published`, those of a
 * narrative ("two days later", "the same day") from the date told before, whose id is then their `anchor`. Without
 * `published` a full date that stands alone on one of the first lines serves in its place; without that the value stays open
 * (`XXXX-WXX-4`). Runs in time linear in the length of the text. Values after TimeML's TIMEX3 and the TempEval-3 guidelines.
 *
 * @example
 * findTimes('The envoy left Baghdad on Thursday.', { published: '2020-12-11', language: 'en' });
 * // [{ kind: 'time', id: 't1', start: 26, end: 34, text: 'Thursday', type: 'DATE', value: '2020-12-10',
 * //    from: '2020-12-10', to: '2020-12-10', precision: 'day', anchor: 'published', by: 'time@1' }]
 */
export function findTimes(text: string, context: TimeContext): readonly TimeExpression[] {
  const words = context.words ?? scanWords(text);
  const matches = inheritYears(words, findMatches(words));
  const published = parseReference(context.published);
  const reference = published ?? dateLineOf(words, matches);
  const tagAt = makeTagIndex(context.parsed);
  const numericOrder = numericOrderOf(matches);
  const times: TimeExpression[] = [];
  let told: Told | undefined;
  let toldDay: Told | undefined;
  let toldStretch: Told | undefined;
  for (const [index, match] of matches.entries()) {
    const start = wordAt(words, match.start).start;
    const tense = tenseAt(words, match, tagAt);
    const joined = joinedTo(words, matches, { index, told });
    const scene: Scene = {
      start,
      ...(reference === undefined ? {} : { reference }),
      ...(told === undefined ? {} : { told }),
      ...(toldDay === undefined ? {} : { toldDay }),
      ...(toldStretch === undefined ? {} : { toldStretch }),
      ...(tense === undefined ? {} : { tense: tense.tense, isTenseSure: tense.isSure }),
      ...(joined === undefined ? {} : { joined }),
      ...(numericOrder === undefined ? {} : { numericOrder }),
    };
    const resolved = resolve(match.meaning, scene);
    const id = `t${index + 1}`;
    const end = wordAt(words, match.end - 1).end;
    times.push(makeExpression({ id, start, end, text: text.slice(start, end), match, resolved }));
    if (resolved.range === undefined || (resolved.type !== 'DATE' && resolved.type !== 'TIME')) continue;
    told = { id, range: resolved.range, precision: resolved.precision, end };
    if (resolved.range.first === resolved.range.last) toldDay = told;
    else toldStretch = told;
  }
  return times;
}

function findMatches(words: readonly Word[]): readonly Match[] {
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

interface Parts {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly match: Match;
  readonly resolved: Resolved;
}

function makeExpression({ id, start, end, text, match, resolved }: Parts): TimeExpression {
  const { type, value, precision, range, instant, anchor } = resolved;
  const bounds =
    instant === undefined
      ? range && { from: formatDay(range.first), to: formatDay(range.last) }
      : { from: instant, to: instant };
  // What stayed open rests on nothing, whatever it was tried against.
  const isOpen = range === undefined && value.startsWith('XX');
  return Object.freeze({
    kind: 'time',
    id,
    start,
    end,
    text,
    type,
    value,
    ...bounds,
    precision,
    ...(anchor === undefined || isOpen ? {} : { anchor }),
    ...(match.mod === undefined ? {} : { mod: match.mod }),
    by: STAGE,
  });
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
function joinedTo(
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
function dateLineOf(words: readonly Word[], matches: readonly Match[]): Reference | undefined {
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
function numericOrderOf(matches: readonly Match[]): 'dayFirst' | 'monthFirst' | undefined {
  const told = matches
    .map((match) => match.meaning)
    .find(
      (meaning): meaning is NumericMeaning =>
        meaning.kind === 'numeric' && meaning.first > 12 !== meaning.second > 12,
    );
  if (told === undefined) return undefined;
  return told.first > 12 ? 'dayFirst' : 'monthFirst';
}

function makeTagIndex(
  parsed: readonly ParsedSentence[] | undefined,
): ((offset: number) => string | undefined) | undefined {
  if (parsed === undefined) return undefined;
  return (offset) => {
    const sentence = parsed[lastUpTo(parsed, offset)];
    const token = sentence?.tokens[lastUpTo(sentence.tokens, offset)];
    return token?.start === offset ? token.xpos : undefined;
  };
}

/** Index of the last of spans in text order that starts at or before an offset; 0 where none does. */
function lastUpTo(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (spans[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
