import type { Migration } from './migration.ts';

/** Who may log in, who is logged in, and who did what. */
export const accounts: Migration = {
  number: 6,
  name: 'accounts',
  sqlite: `
create table account (
  name text primary key,
  display_name text not null,
  role text not null,
  password text not null,
  password_set text not null,
  created text not null,
  disabled text
) strict, without rowid;

create table session (
  hash text primary key,
  account text not null references account (name),
  created text not null,
  expires text not null,
  last_used text not null,
  revoked text
) strict, without rowid;
create index session_account on session (account);
create index session_expires on session (expires);

create table audit (
  number integer primary key check (number > 0),
  hash text not null unique,
  previous text,
  at text not null,
  who text,
  operation text not null,
  content text not null
) strict;
create index audit_who on audit (who, number);
create index audit_operation on audit (operation, number);
`,
};
