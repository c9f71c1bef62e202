import { isWithin, type Span } from '../../../../model/span.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { ClaimDraft } from '../claim/claims.ts';
import type { EventInput } from './input.ts';
import type { Trigger } from './trigger.ts';
import { makeOwnVoiceClaim } from './voice.ts';

/** Position of a sentence's own-voice claim, once made, and those of the attributed claims that touch it. */
export interface OwnVoice {
  position: number;
  readonly near: readonly number[];
}

/** Position of the claim that carries a trigger: the narrowest attributed one, else the sentence's own voice. */
export function findClaim(
  input: EventInput,
  claims: ClaimDraft[],
  sentence: ParsedSentence,
  trigger: Trigger,
  own: OwnVoice,
): number {
  const token = sentence.tokens[trigger.index]!;
  const best = narrowest(claims, own.near, token);
  if (best >= 0) return best;
  // "Iran blamed …" is an event and the act of claiming at once: it belongs to what Iran says.
  const spoken = own.near.find((i) => {
    const { cue } = claims[i]!.chain.at(-1)!;
    return cue !== undefined && isWithin(token, cue);
  });
  if (spoken !== undefined) return spoken;
  if (own.position < 0) {
    const near = own.near.map((i) => input.claims[i]!);
    const draft =
      makeOwnVoiceClaim(input.document, sentence, { attributed: near, trigger: token }) ??
      makeOwnVoiceClaim(input.document, sentence, { attributed: [], trigger: token });
    if (draft !== undefined) own.position = claims.push(draft) - 1;
  }
  return own.position;
}

/** Position of the shortest attributed claim that holds a word; -1 where none does. */
export function narrowest(claims: readonly ClaimDraft[], near: readonly number[], token: Span): number {
  let best = -1;
  for (const i of near) {
    const claim = claims[i]!;
    if (
      claim.quote === 'none' ||
      !claim.content.spans.some(([start, end]) => token.start >= start && token.end <= end)
    )
      continue;
    if (best < 0 || lengthOf(claim) < lengthOf(claims[best]!)) best = i;
  }
  return best;
}

/** "spoke of three", "counted seven". */
export const isCountSaid = ({ chain }: ClaimDraft) => COUNTING.has(chain[chain.length - 1]!.cue?.act ?? '');

const COUNTING = new Set(['speak', 'count', 'tally']);

const lengthOf = (claim: ClaimDraft) => claim.content.end - claim.content.start;
