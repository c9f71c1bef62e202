import type { RootCause } from '../../model/correction.ts';
import type { Judgement } from '../../model/judgement.ts';

/** What is given as the cause of all that a rejection undoes. */
export function makeRejection({ id, by, note, made }: Judgement): RootCause {
  return { type: 'judgement', judgement: id, by, note, known: made };
}
