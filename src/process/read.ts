import type { Document, Incomplete } from '../model/document.ts';
import type { DecodedPage } from '../model/page.ts';
import type { Note, Reading } from '../model/reading.ts';
import { makeDocument } from './content/content.ts';
import { type ClaimResources, findClaims } from './lang/en/claim/claims.ts';
import { loadLearned } from './lang/en/claim/learned/learned.ts';
import { loadCues } from './lang/en/claim/lexicon.ts';
import { loadSpeakers } from './lang/en/claim/speakers.ts';
import { type EnglishEngine, loadEnglish } from './lang/en/engine.ts';
import { findEntities } from './lang/en/entity/entities.ts';
import { findOutlet } from './lang/en/entity/outlets.ts';
import { dateAnniversaries } from './lang/en/event/anniversaries.ts';
import { type EventResources, findEvents } from './lang/en/event/events.ts';
import { loadFactuality } from './lang/en/event/factuality/factuality.ts';
import { gatherIncidents } from './lang/en/event/incidents.ts';
import { type EventJudge, loadJudge } from './lang/en/event/judge/judge.ts';
import { type EventLexicon, loadEvents } from './lang/en/event/lexicon.ts';
import { followEvents } from './lang/en/event/past.ts';
import { noteOffGlobe } from './place/degrees.ts';
import { findPlaces } from './place/places.ts';
import { trimDateline } from './sentence/dateline.ts';
import type { ParsedSentence } from './sentence/parsed.ts';
import { splitSentences } from './sentence/split.ts';
import { readTimes } from './time/times.ts';
import { scanWords } from './time/words.ts';

/** What the sender of a page knows beside the page; it goes before what the page says. */
export interface Given {
  readonly outlet?: string;
  /** ISO 8601 date, as precise as known. */
  readonly published?: string;
  readonly url?: string;
  /** Version of the page at its address; 1 where nobody keeps count. */
  readonly version?: number;
}

/** Reads pages; made once, since its word lists and models take a moment to load. */
export interface Reader {
  /** One page in, one reading out. Never throws for what is on the page: what cannot be read becomes a note. */
  read(page: DecodedPage, given?: Given): Reading;
  /** The same from a Document whose text is already at hand. */
  readDocument(document: Document): Reading;
}

export interface ReaderSettings {
  /** Program and version, as written into readings. */
  readonly engine: string;
  /** In place of the shipped one: the training of it looks on by this way. */
  readonly judge?: EventJudge;
}

interface Resources {
  readonly english: EnglishEngine;
  readonly claims: ClaimResources;
  readonly events: EventResources;
}

/**
 * Makes a Reader. Word lists and models are loaded at the first English page. Throws where the package's own data
 * are missing or damaged, and says which file.
 *
 * @example
 * const reader = createReader({ engine: 'tocsin 0.1.0' });
 * reader.readDocument(document).claims.map((claim) => claim.content.text);
 */
export function createReader(settings: ReaderSettings): Reader {
  let resources: Resources | undefined;
  const load = () => {
    if (resources !== undefined) return resources;
    const factuality = loadFactuality();
    const judge = settings.judge ?? loadJudge(factuality);
    const events = { lexicon: loadEvents(), factuality, judge };
    const claims = {
      cues: loadCues(),
      learned: loadLearned(),
      deeds: listDeeds(events.lexicon),
      speakers: loadSpeakers(),
      findOutlet,
    };
    resources = { english: loadEnglish(), claims, events };
    return resources;
  };
  const readDocument = (document: Document): Reading =>
    document.language === 'en' ? readEnglish(document, settings, load()) : readOther(document, settings);
  return { readDocument, read: (page, given = {}) => readDocument(makeDocument(page, given)) };
}

