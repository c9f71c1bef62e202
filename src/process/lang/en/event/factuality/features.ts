import type { Realis } from '../../../../../model/event.ts';
import type { ParsedSentence } from '../../../../sentence/parsed.ts';
import { childrenOf } from '../../../../sentence/tree.ts';
import { lemmaAt, viewOf, wordAt } from '../../../../sentence/view.ts';
import type { Features } from '../../claim/learned/features.ts';
import { hashString } from '../../hash.ts';
import type { WordTable } from '../../words.ts';

/** How many governors above the word are looked at. */
const REACH = 4;

/** Words near it on either side. */
const WINDOW = 3;

const PRESENT = new Set(['is', 'are', "'s", '’s', "'re", '’re', 'am', "'m", '’m', 'be']);

/**
 * Writes what bears on whether the event at a word happened: the word, its auxiliaries, negation, adverbs, subject and
 * object, the governors above it with theirs, the words beside it, the mood of the sentence and what the rules say.
 */
export function writeFactuality(
  sentence: ParsedSentence,
  index: number,
  { realis, words }: { readonly realis: Realis; readonly words: WordTable },
  features: Features,
): void {
  features.clear();
  const write = new Writer(sentence, features);
  const token = sentence.tokens[index]!;
  const signature = write.signature(index);
  const rule = hashString(realis);
  const deprel = hashString(token.deprel);
  const lemma = hashString(lemmaAt(sentence, index));
  const tag = hashString(token.xpos);
  features.add(1, rule);
  features.add(2, rule, signature);
  features.add(3, rule, deprel);
  features.add(4, lemma);
  features.add(5, hashString(wordAt(sentence, index)), tag);
  features.add(6, tag);
  features.add(7, deprel);
  features.add(8, tag, deprel);
  features.add(9, signature);
  features.add(10, signature, deprel);
  features.add(11, signature, lemma);
  features.add(12, lemma, rule);
  writeClusters(sentence, index, { template: 13, words }, features);
  write.clause(index, 20);
  write.pairs(index, signature, 42);
  writeGovernors(write, index, { signature, words });
  writeSides(write, index);
  writeSentence(write, index, signature);
}

function writeClusters(
  sentence: ParsedSentence,
  index: number,
  {
    template,
    words,
    with: other = 0,
  }: { readonly template: number; readonly words: WordTable; readonly with?: number },
  features: Features,
): void {
  const row = words.row(wordAt(sentence, index));
  features.add(template, words.cluster(row, 0), other);
  features.add(template + 1, words.cluster(row, 1), other);
  features.add(template + 2, words.cluster(row, 2), other);
}

/** The words above, each with its own auxiliaries and negation, and the way up to it. */
function writeGovernors(
  write: Writer,
  index: number,
  { signature, words }: { readonly signature: number; readonly words: WordTable },
): void {
  const { sentence, features } = write;
  let current = index;
  let path = 0;
  let lemmas = 0;
  for (let step = 1; step <= REACH; step++) {
    const { head, deprel } = sentence.tokens[current]!;
    path = mixIn(path, hashString(deprel));
    if (head < 0) {
      features.add(60, step, path);
      features.add(61, step, path, signature);
      return;
    }
    const lemma = hashString(lemmaAt(sentence, head));
    const above = write.signature(head);
    const side = head < current ? 1 : 2;
    lemmas = mixIn(lemmas, lemma);
    const base = 62 + 16 * (step - 1);
    features.add(base, lemma);
    features.add(base + 1, lemma, hashString(deprel));
    features.add(base + 2, above);
    features.add(base + 3, above, path);
    features.add(base + 4, lemma, path, write.negation(head));
    features.add(base + 5, path, side);
    features.add(base + 6, lemmas, path);
    features.add(base + 7, above, signature);
    if (step <= 2) {
      features.add(base + 8, lemma, signature, path);
      features.add(base + 9, lemma, above, path);
      writeClusters(sentence, head, { template: base + 10, words, with: path }, features);
    }
    write.clause(head, 130 + 30 * (step - 1), step > 2);
    current = head;
  }
}

function writeSides({ sentence, features }: Writer, index: number): void {
  for (let d = -WINDOW; d <= WINDOW; d++) {
    if (d === 0) continue;
    const i = index + d;
    features.add(260 + d, hashString(wordAt(sentence, i)));
    const tag = sentence.tokens[i]?.xpos ?? '';
    features.add(270 + d, hashString(tag));
  }
  const before = hashString(wordAt(sentence, index - 1));
  features.add(280, before, hashString(wordAt(sentence, index - 2)));
  features.add(281, before, hashString(wordAt(sentence, index)));
  features.add(282, before, hashString(sentence.tokens[index]!.xpos));
  features.add(283, hashString(wordAt(sentence, index)), hashString(wordAt(sentence, index + 1)));
}

const HEDGES: ReadonlySet<string> = new Set(
  "will would could should can may might must shall wo not n't never no if unless whether to going want need hope plan ready please until before when ask able try supposed".split(
    ' ',
  ),
);

