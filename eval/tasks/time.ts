import { findTimes } from '../../src/process/time/times.ts';
import { makeCodePointIndex } from '../../src/text/codepoints.ts';
import { readRecords } from '../gold.ts';
import type { EvalTask } from '../task.ts';

interface GoldText {
  readonly id: string;
  readonly dct: string | null;
  readonly text: string;
}

const f1 = (row: string) => new RegExp(`^${row}\\s+[0-9.]+\\s+[0-9.]+\\s+([0-9.]+)`, 'm');

/** Time expressions with their TIMEX3 values, given the text and the day it was written. */
export const task: EvalTask = {
  name: 'time',
  scorer: 'time.py',
  sets: [
    {
      name: 'meantime.dev',
      gold: 'time/meantime.dev.jsonl.gz',
      metrics: { value: f1('value'), strict: f1('strict'), relaxed: f1('relaxed'), type: f1('type') },
      args: (gold, predictions) => [gold, '--pred', predictions],
    },
  ],
  async *predict(goldFile) {
    for await (const { id, dct, text } of readRecords<GoldText>(goldFile)) {
      const toCodePoint = makeCodePointIndex(text);
      const times = findTimes(text, { language: 'en', ...(dct === null ? {} : { published: dct }) });
      const timexes = times.map(({ start, end, type, value }) => {
        return { start: toCodePoint(start), end: toCodePoint(end), type, value };
      });
      yield JSON.stringify({ id, timexes });
    }
  },
};