/** The stages in their order: names before places (a person may bear a town's name), all of them before who says what. */
function readEnglish(
  document: Document,
  settings: ReaderSettings,
  { english, claims, events }: Resources,
): Reading {
  const { text, published } = document;
  const sentences = english.parse(text);
  // Pushed: what "map" makes changes its kind once it is compiled, and all that reads it is compiled anew.
  const told: ParsedSentence[] = [];
  for (const sentence of sentences) told.push(trimDateline(sentence, text));
  const words = scanWords(text);
  const { times, notes } = readTimes(text, {
    language: 'en',
    parsed: sentences,
    words,
    ...(published === undefined ? {} : { published }),
    ...(document.posts === undefined ? {} : { posts: document.posts }),
  });
  const places = findPlaces(
    { text, sentences },
    {
      ...(document.outlet === undefined ? {} : { outlet: document.outlet }),
      ...(document.url === undefined ? {} : { url: document.url }),
    },
  );
  const entities = findEntities({ text, sentences, places });
  const attributed = findClaims({ document, sentences: told, entities }, claims);
  const found = findEvents(
    { document, sentences: told, times, places, entities, claims: attributed },
    events,
  );
  const dated = dateAnniversaries({
    text,
    words,
    sentences,
    times: followEvents(times, found.events),
    entities,
    events: found.events,
    ...(published === undefined ? {} : { published }),
  });
  return {
    kind: 'reading',
    version: 1,
    engine: settings.engine,
    document,
    sentences: sentences.map(({ start, end }) => ({ start, end })),
    times: dated.times,
    places,
    entities,
    claims: found.claims,
    events: dated.events,
    incidents: gatherIncidents(text, dated.events, found.parts),
    notes: [...noteUnread(document), ...notes, ...noteOffGlobe(text)],
  };
}

/** A language that nobody reads yet: the text is kept and its sentences counted, nothing is guessed. */
function readOther(document: Document, settings: ReaderSettings): Reading {
  const language =
    document.language === undefined ? nameUnknown(document.languageEvidence) : `in "${document.language}"`;
  const unread: Note = {
    type: 'skipped',
    why: `The text is ${language}; claims and events are read in English only.`,
    by: 'sentence@1',
  };
  return {
    kind: 'reading',
    version: 1,
    engine: settings.engine,
    document,
    sentences: splitSentences(document.text),
    times: [],
    places: [],
    entities: [],
    claims: [],
    events: [],
    incidents: [],
    notes: [...(document.text === '' ? [] : [unread]), ...noteUnread(document)],
  };
}

/** Why no language can be said, where there is more to it than too few words. */
function nameUnknown(evidence: string | undefined): string {
  const several = /several languages \((.{1,40})\)/.exec(evidence ?? '')?.[1];
  return several === undefined ? 'of unknown language' : `in several languages (${several})`;
}

const PARTS: Readonly<Record<Incomplete['why'], string>> = {
  paywall: 'The page shows only the beginning of the article; the rest is for subscribers',
  'further pages': 'The article goes on at other addresses, which were not read',
  teasers: 'The page holds no article but the beginnings of several, which were read as one text',
  'beyond the bound': 'Only the beginning of the text was read',
};

/** Verbs that may name violence. */
const listDeeds = ({ senses }: EventLexicon): ReadonlySet<string> =>
  new Set(
    [...senses]
      .filter(([key, all]) => key.endsWith('/verb') && all.some(({ type }) => type === 'ASSAULT'))
      .map(([key]) => key.slice(0, -'/verb'.length)),
  );

function noteUnread(document: Document): Note[] {
  const notes: Note[] = [];
  if (document.text === '')
    notes.push({ type: 'unparsed', why: 'No article text was found on the page.', by: 'content@1' });
  if (document.incomplete !== undefined) {
    const { why, evidence } = document.incomplete;
    notes.push({ type: 'unparsed', why: `${PARTS[why]} (${evidence}).`, by: 'content@1' });
  }
  if (document.published === undefined) {
    const refused = document.publishedRefused;
    const lack =
      refused === undefined
        ? 'The page gives no date'
        : `The page gives ${refused} as its date, which cannot be (it was seen ${document.seen.slice(0, 10)}); it is left out`;
    notes.push({
      type: 'guess',
      why: `${lack}, so times such as "Thursday" stay unresolved.`,
      by: 'content@1',
    });
  }
  return notes;
}
