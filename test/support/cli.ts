import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { runCommandLine } from '../../src/run/command-line.ts';
import { buildProgram } from '../setup/build.ts';

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

let program: string | undefined;

/** Compiles the program, once in a run. Awaited first in every file that starts it. */
export async function prepareCli(): Promise<void> {
  program = await buildProgram();
}

/** The program that `prepareCli` compiled. */
export function getProgram(): string {
  if (program === undefined) throw new Error('await prepareCli() first');
  return program;
}

/** The environment of this process without settings. */
function getOwnEnv(): Readonly<Record<string, string | undefined>> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(TOCSIN_|NO_COLOR|FORCE_COLOR|COLUMNS)/.test(name),
  );
  return Object.fromEntries(own);
}

/** Starts the compiled program as a person would, with nothing of this process's settings. */
export function startCli(args: readonly string[], { env = {}, cwd }: CliOptions = {}): ChildProcess {
  return spawn(process.execPath, [getProgram(), ...args], {
    env: { ...getOwnEnv(), ...env },
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

/** Keeps what is written to it. */
class Kept extends Writable {
  text = '';
  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/**
 * Runs a command line in this process, whose modules and language models are loaded already: a tenth of the time that
 * `runCli` takes. For what a command does; how the program starts, ends and is stopped is for `runCli`.
 */
export async function runHere(
  args: readonly string[],
  { env = {}, stdin = '' }: Omit<CliOptions, 'cwd'> = {},
): Promise<CliResult> {
  const [stdout, stderr] = [new Kept(), new Kept()];
  const code = await runCommandLine(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    // No terminal: neither columns nor a cursor are asked for.
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr: stderr as unknown as NodeJS.WriteStream,
    env: { ...getOwnEnv(), ...env },
  });
  return { code, signal: null, out: stdout.text, err: stderr.text };
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
