import { readFileSync } from 'node:fs';
import { type FoundTree, predictTrees } from '../echo/predict.ts';
import { formatFile, formatScores, scoreTree } from '../echo/score.ts';
import { type GoldTree, loadEchoSet } from '../echo/set.ts';
import type { EvalTask } from '../task.ts';

const figure = (name: string) => new RegExp(`^${name} ([0-9.]+)`, 'm');
const metrics = {
  'origins-exact': figure('origins exact'),
  'numbers-exact': figure('numbers exact'),
  roles: figure('roles'),
  'no-false-corroboration': figure('no false corroboration'),
};

/**
 * Who is first-hand in invented stories, from their pages. The trees of the working part may be looked at while the program is worked
 * on (`TOCSIN_ECHO_FAULTS=1` prints their faults); the others only measure.
 */
export const task: EvalTask = {
  name: 'origins',
  score,
  sets: [
    { name: 'echo.work', gold: 'echo', own: true, metrics, args: () => ['work'] },
    { name: 'echo.measure', gold: 'echo', own: true, metrics, args: () => ['measure'] },
    { name: 'echo.fresh', gold: 'echo', own: true, metrics, args: () => ['fresh'] },
  ],
  async *predict(folder) {
    // In one stream, as they would come: what is alike in the other half has to be told apart as well.
    for (const found of predictTrees(loadEchoSet(folder))) yield JSON.stringify(found);
  },
};

function score(folder: string, predictions: string, [part]: readonly string[]): string {
  const found = new Map<string, FoundTree>();
  for (const line of readFileSync(predictions, 'utf8').split('\n')) {
    if (line === '') continue;
    const tree = JSON.parse(line) as FoundTree;
    found.set(tree.id, tree);
  }
  const trees = loadEchoSet(folder).filter((tree) => part === undefined || tree.part === part);
  const scores = trees.map((tree) => scoreTree(tree, found.get(tree.id) ?? nothing(tree)));
  if (part === 'work' && process.env['TOCSIN_ECHO_FAULTS'] === '1') {
    for (const { id, isExact, isOneStory, faults } of scores) {
      if (isExact && faults.length === 0) continue;
      console.log(`${id}: ${isExact ? 'exact' : 'NOT EXACT'}${isOneStory ? '' : ', not one story'}`);
      for (const { name, status, through } of isExact ? [] : (found.get(id)?.origins ?? []))
        console.log(`    ${status}: ${name}${through === undefined ? '' : ` to ${through}`}`);
      for (const fault of faults) console.log(`  ${fault}`);
    }
  }
  // Files are by different hands: how far their figures lie apart tells what another hand's pages would give.
  const files = [...new Set(trees.map(({ file }) => file))];
  for (const file of files)
    console.log(
      formatFile(
        file,
        scores.filter((_, at) => trees[at]!.file === file),
      ),
    );
  return formatScores(
    scores,
    trees.reduce((total, { reports }) => total + reports.length, 0),
  );
}

const nothing = ({ id }: GoldTree): FoundTree => ({ id, origins: [], reports: [], stories: [] });
