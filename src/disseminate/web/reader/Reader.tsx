import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Reading } from '../../../model/reading.ts';
import { useKeys } from '../components/keys.ts';
import { parseRange, type ReaderSearch, type View } from '../routes/search.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { ArticleView } from './ArticleView.tsx';
import { ClaimPanel } from './ClaimPanel.tsx';
import type { ReaderDecisions } from './decisions.tsx';
import { indexReading } from './indexed.ts';
import { ReaderHead } from './ReaderHead.tsx';

interface ReaderProps {
  readonly reading: Reading;
  /** Where the reader is, as the address has it. */
  readonly place: ReaderSearch;
  readonly onMove: (place: ReaderSearch) => void;
  readonly onLeave: () => void;
  /** Versions and sightings; absent where the page was not kept. */
  readonly versions?: ReactNode;
  readonly notice?: ReactNode;
  /** What was decided of the document and its claims, and what can be; absent where it was not kept. */
  readonly decisions?: ReaderDecisions;
}

/** One document: its text, its claims, its events on a timeline, its versions. */
export function Reader({ reading, place, onMove, onLeave, versions, notice, decisions }: ReaderProps) {
  const index = useMemo(() => indexReading(reading), [reading]);
  const [isPanelOpen, setPanelOpen] = useState(() => window.matchMedia('(min-width: 900px)').matches);
  const scroller = useRef<HTMLDivElement>(null);
  const view: View = place.view ?? 'text';
  const selected = place.claim;
  const hasPanel = view === 'text';

  const selectClaim = (claim: string | undefined) => onMove(claim === undefined ? {} : { claim });
  const selectEvent = (event: string) => {
    const claim = index.eventById.get(event)?.claim;
    onMove({ event, ...(claim === undefined ? {} : { claim }) });
  };
  const step = (by: number) => {
    const at = index.claims.findIndex((claim) => claim.id === selected);
    const next = index.claims[at < 0 && by < 0 ? index.claims.length - 1 : at + by];
    if (next !== undefined) selectClaim(next.id);
  };
  const forward = () => step(1);
  const back = () => step(-1);
  const leave = () => {
    if (selected === undefined && place.event === undefined && place.at === undefined) onLeave();
    else onMove({ view });
  };
  useKeys({ j: forward, k: back, Escape: leave });

  return (
    <div className={hasPanel && isPanelOpen ? 'reader' : 'reader is-panel-closed'}>
      <div className="reader-main" ref={scroller}>
        <div className={view === 'text' ? 'column' : 'column column-wide'}>
          {notice}
          <ReaderHead
            document={reading.document}
            view={view}
            hasVersions={versions !== undefined}
            onView={(next) => onMove({ ...place, view: next })}
          />
          {view === 'text' && decisions?.document}
          {view === 'text' && (
            <ArticleView
              index={index}
              selected={{ claim: selected, event: place.event, range: parseRange(place.at) }}
              scroller={scroller}
              layout={`${isPanelOpen}`}
              onSelect={(claim, event) => onMove({ claim, ...(event === undefined ? {} : { event }) })}
            />
          )}
          {view === 'timeline' && <Timeline index={index} onSelect={selectEvent} />}
          {view === 'versions' && versions}
        </div>
      </div>
      {hasPanel && (
        <ClaimPanel
          index={index}
          selected={selected}
          isOpen={isPanelOpen}
          onOpen={setPanelOpen}
          onSelect={selectClaim}
          onSelectEvent={selectEvent}
          {...(decisions === undefined ? {} : { decisions })}
        />
      )}
    </div>
  );
}
