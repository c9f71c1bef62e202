import type { Reading } from '../../model/reading.ts';
import type { Report, Statement } from '../../model/report.ts';
import { makeTextSpan, type TextSpan } from '../../model/span.ts';

/** Characters of an opening. */
const LONGEST = 400;

/**
 * How a text begins: its first sentence, and those after it as long as they fit.
 *
 * @example
 * findLede(reading)?.text; // 'A fire closed the harbour early on Monday.'
 */
export function findLede({ document, sentences }: Reading): TextSpan | undefined {
  const [first] = sentences;
  if (first === undefined) return undefined;
  const fitting = sentences.findLast(({ end }) => end - first.start <= LONGEST) ?? first;
  return makeTextSpan(document.text, first.start, Math.min(fitting.end, first.start + 2 * LONGEST));
}

/** Id of the statement that stands for a report in which no claim was read. */
const NO_CLAIM = '';

/** A report's statements; where no claim was read, its opening stands for what it says in its own voice. */
export function listStatements(report: Report): readonly Statement[] {
  const opening = report.statements.length > 0 ? undefined : makeOpening(report);
  return opening === undefined ? report.statements : [opening];
}

const openings = new WeakMap<Report, Statement>();

/** The opening of a report as a statement in its own voice: the same value whenever it is asked for. */
export function makeOpening(report: Report): Statement | undefined {
  const { lede } = report;
  if (lede === undefined) return undefined;
  const made = openings.get(report) ?? {
    claim: NO_CLAIM,
    start: lede.start,
    end: lede.end,
    words: lede.text,
    chain: [{ name: report.outlet ?? report.url ?? report.document, type: 'outlet' as const }],
    quote: 'none' as const,
    stance: 'asserts' as const,
    certainty: 'certain' as const,
    polarity: 'affirmed' as const,
    evidence: 'unstated' as const,
    mentions: [],
  };
  openings.set(report, made);
  return made;
}

/** Whether a statement is a claim of its document, and no opening without one. */
export function isClaim({ claim }: Pick<Statement, 'claim'>): boolean {
  return claim !== NO_CLAIM;
}
