import type { Entity } from '../../src/model/entity.ts';
import type { PlaceMention } from '../../src/model/place.ts';
import { loadEnglish } from '../../src/process/lang/en/engine.ts';
import { findEntities } from '../../src/process/lang/en/entity/entities.ts';
import { findPlaces } from '../../src/process/place/places.ts';
import { makeCodePointIndex } from '../../src/text/codepoints.ts';
import { readRecords } from '../gold.ts';
import type { EvalTask } from '../task.ts';

interface GoldText {
  readonly id: string;
  readonly text: string;
}

const f1 = (row: string) => new RegExp(`"${row}": \\{[^}]*?"f1": ([0-9.]+)`);
const metrics = {
  person: f1('person'),
  organization: f1('organization'),
  place: f1('place'),
  all: f1('all'),
  spans: f1('spans'),
};

/** Who and what is named: persons, bodies and places by name. */
export const task: EvalTask = {
  name: 'entities',
  scorer: 'entities.py',
  sets: [
    { name: 'worldwide.dev', gold: 'entities/worldwide.dev.jsonl.gz', metrics },
    // The names model is trained on the other sets of this folder; they would measure memory.
    { name: 'uner-ewt.test', gold: 'entities/uner-ewt.test.jsonl.gz', metrics },
  ],
  async *predict(goldFile) {
    const english = loadEnglish();
    for await (const { id, text } of readRecords<GoldText>(goldFile)) {
      const toCodePoint = makeCodePointIndex(text);
      const sentences = english.parse(text);
      const places = findPlaces({ text, sentences });
      const entities = findEntities({ text, sentences, places });
      const named = toNamed(entities, places).map(({ start, end, type }) => ({
        start: toCodePoint(start),
        end: toCodePoint(end),
        type,
      }));
      yield JSON.stringify({ id, entities: named });
    }
  },
};

const OFFICE =
  /^(?:Minister|President|Premier|Chancellor|Ambassador|King|Queen|Prince|Emir|Sultan|Secretary|Governor|Envoy|Consul)$/;

/** Mentions by name: no "officials", no "Turkish", and a place only once. */
function toNamed(entities: readonly Entity[], places: readonly PlaceMention[]) {
  // "U.S." in "U.S. Department of Justice" is a mention of the state, but part of another name.
  const isPart = makeIsPart(entities);
  const named = places
    .filter((place) => place.use !== 'demonym' || (/^\p{Lu}[\p{Lu}.]+$/u.test(place.text) && !isPart(place)))
    .map(({ start, end }) => ({ start, end, type: 'place' }));
  const isTaken = (start: number, end: number) => named.some((n) => n.start < end && start < n.end);
  // A people is a group, but no name: "the Israelis", "Iraqi Kurds"; nor is an office: "the Vice Foreign Minister".
  const peoples = new Set(places.filter(({ use }) => use === 'demonym').map(({ start }) => start));
  const bodies: typeof named = [];
  for (const { type, sector, mentions } of entities) {
    if (type === 'weapon' || type === 'state') continue;
    for (const { start, end, text } of mentions) {
      const lastWord = text.split(/\s/).at(-1)!;
      if (!/^[\p{Lu}\p{N}]|^al-|^el-/u.test(lastWord) || isTaken(start, end)) continue;
      if (type === 'group' && (peoples.has(start) || sector === 'CVL' || OFFICE.test(lastWord))) continue;
      bodies.push({ start, end, type });
    }
  }
  return [...named, ...bodies];
}

/** Whether a place begins the longer name of a body. */
function makeIsPart(entities: readonly Entity[]): (place: PlaceMention) => boolean {
  const ends = new Map<number, number>();
  for (const { type, mentions } of entities) {
    if (type !== 'organization') continue;
    for (const { start, end, text } of mentions)
      if (/^\p{Lu}/u.test(text.split(/\s/).at(-1)!)) ends.set(start, Math.max(end, ends.get(start) ?? 0));
  }
  return ({ start, end }) => (ends.get(start) ?? 0) > end;
}
