import { findAgent, findSubjectBefore, isPassive } from '../sentence/agent.ts';
import {
  collectSubtree,
  findChild,
  findChildren,
  hasRelation,
  isNegated,
  markersOf,
  toSpan,
  trimPunctuation,
} from '../sentence/phrase.ts';
import type { Attribution, CueContext, FrameMatch } from './attribution.ts';
import { matchFrame, startsSecondAct } from './frames.ts';
import { type CueLexicon, type CueSense, FRAMES } from './lexicon.ts';
import type { SpeakerNouns } from './speakers.ts';
import { findWithheld } from './withheld.ts';

/**
 * All attributions of one sentence, in the order of their cues. Each word is looked up in the lexicon; the grammar
 * around it then has to offer a content of a kind that the word's sense allows.
 */
export function findAttributions(context: CueContext, resources: CueResources): readonly Attribution[] {
  const found: Attribution[] = [];
  for (let i = 0; i < context.sentence.tokens.length; i++) {
    const attribution = findAt({ ...context, before: found }, i, resources.cues);
    if (attribution !== undefined && isPlausible(context, attribution, resources)) found.push(attribution);
  }
  return found;
}

/** The word lists that finding attributions needs. */
export interface CueResources {
  readonly cues: CueLexicon;
  readonly speakers: SpeakerNouns;
}

/** A sentence with the attributions already found in it, left to right. */
interface Progress extends CueContext {
  readonly before: readonly Attribution[];
}

/** Whether the source can speak, think or want: a name, a person's pronoun, or a noun for people, bodies and texts. */
function isPlausible(
  context: CueContext,
  { source, sense }: Attribution,
  { speakers }: CueResources,
): boolean {
  if (source === undefined) return true;
  const token = context.sentence.tokens[source]!;
  const word = token.text.toLowerCase();
  if (token.upos === 'PROPN' || speakers.has(token.lemma.toLowerCase()) || /^\p{Lu}/u.test(token.text))
    return true;
  if (token.upos === 'PRON')
    return (
      !['this', 'that', 'which', 'what', 'these', 'those', 'there'].includes(word) &&
      (word !== 'it' || sense.pos === 'verb')
    );
  return token.upos === 'NUM' || token.upos === 'ADJ' || token.upos === 'DET';
}

/** "said A but warned B": the second act of the speaker, however deep the parser hung it. */
function resumeSource(context: Progress, i: number, found: FrameMatch): number | undefined {
  const { sentence } = context;
  if (!startsSecondAct(sentence, i) || found.content.some((k) => k < i)) return undefined;
  return context.before.findLast(({ head }) => sentence.tokens[head]!.xpos === sentence.tokens[i]!.xpos)
    ?.source;
}

function findAt(context: Progress, i: number, lexicon: CueLexicon): Attribution | undefined {
  const token = context.sentence.tokens[i]!;
  const word = token.text.toLowerCase();
  const adjective = lexicon.get(`${word}/adj`);
  if (adjective !== undefined && token.xpos !== 'VBD') return findPredicate(context, i, adjective);
  if (word === 'according' || word === 'per')
    return findAccording(context, i, lexicon.get(`${word}/adp`) ?? []);
  if (token.upos === 'ADV') return findHearsay(context, i, lexicon);
  if (token.upos === 'VERB') return findWithheld(context, i) ?? findVerb(context, i, lexicon);
  if (token.upos === 'NOUN') return findNoun(context, i, lexicon.get(`${token.lemma}/noun`) ?? []);
  return undefined;
}

/** "officials say that …", "Iran has blamed …", "is believed to …". */
function findVerb(context: Progress, i: number, lexicon: CueLexicon): Attribution | undefined {
  const { sentence } = context;
  if (isSpokenByFirstPerson(context, i)) return undefined;
  for (const { sense, particles } of verbSenses(context, i, lexicon)) {
    const found = matchFrame(context, i, sense) ?? matchQuotation(context, i, sense);
    if (found === undefined) continue;
    const source =
      resumeSource(context, i, found) ??
      findAgent(sentence, i) ??
      (isPassive(sentence, i) ? undefined : findSubjectBefore(sentence, i));
    if (source === undefined && !isPassive(sentence, i)) continue;
    if (source !== undefined && found.content.includes(source) && !isPassive(sentence, i)) continue;
    return make(context, i, sense, { ...found, particles: [...particles, ...found.particles] }, source);
  }
  return undefined;
}

