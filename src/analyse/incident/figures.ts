import type { FigureRelation, FigureSlot, Movement, SaidValue } from '../../model/incident.ts';
import { chooseBest } from './best.ts';
import { findCommon, makeCountKey, readBounds } from './counts.ts';
import { joinWhose, readFigures, type SaidFigure } from './said-figures.ts';
import { listVoices, type Sayers } from './sayers.ts';
import { orderValues, type SaidCount, settleStates } from './standing.ts';
import type { ToldMention } from './told.ts';

/**
 * Everything counted of an incident, each slot with every value that is said for it, in order of the time at which it was
 * first said. A figure belongs to this incident because the mention that carries it does. `isDistorted` tells of which a relay
 * makes more than its source says.
 */
export function makeFigures(
  told: readonly ToldMention[],
  sayers: Sayers,
  isDistorted: (said: SaidFigure) => boolean = () => false,
): readonly FigureSlot[] {
  const slots = new Map<string, SaidFigure[]>();
  for (const one of joinWhose(told.flatMap(readFigures))) {
    const key = `${one.of} ${one.who ?? ''}`;
    const slot = slots.get(key);
    if (slot === undefined) slots.set(key, [one]);
    else slot.push(one);
  }
  return [...slots.values()].map((said) => makeSlot(said, sayers, isDistorted));
}

/** Number of slots for which more than one value is said. */
export function countDiffering(slots: readonly FigureSlot[]): number {
  return slots.filter(({ values }) => values.length > 1).length;
}

function makeSlot(
  said: readonly SaidFigure[],
  sayers: Sayers,
  isDistorted: (said: SaidFigure) => boolean,
): FigureSlot {
  const byValue = new Map<string, SaidFigure[]>();
  for (const one of said) {
    const key = makeCountKey(one);
    byValue.set(key, [...(byValue.get(key) ?? []), one]);
  }
  const counts = settleStates(orderValues([...byValue.values()]), isDistorted);
  const values = counts.map((count): SaidValue => {
    const parts = findParts(count);
    return {
      value: count.value,
      bound: count.bound,
      ...(count.to === undefined ? {} : { to: count.to }),
      ...(parts === undefined ? {} : { parts }),
      state: count.state,
      says: sayers.list(count.said.map(({ told }) => told)),
    };
  });
  const relation = relate(counts);
  const best = chooseBest(values, sayers);
  const [first] = said;
  return {
    of: first?.of ?? '',
    ...(first?.who === undefined ? {} : { who: first.who }),
    values,
    relation,
    movement: relation === 'contradiction' ? 'mixed' : findMovement(counts),
    ...(best === undefined ? {} : { best }),
  };
}

/** Whether what stands can hold together. */
function relate(counts: readonly SaidCount[]): FigureRelation {
  if (counts.length === 1) return 'same';
  const standing = counts.filter(({ state }) => state === 'standing');
  if (standing.length === 0 || findCommon(standing) !== undefined) return 'compatible';
  const voices = listVoices(standing.flatMap(({ said }) => said.map(({ told }) => told)));
  return voices.size === 1 ? 'compatible' : 'contradiction';
}

/** Which way a count went, from each value to the next. A vaguer word for the same count is no step. */
function findMovement(counts: readonly SaidCount[]): Movement {
  const live = counts.filter(({ state }) => state !== 'withdrawn' && state !== 'distorted');
  const steps = new Set<Movement>();
  let before = live[0];
  for (const next of live.slice(1)) {
    if (before === undefined) break;
    const [from, to] = [readBounds(before), readBounds(next)];
    if (to[0] > from[0]) steps.add('risen');
    else if (to[1] < from[0]) steps.add(before.isChanged ? 'corrected' : 'fallen');
    else continue;
    before = next;
  }
  const [only] = steps;
  return steps.size > 1 ? 'mixed' : (only ?? 'steady');
}

const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** Counts that may be added up to a total. */
const MOST_PARTS = 5;

/** "Four in the zone and three outside, seven in all": the other numbers of the claim, where they make up the value. */
function findParts({ said, value, bound }: SaidCount): readonly number[] | undefined {
  if (bound !== 'exactly') return undefined;
  for (const { told } of said) {
    const numbers = told.statement.words
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .map((word) => (/^\d{1,6}$/.test(word) ? Number(word) : NUMBER_WORDS.indexOf(word)))
      .filter((number) => number > 0);
    const parts = numbers.filter((number) => number !== value);
    const isSum = numbers.includes(value) && parts.reduce((sum, part) => sum + part, 0) === value;
    if (isSum && parts.length > 1 && parts.length <= MOST_PARTS) return parts;
  }
  return undefined;
}