/** What opens and ends the sentence, what kinds of verb form it holds, and which hedges stand before and behind the word. */
function writeSentence({ sentence, features }: Writer, index: number, signature: number): void {
  const { tokens } = sentence;
  let end = tokens.length - 1;
  while (end > 0 && END_QUOTES.has(tokens[end]!.text)) end--;
  const last = hashString(tokens[end]!.upos === 'PUNCT' ? tokens[end]!.text : '');
  features.add(300, last);
  features.add(301, last, signature);
  features.add(302, hashString(wordAt(sentence, 0)));
  features.add(303, hashString(wordAt(sentence, 0)), signature);
  features.add(304, Math.min(7, tokens.length >> 2));
  features.add(305, Math.min(4, index));
  const root = viewOf(sentence).root;
  if (root >= 0) {
    features.add(306, hashString(tokens[root]!.xpos), hashString(tokens[root]!.upos));
    features.add(307, index === root ? 1 : 0, signature);
  }
  let nearest = 0;
  for (let i = 0; i < tokens.length; i++) {
    const word = wordAt(sentence, i);
    if (!HEDGES.has(word)) continue;
    const hash = hashString(word);
    features.add(308, hash, i < index ? 1 : 2);
    if (i < index) nearest = hash;
    if (i < index && index - i <= 6) features.add(309, hash, index - i);
  }
  features.add(310, nearest, hashString(tokens[index]!.xpos));
}

const END_QUOTES = new Set(['"', '”', "'", '’', ')', ']', "''"]);

/** Puts another hash behind a list of them. */
const mixIn = (list: number, hash: number): number => (Math.imul(list ^ hash, 0x01000193) + 0x9e37) | 0;

class Writer {
  readonly sentence: ParsedSentence;
  readonly features: Features;

  constructor(sentence: ParsedSentence, features: Features) {
    this.sentence = sentence;
    this.features = features;
  }

  /** Auxiliaries, negation, marks and tag of a word, as one number. */
  signature(index: number): number {
    const { tokens } = this.sentence;
    let hash = hashString(tokens[index]!.xpos);
    const children = childrenOf(this.sentence, index);
    for (let k = 0; k < children.length; k++) {
      const child = children[k]!;
      const { deprel } = tokens[child]!;
      if (!SIGNING.has(deprel) && !NEGATING.has(wordAt(this.sentence, child))) continue;
      const word = wordAt(this.sentence, child);
      hash = mixIn(hash, hashString(deprel !== 'mark' && PRESENT.has(word) ? 'is' : word));
    }
    return hash;
  }

  /** 1 where a negating word hangs on it. */
  negation(index: number): number {
    const children = childrenOf(this.sentence, index);
    for (let k = 0; k < children.length; k++) if (NEGATING.has(wordAt(this.sentence, children[k]!))) return 1;
    return 0;
  }

  /** Subject, adverbs and lower clauses, each beside what the word's own auxiliaries say. */
  pairs(index: number, signature: number, base: number): void {
    const { tokens } = this.sentence;
    const children = childrenOf(this.sentence, index);
    let subject = 0;
    for (let k = 0; k < children.length; k++) {
      const child = children[k]!;
      const { deprel, xpos } = tokens[child]!;
      const slot = CHILDREN[deprel];
      if (slot === 4) subject = xpos === 'PRP' ? hashString(wordAt(this.sentence, child)) : hashString(xpos);
      else if (slot === 2) this.features.add(base, hashString(wordAt(this.sentence, child)), signature);
      else if (slot === 7)
        this.features.add(
          base + 1,
          hashString(wordAt(this.sentence, childrenOf(this.sentence, child)[0] ?? -1)),
          signature,
        );
    }
    this.features.add(base + 2, subject, signature);
    this.features.add(base + 3, subject, hashString(lemmaAt(this.sentence, index)));
    this.features.add(base + 4, subject, signature, hashString(tokens[index]!.deprel));
    const word = wordAt(this.sentence, index);
    this.features.add(base + 5, hashString(word, Math.max(0, word.length - 3)));
  }

  /** The words that hang on a verb, by relation. */
  clause(index: number, base: number, isShort = false): void {
    const { tokens } = this.sentence;
    const tag = hashString(tokens[index]!.xpos);
    const children = childrenOf(this.sentence, index);
    let seen = 0;
    for (let k = 0; k < children.length; k++) {
      const child = children[k]!;
      const { deprel, upos } = tokens[child]!;
      const slot = CHILDREN[deprel];
      if (slot === undefined) {
        if (!isShort && !deprel.startsWith('punct')) this.features.add(base, hashString(deprel));
        continue;
      }
      seen |= 1 << slot;
      if (isShort && slot > 3) continue;
      this.features.add(base + 1 + slot, hashString(lemmaAt(this.sentence, child)), slot < 4 ? tag : 0);
      if (slot < 4) this.features.add(base + 12 + slot, hashString(wordAt(this.sentence, child)));
      else if (slot === 4) this.features.add(base + 16, hashString(upos), tag);
      else if (slot === 6 || slot === 7) this.marks(child, base + 17 + slot);
    }
    this.features.add(base + 20, seen, tag);
  }

  /** The prepositions and conjunctions of a phrase or clause below. */
  marks(index: number, template: number): void {
    const { tokens } = this.sentence;
    const children = childrenOf(this.sentence, index);
    for (let k = 0; k < children.length; k++) {
      const { deprel } = tokens[children[k]!]!;
      if (deprel === 'mark' || deprel === 'case' || deprel === 'advmod')
        this.features.add(template, hashString(wordAt(this.sentence, children[k]!)));
    }
  }
}

const SIGNING: ReadonlySet<string> = new Set(['aux', 'aux:pass', 'mark', 'cop']);
const NEGATING: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'no',
  'nobody',
  'nothing',
  'neither',
  'without',
  'hardly',
  'nt',
]);

/** Relations whose words tell, by a number each. */
const CHILDREN: Readonly<Record<string, number | undefined>> = {
  aux: 0,
  mark: 1,
  advmod: 2,
  'aux:pass': 3,
  nsubj: 4,
  'nsubj:pass': 4,
  obj: 5,
  obl: 6,
  'obl:tmod': 6,
  advcl: 7,
  case: 8,
  cop: 9,
  det: 10,
};
