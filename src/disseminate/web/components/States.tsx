import type { ReactNode } from 'react';
import { ApiError } from '../api/client.ts';
import { FAILURES } from '../words/text/failures.ts';

/** Drawn where nothing is to be shown: says why, and what to do. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {children}
    </div>
  );
}

export function Failed({
  error,
  onRetry,
  isPage = false,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** In place of a whole page: then it is its heading. */
  readonly isPage?: boolean;
}) {
  const Title = isPage ? 'h1' : 'p';
  const title = error instanceof ApiError ? error.title : FAILURES.broken;
  const detail = error instanceof Error ? error.message : FAILURES.brokenHint;
  return (
    <div className="state state-failed" role="alert">
      <Title className="state-title">{title}</Title>
      <p>{detail}</p>
      {onRetry !== undefined && (
        <button type="button" className="button" onClick={onRetry}>
          {FAILURES.retry}
        </button>
      )}
    </div>
  );
}

/** Grey bars in the place of what is on its way. */
export function Loading({ label, lines }: { readonly label: string; readonly lines: number }) {
  return (
    <div className="loading" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike and never move
        <span key={line} className="loading-line" />
      ))}
    </div>
  );
}
