import { join, resolve } from 'node:path';
import type { Document } from '../../model/document.ts';
import { StoreError } from '../../model/errors.ts';
import type { Hash, Page } from '../../model/page.ts';
import type { Reading } from '../../model/reading.ts';
import { PageArchive } from '../archive.ts';
import type * as api from '../store.ts';
import { writeBackup } from './backup.ts';
import { PAGES_FOLDER } from './layout.ts';
import { type EntryAnswer, type EntryMessage, parseReading } from './messages.ts';
import { type EnginePort, openPort } from './port.ts';
import { readProgram } from './program.ts';
import { checkPages, checkSurroundings } from './surroundings.ts';

export interface EmbeddedStoreOptions {
  /** Data folder; made where it does not exist. */
  readonly folder: string;
  /** The clock: gives an ISO 8601 instant whenever something is kept. */
  readonly now: () => string;
  /** Opens a store that exists without changing anything in its folder. */
  readonly readOnly?: boolean;
}

/**
 * Opens the store of a data folder: a SQLite file and beside it the archive of pages. Several processes may have
 * it open. Throws a `StoreError` where it cannot be used.
 *
 * @example
 * const store = await openEmbeddedStore({ folder: '/data', now: () => new Date().toISOString() });
 * await store.put([{ page, reading }]);
 * await store.close();
 */
export async function openEmbeddedStore(options: EmbeddedStoreOptions): Promise<api.Store> {
  const folder = resolve(options.folder);
  const readOnly = options.readOnly ?? false;
  const port = await openPort({ folder, readOnly, program: readProgram(), now: options.now() });
  return new EmbeddedStore(port, { ...options, folder, readOnly });
}

class EmbeddedStore implements api.Store {
  readonly #port: EnginePort;
  readonly #folder: string;
  readonly #readOnly: boolean;
  readonly #now: () => string;
  readonly #archive: PageArchive;
  #closed = false;

  constructor(port: EnginePort, options: Required<EmbeddedStoreOptions>) {
    this.#port = port;
    this.#folder = options.folder;
    this.#readOnly = options.readOnly;
    this.#now = options.now;
    this.#archive = new PageArchive(join(options.folder, PAGES_FOLDER));
  }

  async put(entries: readonly api.StoreEntry[]): Promise<readonly api.PutOutcome[]> {
    this.#checkWritable();
    if (entries.length === 0) return [];
    for (const entry of entries) checkEntry(entry);
    // The pages first: what the database refers to is always there.
    await this.#archive.write(entries.map(({ page }) => page));
    const answers = await this.#call('put', entries.map(makeMessage), this.#now());
    return answers.map((answer, index) => makeOutcome(answer, entries[index] as api.StoreEntry));
  }

  async recordSighting(sighting: api.Sighting): Promise<void> {
    this.#checkWritable();
    await this.#call('recordSighting', sighting, this.#now());
  }

  async findByBytes(bytes: Hash): Promise<Document | undefined> {
    return this.#call('findByBytes', bytes);
  }

  async getDocument(id: Hash, asOf?: string): Promise<Document | undefined> {
    return this.#call('getDocument', id, asOf);
  }

  async getVersions(id: Hash, asOf?: string): Promise<readonly api.DocumentSummary[]> {
    return this.#call('getVersions', id, asOf);
  }

  async getSightings(id: Hash, asOf?: string): Promise<readonly api.Sighting[]> {
    return this.#call('getSightings', id, asOf);
  }

  async getReading(id: Hash, asOf?: string): Promise<Reading | undefined> {
    const message = await this.#call('getReading', id, asOf);
    return message && parseReading(message);
  }

  async listDocuments(request: api.ListRequest): Promise<api.ListAnswer<api.DocumentSummary>> {
    return this.#call('listDocuments', request);
  }

  async search(request: api.SearchRequest): Promise<api.ListAnswer<api.SearchHit>> {
    return this.#call('search', request);
  }

  async getFacets(filter: api.DocumentFilter): Promise<api.Facets> {
    return this.#call('getFacets', filter);
  }

  async getPageContent(bytes: Hash): Promise<Uint8Array | undefined> {
    this.#checkOpen();
    return isHash(bytes) ? this.#archive.read(bytes) : undefined;
  }

  async findByPrefix(prefix: string, limit: number): Promise<readonly Hash[]> {
    return this.#call('findByPrefix', prefix, limit);
  }

  async count(asOf?: string): Promise<api.StoreCounts> {
    return this.#call('count', asOf);
  }

  async getSetting(name: string): Promise<string | undefined> {
    return this.#call('getSetting', name);
  }

  async setSetting(name: string, value: string): Promise<void> {
    this.#checkWritable();
    await this.#call('setSetting', name, value, this.#now());
  }

  async check(request: api.CheckRequest = {}): Promise<readonly api.CheckResult[]> {
    const inside = await this.#call('check');
    const pages = await checkPages(this.#archive, (digits) => this.#call('listPages', digits), request);
    return [...inside, ...pages, ...(await checkSurroundings(this.#folder, this.#readOnly))];
  }

  async backup(file: string): Promise<api.BackupReport> {
    this.#checkOpen();
    return writeBackup(resolve(file), {
      archive: this.#archive,
      program: readProgram(),
      made: this.#now(),
      copyDatabase: (copy) => this.#call('copyDatabase', copy),
      listPages: (digits) => this.#call('listPages', digits),
    });
  }

  async close(): Promise<void> {
    this.#checkOpen();
    this.#closed = true;
    try {
      await this.#port.call('close');
    } finally {
      await this.#port.stop();
    }
  }

  #call: EnginePort['call'] = async (method, ...args) => {
    this.#checkOpen();
    return this.#port.call(method, ...args);
  };

  #checkOpen(): void {
    if (!this.#closed) return;
    throw new StoreError(this.#folder, 'the store has been closed', 'Open it again.');
  }

  #checkWritable(): void {
    this.#checkOpen();
    if (!this.#readOnly) return;
    throw new StoreError(this.#folder, 'the store was opened for reading only', 'Open it for writing.');
  }
}

function isHash(text: string): text is Hash {
  return /^sha256:[0-9a-f]{64}$/u.test(text);
}

function checkEntry({ page, reading }: api.StoreEntry): void {
  const { document } = reading;
  if (isHash(page.hash) && isHash(document.id) && document.bytes === page.hash) return;
  throw new StoreError(
    page.url ?? page.file ?? page.hash,
    'its reading was not made from the bytes of this page, or one of their hashes is none',
    'Hand in each page with the reading of its own bytes.',
  );
}

function makeMessage({ page, reading, isUrlGiven = false }: api.StoreEntry): EntryMessage {
  const { document } = reading;
  return {
    page: {
      hash: page.hash,
      length: page.content.length,
      seen: page.seen,
      ...pickPlace(page),
      ...(page.headers && { headers: JSON.stringify(page.headers) }),
    },
    reading: JSON.stringify({ ...reading, document: { ...document, text: '' } }),
    text: document.text,
    isUrlGiven,
  };
}

function pickPlace({ url, file }: Page) {
  return { ...(url !== undefined && { url }), ...(file !== undefined && { file }) };
}

function makeOutcome(answer: EntryAnswer, { reading }: api.StoreEntry): api.PutOutcome {
  if (answer.status === 'unchanged') {
    const { document, reread } = answer;
    return { status: 'unchanged', document, ...(reread && { reread: true as const }) };
  }
  const document = { ...reading.document, version: answer.version };
  if (answer.status === 'added') return { status: 'added', document };
  return { status: 'changed', document, previous: answer.previous };
}
