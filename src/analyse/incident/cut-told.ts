import type { Report } from '../../model/report.ts';
import { getOrder } from '../origin/order.ts';
import type { Cut } from '../report/cut.ts';
import { listMentions, type ToldByIncident, type ToldMention } from './collect-told.ts';

type Told = readonly ToldMention[];
type Entry = readonly [incident: string, told: Told];

/**
 * The mentions of each incident in a picture that has most reports in common with a fuller one, cut out of that one's when they are asked
 * for. Lists of incidents that none of the differing reports tell of are the very same values, so that whatever was made of them is found again.
 * The order is that of one made anew.
 */
export class CutTold implements ToldByIncident {
  readonly #cut: Cut;
  readonly #whole: ToldByIncident;
  /** Lists that are not those of the fuller picture. */
  readonly #made = new Map<string, Told>();
  #more: ReadonlyMap<string, Told> | undefined;
  #all: readonly Entry[] | undefined;

  constructor(cut: Cut, whole: ToldByIncident) {
    this.#cut = cut;
    this.#whole = whole;
  }

  get size(): number {
    return this.#list().length;
  }

  get(incident: string): Told | undefined {
    const told = this.#made.get(incident) ?? this.#make(incident);
    return told.length === 0 ? undefined : told;
  }

  [Symbol.iterator](): Iterator<Entry> {
    return this.#list()[Symbol.iterator]();
  }

  #make(incident: string): Told {
    const { removed, isGone } = this.#cut;
    const whole = this.#whole.get(incident);
    const more = this.#getMore().get(incident);
    const isWhole = removed.length === 0 || whole?.some(({ report }) => isGone(report)) !== true;
    if (isWhole && more === undefined && whole !== undefined) return whole;
    const left = isWhole ? (whole ?? []) : whole!.filter(({ report }) => !isGone(report));
    const told = more === undefined ? left : [...left, ...more].sort((a, b) => this.#compare(a, b));
    this.#made.set(incident, told);
    return told;
  }

  /** What those reports tell that the fuller picture does not have. */
  #getMore(): ReadonlyMap<string, Told> {
    if (this.#more !== undefined) return this.#more;
    const more = new Map<string, ToldMention[]>();
    for (const report of this.#cut.added) {
      for (const told of listMentions(report)) {
        const incident = told.mention.incident as string;
        const all = more.get(incident);
        if (all === undefined) more.set(incident, [told]);
        else all.push(told);
      }
    }
    this.#more = more;
    return more;
  }

  #compare(a: ToldMention, b: ToldMention): number {
    if (a.report === b.report) return findPlace(a) - findPlace(b);
    const byTime = getOrder(a.report) - getOrder(b.report);
    if (byTime !== 0) return byTime;
    if (a.report.seen !== b.report.seen) return a.report.seen < b.report.seen ? -1 : 1;
    return this.#cut.compare(a.report, b.report);
  }

  /** Incidents in the order of their first mentions. Most keep their place: only those whose first mention is another are put in anew. */
  #list(): readonly Entry[] {
    if (this.#all !== undefined) return this.#all;
    const staying: Entry[] = [];
    const moving: Entry[] = [];
    for (const entry of this.#whole) {
      const [incident, whole] = entry;
      const told = this.get(incident);
      if (told === whole) staying.push(entry);
      else if (told?.[0]?.mention === whole[0]?.mention) staying.push([incident, told!]);
      else if (told !== undefined) moving.push([incident, told]);
    }
    for (const incident of this.#getMore().keys())
      if (this.#whole.get(incident) === undefined) moving.push([incident, this.get(incident)!]);
    moving.sort(([, a], [, b]) => this.#compare(a[0]!, b[0]!));
    this.#all = moving.length === 0 ? staying : this.#merge(staying, moving);
    return this.#all;
  }

  #merge(staying: readonly Entry[], moving: readonly Entry[]): readonly Entry[] {
    const all: Entry[] = [];
    let from = 0;
    for (const each of moving) {
      let [low, high] = [from, staying.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.#compare(staying[middle]![1][0]!, each[1][0]!) < 0) low = middle + 1;
        else high = middle;
      }
      for (; from < low; from += 1) all.push(staying[from]!);
      all.push(each);
    }
    for (; from < staying.length; from += 1) all.push(staying[from]!);
    return all;
  }
}

const touched = new WeakMap<Cut, ReadonlySet<string>>();

/** Incidents that the differing reports tell of: all others are told of as in the fuller picture. */
export function findTouched(cut: Cut): ReadonlySet<string> {
  const known = touched.get(cut);
  if (known !== undefined) return known;
  const incidents = new Set<string>();
  const add = ({ statements }: Report): void => {
    for (const { mentions } of statements)
      for (const { incident } of mentions) if (incident !== undefined) incidents.add(incident);
  };
  cut.removed.forEach(add);
  cut.added.forEach(add);
  touched.set(cut, incidents);
  return incidents;
}

/** Where in its report a mention stands. */
function findPlace({ report, mention }: ToldMention): number {
  return listMentions(report).findIndex((each) => each.mention === mention);
}
