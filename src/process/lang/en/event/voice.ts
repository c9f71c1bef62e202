import type { ClaimContent } from '../../../../model/claim.ts';
import type { Document } from '../../../../model/document.ts';
import { isWithin, makeTextSpan, type Span } from '../../../../model/span.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { toPieces, trimPunctuation } from '../../../sentence/phrase.ts';
import type { ClaimDraft } from '../claim/claims.ts';
import { CLAIM_STAGE, outletLink } from '../claim/claims.ts';
import { judgeWords } from '../claim/stance.ts';

/**
 * The claim that a sentence makes in the outlet's own voice: all of it, or what is left beside the words that it
 * puts into others' mouths. Undefined where what is left says nothing, or not what happens at
 * `trigger`.
 */
export function makeOwnVoiceClaim(
  document: Document,
  sentence: ParsedSentence,
  { attributed, trigger }: { readonly attributed: readonly ClaimDraft[]; readonly trigger: Span },
): ClaimDraft | undefined {
  const taken: Span[] = attributed.flatMap(({ content, chain, quote }) => [
    ...content.spans.map(([start, end]) => ({ start, end })),
    ...(quote === 'none' ? [] : chain.flatMap((link) => (link.cue === undefined ? [] : [link.cue]))),
  ]);
  const isFree = (span: Span) => !taken.some((other) => span.start < other.end && other.start < span.end);
  const free = sentence.tokens.flatMap((token, i) => (isFree(token) ? [i] : []));
  const words = trimPunctuation(sentence, attributed.length === 0 ? sentence.tokens.map((_, i) => i) : free);
  const pieces = toPieces(sentence, dropLoose(sentence, words)).filter(
    (piece) => attributed.length === 0 || isTelling(sentence, piece),
  );
  if (!pieces.some((piece) => isWithin(trigger, piece))) return undefined;
  const start = pieces[0]!.start;
  const end = pieces.at(-1)!.end;
  const content: ClaimContent = {
    ...makeTextSpan(document.text, start, end),
    spans: pieces.map((piece) => [piece.start, piece.end] as const),
  };
  return {
    kind: 'claim',
    start,
    end,
    content,
    chain: [outletLink(document)],
    quote: 'none',
    ...judgeWords(sentence, words),
    evidence: 'unstated',
    by: `${CLAIM_STAGE.name}@${CLAIM_STAGE.version}`,
  };
}

/** Whether a piece between others' words is a clause of its own: a verb with words about it, no mere "but the group". */
function isTelling(sentence: ParsedSentence, piece: Span): boolean {
  const words = sentence.tokens.filter((token) => isWithin(token, piece));
  return words.length >= FEWEST && words.some(({ upos }) => upos === 'VERB' || upos === 'AUX');
}

const FEWEST = 4;

/** Without the conjunctions that led from one piece to what was said: "… of an attack but". */
function dropLoose(sentence: ParsedSentence, words: readonly number[]): readonly number[] {
  const kept = new Set(words);
  return words.filter(
    (i) =>
      kept.has(i + 1) ||
      i === sentence.tokens.length - 1 ||
      !['CCONJ', 'SCONJ'].includes(sentence.tokens[i]!.upos),
  );
}
