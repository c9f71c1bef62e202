import type { RootCause } from '../../model/correction.ts';
import type { Judgement } from '../../model/judgement.ts';

/** What is given as the cause of all that a decision undoes or changes. */
export function makeRejection({ id, verdict, by, note, made }: Judgement): RootCause {
  const other = verdict === 'merge' || verdict === 'split' || verdict === 'correct' ? { verdict } : {};
  return { type: 'judgement', judgement: id, ...other, by, note, known: made };
}
