import type { OutcomeReason } from '../../model/grade.ts';
import type { FigureSlot, SaidValue } from '../../model/incident.ts';
import type { ClaimRef } from '../../model/report.ts';
import { findCommon, formatCount, readBounds } from '../incident/counts.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { isIndependent, isOwnWay } from './independent.ts';
import { isCertain, type Matter } from './matter.ts';
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
  const keys = new Set(stake.claims.map(({ ref }) => makeClaimKey(ref)));
  let independent: ReadonlyMap<string, Firm> | undefined;
  for (const slot of figures) {
    // One value alone is contradicted by none.
    if (slot.values.length < 2) continue;
    const own = slot.values.find((value) => value.state === 'standing' && isSaidBy(value, keys));
    if (own === undefined) continue;
    independent ??= findIndependent(stake, matter, areKin);
    const found =
      findMajority(slot, own, { stake, independent }) ?? findFirmer(slot, own, { stake, independent });
    if (found === undefined) continue;
    return { of: nameSlot(slot), given: formatCount(own), ...found };
  }
  return undefined;
}

/** `civilian killed` for the slot of civilians that were killed. */
export const nameSlot = ({ of, who }: Pick<FigureSlot, 'of' | 'who'>): string =>
  who === undefined ? of : `${who} ${of}`;

/** A claim of an independent confirmed origin. */
interface Firm {
  readonly origin: string;
  readonly order: number;
}

/** What independent confirmed origins say for certain, by the keys of their claims. */
function findIndependent(stake: Stake, { origins }: Matter, areKin: AreKin): ReadonlyMap<string, Firm> {
  const firm = new Map<string, Firm>();
  for (const weighed of origins) {
    if (!isIndependent(weighed, stake, areKin)) continue;
    for (const claim of weighed.claims) {
      if (!isCertain(claim) || !isOwnWay(claim, stake, areKin)) continue;
      firm.set(makeClaimKey(claim.ref), { origin: weighed.origin.id, order: claim.order });
    }
  }
  return firm;
}

const isSaidBy = ({ says }: SaidValue, keys: ReadonlySet<string>): boolean =>
  says.some(({ claim, withdrawn }) => withdrawn !== true && keys.has(makeClaimKey(claim)));

type Found = Omit<Contradicting, 'of' | 'given'>;

interface FoundBy {
  readonly stake: Stake;
  readonly independent: ReadonlyMap<string, Firm>;
}

/** Whether a source has nothing but unnamed sources, or none that is visible, behind it. */
const isUnfirm = ({ origins }: Stake): boolean => origins.every(({ origin }) => origin.status === 'possible');

function findMajority(
  { best, values }: FigureSlot,
  own: SaidValue,
  { stake, independent }: FoundBy,
): Found | undefined {
  if (best?.reason !== 'majority of origins') return undefined;
  const [low, high] = readBounds(own);
  if (low <= (best.high ?? Number.POSITIVE_INFINITY) && high >= best.low) return undefined;
  const keys = new Set(best.claims.map(makeClaimKey));
  const held = values.find(({ says }) => says.some(({ claim }) => keys.has(makeClaimKey(claim))));
  const others = best.claims.filter((claim) => independent.has(makeClaimKey(claim)));
  const firm = new Set(others.map((claim) => independent.get(makeClaimKey(claim))?.origin));
  // One office's word against another's settles nothing, whoever else repeats it without a name.
  if (held === undefined || firm.size < (isUnfirm(stake) ? 1 : 2)) return undefined;
  return { counted: formatCount(held), reason: 'majority of origins', others };
}

function findFirmer(
  { values }: FigureSlot,
  own: SaidValue,
  { stake, independent }: FoundBy,
): Found | undefined {
  if (!isUnfirm(stake)) return undefined;
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
