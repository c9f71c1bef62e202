import { isOverlapping, type Span } from '../../../../model/span.ts';
import { toSpan } from '../../../sentence/phrase.ts';
import type { Attribution, CueContext } from './attribution.ts';

/** A quoted piece is quoted to its marks, even where the grammar was cut short. */
export function widenToQuotations(
  pieces: readonly Span[],
  context: CueContext,
  attribution: Attribution,
): readonly Span[] {
  const cue = toSpan(context.sentence, attribution.cue);
  const widened = pieces.map((piece) => {
    const quote = context.quotations.find((q) => isOverlapping(q.inner, piece) && !isOverlapping(q, cue));
    if (quote === undefined) return piece;
    return {
      start: Math.max(context.sentence.start, Math.min(piece.start, quote.start)),
      end: Math.min(context.sentence.end, Math.max(piece.end, quote.end)),
    };
  });
  const merged: { start: number; end: number }[] = [];
  for (const piece of widened.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && piece.start <= last.end) last.end = Math.max(last.end, piece.end);
    else merged.push({ ...piece });
  }
  return merged;
}
