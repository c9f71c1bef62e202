import { createHash } from 'node:crypto';
import type { ChainLink, Claim } from '../../src/model/claim.ts';
import type { Caption, Document, Removed } from '../../src/model/document.ts';
import type { Entity } from '../../src/model/entity.ts';
import type { Event, Figure } from '../../src/model/event.ts';
import type { Hash } from '../../src/model/page.ts';
import type { PlaceMention } from '../../src/model/place.ts';
import type { Note, Reading } from '../../src/model/reading.ts';
import type { TextSpan } from '../../src/model/span.ts';
import type { TimeExpression } from '../../src/model/time.ts';

/*
 * Builds readings for tests out of a text and the words that each finding stands on, so that no offset is written by
 * hand. Words that are not in the text make the builder throw: a fixture cannot point at nothing.
 */

/** Words in the text; `words#2` means their second occurrence. */
type Words = string;

export interface ClaimPlan {
  readonly says: Words | readonly Words[];
  readonly chain: readonly (Omit<ChainLink, 'start' | 'end' | 'cue'> & {
    readonly at?: Words;
    readonly cue?: readonly [words: Words, act: string];
  })[];
  readonly quote?: Claim['quote'];
  readonly stance?: Claim['stance'] | null;
  readonly certainty?: Claim['certainty'];
  readonly polarity?: Claim['polarity'];
  readonly evidence?: Claim['evidence'];
  readonly events?: readonly string[];
}

export interface EventPlan extends Partial<Omit<Event, 'kind' | 'id' | 'trigger' | 'figures' | 'by'>> {
  readonly trigger: Words;
  readonly type: Event['plover']['type'];
  readonly mode?: string;
  readonly figures?: readonly (Omit<Figure, 'start' | 'end'> & { readonly at: Words })[];
}

export interface ReadingPlan {
  readonly outlet: string;
  readonly title: string;
  readonly published?: string;
  readonly publishedEvidence?: string;
  readonly url?: string;
  readonly file?: string;
  readonly byline?: string;
  readonly language?: string;
  readonly seen?: string;
  readonly text: string;
  readonly captions?: readonly Caption[];
  readonly removed?: readonly Removed[];
  readonly claims?: Readonly<Record<string, ClaimPlan>>;
  readonly events?: Readonly<Record<string, EventPlan>>;
  readonly times?: Readonly<
    Record<string, Omit<TimeExpression, 'kind' | 'id' | 'by' | keyof TextSpan> & { at: Words }>
  >;
  readonly places?: Readonly<
    Record<string, Omit<PlaceMention, 'kind' | 'id' | 'by' | keyof TextSpan> & { at: Words }>
  >;
  readonly entities?: Readonly<
    Record<string, Omit<Entity, 'kind' | 'id' | 'by' | 'mentions'> & { at: readonly Words[] }>
  >;
  readonly notes?: readonly (Omit<Note, 'start' | 'end'> & { readonly at?: Words })[];
}

