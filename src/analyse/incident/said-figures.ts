import type { Bound, Figure } from '../../model/event.ts';
import type { Mention } from '../../model/report.ts';
import { findCountryWithin, foldName, splitName } from '../origin/names.ts';
import { loadTable } from '../tables.ts';
import { nameSpeaker } from './says.ts';
import type { ToldMention } from './told.ts';
import { findCasualty, findWeapon, findWhose } from './words.ts';

/** One value as one claim gives it. */
export interface SaidFigure {
  readonly of: string;
  readonly who?: string;
  readonly value: number;
  readonly bound: Bound;
  /** Upper end of a range. */
  readonly to?: number;
  readonly told: ToldMention;
  readonly speaker: string;
}

/** "Nobody was hurt" is a count: none. */
function readNone({
  mention,
  statement,
}: ToldMention): readonly Pick<Figure, 'of' | 'value' | 'bound' | 'who'>[] {
  const of = findCasualty(mention.trigger.text);
  const isNone = mention.realis === 'denied' && mention.figures.length === 0 && of !== undefined;
  if (!isNone || mention.recipients.some(({ type }) => type === 'person')) return [];
  return /\b(?:no|nobody|none|without|not any)\b|\bno one\b/i.test(statement.words)
    ? [{ of, value: 0, bound: 'exactly' }]
    : [];
}

/** Counts of forces. */
const STRENGTHS = new Set(['troops', 'personnel']);

/**
 * Whether a figure counts the incident: forces that a sentence also speaks of do not count an attack, and "one protester
 * threw a stone" counts no protest.
 */
function isCount(
  { of, value, bound }: Pick<Figure, 'of' | 'value' | 'bound'>,
  { mention }: ToldMention,
): boolean {
  if (findCasualty(of) !== undefined || findWeapon(of) !== undefined) return true;
  const { type } = mention.plover;
  // "Arrested five buildings away".
  if (type === 'COERCE' && of !== 'captured') return false;
  if (type === 'ASSAULT' && STRENGTHS.has(of)) return false;
  return value > 1 || (value === 1 && bound !== 'exactly');
}

/** The figures of one mention that count its incident, each with who says it. */
export function readFigures(told: ToldMention): readonly SaidFigure[] {
  const known = read.get(told.mention);
  if (known !== undefined) return known;
  const figures = readAll(told);
  read.set(told.mention, figures);
  return figures;
}

/** Figures by mention: each is measured against many others. */
const read = new WeakMap<Mention, readonly SaidFigure[]>();

function readAll(told: ToldMention): readonly SaidFigure[] {
  const speaker = nameSpeaker(told.report, told.statement);
  const isCredited = told.statement.chain.length > 1;
  const figures = joinRanges(
    [...told.mention.figures, ...readNone(told)].map((figure) => {
      const who = normalizeWhose(figure.who);
      return {
        of: figure.of,
        value: figure.value,
        bound: figure.bound,
        ...(who === undefined ? {} : { who }),
      };
    }),
  );
  return figures
    .filter((figure) => isCount(figure, told))
    .filter((figure) => !isPart(figure, figures, isCredited))
    .map((figure) => ({ ...figure, told, speaker }));
}

type BareFigure = Omit<SaidFigure, 'told' | 'speaker'>;

/** "11 to 16", which the reader gives as two bounds, is one value. */
function joinRanges(figures: readonly BareFigure[]): readonly BareFigure[] {
  const isEnd = (low: BareFigure, high: BareFigure) =>
    low.bound === 'atLeast' &&
    high.bound === 'atMost' &&
    high.of === low.of &&
    high.who === low.who &&
    high.value > low.value;
  return figures.flatMap((figure): readonly BareFigure[] => {
    const high = figures.find((other) => isEnd(figure, other));
    if (high !== undefined) return [{ ...figure, to: high.value }];
    return figures.some((other) => isEnd(other, figure)) ? [] : [figure];
  });
}

/**
 * Whether a figure is a part of another of the same sentence: "four in the zone and three outside, seven in all", or the smaller
 * of two that one speaker gives for one thing.
 */
function isPart(figure: BareFigure, all: readonly BareFigure[], isCredited: boolean): boolean {
  const same = all.filter(
    ({ of, who, bound }) => of === figure.of && who === figure.who && bound === 'exactly',
  );
  if (figure.bound !== 'exactly' || same.length < 2) return false;
  const most = Math.max(...same.map(({ value }) => value));
  if (figure.value === most) return false;
  const sum = same.reduce((total, { value }) => total + value, 0);
  return isCredited || sum === 2 * most;
}

/** Adjectives by country: `Iraqi` of `IQ`. */
const ADJECTIVES = new Map(
  loadTable('countries.tsv', ['alpha2', 'name']).map(({ cells }) => [
    cells['alpha2'] ?? '',
    (cells['adjectives'] ?? '').split(';')[0] || cells['name'],
  ]),
);

/** Whose a figure is in one usual form: `U.S. service member` for "American troops"; nothing for "people". */
export function normalizeWhose(who: string | undefined): string | undefined {
  if (who === undefined) return undefined;
  const folded = foldName(who).replace(/\bservice (member|personnel)/g, 'service-$1');
  const kind = findWhose(splitName(folded).map((word) => word.replace(/^service$/, 'service-member')));
  if (kind === 'person') return undefined;
  const country = findCountryWithin(folded);
  const known = kind ?? folded.replace(/s$/, '');
  if (country === undefined) return known;
  return kind === undefined
    ? known
    : `${country === 'US' ? 'U.S.' : (ADJECTIVES.get(country) ?? country)} ${known}`;
}

/** "A soldier" and "an Iraqi soldier" are one slot where no soldier of another country is counted. */
export function joinWhose(said: readonly SaidFigure[]): readonly SaidFigure[] {
  const longer = new Map<string, Set<string>>();
  for (const { of, who = '' } of said) {
    for (let at = who.indexOf(' '); at !== -1; at = who.indexOf(' ', at + 1)) {
      const key = `${of} ${who.slice(at + 1)}`;
      longer.set(key, (longer.get(key) ?? new Set()).add(who));
    }
  }
  return said.map((one) => {
    const all = longer.get(`${one.of} ${one.who}`);
    const [only] = all ?? [];
    return all?.size === 1 && only !== undefined ? { ...one, who: only } : one;
  });
}
