import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { EventType } from '../../model/event.ts';
import { ProblemFileError } from './errors.ts';
import { parseProblem } from './problem.ts';
import { makeProblemJsonSchema } from './schema.ts';
import { MODES_OF } from './vocabulary.ts';

const GOOD = `id: port-raid
title: Raid on the port
question: Will the port be raided?
horizons: [7, 30]
outcome:
  match:
    - event: [ASSAULT]
      place: [IQ, Basra]
baseRate:
  halfLife: 180
  prior: { incidents: 1, days: 60 }
  history: { cameo: ["19"], place: [IQ] }
indicators:
  - id: boats
    title: Boats gather
    why: They are needed for it.
    direction: for
    strength: strong
    halfLife: 14
    match:
      - words: ["boat*"]
  - id: fast-boats
    title: Fast boats gather
    why: The more so.
    direction: for
    strength: moderate
    halfLife: 14
    partOf: boats
    match:
      - words: [speedboats]
windows:
  - id: feast
    title: Feast
    why: Guards are few.
    day: --01-03
    lead: 10
    strength: slight
    match:
      - words: [feast]
levels: { horizon: 30, consequence: 0.9, guarded: 0.2, elevated: 0.4, high: 0.6, critical: 0.8 }
`;

/** Faults of the good problem with a part exchanged, each as `line: message`. */
function findFaults(from: string, to: string, text = GOOD): readonly string[] {
  expect(text).toContain(from);
  try {
    parseProblem(
      text.replace(from, () => to),
      'raid.yaml',
    );
  } catch (error) {
    if (!(error instanceof ProblemFileError)) throw error;
    return error.faults.map(({ line, message }) => `${line}: ${message}`);
  }
  return [];
}

it('reads a problem with its defaults', () => {
  const problem = parseProblem(GOOD, 'raid.yaml');
  expect(problem).toMatchObject({
    kind: 'problem',
    id: 'port-raid',
    outcome: { confirmed: 1, total: 2, grace: 3 },
    levels: { hysteresis: 0.05 },
    gaps: [],
    tlp: 'CLEAR',
    file: 'raid.yaml',
  });
  expect(problem.version).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(parseProblem(`${GOOD}# a note\n`, 'raid.yaml').version).not.toBe(problem.version);
});

it('names a field that there is not, with the one probably meant', () => {
  expect(findFaults('    halfLife: 14', '    halflife: 14')).toEqual([
    '14: indicators[0].halfLife: is missing',
    '19: indicators[0].halflife: there is no such field; did you mean "halfLife"?',
  ]);
  expect(findFaults('      - words: ["boat*"]', '      - wrods: ["boat*"]')).toEqual([
    '21: indicators[0].match[0].wrods: there is no such field; did you mean "words"?',
  ]);
});

it('names values that there are not', () => {
  expect(findFaults('[ASSAULT]', '[ASAULT]')).toEqual([
    '7: outcome.match[0].event[0]: "ASAULT" is none of its values; did you mean "ASSAULT"?',
  ]);
  expect(findFaults('[IQ, Basra]', '[QQ, Basra]')[0]).toContain(
    '8: outcome.match[0].place[0]: "QQ" is no country',
  );
  expect(findFaults('cameo: ["19"]', 'cameo: ["194", "297"]')).toEqual([
    '12: baseRate.history.cameo[1]: "297" is no CAMEO code',
  ]);
  expect(findFaults('cameo: ["19"]', 'cameo: [19]')[0]).toContain('19 should be text (in quotation marks');
  expect(findFaults('- words: ["boat*"]', '- actor: { sector: [MILITIA], country: [IRQ] }').length).toBe(2);
  expect(findFaults('- words: ["boat*"]', '- stance: [claims]')[0]).toContain(
    '"claims" is none of its values',
  );
  expect(findFaults('- words: ["boat*"]', '- targetKind: [harbour]')[0]).toContain(
    '"harbour" is no kind of target',
  );
  expect(findFaults('strength: strong', 'strength: huge')[0]).toContain(
    '(slight, moderate, strong, very strong)',
  );
});