/** A verb's senses, those of the verb with its particle or preposition first: "call for", "point out". */
function verbSenses(context: CueContext, i: number, lexicon: CueLexicon) {
  const { sentence } = context;
  const { lemma } = sentence.tokens[i]!;
  const senses: { sense: CueSense; particles: readonly number[] }[] = [];
  for (const child of findChildren(sentence, i, 'compound:prt', 'advmod')) {
    const key = `${lemma} ${sentence.tokens[child]!.text.toLowerCase()}/verb`;
    for (const sense of lexicon.get(key) ?? []) senses.push({ sense, particles: [child] });
  }
  for (const child of findChildren(sentence, i, 'obl')) {
    const marker = findChildren(sentence, child, 'case')[0];
    if (marker === undefined || child < i) continue;
    const word = sentence.tokens[marker]!.text.toLowerCase();
    for (const sense of lexicon.get(`${lemma} ${word}/verb`) ?? []) {
      const frames = new Set([...sense.frames, ...FRAMES.filter((frame) => frame === word)]);
      senses.push({ sense: { ...sense, frames }, particles: [marker] });
    }
  }
  for (const sense of lexicon.get(`${lemma}/verb`) ?? []) senses.push({ sense, particles: [] });
  return senses;
}

/** Quoted words in the sentence beside a verb of saying whose grammar was not understood. */
function matchQuotation(context: CueContext, i: number, sense: CueSense): FrameMatch | undefined {
  if (!sense.frames.has('quote') || context.quoteOf[i]! >= 0) return undefined;
  const content = context.quoteOf.flatMap((quote, k) => (quote >= 0 ? [k] : []));
  return content.length < 2 ? undefined : { frame: 'quote', content, particles: [] };
}

/** "I think" inside somebody's words is that somebody's manner of speaking, not another source. */
function isSpokenByFirstPerson(context: CueContext, i: number): boolean {
  if (context.quoteOf[i]! < 0) return false;
  const subject = findAgent(context.sentence, i);
  return subject === undefined || FIRST_OR_SECOND.has(context.sentence.tokens[subject]!.text.toLowerCase());
}
const FIRST_OR_SECOND = new Set(['i', 'we', 'you']);

/** "officials are concerned that …", "fearful of …". */
function findPredicate(context: CueContext, i: number, senses: readonly CueSense[]): Attribution | undefined {
  const { sentence } = context;
  const subject = findChild(sentence, i, 'nsubj', 'nsubj:pass') ?? findAgent(sentence, i);
  if (
    subject === undefined ||
    (sentence.tokens[subject]!.upos === 'PRON' && sentence.tokens[subject]!.lemma === 'it')
  ) {
    return undefined;
  }
  if (findChild(sentence, i, 'cop', 'aux:pass') === undefined) return undefined;
  for (const sense of senses) {
    const widened: CueSense = { ...sense, frames: new Set([...sense.frames, 'that']) };
    const found = matchFrame(context, i, widened) ?? matchAdverbialClause(context, i);
    if (found !== undefined) return make(context, i, sense, found, subject);
  }
  return undefined;
}

/** Parsers hang "concerned that …" now as complement, now as adverbial clause. */
function matchAdverbialClause(context: CueContext, i: number): FrameMatch | undefined {
  const { sentence } = context;
  const clause = findChildren(sentence, i, 'advcl', 'parataxis').find(
    (k) => k > i && ['that', undefined].includes(markersOf(sentence, k)[0]),
  );
  if (clause === undefined) return undefined;
  return {
    frame: 'that',
    content: trimPunctuation(sentence, collectSubtree(sentence, clause)),
    particles: [],
  };
}

