import type { Claim } from '../../model/claim.ts';
import type { Document } from '../../model/document.ts';
import type { Entity } from '../../model/entity.ts';
import type { Event, Figure, Realis } from '../../model/event.ts';
import type { PlaceMention } from '../../model/place.ts';
import { isWithin, makeTextSpan, type Span } from '../../model/span.ts';
import type { TimeExpression } from '../../model/time.ts';
import { byContent, type ClaimDraft } from '../claim/claims.ts';
import { rootOfContent } from '../claim/stance.ts';
import type { ParsedSentence } from '../sentence/parsed.ts';
import { hasRelation } from '../sentence/phrase.ts';
import { findTeller } from './absorb.ts';
import { assignFigures } from './assign.ts';
import { type Count, findCounts } from './counts.ts';
import type { EventDraft, EventLinks } from './draft.ts';
import { findFigures } from './figures.ts';
import type { EventLexicon } from './lexicon.ts';
import { linkEvents } from './links.ts';
import { contentOf } from './measure.ts';
import { castParts, type EntityFinder, findTargetKind, makeEntityFinder } from './participants.ts';
import { settleInPast } from './past.ts';
import { FACTUALITY, judgeRealis } from './realis.ts';
import { findRoles } from './roles.ts';
import { findTopic } from './told-count.ts';
import { findTriggers, type Trigger } from './trigger.ts';
import { makeOwnVoiceClaim } from './voice.ts';
import { findWhen } from './when.ts';
import { findWhere } from './where.ts';

export const EVENT_STAGE = { name: 'event', version: 1 } as const;
const BY = `${EVENT_STAGE.name}@${EVENT_STAGE.version}`;

export interface EventInput {
  readonly document: Document;
  readonly sentences: readonly ParsedSentence[];
  readonly times: readonly TimeExpression[];
  readonly places: readonly PlaceMention[];
  readonly entities: readonly Entity[];
  /** Attributed claims, in text order. */
  readonly claims: readonly ClaimDraft[];
}

/**
 * What is said to have happened, to be ordered, prepared, threatened, feared or denied; with it the claims of the
 * document, to which those in the outlet's own voice are added wherever a sentence of its own carries an event.
 */
export function findEvents(
  input: EventInput,
  lexicon: EventLexicon,
): { readonly events: readonly Event[]; readonly claims: readonly Claim[] } {
  const claims: ClaimDraft[] = [...input.claims];
  const drafts: EventDraft[] = [];
  const findEntity = makeEntityFinder(input.entities);
  let topic: { readonly of: string; readonly at: number } | undefined;
  const given = new Map<number, string>();
  for (const [at, sentence] of input.sentences.entries()) {
    const near = input.claims.flatMap((claim, i) =>
      claim.start < sentence.end && claim.end > sentence.start ? [i] : [],
    );
    const triggers = findTriggers(sentence, at, lexicon);
    const told = triggers.filter((trigger) => findTeller(sentence, trigger, triggers) === undefined);
    const found = findFigures(sentence, {
      text: input.document.text,
      times: input.times,
      given,
      said: near
        .map((i) => input.claims[i]!)
        .filter(isCountSaid)
        .map(({ content }) => content),
      ...(topic === undefined || at - topic.at > TOPIC_REACH ? {} : { topic: topic.of }),
    });
    const next = findTopic(sentence, found);
    if (next !== undefined) topic = { of: next, at };
    for (const { value, of } of found) if (value >= LARGE) given.set(value, of);
    if (triggers.length === 0 && found.length === 0) continue;
    const { byTrigger: figures, loose } = assignFigures(sentence, found, {
      told,
      all: triggers,
      partsOf: (trigger) => {
        const { actors, carrying, recipients, instruments } = findRoles(sentence, trigger, lexicon);
        return [...actors, ...carrying, ...recipients, ...instruments].map((i) => contentOf(sentence, i));
      },
      claimOf: (index) => narrowest(input.claims, near, sentence.tokens[index]!),
    });
    const own: OwnVoice = { position: -1, near };
    for (const trigger of told) {
      const claim = findClaim(input, claims, sentence, trigger, own);
      const absorbed = triggers.filter((other) => findTeller(sentence, other, triggers) === trigger);
      drafts.push(
        makeDraft(
          input,
          { sentence, trigger, absorbed, others: told.filter((other) => other !== trigger), claim },
          { lexicon, findEntity, figures, claims },
        ),
      );
    }
    for (const count of findCounts(sentence, loose, { at, drafts, times: input.times, lexicon })) {
      const claim = findClaim(input, claims, sentence, count.trigger, own);
      if (claim >= 0 && claims[claim]!.stance !== 'denies')
        drafts.push(makeCountDraft(sentence, count, claim));
    }
  }
  drafts.push(...repeatForTwins(drafts, claims));
  const links = linkEvents(drafts, {
    entities: input.entities,
    times: input.times,
    isHistorical: (word) => lexicon.governors.get(`${word}/adv`) === 'background',
    ...(input.document.published === undefined ? {} : { published: input.document.published }),
    ...(input.document.title === undefined ? {} : { title: input.document.title }),
  });
  return number(input, claims, drafts, links);
}

