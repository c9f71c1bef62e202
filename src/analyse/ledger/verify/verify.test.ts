import { describe, expect, test } from 'vitest';
import { makeProbability, makeTestForecast, makeTestSettlement } from '../../../../test/support/ledger.ts';
import { canonicalJson } from '../../../text/canonical-json.ts';
import { hashFields, makeEntries } from '../entries.ts';
import { AT, ENTRIES, FORECASTS, findLines, LINES, replace, testChanges } from './verify.suite.ts';
import { verifyLedger } from './verify.ts';

test('an empty ledger is whole', async () => {
  expect(await verifyLedger([])).toEqual({ entries: 0, ok: true, failures: [], failed: 0 });
});

test('a ledger as it was made is whole, and says how it ends', async () => {
  expect(await verifyLedger(LINES)).toEqual({
    entries: 4,
    ok: true,
    failures: [],
    failed: 0,
    last: { number: 4, hash: ENTRIES[3]!.hash },
  });
});

describe('a change is found', () => {
  // Each place takes one value; `npm run prove` gives it all of them.
  testChanges((others, at) => [others[at % others.length]]);

  test('a line taken out, put in twice, swapped', async () => {
    expect(await findLines([LINES[0]!, ...LINES.slice(2)])).toEqual([2]);
    expect(await findLines(LINES.slice(1))).toContain(1);
    expect(await findLines([LINES[0]!, ...LINES])).toContain(2);
    expect(await findLines([LINES[1]!, LINES[0]!, LINES[2]!, LINES[3]!])).toContain(1);
    expect(await findLines([...LINES.slice(0, 2), '', ...LINES.slice(2)])).toContain(3);
  });

  test('a line written anew with a hash that fits it', async () => {
    const { hash: _hash, ...fields } = ENTRIES[1]!;
    const forged = { ...fields, filed: '2026-03-01T12:00:00.001Z' };
    const lines = replace(1, canonicalJson({ ...forged, hash: hashFields(forged) }));
    expect((await verifyLedger(lines)).failures).toEqual([
      { line: 3, problem: 'does not name the hash of the entry before it' },
      { line: 3, problem: 'was filed before the entry above it' },
    ]);
  });

  test('white space, another order of fields, a name given twice', async () => {
    const [first] = LINES;
    const value = JSON.parse(first!) as object;
    for (const line of [
      ` ${first}`,
      `${first}\r`,
      JSON.stringify(value, null, 1).replaceAll('\n', ''),
      JSON.stringify(Object.fromEntries(Object.entries(value).reverse())),
      first!.replace('"number":1', '"number":1,"number":1'),
      first!.replace('\\u000f', '\\u000F'),
      first!.replace('"p":0.1,', '"p":0.10,'),
    ]) {
      expect(line).not.toBe(first);
      expect((await verifyLedger(replace(0, line))).failures).toEqual([
        {
          line: 1,
          problem: 'is not written in canonical form (RFC 8785): characters were changed or added',
        },
      ]);
    }
  });

  test('fields that do not fit, with the name of the field', async () => {
    const forged = { ...ENTRIES[0]!, content: makeTestForecast({ probability: makeProbability(1.2) }) };
    const { failures } = await verifyLedger([canonicalJson(forged)]);
    expect(failures).toHaveLength(1);
    expect(failures[0]!.problem).toMatch(/^is no ledger entry \(content\.probability\.p: /);
    expect(await verifyLedger(['[]', 'null', '7', '{', '\u0000'])).toMatchObject({ ok: false, failed: 5 });
  });

  test('a settlement of nothing, or for the second time', async () => {
    const again = makeEntries(
      ENTRIES.at(-1),
      [makeTestSettlement(FORECASTS[0]!.hash, 'no')],
      '2026-03-06T00:00:00Z',
    );
    expect((await verifyLedger([...LINES, canonicalJson(again[0])])).failures).toEqual([
      { line: 5, problem: 'settles a forecast for the second time without naming what it corrects' },
    ]);
    const alone = makeEntries(undefined, [makeTestSettlement(FORECASTS[0]!.hash, 'no')], AT);
    expect((await verifyLedger([canonicalJson(alone[0])])).failures).toEqual([
      { line: 1, problem: 'settles a forecast that is not in the ledger above it' },
    ]);
  });
});

test('the list of failures is bounded, their number is not', async () => {
  const check = await verifyLedger(Array.from({ length: 250 }, () => 'x'));
  expect([check.failures.length, check.failed, check.entries]).toEqual([100, 250, 250]);
});

test('fields of a later version are covered by the hash', async () => {
  const forecast = { ...makeTestForecast(), coverage: 0.8 };
  const [entry] = makeEntries(undefined, [forecast], AT);
  expect((await verifyLedger([canonicalJson(entry)])).ok).toBe(true);
  expect((await verifyLedger([canonicalJson(entry).replace('0.8', '0.9')])).ok).toBe(false);
});
