import { describe, expect, it } from 'vitest';
import type { Casing } from './casing.ts';
import { loadOwnForms } from './engine.ts';
import { makeLemmatiser } from './lemmas.ts';
import { packWeights, parseWeights, readWeights } from './weights.ts';

const english = makeLemmatiser(readWeights(new URL('../../../../models/', import.meta.url), 'en-lemmas.bin'));

function lemma(form: string, xpos: string, casing: Casing = 'running', first = false): string {
  return english.lemma(form, { xpos, casing, first });
}

describe('the English table', () => {
  it.each([
    ['said', 'VBD', 'say'],
    ['fired', 'VBD', 'fire'],
    ['bombed', 'VBN', 'bomb'],
    ['stopped', 'VBD', 'stop'],
    ['carries', 'VBZ', 'carry'],
    ['making', 'VBG', 'make'],
    ['is', 'VBZ', 'be'],
    ['children', 'NNS', 'child'],
    ['parties', 'NNS', 'party'],
    ['militias', 'NNS', 'militia'],
    ['wives', 'NNS', 'wife'],
    ['worse', 'JJR', 'bad'],
    ['n’t', 'RB', 'not'],
    ['them', 'PRP', 'they'],
    ['Brussels', 'NNP', 'Brussels'],
    ['Iraqi', 'JJ', 'Iraqi'],
    ['NGOs', 'NNS', 'NGO'],
    ['TV', 'NN', 'TV'],
  ])('%s as %s is %s', (form, xpos, expected) => {
    expect(lemma(form, xpos)).toBe(expected);
  });

  it('reads capitals as small letters only in a line of capitals', () => {
    expect(lemma('FIRED', 'VBD', 'capitals')).toBe('fire');
    expect(lemma('Killed', 'VBN', 'headline')).toBe('kill');
  });
});

describe('forms listed by hand', () => {
  const weights = readWeights(new URL('../../../../models/', import.meta.url), 'en-lemmas.bin');
  const whole = makeLemmatiser(weights, loadOwnForms());
  const past = (form: string, xpos = 'VBD') => whole.lemma(form, { xpos, casing: 'running', first: false });

  it.each([
    ['froze', 'freeze'],
    ['overran', 'overrun'],
    ['blockaded', 'blockade'],
    ['rioted', 'riot'],
    ['boycotted', 'boycott'],
    ['said', 'say'],
  ])('%s is %s', (form, lemma) => expect(past(form)).toBe(lemma));

  it('know a past form that was tagged as a plain verb', () => {
    expect(past('froze', 'VB')).toBe('freeze');
    expect(past('hit', 'VB')).toBe('hit');
  });

  it('leave the rest to what was learned', () => expect(past('Kyiv', 'NNP')).toBe('Kyiv'));
});

describe('makeLemmatiser', () => {
  const table = 'ed\t-\t0:\ned\t-ed\t2:\ned\t-d\t1:\nv\tfade\ned\twent\tgo';
  const facts = { model: 'lemmas', made: '2026-11-22', licence: 'x', data: {}, settings: {} };
  const own = makeLemmatiser(
    parseWeights(packWeights(facts, { table: new TextEncoder().encode(table) }), 'x'),
  );

  it('believes a rule that yields a known lemma before a longer one that does not', () => {
    expect(own.lemma('faded', { xpos: 'VBD', casing: 'running', first: false })).toBe('fade');
    expect(own.lemma('jaded', { xpos: 'VBD', casing: 'running', first: false })).toBe('jad');
    expect(own.lemma('went', { xpos: 'VBD', casing: 'running', first: false })).toBe('go');
  });

  it('leaves a form that no rule covers', () => {
    expect(own.lemma('Blorb', { xpos: 'NN', casing: 'running', first: false })).toBe('blorb');
    expect(own.lemma('47', { xpos: 'CD', casing: 'running', first: false })).toBe('47');
  });
});
