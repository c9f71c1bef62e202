import type { Location } from '../../model/report.ts';
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
  // Where nearly all say only that somebody was killed, that is what happened.
  const mentions = (3 * acts.length < told.length ? told : acts).map(({ mention }) => mention);
  const same = (text: string) => text;
  const trigger =
    chooseMost(
      mentions.map((mention) => mention.trigger.text.toLowerCase()),
      same,
    ) ?? '';
  const instrument = chooseMost(
    mentions.flatMap(({ instruments }) => instruments.map(({ name }) => name)),
    same,
  );
  const doers = mentions
    .filter(({ realis }) => realis !== 'denied')
    .flatMap(({ actors }) => actors.map(({ name }) => name));
  const doer = chooseMost(doers, (text) => text.toLowerCase());
  // Who is named once among many is somebody's claim or charge, not what the reports say.
  const actor = 3 * doers.filter((text) => text === doer).length >= mentions.length ? doer : undefined;
  const recipient = chooseMost(
    mentions.flatMap(({ recipients }) => recipients).filter(({ name }) => name !== where?.name),
    ({ name }) => name.toLowerCase(),
  )?.name;
  const place = where !== undefined && !(recipient ?? '').includes(where.name) ? where.name : undefined;
  const act = makeAct(trigger, instrument);
  const who =
    actor === undefined ? act : `${actor}${instrument !== undefined && isVerb(trigger) ? ':' : ''} ${act}`;
  const title = [who, recipient, place].filter((part) => part !== undefined && part !== '').join(', ');
  const cut = title.length <= LONGEST ? title : `${title.slice(0, LONGEST - 1).trimEnd()}…`;
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}

/** `rockets fired`, `rocket attack`, `shelling`. */
function makeAct(trigger: string, instrument: string | undefined): string {
  if (instrument === undefined || trigger.includes(instrument)) return trigger;
  return isVerb(trigger) ? `${makePlural(instrument)} ${trigger}` : `${instrument} ${trigger}`;
}
