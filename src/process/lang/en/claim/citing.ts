import type { CueContext } from './attribution.ts';
import { listFrom } from './listed.ts';
import { lowerWords } from './lower.ts';

/** "…, citing unnamed officials", "on the word of unnamed officials": on whose word the speaker says it. Token indexes. */
export interface Citing {
  /** The word "citing", "quoting", or the noun of "on the authority of". */
  readonly cue: number;
  /** Main words of all who are cited. */
  readonly sources: readonly number[];
  /** First and last token of the whole phrase, its comma included. */
  readonly from: number;
  readonly to: number;
}

const CHUNK = new Set(['DET', 'NUM', 'ADJ', 'PROPN', 'NOUN', 'PRON', 'PART']);

/** Words of which such a phrase has one, and whether it must stand in "on the … of". */
const CUES: ReadonlyMap<string, boolean> = new Map([
  ['citing', false],
  ['quoting', false],
  ['word', true],
  ['authority', true],
  ['strength', true],
  ['testimony', true],
]);

/** The sentence's "citing …" phrase outside quotation marks, where it has one. */
export function findCiting(context: CueContext): Citing | undefined {
  const { tokens } = context.sentence;
  const words = lowerWords(context.sentence);
  let cue = 1;
  while (cue < words.length && !(isCue(words, cue) && context.quoteOf[cue]! < 0)) cue++;
  if (cue >= words.length) return undefined;
  const isPhrase = CUES.get(words[cue]!)!;
  const sources = listFrom(context.sentence, isPhrase ? cue + 2 : cue + 1);
  if (sources.length === 0) return undefined;
  const first = isPhrase ? cue - 2 : cue;
  const from = tokens[first - 1]?.text === ',' ? first - 1 : first;
  return { cue, sources, from, to: findEnd(context, sources.at(-1)!) };
}

/** "citing", and the noun of "on the word of". */
function isCue(words: readonly string[], i: number): boolean {
  const isPhrase = CUES.get(words[i]!);
  if (isPhrase === undefined) return false;
  return !isPhrase || (words[i - 1] === 'the' && words[i - 2] === 'on' && words[i + 1] === 'of');
}

/** The phrase goes on over "and" and "of" to the next comma or the end. */
function findEnd(context: CueContext, from: number): number {
  const { tokens } = context.sentence;
  let end = from;
  for (let i = from + 1; i < tokens.length; i++) {
    const { upos } = tokens[i]!;
    if (!CHUNK.has(upos) && upos !== 'ADP' && upos !== 'CCONJ') break;
    end = i;
  }
  return end;
}
