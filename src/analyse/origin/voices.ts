import type { Report, Statement } from '../../model/report.ts';
import { makeOpening } from '../report/lede.ts';
import { listContentWords } from '../report/sentence-words.ts';
import { traceReport } from './access.ts';
import { getWords } from './names.ts';
import { Outlets } from './outlets.ts';
import type { Traced } from './traced.ts';

/** Characters within which a report tells its news, and by whom it has it. */
const OPENING = 400;
/** Characters within which whom a report has spoken to itself counts as well. */
const TOP = 1500;
/** Words of the matter that what somebody says must have to be on it; and where its event is on it already. */
const FEWEST_SHARED = 2;

/** Acts by which somebody reacts to what others have told, and tells nothing. */
const REACTING: ReadonlySet<string> = new Set(
  `call urge condemn welcome demand deplore appeal criticise criticize praise congratulate hail slam denounce regret lament
  mourn thank invite disown dismiss`.split(/\s+/),
);

/**
 * Who speaks on the matter of a set of reports: at a report's opening in words that others use of the matter, or to the report's
 * own outlet. Who speaks further down may well speak of something else, or only of what others did.
 */
export class Voices {
  readonly #outlets: Outlets;
  readonly #words: ReadonlyMap<string, number>;
  readonly #least: number;
  /** In how many reports each speaker is. */
  readonly #speaking = new Map<string, number>();

  constructor(reports: readonly Report[]) {
    this.#outlets = new Outlets(reports);
    this.#words = countWords(reports);
    this.#least = Math.min(2, reports.length);
    for (const report of reports) {
      const keys = traceReport(report, this.#outlets).map(({ access }) =>
        access.kind === 'named' ? access.key : '',
      );
      for (const key of new Set(keys)) this.#speaking.set(key, (this.#speaking.get(key) ?? 0) + 1);
    }
  }

  /**
   * The statements by which a report speaks on the matter; `telling` are those whose events are on it. Undefined where there is
   * none.
   */
  choose(report: Report, telling: readonly Statement[]): readonly Statement[] | undefined {
    const isTelling = new Set(telling);
    const chosen = traceReport(report, this.#outlets).filter((one) => {
      const { statement } = one;
      if (isSpoken(one) && isReaction(statement)) return false;
      if (isTelling.has(statement) && statement.start < OPENING)
        return !isSpoken(one) || this.#countShared(statement) > 0;
      if (!isSpoken(one) || one.isWithheld) return false;
      if (statement.start < TOP && one.isTold) return true;
      if (statement.start >= OPENING) return false;
      return this.#isOftenHeard(one) || this.#countShared(statement) >= FEWEST_SHARED;
    });
    if (chosen.length > 0) return chosen.map(({ statement }) => statement);
    const left = telling.filter((statement) => !isReaction(statement));
    if (left.some((statement) => this.#countShared(statement) > 0)) return left;
    // What is read of it lies further down alone: how it begins tells that it is on the matter.
    const opening = report.statements.some((statement) => statement.start < OPENING && !isReaction(statement))
      ? undefined
      : makeOpening(report);
    if (opening !== undefined) return [opening];
    return telling.length > 0 ? telling : undefined;
  }

  /** Whom several reports have speak is somebody who speaks on their matter. */
  #isOftenHeard({ access }: Traced): boolean {
    return access.kind === 'named' && (this.#speaking.get(access.key) ?? 0) > 1;
  }

  /** How many words a statement shares with how the reports of the matter begin. */
  #countShared({ words }: Statement): number {
    return new Set(listContentWords(words).filter((word) => (this.#words.get(word) ?? 0) >= this.#least))
      .size;
  }
}

const isSpoken = ({ access }: Traced): boolean => access.kind === 'named' || access.kind === 'unnamed';

function isReaction({ chain, stance }: Statement): boolean {
  const acts = chain.slice(1).map(({ cue }) => cue?.act ?? '');
  return acts.some(
    (act) => REACTING.has(act.split(' ')[0] ?? '') && (act.includes(' ') || stance !== 'asserts'),
  );
}

/** In how many reports' titles and openings each word stands. */
function countWords(reports: readonly Report[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const days = getWords('weekday');
  for (const { title, lede } of reports) {
    for (const word of new Set(listContentWords(`${title ?? ''} ${lede?.text ?? ''}`)))
      if (!days.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
