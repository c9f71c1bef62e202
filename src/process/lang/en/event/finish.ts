import type { Claim } from '../../../../model/claim.ts';
import type { Document } from '../../../../model/document.ts';
import type { Event } from '../../../../model/event.ts';
import { makeTextSpan } from '../../../../model/span.ts';
import { byContent, type ClaimDraft } from '../claim/claims.ts';
import type { EventDraft, EventLinks } from './draft.ts';
import { type FactualityModel, weighFactuality } from './factuality/factuality.ts';

export const EVENT_STAGE = { name: 'event', version: 1 } as const;
const BY = `${EVENT_STAGE.name}@${EVENT_STAGE.version}`;

interface FinishInput {
  readonly document: Document;
  readonly factuality: FactualityModel;
}

/** Claims and events in text order, with their ids. */
export function finishEvents(
  input: FinishInput,
  claims: readonly ClaimDraft[],
  drafts: readonly EventDraft[],
  links: readonly EventLinks[],
): { readonly events: readonly Event[]; readonly claims: readonly Claim[] } {
  const order = claims.map((_, i) => i).sort((a, b) => byContent(claims[a]!, claims[b]!));
  const claimIds = new Map(order.map((position, rank) => [position, `c${rank + 1}`]));
  const events = drafts.map((draft, i) =>
    makeEvent(input, draft, links[i]!, `v${i + 1}`, claimIds.get(draft.claim)!),
  );
  const eventIds = new Map<string, string[]>(order.map((_, rank) => [`c${rank + 1}`, []]));
  for (const event of events) eventIds.get(event.claim)?.push(event.id);
  const numbered = order.map((position): Claim => {
    const id = claimIds.get(position)!;
    return {
      ...claims[position]!,
      id,
      events: eventIds.get(id)!,
    };
  });
  return { events, claims: numbered };
}

function makeEvent(
  input: FinishInput,
  draft: EventDraft,
  links: EventLinks,
  id: string,
  claim: string,
): Event {
  const { sense, index } = draft.trigger;
  const token = draft.sentence.tokens[index]!;
  return {
    kind: 'event',
    id,
    claim,
    trigger: makeTextSpan(input.document.text, token.start, token.end),
    plover: {
      type: sense.type,
      contexts: sense.contexts,
      ...(sense.mode === undefined ? {} : { mode: sense.mode }),
    },
    cameo: sense.cameo,
    realis: draft.realis,
    ...(draft.posture === undefined ? {} : { posture: draft.posture }),
    factuality: weighFactuality(draft.sentence, draft.trigger, draft.realis, input.factuality),
    background: links.background,
    actors: draft.actors,
    recipients: draft.recipients,
    instruments: draft.instruments,
    ...(draft.targetKind === undefined ? {} : { targetKind: draft.targetKind }),
    ...(links.when === undefined ? {} : { when: links.when }),
    ...(links.where === undefined ? {} : { where: links.where }),
    figures: draft.figures,
    ...(links.responseTo === undefined ? {} : { responseTo: `v${links.responseTo + 1}` }),
    ...(links.partOf === undefined ? {} : { partOf: `v${links.partOf + 1}` }),
    ...(links.sameAs === undefined ? {} : { sameAs: `v${links.sameAs + 1}` }),
    by: BY,
  };
}
