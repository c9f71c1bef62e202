import { describe, expect, test } from 'vitest';
import type { Reading } from '../../model/reading.ts';
import type { SecondAnswer, SecondClient, SecondQuestion } from '../../model/second.ts';
import { readText } from '../lang/en/event/reading.fixtures.ts';
import { checkClaim } from './check-claim.ts';
import { makeEvidence } from './evidence.ts';
import { INJECTIONS, UNSEEN_INJECTIONS, WANTED } from './injections.fixtures.ts';
import { loadSecondLexicon } from './lexicon.ts';
import { mergeFindings } from './merge.ts';
import { parseAnswer } from './schema.ts';
import { readSecond } from './second.ts';

const TEXT = `Rebels shelled the port of Example Bay on Tuesday, killing at least three sailors, the harbour master said.

Ann Example, the commander of the coast guard, told the Northgate Herald that the navy would answer the attack. “We have seen enough,” she said.

The ministry declined to comment. Karvonian officials denied that their troops fired the rockets.

Gunmen stormed the customs house on Wednesday.`;

const nothing = readText(TEXT);
/** As if the first reader had found nothing: then everything is new. */
const blank: Reading = { ...nothing, claims: [], events: [] };

function makeClient(answer: string | ((question: SecondQuestion) => string | SecondAnswer)): SecondClient {
  return {
    model: 'fake-1',
    ask: async (question) => {
      const given = typeof answer === 'string' ? answer : answer(question);
      if (typeof given !== 'string') return given;
      return { kind: 'answer', text: given, tokens: { input: 1, output: 1 }, isKept: false };
    },
  };
}

const link = (name: string, cue: string | null, more: object = {}) => ({
  name,
  cue,
  type: 'person',
  ...more,
});
const claim = (quote: string, more: object = {}) => ({
  ...{
    quote,
    chain: [],
    stance: 'asserts',
    certainty: 'certain',
    polarity: 'affirmed',
    evidence: 'unstated',
    events: [],
  },
  ...more,
});
const event = (trigger: string, type: string, more: object = {}) => ({
  ...{
    trigger,
    type,
    realis: 'occurred',
    background: false,
    actors: [],
    recipients: [],
    instruments: [],
    figures: [],
  },
  ...more,
});
const answerWith = (...claims: readonly object[]) => JSON.stringify({ claims });
const ask = (claims: readonly object[], reading: Reading = blank) =>
  readSecond(reading, { client: makeClient(answerWith(...claims)) });

const SHELLED = 'Rebels shelled the port of Example Bay on Tuesday, killing at least three sailors';
const MASTER = link('the harbour master', 'said');

/** Every span of a reading is what it says, and every finding of the second reader says so. */
function checkSpans({ document: { text }, claims, events }: Reading): void {
  for (const { content, chain } of claims) {
    expect(text.slice(content.start, content.end)).toBe(content.text);
    for (const { cue } of chain) if (cue !== undefined) expect(text.slice(cue.start, cue.end)).toBe(cue.text);
  }
  for (const { trigger } of events) expect(text.slice(trigger.start, trigger.end)).toBe(trigger.text);
}

