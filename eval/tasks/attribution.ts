import type { Claim } from '../../src/model/claim.ts';
import { createReader } from '../../src/process/read.ts';
import { makeCodePointIndex } from '../../src/text/codepoints.ts';
import { makeGoldDocument, readRecords } from '../gold.ts';
import type { EvalTask } from '../task.ts';

interface GoldArticle {
  readonly id: string;
  readonly outlet: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
}

/** F1 of a role's exact span, and of a way to match whole relations, in what the scorer prints as JSON. */
const role = (name: string) => new RegExp(`"${name}": \\{\\s*"exact": \\{[^}]*"f1": ([0-9.]+)`);
const relation = (name: string) => new RegExp(`"${name}": \\{[^{}]*"f1": ([0-9.]+)`);

/** Who says what: every claim but the outlet's own voice, with its innermost source and cue. */
export const task: EvalTask = {
  name: 'attribution',
  scorer: 'attribution.py',
  sets: [
    {
      name: 'polnear.dev',
      gold: 'attribution/polnear.dev.jsonl.gz',
      metrics: {
        source: role('source'),
        cue: role('cue'),
        content: role('content'),
        'claim-relaxed': relation('claim-relaxed'),
        'content-relaxed': relation('content-relaxed'),
      },
      args: (gold, predictions) => [gold, predictions, '--json'],
    },
  ],
  async *predict(goldFile) {
    const reader = createReader({ engine: 'eval' });
    for await (const article of readRecords<GoldArticle>(goldFile)) {
      const document = makeGoldDocument(article.text, {
        outlet: article.outlet,
        published: article.date,
        title: article.title,
      });
      const toCodePoint = makeCodePointIndex(article.text);
      const claims = reader.readDocument(document).claims.filter((claim) => claim.quote !== 'none');
      yield JSON.stringify({
        id: article.id,
        attributions: claims.map((claim) => toAttribution(claim, toCodePoint)),
      });
    }
  },
};

function toAttribution(claim: Claim, toCodePoint: (offset: number) => number) {
  const link = claim.chain.at(-1)!;
  const point = (start: number | undefined, end: number | undefined) =>
    start === undefined || end === undefined ? null : { start: toCodePoint(start), end: toCodePoint(end) };
  return {
    source: claim.chain.length > 1 ? point(link.start, link.end) : null,
    cue: point(link.cue?.start, link.cue?.end),
    content: { spans: claim.content.spans.map(([start, end]) => [toCodePoint(start), toCodePoint(end)]) },
  };
}
