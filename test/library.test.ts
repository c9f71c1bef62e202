import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { matchIndicators, OUTCOME } from '../src/analyse/indicator/indicators.ts';
import { loadProblems } from '../src/direct/problems/load.ts';
import { parseTable } from '../src/text/table.ts';
import { readLibraryCase } from './support/library-case.ts';

const { problems, failures } = await loadProblems([
  fileURLToPath(new URL('../data/problems/', import.meta.url)),
]);

it('loads the whole library without a fault', () => {
  expect(failures).toEqual([]);
  expect(problems.map(({ id }) => id)).toEqual([
    'border-clash-india-pakistan',
    'coup-sahel',
    'cross-border-rockets-lebanon-israel',
    'interstate-strike-iran-israel',
    'maritime-seizure-hormuz',
    'mass-protest-kenya',
    'missile-test-north-korea',
    'us-sites-iraq',
  ]);
});

it('names works that its signs name, and problems that there are', () => {
  const text = readFileSync(new URL('../data/problems/sources.tsv', import.meta.url), 'utf8');
  const rows = parseTable(text, 'sources.tsv', ['name', 'work', 'used']);
  for (const { cells } of rows) {
    const used = (cells['used'] ?? '').split(' ');
    for (const id of used) expect(problems.map((problem) => problem.id)).toContain(id);
  }
  const ids = new Set(rows.flatMap(({ cells }) => (cells['used'] ?? '').split(' ')));
  expect(problems.filter(({ id }) => !ids.has(id))).toEqual([]);
});

/** Signs that are the outcome itself, seen a little later. */
const AFTER_THE_FACT = /^(outcome|recent-)/;

describe.each(problems)('$id', (problem) => {
  const { signs, control } = readLibraryCase(problem.id);
  const see = (report: (typeof signs)[number]['report']) => matchIndicators(problem, [report]);

  it('has a sentence for every sign, and for its outcome', () => {
    const tried = new Set(signs.map(({ id }) => id));
    const all = [...problem.indicators.filter(({ level }) => level === undefined), ...problem.windows];
    expect(all.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
    expect(tried.has('outcome')).toBe(true);
  });

  it.each(signs)('sees $id in: $text', ({ id, report }) => {
    const seen = [...see(report).keys()];
    expect(seen).toContain(id === 'outcome' ? OUTCOME : id);
    if (!AFTER_THE_FACT.test(id)) expect(seen).not.toContain(OUTCOME);
  });

  it('sees nothing in like words of another meaning', () => {
    expect(control.statements.length).toBeGreaterThan(0);
    expect([...see(control).keys()]).toEqual([]);
  });

  it('weighs explanations of both answers, and signs of both directions', () => {
    const answers = problem.hypotheses.map(({ answer }) => answer);
    expect(answers).toContain('yes');
    expect(answers).toContain('no');
    const directions = problem.indicators.map(({ direction }) => direction);
    expect(directions).toContain('for');
    expect(directions).toContain('against');
    expect(problem.gaps.length).toBeGreaterThan(0);
    expect(problem.tell.length).toBeGreaterThan(0);
  });
});
