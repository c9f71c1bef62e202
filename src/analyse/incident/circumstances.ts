import type { DisputedValue, DisputeSlot, FigureRelation } from '../../model/incident.ts';
import type { Location } from '../../model/report.ts';
import { foldName, splitName } from '../origin/names.ts';
import { countDays, type DayRange, formatDay, measureGap } from './days.ts';
import { comparePlaces } from './places.ts';
import { isOneVoiceAlone, isWithdrawn, listVoices, type Sayers } from './sayers.ts';
import type { ToldMention } from './told.ts';
import { readDay } from './traits.ts';
import { isLasting, isPlaceFiller } from './words.ts';

/** One value of a slot with all who say it. */
interface Told<Value> {
  readonly key: string;
  readonly value: Value;
  readonly told: ToldMention[];
}

/** The same with what is compared again and again. */
interface ToldValue<Value> extends Told<Value> {
  readonly voices: ReadonlySet<string>;
  /** Only told in passing as history: listed, and sets nothing in doubt. */
  readonly isHistory: boolean;
}

function gather<Value>(
  told: readonly ToldMention[],
  read: (one: ToldMention) => { readonly key: string; readonly value: Value } | undefined,
): readonly ToldValue<Value>[] {
  const values = new Map<string, Told<Value>>();
  for (const one of told) {
    const found = isWithdrawn(one.statement) ? undefined : read(one);
    if (found === undefined) continue;
    const known = values.get(found.key);
    if (known === undefined) values.set(found.key, { ...found, told: [one] });
    else known.told.push(one);
  }
  return [...values.values()].map((each) => ({
    ...each,
    voices: listVoices(each.told),
    isHistory: each.told.every(({ mention }) => mention.background),
  }));
}

/**
 * Every day that is named, by who says it. A day within a named week is compatible with it; two days are a contradiction, of
 * which the one that most origins name is the better.
 */
export function findDates(told: readonly ToldMention[], sayers: Sayers): DisputeSlot | undefined {
  const days = gather(told, ({ report, mention }) => {
    const day = readDay(report, mention);
    if (day === undefined || mention.when?.anchor !== undefined) return undefined;
    return { key: formatRange(day), value: day };
  });
  const values = days.map(({ key, told: by }) => ({ value: key, says: sayers.list(by) }));
  // Riots and sieges go on: each day that is named is one of them.
  const isLong = told.some(({ mention }) => isLasting(mention.plover.type));
  return makeSlot('date', values, {
    sayers,
    isCompatible: (a, b) =>
      isLong ||
      days[a]!.isHistory ||
      days[b]!.isHistory ||
      isSameTime(days[a]!.value, days[b]!.value) ||
      isOneVoiceAlone(days[a]!.voices, days[b]!.voices),
    isFiner: (a, b) => countDays(days[a]!.value) < countDays(days[b]!.value),
  });
}

/** Days beyond which a range is only a rough date: "last week" shuts out no day beside it. */
const PRECISE_DAYS = 2;

function isSameTime(a: DayRange, b: DayRange): boolean {
  const gap = measureGap(a, b);
  const longest = Math.max(countDays(a), countDays(b));
  return longest <= PRECISE_DAYS ? gap === 0 : gap < longest;
}

function formatRange({ from, to }: DayRange): string {
  return from === to ? formatDay(from) : `${formatDay(from)}/${formatDay(to)}`;
}

/** From coarse to fine. */
const FINENESS = ['unknown', 'sea', 'country', 'region', 'city', 'district', 'site'];

/** What is folded to be compared again and again. */
const listSaid = (words: string): ReadonlySet<string> => new Set(splitName(foldName(words)));

/** Whether the words of a claim name a place: not one that only the rest of its report does. */
function isNamed(place: Location, said: ReadonlySet<string>): boolean {
  return splitName(foldName(place.name)).some((word) => !isPlaceFiller(word) && said.has(word));
}

/** Places of an incident that are compared with what its claims name besides. */
const MOST_PLACES = 40;

/**
 * Pairs of places that one claim names: "missiles fired at the one base and at the other" does not set one against the other.
 */
