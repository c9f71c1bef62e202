import type { Credibility, GradeChange, GradedType, Reliability, SetGrade } from '../../model/grade.ts';
import { CREDIBILITIES, RELIABILITIES } from '../../model/grade.ts';
import type { JudgedThing, Judgement } from '../../model/judgement.ts';
import { chooseStanding } from '../correction/standing.ts';
import { makeClaimKey } from '../report/claim-ref.ts';

/** Names what a judgement is of, where that is something that bears a grade. */
export function nameGraded(of: JudgedThing): { readonly type: GradedType; readonly of: string } | undefined {
  if (of.type === 'source') return { type: 'source', of: of.source };
  if (of.type === 'incident') return { type: 'incident', of: of.incident };
  if (of.type === 'claim' && of.event === undefined) return { type: 'claim', of: makeClaimKey(of) };
  return undefined;
}

/** Whether a value is a grade that a thing of that type can have. */
export function isGradeOf(type: GradedType, value: string | undefined): boolean {
  const values: readonly string[] = type === 'source' ? RELIABILITIES : CREDIBILITIES;
  return value !== undefined && values.includes(value);
}

/** A grade that holds because a person has set it. */
export interface StandingGrade<Grade extends Reliability | Credibility> {
  readonly value: Grade;
  readonly set: SetGrade;
}

/** Grades that people have set, by what they are of; of several of one thing the latest that was not withdrawn holds. */
export class SetGrades {
  readonly #grades = new Map<string, Judgement>();

  /** @param standing Judgements that hold (`chooseStanding`), in the order in which they were made. */
  constructor(standing: readonly Judgement[]) {
    for (const judgement of standing) {
      const named = judgement.verdict === 'grade' ? nameGraded(judgement.of) : undefined;
      if (named !== undefined && isGradeOf(named.type, judgement.value))
        this.#grades.set(`${named.type} ${named.of}`, judgement);
    }
  }

  findSource(key: string): StandingGrade<Reliability> | undefined {
    return this.#find('source', key);
  }

  findIncident(id: string): StandingGrade<Credibility> | undefined {
    return this.#find('incident', id);
  }

  findClaim(key: string): StandingGrade<Credibility> | undefined {
    return this.#find('claim', key);
  }

  /** Sources that somebody has graded, known by reports or not. */
  listSources(): readonly string[] {
    return [...this.#grades.values()].flatMap(({ of }) => (of.type === 'source' ? [of.source] : []));
  }

  holds({ id, of }: Judgement): boolean {
    const named = nameGraded(of);
    return named !== undefined && this.#grades.get(`${named.type} ${named.of}`)?.id === id;
  }

  #find<Grade extends Reliability | Credibility>(
    type: GradedType,
    of: string,
  ): StandingGrade<Grade> | undefined {
    const judgement = this.#grades.get(`${type} ${of}`);
    if (judgement === undefined) return undefined;
    const { id, by, made, note, value } = judgement;
    return { value: value as Grade, set: { judgement: id, by, made, note } };
  }
}

/**
 * Who has changed which grade, oldest first: settings, withdrawals of them, and withdrawals of those.
 *
 * @param judgements All that were made by the instant, withdrawn or not.
 */
export function listGradeChanges(judgements: readonly Judgement[], asOf: string): readonly GradeChange[] {
  const standing = chooseStanding(judgements, asOf);
  const set = new SetGrades(standing);
  const withdrawn = new Set(
    judgements.flatMap(({ verdict, value }) =>
      verdict === 'withdraw' && value !== undefined ? [value] : [],
    ),
  );
  const changes = new Map<string, GradeChange>();
  for (const judgement of judgements) {
    const { id, verdict, value, made, by, note } = judgement;
    const named = nameGraded(judgement.of);
    const isGrade = verdict === 'grade';
    const isTakingBack = verdict === 'withdraw' && value !== undefined && changes.has(value);
    if (named === undefined || !(isGrade || isTakingBack)) continue;
    changes.set(id, {
      judgement: id,
      made,
      by,
      ...named,
      ...(isGrade && value !== undefined ? { value } : {}),
      ...(isTakingBack ? { withdraws: value } : {}),
      note,
      stands: isGrade ? set.holds(judgement) : !withdrawn.has(id),
    });
  }
  return [...changes.values()];
}
