import type { Hash } from '../../model/page.ts';
import type { ClaimRef, Report, Statement } from '../../model/report.ts';
import { getKnownInstant } from '../known.ts';

/** A claim with its report. */
export interface FoundClaim {
  readonly report: Report;
  readonly statement: Statement;
}

/** Where each report of a list stands, by its document. */
export class ReportIndex {
  readonly #places = new Map<string, number>();
  /** Further places of the same document: of several readings, say. */
  readonly #more = new Map<string, number[]>();
  readonly #reports: readonly Report[];
  #firstKnown: number | undefined;

  constructor(reports: readonly Report[]) {
    this.#reports = reports;
    for (const [at, { document }] of reports.entries()) {
      if (!this.#places.has(document)) this.#places.set(document, at);
      else this.#more.set(document, [...(this.#more.get(document) ?? []), at]);
    }
  }

  find(document: Hash | string): Report | undefined {
    return this.#reports[this.findPlace(document)];
  }

  /** The first place of a document; -1 where it is not there. */
  findPlace(document: string): number {
    return this.#places.get(document) ?? -1;
  }

  findClaim({ document, claim }: Pick<ClaimRef, 'document' | 'claim'>): FoundClaim | undefined {
    // Of several the last counts.
    for (const at of [this.findPlace(document), ...(this.#more.get(document) ?? [])].toReversed()) {
      const report = this.#reports[at];
      const statement = report?.statements.findLast((each) => each.claim === claim);
      if (report !== undefined && statement !== undefined) return { report, statement };
    }
    return undefined;
  }

  /** The earliest instant since when one of them is known, in milliseconds; infinite without any. */
  get firstKnown(): number {
    if (this.#firstKnown === undefined) {
      let first = Number.POSITIVE_INFINITY;
      for (const report of this.#reports) first = Math.min(first, getKnownInstant(report));
      this.#firstKnown = first;
    }
    return this.#firstKnown;
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
