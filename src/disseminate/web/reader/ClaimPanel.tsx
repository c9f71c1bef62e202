import { type ReactNode, useEffect, useRef } from 'react';
import type { Claim } from '../../../model/claim.ts';
import { CloseIcon } from '../components/icons.tsx';
import { useRemembered } from '../components/remembered.ts';
import { Empty } from '../components/States.tsx';
import { THINGS } from '../words/text/reader.ts';
import { READING } from '../words/text/reading.ts';
import { ClaimCard } from './ClaimCard.tsx';
import type { ReaderDecisions } from './decisions.tsx';
import type { IndexedReading } from './indexed.ts';

const SCOPES = ['all', 'attributed', 'own'] as const;
type Scope = (typeof SCOPES)[number];
const isScope = (value: unknown): value is Scope => SCOPES.some((scope) => scope === value);

const SCOPE_WORDS: Readonly<Record<Scope, string>> = READING.scopes;

function isIn(scope: Scope, claim: Claim): boolean {
  return scope === 'all' || (scope === 'own') === (claim.chain.length === 1);
}

interface ClaimPanelProps {
  readonly index: IndexedReading;
  readonly selected: string | undefined;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onSelect: (claim: string | undefined) => void;
  readonly onSelectEvent: (event: string) => void;
  readonly decisions?: ReaderDecisions;
  /** Opens the correction of the claim that is selected. */
  readonly onCorrect?: () => void;
  /** Names, places and times, where those are listed in place of the claims. */
  readonly things?: ReactNode;
  readonly onTab: (tab: 'claims' | 'things') => void;
}

/** The claims of a document, in the order of its text: a drawer, on a phone a sheet. */
export function ClaimPanel(props: ClaimPanelProps) {
  const { index, selected, isOpen, onOpen, onSelect, onSelectEvent, decisions, onCorrect, things, onTab } =
    props;
  const [scope, setScope] = useRemembered<Scope>('scope', 'all', isScope);
  const list = useRef<HTMLOListElement>(null);
  const { claims } = index;
  // A claim that an address asks for is shown whatever is being left out.
  const shown = claims.filter((claim) => isIn(scope, claim) || claim.id === selected);

  useEffect(() => {
    if (selected === undefined || !isOpen) return;
    list.current?.querySelector('.is-selected')?.scrollIntoView({ block: 'nearest' });
  }, [selected, isOpen]);

  if (!isOpen) {
    return (
      <button type="button" className="button panel-opener" onClick={() => onOpen(true)}>
        {things === undefined ? THINGS.claimsOpener(claims.length) : THINGS.tab}
      </button>
    );
  }
  return (
    <aside className="panel" aria-label={READING.claims}>
      <header className="panel-head">
        <h2 className="unseen">{things === undefined ? THINGS.claimsTab : THINGS.tab}</h2>
        <fieldset className="scopes panel-tabs">
          <legend className="unseen">{THINGS.tabs}</legend>
          {(['claims', 'things'] as const).map((tab) => (
            <label key={tab} className="scope">
              <input
                type="radio"
                name="panel-tab"
                checked={(tab === 'things') === (things !== undefined)}
                onChange={() => onTab(tab)}
              />
              <span>{tab === 'claims' ? THINGS.claimsTab : THINGS.tab}</span>
            </label>
          ))}
        </fieldset>
        <button
          type="button"
          className="button button-icon"
          aria-label={READING.closeClaims}
          onClick={() => onOpen(false)}
        >
          <CloseIcon />
        </button>
        {things === undefined && (
          <fieldset className="scopes">
            <legend className="unseen">{READING.which}</legend>
            {SCOPES.map((name) => (
              <label key={name} className="scope">
                <input type="radio" name="scope" checked={scope === name} onChange={() => setScope(name)} />
                <span>
                  {SCOPE_WORDS[name]}{' '}
                  <span className="muted">{claims.filter((claim) => isIn(name, claim)).length}</span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
      </header>
      {things}
      {things === undefined && shown.length === 0 && (
        <Empty title={READING.noClaims}>
          <p>{claims.length === 0 ? READING.noneRead : READING.chooseAll}</p>
        </Empty>
      )}
      {things === undefined && (
        <ol className="claims" ref={list}>
          {shown.map((claim) => (
            <ClaimCard
              key={claim.id}
              claim={claim}
              index={index}
              isSelected={claim.id === selected}
              onSelect={onSelect}
              onSelectEvent={onSelectEvent}
              aside={decisions?.describeAside(claim.id)}
              decisions={decisions?.claim(claim, index.eventsByClaim.get(claim.id) ?? [])}
              onCorrect={onCorrect}
            />
          ))}
        </ol>
      )}
    </aside>
  );
}