it('finds what contradicts itself', () => {
  expect(findFaults('id: fast-boats', 'id: boats')).toContain(
    '22: indicators[1].id: the id "boats" is there twice',
  );
  expect(findFaults('id: feast', 'id: boats')).toEqual(['32: windows[0].id: the id "boats" is there twice']);
  expect(findFaults('partOf: boats', 'partOf: boat')).toEqual([
    '28: indicators[1].partOf: there is no indicator "boat"; did you mean "boats"?',
  ]);
  expect(findFaults('partOf: boats', 'partOf: fast-boats')).toEqual([
    '28: indicators[1].partOf: goes round in a circle: fast-boats is part of fast-boats',
  ]);
  const circle = GOOD.replace(
    '    match:\n      - words: ["boat*"]',
    '    partOf: fast-boats\n    match:\n      - words: [x]',
  );
  expect(findFaults('id: port-raid', 'id: port-raid', circle)).toHaveLength(2);
  expect(
    findFaults('direction: for\n    strength: moderate', 'direction: against\n    strength: moderate')[0],
  ).toContain('"fast-boats" speaks against and "boats" does not');
  expect(findFaults('elevated: 0.4', 'elevated: 0.2')[0]).toContain(
    '"elevated" (0.2) is not above "guarded" (0.2)',
  );
  expect(findFaults('horizon: 30', 'horizon: 14')[0]).toContain('14 is none of the horizons (7, 30)');
  expect(findFaults('critical: 0.8', 'critical: 0.8, hysteresis: 0.2')[0]).toContain(
    'no level would ever be left',
  );
});

it('finds questions that cannot be settled', () => {
  expect(findFaults('- event: [ASSAULT]', '- realis: [occurred]')[0]).toContain(
    '7: outcome.match[0]: names no "event"',
  );
  expect(findFaults('place: [IQ, Basra]', 'realis: [threatened]')[0]).toContain('"threatened" cannot settle');
  expect(findFaults('place: [IQ, Basra]', 'background: true')[0]).toContain('what a text tells as history');
  expect(findFaults('place: [IQ, Basra]', 'stance: [denies]')[0]).toContain('"denies" cannot settle');
  for (const horizons of ['[0, 30]', '[30, 366]', '[7.5, 30]', '[]', '[30, 7]', '[30, 30]', '7'])
    expect(findFaults('[7, 30]', horizons).length, horizons).toBeGreaterThan(0);
  expect(findFaults('days: 60', 'days: 0')).toEqual([
    '11: baseRate.prior.days: 0 is too low: it must be above 0',
  ]);
  expect(findFaults('incidents: 1,', 'incidents: 0,')[0]).toContain('must be above 0');
  expect(findFaults('{ cameo: ["19"], place: [IQ] }', '{}')[0]).toContain('every row of imported history');
  expect(findFaults('- words: ["boat*"]', '- without: [x]')[0]).toContain('every claim would fit');
  expect(findFaults('["boat*"]', '["..."]')[0]).toContain('no letter or digit');
  expect(findFaults('["boat*"]', '["boat * leaves"]')[0]).toContain('a * can only end a word');
});

it('finds outcomes that no event could be', () => {
  const faults = (pattern: string) => findFaults('- event: [ASSAULT]\n      place: [IQ, Basra]', pattern);
  expect(faults('- event: [ASSAULT]\n      mode: [riot]')).toEqual([
    '8: outcome.match[0].mode[0]: "riot" is no mode of ASSAULT: no event could fit',
  ]);
  expect(faults('- event: [ASSAULT]\n      posture: [intent]')[0]).toContain('preparation or capability');
  expect(faults('- event: [ASSAULT]\n      evidence: [withheld]')[0]).toContain('would not confirm');
  expect(faults('- event: [ASSAULT]\n      polarity: [negated]')[0]).toContain('a negated claim');
  expect(faults('- event: [ASSAULT]\n      words: [raid]\n      without: [raid]')).toEqual([
    '8: outcome.match[0].words: are all left out again by "without": no claim could fit',
  ]);
  const actors = (actor: string) =>
    faults(`- event: [ASSAULT]\n      actor: ${actor}\n      exceptActor: { country: [US, GB] }`);
  expect(actors('{ country: [US] }')[0]).toContain('8: outcome.match[0].actor: is left out again');
  expect(actors('{ country: [US, IR] }')).toEqual([]);
  expect(actors('{ sector: [MIL] }')).toEqual([]);
  expect(findFaults('outcome:', 'outcome:\n  grace: 8')).toEqual([
    '6: outcome.grace: 8 days for reports to come in are more than the shortest horizon (7): the next forecasts would be due before the last are settled',
  ]);
  expect(findFaults('outcome:', 'outcome:\n  settledBy: []')).toEqual(['6: outcome.settledBy: is empty']);
  expect(findFaults('outcome:', 'outcome:\n  settledBy: ["?"]')[0]).toContain('no letter or digit');
});

