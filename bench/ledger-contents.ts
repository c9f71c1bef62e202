import type { Forecast, LedgerEntry, Settlement } from '../src/model/forecast.ts';
import { makeProbability } from '../src/model/probability.ts';

const DAY = 86_400_000;
/** Forecasts that are open at the same time. */
const OPEN = 30;

/**
 * Gives one content of a made-up ledger after the other: forecasts, and from the thirty-first on for each of them the settlement of the one
 * thirty before, so that half of the entries are settlements, as in a real one. Always the same.
 *
 * @param claims Claims that a forecast names, spread over three reasons.
 */
export function makeLedgerContents(
  claims: number,
): (last: LedgerEntry | undefined, filed: string) => Forecast | Settlement {
  const random = makeRandom();
  const open: LedgerEntry[] = [];
  return (last, filed) => {
    if (last?.content.kind === 'forecast') open.push(last);
    if (last?.content.kind === 'forecast' && open.length > OPEN) return settle(open.shift()!, random);
    return forecast({ filed, claims, random });
  };
}

function settle({ hash, content }: LedgerEntry, random: () => number): Settlement {
  const isYes = random() < 0.3;
  return {
    kind: 'settlement',
    problem: content.problem,
    forecast: hash,
    outcome: isYes ? 'yes' : 'no',
    ...(isYes ? { incident: `i${digits(random, 16)}`, day: '2021-01-03' } : {}),
    claims: isYes ? [`sha256:${digits(random, 64)}#c3`] : [],
  };
}

function forecast({
  filed,
  claims,
  random,
}: {
  readonly filed: string;
  readonly claims: number;
  readonly random: () => number;
}): Forecast {
  const p = random();
  const reasons = ['talk', 'movement', 'anniversary'].map((id, i) => ({
    id,
    logOdds: Math.round(random() * 1e6) / 1e6,
    confirmed: 2,
    possible: 1,
    claims: Array.from(
      { length: Math.floor((claims + i) / 3) },
      (_, claim) => `sha256:${digits(random, 64)}#c${claim + 1}`,
    ),
  }));
  const share = (value: number): number => Math.round(Math.min(1, value) * 1e6) / 1e6;
  return {
    kind: 'forecast',
    problem: `problem-${Math.floor(random() * 8)}`,
    problemVersion: 'sha256:7ce6ed360c34b2a52d84ebf5eaaddf6b9b35ed2dc9d6c4a49d9a10dfcb4a9df9',
    question: 'Will a crossing of this border be closed by force?',
    horizon: 7,
    asOf: filed,
    until: new Date(Date.parse(filed) + 7 * DAY).toISOString().slice(0, 10),
    probability: makeProbability(share(p), share(p * 0.7), share(p * 1.3)),
    baseRate: makeProbability(share(p / 2), share(p * 0.3), share(p * 0.8)),
    level: 'guarded',
    confidence: 'moderate',
    reasons,
    cause: 'changed',
    engine: 'forecast@1',
  };
}

function digits(random: () => number, count: number): string {
  let text = '';
  while (text.length < count)
    text += Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  return text.slice(0, count);
}

/** D. E. Knuth's linear congruential numbers: the same at every run. */
function makeRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
