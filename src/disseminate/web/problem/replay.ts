import type { Replay, ReplayStep } from '../../../model/replay.ts';
import { REPLAY } from '../words/text/replay.ts';

/** What a replay is asked for, as the address has it. */
export interface ReplayChoice {
  readonly from: string;
  readonly to: string;
  readonly step: string;
  readonly without: readonly string[];
}

const DAY = 86_400_000;
/** Days that are gone through unless others are chosen. */
const DAYS = 120;

/** The steps that are offered, with their names. */
export const STEPS = [
  ['6h', REPLAY.steps['6h']],
  ['12h', REPLAY.steps['12h']],
  ['1d', REPLAY.steps['1d']],
  ['1w', REPLAY.steps['1w']],
] as const;

/**
 * The choice in an address, with what is missing filled in: the last days up to the instant that is looked at.
 *
 * @example
 * chooseReplay({}, '2020-12-11T23:59:59.999Z').to; // '2020-12-11'
 */
export function chooseReplay(
  search: {
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly step?: string | undefined;
    readonly without?: string | undefined;
  },
  asOf: string,
): ReplayChoice {
  const isDay = (text: string | undefined) => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
  const to = isDay(search.to) ? search.to! : asOf.slice(0, 10);
  const first = new Date(Date.parse(to) - (DAYS - 1) * DAY).toISOString().slice(0, 10);
  return {
    from: isDay(search.from) ? search.from! : first,
    to,
    step: STEPS.find(([step]) => step === search.step)?.[0] ?? '1d',
    without: (search.without ?? '').split(',').filter((id) => id !== ''),
  };
}

/** The horizon of a moment that is shown; the first where it has none such. */
export function findHorizon(step: ReplayStep, days: number): ReplayStep['horizons'][number] {
  return step.horizons.find((horizon) => horizon.days === days) ?? step.horizons[0]!;
}

/** Index of the first moment on or after each outcome's day, of those within the replay. */
export function placeOutcomes({ steps, outcomes }: Replay): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  for (const { day } of outcomes) {
    const index = steps.findIndex(({ asOf }) => asOf.slice(0, 10) >= day);
    if (index >= 0) places.set(index, day);
  }
  return places;
}
