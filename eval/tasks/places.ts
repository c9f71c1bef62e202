import type { PlaceMention } from '../../src/model/place.ts';
import { loadEnglish } from '../../src/process/lang/en/engine.ts';
import { findListed } from '../../src/process/place/gazetteer.ts';
import { findPlaces } from '../../src/process/place/places.ts';
import { makeCodePointIndex } from '../../src/text/codepoints.ts';
import { readRecords } from '../gold.ts';
import type { EvalTask } from '../task.ts';

interface GoldText {
  readonly id: string;
  readonly text: string;
  readonly url?: string;
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
    for await (const { id, text, url } of readRecords<GoldText>(goldFile)) {
      const toCodePoint = makeCodePointIndex(text);
      const found = findPlaces({ text, sentences: english.parse(text) }, url ? { url } : {});
      const places = found.filter(isNoFolk).map((place) => ({
        start: toCodePoint(place.start),
        end: toCodePoint(place.end),
        lat: place.lat ?? null,
        lon: place.lon ?? null,
      }));
      yield JSON.stringify({ id, places });
    }
  },
};

/** "Cubans" are people: a mention of their state, but a place in none of the sets. */
function isNoFolk({ use, text }: PlaceMention): boolean {
  return use !== 'demonym' || findListed(text).some(({ form }) => form !== 'people');
}
