/** How a long list is fetched: so many rows in one message, and from where the next one goes on. */
export interface PortionOptions<Row> {
  /** Rows wanted in all. */
  readonly limit: number;
  /** Rows in one message: few where a row is large. */
  readonly size: number;
  fetch(after: Row | undefined, limit: number): Promise<readonly Row[]>;
}

/**
 * The rows of a list, a portion at a time: a single message with all of them would hold both threads up and stand twice in
 * memory. A portion that is not full is the last.
 *
 * @example
 * for await (const rows of fetchPortions({ limit: 1000, size: 200, fetch })) use(rows);
 */
export async function* fetchPortions<Row>(
  options: PortionOptions<Row>,
): AsyncGenerator<readonly Row[], void, undefined> {
  let last: Row | undefined;
  for (let rest = options.limit; rest > 0; ) {
    const wanted = Math.min(rest, options.size);
    const rows = await options.fetch(last, wanted);
    if (rows.length > 0) yield rows;
    if (rows.length < wanted) return;
    rest -= rows.length;
    last = rows.at(-1);
  }
}

/** All rows of a list, each made into what is shown as soon as it has come. */
export async function collectPortions<Row, Shown>(
  options: PortionOptions<Row>,
  show: (row: Row) => Shown,
): Promise<readonly Shown[]> {
  const all: Shown[] = [];
  for await (const rows of fetchPortions(options)) for (const row of rows) all.push(show(row));
  return all;
}