it('finds thresholds that can never be reached', () => {
  expect(findFaults('consequence: 0.9', 'consequence: 0.6')).toEqual([
    '40: levels.high: "high" (0.6) can never be reached: the probability times "consequence" (0.6) stays below',
  ]);
});

const TELLING = `hypotheses:
  - { id: raid, title: R, why: W, answer: yes }
  - { id: drill, title: D, why: W, answer: no }
indicators:`;

it('finds hypotheses that are not there, are there twice or answer alike', () => {
  const tells = (tell: string) =>
    findFaults(
      '    direction: for\n    strength: strong',
      `    direction: for\n    tells: ${tell}\n    strength: strong`,
      GOOD.replace('indicators:', TELLING),
    );
  expect(tells('{ raid: strong, drill: slight }')).toEqual([]);
  expect(tells('{ riad: strong }')).toEqual([
    '21: indicators[0].tells.riad: there is no hypothesis "riad"; did you mean "raid"?',
  ]);
  expect(findFaults('id: drill', 'id: raid', GOOD.replace('indicators:', TELLING))).toEqual([
    '15: hypotheses[1].id: the id "raid" is there twice',
  ]);
  expect(findFaults('answer: no', 'answer: yes', GOOD.replace('indicators:', TELLING))).toEqual([
    '14: hypotheses: none of them answers "no": name at least one of each',
  ]);
});

it('finds indicators that nothing could set off, or nobody could report', () => {
  expect(findFaults('    match:\n      - words: ["boat*"]\n', '')).toEqual([
    '14: indicators[0]: has no "match": nothing could be seen of it',
  ]);
  const instead = (level: string) => findFaults('match:\n      - words: ["boat*"]', `level: ${level}`);
  expect(instead('{ problem: coup-sahel, least: high }')).toEqual([]);
  expect(instead('{ problem: coup-sahel, least: normal }')[0]).toContain(
    '20: indicators[0].level: every problem',
  );
  expect(instead('{ problem: port-raid, least: high }')[0]).toContain('is that of the problem itself');
  expect(
    findFaults(
      '    match:\n      - words: ["boat*"]',
      '    level: { problem: x, least: high }\n    match:\n      - words: ["boat*"]',
    ),
  ).toEqual([
    '22: indicators[0].match: it has a "level" as well: it is seen either by words and events or by another problem',
  ]);
  const seenBy = (watchers: string) =>
    findFaults(
      '    match:\n      - words: ["boat*"]',
      `    seenBy: ${watchers}\n    match:\n      - words: ["boat*"]`,
    );
  expect(seenBy('{ language: [ar], country: [IQ] }')).toEqual([]);
  expect(seenBy('{}')).toEqual([
    '20: indicators[0].seenBy: names nobody; leave it out where every source would report it',
  ]);
  expect(seenBy('{ language: [qq] }')[0]).toContain(
    '20: indicators[0].seenBy.language[0]: "qq" is no language',
  );
  expect(seenBy('{ country: [QQ] }')[0]).toContain('"QQ" is no country');
  expect(seenBy('{ outlet: ["-"] }')[0]).toContain('no letter or digit');
  expect(seenBy('{ outlet: [] }')).toEqual(['20: indicators[0].seenBy.outlet: is empty']);
});

