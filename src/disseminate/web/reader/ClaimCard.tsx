import { Fragment, type ReactNode } from 'react';
import type { Claim } from '../../../model/claim.ts';
import type { Event } from '../../../model/event.ts';
import { RealisLine } from '../components/RealisLine.tsx';
import { describeRange } from '../words/dates.ts';
import { CORRECT } from '../words/text/correct.ts';
import { READING } from '../words/text/reading.ts';
import {
  CERTAINTY_WORDS,
  describeFigure,
  describeType,
  EVIDENCE_WORDS,
  QUOTE_WORDS,
  REALIS_WORDS,
  STANCE_WORDS,
} from '../words/vocabulary.ts';
import { ChainDiagram, ChainLine } from './Chain.tsx';
import { type IndexedReading, listNames } from './indexed.ts';

/** What is worth a word before one looks closer: everything that is not the plain case. */
function listTags(claim: Claim): readonly string[] {
  const tags: string[] = [];
  if (claim.stance === undefined) tags.push(READING.noPosition);
  else if (claim.stance !== 'asserts') tags.push(STANCE_WORDS[claim.stance]);
  if (claim.certainty === 'probable' || claim.certainty === 'possible')
    tags.push(CERTAINTY_WORDS[claim.certainty]);
  if (claim.polarity === 'negated') tags.push('negated');
  if (claim.evidence !== 'unstated') tags.push(EVIDENCE_WORDS[claim.evidence]);
  return tags;
}

function Words({ claim }: { readonly claim: Claim }) {
  const { text } = claim.content;
  return (
    <span className="claim-words" dir="auto">
      {claim.quote === 'direct' ? <q>{text}</q> : text}
    </span>
  );
}

function EventLine({ event, index }: { readonly event: Event; readonly index: IndexedReading }) {
  const { when } = event;
  const place = event.where === undefined ? undefined : index.placeById.get(event.where)?.name;
  const actors = listNames(index, event.actors).join(', ');
  const recipients = listNames(index, event.recipients).join(', ');
  const who = recipients === '' ? actors : `${actors === '' ? READING.unnamed : actors} → ${recipients}`;
  // Two figures may read alike.
  const facts = new Set([
    who,
    listNames(index, event.instruments).join(', '),
    when === undefined ? '' : describeRange(when.from, when.to, when.precision),
    place ?? '',
    ...event.figures.map(describeFigure),
  ]);
  facts.delete('');
  return (
    <>
      <span className="event-what">
        <RealisLine event={event} />
        <bdi className="event-trigger">{event.trigger.text}</bdi>
        <span className="muted">
          {describeType(event)} · {REALIS_WORDS[event.realis]}
          {event.background ? ', history' : ''}
        </span>
      </span>
      {facts.size > 0 && (
        <span className="event-facts muted">
          {[...facts].map((fact, at) => (
            <Fragment key={fact}>
              {at > 0 && ' · '}
              <bdi>{fact}</bdi>
            </Fragment>
          ))}
        </span>
      )}
    </>
  );
}

interface ClaimCardProps {
  readonly claim: Claim;
  readonly index: IndexedReading;
  readonly isSelected: boolean;
  readonly onSelect: (claim: string | undefined) => void;
  readonly onSelectEvent: (event: string) => void;
  /** Whether something of it counts no longer, in words. */
  readonly aside: string | undefined;
  /** What was decided of it, and what can be. */
  readonly decisions: ReactNode;
  /** Opens the correction of this claim; absent where nothing can be decided. */
  readonly onCorrect: (() => void) | undefined;
}

/** One claim: who says so, what, and how firmly; opened, all that was read of it. */
export function ClaimCard(props: ClaimCardProps) {
  const { claim, index, isSelected, onSelect, onSelectEvent, aside, decisions, onCorrect } = props;
  const events = index.eventsByClaim.get(claim.id) ?? [];
  const tags = listTags(claim);
  return (
    <li
      className={['claim', isSelected ? 'is-selected' : '', aside === undefined ? '' : 'is-aside']
        .join(' ')
        .trim()}
    >
      <button
        type="button"
        className="claim-head"
        aria-expanded={isSelected}
        onClick={() => onSelect(isSelected ? undefined : claim.id)}
      >
        <ChainLine claim={claim} />
        <Words claim={claim} />
        {!isSelected && (tags.length > 0 || events.length > 0 || aside !== undefined) && (
          <span className="tags">
            {aside !== undefined && <span className="tag">{aside}</span>}
            {tags.map((tag) => (
              <span key={tag} className="tag">
                {tag}
              </span>
            ))}
            {events.map((event) => (
              <span key={event.id} className="event-tag">
                <RealisLine event={event} />
                {describeType(event)}
              </span>
            ))}
          </span>
        )}
      </button>
      {isSelected && (
        <div className="claim-body">
          <ChainDiagram claim={claim} />
          <dl className="marks">
            <div>
              <dt>{READING.marks.stance}</dt>
              <dd>{claim.stance === undefined ? READING.noStance : STANCE_WORDS[claim.stance]}</dd>
            </div>
            <div>
              <dt>{READING.marks.certainty}</dt>
              <dd>{CERTAINTY_WORDS[claim.certainty]}</dd>
            </div>
            <div>
              <dt>{READING.marks.polarity}</dt>
              <dd>{claim.polarity}</dd>
            </div>
            <div>
              <dt>{READING.marks.evidence}</dt>
              <dd>{EVIDENCE_WORDS[claim.evidence]}</dd>
            </div>
            <div>
              <dt>{READING.marks.words}</dt>
              <dd>{QUOTE_WORDS[claim.quote]}</dd>
            </div>
            <div>
              <dt>{READING.marks.by}</dt>
              <dd>{claim.by}</dd>
            </div>
          </dl>
          {events.length > 0 && (
            <ul className="claim-events" aria-label={READING.events}>
              {events.map((event) => (
                <li key={event.id}>
                  <button type="button" className="claim-event" onClick={() => onSelectEvent(event.id)}>
                    <EventLine event={event} index={index} />
                  </button>
                </li>
              ))}
            </ul>
          )}
          {onCorrect !== undefined && (
            <p>
              <button type="button" className="link decide-link" onClick={onCorrect}>
                {CORRECT.button} <kbd>{CORRECT.key}</kbd>
              </button>
            </p>
          )}
          {decisions}
        </div>
      )}
    </li>
  );
}
