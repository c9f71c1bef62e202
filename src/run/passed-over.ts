/** What was passed over for one reason. */
export interface PassedOver {
  readonly count: number;
  /** The first few, by which a person knows what is meant. */
  readonly first: readonly string[];
}

/** Everything that was passed over, by its reason. */
export type PassedOverByReason = ReadonlyMap<string, PassedOver>;

/** Names kept of each reason: there may be a hundred thousand files of it. */
const NAMED = 2;

/** Counts what is passed over, whatever its number. */
export class PassedOverCount {
  readonly #reasons = new Map<string, PassedOver>();

  add({ source, why }: { readonly source: string; readonly why: string }): void {
    const { count, first } = this.#reasons.get(why) ?? { count: 0, first: [] };
    this.#reasons.set(why, {
      count: count + 1,
      first: first.length < NAMED ? [...first, source.slice(source.lastIndexOf('/') + 1)] : first,
    });
  }

  get byReason(): PassedOverByReason {
    return this.#reasons;
  }
}

/**
 * What was passed over, in a line; undefined where nothing was.
 *
 * @example
 * describePassedOver(count.byReason); // '13 passed over: images 12 (logo.png, map.png, …), notes 1 (README.md)'
 */
export function describePassedOver(reasons: PassedOverByReason): string | undefined {
  if (reasons.size === 0) return undefined;
  const total = [...reasons.values()].reduce((sum, { count }) => sum + count, 0);
  const parts = [...reasons].map(([why, { count, first }]) => {
    const names = count > first.length ? [...first, '…'] : first;
    return `${why} ${count} (${names.join(', ')})`;
  });
  return `${total} passed over: ${parts.join(', ')}`;
}
