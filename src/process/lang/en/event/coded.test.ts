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

  it('gives nothing where nothing of the kind is said', () => {
    expect(code('The weather in Amman was mild.')).toEqual([]);
  });
});
