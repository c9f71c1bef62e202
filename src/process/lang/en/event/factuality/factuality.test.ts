import { beforeAll, describe, expect, it } from 'vitest';
import { type EnglishEngine, loadEnglish } from '../../engine.ts';
import { type EventLexicon, loadEvents } from '../lexicon.ts';
import { readText } from '../reading.fixtures.ts';
import { judgeRealis } from '../realis.ts';
import { estimateFactuality, type FactualityModel, loadFactuality } from './factuality.ts';
import { bendValue } from './network.ts';

let english: EnglishEngine;
let lexicon: EventLexicon;
let model: FactualityModel;
beforeAll(() => {
  english = loadEnglish();
  lexicon = loadEvents();
  model = loadFactuality();
});

function estimate(text: string, word: string): number {
  const sentence = english.parse(text)[0]!;
  const index = sentence.tokens.findIndex((token) => token.text === word);
  const sense = { type: 'ASSAULT' as const, cameo: '190', contexts: [] };
  return estimateFactuality(sentence, index, judgeRealis(sentence, { at: 0, index, sense }, lexicon), model);
}

describe('learned factuality', () => {
  it.each([
    ['The company hired forty people last year.', 'hired'],
    ['We stayed there for two nights and loved it.', 'loved'],
    ['Rebels attacked the station on Monday.', 'attacked'],
  ])('%s (%s) happened', (text, word) => expect(estimate(text, word)).toBeGreaterThan(0.5));

  it.each([
    ['They plan to open a new office.', 'open'],
    ['She will leave tomorrow.', 'leave'],
    ['Please send me the form.', 'send'],
  ])('%s (%s) did not happen, or not yet', (text, word) => expect(estimate(text, word)).toBeLessThan(-0.3));

  it('takes what is denied for less likely than what is told', () => {
    const denied = estimate('The company did not hire anybody.', 'hire');
    expect(denied).toBeLessThan(estimate('The company hired somebody.', 'hired') - 0.5);
  });

  it('puts what lies between the bends in the middle and keeps the order', () => {
    const bend = { low: -0.4, high: 0.6 };
    expect(bendValue(-0.4, bend)).toBeCloseTo(-0.5);
    expect(bendValue(0.6, bend)).toBeCloseTo(0.5);
    const values = [-1.3, -1, -0.4, 0, 0.3, 0.6, 1, 1.2].map((value) => bendValue(value, bend));
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });
});

describe('factuality of events', () => {
  const factualityOf = (text: string) => readText(text).events[0]!.factuality;

  it('is on the side of open that the realis says', () => {
    expect(factualityOf('Gunmen attacked the convoy on Monday.')).toBeGreaterThanOrEqual(1);
    expect(factualityOf('Gunmen did not attack the convoy.')).toBeLessThanOrEqual(-1);
    expect(factualityOf('Gunmen may attack the convoy.')).toBe(0);
  });

  it('stays within its bounds', () => {
    for (const text of ['Gunmen attacked.', 'Attack!', 'No attack, no war, no arrests were reported.'])
      for (const { factuality } of readText(text).events) expect(Math.abs(factuality)).toBeLessThanOrEqual(2);
  });
});
