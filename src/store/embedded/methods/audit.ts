import { AUDIT_OUTCOMES, type AuditEntry, type AuditFacts } from '../../../model/audit.ts';
import { StoreError } from '../../../model/errors.ts';
import { readAuditRow } from '../../audit.ts';
import { parseInstant } from '../../instants.ts';
import { findLimit } from '../../limits.ts';
import type { Store } from '../../store.ts';
import type { NumberedMessage } from '../messages.ts';
import { fetchPortions } from '../portions.ts';
import type { Session } from '../session.ts';

/** Who did what. */
export type AuditMethods = Pick<Store, 'appendAudit' | 'listAudit' | 'exportAudit'>;

/** Rows in one message. */
const ROWS = 500;

export function makeAuditMethods(session: Session): AuditMethods {
  return {
    async appendAudit(facts) {
      session.checkWritable();
      checkFacts(facts);
      return session.write('appendAudit', facts);
    },
    async listAudit({ limit, ...filter } = {}) {
      const rows = await session.call('listAudit', { ...filter, limit: findLimit(limit) });
      return rows.map(({ number, json }): AuditEntry => readAuditRow(number, json));
    },
    async *exportAudit() {
      session.checkOpen();
      const portions = fetchPortions<NumberedMessage>({
        limit: Number.POSITIVE_INFINITY,
        size: ROWS,
        fetch: (last, limit) => session.call('exportAudit', { after: last?.number ?? 0, limit }),
      });
      for await (const rows of portions) for (const { json } of rows) yield json;
    },
  };
}

function checkFacts({ at, operation, outcome }: AuditFacts): void {
  const fault =
    parseInstant(at) !== at
      ? 'has no instant'
      : operation.trim() === ''
        ? 'names no operation'
        : AUDIT_OUTCOMES.includes(outcome)
          ? undefined
          : 'has no known outcome';
  if (fault !== undefined)
    throw new StoreError('audit entry', `it ${fault}`, 'Say what was done, when and how it ended.');
}
