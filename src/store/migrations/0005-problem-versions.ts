import type { Migration } from './migration.ts';

/** Versions of problem files that came into use, with their text: what a forecast was made with can be looked up. */
export const problemVersions: Migration = {
  number: 5,
  name: 'problem versions',
  sqlite: `
create table problem_version (
  number integer primary key check (number > 0),
  problem text not null,
  version text not null,
  since text not null,
  file text not null,
  content text not null
) strict;
create index problem_version_problem on problem_version (problem, number);
create index problem_version_version on problem_version (version, problem);
`,
};
