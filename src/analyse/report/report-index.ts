import type { Hash } from '../../model/page.ts';
import type { ClaimRef, Report, Statement } from '../../model/report.ts';
import { getKnownInstant } from '../known.ts';
import { type Cut, findCut, getPlaces } from './cut.ts';

/** A claim with its report. */
export interface FoundClaim {
  readonly report: Report;
  readonly statement: Statement;
}

/** The reports of a list by their documents and pages. */
export class ReportIndex {
  readonly #reports: readonly Report[];
  readonly #cut: Cut | undefined;
  readonly #whole: ReportIndex | undefined;
  readonly #names = new Map<Name, Named>();
  #byKnown: readonly Report[] | undefined;
  #firstKnown: number | undefined;

  constructor(reports: readonly Report[]) {
    this.#reports = reports;
    this.#cut = findCut(reports);
    this.#whole = this.#cut && indexReports(this.#cut.whole);
  }

  /** The first report of a document. */
  find(document: Hash | string): Report | undefined {
    return this.#list('document', document)[0];
  }

  /** The last report of a page. */
  findPage(series: Hash): Report | undefined {
    return this.#list('series', series).at(-1);
  }

  findClaim({ document, claim }: Pick<ClaimRef, 'document' | 'claim'>): FoundClaim | undefined {
    // Of several the last counts.
    for (const report of this.#list('document', document).toReversed()) {
      const statement = report.statements.findLast((each) => each.claim === claim);
      if (statement !== undefined) return { report, statement };
    }
    return undefined;
  }

  /** Orders reports as they stand in the list. */
  compare(a: Report, b: Report): number {
    if (this.#cut !== undefined) return this.#cut.compare(a, b);
    const places = getPlaces(this.#reports);
    return places.get(a)! - places.get(b)!;
  }

  /** The earliest instant since when one of them is known, in milliseconds; infinite without any. */
  get firstKnown(): number {
    this.#firstKnown ??= this.#findFirstKnown();
    return this.#firstKnown;
  }

  /** In their order. Those of a fuller list are looked up there. */
  #list(name: Name, value: string): readonly Report[] {
    const named = this.#names.get(name) ?? new Named(this.#cut?.added ?? this.#reports, name);
    this.#names.set(name, named);
    const own = named.list(value);
    if (this.#cut === undefined || this.#whole === undefined) return own;
    const { isGone, compare } = this.#cut;
    const others = this.#whole.#list(name, value).filter((report) => !isGone(report));
    return own.length === 0 ? others : [...others, ...own].sort(compare);
  }

  #findFirstKnown(): number {
    const own = (this.#cut?.added ?? []).map(getKnownInstant);
    const index = this.#whole ?? this;
    index.#byKnown ??= index.#reports.toSorted((a, b) => getKnownInstant(a) - getKnownInstant(b));
    const first = index.#byKnown.find((report) => this.#cut?.isGone(report) !== true);
    if (first !== undefined) own.push(getKnownInstant(first));
    return own.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  }
}

type Name = 'document' | 'series';

/** Reports by a name. Few share one, and there are many. */
class Named {
  readonly #first = new Map<string, Report>();
  readonly #more = new Map<string, Report[]>();

  constructor(reports: readonly Report[], name: Name) {
    for (const report of reports) {
      const value = report[name];
      if (!this.#first.has(value)) this.#first.set(value, report);
      else this.#more.set(value, [...(this.#more.get(value) ?? []), report]);
    }
  }

  list(value: string): readonly Report[] {
    const first = this.#first.get(value);
    return first === undefined ? [] : [first, ...(this.#more.get(value) ?? [])];
  }
}

const indexes = new WeakMap<readonly Report[], { readonly of: number; readonly index: ReportIndex }>();

/** Made once for each list: a list that has grown since is gone through again. */
export function indexReports(reports: readonly Report[]): ReportIndex {
  const before = indexes.get(reports);
  if (before?.of === reports.length) return before.index;
  const index = new ReportIndex(reports);
  indexes.set(reports, { of: reports.length, index });
  return index;
}
