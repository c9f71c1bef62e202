import { appendFile, mkdir, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DROP_REASONS,
  type DropCounts,
  SECOND_FAILURES,
  type SecondAccount,
  type SecondAnswer,
  type SecondCounts,
  type SecondFailure,
} from '../../model/second.ts';

/** One line of the day's file: a question that was sent or answered from what is kept, or a document that was gone through. */
type Line =
  | {
      readonly kind: 'call';
      readonly at: string;
      readonly model: string;
      readonly input: number;
      readonly output: number;
      readonly isKept?: true;
      readonly failure?: SecondFailure;
      readonly why?: string;
    }
  | {
      readonly kind: 'document';
      readonly at: string;
      readonly document: string;
      readonly account: Omit<SecondAccount, 'by' | 'model'>;
    };

/** Largest file of a day that is read. */
const MAX_BYTES = 64_000_000;
const DAYS = 30;
const FILE = /^\d{4}-\d{2}-\d{2}\.ndjson$/;

/**
 * What was asked, spent, found and dropped, one file a day in the data folder. Lines are only added, in one write each, so that
 * several processes may share a folder and a budget. No text of a page, no answer and no key is in it.
 */
export class CallBook {
  readonly #folder: string;
  readonly #now: () => string;
  /** Counts of files as far as they were read. */
  readonly #known = new Map<string, { counts: Counts; at: number }>();

  /** @param folder The data folder. */
  constructor(folder: string, now: () => string) {
    this.#folder = join(folder, 'second', 'calls');
    this.#now = now;
  }

  async addCall(model: string, answer: SecondAnswer): Promise<void> {
    const { input, output } = answer.tokens;
    await this.#add({
      ...{ kind: 'call', at: this.#now(), model: model.slice(0, 200), input, output },
      ...(answer.kind === 'answer'
        ? answer.isKept
          ? { isKept: true as const }
          : {}
        : { failure: answer.reason, why: answer.why.slice(0, 300) }),
    });
  }

  async addDocument(document: string, { by: _by, model: _model, ...account }: SecondAccount): Promise<void> {
    await this.#add({ kind: 'document', at: this.#now(), document, account });
  }

  /** Since midnight UTC. */
  async today(): Promise<SecondCounts> {
    return (await this.#read(`${this.#now().slice(0, 10)}.ndjson`)).value;
  }

  /** The last thirty days, with the last failure unless an answer has come since. */
  async month(): Promise<{ readonly counts: SecondCounts; readonly problem?: Problem }> {
    const first = new Date(Date.parse(this.#now()) - (DAYS - 1) * 86_400_000).toISOString().slice(0, 10);
    const all = new Counts();
    for (const file of await listFiles(this.#folder)) {
      if (FILE.test(file) && file >= first) all.take(await this.#read(file));
    }
    return { counts: all.value, ...(all.problem === undefined ? {} : { problem: all.problem }) };
  }

  async #add(line: Line): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await appendFile(join(this.#folder, `${line.at.slice(0, 10)}.ndjson`), `${JSON.stringify(line)}\n`, {
      mode: 0o600,
    });
  }

  /** Reads what was added since the last time. */
  async #read(file: string): Promise<Counts> {
    const known = this.#known.get(file) ?? { counts: new Counts(), at: 0 };
    this.#known.set(file, known);
    const path = join(this.#folder, file);
    const size = await sizeOf(path);
    if (size <= known.at || size > MAX_BYTES) return known.counts;
    const text = await readFrom(path, known.at, size);
    const end = text.lastIndexOf('\n') + 1;
    // Taken before anything else can read the same lines again.
    if (this.#known.get(file)?.at !== known.at) return known.counts;
    known.at += Buffer.byteLength(text.slice(0, end));
    for (const line of text.slice(0, end).split('\n')) if (line !== '') known.counts.add(parseLine(line));
    return known.counts;
  }
}

type Problem = { readonly at: string; readonly reason: SecondFailure; readonly why: string };

async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function readFrom(path: string, at: number, size: number): Promise<string> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(size - at);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, at);
    return bytes.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A line that is damaged counts for nothing: these are counts, and the rest of them still hold. */
function parseLine(line: string): Line | undefined {
  try {
    const value = JSON.parse(line) as Line | null;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object ? Mutable<T[K]> : T[K] };

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

/** Counts as they grow. */
class Counts {
  readonly value: Mutable<SecondCounts> = makeNoCounts();
  problem: Problem | undefined;

  add(line: Line | undefined): void {
    if (line?.kind === 'call') this.#addCall(line);
    if (line?.kind === 'document') this.#addDocument(line.account);
  }

  take({ value, problem }: Counts): void {
    const { found, agreed, dropped, failures, tokens, ...counts } = value;
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) this.value[key] += counts[key];
    for (const key of ['claims', 'events'] as const) {
      this.value.found[key] += found[key];
      this.value.agreed[key] += agreed[key];
    }
    for (const key of ['input', 'output'] as const) this.value.tokens[key] += tokens[key];
    addAll(this.value.dropped, dropped, DROP_REASONS);
    addAll(this.value.failures, failures, SECOND_FAILURES);
    // A later day with answers and no failure at its end has got over the earlier one's.
    if (problem !== undefined || counts.calls > 0) this.problem = problem;
  }

  #addCall({ at, input, output, isKept, failure, why }: Extract<Line, { kind: 'call' }>): void {
    if (isKept === true) {
      this.value.kept += 1;
      return;
    }
    this.value.calls += 1;
    this.value.tokens.input += number(input);
    this.value.tokens.output += number(output);
    if (failure === undefined) this.problem = undefined;
    else {
      addAll(this.value.failures, { [failure]: 1 }, SECOND_FAILURES);
      this.problem = { at, reason: failure, why: why ?? failure };
    }
  }

  #addDocument(account: Extract<Line, { kind: 'document' }>['account']): void {
    const { value } = this;
    value.documents += 1;
    if (account.outcome === 'failed') value.failed += 1;
    if (account.outcome === 'withheld') value.withheld += 1;
    value.differs += number(account.differs);
    for (const key of ['claims', 'events'] as const) {
      value.found[key] += number(account.found?.[key]);
      value.agreed[key] += number(account.agreed?.[key]);
    }
    addAll(value.dropped, account.dropped ?? {}, DROP_REASONS);
  }
}

function addAll<Key extends string>(
  to: Partial<Record<Key, number>>,
  more: Readonly<Partial<Record<Key, number>>>,
  keys: readonly Key[],
): void {
  for (const key of keys) if (number(more[key]) > 0) to[key] = (to[key] ?? 0) + number(more[key]);
}

/** Nothing asked, nothing found. */
export function makeNoCounts(): Mutable<SecondCounts> {
  const dropped: DropCounts = {};
  return {
    ...{ documents: 0, failed: 0, withheld: 0, differs: 0, calls: 0, kept: 0, dropped, failures: {} },
    found: { claims: 0, events: 0 },
    agreed: { claims: 0, events: 0 },
    tokens: { input: 0, output: 0 },
  };
}
