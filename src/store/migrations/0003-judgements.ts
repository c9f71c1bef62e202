import type { Migration } from './migration.ts';

/** What people of the desk have decided: rejections, grades, names. */
export const judgements: Migration = {
  number: 3,
  name: 'judgements',
  sqlite: `
create table judgement (
  number integer primary key check (number > 0),
  made text not null,
  verdict text not null,
  content text not null
) strict;
create index judgement_made on judgement (made, number);
`,
};