it('finds windows that stand on a day and on incidents, or on what is no incident', () => {
  const after = (lines: string) => findFaults('day: --01-03', lines);
  const pattern = 'match: [{ event: [ASSAULT], place: [IQ] }]';
  expect(after(`after: { ${pattern}, days: [40] }`)).toEqual([]);
  expect(after(`day: --01-03\n    after: { ${pattern}, days: [40] }`)).toEqual([
    '36: windows[0].after: has either a "day" or the incidents "after" which it comes',
  ]);
  expect(findFaults('    day: --01-03\n', '')[0]).toContain('32: windows[0]: has either a "day"');
  expect(after(`after: { ${pattern} }`)[0]).toContain('says neither how many "days"');
  expect(after('after: { match: [{ words: [raid] }], days: [40] }')[0]).toContain(
    'no incident could be followed',
  );
  expect(after('after: { match: [{ event: [ASSAULT], realis: [threatened] }], days: [40] }')[0]).toContain(
    'tells of nothing that happened',
  );
  expect(after('after: { match: [{ event: [ASSAULT], mode: [demo] }], days: [40] }')[0]).toContain(
    '"demo" is no mode',
  );
  expect(after(`after: { ${pattern}, days: [40] }\n    since: soon`)[0]).toContain('"soon" is no day');
});

it('finds ladders on which nobody answers anybody', () => {
  const ladder = (sides: string, rung = '{ title: Raid, match: [{ event: [ASSAULT] }] }', outcome = '') =>
    findFaults(
      'indicators:',
      `ladder:\n  reply: 14${outcome}\n  sides: [${sides}]\n  rungs: [${rung}, { title: Raid, match: [{ event: [ASSAULT] }] }]\nindicators:`,
    );
  const us = '{ id: us, title: US, is: { country: [US] } }';
  expect(ladder(`${us}, { id: iran, title: Iran, is: { country: [IR] } }`)).toEqual([]);
  expect(ladder(`${us}, { id: us, title: Iran, is: { country: [IR] } }`)[0]).toContain(
    'the id "us" is there twice',
  );
  expect(ladder(`${us}, { id: too, title: US, is: { country: [US] } }`)[0]).toContain(
    'the same as the first side',
  );
  expect(ladder(`${us}, { id: all, title: All, is: {} }`)[0]).toContain('every party would fit');
  const both = (also: string) => `${us}, { id: iran, title: Iran, is: { country: [IR] }, also: [${also}] }`;
  expect(ladder(both('{ sector: [REB] }'))).toEqual([]);
  expect(ladder(both('{}'))[0]).toContain('every party would fit');
  const from = (side: string) => ladder(both('{ sector: [REB] }'), undefined, `\n  outcome: ${side}`);
  expect(from('iran')).toEqual([]);
  expect(from('iraq')[0]).toContain('there is no side "iraq"; did you mean "iran"?');
  expect(
    ladder(
      `${us}, { id: iran, title: Iran, is: { country: [IR] } }`,
      '{ title: Talk, match: [{ words: [talk] }] }',
    ),
  ).toEqual([
    '16: ladder.rungs[0].match[0]: names no "event" and no "cameo", so that no incident could be a step',
  ]);
});

it('wants a post and no address of those who are told', () => {
  const tell = (who: string) => findFaults('indicators:', `tell: [{ at: high, who: "${who}" }]\nindicators:`);
  expect(tell('duty officer')).toEqual([]);
  expect(tell('duty@desk.example')[0]).toContain('looks like an address');
  expect(tell('https://desk.example/hook')[0]).toContain('looks like an address');
});

it('finds days that there are not', () => {
  expect(findFaults('--01-03', '--02-30')).toEqual([
    '35: windows[0].day: "--02-30" is no day; write --01-03 for every year, or 2021-01-03',
  ]);
  expect(findFaults('day: --01-03', 'day: "2021-13-01"')).toHaveLength(1);
  expect(findFaults('day: --01-03', 'day: --02-29')).toEqual([]);
  expect(findFaults('day: --01-03', 'day: "2021-01-03"\n    since: "2022-01-01"')[0]).toContain(
    'after the day itself',
  );
  expect(findFaults('day: --01-03', 'day: --01-03\n    since: "2022"')[0]).toContain(
    '36: windows[0].since: "2022" is no day',
  );
});

