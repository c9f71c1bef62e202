import { readFileSync } from 'node:fs';
import { createFuser } from '../../src/analyse/fuse.ts';
import { makeReading } from '../../src/analyse/report/fixtures.suite.ts';
import type { Report } from '../../src/model/report.ts';
import { createReader } from '../../src/process/read.ts';

/** A sentence that opens a report, with the indicator, the window or the `outcome` that is to be seen in it. */
export interface SignCase {
  readonly id: string;
  readonly text: string;
  readonly report: Report;
}

/** Reports in each of which a sign of a problem is to be seen, and an article in which none is. */
export interface LibraryCase {
  readonly signs: readonly SignCase[];
  readonly control: Report;
}

const reader = createReader({ engine: 'test' });

/**
 * Reads `test/library/ID.txt`: news in brief, where each line `id: sentence` is a report of its own under the common title, and behind
 * `control` an article whose sentences use similar words in another sense.
 */
export function readLibraryCase(id: string): LibraryCase {
  const text = readFileSync(new URL(`../library/${id}.txt`, import.meta.url), 'utf8');
  const [briefs = '', control = ''] = text.replaceAll(/^#.*\n/gm, '').split('\ncontrol\n');
  const [head, lines] = parseHead(briefs);
  const signs = lines.map((line, i): SignCase => {
    const [, sign, sentence] = /^([a-z0-9-]+): (.+)$/.exec(line) ?? [];
    if (sign === undefined || sentence === undefined) throw new Error(`${id}: no id before "${line}"`);
    return { id: sign, text: sentence, report: read(`${id} ${i}`, head, sentence) };
  });
  const [controlHead, sentences] = parseHead(control);
  return { signs, control: read(`${id} control`, controlHead, sentences.join('\n\n')) };
}

interface Head {
  readonly outlet: string;
  readonly published: string;
  readonly title: string;
}

function parseHead(article: string): readonly [Head, readonly string[]] {
  const lines = article.trim().split('\n');
  const give = (i: number, field: string) => {
    const line = lines[i] ?? '';
    if (!line.startsWith(`${field}: `)) throw new Error(`"${line}" gives no ${field}`);
    return line.slice(field.length + 2);
  };
  return [
    { outlet: give(0, 'outlet'), published: give(1, 'published'), title: give(2, 'title') },
    lines.slice(3),
  ];
}

function read(name: string, { outlet, published, title }: Head, text: string): Report {
  const { document } = makeReading({ name, text, title, outlet, published, seen: published });
  const reading = reader.readDocument(document);
  return createFuser().add(reading, { series: document.id, knownSince: document.seen }).report;
}
