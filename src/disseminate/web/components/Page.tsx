import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Loading } from './States.tsx';

interface PageProps {
  readonly title: string;
  /** The way back to the list that it stands in. */
  readonly crumb?: ReactNode;
  /** Beside the title: a count, a level. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its heading, that scrolls as one. */
export function Page({ title, crumb, aside, children }: PageProps) {
  return (
    <div className="picture-page">
      <header className="page-head">
        {crumb !== undefined && <p className="crumb">{crumb}</p>}
        <h1 dir="auto">{title}</h1>
        {aside}
      </header>
      {children}
    </div>
  );
}

interface FetchedProps<Answer> {
  readonly query: UseQueryResult<Answer>;
  readonly label: string;
  readonly children: (answer: Answer) => ReactNode;
}

/** What was fetched, on its way, or why it could not be. An answer of another instant is dimmed until its own is there. */
export function Fetched<Answer>({ query, label, children }: FetchedProps<Answer>) {
  if (query.isPending) return <Loading label={label} lines={10} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div
      className={query.isPlaceholderData ? 'fetched is-old' : 'fetched'}
      aria-busy={query.isPlaceholderData}
    >
      {children(query.data)}
    </div>
  );
}
