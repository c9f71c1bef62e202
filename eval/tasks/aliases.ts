import { readFileSync } from 'node:fs';
import type { ActorName } from '../../src/analyse/entity/actor.ts';
import { createEntityResolver } from '../../src/analyse/entity/resolve.ts';
import { ENTITY_TYPES, SECTORS } from '../../src/model/entity.ts';
import { parseTable } from '../../src/text/table.ts';
import type { EvalTask } from '../task.ts';

interface Pair {
  readonly line: number;
  readonly label: string;
  readonly names: readonly [ActorName, ActorName];
}

interface Answer {
  readonly line: number;
  /** Whether two documents that know of nothing else lead to one record. */
  readonly alone: boolean;
  /** The same where one store has seen every name of the set. */
  readonly together: boolean;
}

const figure = (name: string) => new RegExp(`^${name} ([0-9.]+)`, 'm');
const metrics = {
  'same-found': figure('same found'),
  'no-false-merge': figure('no false merge'),
  'same-found-together': figure('same found together'),
  'no-false-merge-together': figure('no false merge together'),
};

/**
 * Names as two documents give them: one actor or two? One set may be looked at while the program is worked on
 * (`TOCSIN_ALIAS_FAULTS=1` prints what it gets wrong in that); the other only measures. See `eval/sets/aliases.md`.
 */
export const task: EvalTask = {
  name: 'aliases',
  score,
  sets: [
    { name: 'pairs.work', gold: 'aliases.tsv', own: true, metrics },
    { name: 'pairs.measure', gold: 'aliases-measure.tsv', own: true, metrics },
  ],
  async *predict(file) {
    const together = createEntityResolver();
    const pairs = loadPairs(file);
    const ids = pairs.map(({ names }) => names.map((name) => together.resolve(name)?.id));
    for (const [at, { line, names }] of pairs.entries()) {
      const own = createEntityResolver();
      const answer: Answer = {
        line,
        alone: isOne(names.map((name) => own.resolve(name)?.id)),
        together: isOne(ids[at]!),
      };
      yield JSON.stringify(answer);
    }
  },
};

const isOne = ([a, b]: readonly (string | undefined)[]): boolean => a !== undefined && a === b;

function loadPairs(file: string): readonly Pair[] {
  return parseTable(readFileSync(file, 'utf8'), file, ['label', 'name', 'name2']).map(({ line, cells }) => ({
    line,
    label: cells['label']!,
    names: [readName(cells, ''), readName(cells, '2')],
  }));
}

function readName(cells: Readonly<Record<string, string>>, which: '' | '2'): ActorName {
  const type = ENTITY_TYPES.find((known) => known === cells[`type${which}`]);
  const sector = SECTORS.find((known) => known === cells[`sector${which}`]);
  const country = cells[`country${which}`];
  if (type === undefined) throw new Error(`unknown type "${cells[`type${which}`]}"`);
  return {
    name: cells[`name${which}`]!,
    type,
    ...(country ? { country } : {}),
    ...(sector === undefined ? {} : { sector }),
  };
}

function score(file: string, predictions: string): string {
  const answers = new Map<number, Answer>();
  for (const text of readFileSync(predictions, 'utf8').split('\n')) {
    if (text === '') continue;
    const answer = JSON.parse(text) as Answer;
    answers.set(answer.line, answer);
  }
  const pairs = loadPairs(file);
  const isWork = file.endsWith('aliases.tsv');
  if (isWork && process.env['TOCSIN_ALIAS_FAULTS'] === '1') printFaults(pairs, answers);
  const same = pairs.filter(({ label }) => label === 'same');
  const different = pairs.filter(({ label }) => label !== 'same');
  const count = (list: readonly Pair[], mode: 'alone' | 'together') =>
    list.filter(({ line }) => answers.get(line)?.[mode] === true).length;
  const lines = [`${same.length} pairs of one actor, ${different.length} of two`];
  for (const mode of ['alone', 'together'] as const) {
    const behind = mode === 'alone' ? '' : ' together';
    const [found, merged] = [count(same, mode), count(different, mode)];
    lines.push(
      `same found${behind} ${(found / same.length).toFixed(4)} (${found} of ${same.length})`,
      `no false merge${behind} ${(1 - merged / different.length).toFixed(4)} (${merged} merged)`,
    );
  }
  return lines.join('\n');
}

function printFaults(pairs: readonly Pair[], answers: ReadonlyMap<number, Answer>): void {
  for (const { line, label, names } of pairs) {
    const answer = answers.get(line);
    const isSame = label === 'same';
    if (answer?.alone === isSame && answer.together === isSame) continue;
    const [a, b] = names.map(({ name, country }) => `${name} (${country ?? '?'})`);
    console.log(`${line}: ${label}: ${a} | ${b}: alone ${answer?.alone}, together ${answer?.together}`);
  }
}
