import type { ClaimOutcome, OutcomeReason } from '../../model/grade.ts';
import type { FigureSlot } from '../../model/incident.ts';
import type { ClaimRef } from '../../model/report.ts';
import { findContradicting } from './figures.ts';
import { isIndependent, isOwnWay } from './independent.ts';
import { type Denial, isFirm, type Matter, type WeighedOrigin } from './matter.ts';
import type { Stake } from './stakes.ts';
import type { AreKin } from './voices.ts';

/** How a stake came out, and by what. */
export interface Outcome {
  readonly outcome: ClaimOutcome;
  readonly reason: OutcomeReason;
  readonly why: string;
  readonly others: readonly ClaimRef[];
}

export interface SettleOptions {
  readonly figures: readonly FigureSlot[];
  readonly areKin: AreKin;
  /** Milliseconds since 1970: nothing later is known. */
  readonly asOf: number;
}

/** Milliseconds for which a denial must have gone without an independent confirmation to count as one that stood. */
export const STANDS_AFTER = 72 * 3_600_000;

/** Confirmed origins needed to say that what somebody denied was so. */
const OVERRULES = 2;

/** Whether what a source reported first or on its own has since been confirmed or contradicted by others. */
export function settle(stake: Stake, matter: Matter, options: SettleOptions): Outcome {
  if (stake.isDenial) return settleDenial(stake, matter, options);
  const against = findContradicting(stake, matter, options);
  if (against !== undefined)
    return {
      outcome: 'contradicted',
      reason: against.reason,
      why: `Gave ${against.given} ${against.of}; ${REASON_WORDS[against.reason]} counted ${against.counted}.`,
      others: against.others,
    };
  const confirming = findConfirming(stake, matter, options.areKin);
  if (confirming.length > 0)
    return {
      outcome: 'confirmed',
      reason: 'independent origin',
      why: `Confirmed afterwards by ${list(confirming.map(({ origin }) => origin.name))}.`,
      others: confirming.flatMap(({ claims }) => claims.slice(0, 1).map(({ ref }) => ref)),
    };
  const denial = findStandingDenial(stake, matter, options);
  if (denial !== undefined)
    return {
      outcome: 'contradicted',
      reason: 'standing denial',
      why: 'Denied by a speaker who can be held to it, and nobody independent has confirmed it since.',
      others: [denial.claim.ref],
    };
  return OPEN;
}

const REASON_WORDS = {
  'majority of origins': 'most origins',
  'firmer origin': 'a confirmed origin',
} as const;

const OPEN: Outcome = {
  outcome: 'open',
  reason: 'nothing yet',
  why: 'Neither confirmed nor contradicted by others so far.',
  others: [],
};

/**
 * Confirmed origins that are independent of a source and said so when it had. Nobody, where another confirmed one had said so
 * before: to agree with what is known already is no merit.
 */
export function findConfirming(stake: Stake, { firm }: Matter, areKin: AreKin): readonly WeighedOrigin[] {
  const found: WeighedOrigin[] = [];
  for (const { weighed, order } of firm) {
    if (!isIndependent(weighed, stake, areKin)) continue;
    if (order < stake.order) return [];
    const claims = weighed.claims.filter((claim) => isFirm(claim) && isOwnWay(claim, stake, areKin));
    if (claims.length > 0) found.push({ ...weighed, claims });
    if (found.length === MOST_CONFIRMING) break;
  }
  return found;
}

/** Origins that are shown as confirming; one is enough. */
const MOST_CONFIRMING = 8;

function findStandingDenial(
  stake: Stake,
  { denials, firm }: Matter,
  { areKin, asOf }: SettleOptions,
): Denial | undefined {
  // One office's word against another's settles nothing.
  const isUnfirm = stake.origins.every(({ origin }) => origin.status === 'possible');
  if (!isUnfirm || firm.some(({ weighed }) => isIndependent(weighed, stake, areKin))) return undefined;
  return denials.find(
    ({ isFirm: isHeld, claim }) => isHeld && claim.order >= stake.order && claim.order + STANDS_AFTER <= asOf,
  );
}

/** Who denied what others then confirmed was wrong. */
function settleDenial(stake: Stake, { firm }: Matter, { areKin }: SettleOptions): Outcome {
  const affirming = firm
    .map(({ weighed }) => weighed)
    .filter(
      (weighed) =>
        isIndependent(weighed, stake, areKin) &&
        weighed.claims.some((claim) => isFirm(claim) && claim.order >= stake.order),
    );
  if (affirming.length < OVERRULES) return OPEN;
  return {
    outcome: 'contradicted',
    reason: 'confirmed after its denial',
    why: `Denied it, and ${list(affirming.map(({ origin }) => origin.name))} confirmed it afterwards.`,
    others: affirming.flatMap(({ claims }) => claims.slice(0, 1).map(({ ref }) => ref)),
  };
}

function list(names: readonly string[]): string {
  const shown = [...new Set(names.map((name) => name.slice(0, 80)))].slice(0, 3);
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
