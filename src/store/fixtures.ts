import type { Claim } from '../model/claim.ts';
import { STANCES } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Entity } from '../model/entity.ts';
import { EVENT_TYPES, type Event, REALIS } from '../model/event.ts';
import type { Page } from '../model/page.ts';
import type { PlaceMention } from '../model/place.ts';
import type { Reading } from '../model/reading.ts';
import { makeTextSpan, type Span } from '../model/span.ts';
import { makeRandom } from '../stats/random.ts';
import { hashBytes } from './archive.ts';
import type { StoreEntry } from './store.ts';

/** Made-up pages with readings of the size and shape of real ones, for tests and for measuring. */

export interface EntryOptions {
  /** Equal seeds give equal entries. */
  readonly seed: number;
  /** Sentences, each with a claim and an event; 14 unless given. */
  readonly sentences?: number;
  readonly title?: string;
  /** Instead of made-up sentences: one claim with one event that spans all of it. */
  readonly text?: string;
  readonly outlet?: string;
  readonly outletEvidence?: string;
  readonly published?: string;
  readonly publishedEvidence?: string;
  readonly language?: string;
  readonly url?: string;
  readonly file?: string;
  readonly seen?: string;
  readonly engine?: string;
  /** The page's bytes; otherwise HTML made of the text. */
  readonly html?: string;
  readonly eventType?: Event['plover']['type'];
  readonly realis?: Event['realis'];
  readonly stance?: Claim['stance'];
  readonly country?: string;
}