describe('what the text bears out is added', () => {
  test('a claim with its source, its event and its figure', async () => {
    const time = blank.times.find(({ text }) => text === 'Tuesday')!.id;
    const offered = claim(SHELLED, {
      chain: [MASTER],
      events: [
        event('shelled', 'ASSAULT', {
          time,
          figures: [
            { words: 'at least three sailors', of: 'killed', value: 3, bound: 'atLeast', who: 'sailors' },
          ],
        }),
      ],
    });
    const reading = await ask([offered]);
    checkSpans(reading);
    expect(reading.claims).toMatchObject([
      {
        id: 'c1',
        by: 'second@1',
        content: { start: 0, text: SHELLED },
        quote: 'indirect',
        chain: [
          { name: 'Coast Gazette', type: 'outlet' },
          { name: 'harbour master', cue: { text: 'said', act: 'say' } },
        ],
        events: ['v1'],
      },
    ]);
    expect(reading.events).toMatchObject([
      {
        id: 'v1',
        claim: 'c1',
        by: 'second@1',
        trigger: { text: 'shelled' },
        plover: { type: 'ASSAULT' },
        realis: 'occurred',
        factuality: 2,
        when: { from: '2019-06-18', time },
        figures: [{ of: 'killed', value: 3, bound: 'atLeast', who: 'sailors' }],
      },
    ]);
    expect(reading.second).toEqual({
      by: 'second@1',
      model: 'fake-1',
      outcome: 'read',
      found: { claims: 1, events: 1 },
      agreed: { claims: 0, events: 0 },
      differs: 0,
      dropped: {},
    });
  });

  test('a quotation with straight marks, by whom a pronoun stands for', async () => {
    const who = blank.entities.find(({ name }) => name.includes('Ann Example'))!.id;
    const reading = await ask([claim('"We have seen enough,"', { chain: [link('she', 'said', { who })] })]);
    expect(reading.claims).toMatchObject([
      {
        content: { text: '“We have seen enough,”' },
        quote: 'direct',
        chain: [{}, { name: 'Ann Example', entity: who }],
      },
    ]);
  });

  test('words of the outlet itself only where they carry an event', async () => {
    const words = 'Gunmen stormed the customs house on Wednesday';
    expect((await ask([claim(words)])).claims).toEqual([]);
  });

  test('one who takes no position has no stance', async () => {
    const offered = claim('comment', {
      chain: [link('The ministry', 'declined', { type: 'office' })],
      ...{ stance: null, certainty: 'unknown', evidence: 'withheld' },
    });
    const [made] = (await ask([offered])).claims;
    expect(made).toMatchObject({ certainty: 'unknown', evidence: 'withheld' });
    expect(made).not.toHaveProperty('stance');
  });
});

