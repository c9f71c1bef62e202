import type { CueLexicon, CueSense } from './lexicon.ts';

/** A lexicon by what each kind of word is looked up by, so that a word that is no cue costs one look. */
export interface CueIndex {
  readonly adjectives: ReadonlyMap<string, readonly CueSense[]>;
  readonly adverbs: ReadonlyMap<string, readonly CueSense[]>;
  readonly nouns: ReadonlyMap<string, readonly CueSense[]>;
  /** Lemmas of verbs that attribute, and whether with a particle or preposition: "call" of "call for". */
  readonly verbs: ReadonlyMap<string, boolean>;
}

const indexes = new WeakMap<CueLexicon, CueIndex>();

export function indexCues(lexicon: CueLexicon): CueIndex {
  let index = indexes.get(lexicon);
  if (index === undefined) {
    index = makeIndex(lexicon);
    indexes.set(lexicon, index);
  }
  return index;
}

function makeIndex(lexicon: CueLexicon): CueIndex {
  const adjectives = new Map<string, readonly CueSense[]>();
  const adverbs = new Map<string, readonly CueSense[]>();
  const nouns = new Map<string, readonly CueSense[]>();
  const verbs = new Map<string, boolean>();
  for (const [key, senses] of lexicon) {
    const slash = key.lastIndexOf('/');
    const lemma = key.slice(0, slash);
    const pos = key.slice(slash + 1);
    if (pos === 'adj') adjectives.set(lemma, senses);
    if (pos === 'adv') adverbs.set(lemma, senses);
    if (pos === 'noun') nouns.set(lemma, senses);
    if (pos !== 'verb') continue;
    if (!verbs.has(lemma)) verbs.set(lemma, false);
    for (let end = lemma.lastIndexOf(' '); end > 0; end = lemma.lastIndexOf(' ', end - 1))
      verbs.set(lemma.slice(0, end), true);
  }
  return { adjectives, adverbs, nouns, verbs };
}