const ONSETS = [
  'b',
  'br',
  'd',
  'dr',
  'f',
  'g',
  'k',
  'kl',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'z',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou'];
const VOCABULARY = 60_000;
const COUNTRIES = ['IQ', 'SY', 'UA', 'SD', 'YE', 'LB', 'TW', 'KP', 'ML', 'US', 'RU', 'IR'];
const OUTLETS = [
  'Harbour Post',
  'Northern Wire',
  'Delta Times',
  'The Plain Record',
  'Radio Estuary',
  'Capital Ledger',
];

/** The nth most frequent word of a made-up language. */
export function makeWord(rank: number): string {
  let word = '';
  let rest = rank;
  do {
    word +=
      (ONSETS[rest % ONSETS.length] ?? '') + (VOWELS[Math.floor(rest / ONSETS.length) % VOWELS.length] ?? '');
    rest = Math.floor(rest / (ONSETS.length * VOWELS.length));
  } while (rest > 0);
  return word;
}

/** A word, frequent ones often: the nth about 1/n as often as the first, as in news. */
function pickWord(random: () => number): string {
  return makeWord(Math.floor((VOCABULARY + 1) ** random()) - 1);
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** A page and its reading. */
export function makeEntry(options: EntryOptions): StoreEntry {
  const random = makeRandom(options.seed);
  const sentences: Span[] = [];
  const text = options.text ?? makeText(random, options.sentences ?? 14, sentences);
  if (options.text !== undefined) sentences.push({ start: 0, end: text.length });
  const title = options.title ?? capitalise(Array.from({ length: 7 }, () => pickWord(random)).join(' '));
  const outlet = options.outlet ?? pick(OUTLETS, random);
  const html =
    options.html ??
    `<!doctype html><title>${title}</title><article>${text.replaceAll('\n\n', '<p>')}</article>`;
  const page = makePage(html, options);
  const document: Document = {
    kind: 'document',
    id: hashBytes(Buffer.from(`${outlet}\n${title}\n${text}`)),
    bytes: page.hash,
    ...(page.url !== undefined && { url: page.url }),
    ...(page.file !== undefined && { file: page.file }),
    seen: page.seen,
    version: 1,
    outlet,
    ...(options.outletEvidence !== undefined && { outletEvidence: options.outletEvidence }),
    title,
    published: options.published ?? makeDay(random),
    publishedEvidence: options.publishedEvidence ?? 'visible date line',
    language: options.language ?? 'en',
    text,
    captions: [],
    removed: [],
  };
  return { page, reading: makeReading({ document, sentences, random, options }) };
}

function makePage(html: string, options: EntryOptions): Page {
  const content = Buffer.from(html);
  return {
    kind: 'page',
    hash: hashBytes(content),
    content,
    seen: options.seen ?? '2026-03-01T08:00:00.000Z',
    ...(options.url !== undefined && { url: options.url }),
    ...(options.file !== undefined && { file: options.file }),
  };
}

function makeDay(random: () => number): string {
  return new Date(Date.UTC(2020, 0, 1) + Math.floor(random() * 2200) * 86_400_000).toISOString().slice(0, 10);
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Sentences of some twenty words in paragraphs of three. */
function makeText(random: () => number, count: number, sentences: Span[]): string {
  let text = '';
  for (let number = 0; number < count; number++) {
    if (number > 0) text += number % 3 === 0 ? '\n\n' : ' ';
    const start = text.length;
    const speaker = capitalise(pickWord(random));
    const words = Array.from({ length: 12 + Math.floor(random() * 16) }, () => pickWord(random));
    text += `${speaker} said that ${words.join(' ')}.`;
    sentences.push({ start, end: text.length });
  }
  return text;
}

interface Draft {
  readonly document: Document;
  readonly sentences: readonly Span[];
  readonly random: () => number;
  readonly options: EntryOptions;
}

function makeReading(draft: Draft): Reading {
  const { document, sentences, options } = draft;
  const parts = sentences.map((sentence, index) => makeParts(draft, sentence, index + 1));
  return {
    kind: 'reading',
    version: 1,
    engine: options.engine ?? 'tocsin 0.1.0',
    document,
    sentences,
    times: [],
    places: parts.map((part) => part.place),
    entities: parts.map((part) => part.entity),
    claims: parts.map((part) => part.claim),
    events: parts.map((part) => part.event),
    notes: [],
  };
}

interface Parts {
  readonly place: PlaceMention;
  readonly entity: Entity;
  readonly claim: Claim;
  readonly event: Event;
}

/** What one sentence holds: its first word speaks, the rest is said, its last word is where. */
function makeParts({ document, random, options }: Draft, { start, end }: Span, number: number): Parts {
  const { text } = document;
  const firstSpace = text.indexOf(' ', start);
  const speakerEnd = firstSpace < 0 || firstSpace > end ? end : firstSpace;
  const contentStart = Math.min(text.startsWith(' said that ', speakerEnd) ? speakerEnd + 11 : start, end);
  const placeStart = Math.max(text.lastIndexOf(' ', end - 2) + 1, start);
  const placeEnd = Math.max(end - 1, placeStart);
  const day = document.published ?? '2020-01-01';
  const speaker = makeTextSpan(text, start, speakerEnd);
  return {
    place: {
      ...makeTextSpan(text, placeStart, placeEnd),
      kind: 'place',
      id: `p${number}`,
      name: capitalise(text.slice(placeStart, placeEnd)),
      country: options.country ?? pick(COUNTRIES, random),
      lat: Math.round(random() * 18_000) / 100 - 90,
      lon: Math.round(random() * 36_000) / 100 - 180,
      precision: 'city',
      use: 'place',
      by: 'place@1',
    },
    entity: {
      kind: 'entity',
      id: `e${number}`,
      type: 'person',
      name: speaker.text,
      mentions: [speaker],
      by: 'entity@1',
    },
    claim: {
      kind: 'claim',
      id: `c${number}`,
      start,
      end,
      content: { ...makeTextSpan(text, contentStart, end), spans: [[contentStart, end]] },
      chain: [
        { name: document.outlet ?? '', type: 'outlet' },
        { name: speaker.text, type: 'person', start, end: speakerEnd, entity: `e${number}` },
      ],
      quote: 'indirect',
      stance: options.stance ?? pick(STANCES, random),
      certainty: 'certain',
      polarity: 'affirmed',
      evidence: 'unstated',
      events: [`v${number}`],
      by: 'claim@1',
    },
    event: {
      kind: 'event',
      id: `v${number}`,
      claim: `c${number}`,
      trigger: makeTextSpan(text, contentStart, Math.min(contentStart + 5, end)),
      plover: { type: options.eventType ?? pick(EVENT_TYPES, random), contexts: ['military'] },
      cameo: '190',
      realis: options.realis ?? pick(REALIS, random),
      factuality: 1,
      background: false,
      actors: [`e${number}`],
      recipients: [],
      instruments: [],
      when: { from: day, to: day, precision: 'day' },
      where: `p${number}`,
      figures: [],
      by: 'event@1',
    },
  };
}
