import { StoreError } from '../../../model/errors.ts';
import { type Judgement, VERDICTS } from '../../../model/judgement.ts';
import { parseInstant } from '../../instants.ts';
import type { Store } from '../../store.ts';
import type { NumberedMessage } from '../messages.ts';
import { collectPortions } from '../portions.ts';
import type { Session } from '../session.ts';

/** What people of the desk decided. */
export type JudgementMethods = Pick<Store, 'addJudgement' | 'listJudgements'>;

/** Rows in one message. */
const ROWS = 500;

export function makeJudgementMethods(session: Session): JudgementMethods {
  return {
    async addJudgement(judgement) {
      session.checkWritable();
      const made = parseInstant(judgement.made);
      const fault = findFault(judgement, made);
      if (fault !== undefined)
        throw new StoreError('judgement', `it ${fault}`, 'Say what is judged, how, by whom and why.');
      return session.write('addJudgement', { ...judgement, made: made ?? judgement.made });
    },
    listJudgements: (request = {}) =>
      collectPortions<NumberedMessage, Judgement>(
        {
          limit: Number.POSITIVE_INFINITY,
          size: ROWS,
          fetch: (last, size) =>
            session.call('listJudgements', { ...request, after: last?.number ?? 0, limit: size }),
        },
        ({ number, json }) => parse(number, json),
      ),
  };
}

function findFault({ by, note, verdict }: Omit<Judgement, 'kind' | 'id'>, made: string | undefined) {
  if (made === undefined) return 'has no instant';
  if (!VERDICTS.includes(verdict)) return 'has no known verdict';
  if (by.trim() === '') return 'names nobody who made it';
  return note.trim() === '' ? 'gives no reason' : undefined;
}

function parse(number: number, json: string): Judgement {
  try {
    return JSON.parse(json) as Judgement;
  } catch (error) {
    throw new StoreError(
      `judgement j${number}`,
      'it was damaged and can no longer be read',
      'Restore the last backup.',
      {
        cause: error,
      },
    );
  }
}
