import { describeSource, makeSourceRows } from '../../src/analyse/source/table.ts';
import { DecisionError } from '../../src/model/errors.ts';
import type { SourceRecord } from '../../src/model/grade.ts';
import type { Source, SourceHealth } from '../../src/model/source.ts';
import type { SourceBook, SourceList } from '../../src/model/source-book.ts';

/** The sources of the made-up case: those with a feed, and who has a record. Nothing of the list is changed here. */
export function makeKarvoniaSources(
  health: readonly SourceHealth[],
  record: SourceRecord,
  now: string,
): SourceBook {
  const sources: readonly Source[] = health.map(({ source, name, feed }) => ({
    kind: 'source',
    id: source,
    name,
    feed,
    every: 15,
    allowPrivate: false,
  }));
  const list: SourceList = { kind: 'source list', file: 'sources.yaml', version: 'v1', sources, faults: [] };
  const given = {
    ...{ reports: [], now: Date.parse(now), listed: sources, health },
    findRecord: (name: string) => (name === record.source ? record : undefined),
  };
  const rows = makeSourceRows(given);
  const refuse = async (): Promise<never> => {
    throw new DecisionError('conflict', {
      of: 'the list',
      problem: 'nothing is changed here',
      remedy: 'None.',
    });
  };
  return {
    getTable: async (asOf = now) => ({ kind: 'source table', asOf, rows, holes: [] }),
    getDetail: async (source, asOf = now) => {
      const row = rows.find((each) => each.source === source);
      return row && { kind: 'source detail', asOf, ...describeSource(row, given) };
    },
    getDependants: async (source, asOf = now) => ({ kind: 'dependants', asOf, source, problems: [] }),
    getList: async () => list,
    preview: async () => ({ kind: 'sources preview', base: list.version, rows: [], faults: [] }),
    find: refuse,
    add: refuse,
    pause: refuse,
    remove: refuse,
    exportOpml: async () => '<opml version="2.0"/>',
  };
}
