import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { decodePage } from '../src/collect/decode.ts';
import { makePage } from '../src/collect/make-page.ts';
import { makeDocument } from '../src/process/content/content.ts';

/** What one line of the example's manifest holds. */
interface Entry {
  readonly file: string;
  readonly url: string;
  readonly outlet: string;
  readonly title: string;
  readonly published: string;
  readonly seen: string;
  readonly replaces?: string;
  readonly change?: string;
}

const folder = new URL('../examples/baghdad/', import.meta.url);
const entries = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as readonly Entry[];
const mark = 'Example text written for Tocsin from public facts; not a real article.';
/** The only words of others that the case gives word for word. */
const quotable = ['calculated and decisive', 'de-risking', 'heightened level of preparation'];

function readBytes(file: string): Buffer {
  const bytes = readFileSync(new URL(file, folder));
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** The charset that the page itself declares: a byte order mark goes before a meta element. */
function findCharset(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return /charset="?([\w-]+)/i.exec(bytes.toString('latin1', 0, 1024))?.[1]?.toLowerCase();
}

// Node 20 decodes windows-1252 as ISO 8859-1, so its typographic signs are mended by hand.
const signs1252: Readonly<Record<string, string>> = {
  '\x91': '‘',
  '\x92': '’',
  '\x93': '“',
  '\x94': '”',
  '\x96': '–',
  '\x97': '—',
};

function decode(bytes: Buffer): string {
  const charset = findCharset(bytes) ?? 'none declared';
  const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
  return charset === 'windows-1252' ? text.replace(/[\x91-\x97]/g, (sign) => signs1252[sign] ?? sign) : text;
}

/** All text that a reader of the page could see, site furniture included. */
function readVisibleText(html: string): string {
  const hidden = new Set(['script', 'style']);
  let depth = 0;
  let text = '';
  const parser = new Parser({
    onopentag: (name) => {
      if (hidden.has(name)) depth++;
    },
    onclosetag: (name) => {
      if (hidden.has(name)) depth--;
    },
    ontext: (part) => {
      if (depth === 0) text += part;
    },
  });
  parser.end(html);
  return text.replace(/\s+/g, ' ');
}

const pages = entries.map((entry) => {
  const bytes = readBytes(entry.file);
  const html = decode(bytes);
  return { entry, bytes, html, text: readVisibleText(html) };
});

describe('the Baghdad example', () => {
  test('has enough pages, and the manifest lists each file once', () => {
    const found = ['', 'updates/'].flatMap((sub) =>
      readdirSync(new URL(sub, folder))
        .filter((name) => /\.html(\.gz)?$/.test(name))
        .map((name) => sub + name),
    );
    expect(entries.map((entry) => entry.file).sort()).toEqual(found.sort());
    expect(entries.filter((entry) => entry.replaces === undefined).length).toBeGreaterThanOrEqual(45);
  });

  test('is listed in the order in which it was seen, after its publication', () => {
    const seen = entries.map((entry) => Date.parse(entry.seen));
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    for (const entry of entries) {
      expect(Date.parse(entry.published), entry.file).toBeLessThanOrEqual(Date.parse(entry.seen));
      expect(entry.file.replace('updates/', '').slice(0, 10)).toBe(entry.published.slice(0, 10));
    }
  });

  test('has one address per page, shared only by its later version', () => {
    const firsts = new Map(entries.filter((entry) => !entry.replaces).map((entry) => [entry.file, entry]));
    expect(new Set([...firsts.values()].map((entry) => entry.url)).size).toBe(firsts.size);
    const laters = entries.filter((entry) => entry.replaces !== undefined);
    expect(laters.length).toBeGreaterThan(0);
    for (const later of laters) {
      const first = firsts.get(later.replaces ?? '');
      expect(first?.url, later.file).toBe(later.url);
      expect(Date.parse(first?.seen ?? ''), later.file).toBeLessThan(Date.parse(later.seen));
      expect(later.change, later.file).toBeTruthy();
    }
  });

  test.each(pages.map((page) => [page.entry.file, page] as const))(
    '%s is marked and declares itself',
    (_file, page) => {
      expect(page.text).toContain(mark);
      expect(page.html).toMatch(/<meta name="tocsin-example" content="baghdad"/i);
      expect(findCharset(page.bytes)).toMatch(/^(utf-8|utf-16le|windows-125[26])$/);
      expect(page.text).not.toContain('\uFFFD');
      expect(page.text).toContain(page.entry.title);
      expect(page.text).toContain(page.entry.outlet);
      expect(new URL(page.entry.url).hostname).toMatch(/\.example$/);
    },
  );

  test.each(pages.map((page) => [page.entry.file, page] as const))(
    '%s quotes no one beyond the allowed words',
    (_file, page) => {
      const quoted = [...page.text.matchAll(/“([^“”]*)”|"([^"]*)"/g)].map((match) => match[1] ?? match[2]);
      for (const phrase of quoted) expect(quotable).toContain(phrase);
      // What is left must hold no quotation mark of any kind: an unpaired one would hide a quotation from the line above.
      expect(page.text.replace(/“[^“”]*”|"[^"]*"/g, '')).not.toMatch(/["“”„«»‹›‘`]/);
    },
  );

  test('quotes each of the allowed phrases somewhere', () => {
    for (const phrase of quotable) {
      expect(
        pages.some((page) => new RegExp(`["“]${phrase}["”]`).test(page.text)),
        phrase,
      ).toBe(true);
    }
  });

  test('repeats no page', () => {
    expect(new Set(pages.map((page) => page.text)).size).toBe(pages.length);
    expect(new Set(pages.map((page) => page.entry.title)).size).toBe(pages.length);
  });

  test('covers the charsets and the compression that a collector meets', () => {
    const charsets = new Set(pages.map((page) => findCharset(page.bytes)));
    expect([...charsets].sort()).toEqual(['utf-16le', 'utf-8', 'windows-1252', 'windows-1256']);
    expect(entries.some((entry) => entry.file.endsWith('.gz'))).toBe(true);
  });

  test.each(pages.map((page) => [page.entry.file, page] as const))(
    '%s gives its title and its outlet, with its address and without',
    (_file, { entry, bytes }) => {
      for (const address of [{}, { url: entry.url }]) {
        const document = makeDocument(decodePage(makePage(bytes, { seen: entry.seen, ...address })), address);
        expect([document.title, document.outlet]).toEqual([entry.title, entry.outlet]);
      }
    },
  );

  test('is dated and decoded from what the pages themselves say', () => {
    const dayOrInstant = (date: string | undefined) =>
      date !== undefined && date.length > 10 ? new Date(date).toISOString() : date;
    for (const { entry, bytes, html } of pages) {
      const decoded = decodePage(makePage(bytes, { seen: entry.seen }));
      expect(decoded.warnings, entry.file).toEqual([]);
      expect(decoded.source.replace(/^\uFEFF/, ''), entry.file).toBe(html);
      expect(dayOrInstant(makeDocument(decoded).published), entry.file).toBe(dayOrInstant(entry.published));
    }
  });
});
