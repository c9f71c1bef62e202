import { findChunkStart } from '../../../sentence/agent.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, trimPunctuation } from '../../../sentence/phrase.ts';
import { findAccording } from './according.ts';
import type { Attribution, CueContext } from './attribution.ts';
import type { CueLexicon } from './lexicon.ts';
import { makeAttribution } from './make.ts';

/** An attribution that stands behind its whole content: "…, CNN reported on Thursday". */
export interface Tail {
  readonly attribution: Attribution;
  /** Index of the token at which the tail begins; what is said lies before it. */
  readonly end: number;
}

/** Words that may stand beside the verb in a tail: "officials told the newspaper on Friday". */
const PLAIN = new Set(['DET', 'NUM', 'ADJ', 'PROPN', 'NOUN', 'PRON', 'ADP', 'ADV', 'PART', 'CCONJ']);
const LONGEST = 20;
const MOST = 3;

/**
 * Takes the attributions off the end of a sentence, the outermost first: "A, an officer said, according to The Times"
 * gives The Times, then the officer; A is left. Works by the places of words: who says so is set off by a comma at the end.
 */
export function peelTails(context: CueContext, cues: CueLexicon): readonly Tail[] {
  const tails: Tail[] = [];
  let end = context.sentence.tokens.length;
  while (end > 0 && trimPunctuation(context.sentence, [end - 1]).length === 0) end--;
  while (tails.length < MOST) {
    const tail = peelOne(context, end, cues);
    if (tail === undefined) break;
    tails.push(tail);
    end = tail.end;
  }
  return tails;
}

function peelOne(context: CueContext, end: number, cues: CueLexicon): Tail | undefined {
  const comma = findComma(context, end);
  if (comma === undefined) return undefined;
  // "said the officials, who were not named": what only describes the source or its source is passed over.
  if (/^(who|which|citing|quoting)$/i.test(context.sentence.tokens[comma + 1]?.text ?? '')) {
    return peelOne(context, comma, cues);
  }
  if (
    ['CCONJ', 'SCONJ'].includes(context.sentence.tokens[comma + 1]!.upos) &&
    !/^as$/i.test(context.sentence.tokens[comma + 1]!.text)
  )
    return undefined;
  const content = trimPunctuation(context.sentence, range(0, comma));
  if (!isStatement(context, content)) return undefined;
  const attribution = findAccordingTail(context, comma, cues) ?? findVerbTail(context, { comma, end }, cues);
  if (attribution !== undefined) return { attribution: { ...attribution, content }, end: comma };
  return findApposedTail(context, { comma, end }, cues);
}

/** ", the spokesman of the group, Ann Example, said": a post and a name between commas, then the verb alone. */
function findApposedTail(
  context: CueContext,
  { comma, end }: { comma: number; end: number },
  cues: CueLexicon,
): Tail | undefined {
  const { tokens } = context.sentence;
  const before = findComma(context, comma);
  if (before === undefined || comma - before > LONGEST_NAME) return undefined;
  const isName = tokens.slice(before + 1, comma).every(({ upos }) => upos === 'PROPN');
  const start = isName ? findComma(context, before) : undefined;
  if (start === undefined) return undefined;
  const post = tokens.slice(start + 1, before);
  const isPost =
    post.some(({ upos }) => upos === 'NOUN' || upos === 'PROPN') &&
    post.every(
      ({ upos, xpos, text }) => (PLAIN.has(upos) && upos !== 'CCONJ') || xpos === 'VBN' || text === '-',
    );
  const content = trimPunctuation(context.sentence, range(0, start));
  const verb = tokens[comma + 1];
  const sense =
    verb?.upos === 'VERB' && verb.xpos !== 'VBG' && end - comma <= LONGEST_NAME
      ? findSpeaking(cues, verb.lemma)
      : undefined;
  if (!isPost || sense === undefined || !isStatement(context, content)) return undefined;
  const attribution = makeAttribution(context, {
    head: comma + 1,
    sense,
    source: comma - 1,
    match: { frame: 'that', content: [0], particles: [] },
  });
  return { attribution: { ...attribution, content }, end: start };
}

const LONGEST_NAME = 8;

const findSpeaking = (cues: CueLexicon, lemma: string) =>
  cues.get(`${lemma}/verb`)?.find(({ frames }) => frames.has('quote') && frames.has('that'));

/** "the Daily Globe reports": a verb that was taken for a plural noun, behind a name. */
function findHiddenVerb(context: CueContext, from: number, end: number): number | undefined {
  const last = end - 1;
  const token = context.sentence.tokens[last];
  const isHidden = token?.xpos === 'NNS' && ['reports', 'says', 'writes', 'claims'].includes(token.text);
  const name = context.sentence.tokens.slice(from, last);
  const isName = name.length > 0 && name.every(({ upos, text }) => upos === 'DET' || /^\p{Lu}/u.test(text));
  return isHidden && isName && name.some(({ upos }) => upos === 'PROPN') ? last : undefined;
}

