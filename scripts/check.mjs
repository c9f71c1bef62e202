#!/usr/bin/env node
/**
 * The one command to know: format and lint, types, import direction, documentation, tests. Runs all of them even
 * where one fails, then says which. `--no-test` leaves the tests out, for a run that has had them already.
 */
import { spawnSync } from 'node:child_process';

const STEPS = [
  ['format and lint', 'npx', ['biome', 'check', '.']],
  ['types', 'npx', ['tsc', '-p', 'tsconfig.json']],
  ['types of the workbench', 'npx', ['tsc', '-p', 'src/disseminate/web/tsconfig.json']],
  [
    'types of the page that checks signatures',
    'npx',
    ['tsc', '-p', 'src/disseminate/proof/page/tsconfig.json'],
  ],
  ['import direction', 'node', ['scripts/check-imports.mjs']],
  ['documentation', 'node', ['scripts/run.mjs', 'scripts/docs.ts', '--check']],
  ['tests', 'npm', ['test']],
];

const steps = process.argv.includes('--no-test') ? STEPS.filter(([name]) => name !== 'tests') : STEPS;
const failed = [];
for (const [name, command, args] of steps) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? `\nall ${steps.length} checks passed` : `\nfailed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
