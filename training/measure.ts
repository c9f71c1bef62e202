import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type EnglishEngine, loadEnglish } from '../src/process/lang/en/engine.ts';
import { type GoldText, readTreebank, rebuildTexts } from './conllu.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/treebank' },
    models: { type: 'string', default: 'models' },
  },
});

const NEWS = new Set(['news', 'interview', 'academic', 'speech']);

/** Things found by the engine, in the treebank, and by both. */
class Tally {
  own = 0;
  gold = 0;
  both = 0;

  get f(): string {
    return ((200 * this.both) / (this.own + this.gold)).toFixed(2);
  }
}

const MEASURES = ['words', 'sentences', 'UPOS', 'XPOS', 'lemmas', 'UAS', 'LAS'] as const;
type Tallies = Record<(typeof MEASURES)[number], Tally>;

const started = process.hrtime.bigint();
const engine = loadEnglish(pathToFileURL(`${values.models}/`));
console.log(`loaded in ${milliseconds(started).toFixed(0)} ms`);
for (const name of ['ewt.dev', 'gum.dev', 'gum.dev news+']) {
  const [file, only] = name.split(' ');
  const texts = rebuildTexts(readTreebank(`${values.data}/${file}.conllu.gz`).sentences).filter(
    (text) => only === undefined || NEWS.has(text.genre),
  );
  const tallies = Object.fromEntries(MEASURES.map((measure) => [measure, new Tally()])) as Tallies;
  const before = process.cpuUsage().user;
  const parses = texts.map((text) => engine.parse(text.text));
  const seconds = (process.cpuUsage().user - before) / 1e6;
  for (const [i, text] of texts.entries()) compare(text, parses[i]!, tallies);
  const figures = MEASURES.map((measure) => `${measure} ${tallies[measure].f}`).join('  ');
  console.log(`${name}, raw text: ${figures}  ${Math.round(tallies.words.own / seconds)} words/s`);
}

function milliseconds(since: bigint): number {
  return Number(process.hrtime.bigint() - since) / 1e6;
}

/** Counts as the CoNLL 2018 shared task did: an arc is right where both its words are, by offset. */
function compare(gold: GoldText, own: ReturnType<EnglishEngine['parse']>, tallies: Tallies): void {
  const at = new Map<string, { tags: readonly string[]; head: string }>();
  const spans = new Set<string>();
  for (const [s, sentence] of gold.sentences.entries()) {
    const first = gold.sentenceStarts[s]!;
    spans.add(`${gold.words[first]![0]}-${gold.words[first + sentence.forms.length - 1]![1]}`);
    for (const [i, head] of sentence.heads.entries()) {
      const tags = [
        sentence.upos[i]!,
        sentence.xpos[i]!,
        sentence.lemmas[i]!,
        sentence.deprels[i]!.split(':')[0]!,
      ];
      const headSpan = head < 0 ? 'root' : gold.words[first + head]!.join('-');
      at.set(gold.words[first + i]!.join('-'), { tags, head: headSpan });
    }
  }
  const wordMeasures = MEASURES.filter((measure) => measure !== 'sentences');
  for (const measure of wordMeasures) tallies[measure].gold += gold.words.length;
  tallies.sentences.gold += spans.size;
  for (const sentence of own) {
    tallies.sentences.own++;
    if (spans.has(`${sentence.start}-${sentence.end}`)) tallies.sentences.both++;
    for (const token of sentence.tokens) {
      for (const measure of wordMeasures) tallies[measure].own++;
      const match = at.get(`${token.start}-${token.end}`);
      if (match === undefined) continue;
      tallies.words.both++;
      if (match.tags[0] === token.upos) tallies.UPOS.both++;
      if (match.tags[1] === token.xpos) tallies.XPOS.both++;
      if (match.tags[2] === token.lemma) tallies.lemmas.both++;
      const head = token.head < 0 ? undefined : sentence.tokens[token.head]!;
      if (match.head !== (head === undefined ? 'root' : `${head.start}-${head.end}`)) continue;
      tallies.UAS.both++;
      if (match.tags[3] === token.deprel.split(':')[0]) tallies.LAS.both++;
    }
  }
}
