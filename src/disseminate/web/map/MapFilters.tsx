import { memo, useMemo } from 'react';
import { EVENT_TYPES } from '../../../model/event.ts';
import type { MapParty, MapRow } from '../../../model/map.ts';
import type { MapSearch } from '../routes/map-search.ts';
import { LIST_FILTERS } from '../words/text/lists.ts';
import { MAP, TELLING_WORDS } from '../words/text/map.ts';
import { describeEventType } from '../words/vocabulary.ts';
import { findTelling, TELLINGS } from './marks.ts';

type Filter = Pick<MapSearch, 'type' | 'told' | 'actor'>;

/** An actor is known by its record, or else by its name. */
const findKey = ({ record, name }: MapParty) => record ?? name;

export function isOfFilter(row: MapRow, { type, told, actor }: Filter): boolean {
  return (
    (type === undefined || row.type === type) &&
    (told === undefined || findTelling(row) === told) &&
    (actor === undefined || [...row.actors, ...row.recipients].some((party) => findKey(party) === actor))
  );
}

/** Actors offered; those with most incidents. */
const MOST_ACTORS = 60;

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

function countActors(rows: readonly MapRow[]): readonly Choice[] {
  const counts = new Map<string, { readonly label: string; count: number }>();
  for (const row of rows)
    for (const party of new Map(
      [...row.actors, ...row.recipients].map((each) => [findKey(each), each]),
    ).values()) {
      const known = counts.get(findKey(party));
      if (known === undefined) counts.set(findKey(party), { label: party.name, count: 1 });
      else known.count += 1;
    }
  return [...counts]
    .map(([value, { label, count }]) => ({ value, label, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_ACTORS);
}

function countBy(rows: readonly MapRow[], find: (row: MapRow) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(find(row), (counts.get(find(row)) ?? 0) + 1);
  return counts;
}

interface MapFiltersProps {
  readonly rows: readonly MapRow[];
  readonly type: MapSearch['type'];
  readonly told: MapSearch['told'];
  readonly actor: MapSearch['actor'];
  readonly onChange: (changed: Partial<MapSearch>) => void;
}

/** Narrows map, timeline, list and counts alike; what is set stands in the address. */
export const MapFilters = memo(function MapFilters({ rows, type, told, actor, onChange }: MapFiltersProps) {
  const types = useMemo(() => countBy(rows, (row) => row.type), [rows]);
  const tellings = useMemo(() => countBy(rows, findTelling), [rows]);
  const actors = useMemo(() => countActors(rows), [rows]);
  const given = actor === undefined || actors.some(({ value }) => value === actor);
  const offered = given ? actors : [{ value: actor, label: actor, count: 0 }, ...actors];
  const isSet = type !== undefined || told !== undefined || actor !== undefined;
  const fields = [
    {
      name: 'type',
      label: MAP.kind,
      value: type,
      choices: EVENT_TYPES.filter((each) => types.has(each) || each === type).map((each) => ({
        value: each,
        label: describeEventType(each),
        count: types.get(each) ?? 0,
      })),
    },
    {
      name: 'told',
      label: MAP.told,
      value: told,
      choices: TELLINGS.map((each) => ({
        value: each,
        label: TELLING_WORDS[each],
        count: tellings.get(each) ?? 0,
      })),
    },
    { name: 'actor', label: MAP.actor, value: actor, choices: offered },
  ] as const;
  return (
    <fieldset className="filter-fields map-filters">
      <legend className="unseen">{MAP.filters}</legend>
      {fields.map(({ name, label, value, choices }) => (
        <label key={name} className={value === undefined ? 'filter' : 'filter is-set'}>
          <span>{label}</span>
          <select
            value={value ?? ''}
            onChange={({ target }) =>
              onChange({ [name]: target.value === '' ? undefined : target.value, place: undefined })
            }
          >
            <option value="">{MAP.any}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value} dir="auto">
                {LIST_FILTERS.option(choice.label, choice.count)}
              </option>
            ))}
          </select>
        </label>
      ))}
      {isSet && (
        <button
          type="button"
          className="link"
          onClick={() => onChange({ type: undefined, told: undefined, actor: undefined })}
        >
          {MAP.clear}
        </button>
      )}
    </fieldset>
  );
});
