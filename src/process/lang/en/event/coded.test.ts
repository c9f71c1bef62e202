import { beforeAll, describe, expect, it } from 'vitest';
import { createReader, type Reader } from '../../../read.ts';
import { type EnglishEngine, loadEnglish } from '../engine.ts';
import { codeEvents } from './coded.ts';

const HASH = `sha256:${'0'.repeat(64)}` as const;
let reader: Reader;
let english: EnglishEngine;
beforeAll(() => {
  reader = createReader({ engine: 'test' });
  english = loadEnglish();
});

function code(text: string) {
  const { events, entities, places } = reader.readDocument({
    kind: 'document', id: HASH, bytes: HASH, seen: '2019-06-20T12:00:00Z', version: 1, language: 'en', text, captions: [], removed: [],
  }); // biome-ignore format: a table
  const nameOf = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name;
  return codeEvents({ events, entities, places, sentences: english.parse(text) }).flatMap(
    ({ cameo, pairs }) => pairs.map(([source, target]) => `${nameOf(source)} ${cameo} ${nameOf(target)}`),
  );
}

describe('coded events', () => {
  it.each([
    ['Turkey threatened to attack Syria.', ['Turkey 138 Syria']],
    ['Iran will withdraw its troops from Syria.', ['Iran 035 Syria']],
    ['Turkey attacked Syria after the death of a soldier.', ['Turkey 190 Syria']],
  ])('%s', (text, expected) => expect(code(text)).toEqual(expected));

  it('writes both ways what two agree on', () => {
    expect(code('Jordan and Egypt agreed to cooperate.')).toEqual(['Jordan 030 Egypt', 'Egypt 030 Jordan']);
  });

  it.each([
    ['Iran said Israel had bombed a port.', ['Iran 112 Israel']],
    ['Turkey claimed that it had bombed a camp in Syria.', ['Turkey 015 Syria']],
    ['Iran said that Iraq must release the sailors.', ['Iran 100 Iraq']],
    ['Russia denied bombing the hospital.', ['Russia 016 undefined']],
    ['Ghana voiced sorrow.', ['Ghana 018 undefined']],
  ])('codes what is done by saying it: %s', (text, expected) => expect(code(text)).toEqual(expected));

  it('codes the act where somebody tells of his own or merely reports', () => {
    expect(code('Turkey said it had bombed a camp in Syria.')).toEqual(['Turkey 183 Syria']);
    expect(code('Officials said Israel had bombed a port in Iran.').join()).not.toContain('112');
  });

  it('codes a clash of police and protesters both ways', () => {
    expect(code('Greek police clashed with protesters.')).toEqual([
      'Greek police 175 protesters',
      'protesters 145 Greek police',
    ]);
  });

  it('codes the protest and not what it asks for', () => {
    expect(code('Kenyan farmers blocked a road to demand higher prices.').join()).toMatch(/ 144 [^,]*$/);
  });

  it('lists nothing that nobody named does or suffers', () => {
    expect(code('There was a pause in the bombing.')).toEqual([]);
  });

  it('gives nothing where nothing of the kind is said', () => {
    expect(code('The weather in Amman was mild.')).toEqual([]);
  });
});
