#!/usr/bin/env node
/**
 * Runs a TypeScript file of this repository on any supported Node: `node scripts/run.mjs eval/eval.ts ARGUMENTS`.
 * Node 20 cannot strip types itself; Vite, which builds the workbench anyway, can. The file exports `main(argv)`,
 * whose number is the exit code.
 */
import { resolve } from 'node:path';
import { createServer, createServerModuleRunner } from 'vite';

const [file, ...rest] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: node scripts/run.mjs FILE.ts [ARGUMENTS]');
  process.exit(2);
}
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
try {
  const module = await runner.import(resolve(file));
  process.exitCode = await module.main(rest);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await runner.close();
  await server.close();
}
