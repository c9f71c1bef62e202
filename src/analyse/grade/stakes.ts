import type { ClaimRef } from '../../model/report.ts';
import type { OriginTree, ReportRole } from '../../model/story.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import type { Matter, WeighedClaim, WeighedOrigin } from './matter.ts';
import type { Voice } from './voices.ts';

/** What a source has reported of one incident first or on its own: it gains or loses by how that comes out. */
export interface Stake {
  readonly voice: Voice;
  /** Instant at which it first said so. */
  readonly order: number;
  /** Its own claims, earliest first; at least one. */
  readonly claims: readonly WeighedClaim[];
  /** Origins of its first report: their word is no other than its own. */
  readonly origins: readonly WeighedOrigin[];
  /** Whether it says that the thing is not so. */
  readonly isDenial: boolean;
}

/** Roles of reports that bring an access of their own. */
const OWN: ReadonlySet<ReportRole> = new Set(['origin', 'echoWithDetail', 'ownConfirmation']);

/** All stakes in one incident: of outlets in what they had first-hand, of offices in what they said. */
export function findStakes(matter: Matter, tree: OriginTree): readonly Stake[] {
  return [...findOutletStakes(matter, tree), ...findOfficeStakes(matter), ...findDenialStakes(matter)];
}

/** An outlet's stake is in the accesses that it was the first to have; what it repeats is no merit of its own. */
function findOutletStakes({ origins }: Matter, tree: OriginTree): readonly Stake[] {
  const first = tree.reports.find((node) => node.origins.length > 0)?.document;
  const stakes = new Map<string, { -readonly [Key in keyof Stake]: Stake[Key] }>();
  const held = origins.flatMap((weighed) => {
    const document = weighed.origin.claims[0]?.document;
    const claims = weighed.claims.filter(
      (claim) => claim.ref.document === document && claim.credits.length === 0 && isOwn(claim),
    );
    // What nobody is credited for may be an echo that does not say so, unless there was nobody before.
    const isBlind = weighed.origin.reason === 'no visible credit' && document !== first;
    return claims.length === 0 || isBlind ? [] : [{ weighed, claims }];
  });
  for (const { weighed, claims } of held.sort((a, b) => a.claims[0]!.order - b.claims[0]!.order)) {
    const { outlet, order, ref } = claims[0]!;
    if (isNameless(outlet, ref)) continue;
    const stake = stakes.get(outlet.key);
    if (stake === undefined) {
      stakes.set(outlet.key, { voice: outlet, order, claims, origins: [weighed], isDenial: false });
      continue;
    }
    stake.claims = [...stake.claims, ...claims];
    if (order === stake.order) stake.origins = [...stake.origins, weighed];
  }
  return [...stakes.values()];
}

const isOwn = ({ isFact, node }: WeighedClaim): boolean => isFact && node !== undefined && OWN.has(node.role);

/** A page whose outlet is not known stands for itself: it has no record. */
const isNameless = (outlet: Voice, ref: ClaimRef): boolean =>
  ref.outlet === undefined || outlet.key === '' || outlet.name === ref.document;

function findOfficeStakes({ origins }: Matter): readonly Stake[] {
  const stakes = new Map<string, Stake>();
  for (const weighed of origins) {
    const { office, claims } = weighed;
    const facts = claims.filter(({ isFact }) => isFact);
    const [first] = facts;
    if (office === undefined || first === undefined) continue;
    const before = stakes.get(office.key);
    stakes.set(office.key, {
      voice: office,
      order: Math.min(first.order, before?.order ?? first.order),
      claims: [...(before?.claims ?? []), ...facts],
      origins: [...(before?.origins ?? []), weighed],
      isDenial: false,
    });
  }
  return [...stakes.values()];
}

function findDenialStakes({ denials }: Matter): readonly Stake[] {
  return denials.flatMap(({ office, claim }) =>
    office === undefined
      ? []
      : [{ voice: office, order: claim.order, claims: [claim], origins: [], isDenial: true }],
  );
}

/** Whether one of a stake's claims is this one. */
export function hasClaim({ claims }: Stake, ref: Pick<ClaimRef, 'document' | 'claim'>): boolean {
  const key = makeClaimKey(ref);
  return claims.some((claim) => makeClaimKey(claim.ref) === key);
}
