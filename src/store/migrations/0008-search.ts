import type { Migration } from './migration.ts';

/**
 * The search index of claims and events, and the searches that the desk keeps. A key tells the hour of publication, so that an
 * index in the order of its keys is one in the order of time. Reports that are kept by now wait to be taken into it.
 */
export const search: Migration = {
  number: 8,
  name: 'search',
  sqlite: `
create table claim_entry (
  key integer primary key,
  reading integer not null references reading (key),
  id text not null,
  start integer not null,
  "end" integer not null,
  valid_from text,
  valid_to text,
  detail text not null
) strict;
create virtual table claim_word using fts5(
  words, names, places, marks,
  content = '', columnsize = 0, tokenize = 'ascii'
);

create table event_entry (
  key integer primary key,
  reading integer not null references reading (key),
  id text not null,
  start integer not null,
  "end" integer not null,
  valid_from text,
  valid_to text,
  detail text not null
) strict;
create virtual table event_word using fts5(
  words, names, places, marks,
  content = '', columnsize = 0, tokenize = 'ascii'
);

create table unindexed (
  reading integer primary key references reading (key)
) strict;
insert into unindexed (reading) select reading from report;

create table saved_search (
  id text primary key,
  created text not null,
  content text not null
) strict, without rowid;
`,
};