describe('what it does not bear out is dropped and counted', () => {
  const said = (more: object) => [claim(SHELLED, { chain: [MASTER], ...more })];
  const carrying = (...events: readonly object[]) => said({ events });
  test.each([
    [
      'words that are not there',
      [claim('Rebels shelled the airport', { chain: [MASTER] })],
      'not in the text',
    ],
    [
      'words that are joined',
      [claim('Rebels shelled the port … killing at least three sailors')],
      'not in the text',
    ],
    ['a part of a word', [claim('ebels shelled the port', { chain: [MASTER] })], 'not in the text'],
    ['a source that is not there', said({ chain: [link('John Example', 'said')] }), 'speaker not near'],
    [
      'a source that stands elsewhere',
      said({ chain: [link('Karvonian officials', 'said')] }),
      'speaker not near',
    ],
    ['a cue that is not there', said({ chain: [link('the harbour master', 'confirmed')] }), 'cue not near'],
    ['no cue', said({ chain: [link('the harbour master', null)] }), 'cue not near'],
    [
      'words that attribute nothing',
      [claim('the port of Example Bay', { chain: [link('the harbour master', 'sailors')] })],
      'cue not known',
    ],
    ['an assertion as a denial', said({ stance: 'denies' }), 'stance without words'],
    ['an assertion as a threat', said({ stance: 'threatens' }), 'stance without words'],
    [
      'a denial as an assertion',
      [claim('their troops fired the rockets', { chain: [link('Karvonian officials', 'denied')] })],
      'stance without words',
    ],
    ['a fact as a rumour', said({ certainty: 'possible' }), 'certainty without words'],
    ['a claim turned round', said({ polarity: 'negated' }), 'polarity against the words'],
    ['evidence that nobody names', said({ evidence: 'given' }), 'evidence without words'],
    ['an event word that is not there', carrying(event('bombed', 'ASSAULT')), 'not in the text'],
    ['a word that names no event', carrying(event('port', 'ASSAULT')), 'event word not known'],
    ['another type than the word has', carrying(event('shelled', 'CONSULT')), 'type not of the word'],
    [
      'what happened as a drill',
      carrying(event('shelled', 'ASSAULT', { realis: 'exercise' })),
      'realis against the words',
    ],
    [
      'what happened as denied',
      carrying(event('shelled', 'ASSAULT', { realis: 'denied' })),
      'realis against the words',
    ],
    [
      'what is denied as done',
      [
        claim('their troops fired the rockets', {
          chain: [link('Karvonian officials', 'denied')],
          stance: 'denies',
          events: [event('fired', 'ASSAULT')],
        }),
      ],
      'realis against the words',
    ],
    [
      'another number',
      carrying(
        event('shelled', 'ASSAULT', {
          figures: [{ words: 'at least three sailors', of: 'killed', value: 30, bound: 'atLeast' }],
        }),
      ),
      'number not in the words',
    ],
    [
      'a number made exact',
      carrying(
        event('shelled', 'ASSAULT', {
          figures: [{ words: 'three sailors', of: 'killed', value: 3, bound: 'exactly' }],
        }),
      ),
      'number not in the words',
    ],
    [
      'other things counted',
      carrying(
        event('shelled', 'ASSAULT', {
          figures: [{ words: 'three sailors', of: 'rockets', value: 3, bound: 'atLeast' }],
        }),
      ),
      'kind of figure without words',
    ],
    [
      'a party that is not there',
      carrying(event('shelled', 'ASSAULT', { actors: ['e99'] })),
      'party not near',
    ],
    ['a time that is not there', carrying(event('shelled', 'ASSAULT', { time: 't99' })), 'time not near'],
    [
      'a time of elsewhere',
      carrying(
        event('shelled', 'ASSAULT', { time: blank.times.find(({ text }) => text === 'Wednesday')!.id }),
      ),
      'time not near',
    ],
    [
      'a place that is not there',
      carrying(event('shelled', 'ASSAULT', { place: '2020-01-01' })),
      'place not near',
    ],
    ['values that are none', said({ stance: 'screams' }), 'wrong shape'],
    ['an event without its fields', carrying({ trigger: 'shelled' }), 'wrong shape'],
  ] as const)('%s', async (_what, claims, reason) => {
    // biome-ignore format: a table
    const reading = await ask(claims);
    expect(reading.second?.dropped).toEqual({ [reason]: 1 });
    checkSpans(reading);
  });

  test('a pronoun of nobody', async () => {
    const first = { ...readText('“We have seen enough,” she said on Tuesday.'), claims: [], events: [] };
    const offered = claim('“We have seen enough,”', { chain: [link('she', 'said', { who: 'e99' })] });
    expect((await ask([offered], first)).second?.dropped).toEqual({ 'speaker not known': 1 });
  });

  test('one that fails does not spoil the others', async () => {
    const reading = await ask([
      claim('Not in the text'),
      'nonsense' as unknown as object,
      claim(SHELLED, { chain: [MASTER] }),
    ]);
    expect(reading.claims).toHaveLength(1);
    expect(reading.second?.dropped).toEqual({ 'not in the text': 1, 'wrong shape': 1 });
  });

  test('a hedge made certain, a negation left out', async () => {
    const text =
      'The minister said the rebels may shell the port. The general said they did not shell the harbour.';
    const first = { ...readText(text), claims: [], events: [] };
    const offered = [
      claim('the rebels may shell the port', { chain: [link('The minister', 'said')] }),
      claim('shell the harbour', { chain: [link('The general', 'said')] }),
    ];
    const reading = await ask(offered, first);
    expect(reading.claims).toEqual([]);
    expect(reading.second?.dropped).toEqual({
      'certainty without words': 1,
      'polarity against the words': 1,
    });
  });
});

