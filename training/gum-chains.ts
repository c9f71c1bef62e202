import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A mention of GUM's coreference layer, in characters of the rebuilt text. */
export interface ChainMention {
  readonly start: number;
  readonly end: number;
  /** Characters of the word that heads it. */
  readonly head: number;
  /** Number of what it refers to, unique in the document. */
  readonly chain: string;
  readonly type: string;
  readonly text: string;
}

/** A document of GUM with its text put together again. */
export interface ChainDocument {
  readonly id: string;
  readonly genre: string;
  readonly text: string;
  readonly mentions: readonly ChainMention[];
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly head: number;
}

/** Reads the documents of a GUM file: sentences are joined by a blank, paragraphs by an empty line. */
export function readChains(file: string): ChainDocument[] {
  const documents: ChainDocument[] = [];
  for (const part of gunzipSync(readFileSync(file))
    .toString('utf8')
    .split(/^# newdoc id = /m)
    .slice(1)) {
    documents.push(readDocument(part));
  }
  return documents;
}

function readDocument(part: string): ChainDocument {
  const id = part.slice(0, part.indexOf('\n')).trim();
  const genre = /meta::genre = (\S+)/.exec(part)?.[1] ?? '';
  let text = '';
  const mentions: ChainMention[] = [];
  for (const block of part.split(/\n\n+/)) {
    const lines = block.split('\n');
    const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'));
    if (rows.length === 0) continue;
    if (text !== '')
      text += lines.some((line) => line.startsWith('# newpar') && !line.startsWith('# newpar_'))
        ? '\n\n'
        : ' ';
    const words: Word[] = [];
    for (const cells of rows) {
      const start = text.length;
      text += cells[1]!;
      words.push({ start, end: text.length, head: Number(cells[6]) - 1 });
      if (!/SpaceAfter=No/.test(cells[9]!)) text += ' ';
    }
    text = text.trimEnd();
    readMentions(rows, words, mentions);
  }
  return {
    id,
    genre,
    text,
    mentions: mentions.map((mention) => ({ ...mention, text: text.slice(mention.start, mention.end) })),
  };
}

function readMentions(rows: readonly string[][], words: readonly Word[], into: ChainMention[]): void {
  const open: { chain: string; type: string; first: number }[] = [];
  const close = (at: number, last: number): void => {
    const [mention] = open.splice(at, 1);
    const { chain, type, first } = mention!;
    let head = last;
    for (let i = first; i <= last; i++) if (words[i]!.head < first || words[i]!.head > last) head = i;
    into.push({
      chain,
      type,
      start: words[first]!.start,
      end: words[last]!.end,
      head: words[head]!.start,
      text: '',
    });
  };
  for (const [i, cells] of rows.entries()) {
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(cells[9]!)?.[1] ?? '';
    // Openings "(12-person-new…" that may close at once ")", and closings "12)".
    for (const [, opened, shut, closed] of entity.matchAll(/\(([^()]+)(\)?)|([^()]+)\)/g)) {
      if (opened !== undefined) {
        const [chain, type] = opened.split('-') as [string, string];
        open.push({ chain, type, first: i });
        if (shut === ')') close(open.length - 1, i);
      } else {
        const at = open.findLastIndex((mention) => mention.chain === closed);
        if (at >= 0) close(at, i);
      }
    }
  }
}
