import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { addSources, pauseSource, removeSource } from '../../direct/sources/edit.ts';
import { SourcesError } from '../../direct/sources/error.ts';
import { parseSources } from '../../direct/sources/parse.ts';
import { DecisionError } from '../../model/errors.ts';
import type { SourceDraft, SourceList, SourcesGiven, SourcesPreview } from '../../model/source-book.ts';
import { findSourcesFile, LARGEST_FILE } from '../collecting/sources-file.ts';
import type { Config } from '../config.ts';
import { writeWhole } from '../write-problem.ts';
import { previewSources } from './preview.ts';

/** Version of a list whose file is not there yet. */
const NONE = 'none';

interface Read extends SourceList {
  readonly text: string;
}

/** The desk's list of sources, in its file: read anew each time, changed one after another, written whole or not at all. */
export class SourceListFile {
  readonly #config: Pick<Config, 'sources' | 'data' | 'allowPrivate'>;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(config: Pick<Config, 'sources' | 'data' | 'allowPrivate'>) {
    this.#config = config;
  }

  async get(): Promise<SourceList> {
    const { text: _, ...list } = await this.#read();
    return list;
  }

  async preview(given: SourcesGiven): Promise<SourcesPreview> {
    return previewSources(given, { list: await this.get(), allowPrivate: this.#config.allowPrivate });
  }

  add(drafts: readonly SourceDraft[], base: string): Promise<SourceList> {
    return this.#change(base, (before) => {
      const { allowPrivate } = this.#config;
      const { rows, faults } = previewSources({ drafts }, { list: before, allowPrivate });
      const [fault] = faults;
      if (fault !== undefined) throw refuse('unfit', fault.message, 'Mend that, or leave it out.');
      const added = rows.filter(({ known }) => known === undefined).map(({ source }) => source);
      return added.length === 0 ? before.text : addSources(before.text, added);
    });
  }

  pause(id: string, paused: boolean, base: string): Promise<SourceList> {
    return this.#change(base, ({ text }) => pauseSource(text, id, paused) ?? failUnknown(id));
  }

  remove(id: string, base: string): Promise<SourceList> {
    return this.#change(base, ({ text }) => removeSource(text, id) ?? failUnknown(id));
  }

  #change(base: string, edit: (before: Read) => string): Promise<SourceList> {
    // One after another: two at once could each find that the other has not been written.
    const next = this.#writing.then(() => this.#write(base, edit));
    this.#writing = next.catch(() => undefined);
    return next;
  }

  async #write(base: string, edit: (before: Read) => string): Promise<SourceList> {
    const before = await this.#read();
    if (before.version !== base)
      throw refuse(
        'conflict',
        'somebody else has changed the list after it was read',
        'Look at it again and take over what has changed.',
      );
    const [fault] = before.faults;
    if (fault !== undefined)
      throw refuse(
        'conflict',
        `the list cannot be used as it is (line ${fault.line}: ${fault.message})`,
        'Mend the file first.',
      );
    const text = edit(before);
    const file = findSourcesFile(this.#config);
    const { faults } = read(text, file);
    // An anchor, say, of which another source makes use.
    if (faults[0] !== undefined)
      throw refuse(
        'conflict',
        `the list could not be used any more: ${faults[0].message}`,
        'Edit the file itself.',
      );
    // Behind a link stands the file that is meant.
    if (text !== before.text) await writeWhole(await realpath(file).catch(() => file), text);
    return this.get();
  }

  async #read(): Promise<Read> {
    const file = findSourcesFile(this.#config);
    const text = await readText(file);
    if (text === undefined)
      return { kind: 'source list', file: basename(file), version: NONE, sources: [], faults: [], text: '' };
    return {
      kind: 'source list',
      file: basename(file),
      version: createHash('sha256').update(text).digest('hex').slice(0, 16),
      text,
      ...read(text, file),
    };
  }
}

function read(text: string, file: string): Pick<SourceList, 'sources' | 'faults'> {
  try {
    return { sources: text.trim() === '' ? [] : parseSources(text, file), faults: [] };
  } catch (error) {
    if (!(error instanceof SourcesError)) throw error;
    return { sources: [], faults: error.problems.map(({ line, problem }) => ({ line, message: problem })) };
  }
}

async function readText(file: string): Promise<string | undefined> {
  try {
    // Looked at first: a device or a pipe of that name would be read without end.
    const stats = await stat(file);
    if (!stats.isFile() || stats.size > LARGEST_FILE)
      throw refuse('conflict', `${basename(file)} is no list of sources`, 'Move it away.');
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function failUnknown(id: string): never {
  throw refuse('unknown', `the list has no source ${id} (any more)`, 'Look at the list again.');
}

function refuse(type: DecisionError['type'], problem: string, remedy: string): DecisionError {
  return new DecisionError(type, { of: 'the list of sources', problem, remedy });
}
