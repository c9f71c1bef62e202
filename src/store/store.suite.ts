import { afterEach, beforeEach, describe } from 'vitest';
import { describeAlerts, describeSources } from './suites/alerts.suite.ts';
import { describeEntries, describeSavedSearches } from './suites/entries.suite.ts';
import { describeErrors } from './suites/errors.suite.ts';
import { describeEventCounts } from './suites/event-counts.suite.ts';
import { describeHistory } from './suites/history.suite.ts';
import { describeInstants, describeReplay } from './suites/instants.suite.ts';
import { describeJudgements } from './suites/judgements.suite.ts';
import { describeKeeping } from './suites/keeping.suite.ts';
import { describeLedger } from './suites/ledger.suite.ts';
import { describeFilters, describeLists } from './suites/lists.suite.ts';
import { describeProblemVersions } from './suites/problem-versions.suite.ts';
import { describeReports } from './suites/reports.suite.ts';
import { describeScripts, describeSearch } from './suites/search.suite.ts';
import { describeSecond } from './suites/second.suite.ts';
import { closeTested, type OpenStore, openTested } from './suites/tested.suite.ts';
import { describeTotals } from './suites/totals.suite.ts';
import { describeRereading, describeVersions } from './suites/versions.suite.ts';

export type { OpenStore } from './suites/tested.suite.ts';

/** What every form of the store must do: the one meaning of the interface. */
export function describeStore(name: string, open: OpenStore): void {
  describe(name, () => {
    beforeEach(() => openTested(open));
    afterEach(closeTested);
    describe('keeping', describeKeeping);
    describe('versions', describeVersions);
    describe('readings of newer engines', describeRereading);
    describe('what a second reader adds', describeSecond);
    describe('lists', describeLists);
    describe('filters', describeFilters);
    describe('search', describeSearch);
    describe('search in other scripts', describeScripts);
    describe('claims and events', describeEntries);
    describe('saved searches', describeSavedSearches);
    describe('facets, counts and settings', describeTotals);
    describe('asking as of an instant', describeInstants);
    describe('a replay', describeReplay);
    describe('reports', describeReports);
    describe('the ledger', describeLedger);
    describe('event counts', describeEventCounts);
    describe('judgements', describeJudgements);
    describe('problem versions', describeProblemVersions);
    describe('history', describeHistory);
    describe('alerts', describeAlerts);
    describe('sources', describeSources);
    describe('errors', describeErrors);
  });
}
