import type { ClaimContent } from '../../model/claim.ts';
import type { Document } from '../../model/document.ts';
import { makeTextSpan, type Span } from '../../model/span.ts';
import type { ClaimDraft } from '../claim/claims.ts';
import { CLAIM_STAGE, outletLink } from '../claim/claims.ts';
import { certaintyOf, isNegatedClause, rootOfContent } from '../claim/stance.ts';
import type { ParsedSentence } from '../sentence/parsed.ts';
import { toPieces, trimPunctuation } from '../sentence/phrase.ts';

/**
 * The claim that a sentence makes in the outlet's own voice: all of it, or what is left beside the words that it
 * puts into others' mouths. Undefined where nothing is left.
 */
export function makeOwnVoiceClaim(
  document: Document,
  sentence: ParsedSentence,
  attributed: readonly ClaimDraft[],
): ClaimDraft | undefined {
  const taken: Span[] = attributed.flatMap(({ content, chain, quote }) => [
    ...content.spans.map(([start, end]) => ({ start, end })),
    ...(quote === 'none' ? [] : chain.flatMap((link) => (link.cue === undefined ? [] : [link.cue]))),
  ]);
  const isFree = (span: Span) => !taken.some((other) => span.start < other.end && other.start < span.end);
  const free = sentence.tokens.flatMap((token, i) => (isFree(token) ? [i] : []));
  const words = trimPunctuation(sentence, attributed.length === 0 ? sentence.tokens.map((_, i) => i) : free);
  if (words.length === 0) return undefined;
  const pieces = toPieces(sentence, words);
  const start = pieces[0]!.start;
  const end = pieces.at(-1)!.end;
  const content: ClaimContent = {
    ...makeTextSpan(document.text, start, end),
    spans: pieces.map((piece) => [piece.start, piece.end] as const),
  };
  const root = rootOfContent(sentence, words);
  return {
    kind: 'claim',
    start,
    end,
    content,
    chain: [outletLink(document)],
    quote: 'none',
    stance: 'asserts',
    certainty: certaintyOf(sentence, words),
    polarity: root !== undefined && isNegatedClause(sentence, root) ? 'negated' : 'affirmed',
    evidence: 'unstated',
    by: `${CLAIM_STAGE.name}@${CLAIM_STAGE.version}`,
  };
}
