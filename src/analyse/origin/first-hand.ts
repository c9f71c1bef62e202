import { fromLogOdds } from '../../stats/log-odds.ts';
import { loadTable } from '../tables.ts';
import { readSigns, type Signs } from './signs.ts';
import type { Judge, Scene, Voice } from './voice.ts';

/** Probability from which on a report's likeliest voice is taken for first-hand, and from which on a further one is. */
export const TAKEN = 0.5;
export const TAKEN_BESIDE = 0.6;

export interface Model {
  readonly weights: ReadonlyMap<string, number>;
  readonly first: number;
  readonly further: number;
  readonly open: number;
}

const sum = (weights: ReadonlyMap<string, number>, signs: Signs): number => {
  let total = weights.get('always') ?? 0;
  for (const [sign, value] of signs) total += value * (weights.get(sign) ?? 0);
  return total;
};

export function makeJudge({ weights, first, further, open }: Model): Judge {
  return (scene: Scene) => {
    const ranked = scene.voices
      .map((voice: Voice) => {
        const signs = readSigns(voice, scene);
        return { key: voice.speaker.key, p: fromLogOdds(sum(weights, signs)) };
      })
      .sort((a, b) => b.p - a.p);
    const chosen = new Map<string, readonly string[]>();
    const [best] = ranked;
    if (best === undefined) return chosen;
    const isOpen = scene.origins.length === 0 && !scene.isLed;
    for (const { key, p } of ranked) {
      const least = chosen.size > 0 ? further : isOpen ? open : first;
      if (p >= least) chosen.set(key, []);
    }
    return chosen;
  };
}

export const chooseFirstHand: Judge = (scene) => new Map(scene.voices.map(({ speaker: { key } }) => [key, []]));
void loadTable;
