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
      yield JSON.stringify({ id: article.id, attributions: flatten(claims, toCodePoint) });
    }
  },
};

type Range = readonly [start: number, end: number];

interface Marked {
  readonly source: Range | undefined;
  readonly cue: Range | undefined;
  readonly content: readonly Range[];
}

/**
 * The set nests nothing: of "CNN reported that officials fear …" it marks what CNN reported. So of a claim with
 * several links the outermost that speaks in its sentence is shown, with all that stands inside as its content, once.
 */
function flatten(claims: readonly Claim[], toCodePoint: (offset: number) => number) {
  const byCue = new Map<string, Marked>();
  for (const claim of claims) {
    const marked = markOutermost(claim);
    const key = `${marked.cue?.[0]}:${marked.cue?.[1]}`;
    if (!byCue.has(key)) byCue.set(key, marked);
  }
  const all = [...byCue.values()];
  const isNested = ({ cue }: Marked) =>
    cue !== undefined &&
    all.some(({ content }) => content.some(([start, end]) => cue[0] >= start && cue[1] <= end));
  const point = ([start, end]: Range) => [toCodePoint(start), toCodePoint(end)];
  const span = (range: Range | undefined) => (range === undefined ? null : { spans: [point(range)] });
  return all
    .filter((one) => !isNested(one))
    .map(({ source, cue, content }) => ({
      source: span(source),
      cue: span(cue),
      content: { spans: content.map(point) },
    }));
}

function markOutermost(claim: Claim): Marked {
  const outer = claim.chain.find(({ cue }) => cue !== undefined);
  return {
    source: outer?.start === undefined || outer.end === undefined ? undefined : [outer.start, outer.end],
    cue: outer?.cue === undefined ? undefined : [outer.cue.start, outer.cue.end],
    content: outer?.said ?? claim.content.spans,
  };
}
