import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { createFuser } from '../src/analyse/fuse.ts';
import { makeIncident, summarizeIncidents } from '../src/analyse/incident/incidents.ts';
import { chooseKnown } from '../src/analyse/known.ts';
import { decodePage } from '../src/collect/decode.ts';
import { makePage } from '../src/collect/make-page.ts';
import type { Incident, Sayer } from '../src/model/incident.ts';
import type { Reading } from '../src/model/reading.ts';
import type { Report } from '../src/model/report.ts';
import { makeDocument } from '../src/process/content/content.ts';
import { createReader } from '../src/process/read.ts';

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

const readings: Reading[] = [];

/** What fusion knows after all pages, each known since it was seen. */
function fuseExample(): readonly Report[] {
  const reader = createReader({ engine: 'test' });
  const fuser = createFuser();
  const firsts = new Map<string, { readonly series: Reading['document']['id']; version: number }>();
  return entries.map(({ file, url, seen }) => {
    const page = decodePage(makePage(readBytes(file), { seen, url }));
    const version = (firsts.get(url)?.version ?? 0) + 1;
    const reading = reader.read(page, { url, version });
    const first = firsts.get(url) ?? { series: reading.document.id, version };
    firsts.set(url, { ...first, version });
    readings.push(reading);
    return fuser.add(reading, { series: first.series, knownSince: seen }).report;
  });
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

describe('what is said of its incidents', () => {
  const reports = fuseExample();
  const END = '2021-03-01T00:00:00Z';

  const know = (asOf: string): readonly Report[] => chooseKnown(reports, asOf);

  /** The incident of a kind that happened on a day. */
  function find(day: string, asOf = END): Incident {
    const known = know(asOf);
    const found = summarizeIncidents(known).filter(
      ({ type, when }) => type === 'ASSAULT' && when?.from === day && when.to === day,
    );
    expect(found, day).toHaveLength(1);
    return makeIncident(found[0]?.id ?? '', known) ?? expect.unreachable();
  }

  const names = (says: readonly Sayer[] = []) => says.map(({ name }) => name.replaceAll('’', "'"));
  const rockets = (incident: Incident) => incident.figures.find(({ of }) => of === 'rockets');
  const doers = (incident: Incident) => incident.disputes.find(({ of }) => of === 'perpetrator');

  test('two, four, four and three, six and seven rockets in November stand side by side', () => {
    const slot = rockets(find('2020-11-17'));
    expect(slot?.values.map(({ value, parts }) => (parts === undefined ? value : [value, ...parts]))).toEqual(
      [[7, 4, 3], 2, 6, 4],
    );
    expect(slot?.values.map(({ says }) => names(says))).toEqual([
      ['Iraqi military', 'Gulf Meridian'],
      ['one official (Gulf Meridian)', 'Unnamed officials (The Levant Ledger)'],
      ['Ashab al-Kahf'],
      ['Unnamed officials (The Levant Ledger)'],
    ]);
    expect(slot).toMatchObject({ relation: 'contradiction', best: { low: 2, high: 7, reason: 'range' } });
    expect(doers(find('2020-11-17'))?.values).toMatchObject([{ value: 'Ashab al-Kahf', claimed: [{}] }]);
  });

  test('three, at least eight and 21 rockets in December have risen and contradict nobody', () => {
    const slot = rockets(find('2020-12-20'));
    expect(slot?.values.map(({ bound, value, state }) => `${bound} ${value} ${state}`)).toEqual([
      'exactly 3 superseded',
      'atLeast 8 standing',
      'exactly 21 standing',
    ]);
    expect(slot).toMatchObject({
      relation: 'compatible',
      movement: 'risen',
      best: { low: 21, high: 21, reason: 'newest authoritative' },
    });
    expect(slot?.best?.claims.every(({ words }) => /21|twenty-one/i.test(words))).toBe(true);
  });

  test('a casualty that a relay has dead is a distortion, also where another relay has corrected it', () => {
    const relays = (asOf: string) =>
      find('2020-12-20', asOf).distortions.map(({ kind, relay, source }) => [
        kind,
        relay.says.claim.outlet,
        ...names([relay.says, source.says]),
      ]);
    const speakers = ['Mike Pompeo (The Daily Caller)', 'Mike Pompeo'];
    expect(relays('2020-12-21T23:00:00Z')).toEqual([
      ['harm', 'Corran Observer', ...speakers],
      ['harm', 'Old Quay Dispatch', ...speakers],
    ]);
    expect(relays(END)).toEqual([['harm', 'Old Quay Dispatch', ...speakers]]);
  });

  test('the attacker goes by many names, of which none excludes another, and those accused reject it', () => {
    const slot = doers(find('2020-12-20'));
    const said = new Map(
      slot?.values.map(({ value, says, denied }) => [value, [...names(says), ...names(denied)]]),
    );
    expect(said.get('outlaw group')).toContain('Iraqi military');
    expect(said.get('Iran-backed militias')).toContain('Mike Pompeo');
    expect(said.get('Iran-backed rogue militia')).toEqual(['U.S. Central Command']);
    expect(slot?.values.filter(({ denied }) => denied !== undefined).map(({ value }) => value)).toEqual([
      "Kata'ib Hizballah",
      'Khazali',
      "Iran's foreign ministry",
    ]);
    expect(slot).toMatchObject({ relation: 'compatible', best: { value: 'Iran-backed militias' } });
    expect(find('2020-12-20').disputes.find(({ of }) => of === 'date')).toMatchObject({
      relation: 'contradiction',
      best: { value: '2020-12-20', reason: 'majority of origins' },
      values: [{ value: '2020-12-20' }, { value: '2020-12-19', says: [{ name: 'Old Quay Dispatch' }] }],
    });
  });

  test('K-1 is one incident across every later mention of it', () => {
    const incident = find('2019-12-27');
    const telling = reports.filter(({ statements }) =>
      statements.some(({ words, mentions }) => /K-1/.test(words) && mentions.length > 0),
    );
    expect(telling.length).toBeGreaterThan(8);
    const told = new Set(incident.told.map(({ claim }) => claim.document));
    // One that only says how the strikes answered it tells of the strikes.
    const isOfStrikes = ({ title }: Report) => title?.includes('militia sites in eastern Syria');
    for (const report of telling.filter((each) => !isOfStrikes(each)))
      expect(told.has(report.document), report.title).toBe(true);
    expect([...new Set(incident.told.map(({ claim }) => claim.published?.slice(0, 7)))]).toEqual([
      '2019-12',
      '2020-01',
      '2020-03',
      '2020-12',
    ]);
    expect(rockets(incident)).toMatchObject({
      relation: 'contradiction',
      values: [
        { value: 30, bound: 'about' },
        { value: 11, to: 16 },
      ],
    });
    expect(doers(incident)?.values[0]).toMatchObject({
      value: "Kata'ib Hizballah",
      says: [{}],
      denied: [{}],
    });
  });

  test('the injured of January rose from none to 109', () => {
    const slot = find('2020-01-08').figures.find(({ of }) => of === 'injured');
    expect(slot?.values.map(({ value, state }) => `${value} ${state}`)).toEqual([
      '0 superseded',
      '109 standing',
    ]);
    expect(slot).toMatchObject({ relation: 'compatible', movement: 'risen', best: { low: 109, high: 109 } });
  });

  test('as of 11 December nothing that came after is shown', () => {
    const asOf = '2020-12-11T23:59:59Z';
    const until = Date.parse(asOf);
    const known = know(asOf);
    const summaries = summarizeIncidents(known, { background: true });
    expect(summaries.length).toBeGreaterThan(10);
    for (const { id, when } of summaries) {
      expect(Date.parse(when?.from ?? asOf.slice(0, 10)), id).toBeLessThanOrEqual(until);
      // Every value, wherever it stands, leads to a claim of a document that was out by then.
      for (const [, published] of JSON.stringify(makeIncident(id, known)).matchAll(/"published":"([^"]+)"/g))
        expect(Date.parse(published ?? ''), id).toBeLessThanOrEqual(until);
    }
  });

  test('every value leads to its words', () => {
    const texts = new Map(readings.map(({ document }) => [document.id, document.text]));
    for (const incident of ['2019-12-27', '2020-11-17', '2020-12-20'].map((day) => find(day))) {
      const says = [
        ...incident.figures.flatMap(({ values }) => values.flatMap((value) => value.says)),
        ...incident.disputes.flatMap(({ values }) => values.flatMap((value) => value.says)),
      ];
      for (const { claim } of says) {
        const text = texts.get(claim.document)?.slice(claim.start, claim.end).replace(/\s+/g, ' ') ?? '';
        expect(text, claim.claim).toContain(claim.words.replace(/\s+/g, ' ').slice(0, 30));
      }
    }
  });
});