/** "fears of …", "a warning that …", "calls for …"; bare nouns attribute nothing. */
function findNoun(context: CueContext, i: number, senses: readonly CueSense[]): Attribution | undefined {
  const { sentence } = context;
  for (const sense of senses) {
    const found =
      matchNounClause(context, i) ??
      (sense.frames.has('of') ||
      sense.frames.has('about') ||
      sense.frames.has('for') ||
      sense.frames.has('over')
        ? matchFrame(context, i, sense)
        : undefined);
    if (found === undefined || found.content.some((k) => k < i)) continue;
    const owner = findChild(sentence, i, 'nmod:poss') ?? findHolder(sentence, i);
    if (owner === undefined && sense.stance === 'asserts' && !HEARSAY.has(sense.lemma)) continue;
    return make(context, i, sense, found, owner);
  }
  return undefined;
}

/** Nouns of saying that attribute even where nobody is named: "reports that", "rumours of". */
const HEARSAY = new Set(
  'report claim allegation assertion rumor rumour speculation suggestion news'.split(' '),
);

/** "a report that …": a clause with its own subject. */
function matchNounClause(context: CueContext, i: number): FrameMatch | undefined {
  const { sentence } = context;
  const clause = findChildren(sentence, i, 'acl', 'ccomp').find(
    (k) => k > i && sentence.tokens[k]!.deprel !== 'acl:relcl' && markersOf(sentence, k).includes('that'),
  );
  if (clause === undefined) return undefined;
  return {
    frame: 'that',
    content: trimPunctuation(sentence, collectSubtree(sentence, clause)),
    particles: [],
  };
}

const HOLDING = new Set(
  'express voice raise have make issue give share repeat renew send deliver release publish'.split(' '),
);

/** "officials voiced concern", "the army issued a warning": the subject of the verb that carries the noun. */
function findHolder(sentence: CueContext['sentence'], i: number): number | undefined {
  const token = sentence.tokens[i]!;
  const from = findChildren(sentence, i, 'nmod').find((k) =>
    ['by', 'from', 'among'].includes(markersOf(sentence, k)[0] ?? ''),
  );
  if (from !== undefined) return from;
  if (token.head < 0 || !hasRelation(token, ['obj']) || !HOLDING.has(sentence.tokens[token.head]!.lemma))
    return undefined;
  return findAgent(sentence, token.head);
}

/** "reportedly", "allegedly": the clause is told on the word of somebody who is not named. */
function findHearsay(context: CueContext, i: number, lexicon: CueLexicon): Attribution | undefined {
  const { sentence } = context;
  const token = sentence.tokens[i]!;
  const sense = lexicon.get(`${token.text.toLowerCase()}/adv`)?.[0];
  if (sense === undefined || token.head < 0) return undefined;
  const clause = token.head;
  if (lexicon.has(`${sentence.tokens[clause]!.lemma}/verb`) && matchFrameOfAny(context, clause, lexicon))
    return undefined;
  const content = trimPunctuation(
    sentence,
    collectSubtree(sentence, clause, (_, k) => k === i),
  );
  return content.length < 2
    ? undefined
    : make(context, i, sense, { frame: 'adv', content, particles: [] }, undefined);
}

const matchFrameOfAny = (context: CueContext, i: number, lexicon: CueLexicon) =>
  (lexicon.get(`${context.sentence.tokens[i]!.lemma}/verb`) ?? []).some(
    (sense) => (matchFrame(context, i, sense) ?? matchQuotation(context, i, sense)) !== undefined,
  );

/** "according to X, …", "…, per X": the rest of the clause is what X says. */
function findAccording(context: CueContext, i: number, senses: readonly CueSense[]): Attribution | undefined {
  const { sentence } = context;
  const sense = senses[0];
  const token = sentence.tokens[i]!;
  if (sense === undefined || token.head < 0) return undefined;
  const inner = findChild(sentence, i, 'obl', 'obj', 'nmod');
  const governed = hasRelation(token, ['case', 'mark']) ? token.head : inner;
  if (governed === undefined) return undefined;
  if (sense.lemma === 'per' && sentence.tokens[governed]!.upos !== 'PROPN') return undefined;
  const top = governed === inner ? i : governed;
  const clause = sentence.tokens[top]!.head;
  if (clause < 0) return undefined;
  const source = findReleaseBefore(context, governed) ?? governed;
  const speaker = Array.from({ length: Math.max(0, governed - source) }, (_, k) => source + 1 + k);
  const whole = collectSubtree(sentence, climb(sentence, clause), (_, k) => k === top);
  const content = trimPunctuation(
    sentence,
    [...new Set([...speaker, ...whole])].sort((x, y) => x - y),
  );
  if (content.length < 2) return undefined;
  const to = sentence.tokens[i + 1]?.text.toLowerCase() === 'to' ? [i + 1] : [];
  return make(context, i, sense, { frame: 'source', content, particles: to }, source);
}

