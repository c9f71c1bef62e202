import type { CueContext } from './attribution.ts';
import { listFrom } from './listed.ts';

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

/** The sentence's "citing …" phrase outside quotation marks, where it has one. */
export function findCiting(context: CueContext): Citing | undefined {
  const { tokens } = context.sentence;
  const cue = tokens.findIndex(
    ({ text }, i) =>
      i > 0 && (/^(citing|quoting)$/i.test(text) || isAuthority(context, i)) && context.quoteOf[i]! < 0,
  );
  if (cue < 0) return undefined;
  const isPhrase = isAuthority(context, cue);
  const sources = listFrom(context.sentence, isPhrase ? cue + 2 : cue + 1);
  if (sources.length === 0) return undefined;
  const first = isPhrase ? cue - 2 : cue;
  const from = tokens[first - 1]?.text === ',' ? first - 1 : first;
  return { cue, sources, from, to: findEnd(context, sources.at(-1)!) };
}

/** "on the word of", "on the authority of". */
function isAuthority({ sentence }: CueContext, i: number): boolean {
  const wordAt = (k: number) => sentence.tokens[k]?.text.toLowerCase();
  return (
    ['word', 'authority', 'strength', 'testimony'].includes(wordAt(i) ?? '') &&
    wordAt(i - 1) === 'the' &&
    wordAt(i - 2) === 'on' &&
    wordAt(i + 1) === 'of'
  );
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
