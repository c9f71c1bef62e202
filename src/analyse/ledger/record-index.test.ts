import { expect, test } from 'vitest';
import { makeHash, makeTestForecast, makeTestSettlement } from '../../../test/support/ledger.ts';
import type { LedgerEntry, Settlement } from '../../model/forecast.ts';
import { makeRandom } from '../../stats/random.ts';
import { makeEntries } from './entries.ts';
import { indexRecord } from './record-index.ts';
import { type SettlingOutcome, settle } from './settle.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-03-01T12:00:00.000Z');
const at = (days: number): string => new Date(START + days * DAY).toISOString();
const HORIZONS = [7, 30];
const RULE = makeHash('e');

const pick = <Value>(values: readonly Value[], random: () => number): Value =>
  values[Math.floor(random() * values.length)]!;

/** A record of a hundred entries: forecasts as of instants that also go back, settled at once, late, twice or never. */
function* grow(record: LedgerEntry[], random: () => number): Generator<number> {
  for (let day = 0; day < 100; day += 1) {
    const forecasts = record.filter(({ content }) => content.kind === 'forecast');
    const isSettlement = forecasts.length > 0 && random() < 0.4;
    const rule = random() < 0.8 ? { rule: RULE } : {};
    const outcome = pick<Settlement['outcome']>(['yes', 'no', 'void', 'open'], random);
    const content = isSettlement
      ? makeTestSettlement(pick(forecasts, random).hash, outcome, { ...rule, incident: `i${day % 5}` })
      : makeTestForecast({
          asOf: at(random() < 0.8 ? day : Math.floor(random() * day)),
          horizon: pick(HORIZONS, random),
        });
    record.push(...makeEntries(record.at(-1), [content], at(day)));
    yield day;
  }
}

test('a record that grows is read as one that is whole', () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const random = makeRandom(seed);
    const record: LedgerEntry[] = [];
    let outcomes: readonly SettlingOutcome[] = [];
    for (const day of grow(record, random)) {
      // Outcomes come and go, as what was reported of them does.
      if (random() < 0.2) {
        outcomes = Array.from({ length: 3 }, (_, i) => {
          const on = Math.floor(random() * day);
          return { incident: `i${i}`, day: at(on).slice(0, 10), knownSince: at(on + 1), claims: [] };
        });
      }
      const given = { outcomes, grace: 3, now: at(day + Math.floor(random() * 40)), rule: RULE };
      expect(settle({ entries: record, ...given })).toEqual(settle({ entries: [...record], ...given }));
      const [grown, whole] = [indexRecord(record), indexRecord([...record])];
      expect(grown.open).toEqual(whole.open);
      expect(grown.listClosed(0)).toEqual(whole.listClosed(0));
      for (const horizon of HORIZONS) {
        const instant = START + Math.floor(random() * day) * DAY;
        // By the words of it: the one of the latest instant, of several the one filed last.
        const standing = record.reduce<(LedgerEntry & { readonly time: number }) | undefined>(
          (best, entry) => {
            const { content } = entry;
            if (content.kind !== 'forecast' || content.horizon !== horizon) return best;
            const time = Date.parse(content.asOf);
            return time > instant || (best !== undefined && time < best.time) ? best : { ...entry, time };
          },
          undefined,
        );
        expect(grown.findStanding(horizon, instant)).toBe(standing?.content);
      }
    }
  }
});
