import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeLedgerContents } from '../../../bench/ledger-contents.ts';
import { makeTestSettlement } from '../../../test/support/ledger.ts';
import { makeEntries } from '../../analyse/ledger/entries.ts';
import type { LedgerAnchor } from '../../analyse/ledger/verify/anchors.ts';
import { verifyLedgerBytes } from '../../analyse/ledger/verify/chunks.ts';
import { summarizeRange } from '../../analyse/ledger/verify/range.ts';
import type { LedgerEntry } from '../../model/forecast.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { verifyRanges } from './ledger.ts';

/** Forecasts and settlements, the first settlement corrected at the end. */
function makeLedger(): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  const make = makeLedgerContents(4);
  for (let number = 1; number <= 80; number += 1) {
    const filed = new Date(1_600_000_000_000 + number * 60_000).toISOString();
    entries.push(...makeEntries(entries.at(-1), [make(entries.at(-1), filed)], filed));
  }
  const settled = entries.find(({ content }) => content.kind === 'settlement')!;
  const { content } = settled;
  const forecast = content.kind === 'settlement' ? content.forecast : settled.hash;
  const correction = makeTestSettlement(forecast, 'open', { corrects: settled.hash });
  return [...entries, ...makeEntries(entries.at(-1), [correction], '2026-03-01T00:00:00.000Z')];
}

const ENTRIES = makeLedger();
const LINES = ENTRIES.map((entry) => canonicalJson(entry));
const ANCHORS: readonly LedgerAnchor[] = [
  { number: 40, hash: ENTRIES[39]!.hash, from: 'a checkpoint' },
  { hash: ENTRIES[0]!.hash, from: 'an alert' },
];

async function* feed(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** By ranges, with the work of the threads done here. */
function verify(
  bytes: Buffer,
  { range, anchors = ANCHORS }: { range: number; anchors?: readonly LedgerAnchor[] },
) {
  return verifyRanges({
    file: 'ledger.ndjson',
    size: bytes.length,
    anchors,
    range,
    atOnce: 3,
    handle: {
      read: async (buffer: Buffer, offset: number, length: number, position: number) => ({
        buffer,
        bytesRead: bytes.copy(buffer, offset, position, Math.min(bytes.length, position + length)),
      }),
    } as never,
    pool: {
      run: async ({ from, to, wanted }) => {
        const summary = await summarizeRange(feed(bytes.subarray(from, to)), wanted);
        return summary === undefined ? {} : { summary: structuredClone(summary) };
      },
    },
  });
}

function write(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}

test('ranges of any length give what one after the other gives', async () => {
  const whole = await verifyLedgerBytes(feed(write(LINES)), { anchors: ANCHORS });
  expect(whole).toMatchObject({ ok: true, entries: 81, anchors: 2 });
  for (const range of [1, 500, 1103, 5000, 40_000, 1_000_000]) {
    expect(await verify(write(LINES), { range }), `${range}`).toEqual(whole);
  }
  expect(await verify(write(LINES).subarray(0, -1), { range: 3000 })).toEqual(whole);
});

test('whatever is wrong, wherever the ranges meet, is left to the careful check', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(LINES.length - 1),
      fc.nat(LINES.length - 1),
      fc.integer({ min: 400, max: 30_000 }),
      fc.nat(4),
      async (index, other, range, kind) => {
        fc.pre(index !== other && LINES[index] !== LINES[other]);
        const line = LINES[index]!;
        const changed = [
          LINES.with(index, line.replace('"kind"', '"kinD"')),
          LINES.toSpliced(index, 1),
          LINES.toSpliced(other, 0, line),
          LINES.with(index, LINES[other]!),
          LINES.toSpliced(index, 0, ''),
        ][kind]!;
        const isCut = kind === 1 && index === LINES.length - 1;
        const check = await verify(write(changed), { range });
        if (isCut) expect(check).toMatchObject({ ok: true, entries: LINES.length - 1 });
        else expect(check).toBeUndefined();
      },
    ),
    { numRuns: 200 },
  );
});

test('what is known from elsewhere is held against it here, too', async () => {
  const anchors = [{ number: 200, hash: ENTRIES[0]!.hash, from: 'the checkpoint' }];
  expect(await verify(write(LINES), { range: 4000, anchors })).toEqual(
    await verifyLedgerBytes(feed(write(LINES)), { anchors }),
  );
});

test('a settlement of what an earlier range does not hold is not passed over', async () => {
  const stray = makeEntries(
    ENTRIES.at(-1),
    [makeTestSettlement(`sha256:${'9'.repeat(64)}`, 'no')],
    '2026-03-02T00:00:00.000Z',
  );
  expect(await verify(write([...LINES, canonicalJson(stray[0])]), { range: 2000 })).toBeUndefined();
});
