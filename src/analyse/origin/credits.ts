import type { ChainLink } from '../../model/claim.ts';
import type { CreditForm, Report, Statement } from '../../model/report.ts';
import { isOverlapping } from '../../model/span.ts';
import type { Outlets } from './outlets.ts';

/** Characters between a speaker's name and a credit that is of the speaker: "officials cited by the Harbour Wire". */
const BESIDE = 18;
/** Characters behind an own voice's statement within which a credit is of it too. */
const NEXT = 160;

/** A credit mark whose name is an outlet's. */
export interface ReadMark {
  readonly form: CreditForm;
  readonly key: string;
  readonly name: string;
  readonly isOwn: boolean;
  /** The credit is given in the sentence behind, and not in the statement's own. */
  readonly isBehind?: boolean;
  readonly start?: number;
  readonly end?: number;
  readonly within?: readonly [start: number, end: number];
}

/** The marks of a report that name an outlet, its own among them: who told it to the paper itself credits nobody. */
export function readMarks(report: Report, outlets: Outlets, own: string): readonly ReadMark[] {
  return (report.credits ?? []).flatMap(({ name, ...mark }): ReadMark[] => {
    const found = outlets.find(name);
    return found === undefined ? [] : [{ ...mark, ...found, isOwn: found.key === own }];
  });
}

/** The mark that stands on a link's own name: it says better than the link which outlet is meant. */
export function findMarkOn(link: ChainLink, marks: readonly ReadMark[]): ReadMark | undefined {
  const { start, end } = link;
  if (start === undefined || end === undefined) return undefined;
  return marks.find(
    (mark) =>
      mark.start !== undefined &&
      mark.end !== undefined &&
      isOverlapping({ start, end }, { start: mark.start, end: mark.end }),
  );
}

/**
 * The outlet that a statement's sentence credits beside its chain. With a speaker it must be said of the speaker: whom they
 * told, who cites them. An own voice has its words from whatever outlet its sentence credits.
 */
export function findMarkOf(
  statement: Statement,
  speaker: ChainLink | undefined,
  marks: readonly ReadMark[],
): ReadMark | undefined {
  const inSentence = marks.filter(
    ({ within, start }) =>
      start !== undefined &&
      within !== undefined &&
      isOverlapping(statement, { start: within[0], end: within[1] }),
  );
  const at = speaker?.cue?.end ?? speaker?.end ?? statement.end;
  const distance = (mark: ReadMark) => Math.abs((mark.start ?? 0) - at);
  const nearest = [...inSentence].sort((a, b) => distance(a) - distance(b));
  if (speaker === undefined) {
    const [first = findNext(statement, marks)] = nearest;
    return first?.isOwn === true ? undefined : first;
  }
  const mark = nearest.find(({ form }) => form === 'told' || form === 'seen');
  const cited = nearest.find((other) => other.form === 'report' && isBeside(other, speaker));
  const found = mark ?? cited;
  return found?.isOwn === true ? undefined : found;
}

/** The credit of a sentence right behind: "He will go in May. He has told the president, sources told the Harbour Wire." */
function findNext({ end }: Statement, marks: readonly ReadMark[]): ReadMark | undefined {
  const next = marks.filter(
    ({ form, start = -1 }) => form !== 'copy' && form !== 'part' && start >= end && start - end <= NEXT,
  );
  const [first] = next.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  return first === undefined ? undefined : { ...first, isBehind: true };
}

function isBeside({ start = 0, end = 0 }: ReadMark, { start: from, end: to }: ChainLink): boolean {
  if (from === undefined || to === undefined) return false;
  return (start >= to && start - to <= BESIDE) || (end <= from && from - end <= BESIDE);
}

/** The outlet whose copy all of a report is, or parts of it. */
export function findCopied(marks: readonly ReadMark[], form: 'copy' | 'part'): ReadMark | undefined {
  return marks.find((mark) => mark.form === form && !mark.isOwn);
}
