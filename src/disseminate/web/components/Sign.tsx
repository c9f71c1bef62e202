import type { ChainLink, Claim } from '../../../model/claim.ts';

export type SignKind = 'origin' | 'possible' | 'echo';

const MEANINGS: Readonly<Record<SignKind, string>> = {
  origin: 'origin',
  possible: 'possible origin',
  echo: 'relay',
};

/** ◉ origin, ◎ possible origin, ○ relay: told apart by form alone. */
export function Sign({ kind, isNamed = false }: { readonly kind: SignKind; readonly isNamed?: boolean }) {
  return (
    <svg
      className={`sign sign-${kind}`}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      role={isNamed ? 'img' : undefined}
      aria-label={isNamed ? MEANINGS[kind] : undefined}
      aria-hidden={isNamed ? undefined : true}
    >
      {kind === 'origin' && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      {kind === 'possible' && (
        <>
          <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <circle cx="6" cy="6" r="1.75" fill="currentColor" />
        </>
      )}
      {kind === 'echo' && <circle cx="6" cy="6" r="3" fill="none" stroke="currentColor" strokeWidth="1.5" />}
    </svg>
  );
}

/** Whether one who speaks first-hand can be held to it: somebody named, an office, a document. */
function isConfirmed(link: ChainLink): boolean {
  return (
    link.anonymous !== true && link.type !== 'unknown' && link.type !== 'crowd' && link.type !== 'outlet'
  );
}

/** Who stands innermost is the origin, or a possible one; everybody before relays. */
export function findSign(claim: Claim, index: number): SignKind {
  const link = claim.chain[index];
  if (link === undefined || index < claim.chain.length - 1) return 'echo';
  return isConfirmed(link) ? 'origin' : 'possible';
}
