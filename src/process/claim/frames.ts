import {
  collectSubtree,
  findChild,
  findChildren,
  hasRelation,
  markersOf,
  trimPunctuation,
} from '../sentence/phrase.ts';
import type { CueContext, FrameMatch } from './attribution.ts';
import type { CueSense, Frame } from './lexicon.ts';

/** Prepositions whose object may be the content, in the order in which they are tried. */
const PREPOSITIONS: readonly Frame[] = ['of', 'about', 'over', 'against', 'for', 'with', 'whether'];

/**
 * The content that a cue's own sense allows, by the grammar of the sentence: a clause, an infinitive, an object
 * or the object of a preposition; undefined where the grammar offers none.
 */
export function matchFrame(context: CueContext, head: number, sense: CueSense): FrameMatch | undefined {
  const { frames } = sense;
  const clause = frames.has('that') || frames.has('quote') ? findClause(context, head) : undefined;
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
  const content = trimPunctuation(context.sentence, indexes);
  return content.length === 0 ? undefined : { frame, content, particles };
}

/** "said that …", "…, he said", "as he said". */
function findClause(context: CueContext, head: number): readonly number[] | undefined {
  const { sentence } = context;
  const token = sentence.tokens[head]!;
  const complement = findChild(sentence, head, 'ccomp');
  if (complement !== undefined) {
    return [...collectSubtree(sentence, complement), ...findTrailingClauses(context, head, complement)].sort(
      byNumber,
    );
  }
  const isAside =
    hasRelation(token, ['parataxis']) || (hasRelation(token, ['advcl']) && isAsClause(context, head));
  if (isAside && token.head >= 0) {
    return collectSubtree(sentence, topOfClause(context, token.head), (_, index) => index === head);
  }
  const quoted = findChildren(sentence, head, 'parataxis').find((i) => context.quoteOf[i]! >= 0);
  return quoted === undefined ? undefined : collectSubtree(sentence, quoted);
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

/** "said A had moved, raising fears": a participle after the clause belongs to what was said. */
function findTrailingClauses(context: CueContext, head: number, complement: number): number[] {
  const { sentence } = context;
  return findChildren(sentence, head, 'advcl')
    .filter((i) => i > complement && i > head && findChild(sentence, i, 'nsubj') === undefined)
    .filter((i) => sentence.tokens[i]!.xpos === 'VBG' && !TALKING.has(sentence.tokens[i]!.lemma))
    .flatMap((i) => collectSubtree(sentence, i));
}

/** Participles that start the next attribution instead of going on with the content. */
const TALKING = new Set(
  'add say note cite call describe tell warn argue insist claim refer write quote stress'.split(' '),
);

function findInfinitive(context: CueContext, head: number, sense: CueSense): readonly number[] | undefined {
  const { sentence } = context;
  const open = findChild(sentence, head, 'xcomp') ?? findChild(sentence, head, 'acl');
  if (open === undefined || open < head) return undefined;
  const isVerbal = markersOf(sentence, open).includes('to') || sentence.tokens[open]!.xpos === 'VBG';
  if (!isVerbal) return undefined;
  if (!sense.frames.has('to') && sentence.tokens[open]!.xpos !== 'VBG') return undefined;
  const subject = findChild(sentence, head, 'nsubj:pass');
  const raised = subject === undefined || sense.stance === 'demands' ? [] : collectSubtree(sentence, subject);
  return [...raised, ...collectSubtree(sentence, open)].sort(byNumber);
}

/** "called the move a provocation". */
function findSmallClause(context: CueContext, head: number): readonly number[] | undefined {
  const { sentence } = context;
  const object = findChild(sentence, head, 'obj');
  const complement = findChild(sentence, head, 'xcomp');
  if (complement === undefined || complement < head) return undefined;
  const first = object === undefined ? [] : collectSubtree(sentence, object);
  return [...first, ...collectSubtree(sentence, complement)].sort(byNumber);
}

/** "denied the charge", "blamed Iran for the attack", "described it as worrying". */
function matchObject(context: CueContext, head: number, sense: CueSense): FrameMatch | undefined {
  const { sentence } = context;
  const object = findChild(sentence, head, 'obj') ?? findChild(sentence, head, 'nsubj:pass');
  if (object === undefined || !(sense.frames.has('np') || sense.frames.has('as'))) return undefined;
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
  for (const frame of PREPOSITIONS) {
    if (!sense.frames.has(frame)) continue;
    const child = findChildren(sentence, head, 'obl', 'nmod', 'advcl', 'acl', 'ccomp').find(
      (i) => i > head && markersOf(sentence, i).includes(frame),
    );
    if (child === undefined) continue;
    const marker = findChildren(sentence, child, 'case', 'mark')[0]!;
    const content = collectSubtree(sentence, child, (_, index) => index === marker);
    return match(context, frame, content, [marker]);
  }
  return undefined;
}

const byNumber = (a: number, b: number) => a - b;
