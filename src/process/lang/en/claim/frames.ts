import {
  collectSubtree,
  findChild,
  findChildren,
  hasRelation,
  markersOf,
  trimPunctuation,
} from '../../../sentence/phrase.ts';
import type { CueContext, FrameMatch } from './attribution.ts';
import { extendRight } from './extent.ts';
import type { CueSense, Frame } from './lexicon.ts';

/** Prepositions whose object may be the content, in the order in which they are tried. */
const PREPOSITIONS: readonly Frame[] = ['of', 'about', 'over', 'against', 'for', 'with', 'whether'];

/**
 * The content that a cue's own sense allows, by the grammar of the sentence: a clause, an infinitive, an object
 * or the object of a preposition; undefined where the grammar offers none.
 */
export function matchFrame(context: CueContext, head: number, sense: CueSense): FrameMatch | undefined {
  const { frames } = sense;
  if (frames.has('at')) return matchValue(context, head);
  if (frames.has('count')) return matchCount(context, head, sense);
  if (frames.has('responsibility')) return matchResponsibility(context, head);
  const clause =
    frames.has('that') || frames.has('quote') ? findClause(context, head, frames.has('that')) : undefined;
  if (clause !== undefined) return match(context, 'that', clause);
  const infinitive =
    frames.has('to') || frames.has('gerund') ? findInfinitive(context, head, sense) : undefined;
  if (infinitive !== undefined) return match(context, 'to', infinitive);
  if (frames.has('small')) {
    const small = findSmallClause(context, head);
    if (small !== undefined) return match(context, 'small', small);
  }
  return matchObject(context, head, sense) ?? matchPreposition(context, head, sense);
}

function match(
  context: CueContext,
  frame: Frame,
  indexes: readonly number[],
  particles: readonly number[] = [],
): FrameMatch | undefined {
  const isLoose = frame !== 'that' && frame !== 'quote' && frame !== 'source';
  const content = trimPunctuation(context.sentence, isLoose ? cutContrast(context, indexes) : indexes);
  return content.length === 0 ? undefined : { frame, content, particles };
}

const CONTRAST = new Set(['though', 'although', 'while', 'whereas', 'but']);

/** "blamed X for Y though Z": what follows is no longer what was said. */
function cutContrast(context: CueContext, indexes: readonly number[]): readonly number[] {
  const cut = indexes.findIndex(
    (i, k) =>
      k > 0 && CONTRAST.has(context.sentence.tokens[i]!.text.toLowerCase()) && context.quoteOf[i]! < 0,
  );
  return cut < 0 ? indexes : indexes.slice(0, cut);
}

/** "observed Iran moving equipment": a noun phrase and a participle right after the verb, whatever the tree says. */
function findParticipleAfter(context: CueContext, head: number): readonly number[] | undefined {
  const { tokens } = context.sentence;
  for (let i = head + 1; i < Math.min(tokens.length, head + 9); i++) {
    if (tokens[i]!.xpos === 'VBG' && i > head + 1) return extendRight(context, head, [head + 1]);
    if (!['DET', 'NUM', 'ADJ', 'PROPN', 'NOUN', 'PRON', 'PART'].includes(tokens[i]!.upos)) return undefined;
  }
  return undefined;
}

const OWNED = new Set(
  'responsibility credit attack strike bombing blast explosion killing assassination raid shooting ambush operation assault'.split(
    ' ',
  ),
);

/** "puts the number at 21": the object with its value. */
function matchValue(context: CueContext, head: number): FrameMatch | undefined {
  const { sentence } = context;
  const object = findChild(sentence, head, 'obj');
  const at = sentence.tokens.findIndex((token, i) => i > head && token.text.toLowerCase() === 'at');
  const hasNumber = at > 0 && sentence.tokens.slice(at + 1, at + 6).some((token) => token.upos === 'NUM');
  if (object === undefined || object < head || !hasNumber || at - head > 14) return undefined;
  return match(context, 'at', extendRight(context, head, [head + 1]));
}

