import { type ReactNode, useMemo } from 'react';
import type { Claim } from '../../../model/claim.ts';
import type { Corrected, SetAside } from '../../../model/correction.ts';
import type { Event } from '../../../model/event.ts';
import type { Reading } from '../../../model/reading.ts';
import { makeThingKey } from '../../../model/thing.ts';
import { useSetAside } from '../api/decisions.ts';
import { SetClaimAside, SetDocumentAside } from '../decide/SetAsideButtons.tsx';
import { CauseLine } from '../decide/SetAsideList.tsx';
import { Comments } from '../together/Comments.tsx';
import { Waiting } from '../together/Waiting.tsx';
import { describeCorrection } from '../words/corrections.ts';
import {
  countSetAside,
  describeAside,
  describeMention,
  PART_WORDS,
  SECTION_WORDS,
} from '../words/decisions.ts';
import { CORRECT } from '../words/text/correct.ts';
import { READER } from '../words/text/reader.ts';

/** What was decided of a document and its claims, and what can be. */
export interface ReaderDecisions {
  readonly document: ReactNode;
  /** Whether something of a claim counts no longer, in words. */
  describeAside(claim: string): string | undefined;
  claim(claim: Claim, events: readonly Event[]): ReactNode;
  /** Fields that were put right. */
  readonly corrected: readonly Corrected[];
}

function ClaimDecisions(props: {
  readonly document: Reading['document'];
  readonly claim: Claim;
  readonly events: readonly Event[];
  readonly parts: readonly SetAside[];
  readonly corrected: readonly Corrected[];
}) {
  const { document, claim, events, parts, corrected } = props;
  const isWhole = parts.some(({ part }) => part === 'claim');
  return (
    <div className="claim-decisions">
      {parts.map((row) => (
        <div key={`${row.part} ${row.incidents.join(' ')} ${row.figure?.of} ${row.figure?.value}`}>
          {parts.length > 1 && <p className="muted">{PART_WORDS[row.part]}</p>}
          <CauseLine cause={row.cause} />
        </div>
      ))}
      {corrected.map(({ event, correction, cause }) => (
        <div key={`${event} ${correction.field}`}>
          <p>{describeCorrection(correction)}</p>
          <CauseLine cause={cause} />
        </div>
      ))}
      {!isWhole && (
        <SetClaimAside
          claim={{ document: document.id, claim: claim.id, words: claim.content.text }}
          events={events.map((event) => ({ id: event.id, words: describeMention(event) }))}
        />
      )}
      <Comments
        of={makeThingKey('claim', `${document.id}#${claim.id}`)}
        within={`claim:${document.id}#*`}
        label={claim.content.text}
        isSmall
      />
    </div>
  );
}

/** What of a kept document is set aside, with the ways to decide; nothing until it is there. */
export function useReaderDecisions(
  reading: Reading | undefined,
  asOf: string | undefined,
): ReaderDecisions | undefined {
  const id = reading?.document.id;
  const { data } = useSetAside(id, asOf);
  return useMemo(() => {
    if (reading === undefined) return undefined;
    const { document } = reading;
    const rows = data?.rows ?? [];
    const corrected = data?.corrected ?? [];
    const correctedOf = (claim: string) => corrected.filter((row) => row.claim.claim === claim);
    const partsOf = (claim: string) => rows.filter((row) => row.claim.claim === claim);
    const title = document.title ?? document.file ?? READER.noTitle;
    return {
      document: (
        <div className="document-decisions">
          {rows.length > 0 && (
            <p className="muted">
              {SECTION_WORDS.setAside}: {countSetAside(rows)}
            </p>
          )}
          <SetDocumentAside documents={[{ id: document.id, words: title }]} />
          <Waiting of={makeThingKey('document', document.id)} />
          <Comments of={makeThingKey('document', document.id)} />
        </div>
      ),
      describeAside: (claim) =>
        describeAside(partsOf(claim)) ?? (correctedOf(claim).length > 0 ? CORRECT.corrected : undefined),
      corrected,
      claim: (claim, events) => (
        <ClaimDecisions
          document={document}
          claim={claim}
          events={events}
          parts={partsOf(claim.id)}
          corrected={correctedOf(claim.id)}
        />
      ),
    };
  }, [reading, data]);
}
