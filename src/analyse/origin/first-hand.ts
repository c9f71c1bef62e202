import { fromLogOdds } from '../../stats/log-odds.ts';
import { loadTable } from '../tables.ts';
import { isOtherFigure } from './own-voice.ts';
import { readSigns, type Signs } from './signs.ts';
import type { Judge, Scene, Voice } from './voice.ts';

/** Weights of signs, those for voices of one sort under `sort: sign`. */
export type Weights = ReadonlyMap<string, number>;

/** Probabilities from which on a voice is taken for first-hand: a report's likeliest, any further one, and the likeliest where nothing else stands for the report. */
export interface Thresholds {
  readonly first: number;
  readonly further: number;
  readonly open: number;
}

/** Chosen by what false corroboration costs: see `models/en-first-hand.md`. */
export const THRESHOLDS: Thresholds = { first: 0.6, further: 0.75, open: 0.25 };
/** Where only what is said of one incident is at hand, it has been told that they speak of it: who certainly is not first-hand goes. */
const UNLIKELY: Thresholds = { first: 0.02, further: 0.02, open: 0 };
/** Least probability where the text says outright that they told a named outlet. */
const TOLD_LEAST = 0.15;
/** Sign that every voice has. */
export const ALWAYS = 'always';
/** Voices of one report that are weighed, and signs that are shown. */
const MOST_VOICES = 40;
const SHOWN = 4;

/** The sort of a voice: some signs weigh otherwise for a body than for people without a name. */
export function readGroup(signs: Signs): string {
  if (signs.has('is own')) return 'own';
  if (['is unnamed', 'is people', 'is outlet', 'is media'].some((sign) => signs.has(sign))) return 'vague';
  return ['is person', 'is person for body', 'is post'].some((sign) => signs.has(sign)) ? 'person' : 'body';
}

/** Each sign of a voice with what it adds to its log-odds. */
function weighSigns(signs: Signs, weights: Weights): readonly (readonly [sign: string, weight: number])[] {
  const group = readGroup(signs);
  const weigh = (sign: string, value: number) =>
    value * ((weights.get(sign) ?? 0) + (weights.get(`${group}: ${sign}`) ?? 0));
  return [
    [ALWAYS, weights.get(ALWAYS) ?? 0],
    ...[...signs].map(([sign, value]) => [sign, weigh(sign, value)] as const),
  ];
}

/**
 * Makes a judge of a report's voices: which of them are first-hand. Of each that is, the signs that spoke most for it.
 *
 * @example
 * makeJudge(weights)(scene).get('office ministry'); // ['in the title', 'told here', 'nobody so far']
 */
export function makeJudge(weights: Weights, thresholds: Thresholds = THRESHOLDS): Judge {
  return (scene: Scene) => {
    const { report, isWhole } = scene.group;
    if (report.lede === undefined) return chooseUnseen(scene);
    const { first, further, open } = isWhole ? thresholds : UNLIKELY;
    const weighed = scene.voices.slice(0, MOST_VOICES).map((voice: Voice) => {
      const parts = weighSigns(readSigns(voice, scene), weights);
      return {
        voice,
        key: voice.speaker.key,
        parts,
        p: fromLogOdds(parts.reduce((sum, [, weight]) => sum + weight, 0)),
      };
    });
    const isOpen = scene.origins.length === 0 && !scene.isLed;
    const chosen = new Map<string, readonly string[]>();
    // Of one incident the outlet's own voice comes last: it has it from those who speak of it, if any do.
    const rank = ({ voice, p }: (typeof weighed)[number]) => (!isWhole && isOwn(voice) ? p - 1 : p);
    // Sorting is stable: of two that are equally likely the one told first.
    for (const { key, parts, p, voice } of weighed.sort((a, b) => rank(b) - rank(a))) {
      const least = chosen.size > 0 ? further : isOpen ? open : first;
      if (!isWhole && isOwn(voice)) {
        if (isOpen && chosen.size === 0) chosen.set(key, explain(parts));
        else if (!isOpen && isOtherFigure(voice.told, scene.earlier)) chosen.set(key, [OTHER_FIGURE]);
      } else if (p >= least) chosen.set(key, explain(parts));
      else if (p >= TOLD_LEAST && isToldTo(voice)) chosen.set(key, [TOLD_TO]);
    }
    return chosen;
  };
}

const isOwn = ({ told }: Voice): boolean => told.every(({ access }) => access.kind === 'own');

const OTHER_FIGURE = 'another number than before';
const TOLD_TO = 'said to have told an outlet';

/** "Officials told the Harbour Wire", on the matter: a text that says so is taken at its word. */
function isToldTo({ speaker: { origin }, told }: Voice): boolean {
  return (
    origin.reason === 'unnamed source' &&
    told.some(({ credits, isAside }) => {
      const key = credits.at(-1)?.key;
      return key !== undefined && isAside !== true && key !== 'media' && !key.startsWith('media ');
    })
  );
}

/**
 * Of a page of which the opening is not known nothing can be weighed: whoever speaks counts, and its own voice where nobody
 * told of the matter before or it gives another number.
 */
function chooseUnseen({ voices, origins, isLed, earlier }: Scene): ReadonlyMap<string, readonly string[]> {
  const speaking = voices.filter((voice) => !isOwn(voice) || isOtherFigure(voice.told, earlier));
  const isOpen = speaking.length === 0 && origins.length === 0 && !isLed;
  return new Map((isOpen ? voices : speaking).map(({ speaker: { key } }) => [key, []]));
}

function explain(parts: readonly (readonly [string, number])[]): readonly string[] {
  return parts
    .filter(([sign, weight]) => weight > 0 && sign !== ALWAYS && !sign.startsWith('is '))
    .sort((a, b) => b[1] - a[1])
    .slice(0, SHOWN)
    .map(([sign]) => sign);
}

/** Fitted by `training/train-first-hand.ts`. */
const WEIGHTS: Weights = new Map(
  loadTable('en/first-hand.tsv', ['sign', 'weight']).map(({ cells }) => [
    cells['sign'] ?? '',
    Number(cells['weight']),
  ]),
);

/** Which voices of a report are first-hand, by the program's own weights. */
export const chooseFirstHand: Judge = makeJudge(WEIGHTS);
