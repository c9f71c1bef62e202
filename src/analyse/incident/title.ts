import type { Location, Party } from '../../model/report.ts';
import type { ToldMention } from './told.ts';
import { findCasualty } from './words.ts';

/** Characters of a title. */
const LONGEST = 100;

const isVerb = (trigger: string): boolean =>
  /(?:ed|en|ing)$|^(?:hit|struck|shot|fell|flew|left|sent|withdrew)$/i.test(trigger);

/** The value that most mentions have, the earliest among equals. */
function chooseMost<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value | undefined {
  const counts = new Map<string, { readonly value: Value; count: number }>();
  for (const value of values) {
    const known = counts.get(keyOf(value));
    if (known === undefined) counts.set(keyOf(value), { value, count: 1 });
    else known.count += 1;
  }
  let best: { readonly value: Value; readonly count: number } | undefined;
  for (const entry of counts.values()) if (best === undefined || entry.count > best.count) best = entry;
  return best?.value;
}

/** "Rockets" of the instrument "rocket", where the text does not count one. */
const makePlural = (name: string): string => (/s$/.test(name) ? name : `${name}s`);

/**
 * A title in a few of the reports' own words: what with, what was done, to whom or what, where.
 *
 * @example
 * makeTitle(told, greenZone); // 'Rockets fired, Green Zone'
 */
export function makeTitle(told: readonly ToldMention[], where: Location | undefined): string {
  const acts = told.filter(({ mention }) => findCasualty(mention.trigger.text) === undefined);
  const mentions = (acts.length === 0 ? told : acts).map(({ mention }) => mention);
  const trigger =
    chooseMost(
      mentions.map(({ trigger }) => trigger.text.toLowerCase()),
      (text) => text,
    ) ?? '';
  const name = ({ name }: Party) => name;
  const instrument = chooseMost(
    mentions.flatMap(({ instruments }) => instruments.map(name)),
    (text) => text,
  );
  const actor = chooseMost(
    mentions.flatMap(({ actors }) => actors.map(name)),
    (text) => text.toLowerCase(),
  );
  const recipient = chooseMost(
    mentions.flatMap(({ recipients }) => recipients).filter(({ name: text }) => text !== where?.name),
    (party) => party.name.toLowerCase(),
  );
  const act =
    instrument === undefined || trigger.includes(instrument)
      ? trigger
      : isVerb(trigger)
        ? `${makePlural(instrument)} ${trigger}`
        : `${instrument} ${trigger}`;
  const place = where?.name;
  const whom = recipient?.name;
  const parts = [
    [actor, act]
      .filter((part) => part !== undefined && part !== '')
      .join(instrument !== undefined && isVerb(trigger) ? ': ' : ' '),
    whom,
    place !== undefined && !(whom ?? '').includes(place) ? place : undefined,
  ];
  const title = parts.filter((part) => part !== undefined && part !== '').join(', ');
  const cut = title.length <= LONGEST ? title : `${title.slice(0, LONGEST - 1).trimEnd()}…`;
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}
