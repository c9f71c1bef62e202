import { useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { CloseIcon } from '../components/icons.tsx';
import { useKeys } from '../components/keys.ts';
import { useDrawerRoving } from '../components/roving.ts';
import { Comments } from '../together/Comments.tsx';
import { EVIDENCE } from '../words/text/evidence.ts';
import { type EvidenceTarget, findThing, parseEvidence } from './address.ts';
import { BriefEvidence } from './BriefEvidence.tsx';
import { NoSuchEvidence } from './DrawerParts.tsx';
import { IncidentEvidence } from './IncidentEvidence.tsx';
import { ProblemEvidence } from './ProblemEvidence.tsx';
import { recallClaim, rememberEvidence } from './place.ts';
import { DayEvidence, EntryEvidence } from './RecordEvidence.tsx';
import { ScoredEvidence } from './ScoredEvidence.tsx';
import { SourceEvidence } from './SourceEvidence.tsx';
import { StoryEvidence } from './StoryEvidence.tsx';

function Content({ target }: { readonly target: EvidenceTarget | undefined }) {
  switch (target?.kind) {
    case 'problem':
    case 'base':
    case 'confidence':
      return <ProblemEvidence {...target} about={target.kind} />;
    case 'day':
      return <DayEvidence {...target} />;
    case 'entry':
      return <EntryEvidence {...target} />;
    case 'brief':
      return <BriefEvidence {...target} />;
    case 'story':
      return <StoryEvidence {...target} />;
    case 'incident':
      return <IncidentEvidence {...target} />;
    case 'source':
      return <SourceEvidence {...target} />;
    case 'scored':
      return <ScoredEvidence of={target} />;
    case undefined:
      return <NoSuchEvidence />;
  }
}

/** Goes back to the place without the drawer: by the history where one came from there, so that nothing is lost. */
function useClose(): () => void {
  const router = useRouter();
  const navigate = useNavigate();
  const wentIn = useRouterState({ select: ({ location }) => location.state.wentIn === true });
  return () => {
    if (wentIn) router.history.back();
    else navigate({ to: '.', search: (search) => ({ ...search, evidence: undefined }), replace: true });
  };
}

/** The claims behind what was chosen: beside the page, on a phone a sheet over it. */
export function Drawer({ address }: { readonly address: string }) {
  const frame = useDrawerRoving<HTMLElement>('.claim-ref');
  const heading = useRef<HTMLHeadingElement>(null);
  const close = useClose();
  const target = parseEvidence(address);
  const thing = target === undefined ? undefined : findThing(target);
  useKeys({ Escape: close });
  useEffect(() => {
    rememberEvidence(address);
    const claim = recallClaim(address);
    const selector = claim === undefined ? undefined : `[data-claim-ref="${CSS.escape(claim)}"]`;
    const before = selector === undefined ? null : frame.current?.querySelector<HTMLElement>(selector);
    (before ?? heading.current)?.focus();
    return () => rememberEvidence(undefined);
  }, [address, frame]);
  return (
    <aside className="drawer" ref={frame} aria-label={EVIDENCE.title}>
      <header className="drawer-head">
        <h2 ref={heading} tabIndex={-1}>
          {EVIDENCE.title}
        </h2>
        <button type="button" className="button button-icon" aria-label={EVIDENCE.close} onClick={close}>
          <CloseIcon />
        </button>
      </header>
      <div className="drawer-body" key={address}>
        <Content target={target} />
        {thing !== undefined && (
          <div className="drawer-comments">
            <Comments key={thing} of={thing} label={EVIDENCE.this} />
          </div>
        )}
      </div>
    </aside>
  );
}
