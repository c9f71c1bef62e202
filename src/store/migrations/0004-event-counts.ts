import type { Migration } from './migration.ts';

/** Daily counts of imported events, by file: a name is kept once, a count takes some bytes. */
export const eventCounts: Migration = {
  number: 4,
  name: 'event counts',
  sqlite: `
create table event_file (
  key integer primary key,
  hash text not null unique,
  name text not null,
  format text not null,
  records integer not null,
  used integer not null,
  skipped integer not null,
  known_since text
) strict;

create table event_actor (
  key integer primary key,
  name text not null unique
) strict;

create table event_count (
  day integer not null,
  source integer not null references event_actor (key),
  target integer not null references event_actor (key),
  root integer not null,
  file integer not null references event_file (key),
  count integer not null,
  primary key (day, source, target, root, file)
) strict, without rowid;
`,
};
