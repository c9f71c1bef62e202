#!/usr/bin/env node
/**
 * Runs a TypeScript file of this repository on any supported Node: `node scripts/run.mjs eval/eval.ts ARGUMENTS`.
 * Node 20 cannot strip types itself; Vite, which builds the workbench anyway, can.
 */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [file, ...rest] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: node scripts/run.mjs FILE.ts [ARGUMENTS]');
  process.exit(2);
}
process.argv = [process.argv[0], resolve(file), ...rest];
const { module } = await runnerImport(resolve(file), { configFile: false, logLevel: 'error' });
process.exitCode = (await module.main?.(rest)) ?? process.exitCode;
