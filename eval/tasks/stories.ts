import { createHash } from 'node:crypto';
import { createStoryGrouper } from '../../src/analyse/story/grouper.ts';
import { findTerms } from '../../src/analyse/story/terms.ts';
import type { Document } from '../../src/model/document.ts';
import type { Reading } from '../../src/model/reading.ts';
import { createReader, type Reader } from '../../src/process/read.ts';
import { makeGoldDocument, readRecords } from '../gold.ts';
import type { EvalTask } from '../task.ts';

/** What a grouper may see of an article; `id` only names the answer. */
interface GoldArticle {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  readonly date: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

const figure = (name: string, letter: string) => new RegExp(`${name} .*\\b${letter} ([0-9.]+)`);

/**
 * Articles grouped as they arrive, each once, in an order shuffled by the hash of what they say. Scored is what is known when the
 * last one has come: later articles may have shown that two stories are one, or one two.
 */
export const task: EvalTask = {
  name: 'stories',
  scorer: 'stories.py',
  sets: [
    {
      name: 'ecb.dev',
      gold: 'stories/dev.jsonl.gz',
      metrics: {
        'bcubed-f1': figure('bcubed', 'F1'),
        'bcubed-p': figure('bcubed', 'P'),
        'bcubed-r': figure('bcubed', 'R'),
        'pairs-f1': figure('pairs', 'F1'),
        'pairs-p': figure('pairs', 'P'),
        'pairs-r': figure('pairs', 'R'),
      },
      args: (gold, predictions) => ['--gold', gold, '--pred', predictions],
    },
  ],
  async *predict(goldFile) {
    const arrivals: { readonly id: string; readonly document: Document }[] = [];
    for await (const article of readRecords<GoldArticle>(goldFile))
      arrivals.push({ id: article.id, document: makeDocument(article) });
    arrivals.sort((a, b) => (a.document.id < b.document.id ? -1 : a.document.id > b.document.id ? 1 : 0));
    const reader = createReader({ engine: 'eval' });
    const stories = createStoryGrouper();
    const bundleOf = new Map<string, string>();
    const storyOf = new Map<string, string>();
    for (const { id, document } of arrivals) {
      const reading = read(reader, document);
      if (reading === undefined) continue;
      const { story, bundle, regrouped } = stories.add(findTerms(reading), {
        document: document.id,
        series: document.id,
        published: document.published,
        arrived: document.seen,
      });
      bundleOf.set(id, bundle);
      if (!storyOf.has(bundle)) storyOf.set(bundle, story);
      for (const { bundles, into } of regrouped) for (const each of bundles) storyOf.set(each, into);
    }
    for (const [id, bundle] of bundleOf) yield JSON.stringify({ id, cluster: storyOf.get(bundle) });
  },
};

/** As in use, a page that the reader fails on is passed over and named; it then counts as missing. */
function read(reader: Reader, document: Document): Reading | undefined {
  try {
    return reader.readDocument(document);
  } catch (error) {
    console.error(`"${document.title ?? document.text.slice(0, 80)}" could not be read: ${String(error)}`);
    return undefined;
  }
}

function makeDocument({ title, text, date, url, language }: GoldArticle): Document {
  const seen = createHash('sha256').update(JSON.stringify([title, url, text]));
  return {
    ...makeGoldDocument(text, {
      ...(title === null ? {} : { title }),
      ...(date === null ? {} : { published: date }),
    }),
    id: `sha256:${seen.digest('hex')}`,
    language: language ?? 'en',
    ...(url === null ? {} : { url }),
  };
}
