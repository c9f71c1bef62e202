import type { Migration } from './migration.ts';

/** Areas that the desk has drawn on the map, each version a row of its own: what was watched when can be looked up. */
export const watchAreas: Migration = {
  number: 7,
  name: 'watch areas',
  sqlite: `
create table watch_area (
  number integer primary key check (number > 0),
  area integer not null check (area > 0),
  version integer not null check (version > 0),
  changed text not null,
  removed integer not null check (removed in (0, 1)),
  content text not null,
  unique (area, version)
) strict;
`,
};
