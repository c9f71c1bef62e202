import { describe, expect, it } from 'vitest';
import { loadEnglish } from '../engine.ts';
import { codeEvents } from './coded.ts';
import { readText } from './reading.fixtures.ts';

function code(text: string) {
  const { events, entities, places } = readText(text);
  const nameOf = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name ?? id;
  const sentences = loadEnglish().parse(text);
  return codeEvents({ events, entities, places, sentences }).flatMap(({ cameo, pairs }) =>
    pairs.map(([source, target]) => `${nameOf(source)} ${cameo} ${nameOf(target)}`),
  );
}

describe('the other side where grammar names none', () => {
  it('is the state of the place where it is done', () => {
    expect(code('Peruvian President Bo Sample visited Amman on Monday.')).toEqual(['Bo Sample 042 state:JO']);
  });

  it('is never who reports it, nor who is named in what came before', () => {
    expect(code('Chile agreed to open its ports, officials said.')).toEqual(['Chile 030 undefined']);
    expect(code('Chile agreed to open its ports, said a spokesman for the Peruvian president.')).toEqual([
      'Chile 030 undefined',
    ]);
    expect(code('Chile agreed to open its ports after a court freed Peru’s envoy.')).toEqual([
      'Chile 030 undefined',
    ]);
  });

  it('is all that are joined by "and"', () => {
    expect(code('Chile agreed to open its ports for Peru and Bolivia.')).toEqual([
      'Chile 030 Peru',
      'Chile 030 Bolivia',
    ]);
  });

  it('is not the actor’s own country, and nobody for who resigns', () => {
    expect(code('The Chilean president agreed to return to Chile.')[0]).toMatch(/030 undefined$/);
    expect(code('The Chilean president resigned in Chile on Monday.')[0]).toMatch(/ undefined$/);
  });
});
