import type { SourceRecord } from '../../../model/grade.ts';
import { useSourceRecord } from '../api/sources.ts';
import { useAsOf } from '../components/instant.ts';
import { Limited } from '../components/Limited.tsx';
import { describeRecord, describeReliability } from '../words/grades.ts';
import { ClaimLink } from './ClaimLink.tsx';
import { NoSuchEvidence, Section, Shown } from './DrawerParts.tsx';

/** What a letter stands on: the reason, a bar of what became of its claims, and each claim with its words. */
export function SourceRecordView({ record }: { readonly record: SourceRecord }) {
  const { counts, settled } = record;
  const held = counts.confirmed + counts.corrected / 2;
  return (
    <>
      <p className="note">{`${describeRecord(record)} ${record.reason}`}</p>
      {settled > 0 && (
        <svg
          className="source-share"
          viewBox="0 0 100 8"
          preserveAspectRatio="none"
          role="img"
          aria-label={record.reason}
        >
          <rect className="source-whole" width="100" height="8" />
          <rect width={(100 * held) / settled} height="8" fill="currentColor" />
        </svg>
      )}
      <Limited items={record.claims} first={6} className="refs">
        {({ incident, outcome, why, claim, others }) => (
          <li key={`${incident} ${claim.document} ${claim.claim}`}>
            <p>
              <strong>{outcome}</strong> <span className="muted">{why}</span>
            </p>
            <ClaimLink claim={claim} />
            {others.slice(0, 2).map((other) => (
              <ClaimLink key={`${other.document} ${other.claim}`} claim={other} />
            ))}
          </li>
        )}
      </Limited>
    </>
  );
}

/** The record behind a source's letter. */
export function SourceEvidence({ source }: { readonly source: string }) {
  const query = useSourceRecord(source, useAsOf());
  return (
    <Shown query={query}>
      {({ source: record }) =>
        record === undefined ? (
          <NoSuchEvidence />
        ) : (
          <Section title={`${record.name}: ${describeReliability(record.grade)}`}>
            <SourceRecordView record={record} />
          </Section>
        )
      }
    </Shown>
  );
}
