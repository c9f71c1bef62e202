import { expect, test } from 'vitest';
import { makeProbability, makeTestForecast, makeTestSettlement } from '../../../../test/support/ledger.ts';
import { canonicalJson } from '../../../text/canonical-json.ts';
import { makeEntries } from '../entries.ts';
import { verifyLedger } from './verify.ts';

/* A short ledger, and what a change of any of its characters must lead to. */

export const AT = '2026-03-01T12:00:00.000Z';
export const FORECASTS = makeEntries(
  undefined,
  [
    makeTestForecast({ question: 'Will the pier be blocked, “really”\nthis time?\u000f' }),
    makeTestForecast({ horizon: 30, probability: makeProbability(0.1 + 0.2) }),
    makeTestForecast({ asOf: '2026-03-02T00:00:00.000Z', replayed: true }),
  ],
  AT,
);
export const ENTRIES = [
  ...FORECASTS,
  ...makeEntries(
    FORECASTS.at(-1),
    [makeTestSettlement(FORECASTS[0]!.hash, 'yes', { incident: 'i1', day: '2026-03-04' })],
    '2026-03-05T12:00:00.000Z',
  ),
];
export const LINES = ENTRIES.map((entry) => canonicalJson(entry));

export async function findLines(lines: readonly string[]): Promise<readonly number[]> {
  const { failures } = await verifyLedger(lines);
  return [...new Set(failures.map(({ line }) => line))];
}

/** The lines with one of them replaced. */
export function replace(index: number, line: string): readonly string[] {
  return LINES.map((each, at) => (at === index ? line : each));
}

/** Values that a character takes, as a changed byte would. */
const OTHERS = ['0', ' ', '"', 'F', '\\', undefined];

/**
 * Changes the characters of every line, each of them one after the other.
 *
 * @param choose The values that a place takes; undefined is the letter in capitals.
 */
export function testChanges(choose: (others: typeof OTHERS, at: number) => typeof OTHERS): void {
  test.each(LINES.map((line, index) => [index + 1, line] as const))(
    'at every place of line %i, and only that line is named',
    async (number, line) => {
      for (let at = 0; at < line.length; at += 1) {
        for (const other of choose(OTHERS, at).map((value) => value ?? line[at]!.toUpperCase())) {
          if (other === line[at]) continue;
          const changed = `${line.slice(0, at)}${other}${line.slice(at + 1)}`;
          expect(
            await findLines(replace(number - 1, changed)),
            `${at}: ${changed.slice(at - 20, at + 20)}`,
          ).toEqual([number]);
        }
      }
    },
  );
}
