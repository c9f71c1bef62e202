import type { OutcomeReason } from '../../model/grade.ts';
import type { FigureSlot, SaidValue } from '../../model/incident.ts';
import type { ClaimRef } from '../../model/report.ts';
import { findCommon, formatCount, readBounds } from '../incident/counts.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { isIndependent, isOwnWay } from './independent.ts';
import { isCertain, type Matter, type WeighedClaim } from './matter.ts';
import type { Stake } from './stakes.ts';
import type { AreKin } from './voices.ts';

/** A count that others do not bear out. */
export interface Contradicting {
  /** `rockets`, `civilian killed`. */
  readonly of: string;
  readonly given: string;
  readonly counted: string;
  readonly reason: Extract<OutcomeReason, 'majority of origins' | 'firmer origin'>;
  readonly others: readonly ClaimRef[];
}

interface Given {
  readonly figures: readonly FigureSlot[];
  readonly areKin: AreKin;
}

/**
 * A count of a source that still stands and cannot hold beside what most origins say, or beside what a confirmed origin says
 * where its own are only possible. A count that has been passed by a later one, or that nobody can decide on, tells nothing.
 */
export function findContradicting(
  stake: Stake,
  matter: Matter,
  { figures, areKin }: Given,
): Contradicting | undefined {
  const independent = findIndependent(stake, matter, areKin);
  for (const slot of figures) {
    const own = slot.values.find((value) => value.state === 'standing' && isSaidBy(value, stake));
    if (own === undefined) continue;
    const found = findMajority(slot, own, independent) ?? findFirmer(slot, own, { stake, independent });
    if (found === undefined) continue;
    return { of: nameSlot(slot), given: formatCount(own), ...found };
  }
  return undefined;
}

/** `civilian killed` for the slot of civilians that were killed. */
export const nameSlot = ({ of, who }: Pick<FigureSlot, 'of' | 'who'>): string =>
  who === undefined ? of : `${who} ${of}`;

/** What independent confirmed origins say for certain, by the keys of their claims. */
function findIndependent(
  stake: Stake,
  { origins }: Matter,
  areKin: AreKin,
): ReadonlyMap<string, WeighedClaim> {
  const claims = origins
    .filter((weighed) => isIndependent(weighed, stake, areKin))
    .flatMap((weighed) =>
      weighed.claims.filter((claim) => isCertain(claim) && isOwnWay(claim, stake, areKin)),
    );
  return new Map(claims.map((claim) => [makeClaimKey(claim.ref), claim]));
}

function isSaidBy({ says }: SaidValue, { claims }: Stake): boolean {
  const keys = new Set(claims.map(({ ref }) => makeClaimKey(ref)));
  return says.some(({ claim, withdrawn }) => withdrawn !== true && keys.has(makeClaimKey(claim)));
}

type Found = Omit<Contradicting, 'of' | 'given'>;

function findMajority(
  { best }: FigureSlot,
  own: SaidValue,
  independent: ReadonlyMap<string, WeighedClaim>,
): Found | undefined {
  if (best?.reason !== 'majority of origins') return undefined;
  const [low, high] = readBounds(own);
  if (low <= (best.high ?? Number.POSITIVE_INFINITY) && high >= best.low) return undefined;
  const others = best.claims.filter((claim) => independent.has(makeClaimKey(claim)));
  const counted = best.high === best.low ? String(best.low) : `${best.low} to ${best.high ?? 'more'}`;
  return others.length === 0 ? undefined : { counted, reason: 'majority of origins', others };
}

function findFirmer(
  { values }: FigureSlot,
  own: SaidValue,
  { stake, independent }: { readonly stake: Stake; readonly independent: ReadonlyMap<string, WeighedClaim> },
): Found | undefined {
  if (!stake.origins.every(({ origin }) => origin.status === 'possible')) return undefined;
  const firm = values.flatMap((value) => {
    const claims = value.says
      .map(({ claim }) => claim)
      .filter((claim) => independent.has(makeClaimKey(claim)));
    return value.state !== 'standing' || claims.length === 0 ? [] : [{ value, claims }];
  });
  // One confirmed origin that bears it out is enough: then it is for nobody to decide.
  if (firm.some(({ value }) => findCommon([value, own]) !== undefined)) return undefined;
  const later = firm.find(({ claims }) =>
    claims.some((claim) => (independent.get(makeClaimKey(claim))?.order ?? 0) >= stake.order),
  );
  if (later === undefined) return undefined;
  return { counted: formatCount(later.value), reason: 'firmer origin', others: later.claims };
}
