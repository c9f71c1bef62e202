import { describe, expect, it } from 'vitest';
import type { Entity } from '../../model/entity.ts';
import { createFuser } from '../fuse.ts';
import { makeIncident, summarizeIncidents } from '../incident/incidents.ts';
import { makeReport } from '../origin/fixtures.suite.ts';
import { traceOrigins } from '../origin/origins.ts';
import { makeClaim, makeEvent, makeReading } from '../report/fixtures.suite.ts';

/** A report that somebody attacked near Mosul, by a name for who did it. */
function makeAttack(outlet: string, name: string, published: string) {
  const text = `${name} attacked a convoy near Mosul on Tuesday, officials said, and the road was closed.`;
  const entity: Entity = {
    kind: 'entity',
    id: 'e1',
    type: 'group',
    name,
    country: 'IQ',
    sector: 'REB',
    mentions: [{ start: 0, end: name.length, text: name }],
    by: 'test@1',
  };
  return makeReading(
    { name: outlet, text, outlet, published, seen: `${published}T12:00:00Z` },
    {
      claims: [makeClaim(text, 'c1', [0, text.length])],
      entities: [entity],
      places: [
        {
          kind: 'place',
          id: 'p1',
          name: 'Mosul',
          country: 'IQ',
          lat: 36.3,
          lon: 43.1,
          precision: 'city',
          use: 'place',
          start: 0,
          end: 1,
          text: 'M',
          by: 'test@1',
        },
      ],
      events: [
        makeEvent(text, 'v1', {
          word: 'attacked',
          plover: { type: 'ASSAULT', contexts: [] },
          actors: ['e1'],
          where: 'p1',
          when: { from: '2031-05-20', to: '2031-05-20', precision: 'day' },
        }),
      ],
    },
  );
}

function fuse(...names: readonly string[]) {
  const fuser = createFuser();
  return names.map((name, at) => {
    const reading = makeAttack(`Outlet ${at}`, name, `2031-05-2${at + 1}`);
    return fuser.add(reading, { series: reading.document.id, knownSince: reading.document.seen }).report;
  });
}

describe('an actor under two spellings', () => {
  it('leads to one incident with one party', () => {
    const reports = fuse('Harakat al-Mithal', 'Harakat al-Mithaal');
    const [incident, ...others] = summarizeIncidents(reports);
    expect(others).toEqual([]);
    expect(makeIncident(incident!.id, reports)).toMatchObject({
      documents: 2,
      actors: [{ name: 'Harakat al-Mithal' }],
    });
    expect(incident!.actors).toHaveLength(1);
  });

  it('keeps two groups apart that only have a word in common', () => {
    const reports = fuse('Harakat al-Mithal', 'Harakat al-Namudhaj');
    const records = reports.map(({ statements }) => statements[0]!.mentions[0]!.actors[0]!.record);
    expect(new Set(records).size).toBe(2);
  });

  it('is one speaker, whom two outlets heard: one origin', () => {
    const heard = [
      ['Harbour Wire', 'Qassem Sulaimani'],
      ['Gulf Meridian', 'Qasem Suleimani'],
    ] as const;
    const count = (usual?: string): number =>
      traceOrigins(
        heard.map(([outlet, name]) => {
          const report = makeReport({ outlet, published: '2031-05-20' }, [
            { words: 'The road is open', chain: [[name, 'person']] },
          ]);
          const [statement] = report.statements;
          const chain = statement!.chain.map((link) =>
            usual !== undefined && link.name === name ? { ...link, usual } : link,
          );
          const resolved = { ...statement!, chain };
          return { report: { ...report, statements: [resolved] }, statement: resolved };
        }),
      ).confirmed;
    expect([count('Qassem Soleimani'), count()]).toEqual([1, 2]);
  });
});
