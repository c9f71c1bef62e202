import type { Post } from '../../model/document.ts';
import type { Note } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import type { TimeExpression } from '../../model/time.ts';
import { tenseAt } from '../lang/en/time/tense.ts';
import type { ParsedSentence } from '../sentence/parsed.ts';
import { makeExpression, STAGE } from './expression.ts';
import { dateLineOf, findMatches, joinedTo, numericOrderOf } from './matches.ts';
import { noteOf } from './notes.ts';
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
  /** Entries of a live page: what stands in one is counted from its day, where the page gives it. */
  readonly posts?: readonly Post[];
  /** The words of the text, where they are cut already. */
  readonly words?: readonly Word[];
}

/** The expressions of a text, and what was recognised of times and could not be given a value. */
export interface TimesRead {
  readonly times: readonly TimeExpression[];
  readonly notes: readonly Note[];
}

/**
 * Finds the time expressions of an English text and gives each its TIMEX3 value, in order and without overlap.
 *
 * Absolute dates stand for themselves; relative ones ("Thursday", "last month") are counted from `published`, in an entry
 * of a live page from the entry's own day, those of a narrative ("two days later", "the same day") from the date told
 * before, whose id is then their `anchor`. Without `published` a full date that stands alone on one of the first lines
 * serves in its place; without that the value stays open (`XXXX-WXX-4`). Runs in time linear in the length of the text.
 * Values after TimeML's TIMEX3 and the TempEval-3 guidelines.
 *
 * @example
 * findTimes('The envoy left Baghdad on Thursday.', { published: '2020-12-11', language: 'en' });
 * // [{ kind: 'time', id: 't1', start: 26, end: 34, text: 'Thursday', type: 'DATE', value: '2020-12-10',
 * //    from: '2020-12-10', to: '2020-12-10', precision: 'day', anchor: 'published', by: 'time@1' }]
 */
export function findTimes(text: string, context: TimeContext): readonly TimeExpression[] {
  return readTimes(text, context).times;
}

/**
 * The same with a note for each expression that is no date of our calendar, or has no day, or may be one of two.
 *
 * @example
 * readTimes('It was signed on 31 February 2020.', { language: 'en' }).notes[0]?.why;
 * // 'The calendar has no such day, so it is given no value.'
 */
export function readTimes(text: string, context: TimeContext): TimesRead {
  const words = context.words ?? scanWords(text);
  const matches = findMatches(words);
  const page = parseReference(context.published) ?? dateLineOf(words, matches);
  const referenceAt = makeReferenceIndex(page, context.posts ?? []);
  const tagAt = makeTagIndex(context.parsed);
  const numericOrder = numericOrderOf(matches);
  const times: TimeExpression[] = [];
  const notes: Note[] = [];
  let told = NOTHING_TOLD;
  for (const [index, match] of matches.entries()) {
    const start = wordAt(words, match.start).start;
    const { reference, isOther } = referenceAt(start);
    // An entry of a live page tells its own story.
    if (isOther) told = NOTHING_TOLD;
    const tense = tenseAt(words, match, tagAt);
    const joined = joinedTo(words, matches, { index, told: told.told });
    const scene: Scene = {
      start,
      ...told,
      ...(reference === undefined ? {} : { reference }),
      ...(tense === undefined ? {} : { tense: tense.tense, isTenseSure: tense.isSure }),
      ...(joined === undefined ? {} : { joined }),
      ...(numericOrder === undefined ? {} : { numericOrder }),
    };
    const resolved = resolve(match.meaning, scene);
    const id = `t${index + 1}`;
    const end = wordAt(words, match.end - 1).end;
    times.push(makeExpression({ id, start, end, text: text.slice(start, end), match, resolved }));
    const why = noteOf(match.meaning, resolved);
    if (why !== undefined) notes.push({ ...why, start, end, by: STAGE });
    told = goOn(told, resolved, { id, end });
  }
  return { times, notes };
}

type ToldSoFar = Pick<Scene, 'told' | 'toldDay' | 'toldStretch'>;

const NOTHING_TOLD: ToldSoFar = {};

/** What a narrative may go on from behind an expression. */
function goOn(
  before: ToldSoFar,
  { type, range, precision }: Resolved,
  { id, end }: { readonly id: string; readonly end: number },
): ToldSoFar {
  if (range === undefined || (type !== 'DATE' && type !== 'TIME')) return before;
  const told: Told = { id, range, precision, end };
  return range.first === range.last
    ? { ...before, told, toldDay: told }
    : { ...before, told, toldStretch: told };
}

/** The day from which an expression at an offset is counted; offsets are asked in ascending order. */
function makeReferenceIndex(
  page: Reference | undefined,
  posts: readonly Post[],
): (offset: number) => { readonly reference: Reference | undefined; readonly isOther: boolean } {
  let next = 0;
  let current = page;
  return (offset) => {
    let isOther = false;
    for (; next < posts.length && posts[next]!.start <= offset; next++) {
      current = parseReference(posts[next]!.at, 'post') ?? page;
      isOther = true;
    }
    return { reference: current, isOther };
  };
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
