import type { CueLexicon, CueSense } from './lexicon.ts';

/** A lexicon by what each kind of word is looked up by, so that a word that is no cue costs one look. */
export interface CueIndex {
  readonly adjectives: ReadonlyMap<string, readonly CueSense[]>;
  readonly adverbs: ReadonlyMap<string, readonly CueSense[]>;
  readonly nouns: ReadonlyMap<string, readonly CueSense[]>;
  /** Lemmas of verbs that attribute alone or with a particle or preposition: "call" of "call for". */
  readonly verbs: ReadonlySet<string>;
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
  const verbs = new Set<string>();
  for (const [key, senses] of lexicon) {
    const slash = key.lastIndexOf('/');
    const lemma = key.slice(0, slash);
    const pos = key.slice(slash + 1);
    if (pos === 'adj') adjectives.set(lemma, senses);
    if (pos === 'adv') adverbs.set(lemma, senses);
    if (pos === 'noun') nouns.set(lemma, senses);
    if (pos !== 'verb') continue;
    verbs.add(lemma);
    for (let end = lemma.lastIndexOf(' '); end > 0; end = lemma.lastIndexOf(' ', end - 1))
      verbs.add(lemma.slice(0, end));
  }
  return { adjectives, adverbs, nouns, verbs };
}
