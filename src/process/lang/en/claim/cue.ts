import { findAgent, findSubjectBefore, isPassive } from '../../../sentence/agent.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { collectSubtree, findChildren, trimPunctuation } from '../../../sentence/phrase.ts';
import { findAccording } from './according.ts';
import type { Attribution, CueContext, FrameMatch } from './attribution.ts';
import { type CueIndex, indexCues } from './cue-index.ts';
import { startsSecondAct } from './extent.ts';
import { matchFrame } from './frames.ts';
import { splitGapped } from './gapping.ts';
import { type CueLexicon, type CueSense, FRAMES } from './lexicon.ts';
import { lowerWords } from './lower.ts';
import { makeAttribution } from './make.ts';
import { findNoun } from './noun.ts';
import { findPredicate } from './predicate.ts';
import type { SpeakerNouns } from './speakers.ts';
import { matchSpoken } from './spoken.ts';
import { findWithheld } from './withheld.ts';

/**
 * All attributions of one sentence, in the order of their cues. Each word is looked up in the lexicon; the grammar
 * around it then has to offer a content of a kind that the word's sense allows.
 */
export function findAttributions(context: CueContext, resources: CueResources): readonly Attribution[] {
  const found: Attribution[] = [];
  const progress = { ...context, before: found };
  const index = indexCues(resources.cues);
  const words = lowerWords(context.sentence);
  for (let i = 0; i < words.length; i++) {
    const attribution = findAt(progress, i, words[i]!, resources.cues, index);
    if (attribution !== undefined && isPlausible(context, attribution, resources))
      found.push(...splitGapped(context, attribution, resources.speakers));
  }
  return found.filter((inner) => !isOwnThought(context, inner, found) && !isUnanswered(inner, found));
}

/** "said he believes that …": one speaker and one claim; the belief is in his words. */
export function isOwnThought(context: CueContext, inner: Attribution, all: readonly Attribution[]): boolean {
  if (inner.source === undefined || context.sentence.tokens[inner.source]!.upos !== 'PRON') return false;
  const outer = all.find(
    (one) => one !== inner && one.content.includes(inner.head) && one.content.includes(inner.source!),
  );
  return outer?.source !== undefined && inner.source - outer.head < 4 && inner.source > outer.head;
}

/** "did not respond to a request for comment": the request is no claim of its own. */
const isUnanswered = (inner: Attribution, all: readonly Attribution[]) =>
  all.some((outer) => outer !== inner && outer.withheld && outer.content.includes(inner.head));

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
  { source, sense, withheld }: Attribution,
  { speakers }: CueResources,
): boolean {
  if (source === undefined) return true;
  const token = context.sentence.tokens[source]!;
  const word = token.text.toLowerCase();
  if (token.upos === 'PROPN' || speakers.has(token.lemma.toLowerCase()) || speakers.has(word)) return true;
  const isSaying = withheld || (sense.frames.has('quote') && sense.frames.has('that'));
  if (token.upos === 'PRON')
    return isSaying
      ? !NEVER_SPEAKS.has(word)
      : THINKS.has(word) || (word === 'it' && ACCUSING.has(sense.stance));
  return isSaying || /^\p{Lu}/u.test(token.text) || ['NUM', 'ADJ', 'DET'].includes(token.upos);
}

/** "It blamed the rebels": positions that only somebody takes, so that "it" is a body. */
const ACCUSING: ReadonlySet<string> = new Set(['blames', 'denies', 'claimsResponsibility']);
const NEVER_SPEAKS = new Set(['this', 'that', 'which', 'what', 'these', 'those', 'there', 'whom']);
const THINKS = new Set(['one', 'nobody', 'none', 'he', 'she', 'they', 'who', 'we', 'many', 'some']);

/** "said A but warned B": the second act of the speaker, however deep the parser hung it. */
function resumeSource(context: Progress, i: number, found: FrameMatch): number | undefined {
  const { sentence } = context;
  if (isTrailingParticiple(sentence, i)) return context.before.at(-1)?.source;
  if (!startsSecondAct(sentence, i) || found.content.some((k) => k < i)) return undefined;
  const { xpos } = sentence.tokens[i]!;
  const resumed = context.before.findLast(({ head }) => sentence.tokens[head]!.xpos === xpos)?.source;
  if (resumed !== undefined) return resumed;
  const first = sentence.tokens.slice(0, i).findLastIndex(({ upos }) => upos === 'VERB');
  return first < 0 ? undefined : (findAgent(sentence, first) ?? findSubjectBefore(sentence, first));
}

/** "…, adding that", "…, noting that": the participle goes on with the speaker of the clause before. */
const isTrailingParticiple = (sentence: ParsedSentence, i: number) =>
  sentence.tokens[i]!.xpos === 'VBG' && sentence.tokens[i - 1]?.text === ',';

function findAt(
  context: Progress,
  i: number,
  word: string,
  lexicon: CueLexicon,
  index: CueIndex,
): Attribution | undefined {
  const token = context.sentence.tokens[i]!;
  const adjective = index.adjectives.get(word);
  if (adjective !== undefined && token.xpos !== 'VBD') return findPredicate(context, i, adjective);
  if (word === 'according' || word === 'per')
    return findAccording(context, i, lexicon.get(`${word}/adp`)?.[0]);
  if (token.upos === 'ADV') return findHearsay(context, i, lexicon, index.adverbs.get(word)?.[0]);
  if (token.upos === 'VERB') return findWithheld(context, i) ?? findVerb(context, i, lexicon, index);
  const senses = token.upos === 'NOUN' ? index.nouns.get(token.lemma) : undefined;
  return senses === undefined ? undefined : findNoun(context, i, senses);
}

