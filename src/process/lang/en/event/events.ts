import type { Claim } from '../../../../model/claim.ts';
import type { Event } from '../../../../model/event.ts';
import type { TimeExpression } from '../../../../model/time.ts';
import { groupBySentence } from '../../../sentence/nearby.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { ClaimDraft } from '../claim/claims.ts';
import { findTeller } from './absorb.ts';
import { type AssignedFigures, assignFigures } from './assign.ts';
import { leaveOutTolls } from './calamity.ts';
import { findClaim, isCountSaid, narrowest, type OwnVoice } from './carrier.ts';
import { readContests } from './contest.ts';
import { findCounts } from './counts.ts';
import type { EventDraft } from './draft.ts';
import type { FactualityModel } from './factuality/factuality.ts';
import { findFigures } from './figures.ts';
import { finishEvents } from './finish.ts';
import { leaveOutOtherHarm } from './harm.ts';
import type { EventInput } from './input.ts';
import type { EventJudge } from './judge/judge.ts';
import { lookAgain } from './judge/look-again.ts';
import type { EventLexicon } from './lexicon.ts';
import { linkEvents } from './links.ts';
import { makeCountDraft, makeDraft } from './make.ts';
import { contentOf } from './measure.ts';
import { makeEntityFinder } from './participants.ts';
import type { PartMention } from './parts.ts';
import { addPostures } from './postures.ts';
import { findRoles } from './roles.ts';
import { findTopic } from './told-count.ts';
import { findTriggers, type Trigger } from './trigger.ts';
import { addTwins } from './twins.ts';

/** What finding events needs. */
export interface EventResources {
  readonly lexicon: EventLexicon;
  readonly factuality: FactualityModel;
  readonly judge: EventJudge;
}

export interface FoundEvents {
  readonly events: readonly Event[];
  readonly claims: readonly Claim[];
  /** Who and what stands in the parts of each act of force, by its event's id. */
  readonly parts: ReadonlyMap<string, readonly PartMention[]>;
}

/**
 * What is said to have happened, to be ordered, prepared, threatened, feared or denied; with it the claims of the
 * document, to which those in the outlet's own voice are added wherever a sentence of its own carries an event.
 */
export function findEvents(input: EventInput, { lexicon, factuality, judge }: EventResources): FoundEvents {
  const claims: ClaimDraft[] = [...input.claims];
  const drafts: EventDraft[] = [];
  const findEntity = makeEntityFinder(input.entities);
  const memory: FigureMemory = { given: new Map() };
  const claimsAt = groupBySentence(
    input.sentences,
    input.claims.map(({ start, end }, i) => ({ start, end, i })),
  );
  const timesAt = groupBySentence(input.sentences, input.times);
  const placesAt = groupBySentence(input.sentences, input.places);
  for (const [at, sentence] of input.sentences.entries()) {
    const near = claimsAt[at]!.map(({ i }) => i);
    const times = timesAt[at]!;
    const { postures } = lexicon;
    const triggers = addPostures(sentence, findTriggers(sentence, at, lexicon), { at, postures });
    const tellers = triggers.map((trigger) => findTeller(sentence, trigger, triggers));
    const told = triggers.filter((_, i) => tellers[i] === undefined);
    const { byTrigger: figures, loose } = readFigures(
      input,
      { sentence, at, near, times, triggers, told },
      { lexicon, memory },
    );
    if (told.length === 0 && loose.length === 0) continue;
    const own: OwnVoice = { position: -1, near };
    const here = { ...input, times, places: placesAt[at]! };
    for (const trigger of told) {
      const claim = findClaim(input, claims, sentence, trigger, own);
      const absorbed = triggers.filter((_, i) => tellers[i] === trigger);
      const others = told.filter((other) => other !== trigger);
      const parts = { sentence, trigger, absorbed, others, claim };
      drafts.push(makeDraft(here, parts, { lexicon, findEntity, figures, claims }));
    }
    for (const count of findCounts(sentence, loose, { at, drafts, times: input.times, lexicon })) {
      const claim = findClaim(input, claims, sentence, count.trigger, own);
      if (claim >= 0 && claims[claim]!.stance !== 'denies')
        drafts.push(makeCountDraft(sentence, count, claim));
    }
  }
  // Before twins and links: neither is to point at what is left out.
  const told = leaveOutTolls(readContests({ drafts, claims }, input, lexicon), input, lexicon);
  const kept = leaveOutOtherHarm(told, input, lexicon);
  const all = addTwins(kept.drafts, kept.claims);
  const { published, title } = input.document;
  const context = {
    entities: input.entities,
    times: input.times,
    places: input.places,
    sentences: input.sentences,
    isHistorical: (word: string, pos: 'adj' | 'adv') =>
      lexicon.governors.get(`${word}/${pos}`) === 'background',
    ...(published === undefined ? {} : { published }),
    ...(title === undefined ? {} : { title }),
  };
  const linked = lookAgain({ drafts: all, claims: kept.claims }, { input, judge }, (drafts) =>
    linkEvents(drafts, context),
  );
  const { document } = input;
  const finished = finishEvents({ document, factuality }, linked.claims, linked.drafts, linked.links);
  const parts = new Map(finished.events.map(({ id }, i) => [id, linked.drafts[i]!.parts ?? []]));
  return { ...finished, parts };
}