const COUNT_NOUNS = new Set(['range', 'figure', 'number', 'total', 'count', 'tally', 'toll']);

/** "counted seven rockets", "gives a range of 11 to 16": an object that is or has a number, right behind the verb. */
function matchCount(context: CueContext, head: number, { lemma: verb }: CueSense): FrameMatch | undefined {
  const { tokens } = context.sentence;
  let number: number | undefined;
  // "counted seven", but not "gave seven lessons": only a count is given.
  let isCount = verb === 'count' || verb === 'tally';
  for (let i = head + 1; i < tokens.length && i <= head + 6 && number === undefined; i++) {
    const { upos, lemma } = tokens[i]!;
    if (upos === 'NUM' && tokens[i]!.text.toLowerCase() !== 'one') number = i;
    const isBetween = ['DET', 'ADV', 'ADP', 'ADJ'].includes(upos) || COUNT_NOUNS.has(lemma.toLowerCase());
    if (number === undefined && !isBetween) return undefined;
    isCount ||= COUNT_NOUNS.has(lemma.toLowerCase());
  }
  return number === undefined || !isCount
    ? undefined
    : match(context, 'count', extendRight(context, head, [head + 1]));
}

/** "claimed responsibility for the attack", "claimed the attack", "claimed it". */
function matchResponsibility(context: CueContext, head: number): FrameMatch | undefined {
  const { sentence } = context;
  const object = findChild(sentence, head, 'obj', 'nsubj:pass');
  if (object === undefined) return undefined;
  const { text, lemma } = sentence.tokens[object]!;
  const isToldBefore =
    sentence.tokens[head]!.lemma === 'claim' && /^(?:it|this)$/i.test(text) && object > head;
  if (!isToldBefore && !OWNED.has(lemma.toLowerCase())) return undefined;
  const rest = findChildren(sentence, head, 'obl', 'advcl').filter(
    (i) => i > head && markersOf(sentence, i).includes('for'),
  );
  return match(context, 'np', [object, ...rest].flatMap((i) => collectSubtree(sentence, i)).sort(byNumber));
}

/** "said that …", "…, he said", "as he said". */
function findClause(context: CueContext, head: number, mayGuess: boolean): readonly number[] | undefined {
  const { sentence } = context;
  const token = sentence.tokens[head]!;
  const told = findTold(context, head);
  if (told !== undefined) return extendRight(context, head, [told]);
  const complement = findChild(sentence, head, 'ccomp');
  if (complement !== undefined) {
    const clause = collectSubtree(sentence, complement);
    if (clause[0]! < head) return clause;
    const lacksSubject = findChild(sentence, complement, 'nsubj', 'csubj', 'expl') === undefined;
    return extendRight(context, head, lacksSubject ? [findSubjectStart(context, head, clause[0]!)] : clause);
  }
  const isAside =
    hasRelation(token, ['parataxis']) || (hasRelation(token, ['advcl']) && isAsClause(context, head));
  if (isAside && token.head >= 0) {
    const host = collectSubtree(sentence, topOfClause(context, token.head), (_, index) => index === head);
    // "The minister, Ann Example, denied it": a mere name on the left is whoever speaks.
    if (host.length > 2 && host.some((i) => ['VERB', 'AUX'].includes(sentence.tokens[i]!.upos))) return host;
  }
  const quoted = findChildren(sentence, head, 'parataxis').find((i) => context.quoteOf[i]! >= 0);
  if (quoted !== undefined) return collectSubtree(sentence, quoted);
  const start = mayGuess ? findClauseAfter(context, head) : undefined;
  return start === undefined ? undefined : extendRight(context, head, [start]);
}

const ADDRESSING = new Set([
  'tell',
  'inform',
  'remind',
  'assure',
  'reassure',
  'warn',
  'advise',
  'notify',
  'brief',
  'convince',
]);

