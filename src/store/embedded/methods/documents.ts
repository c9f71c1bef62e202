import { StoreError } from '../../../model/errors.ts';
import type { Hash, Page } from '../../../model/page.ts';
import type { Reading } from '../../../model/reading.ts';
import type { PageArchive } from '../../archive.ts';
import type * as api from '../../store.ts';
import { type EntryAnswer, type EntryMessage, parseReading } from '../messages.ts';
import type { Session } from '../session.ts';

/** Keeping pages with their readings, and asking for them. */
export type DocumentMethods = Pick<
  api.Store,
  | 'put'
  | 'putSecond'
  | 'recordSighting'
  | 'findByBytes'
  | 'getDocument'
  | 'getVersions'
  | 'getSightings'
  | 'getReading'
  | 'listDocuments'
  | 'search'
  | 'getFacets'
  | 'getPageContent'
  | 'findByPrefix'
  | 'count'
  | 'hasAddress'
>;

export function makeDocumentMethods(session: Session, archive: PageArchive): DocumentMethods {
  const { call } = session;
  return {
    async put(entries, at) {
      session.checkWritable();
      if (entries.length === 0) return [];
      for (const entry of entries) checkEntry(entry);
      // The pages first: what the database refers to is always there.
      await archive.write(entries.map(({ page }) => page));
      const answers = await session.write('put', entries.map(makeMessage), at ?? session.now());
      return answers.map((answer, index) => makeOutcome(answer, entries[index] as api.StoreEntry));
    },
    async putSecond(reading) {
      const message = { reading: makeReadingJson(reading), text: reading.document.text };
      return session.write('putSecond', message, session.now());
    },
    recordSighting: (sighting, at) => session.write('recordSighting', sighting, at ?? session.now()),
    findByBytes: (bytes) => call('findByBytes', bytes),
    getDocument: (id, asOf) => call('getDocument', id, asOf),
    getVersions: (id, asOf) => call('getVersions', id, asOf),
    getSightings: (id, asOf) => call('getSightings', id, asOf),
    async getReading(id, asOf) {
      const message = await call('getReading', id, asOf);
      return message && parseReading(message);
    },
    listDocuments: (request) => call('listDocuments', request),
    search: (request) => call('search', request),
    getFacets: (filter) => call('getFacets', filter),
    async getPageContent(bytes) {
      session.checkOpen();
      return isHash(bytes) ? archive.read(bytes) : undefined;
    },
    findByPrefix: (prefix, limit) => call('findByPrefix', prefix, limit),
    count: (asOf) => call('count', asOf),
    hasAddress: (url) => call('hasAddress', url),
  };
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
  return {
    page: {
      hash: page.hash,
      length: page.content.length,
      seen: page.seen,
      ...pickPlace(page),
      ...(page.headers && { headers: JSON.stringify(page.headers) }),
    },
    reading: makeReadingJson(reading),
    text: reading.document.text,
    isUrlGiven,
  };
}

function makeReadingJson(reading: Reading): string {
  return JSON.stringify({ ...reading, document: { ...reading.document, text: '' } });
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
