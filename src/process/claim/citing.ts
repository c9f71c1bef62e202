import type { CueContext } from './attribution.ts';

/** "…, citing unnamed officials": on whose word the speaker says it. Token indexes. */
export interface Citing {
  /** The words "citing", "quoting". */
  readonly cue: number;
  /** Main word of whoever is cited. */
  readonly source: number;
  /** First and last token of the whole phrase, its comma included. */
  readonly from: number;
  readonly to: number;
}

const CHUNK = new Set(['DET', 'NUM', 'ADJ', 'PROPN', 'NOUN', 'PRON', 'PART']);

/** The sentence's "citing …" phrase outside quotation marks, where it has one. */
export function findCiting(context: CueContext): Citing | undefined {
  const { tokens } = context.sentence;
  const cue = tokens.findIndex(
    ({ text }, i) => i > 0 && /^(citing|quoting)$/i.test(text) && context.quoteOf[i]! < 0,
  );
  if (cue < 0) return undefined;
  let source: number | undefined;
  let to = cue;
  for (let i = cue + 1; i < tokens.length; i++) {
    const { upos, text } = tokens[i]!;
    const isJoint = text === '-' || text === '&';
    if (!CHUNK.has(upos) && !isJoint) break;
    if (['NOUN', 'PROPN', 'PRON'].includes(upos)) source = i;
    to = i;
  }
  if (source === undefined) return undefined;
  const from = tokens[cue - 1]?.text === ',' ? cue - 1 : cue;
  return { cue, source, from, to: findEnd(context, to) };
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
