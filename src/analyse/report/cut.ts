import type { Report } from '../../model/report.ts';

/** A list of reports by how it differs from a fuller one, of which much has been worked out already. */
export interface Cut {
  /** The fuller list. Reports that both have stand in the same order in both. */
  readonly whole: readonly Report[];
  /** Reports of the fuller list that are not in this one. */
  readonly removed: readonly Report[];
  /** Whether a report of the fuller list is one of them. */
  readonly isGone: (report: Report) => boolean;
  /** The same by place in the fuller list: 1 where a report is not in this one. */
  readonly isRemoved: Uint8Array;
  /** Reports of this list that are not in the fuller one, in their order. */
  readonly added: readonly Report[];
  /** Where a report of this list stands; what is added, between its neighbours in the fuller list. */
  readonly place: (report: Report) => number;
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
 * cut?.removed.length; // what is not known yet as of this instant
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
  const { removed, added, common, from, to } = listDiffering(reports, whole);
  if (added.length > OWN * reports.length || !isSameOrder(common)) return undefined;
  const isRemoved = new Uint8Array(whole.length);
  if (removed.length === to - from) isRemoved.fill(1, from, to);
  else {
    const gone = new Set(removed);
    for (let at = from; at < to; at += 1) isRemoved[at] = gone.has(whole[at]!) ? 1 : 0;
  }
  const isGone = (report: Report) => isRemoved[getPlaces(whole).get(report)!] === 1;
  const place = makePlaces(reports, { whole, added });
  return { whole, removed, isGone, isRemoved, added, place, compare: (a, b) => place(a) - place(b) };
}

/** Reports that only one of two lists has. */
export interface Differing {
  readonly removed: readonly Report[];
  readonly added: readonly Report[];
  /** What both have between what they begin and end with alike: as the one has it in order, and as the other. */
  readonly common: readonly [readonly Report[], readonly Report[]];
  /** Outside of these places of the other list both are alike. */
  readonly from: number;
  readonly to: number;
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
  const to = whole.length - alike;
  if (here.length === 0) return { removed: there, added: [], common: [[], []], from, to };
  const [own, others] = [new Set(here), new Set(there)];
  return {
    removed: there.filter((report) => !own.has(report)),
    added: here.filter((report) => !others.has(report)),
    common: [here.filter((report) => others.has(report)), there.filter((report) => own.has(report))],
    from,
    to,
  };
}

function isSameOrder([here, there]: Differing['common']): boolean {
  return here.every((report, at) => report === there[at]);
}

function makePlaces(
  reports: readonly Report[],
  { whole, added }: Pick<Cut, 'whole' | 'added'>,
): Cut['place'] {
  let between: Map<Report, number> | undefined;
  return (report) => {
    const place = getPlaces(whole).get(report);
    if (place !== undefined) return place;
    between ??= placeAdded(reports, added, getPlaces(whole));
    return between.get(report) ?? Number.NaN;
  };
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
