import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isGone } from '../api/client.ts';
import { Failed } from '../components/States.tsx';
import { SECTION_WORDS } from '../words/decisions.ts';

/** In place of a thing that could not be fetched: why, what was decided of it where it is no more, and the way to the others. */
export function Gone({
  error,
  onRetry,
  words = SECTION_WORDS.gone,
  children,
}: {
  readonly error: Error;
  readonly onRetry: () => void;
  /** What became of it where it is no more. */
  readonly words?: string;
  /** Leads to the list of such things. */
  readonly children: ReactNode;
}) {
  return (
    <>
      <Failed error={error} onRetry={onRetry} isPage />
      <p className="state">
        {isGone(error) && (
          <>
            {words} <Link to="/decisions">{SECTION_WORDS.decisions}</Link>
            <br />
          </>
        )}
        {children}
      </p>
    </>
  );
}