/** "officials say that …", "Iran has blamed …", "is believed to …". */
function findVerb(
  context: Progress,
  i: number,
  lexicon: CueLexicon,
  index: CueIndex,
): Attribution | undefined {
  const own = context.sentence.tokens[i]!;
  const isPhrasal = index.verbs.get(own.lemma);
  if (isPhrasal === undefined) return undefined;
  // "a militia known as the Wolves": a name is given, nothing is said.
  const isNaming = own.lemma === 'know' && own.xpos === 'VBN';
  if (isNaming && context.sentence.tokens[i + 1]?.text.toLowerCase() === 'as') return undefined;
  const phrasal = isPhrasal ? phrasalSenses(context, i, lexicon) : [];
  const plain = lexicon.get(`${own.lemma}/verb`) ?? [];
  for (const { sense, particles } of [...phrasal, ...plain.map(makePlain)]) {
    const found =
      matchSpoken(context, i, sense) ?? matchFrame(context, i, sense) ?? matchQuotation(context, i, sense);
    if (found === undefined) continue;
    const source = findSource(context, i, found);
    if (source === undefined && !isPassive(context.sentence, i)) continue;
    if (context.quoteOf[i]! >= 0 && !isSaidInside(context, source, sense)) continue;
    const match = { ...found, particles: [...particles, ...found.particles] };
    return makeAttribution(context, { head: i, sense, match, source });
  }
  return undefined;
}

/** Who says it: by the tree, else by place; never a word of the content itself. */
function findSource(context: Progress, i: number, found: FrameMatch): number | undefined {
  const { sentence } = context;
  const passive = isPassive(sentence, i);
  const isOutside = (k: number | undefined): k is number =>
    k !== undefined &&
    ['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET', 'SYM'].includes(sentence.tokens[k]!.upos) &&
    (passive || !found.content.includes(k)) &&
    (context.quoteOf[k]! < 0 || context.quoteOf[i]! >= 0);
  const resumed = resumeSource(context, i, found);
  if (isOutside(resumed)) return resumed;
  const agent = findAgent(sentence, i);
  if (isOutside(agent) && !isCutByColon(sentence, agent, i))
    return findNameBehind(sentence, agent, i) ?? agent;
  if (passive) return undefined;
  const before = findSubjectBefore(sentence, i);
  if (isOutside(before)) return before;
  const after = found.content.every((k) => k < i) ? findNameAfter(sentence, i) : undefined;
  return isOutside(after) ? after : undefined;
}

/** "Correction: an earlier version said …": what stands before a colon is no subject of what follows it. */
const isCutByColon = (sentence: ParsedSentence, agent: number, verb: number) =>
  agent < verb && sentence.tokens.slice(agent + 1, verb).some(({ text }) => text === ':');

/** "…press release McKenzie said", "pollster Ann Example told": names alone between a noun and the verb are who speaks. */
function findNameBehind(sentence: ParsedSentence, noun: number, verb: number): number | undefined {
  if (sentence.tokens[noun]!.upos !== 'NOUN' || noun >= verb - 1) return undefined;
  return sentence.tokens.slice(noun + 1, verb).every(({ upos }) => upos === 'PROPN') ? verb - 1 : undefined;
}

/** “…,” said Ann Example: the name or noun right after the verb. */
function findNameAfter(sentence: ParsedSentence, i: number): number | undefined {
  let found: number | undefined;
  for (let k = i + 1; k < sentence.tokens.length; k++) {
    const { upos } = sentence.tokens[k]!;
    if (!['DET', 'ADJ', 'PROPN', 'NOUN', 'NUM', 'PRON'].includes(upos)) break;
    if (upos !== 'DET' && upos !== 'ADJ') found = k;
  }
  return found;
}

/** Inside somebody's words only a plain relay counts ("CNN reported that …"); "I think" is a manner of speaking. */
function isSaidInside(context: CueContext, source: number | undefined, sense: CueSense): boolean {
  if (source === undefined || !sense.frames.has('quote')) return false;
  return context.sentence.tokens[source]!.upos === 'PROPN';
}

/** A sense of a verb, and the words that go with the verb in it. */
interface VerbSense {
  readonly sense: CueSense;
  readonly particles: readonly number[];
}

const makePlain = (sense: CueSense): VerbSense => ({ sense, particles: [] });

/** A verb's senses with a particle or preposition: "call for", "point out". */
function phrasalSenses(context: CueContext, i: number, lexicon: CueLexicon): readonly VerbSense[] {
  const { sentence } = context;
  const { lemma } = sentence.tokens[i]!;
  const senses: VerbSense[] = [];
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
  return senses;
}

/** Quoted words in the sentence beside a verb of saying whose grammar was not understood. */
function matchQuotation(context: CueContext, i: number, sense: CueSense): FrameMatch | undefined {
  if (!sense.frames.has('quote') || context.quoteOf[i]! >= 0) return undefined;
  const content = context.quoteOf.flatMap((quote, k) => (quote >= 0 ? [k] : []));
  return content.length < 2 ? undefined : { frame: 'quote', content, particles: [] };
}

/** "reportedly", "allegedly": the clause is told on the word of somebody who is not named. */
function findHearsay(
  context: CueContext,
  i: number,
  lexicon: CueLexicon,
  sense: CueSense | undefined,
): Attribution | undefined {
  const { sentence } = context;
  const token = sentence.tokens[i]!;
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
    : makeAttribution(context, {
        head: i,
        sense,
        match: { frame: 'adv', content, particles: [] },
        source: undefined,
      });
}

const matchFrameOfAny = (context: CueContext, i: number, lexicon: CueLexicon) =>
  (lexicon.get(`${context.sentence.tokens[i]!.lemma}/verb`) ?? []).some(
    (sense) => (matchFrame(context, i, sense) ?? matchQuotation(context, i, sense)) !== undefined,
  );
