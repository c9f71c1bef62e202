import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegisterError } from '../direct/register/error.ts';
import { parseRegister } from '../direct/register/parse.ts';
import type { Actor } from '../model/actor.ts';
import type { Config } from './config.ts';
import { UsageError } from './usage.ts';

/** Name of the file with a desk's own actors in the data folder. */
export const REGISTER_FILE = 'register.tsv';

/** Bytes of a register that are read. */
const LARGEST_FILE = 30_000_000;

const NOBODY: readonly Actor[] = [];

/** Full path of the desk's register. */
export function findRegisterFile({ data }: Pick<Config, 'data'>): string {
  return join(data, REGISTER_FILE);
}

/**
 * The desk's own actors, from a file in its data folder; read again when it has changed, and only then.
 *
 * @example
 * const register = new RegisterFile(config);
 * register.read(); // none where there is no file
 */
export class RegisterFile {
  readonly #file: string;
  readonly #log: (line: string) => void;
  #seen: string | undefined;
  #actors = NOBODY;
  #changes = 0;
  #isOpen = false;

  /** @param log Where it is told that the file cannot be used; what it held before then counts on. */
  constructor(config: Pick<Config, 'data'>, log: (line: string) => void = () => undefined) {
    this.#file = findRegisterFile(config);
    this.#log = log;
  }

  /** Grows with every change that was taken over. */
  get state(): number {
    return this.#changes;
  }

  /**
   * The same list as long as the file stays as it is.
   *
   * @throws RegisterError or UsageError at the first reading, where the file cannot be used; later that is logged.
   */
  read(): readonly Actor[] {
    const seen = describeFile(this.#file);
    if (seen === this.#seen) return this.#actors;
    this.#isOpen ||= seen === '';
    this.#seen = seen;
    try {
      this.#actors = readRegister(this.#file);
      this.#changes += 1;
      this.#isOpen = true;
    } catch (error) {
      if (!this.#isOpen || !(error instanceof RegisterError || error instanceof UsageError)) throw error;
      for (const line of error.message.split('\n').slice(0, 5)) this.#log(line);
      this.#log(
        `${this.#file} is not used until it is mended; tocsin register check tells all that is wrong.`,
      );
    }
    return this.#actors;
  }
}

function describeFile(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
}

/**
 * Reads a desk's register; empty where there is none.
 *
 * @throws RegisterError with everything that is wrong in it.
 * @throws UsageError where it cannot be read.
 */
export function readRegister(file: string): readonly Actor[] {
  const text = readRegisterText(file);
  return text === undefined ? NOBODY : parseRegister(text, file);
}

/** The text of a register; undefined where there is none. */
export function readRegisterText(file: string): string | undefined {
  try {
    // Looked at first: a device or a pipe of that name would be read without end.
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    if (!stats.isFile()) throw new UsageError(`${file} is no file`, 'Move it away.');
    if (stats.size > LARGEST_FILE)
      throw new UsageError(`${file} is too long to be a register`, 'Shorten it.');
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`${file} cannot be read (${code})`, 'Give yourself permission to read it.');
  }
}

/** Puts a register in the place of the old one, whole or not at all. */
export function writeRegister(file: string, text: string): void {
  const draft = `${file}.${process.pid}.new`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`${file} cannot be written (${code})`, 'Give yourself permission to write there.');
  }
}
