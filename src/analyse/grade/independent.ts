import type { WeighedClaim, WeighedOrigin } from './matter.ts';
import type { Stake } from './stakes.ts';
import { type AreKin, makeOutlet } from './voices.ts';

/** Whether an origin is confirmed and none of those that the source itself rests on. */
export function isIndependent({ origin, office }: WeighedOrigin, stake: Stake, areKin: AreKin): boolean {
  if (origin.status !== 'confirmed' || stake.origins.some((own) => own.origin.id === origin.id)) return false;
  const own = [stake.voice, ...stake.origins.flatMap((each) => each.office ?? [])];
  return office === undefined || !own.some((voice) => areKin(voice, office));
}

/** Whether a claim has come to us by another way than through the outlet whose claim it is to confirm. */
export function isOwnWay(
  { outlet, credits, node }: WeighedClaim,
  { voice }: Pick<Stake, 'voice'>,
  areKin: AreKin,
): boolean {
  if (voice.type !== 'outlet') return true;
  if ([outlet, ...credits].some((each) => areKin(voice, each))) return false;
  const isEcho = node?.role === 'echo' || node?.role === 'notConfirmed';
  return !isEcho || !node.relays.some(({ name }) => areKin(voice, makeOutlet(name)));
}
