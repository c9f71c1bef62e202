import type { FigureSlot, Incident } from '../../../model/incident.ts';
import { useIncident } from '../api/picture.ts';
import { useAsOf } from '../components/instant.ts';
import { Limited } from '../components/Limited.tsx';
import { describeSlot, describeValue, RELATION_WORDS } from '../words/picture.ts';
import { ClaimLink } from './ClaimLink.tsx';
import { NoSuchEvidence, Section, Shown } from './DrawerParts.tsx';
import { OriginGroups } from './OriginGroups.tsx';

function SlotEvidence({ slot, only }: { readonly slot: FigureSlot; readonly only: number | undefined }) {
  const values = only === undefined ? slot.values : slot.values.filter((_, at) => at === only);
  if (values.length === 0) return <NoSuchEvidence />;
  return (
    <Section title={describeSlot(slot)}>
      <p className="muted">{RELATION_WORDS[slot.relation]}</p>
      {values.map((value) => (
        <section key={`${value.bound} ${value.value} ${value.to}`} className="origin-group">
          <h4 className="origin-head">
            <span className="origin-name">{describeValue(value)}</span>
          </h4>
          <Limited items={value.says} first={8} className="refs">
            {({ name, claim }) => (
              <li key={`${claim.document} ${claim.claim} ${name}`}>
                <ClaimLink claim={claim} note={name} />
              </li>
            )}
          </Limited>
        </section>
      ))}
    </Section>
  );
}

interface IncidentEvidenceProps {
  readonly incident: string;
  readonly slot?: number;
  readonly value?: number;
}

function Body({
  found,
  slot,
  value,
}: { readonly found: Incident } & Omit<IncidentEvidenceProps, 'incident'>) {
  if (slot === undefined) {
    return (
      <Section title={found.title}>
        <OriginGroups tree={found.tree} />
      </Section>
    );
  }
  const figures = found.figures[slot];
  return figures === undefined ? <NoSuchEvidence /> : <SlotEvidence slot={figures} only={value} />;
}

/** What an incident or one of its figures rests on. */
export function IncidentEvidence({ incident, ...rest }: IncidentEvidenceProps) {
  const found = useIncident(incident, useAsOf());
  return <Shown query={found}>{(data) => <Body found={data} {...rest} />}</Shown>;
}
