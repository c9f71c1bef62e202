import { describe, expect, it } from 'vitest';
import { eventOf, namesOf, readText } from './reading.fixtures.ts';

/** A row: text, word of the event, names of its actors and of its recipients, blank where it has none. */
type Row = readonly [text: string, word: string, actors: string, recipients: string];

const table = (rows: readonly Row[]) =>
  it.each(rows)('%s [%s] → %s / %s', (text, word, actors, recipients) => {
    const reading = readText(text);
    const event = eventOf(reading, word);
    expect(namesOf(reading, event.actors).join(', ')).toBe(actors);
    expect(namesOf(reading, event.recipients).join(', ')).toBe(recipients);
  });

describe('who is held answerable', () => {
  table([
    ['The army said prosecutors charged the officer with murder on Monday.', 'murder', 'officer', ''],
    ['Rebels accused the soldiers of attacks on villagers.', 'attacks', 'soldiers', 'villagers'],
    ['The minister blamed the bombing on separatists.', 'bombing', 'separatists', ''],
  ]);

  it('is nobody where a charge is only near', () => {
    const reading = readText('Soldiers arrested a trader after an attack on the base.');
    expect(namesOf(reading, eventOf(reading, 'attack').actors)).toEqual([]);
  });
});

describe('who is to do it', () => {
  table([
    [
      'Senator Ann Example called for a special prosecutor to investigate the army.',
      'investigate',
      'special prosecutor',
      'army',
    ],
    ['Governor Bo Example stood by his plan to boycott the debate.', 'boycott', 'Bo Example', ''],
  ]);
});

describe('who suffers', () => {
  table([
    ['A man has been held since Monday after being charged with theft.', 'charged', '', 'man'],
    [
      'The family of Carl Example, who was fatally shot by a soldier, sued the city.',
      'shot',
      'soldier',
      'Carl Example',
    ],
    ['The police shooting of a boy led to riots against the government.', 'shooting', 'police', 'boy'],
    ['The city is also urging residents to leave.', 'urging', 'city', 'residents'],
    ['The senator proposed to ban all Muslims from the country.', 'ban', 'senator', 'Muslims'],
    ['The reports say that her meetings were with donors.', 'meetings', '', 'donors'],
  ]);
});

describe('whose words', () => {
  table([
    ['“I congratulate the rebels,” said Ann Example.', 'congratulate', 'Ann Example', 'rebels'],
    ['The mayor won endorsements from Senator Ann Example.', 'endorsements', 'Ann Example', ''],
    [
      'The papers were asked for by Bo Example of Coast News, who sued the government.',
      'sued',
      'Bo Example',
      'government',
    ],
  ]);

  it('goes on behind a comma', () => {
    const reading = readText('The party criticized the generals, accusing spy agencies of lies.');
    expect(namesOf(reading, eventOf(reading, 'accusing').actors)).not.toContain('generals');
  });
});

describe('what they are', () => {
  const sectorOf = (text: string, name: string) =>
    readText(text).entities.find((entity) => entity.name.includes(name))?.sector;

  it('officers are the police’s where the text tells of police and of no army', () => {
    expect(sectorOf('Two officers shot a man. Police said the man had a knife.', 'officers')).toBe('COP');
    expect(sectorOf('Two officers shot a man. Police and the army said he had a knife.', 'officers')).toBe(
      'MIL',
    );
  });

  it('kin tell nothing of somebody named', () => {
    expect(sectorOf('His wife, Ann Example, met the rebels.', 'Ann Example')).toBeUndefined();
  });

  it('a company that takes up a named one is no other', () => {
    const reading = readText('Example Holdings Inc. closed a mill. The company sued the city.');
    expect(reading.entities.filter(({ name }) => name === 'company')).toEqual([]);
  });

  it('a police station is no police', () => {
    const reading = readText('The police station was repainted.');
    expect(reading.entities.filter(({ name }) => name === 'police')).toEqual([]);
  });
});

describe('bodies behind people', () => {
  it('members act for the body that they are told by', () => {
    const reading = readText('Hezbollah members ambushed a military truck and killed two soldiers.');
    expect(namesOf(reading, eventOf(reading, 'ambushed').actors)).toEqual(['Hezbollah']);
  });

  it('members of nothing named are nobody', () => {
    const reading = readText('The members ambushed a military truck and killed two soldiers.');
    expect(eventOf(reading, 'ambushed').actors).toEqual([]);
  });
});
