import type { Migration } from './migration.ts';

/**
 * Documents with their versions, sightings and readings, and the search index. What is kept is never changed,
 * except that a reading is closed when a newer one takes its place.
 */
export const first: Migration = {
  number: 1,
  name: 'first',
  sqlite: `
create table setting (
  name text primary key,
  value text not null,
  known_since text not null
) strict, without rowid;

create table page (
  hash text primary key,
  length integer not null,
  known_since text not null
) strict, without rowid;

create table document (
  key integer primary key,
  id text not null unique,
  series integer not null,
  version integer not null,
  previous text,
  known_since text not null
) strict;
create index document_series on document (series, version);

create table document_text (
  document integer primary key references document (key),
  content blob not null
) strict;

create table sighting (
  key integer primary key,
  document integer not null references document (key),
  bytes text not null references page (hash),
  address text,
  url text,
  file text,
  headers text,
  seen text not null,
  known_since text not null
) strict;
create unique index sighting_once on sighting (document, seen, bytes, coalesce(url, ''), coalesce(file, ''));
create index sighting_bytes on sighting (bytes);
create index sighting_address on sighting (address, seen) where address is not null;

create table reading (
  key integer primary key,
  document integer not null references document (key),
  engine text not null,
  known_since text not null,
  known_until text,
  superseded_by integer references reading (key),
  bytes text not null references page (hash),
  url text,
  file text,
  outlet text,
  outlet_evidence text,
  title text,
  published text,
  published_evidence text,
  published_from text not null,
  published_to text not null,
  seen text not null,
  language text,
  excerpt text not null,
  claims integer not null,
  events integer not null
) strict;
create index reading_document on reading (document);
create index reading_bytes on reading (bytes);
create index reading_published on reading (published_from, key);
create index reading_seen on reading (seen, key);
create index reading_superseded on reading (key) where known_until is not null;

create table reading_content (
  reading integer primary key references reading (key),
  content blob not null
) strict;

create table claim (
  reading integer not null references reading (key),
  number integer not null,
  id text not null,
  start integer not null,
  "end" integer not null,
  stance text,
  certainty text not null,
  polarity text not null,
  primary key (reading, number)
) strict, without rowid;

create table event (
  reading integer not null references reading (key),
  number integer not null,
  id text not null,
  claim text not null,
  type text not null,
  realis text not null,
  background integer not null,
  valid_from text,
  valid_to text,
  country text,
  primary key (reading, number)
) strict, without rowid;

create table mark (
  kind text not null,
  value text not null,
  reading integer not null references reading (key),
  primary key (kind, value, reading)
) strict, without rowid;
create index mark_reading on mark (reading, kind, value);

create virtual table word using fts5(
  title, text, names,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);
`,
};
