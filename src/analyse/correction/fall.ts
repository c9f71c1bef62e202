import type { Cause } from '../../model/correction.ts';
import { makeClaimRef } from '../report/claim-ref.ts';
import type { Part, Plan } from './plan.ts';

/** The cause of what falls with something that is set aside. */
export function makeRepeats(plan: Plan, { report, statement, mention }: Part): Cause {
  const because = plan.findCause({ report, statement, ...(mention === undefined ? {} : { mention }) });
  return {
    type: 'repeats',
    claim: makeClaimRef(report, statement),
    because: because.type === 'repeats' ? because.because : because,
    known: because.known,
  };
}