/** The last comma before `end` outside quotation marks; none where a quotation ends right before it. */
function findComma({ sentence, quoteOf }: CueContext, end: number): number | undefined {
  for (let i = end - 1; i > 2 && end - i <= LONGEST; i--) {
    if (quoteOf[i]! >= 0) return undefined;
    if (sentence.tokens[i]!.text === ',') return i;
  }
  return undefined;
}

/** Whether the words before the tail are a clause that can be said: a finite verb, not a mere "When …". */
function isStatement({ sentence, quoteOf }: CueContext, content: readonly number[]): boolean {
  const first = sentence.tokens[content[0] ?? 0]!;
  const isOpen = first.upos === 'SCONJ' || ['VBG', 'VBN', 'WRB'].includes(first.xpos);
  const isQuoted = quoteOf[content.at(-1) ?? 0]! >= 0 && quoteOf[content[0] ?? 0]! >= 0;
  return !isOpen && !isQuoted && content.some((i) => isFiniteVerb(sentence, i));
}

/** A verb with a tense, or one that has a subject of its own ("the army put the number at nine"). */
function isFiniteVerb(sentence: ParsedSentence, i: number): boolean {
  const { upos, xpos } = sentence.tokens[i]!;
  const isInflected = ['VBD', 'VBZ', 'VBP', 'MD'].includes(xpos);
  return isInflected || (upos === 'VERB' && findChild(sentence, i, 'nsubj') !== undefined);
}

function findAccordingTail(context: CueContext, comma: number, cues: CueLexicon): Attribution | undefined {
  const word = context.sentence.tokens[comma + 1]!.text.toLowerCase();
  if (word !== 'according' && word !== 'per') return undefined;
  return findAccording(context, comma + 1, cues.get(`${word}/adp`)?.[0]);
}

/** "the officials told CNN", "said the mayor", "as first reported by The Post". */
function findVerbTail(
  context: CueContext,
  { comma, end }: { comma: number; end: number },
  cues: CueLexicon,
): Attribution | undefined {
  const { tokens } = context.sentence;
  const verbs = range(comma + 1, end).filter((i) => tokens[i]!.upos === 'VERB');
  const head = verbs[0] ?? findHiddenVerb(context, comma + 1, end);
  if (head === undefined || verbs.length > 1) return undefined;
  const sense = findSpeaking(cues, tokens[head]!.lemma);
  const around = range(comma + 1, end).filter((i) => i !== head);
  const isPlain = around.every(
    (i) => PLAIN.has(tokens[i]!.upos) || /^[-'’"(),]$|^as$/i.test(tokens[i]!.text),
  );
  if (sense === undefined || !isPlain) return undefined;
  const source = findTailSource(context, { comma, head, end });
  if (source === undefined) return undefined;
  return makeAttribution(context, {
    head,
    sense,
    source,
    match: { frame: 'that', content: [0], particles: [] },
  });
}

function findTailSource(
  { sentence }: CueContext,
  { comma, head, end }: { comma: number; head: number; end: number },
): number | undefined {
  const { tokens } = sentence;
  const isNominal = (i: number) => ['NOUN', 'PROPN', 'PRON'].includes(tokens[i]!.upos);
  const by = range(head + 1, end).find((i) => tokens[i]!.text.toLowerCase() === 'by');
  const isPassive = tokens[head]!.xpos === 'VBN' && by !== undefined;
  if (!isPassive && tokens[head]!.xpos === 'VBN') return undefined;
  const before = range(comma + 1, head).filter(isNominal);
  const free = before.filter((i) => tokens[findChunkStart(sentence, i) - 1]?.upos !== 'ADP');
  if (!isPassive && before.length > 0) return lastOfFirstChunk(sentence, free);
  if (!isPassive && !INVERTS.has(tokens[head]!.lemma)) return undefined;
  const from = isPassive ? by! + 1 : head + 1;
  const chunk = range(from, end);
  const stop = chunk.findIndex(
    (i) => !['DET', 'NUM', 'ADJ', 'PROPN', 'NOUN', 'PRON', 'PART'].includes(tokens[i]!.upos),
  );
  return (stop < 0 ? chunk : chunk.slice(0, stop)).filter(isNominal).at(-1);
}

/** Verbs before which a speaker may stand as well as after: "said the mayor". */
const INVERTS = new Set(
  'say add report write note warn explain recall announce reply insist argue'.split(' '),
);

/** Main word of the first noun phrase: its last noun. */
function lastOfFirstChunk(sentence: CueContext['sentence'], nominals: readonly number[]): number | undefined {
  const first = nominals[0];
  if (first === undefined) return undefined;
  return nominals.filter((i) => findChunkStart(sentence, i) <= first).at(-1);
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