/**
 * "told The Post and the AP": two claims say the same, each by its own outlet. The events are told again in the second,
 * so that whoever counts origins finds both.
 */
function repeatForTwins(drafts: readonly EventDraft[], claims: readonly ClaimDraft[]): EventDraft[] {
  const keyOf = ({ content, chain }: ClaimDraft) =>
    `${content.start} ${content.end} ${chain.at(-1)!.cue?.start} ${chain.length}`;
  const twins = new Map<string, number[]>();
  for (const [i, claim] of claims.entries()) {
    if (claim.quote === 'none') continue;
    twins.set(keyOf(claim), [...(twins.get(keyOf(claim)) ?? []), i]);
  }
  return drafts.flatMap((draft, repeats) =>
    (twins.get(keyOf(claims[draft.claim]!)) ?? [])
      .filter((claim) => claim !== draft.claim && claims[draft.claim]!.quote !== 'none')
      .map((claim) => ({ ...draft, claim, repeats })),
  );
}

/** Numbers from here on are seldom two things in one text. */
const LARGE = 20;

/** How many sentences a bare number may stand behind what it counts: "At least eight rockets fell. … spoke of three." */
const TOPIC_REACH = 3;

/** A count said of an event told before: a mention of it with figures, and with nothing else of its own. */
function makeCountDraft(
  sentence: ParsedSentence,
  { trigger, figures, counts }: Count,
  claim: number,
): EventDraft {
  return {
    trigger,
    sentence,
    claim,
    repeats: counts,
    realis: 'occurred',
    actors: [],
    recipients: [],
    instruments: [],
    figures: figures.map(({ counted: _counted, outcome: _outcome, isBare: _isBare, ...figure }) => figure),
  };
}

/** Position of a sentence's own-voice claim, once made, and those of the attributed claims that touch it. */
interface OwnVoice {
  position: number;
  readonly near: readonly number[];
}

/** Position of the claim that carries a trigger: the narrowest attributed one, else the sentence's own voice. */
function findClaim(
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
      makeOwnVoiceClaim(input.document, sentence, near) ?? makeOwnVoiceClaim(input.document, sentence, []);
    if (draft !== undefined) own.position = claims.push(draft) - 1;
  }
  return own.position;
}

