import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { loadEnglish } from '../src/process/lang/en/engine.ts';
import { trimDateline } from '../src/process/sentence/dateline.ts';
import type { ParsedSentence, Token } from '../src/process/sentence/parsed.ts';

/** One attribution as people marked it: UTF-16 ranges of the article's text. */
export interface GoldAttribution {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
}

export type Range = readonly [start: number, end: number];

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly ParsedSentence[];
  readonly attributions: readonly GoldAttribution[];
}

interface Line {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Record<
    'source' | 'cue' | 'content',
    { readonly spans: readonly Range[] } | null
  >[];
}

/** Reads PolNeAR articles and parses them; parses are kept in `cache`, named by the hash of models and articles. */
export function readArticles(file: string, cache: string): readonly GoldArticle[] {
  const lines = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
  const parses = parseAll(lines, file, cache);
  return lines.map(({ id, text, attributions }, i) => {
    const units = unitOffsets(text);
    const ranges = (span: { readonly spans: readonly Range[] } | null): Range[] =>
      (span?.spans ?? []).map(([start, end]) => [units(start), units(end)] as const);
    return {
      id,
      text,
      sentences: parses[i]!,
      attributions: attributions.map(({ source, cue, content }) => ({
        source: ranges(source),
        cue: ranges(cue),
        content: ranges(content),
      })),
    };
  });
}

/** UTF-16 offset of a code point. */
function unitOffsets(text: string): (point: number) => number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return (point) => point;
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  offsets.push(at);
  return (point) => offsets[point]!;
}

type Packed = readonly (readonly [
  start: number,
  end: number,
  lemma: string,
  upos: string,
  xpos: string,
  head: number,
  deprel: string,
])[];
interface PackedSentence {
  readonly p: number;
  readonly t: Packed;
}

function parseAll(
  lines: readonly Line[],
  file: string,
  cache: string,
): readonly (readonly ParsedSentence[])[] {
  const models = ['en-tagger', 'en-parser', 'en-lemmas', 'en-words'].map((name) =>
    readFileSync(`models/${name}.bin`),
  );
  const hash = createHash('sha256');
  for (const bytes of [...models, readFileSync(file)]) hash.update(bytes);
  const kept = `${cache}/parses-${hash.digest('hex').slice(0, 12)}.ndjson`;
  if (!existsSync(kept)) {
    const english = loadEnglish(pathToFileURL('models/'));
    const packed = lines.map(({ text }) =>
      JSON.stringify(english.parse(text).map((sentence) => packSentence(trimDateline(sentence, text)))),
    );
    writeFileSync(kept, packed.join('\n'));
  }
  return readFileSync(kept, 'utf8')
    .split('\n')
    .map((line, i) =>
      (JSON.parse(line) as PackedSentence[]).map((one) => unpackSentence(one, lines[i]!.text)),
    );
}

const packSentence = ({ tokens, paragraph }: ParsedSentence): PackedSentence => ({
  p: paragraph,
  t: tokens.map((t) => [t.start, t.end, t.lemma, t.upos, t.xpos, t.head, t.deprel] as const),
});

function unpackSentence({ p, t }: PackedSentence, text: string): ParsedSentence {
  const tokens = t.map(
    ([start, end, lemma, upos, xpos, head, deprel]): Token => ({
      start,
      end,
      text: text.slice(start, end),
      lemma,
      upos,
      xpos,
      head,
      deprel, // biome-ignore format: one token
    }),
  );
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, tokens, paragraph: p };
}
