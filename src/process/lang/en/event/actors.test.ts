import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../../model/reading.ts';
import { eventOf, namesOf, readText } from './reading.fixtures.ts';

const whoDid = (reading: Reading, word: string) => namesOf(reading, eventOf(reading, word).actors);
const toWhom = (reading: Reading, word: string) => namesOf(reading, eventOf(reading, word).recipients);

/** `Name CC SECTOR` of the entities that do what a word says. */
const partiesOf = (reading: Reading, word: string) =>
  eventOf(reading, word).actors.map((id) => {
    const { name, country, sector } = reading.entities.find((entity) => entity.id === id)!;
    return [name, country, sector].filter(Boolean).join(' ');
  });

describe('who acts', () => {
  it('makes two parties of two nations before one noun', () => {
    const reading = readText('Senior Chilean and Bolivian officials agreed on Monday to reopen the road.');
    expect(partiesOf(reading, 'agreed')).toEqual(['Chilean officials CL GOV', 'Bolivian officials BO GOV']);
  });

  it('takes the nation before "forces" and "sides" for a party', () => {
    const reading = readText('The Omani and Yemeni sides agreed to meet on Monday.');
    expect(partiesOf(reading, 'agreed')).toEqual(['Omani sides OM', 'Yemeni sides YE']);
    expect(partiesOf(readText('Peruvian forces shelled a camp.'), 'shelled')).toEqual([
      'Peruvian forces PE MIL',
    ]);
  });

  it('finds who is in a state of alert, and who comes for talks', () => {
    expect(whoDid(readText('Chilean troops remained on alert on Monday.'), 'alert')).toEqual([
      'Chilean troops',
    ]);
    expect(whoDid(readText('Peruvian envoys arrived in Lima for talks on Monday.'), 'talks')).toEqual([
      'Peruvian envoys',
    ]);
  });

  it('takes a document’s author for who demands through it', () => {
    const reading = readText(
      'The Kurdistan Workers’ Party issued a statement demanding that the Turkish government free its prisoners.',
    );
    expect(whoDid(reading, 'demanding')).toEqual(["Kurdistan Workers' Party"]);
    expect(toWhom(reading, 'demanding')).toEqual(['Turkish government']);
  });

  it('takes whoever does the harm for who makes the attack', () => {
    const reading = readText('Peruvian guerrillas wounded two soldiers in a bomb attack on Monday.');
    expect(whoDid(reading, 'attack')).toEqual(['Peruvian guerrillas']);
  });

  it('reads the name in or behind a word for a body', () => {
    expect(whoDid(readText('The militant group Hamas attacked a village.'), 'attacked')).toEqual(['Hamas']);
    expect(whoDid(readText('The UNITA military wing attacked a village.'), 'attacked')).toEqual(['UNITA']);
  });

  it('does not make a subject of what a preposition introduces', () => {
    const reading = readText(
      'In response to the December 2018 raids, hundreds of demonstrators, backing the militias in Iraq attacked the embassy.',
    );
    expect(whoDid(reading, 'attacked')).toEqual(['demonstrators']);
  });

  it('does not take what stands in the gap of a phrase', () => {
    const reading = readText('An attempt to assassinate the deputy governor, which failed, was condemned.');
    expect(whoDid(reading, 'assassinate')).toEqual([]);
    expect(toWhom(reading, 'assassinate')).toEqual(['deputy governor']);
  });
});

describe('to whom', () => {
  it('is who gets what is given or offered, and not what is', () => {
    const reading = readText(
      'Chile offered troops to Bolivia. Peru is providing maps and other intelligence to Haiti.',
    );
    expect(toWhom(reading, 'offered')).toEqual(['Bolivia']);
    expect(toWhom(reading, 'providing')).toEqual(['Haiti']);
  });

  it('is whom troops leave, and not the troops', () => {
    expect(toWhom(readText('Chile withdrew its peacekeeping force from Haiti.'), 'withdrew')).toEqual([
      'Haiti',
    ]);
    expect(toWhom(readText('Chile released two prisoners.'), 'released')).toEqual(['prisoners']);
  });

  it('is all between whom a meeting is hosted', () => {
    const reading = readText('Qatar hosted a meeting between Iran and Iraq.');
    expect(toWhom(reading, 'hosted')).toEqual(['Iran', 'Iraq']);
  });

  it('is nobody where forces are called up', () => {
    expect(toWhom(readText('Chile mobilized army reservists on Monday.'), 'mobilized')).toEqual([]);
  });
});

describe('what kind of target', () => {
  it.each([
    ['Rioters attacked a police post, a bakery and two offices.', 'security forces'],
    ['A bomb hit a train station.', 'transport'],
    ['Rebels shelled the radio station.', 'news media'],
    ['Rockets hit an oil tanker.', 'ship'],
    ['Gunmen attacked a refugee camp.', 'civilians'],
    ['Gunmen attacked an aid convoy.', 'aid workers'],
    ['Gunmen killed a militia commander.', 'militia'],
  ])('%s', (text, kind) => {
    expect(readText(text).events[0]!.targetKind).toBe(kind);
  });

  it('is none where nothing tells', () => {
    expect(readText('Gunmen attacked it at dawn.').events[0]!.targetKind).toBeUndefined();
  });
});