/** Position of the shortest attributed claim that holds a word; -1 where none does. */
function narrowest(claims: readonly ClaimDraft[], near: readonly number[], token: Span): number {
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
const isCountSaid = ({ chain }: ClaimDraft) =>
  ['speak', 'count', 'tally'].includes(chain.at(-1)!.cue?.act ?? '');

const lengthOf = (claim: ClaimDraft) => claim.content.end - claim.content.start;

interface DraftParts {
  readonly sentence: ParsedSentence;
  readonly trigger: Trigger;
  readonly absorbed: readonly Trigger[];
  readonly others: readonly Trigger[];
  readonly claim: number;
}

interface DraftTools {
  readonly lexicon: EventLexicon;
  readonly findEntity: EntityFinder;
  readonly figures: ReadonlyMap<Trigger, readonly Figure[]>;
  readonly claims: readonly ClaimDraft[];
}

/** Modes and codes by the kind of arms that an attack's figures count. */
const BY_FIGURE: Readonly<Record<string, readonly [mode: string, cameo: string]>> = {
  rockets: ['heavy-weapons', '194'],
  mortars: ['heavy-weapons', '194'],
  shells: ['heavy-weapons', '194'],
  missiles: ['aerial', '195'],
  drones: ['drone', '195'],
};

/**
 * "rockets were fired in the attack": arms named with an outcome, or counted, say what kind of attack it was where its
 * own word does not ("at least eight were fired").
 */
function specify(trigger: Trigger, absorbed: readonly Trigger[], figures: readonly Figure[]): Trigger {
  const { sense } = trigger;
  if (sense.mode !== undefined || sense.type !== 'ASSAULT' || !['190', '193'].includes(sense.cameo))
    return trigger;
  const armed = absorbed.find(
    (other) => other.sense.mode !== undefined && other.sense.type === sense.type,
  )?.sense;
  if (armed?.mode !== undefined && sense.cameo === '190')
    return { ...trigger, sense: { ...sense, mode: armed.mode, cameo: armed.cameo } };
  const counted = figures.flatMap(({ of }) => BY_FIGURE[of] ?? []);
  const [mode, cameo] = counted;
  return mode === undefined || cameo === undefined
    ? trigger
    : { ...trigger, sense: { ...sense, mode, cameo } };
}

function makeDraft(input: EventInput, parts: DraftParts, tools: DraftTools): EventDraft {
  const { sentence, absorbed, others, claim } = parts;
  const trigger = specify(parts.trigger, absorbed, tools.figures.get(parts.trigger) ?? []);
  const { lexicon } = tools;
  const roles = findRoles(sentence, trigger, lexicon);
  const outcomes = absorbed
    .filter((other) => other.sense.type === trigger.sense.type)
    .map((other) => findRoles(sentence, other, lexicon));
  const cast = castParts({ sentence, trigger, roles, outcomes }, lexicon, tools.findEntity);
  const speaker =
    cast.actors.length > 0 ? undefined : findSpeaker(sentence, roles.actors, tools.claims[claim]);
  const targetKind =
    trigger.sense.type === 'ASSAULT' ? findTargetKind(sentence, cast.recipientHeads, lexicon) : undefined;
  const around = { trigger, absorbed, others, lexicon };
  const judged = judgeRealis(sentence, trigger, tools.lexicon);
  const realis = weighStance(sentence, trigger, tools.claims[claim], judged);
  const { published } = input.document;
  const when = settleInPast(sentence, findWhen(sentence, around, input.times), {
    trigger,
    absorbed,
    realis,
    times: input.times,
    ...(published === undefined ? {} : { published }),
  });
  const where = findWhere(sentence, around, input.places);
  return {
    trigger,
    sentence,
    claim,
    realis,
    actors: speaker === undefined ? cast.actors : [speaker],
    recipients: cast.recipients,
    instruments: cast.instruments,
    figures: tools.figures.get(parts.trigger) ?? [],
    ...(targetKind === undefined ? {} : { targetKind }),
    ...(when === undefined ? {} : { when }),
    ...(where === undefined ? {} : { where }),
  };
}

/** "The group said it fired six": where the doer is whoever speaks, the entity that the speaker was found to be. */
function findSpeaker(
  sentence: ParsedSentence,
  doers: readonly number[],
  claim: ClaimDraft | undefined,
): string | undefined {
  const link = claim?.quote === 'none' ? undefined : claim?.chain.at(-1);
  if (link?.entity === undefined || link.start === undefined || link.end === undefined) return undefined;
  const isSpeaker = doers.some((i) => {
    const { start, end } = sentence.tokens[i]!;
    return start >= link.start! && end <= link.end!;
  });
  return isSpeaker ? link.entity : undefined;
}

/** What a speaker's position makes of the act that is the main word of what he says. */
const STANCE_REALIS: Readonly<Record<string, Realis>> = {
  fears: 'possible',
  warns: 'possible',
  doubts: 'possible',
  demands: 'possible',
  threatens: 'threatened',
  promises: 'ordered',
  estimates: 'expected',
  denies: 'denied',
};

/** "warned of an attack", "denied the attack", "vowed to strike": the stance decides where grammar leaves it open. */
function weighStance(
  sentence: ParsedSentence,
  trigger: Trigger,
  claim: ClaimDraft | undefined,
  realis: Realis,
): Realis {
  if (claim?.stance === undefined || claim.quote === 'none') return realis;
  const decided = STANCE_REALIS[claim.stance];
  if (decided === undefined) return realis;
  const content = sentence.tokens.flatMap((token, i) =>
    claim.content.spans.some(([start, end]) => token.start >= start && token.end <= end) ? [i] : [],
  );
  const root = rootOfContent(sentence, content);
  if (root === undefined || (root !== trigger.index && root !== trigger.carrier)) return realis;
  const main = sentence.tokens[root]!;
  const isTold =
    main.upos === 'VERB' && (['VBD', 'VBZ', 'VBP'].includes(main.xpos) || hasPerfect(sentence, root));
  if (claim.stance === 'denies')
    return realis === 'denied' || claim.polarity === 'affirmed' || isTold ? 'denied' : realis;
  if (isTold || realis === 'denied' || realis === 'conditional') return realis;
  return decided;
}

const hasPerfect = (sentence: ParsedSentence, verb: number) =>
  sentence.tokens.some(
    (token) => token.head === verb && hasRelation(token, ['aux']) && token.lemma === 'have',
  );

/** Claims and events in text order, with their ids. */
function number(
  input: EventInput,
  claims: readonly ClaimDraft[],
  drafts: readonly EventDraft[],
  links: readonly EventLinks[],
): { readonly events: readonly Event[]; readonly claims: readonly Claim[] } {
  const order = claims.map((_, i) => i).sort((a, b) => byContent(claims[a]!, claims[b]!));
  const claimIds = new Map(order.map((position, rank) => [position, `c${rank + 1}`]));
  const events = drafts.map((draft, i) =>
    makeEvent(input, draft, links[i]!, `v${i + 1}`, claimIds.get(draft.claim)!),
  );
  const numbered = order.map((position): Claim => {
    const id = claimIds.get(position)!;
    return {
      ...claims[position]!,
      id,
      events: events.filter((event) => event.claim === id).map((event) => event.id),
    };
  });
  return { events, claims: numbered };
}

function makeEvent(
  input: EventInput,
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
    factuality: FACTUALITY[draft.realis],
    background: links.background,
    actors: draft.actors,
    recipients: draft.recipients,
    instruments: draft.instruments,
    ...(draft.targetKind === undefined ? {} : { targetKind: draft.targetKind }),
    ...(links.when === undefined ? {} : { when: links.when }),
    ...(links.where === undefined ? {} : { where: links.where }),
    figures: draft.figures,
    ...(links.responseTo === undefined ? {} : { responseTo: `v${links.responseTo + 1}` }),
    ...(links.sameAs === undefined ? {} : { sameAs: `v${links.sameAs + 1}` }),
    by: BY,
  };
}
