import type { Match } from '../../../time/meaning.ts';
import { isPhraseAt, type Word, wordAt } from '../../../time/words.ts';
import { wordSet } from './wordSet.ts';

type Vague = 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF';

const SINGLE = new Map<string, Vague>([
  ['now', 'PRESENT_REF'],
  ['currently', 'PRESENT_REF'],
  ['current', 'PRESENT_REF'],
  ['presently', 'PRESENT_REF'],
  ['nowadays', 'PRESENT_REF'],
  ['recent', 'PAST_REF'],
  ['recently', 'PAST_REF'],
  ['lately', 'PAST_REF'],
  ['soon', 'FUTURE_REF'],
]);

type Phrase = readonly [words: readonly string[], value: Vague];

/** Phrases by their first word and their second; the longer before the shorter. */
const PHRASES: ReadonlyMap<string, ReadonlyMap<string, readonly Phrase[]>> = groupByOpening([
  [['these', 'days'], 'PRESENT_REF'],
  [['the', 'time', 'being'], 'PRESENT_REF'],
  [['right', 'now'], 'PRESENT_REF'],
  [['at', 'present'], 'PRESENT_REF'],
  [['at', 'the', 'moment'], 'PRESENT_REF'],
  [['this', 'time'], 'PRESENT_REF'],
  [['the', 'present', 'time'], 'PRESENT_REF'],
  [['the', 'present', 'day'], 'PRESENT_REF'],
  [['the', 'recent', 'past'], 'PAST_REF'],
  [['the', 'distant', 'past'], 'PAST_REF'],
  [['the', 'days', 'ahead'], 'FUTURE_REF'],
  [['the', 'weeks', 'ahead'], 'FUTURE_REF'],
  [['the', 'months', 'ahead'], 'FUTURE_REF'],
  [['the', 'years', 'ahead'], 'FUTURE_REF'],
  [['long', 'ago'], 'PAST_REF'],
  [['the', 'near', 'future'], 'FUTURE_REF'],
  [['the', 'very', 'near', 'future'], 'FUTURE_REF'],
  [['the', 'foreseeable', 'future'], 'FUTURE_REF'],
  [['the', 'distant', 'future'], 'FUTURE_REF'],
  [['the', 'future'], 'FUTURE_REF'],
  [['the', 'near', 'term'], 'FUTURE_REF'],
  [['the', 'short', 'term'], 'FUTURE_REF'],
  [['the', 'long', 'term'], 'FUTURE_REF'],
  [['the', 'past'], 'PAST_REF'],
]);

function groupByOpening(phrases: readonly Phrase[]) {
  const groups = new Map<string, Map<string, Phrase[]>>();
  for (const phrase of phrases) {
    const [first, second] = phrase[0] as readonly [string, string];
    const group = groups.get(first) ?? new Map<string, Phrase[]>();
    groups.set(first, group.set(second, [...(group.get(second) ?? []), phrase]));
  }
  return groups;
}

/** "now", "currently", "in recent years", "recently", "soon", "in the past", "the near future", "these days". */
export function vague(words: readonly Word[], at: number): Match | undefined {
  return phrase(words, at) ?? recentUnits(words, at) ?? single(words, at);
}

function phrase(words: readonly Word[], at: number): Match | undefined {
  const phrases = PHRASES.get(wordAt(words, at).lower)?.get(wordAt(words, at + 1).lower);
  if (phrases === undefined) return undefined;
  for (const [parts, value] of phrases) {
    if (!isPhraseAt(words, at, parts) || !isWholePhrase(words, at, at + parts.length)) continue;
    const start = parts[0] === 'at' ? at + 1 : at;
    return { start, end: at + parts.length, meaning: { kind: 'fixed', type: 'DATE', value } };
  }
  return undefined;
}

/** "the past" and "the future" as nouns: before a noun they belong to it ("the past three days", "the future king"). */
function isWholePhrase(words: readonly Word[], at: number, end: number): boolean {
  const last = wordAt(words, end - 1).lower;
  if (last === 'time') return end - at > 2 || wordAt(words, at - 1).lower === 'at';
  if (last === 'ahead') return wordAt(words, end).lower !== 'of';
  if (last !== 'past' && last !== 'future') return true;
  if (end - at > 2) return wordAt(words, end).lower !== '-';
  // "Back to the Future": a title, unless all is in capitals.
  if (wordAt(words, end - 1).capital && !wordAt(words, at).capital) return false;
  const next = wordAt(words, end);
  if (next.kind === 'mark') return next.lower !== '-' && !(next.lower === "'" && next.glued);
  return next.kind === 'end' || next.line || AFTER_NOUN.has(next.lower);
}

const AFTER_NOUN = wordSet(`
  and or but as with for to when that because is was has had will would by on at he she they we it i
  if after before over have may can could
`);

/** "recent weeks", "in recent years": the whole is the past. */
function recentUnits(words: readonly Word[], at: number): Match | undefined {
  if (wordAt(words, at).lower !== 'recent') return undefined;
  const { lower } = wordAt(words, at + 1);
  const isUnits =
    lower === 'years' || lower === 'months' || lower === 'weeks' || lower === 'days' || lower === 'decades';
  const isTimes = lower === 'times' || lower === 'memory' || lower === 'history';
  if (!isUnits && !isTimes && lower !== 'hours') return undefined;
  return { start: at, end: at + 2, meaning: { kind: 'fixed', type: 'DATE', value: 'PAST_REF' } };
}

function single(words: readonly Word[], at: number): Match | undefined {
  const word = wordAt(words, at);
  const value = SINGLE.get(word.lower);
  if (value === undefined) return undefined;
  if (word.capital && !word.line && wordAt(words, at - 1).kind === 'word') return undefined;
  const next = wordAt(words, at + 1).lower;
  if (word.glued && wordAt(words, at - 1).lower === '-') return undefined;
  // "the current year" is a year.
  if (word.lower === 'current' && CALENDAR.has(next)) return undefined;
  if (word.lower === 'now' && (next === 'that' || next === '-')) return undefined;
  if (word.lower === 'soon' && (next === 'after' || next === 'as' || next === '-')) return undefined;
  if (word.lower === 'soon' && wordAt(words, at - 1).lower === 'as') return undefined;
  return { start: at, end: at + 1, meaning: { kind: 'fixed', type: 'DATE', value } };
}

const CALENDAR = wordSet('year month week quarter day decade century weekend fiscal');