function findNamedTogether(places: readonly Location[], told: readonly ToldMention[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  if (places.length < 2) return pairs;
  for (const words of new Set(told.map(({ statement }) => statement.words))) {
    const said = listSaid(words);
    const named = places.slice(0, MOST_PLACES).flatMap((place, at) => (isNamed(place, said) ? [at] : []));
    for (const a of named) for (const b of named) if (a < b) pairs.add(`${a} ${b}`);
  }
  return pairs;
}

/** Every place that is named, by who says it. One within another is compatible with it. */
export function findPlaces(told: readonly ToldMention[], sayers: Sayers): DisputeSlot | undefined {
  const places = gather(told, ({ statement, mention: { where } }) =>
    where === undefined || !isNamed(where, listSaid(statement.words))
      ? undefined
      : { key: `${where.name} ${where.country ?? ''}`, value: where },
  );
  const values = places.map(({ value, told: by }) => ({ value: value.name, says: sayers.list(by) }));
  const together = findNamedTogether(
    places.map(({ value }) => value),
    told,
  );
  return makeSlot('place', values, {
    sayers,
    isCompatible: (a, b) =>
      comparePlaces(places[a]!.value, places[b]!.value) !== 'apart' ||
      places[a]!.isHistory ||
      places[b]!.isHistory ||
      together.has(`${Math.min(a, b)} ${Math.max(a, b)}`),
    isFiner: (a, b) =>
      FINENESS.indexOf(places[a]!.value.precision) > FINENESS.indexOf(places[b]!.value.precision),
  });
}

/** How the values of a slot stand to each other, by their numbers. */
interface Comparing {
  readonly sayers: Sayers;
  readonly isCompatible: (a: number, b: number) => boolean;
  /** Whether the first is the more precise. */
  readonly isFiner: (a: number, b: number) => boolean;
}

/**
 * A slot with its relation and its best statement: the finest value that all agree with; of those that stand against each other the
 * one that the strict majority of origins is compatible with; else none.
 */
function makeSlot(
  of: DisputeSlot['of'],
  values: readonly DisputedValue[],
  comparing: Comparing,
): DisputeSlot | undefined {
  if (values.length === 0) return undefined;
  const numbers = values.map((_, at) => at);
  const isAgreed = (a: number) => numbers.every((b) => a === b || comparing.isCompatible(a, b));
  const relation: FigureRelation =
    values.length === 1 ? 'same' : numbers.every(isAgreed) ? 'compatible' : 'contradiction';
  const best = relation === 'contradiction' ? chooseMost(values, comparing) : chooseFinest(values, comparing);
  return { of, values, relation, ...(best === undefined ? {} : { best }) };
}

function chooseFinest(values: readonly DisputedValue[], { isFiner }: Comparing): DisputeSlot['best'] {
  const at = values.reduce((best, _, each) => (isFiner(each, best) ? each : best), 0);
  const value = values[at]?.value ?? '';
  return { value, reason: values.length === 1 ? 'only value' : 'finest agreed' };
}

/** Values of which the best is chosen, the first said first. */
const MOST_WEIGHED = 200;

function chooseMost(values: readonly DisputedValue[], comparing: Comparing): DisputeSlot['best'] {
  const origins = values.map(({ says }) => new Set(says.map((sayer) => comparing.sayers.getOrigin(sayer))));
  const all = new Set(origins.flatMap((each) => [...each]));
  // An outlet or speaker that is right by the one value and wrong by the other speaks for both.
  const supports = values
    .slice(0, MOST_WEIGHED)
    .map(
      (_, at) =>
        new Set(
          origins.flatMap((each, other) =>
            other === at || comparing.isCompatible(at, other) ? [...each] : [],
          ),
        ).size,
    );
  const support = (at: number): number => supports[at] ?? 0;
  const numbers = [...supports.keys()].filter((at) => 2 * support(at) > all.size);
  const [best] = numbers.sort((a, b) => support(b) - support(a) || (comparing.isFiner(a, b) ? -1 : 1));
  const second = numbers[1];
  const isTied =
    best !== undefined &&
    second !== undefined &&
    support(best) === support(second) &&
    !comparing.isCompatible(best, second);
  if (best === undefined || isTied) return undefined;
  return { value: values[best]?.value ?? '', reason: 'majority of origins' };
}
