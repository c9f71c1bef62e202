import type { Coverage, IndicatorState } from '../../model/forecast.ts';
import type { Indicator, Watchers } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { type HeardSource, isAlive, isWatcher, listSources, type PlacedSource } from './sources.ts';

const DAY = 86_400_000;
/** Days on which a source was heard before it is missed when it falls silent. */
const REGULAR = 3;
/** Days after its last word for which a dead source is still missed. */
const MISSED = 365;

/**
 * The sources that a store has been hearing, as of an instant. Expected is whoever was heard on three days or more and less than a year
 * ago, dead or alive, and whoever else is alive: a page that was added by hand once is not waited for.
 *
 * @example
 * const heard = getHeard(reports, Date.parse('2020-12-11T18:00:00Z'));
 * heard.getCoverage({ country: ['IQ'] }).share; // 0.5
 */
export class Heard {
  readonly #sources: readonly HeardSource[];
  readonly #now: number;
  /** By those who would report a sign: many signs name the same, or all. */
  readonly #found = new Map<Watchers | undefined, readonly HeardSource[]>();
  readonly #coverage = new Map<Watchers | undefined, Coverage>();

  /**
   * @param now In milliseconds.
   * @param placed Where the desk says that sources are.
   */
  constructor(reports: readonly Report[], now: number, placed: readonly PlacedSource[] = NOWHERE) {
    this.#now = now;
    this.#sources = listSources(reports, now, placed).filter(
      (source) => isAlive(source, now) || (source.days >= REGULAR && now - source.last <= MISSED * DAY),
    );
  }

  /** Of those who would report a sign; of all unless given. */
  getCoverage(...watchers: readonly (Watchers | undefined)[]): Coverage {
    // Where one sign may be reported by anybody, all may be by somebody.
    const only = watchers.includes(undefined) ? undefined : watchers[0];
    if (watchers.length > 1 && only !== undefined) return this.#cover(this.#choose(watchers));
    const known = this.#coverage.get(only) ?? this.#cover(this.#find(only));
    this.#coverage.set(only, known);
    return known;
  }

  #cover(expected: readonly HeardSource[]): Coverage {
    const delivered = expected.filter(({ last }) => this.#now - last <= DAY);
    const dead = expected.filter((source) => !isAlive(source, this.#now));
    return {
      expected: expected.map(({ name }) => name),
      delivered: delivered.map(({ name }) => name),
      ...(expected.length === 0 ? {} : { share: delivered.length / expected.length }),
      ...(dead.length === 0
        ? {}
        : { dead: dead.map(({ name, last }) => ({ name, lastHeard: new Date(last).toISOString() })) }),
    };
  }

  /** Names of those alive who would report a sign. */
  listAlive(watchers: Watchers | undefined): readonly string[] {
    return this.#find(watchers).flatMap((source) => (isAlive(source, this.#now) ? source.name : []));
  }

  /**
   * What it means that an indicator is not reported. It cannot be seen where nobody is alive who would report it. It was looked for where
   * at least half of those expected are alive and have been heard since before its half-life began.
   */
  judgeSilence({ seenBy, halfLife }: Pick<Indicator, 'seenBy' | 'halfLife'>): IndicatorState {
    const expected = this.#find(seenBy);
    const alive = expected.filter((source) => isAlive(source, this.#now));
    if (alive.length === 0) return 'cannot be seen';
    const looking = alive.filter(({ first }) => this.#now - first >= halfLife * DAY);
    return 2 * looking.length >= expected.length ? 'looked and not seen' : 'not observed';
  }

  /** How many sources are heard on a usual day: each by the share of days on which it was heard since its first word. */
  get usualPerDay(): number {
    return this.#sources.reduce((sum, { first, last, days }) => {
      const span = (last - first) / DAY + 1;
      return sum + Math.min(1, days / span);
    }, 0);
  }

  #find(watchers: Watchers | undefined): readonly HeardSource[] {
    const known = this.#found.get(watchers) ?? this.#choose(watchers === undefined ? [] : [watchers]);
    this.#found.set(watchers, known);
    return known;
  }

  #choose(watchers: readonly (Watchers | undefined)[]): readonly HeardSource[] {
    // Whoever is heard would report what names nobody.
    if (watchers.some((each) => each === undefined)) return this.#sources;
    return this.#sources.filter(
      (source) => watchers.length === 0 || watchers.some((each) => isWatcher(source, each)),
    );
  }
}

interface Kept {
  readonly of: number;
  readonly now: number;
  readonly placed: readonly PlacedSource[];
  readonly heard: Heard;
}

/** Made last for each list of reports: all problems of a look share one. */
const kept = new WeakMap<readonly Report[], Kept>();
const NOWHERE: readonly PlacedSource[] = [];

/** As `new Heard`. */
export function getHeard(
  reports: readonly Report[],
  now: number,
  placed: readonly PlacedSource[] = NOWHERE,
): Heard {
  const before = kept.get(reports);
  if (before?.now === now && before.of === reports.length && before.placed === placed) return before.heard;
  const heard = new Heard(reports, now, placed);
  kept.set(reports, { of: reports.length, now, placed, heard });
  return heard;
}
