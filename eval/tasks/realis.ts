import type { Realis } from '../../src/model/event.ts';
import { loadEnglish } from '../../src/process/lang/en/engine.ts';
import { loadEvents } from '../../src/process/lang/en/event/lexicon.ts';
import { judgeRealis } from '../../src/process/lang/en/event/realis.ts';
import { makeCodePointIndex } from '../../src/text/codepoints.ts';
import { readRecords } from '../gold.ts';
import type { EvalTask } from '../task.ts';

interface GoldSentence {
  readonly id: string;
  readonly text: string;
  readonly events: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Our realis on the set's scale, by the means of its training part: its annotators put what is merely possible or
 * still to come at "did not happen", and many a negated state in the middle.
 */
const VALUES: Readonly<Record<Realis, number>> = {
  occurred: 0.9,
  ongoing: 0.8,
  recurrent: 0.75,
  exercise: 0.5,
  threatened: -0.1,
  denied: -0.3,
  ordered: -0.3,
  conditional: -0.55,
  possible: -0.55,
  prepared: -0.6,
  expected: -0.7,
};

export const task: EvalTask = {
  name: 'realis',
  scorer: 'realis.py',
  sets: [
    {
      name: 'uds.dev',
      gold: 'realis/uds-factuality.dev.jsonl.gz',
      metrics: { r: /"r": ([0-9.-]+)/, 'macro-f1': /"macro_f1": ([0-9.]+)/ },
    },
  ],
  async *predict(goldFile) {
    const english = loadEnglish();
    const lexicon = loadEvents();
    for await (const { id, text, events } of readRecords<GoldSentence>(goldFile)) {
      const sentences = english.parse(text);
      const toCodePoint = makeCodePointIndex(text);
      const judged = events.map(({ start, end }) => {
        for (const [at, sentence] of sentences.entries()) {
          const index = sentence.tokens.findIndex(
            (token) => toCodePoint(token.start) <= start && toCodePoint(token.end) > start,
          );
          if (index < 0) continue;
          const sense = { type: 'ASSAULT' as const, cameo: '190', contexts: [] };
          return { start, end, value: VALUES[judgeRealis(sentence, { at, index, sense }, lexicon)] };
        }
        return { start, end, value: 0 };
      });
      yield JSON.stringify({ id, events: judged });
    }
  },
};
