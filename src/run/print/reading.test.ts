import { describe, expect, test } from 'vitest';
import type { Event } from '../../model/event.ts';
import type { Reading } from '../../model/reading.ts';
import { formatReading } from './reading.ts';
import { formatJsonLine, makeStyle, wantsColor } from './terminal.ts';
import { measure } from './width.ts';

const TEXT =
  'Port officials told the Coast Gazette that the strike may begin on Friday. The union had closed the pier on Monday.';

const EVENT: Event = {
  kind: 'event',
  id: 'v1',
  claim: 'c1',
  trigger: { start: 47, end: 53, text: 'strike' },
  plover: { type: 'PROTEST', contexts: [] },
  cameo: '143',
  realis: 'possible',
  factuality: 0,
  background: false,
  actors: ['e1'],
  recipients: [],
  instruments: [],
  when: { from: '2026-03-06', to: '2026-03-06', precision: 'day' },
  where: 'p1',
  figures: [{ of: 'dockers', value: 40, bound: 'atLeast', start: 0, end: 4 }],
  by: 'event@1',
};

const READING: Reading = {
  kind: 'reading',
  version: 1,
  engine: 'tocsin 0.0.0',
  document: {
    kind: 'document',
    id: `sha256:${'ab'.repeat(32)}`,
    bytes: `sha256:${'cd'.repeat(32)}`,
    seen: '2026-03-03T08:00:00Z',
    version: 1,
    file: 'pier.html',
    outlet: 'Harbour Wire',
    title: 'Pier closed\u001b[2J',
    published: '2026-03-03',
    publishedEvidence: 'JSON-LD datePublished',
    language: 'en',
    text: TEXT,
    captions: [],
    removed: [
      { text: 'Home', why: 'navigation' },
      { text: 'About', why: 'navigation' },
    ],
  },
  sentences: [],
  times: [],
  places: [
    {
      kind: 'place',
      id: 'p1',
      start: 0,
      end: 4,
      text: 'Port',
      name: 'Northport',
      precision: 'city',
      use: 'place',
      by: 'place@1',
    },
  ],
  entities: [
    { kind: 'entity', id: 'e1', type: 'organization', name: 'Dock Union', mentions: [], by: 'entity@1' },
  ],
  claims: [
    {
      kind: 'claim',
      id: 'c1',
      start: 0,
      end: 74,
      content: { start: 43, end: 73, text: 'the strike may begin on Friday', spans: [[43, 73]] },
      chain: [
        { name: 'Harbour Wire', type: 'outlet' },
        { name: 'Coast Gazette', type: 'outlet' },
        { name: 'Port officials', type: 'person', anonymous: true, number: 'several' },
      ],
      quote: 'indirect',
      stance: 'fears',
      certainty: 'possible',
      polarity: 'affirmed',
      evidence: 'unstated',
      events: ['v1'],
      by: 'claim@1',
    },
  ],
  events: [
    EVENT,
    { ...EVENT, id: 'v2', sameAs: 'v1' },
    {
      ...EVENT,
      id: 'v3',
      realis: 'occurred',
      when: { from: '2026-03-02', to: '2026-03-02', precision: 'day' },
      background: true,
      trigger: { start: 92, end: 98, text: 'closed' },
    },
    {
      ...EVENT,
      id: 'v4',
      realis: 'denied',
      trigger: { start: 92, end: 98, text: 'halt' },
      actors: [],
      when: { precision: 'unknown' },
    },
  ],
  notes: [{ type: 'guess', start: 0, end: 14, why: 'nobody is named', by: 'claim@1' }],
};

function print(width: number, reading = READING): string {
  return formatReading(reading, { width, style: makeStyle(false) });
}

describe('a reading for people', () => {
  test('says what the page is', () => {
    expect(print(80).split('\n').slice(0, 3)).toEqual([
      'Pier closed [2J',
      'Harbour Wire · 3 March 2026 · en',
      'sha256:abababababab · pier.html · dated by JSON-LD datePublished',
    ]);
  });

  test('shows each claim with its chain, outermost first, and its words', () => {
    expect(print(100)).toContain(
      ' 1  Harbour Wire → Coast Gazette → “Port officials” (unnamed, several) fears · possible\n    │ the strike may begin on Friday\n',
    );
  });

  test('shows events by day with their firmness, each event once', () => {
    const text = print(100);
    const events = text.slice(text.indexOf('Events 4'));
    expect(events).toMatch(
      /^Events 4\n\n {2}2 Mar 2026\n {4}━━━ occurred {2}PROTEST {2}“closed” · Dock Union · in Northport/,
    );
    expect(events).toMatch(/\n\n {2}6 Mar 2026\n {4}┈┈┈ possible {2}PROTEST {2}“strike” · Dock Union/);
    expect(events).toMatch(/\n\n {2}no day given\n {4}━╳━ denied {4}PROTEST {2}“halt” · in Northport/);
    expect(events).toMatch(/at least 40\s+dockers · claim\s+1\s+·\s+\(history\)/);
    expect(events.indexOf('2 Mar')).toBeLessThan(events.indexOf('6 Mar'));
    expect(events.match(/“strike”/g)).toHaveLength(1);
    expect(events).toMatch(/\(2\smentions\)/);
    expect(events).toContain('(history)');
  });

  test('says what was not read', () => {
    expect(print(80)).toContain('left out of the page  navigation 2');
    expect(print(80)).toContain('guessed               “Port officials”: nobody is named');
  });

  test.each([40, 60, 80, 100])('fits %i columns and holds nothing that a terminal obeys', (width) => {
    const text = print(width);
    for (const line of text.split('\n')) expect(measure(line), line).toBeLessThanOrEqual(width);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

test('JSON lines have no control character, and say the same', () => {
  const line = formatJsonLine({ text: 'a\u001b[1m\u009b31m\u2028b' });
  expect(line).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028]/);
  expect(JSON.parse(line)).toEqual({ text: 'a\u001b[1m\u009b31m\u2028b' });
});

test.each([
  [true, {}, undefined, true],
  [false, {}, undefined, false],
  [true, { NO_COLOR: '1' }, undefined, false],
  [true, { NO_COLOR: '' }, undefined, true],
  [true, {}, false, false],
  [false, { FORCE_COLOR: '1' }, undefined, true],
  [true, { NO_COLOR: '1', FORCE_COLOR: '1' }, undefined, false],
  [true, { TERM: 'dumb' }, undefined, false],
])('colour: terminal %j, environment %j, flag %j', (isTty, env, flag, expected) => {
  expect(wantsColor(isTty, { env, flag })).toBe(expected);
});