it('tells every fault at once, in the order of the lines', () => {
  const text = GOOD.replace('halfLife: 180', 'halfLife: never').replace('lead: 10', 'lead: -1');
  expect(findFaults('id: port-raid', 'id: Port Raid', text)).toEqual([
    '1: id: "Port Raid" is not written as it should be (/^[a-z0-9][a-z0-9-]{0,63}$/)',
    '10: baseRate.halfLife: "never" should be a number',
    '36: windows[0].lead: -1 is too low: it must be at least 0',
  ]);
});

it('refuses YAML that is none, refers to itself or unfolds without end', () => {
  expect(findFaults('[7, 30]', '[7, 30')[0]).toContain('is no valid YAML');
  expect(findFaults('id: port-raid', 'id: port-raid\nid: other')[0]).toContain(
    '2: is no valid YAML: Map keys must be unique',
  );
  expect(findFaults('["boat*"]', '&a ["boat*", *a]')).toEqual([
    '21: the alias *a stands within what it refers to',
  ]);
  expect(findFaults('["boat*"]', '*nowhere')).toEqual([
    '21: the alias *nowhere has no anchor &nowhere before it',
  ]);
  const layers = Array.from(
    { length: 9 },
    (_, i) =>
      `x${i}: &x${i} [${Array(9)
        .fill(i === 0 ? 'a' : `*x${i - 1}`)
        .join(', ')}]`,
  );
  expect(findFaults('id: port-raid', layers.join('\n'))).toEqual([
    '1: its aliases (*name) unfold to too many values; write them out',
  ]);
  expect(findFaults('id: port-raid', `id: ${'['.repeat(5_000)}`)).toEqual(['1: is nested more than 40 deep']);
  expect(findFaults('id: port-raid', `${'- '.repeat(5_000)}a`)).toEqual(['1: is nested more than 40 deep']);
  const stairs = Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
  expect(findFaults(GOOD, stairs)[0]).toContain('is nested more than 40 deep');
  expect(findFaults(GOOD, 'x'.repeat(300_000))[0]).toContain('1: has 300000 characters');
  expect(findFaults(GOOD, '')[0]).toContain('holds no problem');
  expect(findFaults(GOOD, '- a')[0]).toContain('holds no problem');
});

it('takes harmless aliases and a mark of byte order', () => {
  expect(
    findFaults('[IQ, Basra]', '&here [IQ, Basra]', GOOD.replace('place: [IQ] }', 'place: [IQ] }')),
  ).toEqual([]);
  expect(findFaults('words: [feast]', 'words: *w', GOOD.replace('["boat*"]', '&w ["boat*"]'))).toEqual([]);
  expect(parseProblem(`\ufeff${GOOD}`, 'raid.yaml').id).toBe('port-raid');
});

it('knows every mode that the reader gives an event of each type', () => {
  const table = readFileSync(new URL('../../../data/en/events.tsv', import.meta.url), 'utf8');
  const rows = table.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const given = rows.slice(1).map((line) => line.split('\t').slice(3, 5));
  const unknown = given.filter(
    ([type, mode]) =>
      mode !== undefined &&
      !['-', '*', ''].includes(mode) &&
      MODES_OF[type as EventType]?.includes(mode) !== true,
  );
  expect(given.length).toBeGreaterThan(500);
  expect(unknown).toEqual([]);
});

it('has its JSON Schema in data/problems as it is', () => {
  const kept = readFileSync(new URL('../../../data/problems/problem.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(kept)).toEqual(JSON.parse(JSON.stringify(makeProblemJsonSchema())));
});

it('reads the example of the how-to', () => {
  const page = readFileSync(
    new URL('../../../docs/howto/write-a-warning-problem.md', import.meta.url),
    'utf8',
  );
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  expect(parseProblem(yaml, 'port-raid.yaml').indicators).toHaveLength(1);
});
