import type { Figure } from '../../../../model/event.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren } from '../../../sentence/phrase.ts';
import type { ClaimDraft } from '../claim/claims.ts';
import type { Count } from './counts.ts';
import type { EventDraft } from './draft.ts';
import type { EventInput } from './input.ts';
import type { EventLexicon } from './lexicon.ts';
import { findOffset } from './offset.ts';
import { castParts, type EntityFinder } from './participants.ts';
import { findParts } from './parts.ts';
import { settleAhead, settleInPast } from './past.ts';
import { isTriggered, judgePosture } from './postures.ts';
import { judgeRealis } from './realis.ts';
import { findRoles } from './roles.ts';
import { specify, specifyContent } from './specify.ts';
import { weighStance } from './stance.ts';
import { findTargetKind } from './target-kind.ts';
import type { Trigger } from './trigger.ts';
import { findWhen } from './when.ts';
import { findWhere } from './where.ts';

/** Where an event is told: its sentence, its words, those of others, and the position of the claim that carries it. */
export interface DraftParts {
  readonly sentence: ParsedSentence;
  readonly trigger: Trigger;
  readonly absorbed: readonly Trigger[];
  readonly others: readonly Trigger[];
  readonly claim: number;
}

export interface DraftTools {
  readonly lexicon: EventLexicon;
  readonly findEntity: EntityFinder;
  readonly figures: ReadonlyMap<Trigger, readonly Figure[]>;
  readonly claims: readonly ClaimDraft[];
}

/** An event by what its own sentence says of it. */
export function makeDraft(input: EventInput, parts: DraftParts, tools: DraftTools): EventDraft {
  const { sentence, absorbed, others, claim } = parts;
  const armed = specify(parts.trigger, absorbed, tools.figures.get(parts.trigger) ?? []);
  const trigger = specifyContent(sentence, armed, others);
  const { lexicon } = tools;
  const roles = findRoles(sentence, trigger, lexicon);
  const outcomes = absorbed
    .filter((other) => other.sense.type === trigger.sense.type)
    .map((other) => findRoles(sentence, other, lexicon));
  const cast = castParts({ sentence, trigger, roles, outcomes }, lexicon, tools.findEntity);
  const speaker =
    cast.actors.length > 0 ? undefined : findSpeaker(sentence, roles.actors, tools.claims[claim]);
  const targetKind = isForceful(trigger) ? findTargetKind(sentence, cast.recipientHeads, lexicon) : undefined;
  const around = { trigger, absorbed, others, lexicon };
  const judged = judgeRealis(sentence, trigger, tools.lexicon);
  const weighed = weighStance(sentence, trigger, { claim: tools.claims[claim], given: judged, lexicon });
  const posture = isTriggered(sentence, trigger)
    ? 'trigger'
    : judgePosture(sentence, trigger, lexicon.postures);
  // What is in place stays so: a state, and no deed that is done.
  // "The rebels are capable of …": whoever is so suffers nothing.
  const isAble = posture === 'capability' && sentence.tokens[trigger.index]!.upos === 'ADJ';
  const isState = posture === 'capability' && weighed === 'occurred' && !isPast(sentence, trigger);
  const realis = isState ? 'ongoing' : weighed;
  const { published } = input.document;
  const carrying = tools.claims[claim];
  const told = findWhen(sentence, around, {
    times: input.times,
    ...(carrying === undefined ? {} : { claim: carrying }),
  });
  const context = {
    trigger,
    absorbed,
    realis,
    times: input.times,
    ...(published === undefined ? {} : { published }),
  };
  const when = settleAhead(sentence, settleInPast(sentence, told, context), context);
  const offset = when === undefined ? findOffset(sentence, around, input.times) : undefined;
  const where = findWhere(sentence, around, input.places);
  return {
    trigger,
    sentence,
    claim,
    realis,
    ...(posture === undefined ? {} : { posture }),
    actors: speaker !== undefined ? [speaker] : isAble ? cast.recipients : cast.actors,
    recipients: isAble ? [] : cast.recipients,
    instruments: cast.instruments,
    // "has 3,000 rockets": a stock is no count of a happening.
    figures: trigger.sense.posture === 'capability' ? [] : (tools.figures.get(parts.trigger) ?? []),
    ...(trigger.sense.type === 'ASSAULT'
      ? { parts: findParts({ sentence, trigger, roles, outcomes }, lexicon, tools.findEntity) }
      : {}),
    ...(targetKind === undefined ? {} : { targetKind }),
    ...(when === undefined ? {} : { when }),
    ...(offset === undefined ? {} : { offset }),
    ...(where === undefined ? {} : { where }),
  };
}

const OWN = /^(?:I|my|we|our)$/i;

/** What hits somebody or something: force, and a riot ("attacked shops and a police station"). */
const isForceful = ({ sense }: Trigger) =>
  sense.type === 'ASSAULT' || (sense.type === 'PROTEST' && sense.mode === 'riot');

/** "The group said it fired six": where the doer is whoever speaks, the entity that the speaker was found to be. */
function findSpeaker(
  sentence: ParsedSentence,
  doers: readonly number[],
  claim: ClaimDraft | undefined,
): string | undefined {
  const link = claim?.quote === 'none' ? undefined : claim?.chain.at(-1);
  if (link?.entity === undefined || link.start === undefined || link.end === undefined) return undefined;
  const isSpeaker = doers.some((i) => {
    const { start, end, text } = sentence.tokens[i]!;
    if (start >= link.start! && end <= link.end!) return true;
    // "I congratulate her", "my apologies": who speaks in his own quoted words.
    return (
      claim!.quote !== 'indirect' &&
      OWN.test(text) &&
      start >= claim!.content.start &&
      end <= claim!.content.end
    );
  });
  return isSpeaker ? link.entity : undefined;
}

/** A count said of an event told before: a mention of it with figures, and with nothing else of its own. */
export function makeCountDraft(
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

/** "were in place", "had the ability": told as past. */
function isPast(sentence: ParsedSentence, { index, carrier }: Trigger): boolean {
  const verb = carrier ?? index;
  const above = sentence.tokens[verb]!.head;
  const words = [
    verb,
    ...findChildren(sentence, verb, 'aux', 'cop'),
    ...(above < 0 || verb !== index ? [] : [above]),
  ];
  return words.some((i) => sentence.tokens[i]!.xpos === 'VBD');
}
