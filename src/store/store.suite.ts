import { afterEach, beforeEach, describe } from 'vitest';
import { describeAccounts } from './suites/accounts.suite.ts';
import { describeAlerts, describeSources } from './suites/alerts.suite.ts';
import { describeAudit } from './suites/audit.suite.ts';
import { describeEntries, describeSavedSearches } from './suites/entries.suite.ts';
import { describeErrors } from './suites/errors.suite.ts';
import { describeEventCounts } from './suites/event-counts.suite.ts';
import { describeHistory } from './suites/history.suite.ts';
import { describeInstants, describeReplay } from './suites/instants.suite.ts';
import { describeJudgements } from './suites/judgements.suite.ts';
import { describeKeeping } from './suites/keeping.suite.ts';
import { describeLedger } from './suites/ledger.suite.ts';
import { describeFilters, describeLists } from './suites/lists.suite.ts';
import { describeNoted } from './suites/noted.suite.ts';
import { describeProblemVersions } from './suites/problem-versions.suite.ts';
import { describeReports } from './suites/reports.suite.ts';
import { describeScripts, describeSearch } from './suites/search.suite.ts';
import { describeSecond } from './suites/second.suite.ts';
import { closeTested, type OpenStore, openTested } from './suites/tested.suite.ts';
import { describeTotals } from './suites/totals.suite.ts';
import { describeRereading, describeVersions } from './suites/versions.suite.ts';
import { describeWatchAreas } from './suites/watch-areas.suite.ts';

export type { OpenStore } from './suites/tested.suite.ts';

const PARTS = {
  keeping: describeKeeping,
  versions: describeVersions,
  'readings of newer engines': describeRereading,
  'what a second reader adds': describeSecond,
  lists: describeLists,
  filters: describeFilters,
  search: describeSearch,
  'search in other scripts': describeScripts,
  'claims and events': describeEntries,
  'saved searches': describeSavedSearches,
  'facets, counts and settings': describeTotals,
  'asking as of an instant': describeInstants,
  'a replay': describeReplay,
  reports: describeReports,
  'the ledger': describeLedger,
  'event counts': describeEventCounts,
  judgements: describeJudgements,
  'problem versions': describeProblemVersions,
  'watch areas': describeWatchAreas,
  'what people note': describeNoted,
  history: describeHistory,
  alerts: describeAlerts,
  sources: describeSources,
  accounts: describeAccounts,
  'the audit log': describeAudit,
  errors: describeErrors,
};
type Part = keyof typeof PARTS;

/** What every form of the store must do: the one meaning of the interface; or some parts of it. */
export function describeStore(
  name: string,
  open: OpenStore,
  parts = Object.keys(PARTS) as readonly Part[],
): void {
  describe(name, () => {
    beforeEach(() => openTested(open));
    afterEach(closeTested);
    for (const part of parts) describe(part, PARTS[part]);
  });
}
