import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodePage } from '../../src/collect/decode.ts';
import { makePage } from '../../src/collect/make-page.ts';
import { PageError } from '../../src/model/errors.ts';
import { makeDocument } from '../../src/process/content/content.ts';
import type { EvalTask } from '../task.ts';

/** Input side of a gold record: the page's file, gzip, beside the gold file. */
interface GoldPage {
  readonly id: string;
  readonly url: string;
  readonly file: string;
}

const FIGURES = {
  f1: /^f1 +([0-9.]+)$/m,
  precision: /^p +([0-9.]+)$/m,
  recall: /^r +([0-9.]+)$/m,
  accuracy: /^accuracy +([0-9.]+)$/m,
};

/** The text of stored article pages, against whole texts (aeb) and wanted and unwanted pieces (segments). */
export const task: EvalTask = {
  name: 'page-text',
  scorer: 'page_text.py',
  sets: [
    { name: 'aeb.dev', gold: 'page-text/aeb.dev.json', metrics: FIGURES },
    { name: 'segments.dev', gold: 'page-text/segments.dev.json', metrics: FIGURES },
  ],
  async *predict(goldFile) {
    const pages = JSON.parse(readFileSync(goldFile, 'utf8')) as readonly GoldPage[];
    for (const { id, url, file } of pages) {
      yield JSON.stringify({
        id,
        text: readText(gunzipSync(readFileSync(resolve(dirname(goldFile), file))), url),
      });
    }
  },
};

function readText(content: Uint8Array, url: string): string {
  const address = /^https?:/.test(url) && URL.canParse(url) ? { url } : {};
  try {
    const page = decodePage(makePage(content, { seen: '2026-01-01T00:00:00Z', ...address }));
    return makeDocument({ ...page, mediaType: 'text/html' }).text;
  } catch (error) {
    // A page that cannot be read counts as one with no text, which the scorer punishes.
    if (error instanceof PageError) return '';
    throw error;
  }
}
