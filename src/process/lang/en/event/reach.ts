import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { collectSubtree, findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { wordAt } from '../../../sentence/view.ts';
import type { Around } from './rings.ts';

/** Words that may still tell when an act was, though the tree hangs them elsewhere; looked at last. */
export function farWords(sentence: ParsedSentence, around: Around): readonly (readonly number[])[] {
  const { index } = around.trigger;
  if (sentence.tokens[index]!.upos !== 'VERB') return [wordsRightBehind(sentence, around)];
  return [wordsOfOccasion(sentence, around), wordsBehind(sentence, around), openingWords(sentence, around)];
}

/** "the rifle used in the attack on Sunday": right behind an event noun, where the tree gives it to a verb that has no tense. */
function wordsRightBehind(sentence: ParsedSentence, { trigger, others }: Around): readonly number[] {
  const first = trigger.index + 2;
  if (!['on', 'in'].includes(wordAt(sentence, first - 1))) return [];
  let verb = first;
  for (let step = 0; step < 3 && sentence.tokens[verb] !== undefined; step++) {
    verb = sentence.tokens[verb]!.head;
    if (verb < 0) return [];
    if (sentence.tokens[verb]!.upos === 'VERB') break;
  }
  const isTenseless = /^VB[GN]?$/.test(sentence.tokens[verb]?.xpos ?? '');
  const isOther = others.some(({ index, carrier }) => index === verb || carrier === verb);
  return isTenseless && !isOther && sentence.tokens[verb]!.head >= 0 ? [first, first + 1] : [];
}

const DEEDS = new Set(['ASSAULT', 'COERCE']);
const OCCASIONS = new Set(['after', 'when', 'as', 'while']);

/** "shot him after he drew a knife on Saturday": what led to an act is of its day, where it is no event by itself. */
function wordsOfOccasion(sentence: ParsedSentence, { trigger, others }: Around): readonly number[] {
  if (!DEEDS.has(trigger.sense.type)) return [];
  for (const clause of findChildren(sentence, trigger.index, 'advcl')) {
    if (clause < trigger.index || sentence.tokens[clause]!.xpos !== 'VBD') continue;
    if (!markersOf(sentence, clause).some((word) => OCCASIONS.has(word))) continue;
    const isOfSame = findChildren(sentence, clause, 'nsubj').some((i) => sentence.tokens[i]!.upos === 'PRON');
    const words = collectSubtree(sentence, clause, () => false);
    if (isOfSame && !others.some(({ index }) => words.includes(index))) return words;
  }
  return [];
}

/** Words of the phrases behind an act, up to the next verb or comma: "a film of guards shooting him 16 times in May". */
function wordsBehind(sentence: ParsedSentence, { trigger, others }: Around): readonly number[] {
  const verb = sentence.tokens[trigger.index]!;
  if (!/^VB[GDN]$/.test(verb.xpos)) return [];
  const elsewhere = new Set(others.flatMap(({ index, carrier }) => [index, carrier ?? index]));
  const words: number[] = [];
  for (let i = trigger.index + 1; i < sentence.tokens.length && words.length < 14; i++) {
    const { upos, text } = sentence.tokens[i]!;
    const isEnd = ['VERB', 'AUX', 'CCONJ', 'SCONJ', 'PRON'].includes(upos) || /^[,;:.“”"()—–]$/.test(text);
    if (isEnd || elsewhere.has(i)) break;
    // "charged with killing him on Monday": what hangs on another event is of that one.
    if (elsewhere.has(sentence.tokens[i]!.head)) continue;
    words.push(i);
  }
  return words;
}

const JOINED = new Set(['until', 'when', 'while', 'as']);

/** "On Wednesday all was calm until she was arrested": the time that opens a sentence, for what is told in its past. */
function openingWords(sentence: ParsedSentence, { trigger }: Around): readonly number[] {
  const isMain = isOnLine(sentence, trigger.index) && isTold(sentence, trigger.index);
  if (!isMain && !isOnlyVerb(sentence, trigger.index)) return [];
  const words: number[] = [];
  for (let i = 0; i < OPENING && i < trigger.index; i++) {
    const { upos, text } = sentence.tokens[i]!;
    if (text === ',' || upos === 'VERB' || upos === 'AUX') break;
    words.push(i);
  }
  return words;
}

/** "In March the company apologized": taken for a participle, in a sentence that would else have no verb. */
function isOnlyVerb(sentence: ParsedSentence, verb: number): boolean {
  const { xpos, deprel } = sentence.tokens[verb]!;
  return xpos === 'VBN' && deprel === 'acl' && !sentence.tokens.some((token) => FINITE.has(token.xpos));
}

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

/** Words of a time that opens a sentence: "Late on Wednesday night". */
const OPENING = 5;

/** Finite in the past, and not further back: "was arrested", not "had been arrested". */
function isTold(sentence: ParsedSentence, verb: number): boolean {
  const { xpos } = sentence.tokens[verb]!;
  if (xpos === 'VBD') return true;
  return (
    xpos === 'VBN' &&
    findChildren(sentence, verb, 'aux:pass').some((i) => ['was', 'were'].includes(wordAt(sentence, i))) &&
    !findChildren(sentence, verb, 'aux').some((i) => wordAt(sentence, i) === 'had')
  );
}

/** The main clause, one joined to it, or one that says when or until when it held. */
function isOnLine(sentence: ParsedSentence, verb: number): boolean {
  let current = verb;
  for (let step = 0; step < 4; step++) {
    const token = sentence.tokens[current]!;
    if (token.head < 0) return true;
    const isJoined = hasRelation(token, ['conj', 'parataxis']);
    const isWhen =
      hasRelation(token, ['advcl']) && markersOf(sentence, current).some((word) => JOINED.has(word));
    const isAside = hasRelation(token, ['acl']) && hasWhen(sentence, current);
    if (!isJoined && !isWhen && !isAside && !findChildren(sentence, current, 'advmod').some(isWhenWord))
      return false;
    current = token.head;
  }
  return false;

  function isWhenWord(i: number): boolean {
    return wordAt(sentence, i) === 'when';
  }
}

const hasWhen = (sentence: ParsedSentence, verb: number) =>
  findChildren(sentence, verb, 'advmod', 'mark').some((i) => wordAt(sentence, i) === 'when');
