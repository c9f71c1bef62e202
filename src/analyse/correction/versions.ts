import type { Hash } from '../../model/page.ts';
import type { Fingerprint } from '../../text/fingerprints.ts';

/** Share of the wording that two versions have in common for the later one to add nothing that is compared. */
const SAME = 0.9;
/** Versions of one page that are compared with others; beyond, it is one that changes for the sake of changing. */
const MOST = 20;

/** Pages that are remembered, those seen last. */
const MOST_PAGES = 50_000;

/** Where a page's documents belong. */
interface Place {
  readonly story: string;
  readonly bundle: string;
}

interface KnownPage {
  readonly place: Place;
  /** Of the last version that was kept for comparison. */
  readonly hashes: Uint32Array;
  readonly versions: number;
}

/**
 * Tells versions that say something new from those of a page that is another at every fetch: a clock in its text, a counter, a
 * changing list. The latter are reported like all others and weigh nothing in grouping.
 */
export class PageVersions {
  readonly #pages = new Map<Hash, KnownPage>();

  /** Where a page belongs of which this version adds nothing; undefined where it is the first or says something new. */
  findRepeated(series: Hash, fingerprints: readonly Fingerprint[]): Place | undefined {
    const page = this.#pages.get(series);
    if (page === undefined) return undefined;
    if (page.versions >= MOST) return page.place;
    const hashes = new Set(fingerprints.map(({ hash }) => hash));
    let shared = 0;
    for (const hash of page.hashes) if (hashes.has(hash)) shared += 1;
    const most = Math.max(hashes.size, page.hashes.length);
    return most > 0 && shared >= SAME * most ? page.place : undefined;
  }

  /** Takes over a version that is compared. */
  add(series: Hash, place: Place, fingerprints: readonly Fingerprint[]): void {
    const hashes = Uint32Array.from(new Set(fingerprints.map(({ hash }) => hash)));
    const versions = (this.#pages.get(series)?.versions ?? 0) + 1;
    this.#pages.delete(series);
    this.#pages.set(series, { place, hashes, versions });
    if (this.#pages.size > MOST_PAGES) this.#pages.delete(this.#pages.keys().next().value!);
  }
}
