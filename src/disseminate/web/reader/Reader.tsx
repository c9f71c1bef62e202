import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import type { Corrected } from '../../../model/correction.ts';
import type { Reading } from '../../../model/reading.ts';
import { announce } from '../components/announce.ts';
import { useKeys } from '../components/keys.ts';
import { parseRange, type ReaderSearch, type View } from '../routes/search.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { CORRECT } from '../words/text/correct.ts';
import { ArticleView } from './ArticleView.tsx';
import { ClaimPanel } from './ClaimPanel.tsx';
import { overlayCorrections } from './correct/overlay.ts';
import type { ReaderDecisions } from './decisions.tsx';
import { indexReading } from './indexed.ts';
import { ReaderHead } from './ReaderHead.tsx';
import { ThingList } from './things/ThingList.tsx';
import { findThing, listThings } from './things/things.ts';

const CorrectDialog = lazy(() =>
  import('./correct/CorrectDialog.tsx').then((module) => ({ default: module.CorrectDialog })),
);

const NONE_CORRECTED: readonly Corrected[] = [];

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
  /** The list that it was opened from, with the way on. */
  readonly queue?: ReactNode;
}

/** One document: its text, its claims, its events on a timeline, its versions. */
export function Reader({ reading, place, onMove, onLeave, versions, notice, decisions, queue }: ReaderProps) {
  const corrected = decisions?.corrected ?? NONE_CORRECTED;
  const index = useMemo(() => indexReading(overlayCorrections(reading, corrected)), [reading, corrected]);
  const [isCorrecting, setCorrecting] = useState(false);
  const [isPanelOpen, setPanelOpen] = useState(
    // The card of a name, place or time stands there alone.
    () => place.thing !== undefined || window.matchMedia('(min-width: 900px)').matches,
  );
  const scroller = useRef<HTMLDivElement>(null);
  const view: View = place.view ?? 'text';
  const selected = place.claim;
  const hasPanel = view === 'text';
  const things = useMemo(() => listThings(index.reading), [index]);
  const thing = findThing(things, place.thing);
  const [tab, setTab] = useState<'claims' | 'things'>('claims');
  // What is selected is listed; where nothing is, what was listed last.
  const isThings = thing !== undefined || (selected === undefined && tab === 'things');

  const selectClaim = (claim: string | undefined) => onMove(claim === undefined ? {} : { claim });
  const selectEvent = (event: string) => {
    const claim = index.eventById.get(event)?.claim;
    onMove({ event, ...(claim === undefined ? {} : { claim }) });
  };
  const selectThing = (id: string | undefined, at?: string) => {
    setTab('things');
    onMove(id === undefined ? {} : { thing: id, ...(at === undefined ? {} : { at }) });
  };
  const chooseTab = (next: 'claims' | 'things') => {
    setTab(next);
    if (selected !== undefined || thing !== undefined) onMove({});
  };
  const stepThing = (by: number) => {
    const at = thing === undefined ? -1 : things.indexOf(thing);
    const next = things[at < 0 && by < 0 ? things.length - 1 : at + by];
    if (next !== undefined) selectThing(next.id);
  };
  const step = (by: number) => {
    if (hasPanel && isThings) return stepThing(by);
    const at = index.claims.findIndex((claim) => claim.id === selected);
    const next = index.claims[at < 0 && by < 0 ? index.claims.length - 1 : at + by];
    if (next !== undefined) selectClaim(next.id);
  };
  const forward = () => step(1);
  const back = () => step(-1);
  const leave = () => {
    const isNothing = selected === undefined && place.event === undefined && place.thing === undefined;
    if (isNothing && place.at === undefined) onLeave();
    else onMove({ view });
  };
  const correct = () => {
    if (decisions === undefined) return;
    if (selected === undefined) announce(CORRECT.nothing);
    else setCorrecting(true);
  };
  useKeys({ j: forward, k: back, Escape: leave, ...(hasPanel ? { c: correct } : {}) });

  return (
    <div className={hasPanel && isPanelOpen ? 'reader' : 'reader is-panel-closed'}>
      <div className="reader-main" ref={scroller}>
        <div className={view === 'text' ? 'column' : 'column column-wide'}>
          {queue}
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
              selected={{ claim: selected, event: place.event, range: parseRange(place.at), thing }}
              scroller={scroller}
              layout={`${isPanelOpen}`}
              onSelect={(claim, event) => onMove({ claim, ...(event === undefined ? {} : { event }) })}
              onSelectThing={(id, at) => {
                setPanelOpen(true);
                selectThing(id, at);
              }}
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
          onTab={chooseTab}
          {...(isThings
            ? {
                things: (
                  <ThingList
                    index={index}
                    things={things}
                    selected={thing}
                    onSelect={(next, mention) =>
                      selectThing(
                        next?.id,
                        mention === undefined ? undefined : `${mention.start}-${mention.end}`,
                      )
                    }
                  />
                ),
              }
            : {})}
          {...(decisions === undefined ? {} : { decisions, onCorrect: () => setCorrecting(true) })}
        />
      )}
      {isCorrecting && selected !== undefined && (
        <Suspense fallback={null}>
          <CorrectDialog
            document={reading.document}
            index={index}
            claim={selected}
            event={place.event}
            corrected={corrected}
            onClose={() => setCorrecting(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
