import type { Document } from '../../../../model/document.ts';
import type { Event } from '../../../../model/event.ts';
import type { Reading } from '../../../../model/reading.ts';
import { createReader, type Reader } from '../../../read.ts';

const HASH = `sha256:${'0'.repeat(64)}` as const;

let reader: Reader | undefined;
let rules: Reader | undefined;

/** Reads a text as an English page of Thursday, 20 June 2019. */
export function readText(text: string, given: Partial<Document> = {}): Reading {
  reader ??= createReader({ engine: 'test' });
  return reader.readDocument(makePage(text, given));
}

/** The same by the rules alone, without the second look. */
export function readByRules(text: string): Reading {
  rules ??= createReader({ engine: 'test', judge: { judge: () => new Map() } });
  return rules.readDocument(makePage(text, {}));
}

function makePage(text: string, given: Partial<Document>): Document {
  return {
    kind: 'document',
    id: HASH,
    bytes: HASH,
    seen: '2019-06-20T12:00:00Z',
    version: 1,
    language: 'en',
    outlet: 'Coast Gazette',
    published: '2019-06-20',
    text,
    captions: [],
    removed: [],
    ...given,
  };
}

/** The event told by a word; `skip` passes over earlier mentions of the word. */
export function eventOf(reading: Reading, word: string, skip = 0): Event {
  const found = reading.events.filter(({ trigger }) => trigger.text === word)[skip];
  if (found !== undefined) return found;
  throw new Error(`no event "${word}" among ${wordsOf(reading).join(', ')}`);
}

/** The words that tell the events of a reading, in order. */
export const wordsOf = (reading: Reading) => reading.events.map(({ trigger }) => trigger.text);

export const namesOf = (reading: Reading, ids: readonly string[]) =>
  ids.map((id) => reading.entities.find((entity) => entity.id === id)?.name);

/** `injured atLeast 2 soldiers` for each figure of an event. */
export const figuresOf = (event: Event) =>
  event.figures.map(({ of, value, bound, who }) => [of, bound, value, who].filter(Boolean).join(' '));

/** All figures of a reading, in order. */
export const allFigures = (reading: Reading) => reading.events.flatMap(figuresOf);
