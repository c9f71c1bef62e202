import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseLines } from './support/cli.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** With it, a machine without a way to the package registry fails instead of skipping. */
const MUST_INSTALL = process.env['TOCSIN_INSTALL'] === '1';

let folder: string;
let project: string;
let problem: string | undefined;

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, args: readonly string[], cwd: string, input = ''): Ran {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(TOCSIN_|npm_|VITEST|NODE_ENV)/i.test(name)),
  );
  return spawnSync(command, args, {
    cwd,
    env,
    input,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64_000_000,
  });
}

/** Builds into a folder of its own, so that a `dist` in use is left alone, and packs that as `npm publish` would. */
function pack(): string {
  const stage = join(folder, 'stage');
  mkdirSync(stage);
  const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly files: readonly string[];
  };
  for (const name of ['package.json', 'README.md', 'LICENSE', ...files.filter((file) => file !== 'dist')]) {
    if (existsSync(join(ROOT, name))) cpSync(join(ROOT, name), join(stage, name), { recursive: true });
  }
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  run(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', join(stage, 'dist')], ROOT);
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const built = run(
    process.execPath,
    [vite, 'build', '--outDir', join(stage, 'dist/disseminate/web'), '--emptyOutDir', '--logLevel', 'error'],
    ROOT,
  );
  if (built.status !== 0) throw new Error(`the workbench was not built:\n${built.stdout}${built.stderr}`);
  const packed = run('npm', ['pack', '--ignore-scripts', '--json'], stage);
  const [{ filename }] = JSON.parse(packed.stdout) as [{ readonly filename: string }];
  return join(stage, filename);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-package-'));
  project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"name": "project", "version": "1.0.0", "private": true}');
  const installed = run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', pack()], project);
  if (installed.status === 0) return;
  problem = installed.stderr.slice(-2000);
  const isUnreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(problem);
  if (MUST_INSTALL || !isUnreachable) throw new Error(`npm install failed:\n${problem}`);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SENTENCES =
  'Pier closed\n\nThe harbour master told the Coast Gazette on Monday that the north pier was closed.';

test('the command reads a page', (context) => {
  if (problem !== undefined) context.skip(`the package registry cannot be reached: ${problem}`);
  writeFileSync(join(project, 'page.txt'), SENTENCES);
  const { status, stdout, stderr } = run('npx', ['--no-install', 'tocsin', 'read', 'page.txt'], project);
  expect({ status, stderr: stderr.replace(/^npm warn .*\n/gm, '') }).toEqual({ status: 0, stderr: '' });
  expect(parseLines(stdout)).toEqual([
    expect.objectContaining({ kind: 'reading', document: expect.objectContaining({ title: 'Pier closed' }) }),
  ]);
});

test('the library reads a page in one call, and its example runs', (context) => {
  if (problem !== undefined) context.skip(`the package registry cannot be reached: ${problem}`);
  const program = `
    import { PageError, read, readFile } from 'tocsin';
    const reading = await read(${JSON.stringify(SENTENCES)}, { outlet: 'Harbour Wire', published: '2026-03-03' });
    const refused = await read(new Uint8Array()).catch((error) => error instanceof PageError && error.message);
    console.log(JSON.stringify({ title: reading.document.title, outlet: reading.document.outlet, refused }));`;
  writeFileSync(join(project, 'use.mjs'), program);
  const { stdout, stderr } = run(process.execPath, ['use.mjs'], project);
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({
    title: 'Pier closed',
    outlet: 'Harbour Wire',
    refused: 'the page given: is empty. Save the page again, or leave it out.',
  });
  cpSync(join(project, 'node_modules/tocsin/examples/library/read.mjs'), join(project, 'example.mjs'));
  expect(run(process.execPath, ['example.mjs'], project)).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/^Ferries collide off the north pier \(2026-03-03\)\n/),
  });
});

test('the types are there for programs that use it', (context) => {
  if (problem !== undefined) context.skip(`the package registry cannot be reached: ${problem}`);
  writeFileSync(
    join(project, 'use.mts'),
    `import { read, type Claim, type Reading } from 'tocsin';
const reading: Reading = await read('x');
export const claims: readonly Claim[] = reading.claims;
// @ts-expect-error: there is no such option
await read('x', { publised: '2026' });
`,
  );
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = run(
    process.execPath,
    [compiler, '--noEmit', '--strict', '--module', 'nodenext', '--skipLibCheck', '--types', '', 'use.mts'],
    project,
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test('holds what it needs and nothing else', (context) => {
  if (problem !== undefined) context.skip(`the package registry cannot be reached: ${problem}`);
  const own = join(project, 'node_modules/tocsin');
  const all = readdirSync(own, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const names = all.map((each) => join(each.parentPath, each.name).slice(own.length + 1));
  expect(names).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'README.md',
      'dist/index.js',
      'dist/index.d.ts',
      'dist/run/main.js',
      'dist/disseminate/web/index.html',
      'examples/baghdad/manifest.json',
    ]),
  );
  expect(names.filter((name) => /\.test\.|\.suite\.|^src\/|^test\/|^eval\/|^training\//.test(name))).toEqual(
    [],
  );
  const scripts = readdirSync(join(project, 'node_modules'), { recursive: true, withFileTypes: true })
    .filter(
      (each) =>
        each.name === 'package.json' && /node_modules[/\\](@[^/\\]+[/\\])?[^/\\]+$/.test(each.parentPath),
    )
    .filter((each) =>
      /"(pre|post)?install"\s*:/.test(readFileSync(join(each.parentPath, each.name), 'utf8')),
    );
  expect(scripts.map((each) => each.parentPath)).toEqual([]);
});