/** "According to a press release McKenzie said …": the name belongs to the verb after it, the release is the source. */
function findReleaseBefore(context: CueContext, governed: number): number | undefined {
  const { sentence } = context;
  const isName =
    sentence.tokens[governed]!.upos === 'PROPN' && sentence.tokens[governed + 1]?.upos === 'VERB';
  if (!isName) return undefined;
  const noun = sentence.tokens.slice(0, governed).findLastIndex((token) => token.upos !== 'PROPN');
  return noun >= 0 && sentence.tokens[noun]!.upos === 'NOUN' ? noun : undefined;
}

/** From a noun up to the verb of its clause, so that the content is a proposition. */
function climb(sentence: CueContext['sentence'], from: number): number {
  let top = from;
  for (let steps = 0; steps < 30; steps++) {
    const token = sentence.tokens[top]!;
    if (token.head < 0 || (token.upos === 'VERB' && !hasRelation(token, ['conj', 'xcomp', 'advcl'])))
      return top;
    top = token.head;
  }
  return top;
}

function make(
  context: CueContext,
  head: number,
  sense: CueSense,
  found: FrameMatch,
  source: number | undefined,
): Attribution {
  const { sentence } = context;
  const cue = cueWords(context, head, found);
  const own = new Set(cue);
  const sourceWords = source === undefined ? [] : collectSubtree(sentence, source);
  const content = found.content.filter(
    (i) => !own.has(i) && (found.content.includes(source ?? -1) || !sourceWords.includes(i)),
  );
  return {
    at: context.at,
    sense,
    frame: found.frame,
    head,
    cue,
    content: content.length > 0 ? content : found.content,
    negated: isNegated(sentence, head) || (source !== undefined && isNegated(sentence, source)),
    withheld: false,
    ...(source === undefined ? {} : { source }),
    ...findAddressee(context, head, found.content),
  };
}

/** The verb with its auxiliaries, negation, particle and preposition: "has said", "did not provide", "called for". */
function cueWords(context: CueContext, head: number, found: FrameMatch): readonly number[] {
  const { sentence } = context;
  const near = findChildren(sentence, head, 'aux', 'cop', 'compound:prt', 'advmod').filter((i) => {
    const token = sentence.tokens[i]!;
    const isNegation = ['not', "n't", 'n’t', 'never'].includes(token.text.toLowerCase());
    return hasRelation(token, ['aux', 'cop', 'compound']) || isNegation;
  });
  return [...new Set([head, ...near, ...found.particles])].sort((a, b) => a - b);
}

/** Whom it was said to: the object, or the noun right after "told" where the tree hangs it elsewhere. */
function findAddressee(
  context: CueContext,
  head: number,
  content: readonly number[],
): { addressee?: number } {
  const { sentence } = context;
  const grammatical = findChildren(sentence, head, 'iobj', 'obj', 'obl').find((i) => {
    if (content.includes(i)) return false;
    const isOblique = hasRelation(sentence.tokens[i]!, ['obl']);
    return !isOblique || markersOf(sentence, i).some((word) => ['to', 'with', 'on'].includes(word));
  });
  if (grammatical !== undefined) return { addressee: grammatical };
  const between = sentence.tokens
    .slice(head + 1, content[0])
    .findLastIndex((token) => ['NOUN', 'PROPN'].includes(token.upos));
  return between < 0 || content[0]! < head ? {} : { addressee: head + 1 + between };
}

/** Range of the whole attribution within its sentence. */
export function spanOfAttribution(sentence: CueContext['sentence'], attribution: Attribution) {
  const all = [
    ...attribution.cue,
    ...attribution.content,
    ...(attribution.source === undefined ? [] : [attribution.source]),
  ];
  return toSpan(
    sentence,
    all.sort((a, b) => a - b),
  );
}
