import type { Migration } from './migration.ts';

/**
 * What people of a desk write to things, give each other to do and look at twice: each version a row of its own. And what somebody has
 * read of what is for them.
 */
export const together: Migration = {
  number: 9,
  name: 'together',
  sqlite: `
create table noted (
  number integer primary key check (number > 0),
  kind text not null check (kind in ('comment', 'assignment', 'review')),
  item integer not null check (item > 0),
  version integer not null check (version > 0),
  changed text not null,
  thing text not null,
  content text not null,
  unique (kind, item, version)
) strict;
create index noted_thing on noted (kind, thing, item);

create table inbox_read (
  owner text not null,
  entry text not null,
  at text not null,
  primary key (owner, entry)
) strict, without rowid;
`,
};
