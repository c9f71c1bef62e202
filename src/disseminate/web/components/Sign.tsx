import type { ChainLink, Claim } from '../../../model/claim.ts';
import type { Origin, ReportRole } from '../../../model/story.ts';
import { SIGN_WORDS } from '../words/text/signs.ts';

export type SignKind =
  | 'origin'
  | 'possible'
  | 'echo'
  | 'echoWithDetail'
  | 'ownConfirmation'
  | 'ownDenial'
  | 'notConfirmed';

/** The form of each sign, in a field of 12 by 12. */
function Form({ kind }: { readonly kind: SignKind }) {
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const;
  switch (kind) {
    case 'origin':
      return <circle cx="6" cy="6" r="5" fill="currentColor" />;
    case 'possible':
      return (
        <>
          <circle cx="6" cy="6" r="4.5" {...line} />
          <circle cx="6" cy="6" r="1.75" fill="currentColor" />
        </>
      );
    case 'echo':
      return <circle cx="6" cy="6" r="3" {...line} />;
    case 'echoWithDetail':
      return (
        <>
          <circle cx="5" cy="6" r="3" {...line} />
          <path d="M8.75 3.5h3M10.25 2v3" {...line} />
        </>
      );
    case 'ownConfirmation':
      return <path d="M6 .75 11.25 6 6 11.25.75 6Z" fill="currentColor" />;
    case 'ownDenial':
      return (
        <>
          <path d="M6 1.25 10.75 6 6 10.75 1.25 6Z" {...line} />
          <path d="m2.5 9.5 7-7" {...line} />
        </>
      );
    case 'notConfirmed':
      return <circle cx="6" cy="6" r="3.75" {...line} strokeDasharray="2 1.93" />;
  }
}

/** ◉ origin, ◎ possible origin, ○ relay, ◆ own confirmation, ◇ own denial: told apart by form alone. */
export function Sign({ kind, isNamed = false }: { readonly kind: SignKind; readonly isNamed?: boolean }) {
  return (
    <svg
      className={`sign sign-${kind}`}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      role={isNamed ? 'img' : undefined}
      aria-label={isNamed ? SIGN_WORDS[kind] : undefined}
      aria-hidden={isNamed ? undefined : true}
    >
      <Form kind={kind} />
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

export function findOriginSign({ status }: Pick<Origin, 'status'>): SignKind {
  return status === 'confirmed' ? 'origin' : 'possible';
}

export function findRoleSign(role: ReportRole): SignKind {
  return role;
}
