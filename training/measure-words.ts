import { splitEnglish } from '../src/process/lang/en/sentences.ts';
import { type GoldText, readTreebank, rebuildTexts } from './conllu.ts';

const NEWS = new Set(['news', 'interview', 'academic', 'speech']);

/** F of words and sentences over raw text; a sentence counts where first and last character agree. */
export function measureWords(data: string, errors = false): void {
  for (const name of ['ewt.train', 'gum.train', 'ewt.dev', 'gum.dev', 'gum.dev news+']) {
    const [file, only] = name.split(' ');
    const texts = rebuildTexts(readTreebank(`${data}/${file}.conllu.gz`).sentences).filter(
      (t) => (only === undefined && !process.env['NEWS']) || NEWS.has(t.genre),
    );
    const words = { gold: 0, own: 0, both: 0 };
    const sentences = { gold: 0, own: 0, both: 0 };
    for (const text of texts) count(text, words, sentences, errors && file!.endsWith('train'));
    console.log(`${name}: words ${f(words)} sentences ${f(sentences)}`);
  }
}

function f(n: { gold: number; own: number; both: number }): string {
  return ((200 * n.both) / (n.gold + n.own)).toFixed(2);
}

function count(
  gold: GoldText,
  words: { gold: number; own: number; both: number },
  sentences: { gold: number; own: number; both: number },
  errors: boolean,
): void {
  const goldWords = new Set(gold.words.map(([a, b]) => `${a}-${b}`));
  const own = splitEnglish(gold.text);
  words.gold += gold.words.length;
  for (const { words: w } of own) {
    for (let i = 0; i < w.length; i += 2) {
      words.own++;
      if (goldWords.has(`${w[i]}-${w[i + 1]}`)) words.both++;
      else if (errors)
        console.log(
          'W',
          JSON.stringify(gold.text.slice(w[i], w[i + 1])),
          JSON.stringify(gold.text.slice(Math.max(0, w[i]! - 20), w[i + 1]! + 20)),
        );
    }
  }
  const spans = new Set<string>();
  for (let i = 0; i < gold.sentenceStarts.length; i++) {
    const last = (gold.sentenceStarts[i + 1] ?? gold.words.length) - 1;
    spans.add(`${gold.words[gold.sentenceStarts[i]!]![0]}-${gold.words[last]![1]}`);
  }
  sentences.gold += spans.size;
  const ends = new Set([...spans].map((s) => s.split('-')[1]));
  for (const { words: w } of own) {
    sentences.own++;
    if (spans.has(`${w[0]}-${w[w.length - 1]}`)) sentences.both++;
    if (errors && !ends.has(String(w[w.length - 1])))
      console.log(
        'S+',
        JSON.stringify(
          `${gold.text.slice(w[w.length - 1]! - 40, w[w.length - 1])} || ${gold.text.slice(w[w.length - 1], w[w.length - 1]! + 40)}`,
        ),
      );
  }
  if (errors) {
    const ownEnds = new Set(own.map(({ words: w }) => String(w[w.length - 1])));
    for (const e of ends)
      if (!ownEnds.has(e!))
        console.log(
          'S-',
          JSON.stringify(
            `${gold.text.slice(Number(e) - 40, Number(e))} || ${gold.text.slice(Number(e), Number(e) + 40)}`,
          ),
        );
  }
}

const started = process.cpuUsage().user;
measureWords(process.argv[2] ?? '../shared/data/treebank', process.argv[3] === 'errors');
console.log(`cpu ${((process.cpuUsage().user - started) / 1e6).toFixed(1)} s`);
