import type { Claim } from '../../model/claim.ts';
import type { Event } from '../../model/event.ts';
import type { Hash } from '../../model/page.ts';
import type { Reading } from '../../model/reading.ts';
import type { Mention, Report, Statement } from '../../model/report.ts';
import { makeTextSpan } from '../../model/span.ts';

/** Readings and reports for tests, with everything that does not matter filled in. */
export function makeHash(name: string): Hash {
  let digits = '';
  for (const letter of name) digits += letter.charCodeAt(0).toString(16).padStart(2, '0');
  return `sha256:${digits.padEnd(64, '0').slice(0, 64)}`;
}

export interface TextGiven {
  readonly name: string;
  readonly text: string;
  readonly title?: string;
  readonly published?: string;
  readonly seen?: string;
  readonly outlet?: string;
  readonly language?: string;
}

/** A reading of a text in which nobody found anything. */
export function makeReading(
  { name, text, title, published, seen = '2020-12-11T12:00:00Z', outlet, language = 'en' }: TextGiven,
  found: Partial<Pick<Reading, 'claims' | 'events' | 'entities' | 'places' | 'times' | 'sentences'>> = {},
): Reading {
  return {
    kind: 'reading',
    version: 1,
    engine: 'test',
    document: {
      kind: 'document',
      id: makeHash(name),
      bytes: makeHash(name),
      seen,
      version: 1,
      ...(outlet === undefined ? {} : { outlet }),
      ...(title === undefined ? {} : { title }),
      ...(published === undefined ? {} : { published }),
      language,
      text,
      captions: [],
      removed: [],
    },
    sentences: [],
    times: [],
    places: [],
    entities: [],
    claims: [],
    events: [],
    notes: [],
    ...found,
  };
}

export function makeClaim(text: string, id: string, [start, end]: readonly [number, number]): Claim {
  return {
    kind: 'claim',
    id,
    start,
    end,
    content: { ...makeTextSpan(text, start, end), spans: [[start, end]] },
    chain: [{ name: 'Harbour Wire', type: 'outlet' }],
    quote: 'none',
    certainty: 'certain',
    polarity: 'affirmed',
    evidence: 'unstated',
    events: [],
    by: 'test@1',
  };
}

export function makeEvent(
  text: string,
  id: string,
  given: Partial<Event> & { readonly word: string },
): Event {
  const { word, ...rest } = given;
  const start = text.indexOf(word);
  return {
    kind: 'event',
    id,
    claim: 'c1',
    trigger: makeTextSpan(text, start, start + word.length),
    plover: { type: 'ASSAULT', contexts: [] },
    cameo: '190',
    realis: 'occurred',
    factuality: 2,
    background: false,
    actors: [],
    recipients: [],
    instruments: [],
    figures: [],
    by: 'test@1',
    ...rest,
  };
}

export function makeMention(incident: string | undefined, given: Partial<Mention> = {}): Mention {
  return {
    event: 'v1',
    trigger: { start: 0, end: 1, text: 'x' },
    plover: { type: 'ASSAULT', contexts: [] },
    cameo: '190',
    realis: 'occurred',
    factuality: 2,
    background: false,
    actors: [],
    recipients: [],
    instruments: [],
    figures: [],
    ...(incident === undefined ? {} : { incident }),
    ...given,
  };
}

/** A statement at `start`; its mentions by the ids of their incidents. */
export function makeStatement(
  words: string,
  start: number,
  given: Partial<Statement> & { readonly incidents?: readonly string[] } = {},
): Statement {
  const { incidents = [], ...rest } = given;
  return {
    claim: `c${start}`,
    start,
    end: start + words.length,
    words,
    chain: [{ name: 'Harbour Wire', type: 'outlet' }],
    quote: 'none',
    stance: 'asserts',
    certainty: 'certain',
    polarity: 'affirmed',
    evidence: 'unstated',
    mentions: incidents.map((incident) => makeMention(incident)),
    ...rest,
  };
}

export function makeReport(name: string, given: Partial<Report> = {}): Report {
  const seen = given.seen ?? '2020-12-11T12:00:00Z';
  return {
    kind: 'report',
    document: makeHash(name),
    series: makeHash(name),
    version: 1,
    outlet: name,
    seen,
    knownSince: seen,
    story: 's000000000000',
    reuses: [],
    statements: [],
    by: 'test@1',
    ...given,
  };
}
