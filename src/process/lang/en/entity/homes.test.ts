import { describe, expect, it } from 'vitest';
import { readText } from '../event/reading.fixtures.ts';

/** `Name CC SECTOR` of every entity that is a person, group or body. */
const parties = (text: string) =>
  readText(text)
    .entities.filter(({ type }) => ['person', 'group', 'organization'].includes(type))
    .map(({ name, country, sector }) => [name, country, sector].filter(Boolean).join(' '));

describe('where people without a nation in their name belong', () => {
  it.each([
    ['Rebels in the Ivory Coast blocked a road.', 'Rebels CI REB'],
    ['Students throughout Peru marched.', 'Students PE EDU'],
    ['Bogota’s security chief resigned.', 'security chief CO COP'],
    ['Troops from Chad arrived.', 'Troops TD MIL'],
    ['The Chilean Foreign Minister resigned.', 'Chilean Foreign Minister CL GOV'],
    ['Saudi-led forces withdrew.', 'Saudi-led forces SA MIL'],
    ['Iraqi Kurds fled.', 'Iraqi Kurds IQ CVL'],
    ['Ethnic Albanians in Serbia marched.', 'Albanians RS CVL'],
  ])('%s', (text, expected) => expect(parties(text)).toContain(expected));

  it('is not where guests stay, nor what troops leave', () => {
    expect(parties('Diplomats in Vienna met.')).toContain('Diplomats GOV');
    expect(parties('Peru and Chile met. Soldiers in Iraq fled.')).toContain('Soldiers MIL');
    expect(parties('Chile withdrew its troops from Haiti.')).toContain('troops MIL');
  });

  it('keeps rebels of two countries apart, and those of one together', () => {
    expect(parties('Rebels in Mali fled. Rebels in Niger fled.')).toEqual(['Rebels ML REB', 'Rebels NE REB']);
    expect(parties('Rebels in Mali fled. Peru and Chile met. The rebels returned.')).toEqual([
      'Rebels ML REB',
    ]);
  });

  it('takes the only country of the text for a bare police, and none of several', () => {
    expect(parties('Peruvian farmers marched in Lima. Police arrested ten.')).toContain('Police PE COP');
    expect(parties('Peruvian and Chilean farmers marched. Police arrested ten.')).toContain('Police COP');
  });
});

describe('sectors', () => {
  it.each([
    ['Afghan rebel leaders met.', 'Afghan rebel leaders AF REB'],
    ['Police officials resigned.', 'Police officials COP'],
    ['Union leaders resigned.', 'Union leaders LAB'],
    ['Hamas officials met.', 'Hamas officials PS REB'],
    ['Three aid workers fled.', 'aid workers NGO'],
    ['A French minister resigned.', 'French minister FR GOV'],
  ])('%s', (text, expected) => expect(parties(text)).toContain(expected));

  it('reads a noun before a word of time', () => {
    expect(parties('A top Chilean official today praised Peru.')).toContain('top Chilean official CL GOV');
  });
});

describe('persons', () => {
  it('each has his own office and country', () => {
    expect(parties('Chilean leader Ann Example and Peruvian President Bo Sample met.')).toEqual([
      'Ann Example CL GOV',
      'Bo Sample PE GOV',
    ]);
  });

  it('knows office holders, and those of a common name only with an office', () => {
    expect(parties('Boris Yeltsin resigned.')).toEqual(['Boris Yeltsin RU GOV']);
    expect(parties('Secretary of State James Baker resigned.')).toContain('James Baker US GOV');
    expect(parties('The plumber James Baker resigned.')[0]).not.toContain('GOV');
  });
});
