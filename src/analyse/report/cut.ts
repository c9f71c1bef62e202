import type { Report } from '../../model/report.ts';

/** A list of reports by how it differs from a fuller one, of which much has been worked out already. */
export interface Cut {
  /** The fuller list. Reports that both have stand in the same order in both. */
  readonly whole: readonly Report[];
  /** Reports of the fuller list that are not in this one. */
  readonly removed: ReadonlySet<Report>;
  /** Reports of this list that are not in the fuller one, in their order. */
  readonly added: readonly Report[];
  /** Orders the reports of this list as they stand in it. */
  readonly compare: (a: Report, b: Report) => number;
}

interface Kept {
  /** Number of reports in the list, and in the fuller one: lists that have grown since are compared again. */
  readonly of: number;
  readonly ofWhole: number;
  readonly cut: Cut | undefined;
}

const kept = new WeakMap<readonly Report[], Kept>();
/** The list that others are compared with. */
let fullest: { readonly list: WeakRef<readonly Report[]>; readonly of: number } | undefined;
/** Reports from which on it pays to look for what is in common. */
const MANY = 500;
/** A list that has so much of its own, as a share, or is so small a share of the other, is worked out by itself. */
const OWN = 0.1;
const SMALL = 0.1;

/**
 * How a list of reports differs from the fullest that was asked about before: pictures of other instants, and with a report more, have
 * nearly all in common with it. Undefined where it has too little in common, and of the fullest list itself.
 *
 * @example
 * const cut = findCut(reports);
 * cut?.removed.size; // what is not known yet as of this instant
 */
export function findCut(reports: readonly Report[]): Cut | undefined {
  const known = kept.get(reports);
  if (known?.of === reports.length && known.ofWhole === (known.cut?.whole.length ?? 0)) return known.cut;
  const whole = fullest?.list.deref();
  const cut =
    whole === undefined ||
    whole === reports ||
    whole.length !== fullest?.of ||
    reports.length < Math.max(MANY, SMALL * whole.length)
      ? undefined
      : compareLists(reports, whole);
  kept.set(reports, { of: reports.length, ofWhole: cut?.whole.length ?? 0, cut });
  if (cut === undefined && reports.length >= MANY && reports.length >= (whole?.length ?? 0))
    fullest = { list: new WeakRef(reports), of: reports.length };
  return cut;
}

/** As `findCut`, of two lists; undefined where they have too little in common, or have it in another order. */
export function compareLists(reports: readonly Report[], whole: readonly Report[]): Cut | undefined {
  const { removed, added, common } = listDiffering(reports, whole);
  if (added.length > OWN * reports.length || !isSameOrder(common)) return undefined;
  const compare = makeComparison(reports, { whole, added });
  return { whole, removed: new Set(removed), added, compare };
}

/** Reports that only one of two lists has. */
export interface Differing {
  readonly removed: readonly Report[];
  readonly added: readonly Report[];
  /** What both have between what they begin and end with alike: as the one has it in order, and as the other. */
  readonly common: readonly [readonly Report[], readonly Report[]];
}

/** The reports in which a list differs from another, in their orders. */
export function listDiffering(reports: readonly Report[], whole: readonly Report[]): Differing {
  const shorter = Math.min(reports.length, whole.length);
  let from = 0;
  while (from < shorter && reports[from] === whole[from]) from += 1;
  let alike = 0;
  while (alike < shorter - from && reports.at(-1 - alike) === whole.at(-1 - alike)) alike += 1;
  const [here, there] = [
    reports.slice(from, reports.length - alike),
    whole.slice(from, whole.length - alike),
  ];
  const [own, others] = [new Set(here), new Set(there)];
  return {
    removed: there.filter((report) => !own.has(report)),
    added: here.filter((report) => !others.has(report)),
    common: [here.filter((report) => others.has(report)), there.filter((report) => own.has(report))],
  };
}

function isSameOrder([here, there]: Differing['common']): boolean {
  return here.every((report, at) => report === there[at]);
}

/** Places in the fuller list; what is added stands between those of its neighbours. */
function makeComparison(
  reports: readonly Report[],
  { whole, added }: Pick<Cut, 'whole' | 'added'>,
): Cut['compare'] {
  let between: Map<Report, number> | undefined;
  const find = (report: Report): number => {
    const place = getPlaces(whole).get(report);
    if (place !== undefined) return place;
    between ??= placeAdded(reports, added, getPlaces(whole));
    return between.get(report) ?? Number.NaN;
  };
  return (a, b) => find(a) - find(b);
}

function placeAdded(
  reports: readonly Report[],
  added: readonly Report[],
  places: ReadonlyMap<Report, number>,
): Map<Report, number> {
  const between = new Map<Report, number>();
  let before = -1;
  let count = 0;
  for (const report of reports) {
    const place = places.get(report);
    if (place !== undefined) [before, count] = [place, 0];
    else {
      count += 1;
      between.set(report, before + count / (added.length + 1));
    }
  }
  return between;
}

const placed = new WeakMap<
  readonly Report[],
  { readonly of: number; readonly places: Map<Report, number> }
>();

/** Where each report of a list stands. */
export function getPlaces(reports: readonly Report[]): ReadonlyMap<Report, number> {
  const known = placed.get(reports);
  if (known?.of === reports.length) return known.places;
  const places = new Map(reports.map((report, at) => [report, at]));
  placed.set(reports, { of: reports.length, places });
  return places;
}
