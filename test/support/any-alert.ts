import fc from 'fast-check';
import type { Alert, Signed } from '../../src/model/alert.ts';
import { CONFIDENCES } from '../../src/model/forecast.ts';
import { MARKINGS } from '../../src/model/marking.ts';
import { makeProbability } from '../../src/model/probability.ts';
import { LEVELS } from '../../src/model/problem.ts';

/* Alerts as anybody could have made them: whatever stands in a name, a title or a reason. */

/** Texts that break what is careless with them. */
export const HOSTILE_TEXTS = [
  ']]>',
  '<script>alert(1)</script>',
  '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>&a;',
  '&#0; &amp; &unknown;',
  'a\u0000b\u0007c\u001b[31m',
  '\ud800 half \udc00',
  '\ufffe\uffff',
  '\u202eeman\u2066',
  '=HYPERLINK("http://x.example")',
  'javascript:alert(1)',
  '',
  '   ',
  'x'.repeat(20_000),
  '👩‍👩‍👧 \u{1f4a5}'.repeat(600),
];

export const anyText = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string(),
);
const digits = fc.stringMatching(/^[0-9a-f]{64}$/);
const anyHash = digits.map((each) => `sha256:${each}` as const);
const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const day = instant.map((each) => each.slice(0, 10));
const probability = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([p, low]) => makeProbability(p, low, 1));

export const anyAlert: fc.Arbitrary<Alert> = fc.record(
  {
    kind: fc.constant('alert' as const),
    version: fc.constant(1 as const),
    id: fc.oneof(fc.constant('alert-0123456789abcdef0123'), anyText),
    update: fc.integer({ min: 1, max: 1000 }),
    problem: anyText,
    title: anyText,
    question: anyText,
    level: fc.constantFrom(...LEVELS),
    previousLevel: fc.constantFrom(...LEVELS),
    told: fc.array(anyText, { maxLength: 4 }),
    horizon: fc.integer({ min: 1, max: 3650 }),
    probability,
    baseRate: probability,
    confidence: fc.constantFrom(...CONFIDENCES),
    window: fc.record({ id: anyText, title: anyText, from: day, to: day }),
    places: fc.array(anyText, { maxLength: 4 }),
    earlier: fc.array(fc.record({ update: fc.integer({ min: 1, max: 999 }), issued: instant }), {
      maxLength: 4,
    }),
    asOf: instant,
    issued: instant,
    reasons: fc.array(
      fc.record({
        direction: fc.constantFrom('for' as const, 'against' as const),
        text: anyText,
        claims: fc.array(
          fc.oneof(
            anyHash.map((each) => `${each}#c1`),
            anyText,
          ),
          { maxLength: 4 },
        ),
      }),
      { maxLength: 6 },
    ),
    forecast: anyHash,
    tlp: fc.oneof(fc.constantFrom(...MARKINGS), anyText),
    engine: anyText,
  },
  {
    requiredKeys: [
      'kind', 'version', 'id', 'update', 'problem', 'title', 'question', 'level', 'previousLevel', 'horizon', 'probability', 'baseRate',
      'asOf', 'issued', 'reasons', 'forecast', 'tlp', 'engine',
    ], // biome-ignore format: a list
  },
);

export const anySigned: fc.Arbitrary<Signed<Alert>> = fc.tuple(anyAlert, anyText).map(([content, key]) => ({
  content,
  signature: { algorithm: 'Ed25519', key, value: '' },
}));

/** A signed alert of a made-up desk; its signature is none. */
export function makeSignedAlert(given: Partial<Alert> = {}): Signed<Alert> {
  return {
    content: {
      kind: 'alert',
      version: 1,
      id: 'alert-0123456789abcdef0123',
      update: 1,
      problem: 'pier',
      title: 'Blockade of the pier',
      question: 'Will the pier be blocked?',
      level: 'high',
      previousLevel: 'normal',
      horizon: 30,
      probability: makeProbability(0.68, 0.4, 0.9),
      baseRate: makeProbability(0.3, 0.2, 0.4),
      asOf: '2026-03-01T11:59:00.000Z',
      issued: '2026-03-01T12:00:05.000Z',
      reasons: [
        { direction: 'for', text: 'Officials fear it', claims: [`sha256:${'b'.repeat(64)}#c1`] },
        { direction: 'against', text: 'A truce holds', claims: [] },
      ],
      forecast: `sha256:${'f'.repeat(64)}`,
      tlp: 'CLEAR',
      engine: 'tocsin 0.0.0',
      ...given,
    },
    signature: { algorithm: 'Ed25519', key: 'nFz6abc_-x', value: '' },
  };
}
