import { loadEnglish } from '../../src/process/lang/en/engine.ts';
import { estimateFactuality, loadFactuality } from '../../src/process/lang/en/event/factuality/factuality.ts';
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
    const model = loadFactuality();
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
          const realis = judgeRealis(sentence, { at, index, sense }, lexicon);
          return { start, end, value: estimateFactuality(sentence, index, realis, model) };
        }
        return { start, end, value: 0 };
      });
      yield JSON.stringify({ id, events: judged });
    }
  },
};
