import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** One sentence of a treebank; `head` counts words from 0, -1 for the root. */
export interface GoldSentence {
  readonly genre: string;
  readonly newParagraph: boolean;
  readonly newDocument: boolean;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  /** Whether white space follows each word. */
  readonly spaces: readonly boolean[];
}

/** A treebank file with the hash that the model headers name. */
export interface Treebank {
  readonly sentences: readonly GoldSentence[];
  readonly sha256: string;
}

/** Reads a gzipped CoNLL-U file; throws where a line has not ten columns. */
export function readTreebank(file: string): Treebank {
  const packed = readFileSync(file);
  const sentences: GoldSentence[] = [];
  let lines: string[] = [];
  const state = { genre: '', paragraph: true, document: true };
  for (const line of gunzipSync(packed).toString('utf8').split('\n')) {
    if (line !== '') {
      lines.push(line);
      continue;
    }
    if (lines.length > 0) sentences.push(readSentence(lines, state, file));
    lines = [];
  }
  return { sentences, sha256: createHash('sha256').update(packed).digest('hex') };
}

function readSentence(
  lines: readonly string[],
  state: { genre: string; paragraph: boolean; document: boolean },
  file: string,
): GoldSentence {
  const forms: string[] = [];
  const lemmas: string[] = [];
  const upos: string[] = [];
  const xpos: string[] = [];
  const heads: number[] = [];
  const deprels: string[] = [];
  const spaces: boolean[] = [];
  let fusedUntil = -1;
  let fusedSpace = true;
  state.paragraph = false;
  state.document = false;
  for (const line of lines) {
    if (line.startsWith('# newdoc')) {
      state.document = true;
      state.paragraph = true;
      state.genre = /GUM_([a-z]+)_/.exec(line)?.[1] ?? 'web';
    }
    if (/^# newpar( |$)/.test(line)) state.paragraph = true;
    if (line.startsWith('#')) continue;
    const columns = line.split('\t');
    if (columns.length !== 10) throw new Error(`${file}: a word line has ${columns.length} columns, not 10`);
    const id = columns[0]!;
    const space = !columns[9]!.includes('SpaceAfter=No');
    if (id.includes('-')) {
      fusedUntil = Number(id.split('-')[1]);
      fusedSpace = space;
      continue;
    }
    if (id.includes('.')) continue;
    forms.push(columns[1]!);
    lemmas.push(columns[2]!);
    upos.push(columns[3]!);
    xpos.push(columns[4]!);
    heads.push(Number(columns[6]) - 1);
    deprels.push(columns[7]!);
    spaces.push(Number(id) < fusedUntil ? false : Number(id) === fusedUntil ? fusedSpace : space);
  }
  return {
    genre: state.genre,
    newParagraph: state.paragraph,
    newDocument: state.document,
    forms,
    lemmas,
    upos,
    xpos,
    heads,
    deprels,
    spaces,
  };
}

/** A document's text rebuilt: sentences joined by a blank, paragraphs by a blank line; with the gold offsets. */
export interface GoldText {
  readonly genre: string;
  readonly text: string;
  /** First and last offset of each word. */
  readonly words: readonly (readonly [number, number])[];
  /** Index of the first word of each sentence. */
  readonly sentenceStarts: readonly number[];
  readonly sentences: readonly GoldSentence[];
}

/** Puts the sentences of each document together again. */
export function rebuildTexts(sentences: readonly GoldSentence[]): GoldText[] {
  const texts: GoldText[] = [];
  let from = 0;
  for (let i = 1; i <= sentences.length; i++) {
    if (i < sentences.length && !sentences[i]!.newDocument) continue;
    texts.push(rebuildText(sentences.slice(from, i)));
    from = i;
  }
  return texts;
}

function rebuildText(sentences: readonly GoldSentence[]): GoldText {
  let text = '';
  const words: [number, number][] = [];
  const sentenceStarts: number[] = [];
  for (const sentence of sentences) {
    if (text !== '') text += sentence.newParagraph ? '\n\n' : ' ';
    sentenceStarts.push(words.length);
    for (const [i, form] of sentence.forms.entries()) {
      words.push([text.length, text.length + form.length]);
      text += form;
      if (sentence.spaces[i] && i + 1 < sentence.forms.length) text += ' ';
    }
  }
  return { genre: sentences[0]!.genre, text, words, sentenceStarts, sentences };
}
