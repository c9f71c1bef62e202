import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeLedgerContents } from '../../../../bench/ledger-contents.ts';
import type { LedgerEntry } from '../../../model/forecast.ts';
import { canonicalJson } from '../../../text/canonical-json.ts';
import { hashFields, makeEntries } from '../entries.ts';
import { verifyLedgerBytes } from './chunks.ts';
import { readLine } from './line.ts';
import { QuickReader } from './quick.ts';
import { verifyLedger } from './verify.ts';

const COUNT = 120;

/** Forecasts and settlements as they are filed, one a minute. */
function makeLedger(): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  const make = makeLedgerContents(6);
  for (let number = 1; number <= COUNT; number += 1) {
    const filed = new Date(1_600_000_000_000 + number * 60_000).toISOString();
    entries.push(...makeEntries(entries.at(-1), [make(entries.at(-1), filed)], filed));
  }
  return entries;
}

const ENTRIES = makeLedger();
const LINES = ENTRIES.map((entry) => canonicalJson(entry));
const ANCHORS = [40, 80, COUNT].map((number) => ({
  number,
  hash: ENTRIES[number - 1]!.hash,
  from: `the checkpoint at ${number}`,
}));

/** The entries from one on with new hashes, as somebody would write them who wants the chain to hold again. */
function chain(entries: readonly LedgerEntry[]): readonly string[] {
  let previous: LedgerEntry | undefined;
  return entries.map((entry, index) => {
    const { hash: _hash, previous: _previous, ...fields } = entry;
    const bound = {
      ...fields,
      number: index + 1,
      ...(previous === undefined ? {} : { previous: previous.hash }),
    };
    previous = { ...bound, hash: hashFields(bound) } as LedgerEntry;
    return canonicalJson(previous);
  });
}

function soften(entry: LedgerEntry): LedgerEntry {
  return entry.content.kind === 'forecast'
    ? { ...entry, content: { ...entry.content, engine: `${entry.content.engine} ` } }
    : { ...entry, content: { ...entry.content, outcome: 'void', why: 'nobody looked' } };
}

const anyIndex = fc.nat(COUNT - 1);

test('what was filed passes, with and without what is known from elsewhere', async () => {
  expect(await verifyLedger(LINES)).toMatchObject({ ok: true, entries: COUNT });
  expect(await verifyLedger(LINES, { anchors: ANCHORS })).toMatchObject({ ok: true, anchors: 3 });
});

