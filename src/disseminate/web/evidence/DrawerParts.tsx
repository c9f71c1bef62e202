import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Empty, Failed, Loading } from '../components/States.tsx';
import { EVIDENCE } from '../words/text/evidence.ts';

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="evidence-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** What a question has brought, or why it has brought nothing. */
export function Shown<Answer>({
  query,
  lines = 6,
  children,
}: {
  readonly query: UseQueryResult<Answer>;
  readonly lines?: number;
  readonly children: (answer: Answer) => ReactNode;
}) {
  if (query.isPending) return <Loading label={EVIDENCE.fetching} lines={lines} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return children(query.data);
}

export function NoSuchEvidence() {
  return (
    <Empty title={EVIDENCE.nothing}>
      <p>{EVIDENCE.nothingHint}</p>
    </Empty>
  );
}
