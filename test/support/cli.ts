import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import buildForTests from '../setup/build.ts';

export interface CliResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Written to standard input; closed at once without it. */
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
}

/** Compiles the program where that was not done before all tests. Called first in every file that starts it. */
export function prepareCli(): void {
  if (process.env['TOCSIN_TEST_BUILD'] === undefined) buildForTests();
}

/** Starts the compiled program as a person would, with nothing of this process's settings. */
export function startCli(args: readonly string[], { env = {}, cwd }: CliOptions = {}): ChildProcess {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(TOCSIN_|NO_COLOR|FORCE_COLOR|COLUMNS)/.test(name),
  );
  return spawn(process.execPath, [process.env['TOCSIN_TEST_BUILD']!, ...args], {
    env: { ...Object.fromEntries(own), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
}

/** Runs the compiled program to its end. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const child = startCli(args, options);
  child.stdin!.on('error', () => undefined);
  child.stdin!.end(options.stdin ?? '');
  return finish(child);
}

/** Waits for a started program to end. */
export async function finish(child: ChildProcess): Promise<CliResult> {
  let out = '';
  let err = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, out, err };
}

/** Lines of JSON as values. */
export function parseLines(text: string): readonly Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
