import { useBrief } from '../api/picture.ts';
import { useAsOf } from '../components/instant.ts';
import { Limited } from '../components/Limited.tsx';
import { EVIDENCE } from '../words/text/evidence.ts';
import { ClaimLink } from './ClaimLink.tsx';
import { NoSuchEvidence, Section, Shown } from './DrawerParts.tsx';

interface BriefEvidenceProps {
  readonly problem: string;
  readonly section: string;
  readonly sentence: number;
}

/** The claims that a sentence of a brief stands on. */
export function BriefEvidence({ problem, section, sentence }: BriefEvidenceProps) {
  const brief = useBrief(problem, useAsOf());
  return (
    <Shown query={brief}>
      {({ sections }) => {
        const found = sections.find(({ name }) => name === section);
        const line = found?.sentences[sentence];
        if (found === undefined || line === undefined) return <NoSuchEvidence />;
        return (
          <Section title={found.heading}>
            <p>{line.text}</p>
            <Limited items={line.claims} first={12} className="refs">
              {(claim) => (
                <li key={`${claim.document} ${claim.claim}`}>
                  <ClaimLink claim={claim} />
                </li>
              )}
            </Limited>
            {line.fields !== undefined && (
              <p className="muted">{EVIDENCE.byFields(line.claims.length, line.fields)}</p>
            )}
          </Section>
        );
      }}
    </Shown>
  );
}
