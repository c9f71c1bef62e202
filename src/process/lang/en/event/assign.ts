import type { Figure } from '../../../../model/event.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findTeller } from './absorb.ts';
import { ARMS, HARM } from './counted.ts';
import type { FoundFigure } from './figures.ts';
import type { Trigger } from './trigger.ts';

/** Types of event that a figure can belong to. */
function isFitting(of: string, { sense }: Trigger): boolean {
  if (HARM.has(of)) return sense.type === 'ASSAULT';
  if (ARMS.has(of)) return ['ASSAULT', 'MOBILIZE', 'AID', 'THREATEN', 'ACCUSE'].includes(sense.type);
  if (['captured', 'arrested'].includes(of)) return ['COERCE', 'ASSAULT'].includes(sense.type);
  if (of === 'demonstrators') return ['PROTEST', 'ASSAULT', 'COERCE'].includes(sense.type);
  return sense.type !== 'ACCUSE';
}

export interface AssignContext {
  readonly told: readonly Trigger[];
  readonly all: readonly Trigger[];
  /** Words that fill a part in an event. */
  readonly partsOf: (trigger: Trigger) => readonly number[];
  /** Which claim a word belongs to; a figure that another than the event's teller gives is no figure of his. */
  readonly claimOf: (index: number) => number;
}

export interface AssignedFigures {
  readonly byTrigger: ReadonlyMap<Trigger, readonly Figure[]>;
  /** Those that fit no event of the sentence. */
  readonly loose: readonly FoundFigure[];
}

/** Gives each figure to the event whose part is counted: up the tree from the counted word, else the nearest that fits. */
export function assignFigures(
  sentence: ParsedSentence,
  figures: readonly FoundFigure[],
  { told, all, partsOf, claimOf }: AssignContext,
): AssignedFigures {
  if (all.length === 0) return { byTrigger: new Map(), loose: figures };
  const loose: FoundFigure[] = [];
  const assigned = new Map<Trigger, Figure[]>();
  const tellerOf = (trigger: Trigger | undefined) =>
    trigger === undefined ? undefined : told.includes(trigger) ? trigger : findTeller(sentence, trigger, all);
  for (const found of figures) {
    const { counted, outcome, isBare, ...figure } = found;
    const fits = (trigger: Trigger | undefined): trigger is Trigger =>
      trigger !== undefined && told.includes(trigger) && isFitting(figure.of, trigger);
    const exact = all.find((trigger) => trigger.index === outcome || trigger.index === counted);
    const partaking = all.find((trigger) => partsOf(trigger).includes(counted));
    const candidates = [
      exact,
      partaking,
      triggerAbove(sentence, outcome ?? counted, all),
      triggerAbove(sentence, counted, all),
    ].map(tellerOf);
    const said = claimOf(counted);
    const isApart = (trigger: Trigger) => said >= 0 && claimOf(trigger.index) !== said;
    // A number that stands alone is of what was spoken of before, not of whatever stands near.
    const near =
      isBare && told.length > 0 && topicIsElsewhere(sentence, counted)
        ? undefined
        : nearest(
            told.filter((trigger) => fits(trigger) && !isBehindDoer(figure.of, trigger, counted)),
            outcome ?? counted,
          );
    const best = candidates.find(fits) ?? near;
    if (best === undefined || isApart(best)) loose.push(found);
    else assigned.set(best, [...(assigned.get(best) ?? []), figure]);
  }
  return { byTrigger: assigned, loose };
}

/** "The rise from 0 to 109 does not mean that there were new attacks": a count in one clause, an event in another. */
const topicIsElsewhere = (sentence: ParsedSentence, counted: number) =>
  sentence.tokens
    .slice(0, counted)
    .some(({ lemma }) => ['rise', 'count', 'number', 'figure', 'toll'].includes(lemma.toLowerCase()));

/** The first event word on the way up; an event noun is reached through the verb that carries it too. */
function triggerAbove(sentence: ParsedSentence, index: number, all: readonly Trigger[]): Trigger | undefined {
  let current = index;
  for (let step = 0; step < 8 && current >= 0; step++) {
    const found = all.find((trigger) => trigger.index === current || trigger.carrier === current);
    if (found !== undefined) return found;
    current = sentence.tokens[current]!.head;
  }
  return undefined;
}

/** Whoever demonstrates stands before what they do: "in answer to the raid, hundreds of demonstrators attacked …". */
const isBehindDoer = (of: string, trigger: Trigger, counted: number) =>
  of === 'demonstrators' && trigger.sense.type !== 'PROTEST' && trigger.index < counted;

function nearest(triggers: readonly Trigger[], index: number): Trigger | undefined {
  return triggers.reduce<Trigger | undefined>(
    (best, next) =>
      best === undefined || Math.abs(next.index - index) < Math.abs(best.index - index) ? next : best,
    undefined,
  );
}