/** Where the content begins after whom it was told to: "told CNN *that* …", "told reporters *“We …*". */
function findTold(context: CueContext, head: number): number | undefined {
  const { sentence } = context;
  if (!ADDRESSING.has(sentence.tokens[head]!.lemma)) return undefined;
  for (let i = head + 1; i < Math.min(sentence.tokens.length, head + 9); i++) {
    const { upos, text } = sentence.tokens[i]!;
    if (text.toLowerCase() === 'that' && i > head + 1) return i;
    if (context.quoteOf[i]! >= 0) return i > head + 1 ? i : undefined;
    const isNamed = ['DET', 'NUM', 'ADJ', 'PROPN', 'NOUN', 'PRON'].includes(upos);
    const isJoint = upos === 'CCONJ' && sentence.tokens[i - 1]!.upos !== 'PUNCT';
    if (!isNamed && !isJoint && text !== "'s" && text !== '’s') return undefined;
  }
  return undefined;
}

/** Where the parser saw no complement: a noun phrase and then a finite verb right after the verb of saying. */
function findClauseAfter(context: CueContext, head: number): number | undefined {
  const { sentence } = context;
  const next = sentence.tokens[head + 1];
  if (next === undefined || sentence.tokens[head]!.upos !== 'VERB') return undefined;
  if (next.text.toLowerCase() === 'that' && next.upos !== 'DET') return head + 1;
  let hasNoun = false;
  for (let i = head + 1; i < Math.min(sentence.tokens.length, head + 16); i++) {
    const { upos, xpos, text } = sentence.tokens[i]!;
    if (text === ',' || text === ':' || upos === 'SCONJ' || xpos === 'WDT' || xpos === 'WP' || xpos === 'TO')
      return undefined;
    if (hasNoun && ['VBD', 'VBZ', 'VBP', 'MD'].includes(xpos)) return head + 1;
    if (['NOUN', 'PROPN', 'PRON'].includes(upos)) hasNoun = true;
  }
  return undefined;
}

/** "said the attack in Ankara, the capital, was an attempt": where the subject that the tree cut off begins. */
function findSubjectStart(context: CueContext, head: number, start: number): number {
  const between = context.sentence.tokens.slice(head + 1, start);
  const isNominal = between.every(({ upos }) =>
    ['DET', 'NUM', 'ADJ', 'PROPN', 'NOUN', 'PRON', 'PART', 'ADP', 'PUNCT'].includes(upos),
  );
  return isNominal && between.some(({ upos }) => upos === 'NOUN' || upos === 'PROPN') ? head + 1 : start;
}

const isAsClause = (context: CueContext, head: number) => markersOf(context.sentence, head).includes('as');

/** Climbs from a word inside a clause to the word that heads it. */
function topOfClause(context: CueContext, from: number): number {
  let top = from;
  for (let steps = 0; steps < 50; steps++) {
    const token = context.sentence.tokens[top]!;
    if (token.head < 0 || !hasRelation(token, ['conj', 'obl', 'nmod', 'obj', 'nsubj', 'amod', 'acl']))
      return top;
    top = token.head;
  }
  return top;
}

function findInfinitive(context: CueContext, head: number, sense: CueSense): readonly number[] | undefined {
  const { sentence } = context;
  const open =
    findChild(sentence, head, 'xcomp') ?? findChild(sentence, head, 'acl') ?? findPurpose(context, head);
  if (open === undefined || open < head) return undefined;
  const { xpos } = sentence.tokens[open]!;
  const isVerbal =
    xpos === 'VBG' || (markersOf(sentence, open).includes('to') && (xpos === 'VB' || xpos === 'VBN'));
  if (!isVerbal) return undefined;
  if (!sense.frames.has('to') && sentence.tokens[open]!.xpos !== 'VBG') return undefined;
  const subject = findChild(sentence, head, 'nsubj:pass');
  const raised = subject === undefined || sense.stance === 'demands' ? [] : collectSubtree(sentence, subject);
  return [...raised, ...collectSubtree(sentence, open)].sort(byNumber);
}

