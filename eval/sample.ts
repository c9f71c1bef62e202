import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Claim } from '../src/model/claim.ts';
import type { Reading } from '../src/model/reading.ts';
import { createReader } from '../src/process/read.ts';
import { makeGoldDocument, readRecords } from './gold.ts';

/**
 * Writes articles beside what the engine read from them, for people to judge line by line. The articles are chosen by
 * hash, so that nobody chooses them; round 2 gives others than round 1.
 *
 *     node scripts/run.mjs eval/sample.ts --round 1 --out FOLDER [--data ../shared/data] [--each 20]
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      round: { type: 'string', default: '1' },
      each: { type: 'string', default: '20' },
      data: { type: 'string', default: '../shared/data' },
      out: { type: 'string' },
    },
  });
  if (values.out === undefined) {
    console.error('--out FOLDER is needed: where the articles and what was read from them are written');
    return 2;
  }
  mkdirSync(values.out, { recursive: true });
  const reader = createReader({ engine: 'sample' });
  const round = Number(values.round);
  const each = Number(values.each);
  for (const [set, files] of Object.entries(SETS)) {
    const chosen = await choose(
      files.map((file) => join(resolve(values.data), file)),
      (round - 1) * each,
      each,
    );
    for (const article of chosen) {
      const reading = reader.readDocument(
        makeGoldDocument(article.text, {
          outlet: article.outlet ?? 'the outlet',
          ...(article.published === undefined ? {} : { published: article.published }),
        }),
      );
      writeFileSync(join(values.out, `${set}-${safeName(article.id)}.txt`), describe(article.id, reading));
      console.log(`${set} ${article.id} ${reading.claims.length}`);
    }
  }
  return 0;
}

const SETS: Readonly<Record<string, readonly string[]>> = {
  stories: ['stories/dev.jsonl.gz'],
  attribution: ['attribution/polnear.train.jsonl.gz'],
  places: ['places/geovirus.jsonl.gz', 'places/trnews.jsonl.gz'],
};

interface Article {
  readonly id: string;
  readonly text: string;
  readonly outlet?: string;
  readonly published?: string;
}

/** Articles `from` to `from + count` in the order of the hash of their ids. */
async function choose(files: readonly string[], from: number, count: number): Promise<readonly Article[]> {
  const all: { key: string; article: Article }[] = [];
  for (const file of files) {
    for await (const record of readRecords<Article & { readonly date?: string | null }>(file)) {
      const { id, text, outlet } = record;
      const published = record.published ?? record.date ?? undefined;
      all.push({
        key: createHash('sha256').update(id).digest('hex'),
        article: {
          id,
          text,
          ...(outlet === undefined ? {} : { outlet }),
          ...(published === undefined ? {} : { published }),
        },
      });
    }
  }
  return all
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(from, from + count)
    .map(({ article }) => article);
}

const safeName = (id: string) => id.replace(/[^\w.-]+/g, '_').slice(0, 60);

/** The text with the claims that begin in each paragraph below it. */
function describe(id: string, { document, claims }: Reading): string {
  const lines = [`# ${id}`, ''];
  let at = 0;
  for (const paragraph of document.text.split('\n')) {
    const end = at + paragraph.length;
    lines.push(paragraph);
    for (const claim of claims) {
      if (claim.topic === true) continue;
      const place = claim.chain.at(-1)?.cue?.start ?? claim.content.start;
      if (place >= at && place <= end) lines.push(...describeClaim(claim));
    }
    at = end + 1;
  }
  return `${lines.join('\n')}\n`;
}

function describeClaim(claim: Claim): string[] {
  const chain = claim.chain.slice(1).map(({ name, type, anonymous, number, role, cue }) => {
    const nameless = anonymous === true ? `, anonymous, ${number ?? 'number unknown'}` : '';
    const post = role === undefined ? '' : `, ${role}`;
    return `${name} (${type}${nameless}${post})${cue === undefined ? '' : ` [${cue.text} = ${cue.act}]`}`;
  });
  const { quote, stance, certainty, polarity, evidence } = claim;
  return [
    `    ${claim.id}  ${chain.length === 0 ? 'the outlet itself' : chain.join(' > ')}`,
    `         «${claim.content.spans.map(([a, b]) => claim.content.text.slice(a - claim.content.start, b - claim.content.start)).join(' … ')}»`,
    `         ${quote} · ${stance ?? 'no position'} · ${certainty} · ${polarity} · evidence ${evidence}`,
  ];
}