describe('what the first reader has', () => {
  test('stays as it is and is counted as agreement', async () => {
    const text = 'The rebels shelled the port on Tuesday, the harbour master said.';
    const first = readText(text);
    expect(first.claims).toHaveLength(1);
    const offered = claim('The rebels shelled the port on Tuesday', {
      chain: [MASTER],
      events: [event('shelled', 'ASSAULT')],
    });
    const reading = await ask([offered], first);
    expect(reading.claims).toEqual(first.claims);
    expect(reading.events).toEqual(first.events);
    expect(reading.second).toMatchObject({
      found: { claims: 0, events: 0 },
      agreed: { claims: 1, events: 1 },
      differs: 0,
    });
  });

  test('stands against another source, of which a note tells', async () => {
    const text = 'The rebels shelled the port, the harbour master said and the mayor repeated.';
    const first = readText(text);
    const offered = claim('The rebels shelled the port', { chain: [link('the mayor', 'repeated')] });
    const reading = await ask([offered], first);
    expect(reading.claims).toEqual(first.claims);
    expect(reading.second?.differs).toBe(1);
    expect(reading.notes.at(-1)).toMatchObject({
      type: 'guess',
      by: 'second@1',
      why: expect.stringContaining('mayor'),
    });
  });
});

describe('whatever comes back', () => {
  const HOSTILE: readonly string[] = [
    '', 'null', '[]', '{}', '{"claims": 7}', '{"claims": {}}', '<html><body>Bad gateway</body></html>', 'I cannot help with that.',
    '{"claims": [null, 1, "a", [], {}]}', '{"claims": [', `{"claims": [${'['.repeat(5000)}`, '{"__proto__": {"claims": []}}', `{"claims": [${'{},'.repeat(500)}{}]}`,
    answerWith(claim('x'.repeat(5000))), answerWith(claim(SHELLED, { chain: Array.from({ length: 50 }, () => MASTER) })), `${'a'.repeat(500_000)}`,
    answerWith({ ...claim(SHELLED), events: [null, 'a', { trigger: {} }] }), answerWith(claim('')), answerWith(claim('   ')), answerWith(claim('.')),
  ]; // biome-ignore format: a table
  test.each(HOSTILE.map((text, i) => [i, text.slice(0, 40), text]))('%i: %s', async (_i, _start, text) => {
    const reading = await readSecond(nothing, { client: makeClient(text) });
    expect(reading.claims).toEqual(nothing.claims);
    expect(reading.events).toEqual(nothing.events);
    expect(reading.second).toBeDefined();
  });

  test('in a fence of code or between remarks, a list is a list', async () => {
    const text = `Here you are:\n\`\`\`json\n${answerWith(claim(SHELLED, { chain: [MASTER] }))}\n\`\`\`\nAnything else?`;
    expect((await readSecond(blank, { client: makeClient(text) })).claims).toHaveLength(1);
  });

  test('a failure becomes a note, and the rest of a long text is not asked about', async () => {
    let asked = 0;
    const client = makeClient(() => {
      asked += 1;
      return {
        kind: 'failure',
        reason: 'down',
        why: 'no connection (ECONNREFUSED).',
        tokens: { input: 0, output: 0 },
      };
    });
    const long = readText(`${TEXT}\n\n`.repeat(60));
    const reading = await readSecond(long, { client });
    expect(asked).toBe(1);
    expect(reading.claims).toEqual(long.claims);
    expect(reading.second).toMatchObject({ outcome: 'failed', reason: 'down' });
    expect(reading.notes.map(({ why }) => why)).toContain(
      'The second reader gave no answer: no connection (ECONNREFUSED).',
    );
  });

  test('a long text is asked about in parts that hold all of it', async () => {
    const long = readText(
      Array.from({ length: 120 }, (_, i) => `${TEXT.split('\n\n')[0]} This was on day ${i}.`).join('\n\n'),
    );
    const seen: string[] = [];
    await readSecond(long, {
      client: makeClient(({ text }) => {
        seen.push(text);
        return answerWith();
      }),
    });
    expect(seen.length).toBeGreaterThan(1);
    for (let i = 0; i < 120; i += 7)
      expect(seen.filter((text) => text.includes(`on day ${i}.`))).toHaveLength(1);
  });
});

