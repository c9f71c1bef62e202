import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Loading } from './States.tsx';

interface PageProps {
  readonly title: string;
  /** Beside the title: a count, a level. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its heading, that scrolls as one. */
export function Page({ title, aside, children }: PageProps) {
  return (
    <div className="picture-page">
      <header className="page-head">
        <h1>{title}</h1>
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
