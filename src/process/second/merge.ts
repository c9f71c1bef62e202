import type { ChainLink, Claim } from '../../model/claim.ts';
import type { Event } from '../../model/event.ts';
import type { Note, Reading } from '../../model/reading.ts';
import { isOverlapping, isWithin, type Span } from '../../model/span.ts';
import type { CheckedClaim } from './check-claim.ts';
import type { CheckedEvent } from './check-event.ts';
import { BY } from './stage.ts';

/** What became of what the second reader found. */
export interface Merged {
  readonly reading: Reading;
  readonly found: { readonly claims: number; readonly events: number };
  readonly agreed: { readonly claims: number; readonly events: number };
  readonly differs: number;
}

/** From this share of the shorter one on, two contents are taken for the same words. */
const SAME = 0.6;
/** Differences that are spelled out. */
const MOST_NOTES = 10;

/**
 * Adds checked findings to a reading. What the first reader has stays as it is: the same finding is counted as agreement, a differing
 * one becomes a note. New claims and events stand in the order of the text and have ids after all others.
 */
export function mergeFindings(reading: Reading, checked: readonly CheckedClaim[]): Merged {
  const merger = new Merger(reading);
  for (const each of checked) merger.add(each);
  return merger.finish();
}

class Merger {
  readonly #reading: Reading;
  readonly #claims: Claim[];
  readonly #events: Event[];
  readonly #notes: Note[] = [];
  readonly #found = { claims: 0, events: 0 };
  readonly #agreed = { claims: 0, events: 0 };
  #differs = 0;
  #claimNumber: number;
  #eventNumber: number;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#claims = [...reading.claims];
    this.#events = [...reading.events];
    this.#claimNumber = highest(reading.claims);
    this.#eventNumber = highest(reading.events);
  }

  add({ claim, events }: CheckedClaim): void {
    const fresh = events.filter((event) => !this.#meetEvent(event));
    const same = this.#claims.filter((each) => isSame(each.content, claim.content));
    const known = this.#meetClaim(claim, same);
    // The outlet's own words are a claim only where they carry an event.
    if (known === undefined && claim.chain.length === 1 && fresh.length === 0) return;
    let id = known?.id;
    if (id === undefined) {
      id = `c${++this.#claimNumber}`;
      this.#claims.push({ ...claim, id, events: [] });
      this.#found.claims += 1;
    }
    for (const event of fresh) this.#addEvent(event, id);
  }

  finish(): Merged {
    const claims = this.#claims
      .map((claim) => {
        const added = this.#events
          .filter((each) => each.by === BY && each.claim === claim.id)
          .map(({ id }) => id);
        const events = [...claim.events.filter((id) => !added.includes(id)), ...added];
        return added.length === 0 ? claim : { ...claim, events };
      })
      .sort((a, b) => a.content.start - b.content.start || b.content.end - a.content.end);
    return {
      reading: {
        ...this.#reading,
        claims,
        events: this.#events,
        notes: [...this.#reading.notes, ...this.#notes],
      },
      found: this.#found,
      agreed: this.#agreed,
      differs: this.#differs,
    };
  }

  /** The claim that is there already for the same words; undefined where what is offered is new. */
  #meetClaim(claim: CheckedClaim['claim'], same: readonly Claim[]): Claim | undefined {
    const source = claim.chain.at(-1)!;
    const isOwn = claim.chain.length === 1;
    const alike = same.find((each) =>
      isOwn ? each.chain.length === 1 : isSameSource(each.chain.at(-1)!, source),
    );
    if (alike !== undefined) {
      if (alike.stance === claim.stance && alike.polarity === claim.polarity) this.#agreed.claims += 1;
      else
        this.#note(claim.content, `how it is said: ${describeStance(claim)}, not ${describeStance(alike)}`);
      return alike;
    }
    // Words that the first reader took for the outlet's own have a source after all: that is a finding.
    const attributed = same.find(({ chain }) => chain.length > 1);
    if (attributed === undefined) return undefined;
    this.#note(
      claim.content,
      `who says it: ${isOwn ? 'the outlet itself' : source.name}, not ${attributed.chain.at(-1)!.name}`,
    );
    return attributed;
  }

  /** Whether an event is there already: one of its type in its sentence. */
  #meetEvent(event: CheckedEvent): boolean {
    const sentence = this.#reading.sentences.find((each) => isWithin(event.trigger, each)) ?? event.trigger;
    const known = this.#events.filter(
      ({ trigger, plover }) =>
        isOverlapping(trigger, event.trigger) ||
        (plover.type === event.plover.type && isWithin(trigger, sentence)),
    );
    const alike = known.find(({ plover }) => plover.type === event.plover.type) ?? known[0];
    if (alike === undefined) return false;
    if (alike.plover.type !== event.plover.type)
      this.#note(event.trigger, `what it is: ${event.plover.type}, not ${alike.plover.type}`);
    else if (alike.realis !== event.realis)
      this.#note(event.trigger, `whether it happened: ${event.realis}, not ${alike.realis}`);
    else this.#agreed.events += 1;
    return true;
  }

  #addEvent(event: CheckedEvent, claim: string): void {
    const made: Event = { ...event, id: `v${++this.#eventNumber}`, claim };
    const behind = this.#events.findIndex(({ trigger }) => trigger.start > event.trigger.start);
    this.#events.splice(behind < 0 ? this.#events.length : behind, 0, made);
    this.#found.events += 1;
  }

  #note({ start, end }: Span, what: string): void {
    this.#differs += 1;
    if (this.#differs > MOST_NOTES) return;
    this.#notes.push({
      type: 'guess',
      start,
      end,
      why: `The second reader sees otherwise ${what.slice(0, 200)}.`,
      by: BY,
    });
  }
}

const highest = (items: readonly { readonly id: string }[]): number =>
  items.reduce((most, { id }) => Math.max(most, Number(id.slice(1)) || 0), 0);

function isSame(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared >= SAME * Math.min(a.end - a.start, b.end - b.start);
}

function isSameSource(a: ChainLink, b: ChainLink): boolean {
  if (a.entity !== undefined && a.entity === b.entity) return true;
  if (a.name.toLowerCase() === b.name.toLowerCase()) return true;
  const [aSpan, bSpan] = [placeOf(a), placeOf(b)];
  return aSpan !== undefined && bSpan !== undefined && isOverlapping(aSpan, bSpan);
}

const placeOf = ({ start, end }: ChainLink): Span | undefined =>
  start === undefined || end === undefined ? undefined : { start, end };

const describeStance = ({ stance, polarity }: Pick<Claim, 'stance' | 'polarity'>): string =>
  `${stance ?? 'takes no position'}${polarity === 'negated' ? ', negated' : ''}`;
