import { loadEnglish } from '../../src/process/lang/en/engine.ts';
import { findPlaces } from '../../src/process/place/places.ts';
import { makeCodePointIndex } from '../../src/text/codepoints.ts';
import { readRecords } from '../gold.ts';
import type { EvalTask } from '../task.ts';

interface GoldText {
  readonly id: string;
  readonly text: string;
}

const figure = (name: string) => new RegExp(`"${name}": ([0-9.]+)`);
const metrics = {
  precision: figure('precision'),
  recall: figure('recall'),
  f1: figure('f1'),
  acc161: figure('acc161'),
  'end-to-end': figure('end_to_end_recall'),
};

/** Where it is: every mention of a place with its coordinates. */
export const task: EvalTask = {
  name: 'places',
  scorer: 'places.py',
  sets: [
    { name: 'geovirus', gold: 'places/geovirus.jsonl.gz', metrics },
    { name: 'trnews', gold: 'places/trnews.jsonl.gz', metrics },
  ],
  async *predict(goldFile) {
    const english = loadEnglish();
    for await (const { id, text } of readRecords<GoldText>(goldFile)) {
      const toCodePoint = makeCodePointIndex(text);
      const places = findPlaces({ text, sentences: english.parse(text) }).map((place) => ({
        start: toCodePoint(place.start),
        end: toCodePoint(place.end),
        lat: place.lat ?? null,
        lon: place.lon ?? null,
      }));
      yield JSON.stringify({ id, places });
    }
  },
};
