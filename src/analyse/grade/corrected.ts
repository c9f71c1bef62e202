import type { SetAside } from '../../model/correction.ts';
import type { ClaimRef } from '../../model/report.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { makeOutlet, type Voice } from './voices.ts';

/** What an outlet took back of one incident. */
export interface TakenBack {
  readonly voice: Voice;
  readonly incident: string;
  readonly outcome: 'corrected' | 'retracted';
  readonly claims: readonly ClaimRef[];
}

/**
 * What outlets took back by their own notes, one for each incident. What the desk rejected is not theirs (it may have been
 * misread here), and what fell because it repeated another outlet is the other's.
 */
export function findTakenBack(setAside: readonly SetAside[]): readonly TakenBack[] {
  const found = new Map<string, TakenBack>();
  for (const { cause, claim, incidents } of setAside) {
    if (cause.type !== 'note' || cause.note.type === 'clarification' || claim.outlet === undefined) continue;
    const voice = makeOutlet(claim.outlet);
    for (const incident of incidents) {
      const key = `${voice.key} ${incident}`;
      const before = found.get(key);
      const isRetracted = cause.note.type === 'retraction' || before?.outcome === 'retracted';
      const claims = [...(before?.claims ?? []), claim];
      found.set(key, {
        voice,
        incident,
        outcome: isRetracted ? 'retracted' : 'corrected',
        claims: [...new Map(claims.map((each) => [makeClaimKey(each), each])).values()],
      });
    }
  }
  return [...found.values()];
}