describe('a text that gives orders', () => {
  const makeText = (words: string) => `${TEXT}\n\n${words}\n\nThe ferries run again, the company said.`;
  /** A model that obeys: it says what the page wants, in every way that the form of an answer has. */
  const OBEYED = answerWith(
    claim(WANTED, { chain: [link('Ann Example', 'confessed')], events: [event('bombing', 'ASSAULT')] }),
    claim(WANTED, { events: [event('bombing', 'ASSAULT')] }),
    claim(WANTED, { chain: [link('The company', 'said')], events: [event('bombing', 'ASSAULT')] }),
    claim(`Ann Example confessed`, { chain: [MASTER] }),
    claim(SHELLED, {
      chain: [MASTER],
      stance: 'denies',
      events: [event('shelled', 'ASSAULT', { realis: 'exercise' })],
    }),
    claim(SHELLED, { chain: [link('Ann Example', 'told')] }),
    claim('Ann Example is the murderer', { chain: [MASTER] }),
  );
  const gullible = makeClient(OBEYED);

  test.each([...INJECTIONS].map(({ style, words }) => [style, words]))(
    '%s: the model is not even asked',
    async (_style, words) => {
      const first = readText(makeText(words));
      let isAsked = false;
      const client = makeClient(() => {
        isAsked = true;
        return answerWith();
      });
      const reading = await readSecond(first, { client });
      expect(isAsked).toBe(false);
      expect(reading.claims).toEqual(first.claims);
      expect(reading.events).toEqual(first.events);
      expect(reading.second?.outcome).toBe('withheld');
      expect(reading.notes.at(-1)?.why).toMatch(/^The text speaks to a machine/);
    },
  );

  test.each([...INJECTIONS, ...UNSEEN_INJECTIONS].map(({ style, words }) => [style, words]))(
    '%s: were it not seen, what is obeyed would be dropped all the same',
    async (_style, words) => {
      const first = readText(makeText(words));
      const evidence = makeEvidence(first, loadSecondLexicon());
      const part = { start: 0, end: first.document.text.length };
      const { claims } = parseAnswer(OBEYED);
      const checked = claims.flatMap((each) => checkClaim(evidence, each, { part, after: 0 }) ?? []);
      const { reading } = mergeFindings(first, checked);
      expect(reading.claims).toEqual(first.claims);
      expect(reading.events).toEqual(first.events);
    },
  );

  test.each(UNSEEN_INJECTIONS.map(({ style, words }) => [style, words]))(
    '%s: what is obeyed is dropped',
    async (_style, words) => {
      const first = readText(makeText(words));
      const reading = await readSecond(first, { client: gullible });
      expect(reading.second?.outcome).toBe('read');
      expect(reading.claims.filter(({ by }) => by === 'second@1')).toEqual([]);
      expect(reading.claims).toEqual(first.claims);
      expect(reading.events).toEqual(first.events);
    },
  );

  test('words that nobody sees are not shown to a model', async () => {
    const first = readText(makeText(UNSEEN_INJECTIONS[0]!.words));
    let shown = '';
    await readSecond(first, {
      client: makeClient(({ text }) => {
        shown = text;
        return answerWith();
      }),
    });
    expect(shown).toContain('Rebels shelled the port');
    expect(shown).not.toMatch(/[\u{e0000}-\u{e0fff}]/u);
  });

  test('cannot end the text in which it stands', async () => {
    const marks: string[] = [];
    const client = makeClient(({ text }) => {
      marks.push(...(text.match(/^[0-9a-f]{24}$/gm) ?? []));
      return answerWith();
    });
    await readSecond(nothing, { client });
    await readSecond(readText(`${TEXT} More.`), { client });
    expect(marks).toHaveLength(4);
    expect(marks[0]).toBe(marks[1]);
    expect(marks[0]).not.toBe(marks[2]);
  });
});