export function makeHash(content: string | Uint8Array): Hash {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

function makeFinder(text: string): (words: Words) => TextSpan {
  return (words) => {
    const [, wanted = words, nth = '1'] = /^(.*)#(\d)$/s.exec(words) ?? [];
    let start = -1;
    for (let count = 0; count < Number(nth); count++) start = text.indexOf(wanted, start + 1);
    if (start < 0) throw new Error(`The fixture text has no "${words}"`);
    return { start, end: start + wanted.length, text: wanted };
  };
}

function makeClaim(id: string, plan: ClaimPlan, find: (words: Words) => TextSpan): Claim {
  const pieces = (typeof plan.says === 'string' ? [plan.says] : plan.says).map(find);
  const chain = plan.chain.map(({ at, cue, ...link }): ChainLink => {
    const named = at === undefined ? {} : { start: find(at).start, end: find(at).end };
    return { ...link, ...named, ...(cue === undefined ? {} : { cue: { ...find(cue[0]), act: cue[1] } }) };
  });
  const starts = [...pieces.map((piece) => piece.start), ...chain.flatMap((link) => link.start ?? [])];
  const ends = [
    ...pieces.map((piece) => piece.end),
    ...chain.flatMap((link) => link.cue?.end ?? link.end ?? []),
  ];
  return {
    kind: 'claim',
    id,
    start: Math.min(...starts),
    end: Math.max(...ends),
    content: {
      start: pieces[0]?.start ?? 0,
      end: pieces.at(-1)?.end ?? 0,
      text: pieces.map((piece) => piece.text).join(' … '),
      spans: pieces.map((piece) => [piece.start, piece.end] as const),
    },
    chain,
    quote: plan.quote ?? 'indirect',
    ...(plan.stance === null ? {} : { stance: plan.stance ?? 'asserts' }),
    certainty: plan.certainty ?? 'certain',
    polarity: plan.polarity ?? 'affirmed',
    evidence: plan.evidence ?? 'unstated',
    events: plan.events ?? [],
    by: 'claim@1',
  };
}

function makeEvent(id: string, plan: EventPlan, find: (words: Words) => TextSpan): Event {
  const { trigger, type, mode, figures, ...rest } = plan;
  return {
    kind: 'event',
    id,
    claim: 'c1',
    plover: { type, ...(mode === undefined ? {} : { mode }), contexts: ['military'] },
    cameo: '190',
    realis: 'occurred',
    factuality: 2,
    background: false,
    actors: [],
    recipients: [],
    instruments: [],
    ...rest,
    trigger: find(trigger),
    figures: (figures ?? []).map(({ at, ...figure }) => ({
      ...figure,
      start: find(at).start,
      end: find(at).end,
    })),
    by: 'event@1',
  };
}

function makeSentences(text: string) {
  const ends = [...text.matchAll(/[.?!]["”]?(?=\s|$)/g)].map((match) => match.index + match[0].length);
  return ends.map((end, index) => {
    const from = ends[index - 1] ?? 0;
    return { start: from + (text.slice(from).length - text.slice(from).trimStart().length), end };
  });
}

function map<Plan, Value>(
  plans: Readonly<Record<string, Plan>> | undefined,
  make: (id: string, plan: Plan) => Value,
) {
  return Object.entries(plans ?? {}).map(([id, plan]) => make(id, plan));
}

/** Makes a reading as the engine would, with its page's bytes. */
export function buildReading(plan: ReadingPlan): { readonly reading: Reading; readonly content: Uint8Array } {
  const { claims, events, times, places, entities, notes, ...facts } = plan;
  const find = makeFinder(plan.text);
  const content = new TextEncoder().encode(`<title>${plan.title}</title><article>${plan.text}</article>`);
  const document: Document = {
    kind: 'document',
    id: makeHash([plan.outlet, plan.title, plan.text].join('\n')),
    bytes: makeHash(content),
    seen: '2031-05-20T08:00:00Z',
    version: 1,
    language: 'en',
    captions: [],
    removed: [],
    ...facts,
  };
  const reading: Reading = {
    kind: 'reading',
    version: 1,
    engine: 'tocsin 0.0.0-test',
    document,
    sentences: makeSentences(plan.text),
    times: map(times, (id, { at, ...rest }) => ({ kind: 'time', id, ...find(at), ...rest, by: 'time@1' })),
    places: map(places, (id, { at, ...rest }) => ({
      kind: 'place',
      id,
      ...find(at),
      ...rest,
      by: 'place@1',
    })),
    entities: map(entities, (id, { at, ...rest }) => ({
      kind: 'entity',
      id,
      ...rest,
      mentions: at.map(find),
      by: 'entity@1',
    })),
    claims: map(claims, (id, claim) => makeClaim(id, claim, find)),
    events: map(events, (id, event) => makeEvent(id, event, find)),
    notes: (notes ?? []).map(({ at, ...note }) => {
      const span = at === undefined ? undefined : find(at);
      return { ...note, ...(span === undefined ? {} : { start: span.start, end: span.end }) };
    }),
  };
  return { reading, content };
}
