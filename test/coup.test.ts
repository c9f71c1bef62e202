import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findOutcomes } from '../src/analyse/forecast/outcomes.ts';
import { createFuser } from '../src/analyse/fuse.ts';
import { makeEntries } from '../src/analyse/ledger/entries.ts';
import { settle } from '../src/analyse/ledger/settle.ts';
import { makeReading } from '../src/analyse/report/fixtures.suite.ts';
import { loadProblems } from '../src/direct/problems/load.ts';
import { createReader } from '../src/process/read.ts';
import { makeTestForecast } from './support/ledger.ts';

/* The question asks for attempts, with or without success: what outlets write of one settles it, and what they write of a plot does not. */

const { problems } = await loadProblems([fileURLToPath(new URL('../data/problems/', import.meta.url))]);
const problem = problems.find(({ id }) => id === 'coup-sahel')!;
const reader = createReader({ engine: 'test' });

/** Invented reports of two outlets of Tuesday, 3 March 2026. */
function read(texts: readonly string[]) {
  const fuser = createFuser();
  return texts.map((text, i) => {
    const published = `2026-03-03T0${6 + i}:00:00Z`;
    const outlet = ['Harmattan Daily', 'Lakeport Courier'][i]!;
    const { document } = makeReading({ name: `${i} ${text}`, text, outlet, published, seen: published });
    return fuser.add(reader.readDocument(document), { series: document.id, knownSince: published }).report;
  });
}

/** A forecast as of noon on 1 March for seven days. */
function settleBy(texts: readonly string[]) {
  const asOf = '2026-03-01T12:00:00.000Z';
  const entries = makeEntries(undefined, [makeTestForecast({ problem: problem.id, asOf })], asOf);
  const outcomes = findOutcomes(problem, read(texts));
  return settle({ entries, outcomes, grace: 3, now: '2026-03-12T00:00:00.000Z' })[0];
}

it.each([
  [
    'Officers attempted a coup in Niger on Monday, the defence minister, Ali Example, said.',
    'Loyal troops put down an attempted coup in Niger on Monday, the army said in a statement.',
  ],
  [
    'Soldiers tried to seize power in Mali on Monday, a spokesman for the presidency said.',
    'A coup attempt failed in Mali on Monday, the interior minister told reporters in Bamako.',
  ],
  [
    'An attempt to overthrow the government of Burkina Faso failed on Monday, the government said in a statement.',
    'Four officers who attempted a coup in Burkina Faso on Monday were in custody, the prosecutor, Awa Example, said.',
  ],
])('is settled by: %s', (...texts) => {
  expect(settleBy(texts)).toMatchObject({ outcome: 'yes', day: '2026-03-02' });
});

it.each([
  [
    'The army of Niger denied on Monday that officers had attempted a coup.',
    'There was no coup attempt in Niger on Monday, the defence minister said.',
  ],
  [
    'Diplomats fear that officers may attempt a coup in Mali, an envoy said on Monday.',
    'The government of Mali said on Monday that it had foiled a coup attempt.',
  ],
  [
    'Colonels in Burkina Faso planned to attempt a coup, the prosecutor said on Monday.',
    'Officers attempted a coup in Burkina Faso in 2015, and it failed within a week.',
  ],
])('is not settled by: %s', (...texts) => {
  expect(settleBy(texts)?.outcome).toBe('no');
});
