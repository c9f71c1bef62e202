import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readOpml, writeOpml } from '../src/collect/feed/opml.ts';
import { compareAddress } from '../src/direct/sources/drafts.ts';
import { SOURCE_TYPES } from '../src/model/source.ts';
import type { SourceList } from '../src/model/source-book.ts';
import { previewSources } from '../src/run/sources/preview.ts';

/* The list of sources that comes with the program, as somebody gets it who starts with it. */

const folder = new URL('../data/sources/', import.meta.url);
const text = readFileSync(new URL('starter.opml', folder), 'utf8');
const told = readFileSync(new URL('README.md', folder), 'utf8');

const EMPTY: SourceList = {
  kind: 'source list',
  file: 'sources.yaml',
  version: 'none',
  sources: [],
  faults: [],
};
const preview = (opml: string) =>
  previewSources({ form: 'opml', text: opml }, { list: EMPTY, allowPrivate: false });

const { rows, faults } = preview(text);
const sources = rows.map(({ source }) => source);

const isName = (type: 'language' | 'region', code: string): boolean =>
  new Intl.DisplayNames('en', { type, fallback: 'none' }).of(code) !== undefined;

test('every entry can be added', () => {
  expect(faults).toEqual([]);
  expect(sources.length).toBeGreaterThanOrEqual(40);
  expect(sources).toHaveLength(readOpml(text, 'starter.opml').length);
});

test('every entry says who it is, with codes that exist', () => {
  for (const { name, feed, homepage, language = '', country = '', type, family } of sources) {
    expect([name, homepage, family].every((given) => (given ?? '') !== '')).toBe(true);
    expect([name, isName('language', language), isName('region', country)]).toEqual([name, true, true]);
    expect(SOURCE_TYPES).toContain(type);
    // No list knows any of them by http alone.
    expect([feed, homepage].map((address) => new URL(address ?? '').protocol)).toEqual(['https:', 'https:']);
  }
});

test('no feed and no id stands there twice', () => {
  expect(rows.filter(({ known }) => known !== undefined)).toEqual([]);
  expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
  expect(new Set(sources.map(({ feed }) => compareAddress(feed))).size).toBe(sources.length);
});

test('it covers the world, most of it in English, and has official warnings', () => {
  const groups = [...text.matchAll(/<outline text="([^"]+)" title="[^"]+">/g)].map(([, group]) => group);
  expect(new Set(groups).size).toBe(groups.length);
  expect(groups.length).toBeGreaterThanOrEqual(15);
  expect(sources.filter(({ language }) => language === 'en').length).toBeGreaterThan(sources.length / 2);
  expect(sources.filter(({ type }) => type === 'warning').length).toBeGreaterThanOrEqual(5);
  expect(new Set(sources.map(({ country }) => country)).size).toBeGreaterThanOrEqual(30);
});

test('what an export makes of it says the same', () => {
  const again = preview(writeOpml(sources, { title: 'Ours', now: '2031-05-22T10:00:00.000Z' }));
  expect(again.faults).toEqual([]);
  expect(again.rows.map(({ source }) => source)).toEqual(sources);
});

test('the table beside it has each with two lists that name its address', () => {
  const lines = told.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const lists = new Set(lines.filter((cells) => cells.length === 5).map(([, letter]) => letter));
  const table = lines.filter((cells) => cells.length === 10 && cells[7]?.startsWith('https:'));
  expect(table.map((cells) => [cells[1], cells[3], cells[4], cells[5], cells[6], cells[7]])).toEqual(
    sources.map(({ name, country, language, family, type, feed }) => [
      name,
      country,
      language,
      family,
      type,
      feed,
    ]),
  );
  for (const cells of table) {
    const seen = (cells[8] ?? '').split(' ');
    expect(new Set(seen).size).toBeGreaterThanOrEqual(2);
    expect(seen.filter((letter) => !lists.has(letter))).toEqual([]);
  }
});
