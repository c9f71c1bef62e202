import type { Bound, Figure } from '../../model/event.ts';
import type { FigureRelation, FigureSlot, SaidValue } from '../../model/incident.ts';
import type { Origin } from '../../model/story.ts';
import { findCountryWithin, foldName, splitName } from '../origin/names.ts';
import { makeClaimKey, makeClaimRef } from '../report/claim-ref.ts';
import { nameSpeaker } from './says.ts';
import type { ToldMention } from './told.ts';
import { findCasualty, findWeapon, findWhose } from './words.ts';

/** One value as one claim gives it. */
interface Said {
  readonly of: string;
  readonly who?: string;
  readonly value: number;
  readonly bound: Bound;
  readonly told: ToldMention;
  readonly speaker: string;
}

/**
 * Everything counted of an incident, each slot with every value that is said for it, in order of the time at which it was
 * first said. A figure belongs to this incident because the mention that carries it does.
 */
export function makeFigures(told: readonly ToldMention[], origins: readonly Origin[]): readonly FigureSlot[] {
  const said = told.flatMap((one) => readFigures(one));
  const slots = new Map<string, Said[]>();
  for (const one of joinWhose(said)) {
    const key = `${one.of} ${one.who ?? ''}`;
    slots.set(key, [...(slots.get(key) ?? []), one]);
  }
  const originOf = new Map(
    origins.flatMap(({ id, claims }) => claims.map((claim) => [makeClaimKey(claim), id])),
  );
  return [...slots.values()].map((values) => makeSlot(values, originOf));
}

/** Number of slots for which more than one value is said. */
export function countDiffering(slots: readonly FigureSlot[]): number {
  return slots.filter(({ values }) => values.length > 1).length;
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
  if (mention.plover.type === 'ASSAULT' && STRENGTHS.has(of)) return false;
  return value !== 1 || bound !== 'exactly' || findCasualty(of) !== undefined || findWeapon(of) !== undefined;
}

function readFigures(told: ToldMention): readonly Said[] {
  const speaker = nameSpeaker(told.report, told.statement);
  const isCredited = told.statement.chain.length > 1;
  const figures = [...told.mention.figures, ...readNone(told)].map((figure) => {
    const who = normalizeWhose(figure.who);
    return { of: figure.of, value: figure.value, bound: figure.bound, ...(who === undefined ? {} : { who }) };
  });
  return figures
    .filter((figure) => isCount(figure, told))
    .filter((figure) => !isPart(figure, figures, isCredited))
    .map((figure) => ({ ...figure, told, speaker }));
}

/**
 * Whether a figure is a part of another of the same sentence: "four in the zone and three outside, seven in all", or the smaller
 * of two that one speaker gives for one thing.
 */
function isPart(
  figure: Omit<Said, 'told' | 'speaker'>,
  all: readonly Omit<Said, 'told' | 'speaker'>[],
  isCredited: boolean,
): boolean {
  const same = all.filter(
    ({ of, who, bound }) => of === figure.of && who === figure.who && bound === 'exactly',
  );
  if (figure.bound !== 'exactly' || same.length < 2) return false;
  const most = Math.max(...same.map(({ value }) => value));
  if (figure.value === most) return false;
  const sum = same.reduce((total, { value }) => total + value, 0);
  return isCredited || sum === 2 * most;
}

/** Whose a figure is in one usual form: `U.S. service member` for "American troops"; nothing for "people". */
export function normalizeWhose(who: string | undefined): string | undefined {
  if (who === undefined) return undefined;
  const folded = foldName(who).replace(/\bservice (member|personnel)/g, 'service-$1');
  const kind = findWhose(splitName(folded).map((word) => word.replace(/^service$/, 'service-member')));
  if (kind === 'person') return undefined;
  const country = findCountryWithin(folded);
  const known = kind ?? folded.replace(/s$/, '');
  if (country === undefined) return known;
  return kind === undefined ? known : `${country === 'US' ? 'U.S.' : country} ${known}`;
}

/** "A soldier" and "an Iraqi soldier" are one slot where no soldier of another country is counted. */
function joinWhose(said: readonly Said[]): readonly Said[] {
  return said.map((one) => {
    const { who } = one;
    if (who === undefined) return one;
    const longer = new Set(
      said.flatMap((other) => (other.of === one.of && other.who?.endsWith(` ${who}`) ? [other.who] : [])),
    );
    const [only] = longer;
    return longer.size === 1 && only !== undefined ? { ...one, who: only } : one;
  });
}

function makeSlot(said: readonly Said[], originOf: ReadonlyMap<string, string>): FigureSlot {
  const byValue = new Map<string, Said[]>();
  for (const one of said) {
    const key = `${one.bound} ${one.value}`;
    byValue.set(key, [...(byValue.get(key) ?? []), one]);
  }
  const values = [...byValue.values()].map((same): SaidValue => {
    const speakers = new Map(same.toReversed().map((one) => [one.speaker, one]));
    const says = [...speakers.values()].toReversed().map(({ told, speaker }) => {
      const claim = makeClaimRef(told.report, told.statement);
      const origin = originOf.get(makeClaimKey(claim));
      return { name: speaker, ...(origin === undefined ? {} : { origin }), claim };
    });
    const [first] = same;
    return { value: first?.value ?? 0, bound: first?.bound ?? 'exactly', says };
  });
  const [first] = said;
  return {
    of: first?.of ?? '',
    ...(first?.who === undefined ? {} : { who: first.who }),
    values,
    relation: relate(said),
  };
}

/** Share by which "about" may be off. */
const ABOUT = 0.15;

/** The lowest and the highest count that a value leaves open. */
function readBounds({ value, bound }: Pick<Said, 'value' | 'bound'>): readonly [number, number] {
  if (bound === 'atLeast') return [value, Number.POSITIVE_INFINITY];
  if (bound === 'atMost') return [0, value];
  return bound === 'about' ? [value * (1 - ABOUT), value * (1 + ABOUT)] : [value, value];
}

/**
 * Whether all values can hold together. A speaker who gives a new number has given up the old one, so that a count that grows
 * is none against itself: only what different speakers last said is compared.
 */
function relate(said: readonly Said[]): FigureRelation {
  if (new Set(said.map(({ value, bound }) => `${bound} ${value}`)).size === 1) return 'same';
  const last = new Map<string, Said[]>();
  for (const one of said) {
    const before = last.get(one.speaker) ?? [];
    const isSameClaim = before[0]?.told.statement === one.told.statement;
    last.set(one.speaker, isSameClaim ? [...before, one] : [one]);
  }
  const standing = [...last.values()].flat();
  const lowest = Math.max(...standing.map((one) => readBounds(one)[0]));
  const highest = Math.min(...standing.map((one) => readBounds(one)[1]));
  return lowest <= highest ? 'compatible' : 'contradiction';
}
