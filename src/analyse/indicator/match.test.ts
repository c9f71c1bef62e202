import { expect, it } from 'vitest';
import type { Pattern } from '../../model/problem.ts';
import { makeMention, makeReport, makeStatement } from '../forecast/reports.fixtures.ts';
import { matchEvents, matchPattern } from './match.ts';

const militias = makeMention({
  plover: { type: 'MOBILIZE', mode: 'militia', contexts: ['military'] },
  cameo: '152',
  actors: [{ name: "Kata'ib Hizballah", type: 'group', country: 'IQ', sector: 'REB' }],
  where: { name: 'Baghdad', country: 'IQ', precision: 'city' },
});
const preparing = makeStatement('Militias are at a “heightened level of preparation”', [militias], {
  chain: [
    { name: 'Harbour Wire', type: 'outlet' },
    { name: 'U.S. officials', type: 'unknown', anonymous: true },
  ],
});
const report = makeReport([preparing], { title: 'Militias in Iraq step up preparations' });
const fits = (pattern: Pattern, statement = preparing, of = report) =>
  matchPattern(pattern, of, statement) !== undefined;

it('asks for a posture only where the pattern names one', () => {
  const alert = makeStatement('Militias are on alert', [{ ...militias, posture: 'alert level' }]);
  const sees = (pattern: Pattern) => matchPattern(pattern, makeReport([alert]), alert) !== undefined;
  expect(sees({ posture: ['alert level', 'mobilisation'] })).toBe(true);
  expect(sees({ posture: ['capability'] })).toBe(false);
  expect(fits({ posture: ['alert level'] })).toBe(false);
  expect(sees({ event: ['MOBILIZE'] })).toBe(true);
});

it('wants every field that is given to hold, each by one of its values', () => {
  expect(fits({ event: ['ASSAULT', 'MOBILIZE'], mode: ['militia'] })).toBe(true);
  expect(fits({ event: ['MOBILIZE'], mode: ['troops'] })).toBe(false);
  expect(fits({ cameo: ['15'] })).toBe(true);
  expect(fits({ cameo: ['154'] })).toBe(false);
  expect(fits({ place: ['IQ'] })).toBe(true);
  expect(fits({ place: ['baghdad'] })).toBe(true);
  expect(fits({ place: ['IR', 'Basra'] })).toBe(false);
  expect(fits({ actor: { name: ['kataib*'], sector: ['REB'] } })).toBe(true);
  expect(fits({ actor: { country: ['IR'] } })).toBe(false);
  expect(fits({ recipient: { country: ['IQ'] } })).toBe(false);
  expect(fits({ party: { country: ['IQ'] } })).toBe(true);
  expect(fits({ event: ['MOBILIZE'], exceptActor: { country: ['IQ'] } })).toBe(false);
  expect(fits({ speaker: { anonymous: true, name: ['US officials'] } })).toBe(true);
  expect(fits({ speaker: { anonymous: false } })).toBe(false);
  expect(fits({ stance: ['asserts'], certainty: ['certain'], evidence: ['unstated'] })).toBe(true);
  expect(fits({ certainty: ['possible'] })).toBe(false);
});

it('finds words of the claim, none of those left out, and what the report is about', () => {
  expect(fits({ words: ['heightened level'] })).toBe(true);
  expect(fits({ words: ['heightened state'] })).toBe(false);
  expect(fits({ words: ['prepar*'], without: ['militia*'] })).toBe(false);
  expect(fits({ words: ['prepar*'], about: ['Iraq'] })).toBe(true);
  expect(fits({ words: ['prepar*'], about: ['Baghdad'] })).toBe(true);
  expect(fits({ words: ['prepar*'], about: ['Iran', 'Syria'] })).toBe(false);
});

it('is not set off by what is denied, negated, doubted or not confirmed, unless asked to be', () => {
  const pattern: Pattern = { event: ['MOBILIZE'], words: ['prepar*'] };
  const but = (fields: Parameters<typeof makeStatement>[2], mention = militias) =>
    makeStatement('Militias are at a “heightened level of preparation”', [mention], fields);
  expect(fits(pattern, but({ stance: 'denies' }))).toBe(false);
  expect(fits(pattern, but({ stance: 'doubts' }))).toBe(false);
  expect(fits(pattern, but({ polarity: 'negated' }))).toBe(false);
  expect(fits(pattern, but({ evidence: 'withheld' }))).toBe(false);
  const denied = { ...militias, realis: 'denied' } as const;
  expect(fits(pattern, but({}, denied))).toBe(false);
  expect(fits({ words: ['prepar*'] }, but({}, denied))).toBe(false);
  expect(fits(pattern, but({}, { ...militias, realis: 'exercise' }))).toBe(false);
  expect(fits({ ...pattern, stance: ['denies'] }, but({ stance: 'denies' }, denied))).toBe(true);
  expect(fits({ ...pattern, polarity: ['negated'] }, but({ polarity: 'negated' }, denied))).toBe(true);
  expect(fits({ ...pattern, realis: ['denied'] }, but({}, denied))).toBe(true);
});

it('passes over what is told as history, unless asked not to', () => {
  const history = makeStatement('Militias prepared then', [{ ...militias, background: true }]);
  expect(fits({ event: ['MOBILIZE'] }, history)).toBe(false);
  expect(fits({ words: ['prepared'] }, history)).toBe(false);
  expect(fits({ event: ['MOBILIZE'], background: true }, history)).toBe(true);
  expect(fits({ words: ['prepared'] }, makeStatement('Militias prepared then', []))).toBe(true);
});

it('takes an instrument from what is said to act', () => {
  const hit = makeMention({ trigger: { start: 0, end: 3, text: 'hit' }, instruments: [] });
  const rockets = { of: 'rockets', value: 8, bound: 'atLeast', start: 0, end: 1 } as const;
  expect(fits({ instrument: ['rocket*'] }, makeStatement('They hit it', [hit]))).toBe(false);
  expect(fits({ instrument: ['rocket*'] }, makeStatement('8 hit', [{ ...hit, figures: [rockets] }]))).toBe(
    true,
  );
});

it('answers each event of a statement that fits', () => {
  const other = { ...militias, event: 'v2' };
  const both = makeStatement('Here and there', [militias, other]);
  expect(matchEvents({ event: ['MOBILIZE'] }, report, both).map(({ mention }) => mention?.event)).toEqual([
    'v1',
    'v2',
  ]);
  expect(matchEvents({ words: ['here'] }, report, both)).toEqual([{}]);
  expect(matchEvents({ event: ['AID'] }, report, both)).toEqual([]);
});
