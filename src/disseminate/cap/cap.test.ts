import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { anySigned, HOSTILE_TEXTS, makeSignedAlert } from '../../../test/support/any-alert.ts';
import { findSchema, hasXmllint, lintXml } from '../../../test/support/schemas.ts';
import { MARKINGS } from '../../model/marking.ts';
import { LEVELS } from '../../model/problem.ts';
import { MARKING_MEANS } from '../marking.ts';
import { renderCap } from './cap.ts';
import { CERTAINTY, RESPONSE, SCOPE, SEVERITY, URGENCY } from './table.ts';

/** An element as it is read back. */
interface Read {
  readonly name: string;
  readonly children: Read[];
  text: string;
}

/** The document as a parser of XML gives it; throws where tags are not closed in their order. */
function parse(xml: string): Read {
  const root: Read = { name: '', children: [], text: '' };
  const open: Read[] = [root];
  const parser = new Parser(
    {
      onopentag: (name) => {
        const element: Read = { name, children: [], text: '' };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      ontext: (text) => {
        open.at(-1)!.text += text;
      },
      onclosetag: (name, isImplied) => {
        if (isImplied || open.pop()!.name !== name) throw new Error(`${name} is not closed`);
      },
      oncomment: () => {
        throw new Error('a comment');
      },
      oncdatastart: () => {
        throw new Error('a CDATA section');
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return root.children[0]!;
}

const pick = (element: Read, name: string): readonly Read[] =>
  element.children.filter((child) => child.name === name);
const say = (element: Read, name: string): string | undefined => pick(element, name)[0]?.text;

/** What XML 1.0 forbids wherever it stands, beside characters that must be escaped. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}|&(?!(?:amp|lt|gt|quot|apos);)/u;

const EARLIER = [
  { update: 1, issued: '2026-02-20T08:00:00.000Z' },
  { update: 2, issued: '2026-02-22T08:00:00.000Z' },
];

describe('a warning in CAP', () => {
  test('says what it is, how likely, how sure and on what it stands', () => {
    const alert = parse(renderCap(makeSignedAlert({ confidence: 'low', told: ['harbour desk'] })));
    expect(alert.name).toBe('alert');
    expect([say(alert, 'identifier'), say(alert, 'sender'), say(alert, 'sent')]).toEqual([
      'alert-0123456789abcdef0123.1',
      'tocsin.nFz6abc_-x',
      '2026-03-01T12:00:05-00:00',
    ]);
    expect([say(alert, 'status'), say(alert, 'msgType'), say(alert, 'scope')]).toEqual([
      'Actual',
      'Alert',
      'Public',
    ]);
    expect(say(alert, 'references')).toBeUndefined();
    const [info] = pick(alert, 'info');
    expect(
      ['urgency', 'severity', 'certainty', 'responseType', 'expires'].map((name) => say(info!, name)),
    ).toEqual(['Future', 'Severe', 'Likely', 'Assess', '2026-03-31T11:59:00-00:00']);
    expect(say(info!, 'headline')).toBe('TLP:CLEAR HIGH: Blockade of the pier');
    expect(say(info!, 'audience')).toBe('harbour desk');
    expect(say(info!, 'description')).toContain(
      'Within 30 days: likely, 68% (80% interval 40–90%). Base rate: 30%.\nConfidence in the evidence: low.\nFor:\n- Officials fear it\nAgainst:\n- A truce holds',
    );
    const parameters = Object.fromEntries(
      pick(info!, 'parameter').map((each) => [say(each, 'valueName'), say(each, 'value')]),
    );
    expect(parameters).toMatchObject({
      probability: '0.68',
      probabilityLow: '0.4',
      baseRate: '0.3',
      confidence: 'low',
      ledgerEntry: `sha256:${'f'.repeat(64)}`,
      reasonFor: `Officials fear it [sha256:${'b'.repeat(64)}#c1]`,
      reasonAgainst: 'A truce holds',
      tlp: 'TLP:CLEAR',
    });
  });

  test('is an update or a cancellation of the messages before it, and names them', () => {
    const references =
      'tocsin.nFz6abc_-x,alert-0123456789abcdef0123.1,2026-02-20T08:00:00-00:00 ' +
      'tocsin.nFz6abc_-x,alert-0123456789abcdef0123.2,2026-02-22T08:00:00-00:00';
    const update = parse(renderCap(makeSignedAlert({ update: 3, earlier: EARLIER, level: 'critical' })));
    expect([say(update, 'msgType'), say(update, 'references')]).toEqual(['Update', references]);
    const over = parse(renderCap(makeSignedAlert({ update: 3, earlier: EARLIER, level: 'normal' })));
    expect([say(over, 'msgType'), say(over, 'references')]).toEqual(['Cancel', references]);
    const [info] = pick(over, 'info');
    expect([say(info!, 'urgency'), say(info!, 'responseType')]).toEqual(['Past', 'AllClear']);
    // What came before was not kept: it names nothing that it does not know.
    expect(say(parse(renderCap(makeSignedAlert({ update: 3 }))), 'msgType')).toBe('Alert');
  });

  test('refers to exactly what the message before called itself', () => {
    const first = parse(renderCap(makeSignedAlert()));
    const earlier = [{ update: 1, issued: '2026-03-01T12:00:05.000Z' }];
    const second = parse(renderCap(makeSignedAlert({ update: 2, earlier })));
    const own = [say(first, 'sender'), say(first, 'identifier'), say(first, 'sent')].join(',');
    expect(say(second, 'references')).toBe(own);
  });

  test('goes no further than its marking', () => {
    const said = MARKINGS.map((tlp) => {
      const alert = parse(renderCap(makeSignedAlert({ tlp, told: ['duty officer', 'night "desk"'] })));
      return [say(alert, 'scope'), say(alert, 'restriction') !== undefined, say(alert, 'addresses')];
    });
    expect(said).toEqual([
      ['Public', false, undefined],
      ['Restricted', true, undefined],
      ['Restricted', true, undefined],
      ['Restricted', true, undefined],
      ['Private', true, `"duty officer" "night 'desk'"`],
    ]);
    expect(say(parse(renderCap(makeSignedAlert({ tlp: 'none that is known' }))), 'scope')).toBe('Private');
  });

  test('a replay is an exercise', () => {
    expect(say(parse(renderCap(makeSignedAlert(), { isReplayed: true })), 'status')).toBe('Exercise');
  });

  test('is more urgent where a window is open, or the horizon short', () => {
    const urgency = (given: Parameters<typeof makeSignedAlert>[0]) =>
      say(pick(parse(renderCap(makeSignedAlert(given))), 'info')[0]!, 'urgency');
    const open = { id: 'w', title: 'Anniversary', from: '2026-02-28', to: '2026-03-03' };
    expect([urgency({}), urgency({ window: open }), urgency({ window: open, level: 'critical' })]).toEqual([
      'Future',
      'Expected',
      'Immediate',
    ]);
    expect(urgency({ window: { ...open, from: '2026-03-02' } })).toBe('Future');
    expect([urgency({ horizon: 7 }), urgency({ horizon: 1, level: 'critical' })]).toEqual([
      'Expected',
      'Immediate',
    ]);
    expect(urgency({ window: open, level: 'elevated' })).toBe('Future');
  });

  test('names countries by code and places by a circle', () => {
    const areas = [
      { name: 'Iraq', country: 'IQ' },
      { name: 'Taji', country: 'IQ', circle: { lat: 33.5, lon: 44.25, km: 25 } },
      { name: 'nowhere known' },
    ];
    const [info] = pick(parse(renderCap(makeSignedAlert(), { areas })), 'info');
    const said = pick(info!, 'area').map((area) => [
      say(area, 'areaDesc'),
      say(area, 'circle'),
      pick(area, 'geocode').map((code) => [say(code, 'valueName'), say(code, 'value')]),
    ]);
    expect(said).toEqual([
      ['Iraq', undefined, [['ISO3166-1', 'IQ']]],
      ['Taji', '33.5,44.25 25', [['ISO3166-1', 'IQ']]],
      ['nowhere known', undefined, []],
    ]);
  });

  test('hostile words stand in it as words, bounded and in one line where one line is meant', () => {
    for (const title of HOSTILE_TEXTS) {
      const [info] = pick(parse(renderCap(makeSignedAlert({ title }))), 'info');
      expect(say(info!, 'event')).toMatch(/^[^\n\u202e\u2066]{1,300}$/);
    }
    const [info] = pick(parse(renderCap(makeSignedAlert({ title: '<b>&amp; ]]>' }))), 'info');
    expect(say(info!, 'event')).toBe('<b>&amp; ]]>');
  });

  test('whatever stands in an alert, it is well-formed, bounded and the same each time', () => {
    fc.assert(
      fc.property(anySigned, fc.boolean(), (alert, isReplayed) => {
        const xml = renderCap(alert, { isReplayed });
        expect(xml).not.toMatch(FORBIDDEN);
        expect(parse(xml).name).toBe('alert');
        expect(xml.length).toBeLessThan(200_000);
        expect(renderCap(structuredClone(alert), { isReplayed })).toBe(xml);
      }),
      { numRuns: 150 },
    );
  });
});

const schema = findSchema('CAP-v1.2.xsd');
const why =
  schema === undefined
    ? ' (skipped: no schema beside the repository)'
    : hasXmllint()
      ? ''
      : ' (skipped: no xmllint)';

test.skipIf(why !== '')(`the schema of CAP 1.2 is kept by any alert${why}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-cap-'));
  try {
    const areas = [{ name: 'Taji', country: 'IQ', circle: { lat: 33.5, lon: 44.25, km: 25 } }, { name: 'x' }];
    const made = [
      ...fc.sample(anySigned, { numRuns: 60, seed: 7 }),
      ...LEVELS.map((level) => makeSignedAlert({ level, update: 3, earlier: EARLIER, places: ['IQ'] })),
    ];
    const files = made.map((alert, index) => {
      const file = join(folder, `${index}.xml`);
      writeFileSync(file, renderCap(alert, { areas, isReplayed: index % 2 === 0 }));
      return file;
    });
    expect(lintXml(files, schema)).toBe('');
    // The check itself fails where it should.
    writeFileSync(files[0]!, renderCap(makeSignedAlert()).replace('<status>Actual', '<status>Perhaps'));
    expect(lintXml([files[0]!], schema)).toContain('Perhaps');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the reference repeats the table', () => {
  const page = readFileSync(new URL('../../../docs/reference/formats.md', import.meta.url), 'utf8');
  const rows = [
    ...Object.entries(SEVERITY).map(
      ([level, severity]) => `| \`${level}\` | ${severity} | ${RESPONSE[level as keyof typeof RESPONSE]} |`,
    ),
    ...Object.entries(CERTAINTY).map(([word, certainty]) => `| ${word} | ${certainty} |`),
    ...URGENCY.map(({ levels, days, urgency }) => `| ${levels.join(', ')} | ${days ?? 'any'} | ${urgency} |`),
    ...Object.entries(SCOPE).map(([marking, scope]) => `| TLP:${marking} | ${scope} |`),
  ];
  for (const row of rows) expect(page).toContain(row);
  for (const words of Object.values(MARKING_MEANS)) expect(page).toContain(words);
});