/** What the figures of later sentences may be of. */
interface FigureMemory {
  /** What was counted last, and in which sentence. */
  topic?: { readonly of: string; readonly at: number };
  /** What each large number counted. */
  readonly given: Map<number, string>;
}

/** Numbers from here on are seldom two things in one text. */
const LARGE = 20;

/** How many sentences a bare number may stand behind what it counts: "At least eight rockets fell. … spoke of three." */
const TOPIC_REACH = 3;

interface SentenceParts {
  readonly sentence: ParsedSentence;
  readonly at: number;
  /** Positions of the attributed claims that touch the sentence. */
  readonly near: readonly number[];
  /** The times that touch it. */
  readonly times: readonly TimeExpression[];
  readonly triggers: readonly Trigger[];
  readonly told: readonly Trigger[];
}

const NO_FIGURES: AssignedFigures = { byTrigger: new Map(), loose: [] };

/** The figures of a sentence by the events that they belong to, and those that belong to none in it. */
function readFigures(
  input: EventInput,
  { sentence, at, near, times, triggers, told }: SentenceParts,
  { lexicon, memory }: { readonly lexicon: EventLexicon; readonly memory: FigureMemory },
): AssignedFigures {
  const { topic, given } = memory;
  const found = findFigures(sentence, {
    text: input.document.text,
    times,
    given,
    said: () =>
      near
        .map((i) => input.claims[i]!)
        .filter(isCountSaid)
        .map(({ content }) => content),
    ...(topic === undefined || at - topic.at > TOPIC_REACH ? {} : { topic: topic.of }),
  });
  const next = findTopic(sentence, found);
  if (next !== undefined) memory.topic = { of: next, at };
  if (found.length === 0) return NO_FIGURES;
  for (const { value, of } of found) if (value >= LARGE) given.set(value, of);
  const parts = new Map<Trigger, readonly number[]>();
  const partsOf = (trigger: Trigger) => {
    const known = parts.get(trigger);
    if (known !== undefined) return known;
    const { actors, carrying, recipients, instruments } = findRoles(sentence, trigger, lexicon);
    const found = [...actors, ...carrying, ...recipients, ...instruments].map((i) => contentOf(sentence, i));
    parts.set(trigger, found);
    return found;
  };
  return assignFigures(sentence, found, {
    told,
    all: triggers,
    partsOf,
    claimOf: (index) => narrowest(input.claims, near, sentence.tokens[index]!),
  });
}
