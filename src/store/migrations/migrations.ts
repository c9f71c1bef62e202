import { first } from './0001-first.ts';
import { picture } from './0002-picture.ts';
import { judgements } from './0003-judgements.ts';
import { eventCounts } from './0004-event-counts.ts';
import { problemVersions } from './0005-problem-versions.ts';
import { accounts } from './0006-accounts.ts';
import { watchAreas } from './0007-watch-areas.ts';
import { search } from './0008-search.ts';
import { together } from './0009-together.ts';
import type { Migration } from './migration.ts';

/** All steps in order. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  picture,
  judgements,
  eventCounts,
  problemVersions,
  accounts,
  watchAreas,
  search,
  together,
];