/** "called on all sides *to show restraint*": parsers take what is asked for a purpose. */
function findPurpose({ sentence }: CueContext, head: number): number | undefined {
  return findChildren(sentence, head, 'advcl').find((i) => i > head && sentence.tokens[i]!.xpos === 'VB');
}

/** "called the move a provocation". */
function findSmallClause(context: CueContext, head: number): readonly number[] | undefined {
  const { sentence } = context;
  const object = findChild(sentence, head, 'obj');
  const complement = findChild(sentence, head, 'xcomp');
  if (complement === undefined || complement < head) return findParticipleAfter(context, head);
  const first = object === undefined ? [] : collectSubtree(sentence, object);
  return [...first, ...collectSubtree(sentence, complement)].sort(byNumber);
}

/** "denied the charge", "blamed Iran for the attack", "described it as worrying". */
function matchObject(context: CueContext, head: number, sense: CueSense): FrameMatch | undefined {
  const { sentence } = context;
  if (!(sense.frames.has('np') || sense.frames.has('as'))) return undefined;
  // "had been warned": whom it was said to is not what was said.
  const isTold = ['warns', 'demands'].includes(sense.stance) || ADDRESSING.has(sense.lemma);
  const object =
    findChild(sentence, head, 'obj') ?? (isTold ? undefined : findChild(sentence, head, 'nsubj:pass'));
  if (object === undefined) return undefined;
  const joined = findChildren(sentence, head, 'obl', 'xcomp', 'advcl').filter((i) => {
    const markers = markersOf(sentence, i);
    return (
      i > head &&
      (['as', 'of', 'for', 'with', 'to'] as const).some((f) => sense.frames.has(f) && markers.includes(f))
    );
  });
  const isPronoun = sentence.tokens[object]!.upos === 'PRON';
  if (joined.length === 0 && (isPronoun || !sense.frames.has('np'))) return undefined;
  const content = [object, ...joined].flatMap((i) => collectSubtree(sentence, i)).sort(byNumber);
  return match(context, joined.length > 0 && sense.frames.has('as') ? 'as' : 'np', content);
}

/** "warned of an attack", "called for calm": the preposition goes with the cue. */
function matchPreposition(context: CueContext, head: number, sense: CueSense): FrameMatch | undefined {
  const { sentence } = context;
  const behind = findChildren(sentence, head, 'obl', 'nmod', 'advcl', 'acl', 'ccomp').filter((i) => i > head);
  if (behind.length === 0) return undefined;
  for (const frame of PREPOSITIONS) {
    if (!sense.frames.has(frame)) continue;
    const child = behind.find((i) => markersOf(sentence, i).includes(frame));
    if (child === undefined) continue;
    const marker = findChildren(sentence, child, 'case', 'mark')[0]!;
    const content = collectSubtree(sentence, child, (_, index) => index === marker);
    return match(context, frame, withSecond(context, content, frame), [marker]);
  }
  return undefined;
}

/** "spoke of two and of four": the same preposition once more goes on with the content. */
function withSecond({ sentence }: CueContext, content: readonly number[], frame: Frame): readonly number[] {
  const end = content.at(-1)! + 1;
  const [joint, again] = [end, end + 1].map((i) => sentence.tokens[i]?.text.toLowerCase());
  if ((joint !== 'and' && joint !== 'or') || again !== frame) return content;
  let to = end + 2;
  while (to < sentence.tokens.length && !['PUNCT', 'VERB', 'CCONJ'].includes(sentence.tokens[to]!.upos)) to++;
  return [...content, ...Array.from({ length: to - end }, (_, k) => end + k)];
}

const byNumber = (a: number, b: number) => a - b;
