import type { Entity } from '../../../../model/entity.ts';
import type { PlaceMention } from '../../../../model/place.ts';
import type { Reading } from '../../../../model/reading.ts';
import type { TextSpan } from '../../../../model/span.ts';
import type { TimeExpression } from '../../../../model/time.ts';

/** A name, place or time of a text with all its mentions. Its id is that of its first mention. */
export type Thing =
  | {
      readonly kind: 'name';
      readonly id: string;
      readonly entity: Entity;
      readonly mentions: readonly TextSpan[];
    }
  | {
      readonly kind: 'place';
      readonly id: string;
      readonly place: PlaceMention;
      readonly mentions: readonly PlaceMention[];
    }
  | {
      readonly kind: 'time';
      readonly id: string;
      readonly time: TimeExpression;
      readonly mentions: readonly TextSpan[];
    };

/** What a thing is called. */
export const nameThing = (thing: Thing): string =>
  thing.kind === 'name' ? thing.entity.name : thing.kind === 'place' ? thing.place.name : thing.time.text;

/** Mentions of one place are one thing: of the same name, country and kind. */
function listPlaces(places: readonly PlaceMention[]): readonly Thing[] {
  const gathered = new Map<string, PlaceMention[]>();
  for (const place of places) {
    const key = JSON.stringify([place.name, place.country, place.precision, place.lat, place.lon]);
    const list = gathered.get(key);
    if (list === undefined) gathered.set(key, [place]);
    else list.push(place);
  }
  return [...gathered.values()].map((mentions): Thing => {
    const place = mentions[0]!;
    return { kind: 'place', id: place.id, place, mentions };
  });
}

const byMentions = (a: Thing, b: Thing) =>
  b.mentions.length - a.mentions.length || (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0);

/** Names and places, the most mentioned first, then times in the order of the text. */
export function listThings({ entities, places, times }: Reading): readonly Thing[] {
  const names = entities.map(
    (entity): Thing => ({ kind: 'name', id: entity.id, entity, mentions: entity.mentions }),
  );
  const dates = times
    .toSorted((a, b) => a.start - b.start)
    .map((time): Thing => ({ kind: 'time', id: time.id, time, mentions: [time] }));
  return [...names.toSorted(byMentions), ...listPlaces(places).toSorted(byMentions), ...dates];
}

/** Ids under which a thing is marked in the text. */
export function listThingIds(thing: Thing): readonly string[] {
  return thing.kind === 'place' ? thing.mentions.map(({ id }) => id) : [thing.id];
}

/** The thing that an id of the reading belongs to. */
export function findThing(things: readonly Thing[], id: string | undefined): Thing | undefined {
  return id === undefined ? undefined : things.find((thing) => listThingIds(thing).includes(id));
}
