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
  const found = { stake, findFirm: makeFindFirm(stake, matter, areKin) };
  for (const slot of figures) {
    // One value alone is contradicted by none.
    if (slot.values.length < 2) continue;
    const own = slot.values.find((value) => value.state === 'standing' && isSaidBy(value, keys));
    if (own === undefined) continue;
    const against = findMajority(slot, own, found) ?? findFirmer(slot, own, found);
    if (against !== undefined) return { of: nameSlot(slot), given: formatCount(own), ...against };
  }
  return undefined;
}

/** `civilian killed` for the slot of civilians that were killed. */
export const nameSlot = ({ of, who }: Pick<FigureSlot, 'of' | 'who'>): string =>
  who === undefined ? of : `${who} ${of}`;

/** Finds the origin of a claim where that is independent and confirmed and says so for certain. */
type FindFirm = (claim: ClaimRef) => { readonly origin: string; readonly order: number } | undefined;

function makeFindFirm(stake: Stake, { byClaim }: Matter, areKin: AreKin): FindFirm {
  return (ref) => {
    const found = byClaim.get(makeClaimKey(ref));
    if (found === undefined) return undefined;
    const { weighed, claim } = found;
    const isFirm =
      isCertain(claim) && isIndependent(weighed, stake, areKin) && isOwnWay(claim, stake, areKin);
    return isFirm ? { origin: weighed.origin.id, order: claim.order } : undefined;
  };
}

const isSaidBy = ({ says }: SaidValue, keys: ReadonlySet<string>): boolean =>
  says.some(({ claim, withdrawn }) => withdrawn !== true && keys.has(makeClaimKey(claim)));

type Found = Omit<Contradicting, 'of' | 'given'>;

interface FoundBy {
  readonly stake: Stake;
  readonly findFirm: FindFirm;
}

/** Claims that are shown against a count; two origins are enough. */
const MOST_OTHERS = 4;

/** Whether a source has nothing but unnamed sources, or none that is visible, behind it. */
const isUnfirm = ({ origins }: Stake): boolean => origins.every(({ origin }) => origin.status === 'possible');

function findMajority(
  { best, values }: FigureSlot,
  own: SaidValue,
  { stake, findFirm }: FoundBy,
): Found | undefined {
  if (best?.reason !== 'majority of origins') return undefined;
  const [low, high] = readBounds(own);
  if (low <= (best.high ?? Number.POSITIVE_INFINITY) && high >= best.low) return undefined;
  const keys = new Set(best.claims.map(makeClaimKey));
  const held = values.find(({ says }) => says.some(({ claim }) => keys.has(makeClaimKey(claim))));
  const others: ClaimRef[] = [];
  const firm = new Set<string>();
  for (const claim of best.claims) {
    const origin = findFirm(claim)?.origin;
    if (origin === undefined || firm.has(origin)) continue;
    firm.add(origin);
    others.push(claim);
    if (others.length === MOST_OTHERS) break;
  }
  // One office's word against another's settles nothing, whoever else repeats it without a name.
  if (held === undefined || firm.size < (isUnfirm(stake) ? 1 : 2)) return undefined;
  return { counted: formatCount(held), reason: 'majority of origins', others };
}

function findFirmer({ values }: FigureSlot, own: SaidValue, { stake, findFirm }: FoundBy): Found | undefined {
  if (!isUnfirm(stake)) return undefined;
  let against: Found | undefined;
  for (const value of values) {
    if (value.state !== 'standing') continue;
    const isBorneOut = findCommon([value, own]) !== undefined;
    if (against !== undefined && !isBorneOut) continue;
    const claim = value.says.find((each) => {
      const found = findFirm(each.claim);
      return found !== undefined && (isBorneOut || found.order >= stake.order);
    })?.claim;
    if (claim === undefined) continue;
    // One confirmed origin that bears it out is enough: then it is for nobody to decide.
    if (isBorneOut) return undefined;
    against = { counted: formatCount(value), reason: 'firmer origin', others: [claim] };
  }
  return against;
}
