import type { Migration } from './migration.ts';

/**
 * What is made of the documents and around them: reports, the ledger of forecasts, imported history, alerts, and how sources
 * answer. Every reading that is kept by now still waits for its report.
 */
export const picture: Migration = {
  number: 2,
  name: 'picture',
  sqlite: `
create table report (
  number integer primary key,
  reading integer not null unique references reading (key),
  content blob not null
) strict;

create table unreported (
  reading integer primary key references reading (key)
) strict;
insert into unreported (reading) select key from reading where known_until is null;

create table history (
  key integer primary key,
  source text not null,
  line integer not null,
  date text not null,
  actor text,
  recipient text,
  cameo text,
  place text,
  country text,
  known_since text not null
) strict;
create unique index history_once on history (
  source, line, date, coalesce(actor, ''), coalesce(recipient, ''), coalesce(cameo, ''), coalesce(place, '')
);
create index history_date on history (date, key);

create table ledger (
  number integer primary key check (number > 0),
  hash text not null unique,
  previous text,
  filed text not null,
  problem text not null,
  kind text not null,
  content text not null
) strict;
create index ledger_problem on ledger (problem, number);

create table alert (
  key integer primary key,
  id text not null unique,
  problem text not null,
  update_number integer not null,
  issued text not null,
  replayed integer not null,
  content text not null
) strict;
create index alert_issued on alert (issued, key);
create index alert_problem on alert (problem, issued, key);

create table delivery (
  alert text not null references alert (id),
  channel text not null,
  content text not null,
  primary key (alert, channel)
) strict, without rowid;

create table source_state (
  source text primary key,
  content text not null
) strict, without rowid;
`,
};
