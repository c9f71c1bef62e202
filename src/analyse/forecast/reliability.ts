import type { Certainty, Stance } from '../../model/claim.ts';
import type { Credibility } from '../../model/grade.ts';
import type { OriginStatus } from '../../model/story.ts';
import type { Grades } from '../grade/grades.ts';
import type { Sighting } from '../indicator/indicators.ts';

/** How credible what a sighting tells is; undefined where nothing speaks against it and nobody has set a grade. */
export type FindGrade = (
  sighting: Pick<Sighting, 'report' | 'statement' | 'mention'>,
  isDenied: boolean,
) => Credibility | undefined;

/** By what is known as of an instant. What nobody denies has a digit that would take nothing away, and is not graded for it. */
export function makeFindGrade(grades: Pick<Grades, 'findSet' | 'findDigit'>): FindGrade {
  return ({ report, statement, mention }, isDenied) => {
    const incident = mention?.incident;
    const set = grades.findSet(report, statement, incident);
    return set ?? (isDenied && incident !== undefined ? grades.findDigit(incident) : undefined);
  };
}

/**
 * How much of an indicator's strength one origin makes count. A source that can be held to its word may still be mistaken or
 * mislead; an unnamed one is taken for as good as a coin, until a record of such sources says better. Two of the kind together count
 * for 0.96 and 0.75: independent origins add up, relays of one do not.
 */
export const BY_STATUS: Readonly<Record<OriginStatus, number>> = { confirmed: 0.8, possible: 0.5 };

/** How much of it is left by the speaker's own words. What is not put as a statement is taken for a half-sure one. */
const BY_CERTAINTY: Readonly<Record<Certainty, number>> = {
  certain: 1,
  probable: 0.75,
  possible: 0.5,
  unknown: 0.75,
};

/**
 * How much of it is left by its Admiralty digit. What lifts a digit from 3 to 2 and 1 is the number and kind of origins, each of which
 * counts for itself already; so a digit can only take away, by what speaks against: doubtful is even, improbable one in five.
 */
const BY_GRADE: Readonly<Record<Credibility, number>> = { 1: 1, 2: 1, 3: 1, 4: 0.5, 5: 0.2, 6: 1 };

/** What is done by saying it: the sign is that it was said, however sure its content is. */
const SPEECH_ACTS: ReadonlySet<Stance> = new Set([
  'threatens',
  'promises',
  'demands',
  'claimsResponsibility',
]);

/**
 * How far one origin can be trusted in one fresh sighting, 0 to 1. The letter of the source does not enter: it says how it did before, and
 * the digit what is known of this.
 */
export function findReliability(
  status: OriginStatus,
  { statement: { stance, certainty } }: Pick<Sighting, 'statement'>,
  grade: Credibility | undefined,
): number {
  const isAct = stance !== undefined && SPEECH_ACTS.has(stance);
  return (
    BY_STATUS[status] * (isAct ? 1 : BY_CERTAINTY[certainty]) * (grade === undefined ? 1 : BY_GRADE[grade])
  );
}