describe('any one entry that is tampered with is found', () => {
  test('one of its characters is another', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyIndex,
        fc.nat(),
        fc.integer({ min: 0x20, max: 0x7e }),
        async (index, place, code) => {
          const line = LINES[index]!;
          const at = place % line.length;
          fc.pre(line.charCodeAt(at) !== code);
          const changed = `${line.slice(0, at)}${String.fromCharCode(code)}${line.slice(at + 1)}`;
          const { ok, failures } = await verifyLedger(LINES.with(index, changed));
          expect([ok, failures[0]?.line]).toEqual([false, index + 1]);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('it is taken out, put in twice, or put elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(anyIndex, anyIndex, async (from, to) => {
        const without = LINES.toSpliced(from, 1);
        // Taken off the end it leaves a chain that holds: only what is kept elsewhere shows it.
        expect((await verifyLedger(without)).ok).toBe(from === COUNT - 1);
        expect((await verifyLedger(without, { anchors: ANCHORS })).ok).toBe(false);
        expect((await verifyLedger(LINES.toSpliced(to, 0, LINES[from]!))).ok).toBe(false);
        if (from !== to) expect((await verifyLedger(without.toSpliced(to, 0, LINES[from]!))).ok).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test('it says another thing under a hash that fits', async () => {
    await fc.assert(
      fc.asyncProperty(anyIndex, async (index) => {
        const { hash: _hash, ...fields } = soften(ENTRIES[index]!);
        const lines = LINES.with(index, canonicalJson({ ...fields, hash: hashFields(fields) }));
        const { ok, failures } = await verifyLedger(lines, { anchors: ANCHORS });
        expect(ok).toBe(false);
        expect(failures[0]!.line).toBe(index === COUNT - 1 ? COUNT : index + 2);
      }),
      { numRuns: 60 },
    );
  });

  test('all from it on is written anew: the checkpoints say between which entries it began', async () => {
    await fc.assert(
      fc.asyncProperty(anyIndex, async (index) => {
        const entries = ENTRIES.with(index, soften(ENTRIES[index]!)).filter(
          ({ content }) => content.kind === 'forecast',
        );
        const lines = chain(entries);
        expect((await verifyLedger(lines)).ok).toBe(true);
        expect((await verifyLedger(lines, { anchors: ANCHORS })).ok).toBe(false);
      }),
      { numRuns: 40 },
    );
    const entries = ENTRIES.slice(0, 100);
    const lines = [...LINES.slice(0, 60), ...chain(entries.with(60, soften(entries[60]!))).slice(60)];
    const { failures } = await verifyLedger(lines, { anchors: ANCHORS });
    expect(failures.filter(({ problem }) => problem.includes('checkpoint'))).toEqual([
      {
        line: 80,
        problem:
          'is another than the checkpoint at 80 says: the ledger was written anew from an entry between 41 and 80 on',
      },
      { line: 101, problem: 'the checkpoint at 120 knows 120 entries: those from 101 on were cut off' },
    ]);
  });

  test('cut off at the end: a signed alert that tells of it shows that, too', async () => {
    const forecast = ENTRIES.findLast(({ content }) => content.kind === 'forecast')!;
    const anchors = [{ hash: forecast.hash, from: 'the alert' }];
    expect((await verifyLedger(LINES, { anchors })).ok).toBe(true);
    const { failures } = await verifyLedger(LINES.slice(0, forecast.number - 1), { anchors });
    expect(failures).toEqual([
      {
        line: forecast.number,
        problem: expect.stringContaining('the alert tells of a forecast that is not in'),
      },
    ]);
  });
});

describe('the quick reader', () => {
  test('lets nothing pass that the careful check refuses', () => {
    const reader = new QuickReader();
    const mutations = [
      '"',
      '\\',
      '\\u0041',
      '{}',
      '0',
      '-',
      'e5',
      '.0',
      ' ',
      '\n',
      'ü',
      ',',
      '"a":1,',
      'null',
    ];
    let passed = 0;
    fc.assert(
      fc.property(anyIndex, fc.nat(), fc.nat(3), fc.constantFrom(...mutations), (index, place, out, put) => {
        const line = LINES[index]!;
        const at = place % line.length;
        const changed = `${line.slice(0, at)}${put}${line.slice(at + out)}`;
        // With the hash that fits, so that only the form is left to judge.
        const forged = rehash(changed);
        const bytes = Buffer.from(forged);
        if (!reader.read(bytes, 0, bytes.length)) return;
        passed += 1;
        const careful = readLine(forged);
        expect(careful).toMatchObject({ isCanonical: true });
        expect('entry' in careful && careful.entry.hash === careful.hash).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(passed).toBeGreaterThan(100);
  });

  test.each([
    [
      'numbers in every form',
      [0, 1, 0.1, 0.1 + 0.2, 1e-7, 5e-324, 1e21, 123456789012345680, -2.5, -0.000001, 1 / 3],
    ],
    ['text', ['', 'ü“”', '\n\t"\\', '\u000f', '𝄞']],
    ['fields of a later version', [{ a: { b: [] }, z: null }, {}, { '': 1, '10': 1, '9': 1 }]],
  ])('agrees with the careful check on %s', async (_, values) => {
    for (const value of values) {
      const content = { ...ENTRIES[0]!.content, more: value } as unknown as LedgerEntry['content'];
      const [entry] = makeEntries(undefined, [content], '2026-03-01T12:00:00.000Z');
      expect((await verifyLedger([canonicalJson(entry)])).failures).toEqual([]);
    }
  });

  test('looks at bytes in pieces of any size', async () => {
    const bytes = Buffer.from(LINES.map((line) => `${line}\n`).join(''));
    for (const size of [1, 7, 1000, 4096, bytes.length]) {
      const pieces = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      };
      expect(await verifyLedgerBytes(pieces())).toEqual(await verifyLedger(LINES));
    }
  });
});

/** The line with the hash of its own characters without it, canonical or not. */
function rehash(line: string): string {
  const found = /"hash":"sha256:[0-9a-f]{64}",/.exec(line);
  if (found === null) return line;
  const hash = createHash('sha256').update(line.replace(found[0], '')).digest('hex');
  return line.replace(found[0], `"hash":"sha256:${hash}",`);
}
