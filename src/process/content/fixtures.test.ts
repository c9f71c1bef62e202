import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { DecodedPage } from '../../model/page.ts';
import { type GivenFacts, makeDocument } from './content.ts';

/** What a page case expects: everything of the Document but its hashes, the text as its paragraphs. */
interface Expected {
  readonly given: GivenFacts;
  readonly document: Record<string, unknown>;
}

const FOLDER = new URL('./fixtures/', import.meta.url);

const cases = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'));

it.each(cases)('reads %s', (name) => {
  const page: DecodedPage = {
    kind: 'decodedPage',
    bytes: `sha256:${'0'.repeat(64)}`,
    seen: '2032-01-01T00:00:00Z',
    mediaType: name.endsWith('.txt') ? 'text/plain' : 'text/html',
    source: readFileSync(new URL(name, FOLDER), 'utf8'),
    charset: 'utf-8',
    charsetEvidence: 'default',
    warnings: [],
  };
  const expected = JSON.parse(
    readFileSync(new URL(name.replace(/\.\w+$/, '.json'), FOLDER), 'utf8'),
  ) as Expected;
  const { kind, id, bytes, seen, version, text, ...rest } = makeDocument(page, expected.given);
  expect({ ...rest, paragraphs: text === '' ? [] : text.split('\n\n') }).toEqual(expected.document);
  expect([kind, bytes, seen, version]).toEqual(['document', page.bytes, page.seen, 1]);
  expect(id).toMatch(/^sha256:[0-9a-f]{64}$/);
});

it('reads Windows line ends as it reads others', () => {
  const source = readFileSync(new URL('wire-wrapped.txt', FOLDER), 'utf8');
  const read = (text: string) =>
    makeDocument({
      kind: 'decodedPage',
      bytes: `sha256:${'0'.repeat(64)}`,
      seen: '2032-01-01T00:00:00Z',
      mediaType: 'text/plain',
      source: text,
      charset: 'utf-8',
      charsetEvidence: 'default',
      warnings: [],
    });
  expect(read(source.replaceAll('\n', '\r\n'))).toEqual(read(source));
});
