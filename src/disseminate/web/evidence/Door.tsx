import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type EvidenceTarget, formatEvidence } from './address.ts';

declare module '@tanstack/history' {
  interface HistoryState {
    /** Whether the place before in the history is the same one without the drawer, or before a claim was opened. */
    wentIn?: boolean;
    /** Whether a document was opened from the drawer. */
    fromEvidence?: boolean;
    /** In the reader: how many places of the history lie between here and where it was opened. */
    deep?: number;
    /** Whether this document took the place of the one before it in a list. */
    isStepped?: boolean;
  }
}

export function useEvidenceAddress(): string | undefined {
  return useSearch({ strict: false, select: (search) => search.evidence });
}

/** The drawer's code is on its way before it is asked for; it is fetched once. */
export const loadDrawer = () => import('./Drawer.tsx');

interface DoorProps {
  readonly to: EvidenceTarget;
  readonly className?: string;
  readonly label?: string;
  readonly title?: string;
  /** Out of the order of tabs, where a door beside it leads to the same. */
  readonly isBeside?: boolean;
  readonly children: ReactNode;
}

/** A number, word or line that opens the claims behind it. */
export function Door({ to, className = '', label, title, isBeside = false, children }: DoorProps) {
  const address = formatEvidence(to);
  const shown = useEvidenceAddress();
  return (
    <Link
      to="."
      search={(search) => ({ ...search, evidence: address })}
      // From one door to the next is no step: going back leads to the place without the drawer.
      replace={shown !== undefined}
      state={(before) => (shown === undefined ? { ...before, wentIn: true } : before)}
      resetScroll={false}
      className={`door ${className}`}
      aria-label={label}
      title={title}
      tabIndex={isBeside ? -1 : undefined}
      data-door={address}
      onPointerEnter={loadDrawer}
      onFocus={loadDrawer}
      // The router would mark each link to the place where one is.
      activeProps={{}}
      aria-current={shown === address ? 'true' : undefined}
    >
      {children}
    </Link>
  );
}
