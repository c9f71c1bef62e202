import type { Hash } from '../../model/page.ts';
import type { Fingerprint } from '../../text/fingerprints.ts';

/** Share of the wording that two versions have in common for the later one to add nothing that is compared. */
const SAME = 0.9;
/** Versions of one page that are compared with others; beyond, it is one that changes for the sake of changing. */
const MOST = 20;

interface KnownPage {
  readonly story: string;
  /** Of the last version that was kept for comparison. */
  hashes: ReadonlySet<number>;
  versions: number;
}

/**
 * Tells versions that say something new from those of a page that is another at every fetch: a clock in its text, a counter, a
 * changing list. The latter are reported like all others and weigh nothing in grouping.
 */
export class PageVersions {
  readonly #pages = new Map<Hash, KnownPage>();

  /** The story of a page of which this version adds nothing; undefined where it is the first or says something new. */
  findRepeated(series: Hash, fingerprints: readonly Fingerprint[]): string | undefined {
    const page = this.#pages.get(series);
    if (page === undefined) return undefined;
    if (page.versions >= MOST) return page.story;
    const hashes = new Set(fingerprints.map(({ hash }) => hash));
    let shared = 0;
    for (const hash of hashes) if (page.hashes.has(hash)) shared += 1;
    const most = Math.max(hashes.size, page.hashes.size);
    return most > 0 && shared >= SAME * most ? page.story : undefined;
  }

  /** Takes over a version that is compared. */
  add(series: Hash, story: string, fingerprints: readonly Fingerprint[]): void {
    const hashes = new Set(fingerprints.map(({ hash }) => hash));
    const page = this.#pages.get(series);
    if (page === undefined) this.#pages.set(series, { story, hashes, versions: 1 });
    else {
      page.hashes = hashes;
      page.versions += 1;
    }
  }
}
