import { trimPunctuation } from '../../../sentence/phrase.ts';
import type { Attribution, CueContext } from './attribution.ts';
import { makeAttribution } from './make.ts';
import type { SpeakerNouns } from './speakers.ts';

/** Words that may name a second speaker before the verb that is left out. */
const NAMING = new Set(['DET', 'ADJ', 'NUM', 'PROPN', 'NOUN', 'PART']);
const LONGEST_NAME = 9;
/** Words that may stand between the speaker and the number: "of at least three". */
const BEFORE_NUMBER = 4;

/**
 * "The army spoke of eight rockets, television of three": the verb is said once and counts for both. Gives the
 * attribution with its content cut off where the next speaker begins, and one for each further speaker. A mere
 * "another" names nobody: it ends the first content and gives no claim.
 */
export function splitGapped(
  context: CueContext,
  attribution: Attribution,
  speakers: SpeakerNouns,
): readonly Attribution[] {
  const isCount = attribution.frame === 'count' || attribution.frame === 'of';
  if (!isCount || attribution.source === undefined) return [attribution];
  const gaps: { from: number; name: number; content: number }[] = [];
  const last = attribution.content.at(-1)!;
  // The tree may end the first content at the comma, or run on to the end of the sentence.
  for (const i of [...attribution.content, last + 1]) {
    const gap = findGap(context, i, { isOf: attribution.frame === 'of', speakers });
    if (gap !== undefined) gaps.push(gap);
  }
  if (gaps.length === 0) return [attribution];
  const pieces = gaps.map((gap, k) => ({
    ...gap,
    to: gaps[k + 1]?.from ?? endOfPiece(context, gap.content),
  }));
  const first = trimPunctuation(
    context.sentence,
    attribution.content.filter((i) => i < gaps[0]!.from),
  );
  if (first.length === 0) return [attribution];
  return [
    { ...attribution, content: first },
    ...pieces.flatMap(({ name, content, to }) => {
      if (context.sentence.tokens[name]!.text.toLowerCase() === 'another') return [];
      const words = trimPunctuation(context.sentence, range(content, to));
      const match = { frame: attribution.frame, content: words, particles: [] };
      const made = makeAttribution(context, {
        head: attribution.head,
        sense: attribution.sense,
        match,
        source: name,
      });
      return words.length === 0 ? [] : [{ ...made, cue: attribution.cue, content: words, isGapped: true }];
    }),
  ];
}

/** A comma, a speaker, and right behind him the number that he gives. */
function findGap(
  { sentence }: CueContext,
  comma: number,
  { isOf, speakers }: { isOf: boolean; speakers: SpeakerNouns },
): { from: number; name: number; content: number } | undefined {
  const { tokens } = sentence;
  if (tokens[comma]?.text !== ',') return undefined;
  let i = comma + 1;
  if (['and', 'while', 'but'].includes(tokens[i]?.text.toLowerCase() ?? '')) i++;
  const start = i;
  let name = -1;
  for (; i < tokens.length && i - start < LONGEST_NAME; i++) {
    const { upos, text, lemma } = tokens[i]!;
    if (!NAMING.has(upos) && text !== '-') break;
    const isSpeaker =
      upos === 'PROPN' || speakers.has(lemma.toLowerCase()) || text.toLowerCase() === 'another';
    if (isSpeaker) name = i;
    if (isSpeaker && ['of', ''].includes(tokens[i + 1]?.text.toLowerCase() ?? '')) {
      i++;
      break;
    }
    if (isSpeaker && !isOf && isNumber(sentence.tokens[i + 1])) {
      i++;
      break;
    }
  }
  if (name !== i - 1) return undefined;
  if (isOf && tokens[i]?.text.toLowerCase() !== 'of') return undefined;
  const content = isOf ? i + 1 : i;
  const near = tokens.slice(content, content + BEFORE_NUMBER);
  const number = near.findIndex((token) => isNumber(token));
  const isPlain = near.slice(0, number).every(({ upos }) => upos !== 'VERB' && upos !== 'PUNCT');
  return number >= 0 && isPlain ? { from: comma, name, content } : undefined;
}

/** A gapped content is short: it ends at the next mark. */
function endOfPiece({ sentence }: CueContext, from: number): number {
  const mark = sentence.tokens.findIndex(({ upos }, i) => i > from && upos === 'PUNCT');
  return mark < 0 ? sentence.tokens.length : mark;
}

const isNumber = (token: { readonly upos: string } | undefined) => token?.upos === 'NUM';

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
