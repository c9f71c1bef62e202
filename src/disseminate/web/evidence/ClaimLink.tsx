import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ClaimRef } from '../../../model/report.ts';
import { useReading } from '../api/queries.ts';
import { useAsOf } from '../components/instant.ts';
import { Sign, type SignKind } from '../components/Sign.tsx';
import { When } from '../components/When.tsx';
import { Words } from '../components/Words.tsx';
import { useOpenedFrom } from '../reader/queue/opened.ts';
import { shortenId } from '../routes/search.ts';
import { COMMON } from '../words/text/common.ts';
import { EVIDENCE } from '../words/text/evidence.ts';
import { rememberClaim } from './place.ts';

/** A claim by the document and its id in there. */
export type ClaimPlace = Pick<ClaimRef, 'document' | 'claim'>;

interface ToReaderProps {
  readonly to: ClaimPlace;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Leads to the reader at a claim's words; Esc there leads back here. */
export function ToReader({ to, className = '', children }: ToReaderProps) {
  const digits = shortenId(to.document);
  const opened = useOpenedFrom();
  return (
    <Link
      to="/documents/$id"
      params={{ id: digits }}
      search={{ claim: to.claim, ...opened }}
      state={(before) => ({ ...before, fromEvidence: true })}
      className={`claim-ref ${className}`}
      data-claim-ref={`${digits}#${to.claim}`}
      onClick={() => rememberClaim(`${digits}#${to.claim}`)}
    >
      {children}
    </Link>
  );
}

interface ClaimLinkProps {
  readonly claim: ClaimRef;
  readonly sign?: SignKind;
  readonly note?: string;
}

/** A claim in its own words, with who published it. */
export function ClaimLink({ claim, sign, note }: ClaimLinkProps) {
  return (
    <ToReader to={claim}>
      <span className="ref-facts">
        {sign !== undefined && <Sign kind={sign} isNamed />}
        <span className="ref-outlet" dir="auto">
          {claim.outlet ?? COMMON.outletUnknown}
        </span>
        {claim.published !== undefined && <When value={claim.published} />}
        {note !== undefined && <span>{note}</span>}
      </span>
      <Words text={claim.words} className="ref-words" />
    </ToReader>
  );
}

const PLACE = /^(sha256:[0-9a-f]{64})#(c\d{1,6})$/;

/** A claim of which only the place is on record, `sha256:…#c1`: its words are fetched from the document. */
export function ClaimAt({ place }: { readonly place: string }) {
  const [, document, claim] = PLACE.exec(place) ?? [];
  const asOf = useAsOf();
  const reading = useReading(document ?? 'none', asOf, document !== undefined);
  if (document === undefined || claim === undefined) return <span className="muted">{place}</span>;
  const found = reading.data?.claims.find(({ id }) => id === claim);
  const facts = reading.data?.document;
  return (
    <ToReader to={{ document: document as ClaimPlace['document'], claim }}>
      <span className="ref-facts">
        <span className="ref-outlet" dir="auto">
          {facts?.outlet ?? shortenId(document)}
        </span>
        {facts?.published !== undefined && <When value={facts.published} />}
      </span>
      {found === undefined ? (
        <span className="muted">{reading.isPending ? EVIDENCE.fetchingWords : EVIDENCE.noDocument}</span>
      ) : (
        <Words text={found.content.text} className="ref-words" />
      )}
    </ToReader>
  );
}
