import countries from 'i18n-iso-countries';
import type { Entity } from '../../src/model/entity.ts';
import type { Reading } from '../../src/model/reading.ts';
import { loadEnglish } from '../../src/process/lang/en/engine.ts';
import { codeEvents } from '../../src/process/lang/en/event/coded.ts';
import { STATE_MARK } from '../../src/process/lang/en/event/other-side.ts';
import { findCountry } from '../../src/process/place/countries.ts';
import { createReader } from '../../src/process/read.ts';
import type { ParsedSentence } from '../../src/process/sentence/parsed.ts';
import { makeGoldDocument, readRecords } from '../gold.ts';
import type { EvalTask } from '../task.ts';

interface GoldSentence {
  readonly id: string;
  readonly date: string | null;
  readonly text: string;
  readonly domain: string;
}

/** F1 of one row of one domain in what the scorer prints as JSON. */
const f1 = (domain: string, row: string) =>
  new RegExp(`"${domain}": \\{[\\s\\S]*?"${row}": \\{[^}]*?"f1": ([0-9.]+)`);

/** CAMEO-coded events of single sentences, each actor paired with each recipient. */
export const task: EvalTask = {
  name: 'event-coding',
  scorer: 'event_coding.py',
  sets: [
    {
      name: 'dev',
      gold: 'event-coding/dev.jsonl.gz',
      metrics: {
        'cameo-manual code root': f1('cameo-manual', 'code.root'),
        'cameo-manual event root': f1('cameo-manual', 'event.root'),
        'phoenix-2.0 code root': f1('phoenix-2.0', 'code.root'),
        'phoenix-2.0 event root': f1('phoenix-2.0', 'event.root'),
      },
      args: (gold, predictions) => ['--gold', gold, '--pred', predictions, '--json'],
    },
  ],
  async *predict(goldFile) {
    const reader = createReader({ engine: 'eval' });
    const english = loadEnglish();
    for await (const { id, date, text } of readRecords<GoldSentence>(goldFile)) {
      const reading = reader.readDocument(makeGoldDocument(text, date === null ? {} : { published: date }));
      yield JSON.stringify({ id, events: toCodedEvents(reading, english.parse(text)) });
    }
  },
};

function toCodedEvents(reading: Reading, sentences: readonly ParsedSentence[]) {
  const { events, entities, places } = reading;
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const toParty = (id: string | undefined) =>
    id === undefined ? null : (toState(id) ?? toActor(byId.get(id)));
  return codeEvents({ events, entities, places, sentences }).flatMap(({ cameo, pairs }) =>
    pairs.map(([source, target]) => ({ source: toParty(source), target: toParty(target), code: cameo })),
  );
}

/** The state of a place, which no words of the text name as a party. */
function toState(id: string) {
  if (!id.startsWith(STATE_MARK)) return undefined;
  const country = id.slice(STATE_MARK.length);
  return { text: findCountry(country)?.name ?? '', code: countries.alpha2ToAlpha3(country) ?? '---' };
}

function toActor(entity: Entity | undefined) {
  if (entity === undefined) return null;
  const country = entity.country === undefined ? '---' : (countries.alpha2ToAlpha3(entity.country) ?? '---');
  const code =
    entity.sector === 'IGO' && entity.country === undefined ? 'IGO' : `${country}${entity.sector ?? ''}`;
  return { text: entity.name, code };
}
