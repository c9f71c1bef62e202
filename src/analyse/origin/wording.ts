import type { Report, Statement } from '../../model/report.ts';
import type { Traced } from './traced.ts';

/** Share of a document's word sequences from which all of it counts as repeated. */
const REPEATED_DOCUMENT = 0.5;
/** Share of a statement's word triples that must stand in the other one. */
const REPEATED_STATEMENT = 0.6;

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** All runs of three words of a statement; the whole of it where it is shorter. */
function makeTriples(statement: Statement): ReadonlySet<string> {
  const list = words(statement.words);
  if (list.length < 3) return new Set([list.join(' ')]);
  return new Set(list.slice(2).map((word, index) => `${list[index]} ${list[index + 1]} ${word}`));
}

/** Remembers the word triples of statements while a tree is made. */
export class Wording {
  readonly #triples = new Map<Statement, ReadonlySet<string>>();

  #get(statement: Statement): ReadonlySet<string> {
    const known = this.#triples.get(statement);
    if (known !== undefined) return known;
    const made = makeTriples(statement);
    this.#triples.set(statement, made);
    return made;
  }

  /** Share of a statement's word triples that stand in an earlier one, 0 to 1. */
  compare(statement: Statement, earlier: Statement): number {
    const [these, those] = [this.#get(statement), this.#get(earlier)];
    let shared = 0;
    for (const triple of these) if (those.has(triple)) shared += 1;
    return these.size === 0 ? 0 : shared / these.size;
  }

  /** The statement of an earlier document that this one repeats most closely, if any. */
  findRepeated(statement: Statement, earlier: readonly Traced[]): Traced | undefined {
    let best: Traced | undefined;
    let bestShare = REPEATED_STATEMENT;
    for (const candidate of earlier) {
      const share = this.compare(statement, candidate.statement);
      if (share < bestShare) continue;
      best = candidate;
      bestShare = share;
    }
    return best;
  }
}

/** Whether a report repeats so much of an earlier document that all of it counts as taken from there. */
export function isRepeat(report: Report, document: string): boolean {
  return report.reuses.some((reuse) => reuse.document === document && reuse.share >= REPEATED_DOCUMENT);
}
