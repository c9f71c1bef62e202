import type { EventType } from '../../model/event.ts';
import { MODELS } from '../data.ts';
import { type CueSense, loadCues } from '../lang/en/claim/lexicon.ts';
import { type EventSense, type Instrument, loadEvents } from '../lang/en/event/lexicon.ts';
import { type Lemmatiser, makeLemmatiser } from '../lang/en/lemmas.ts';
import { readWeights } from '../lang/en/weights.ts';
import { loadValueWords, type ValueWords } from './words.ts';

/** The first reader's own tables, by which the second one's values are checked. */
export interface SecondLexicon {
  readonly words: ValueWords;
  readonly instruments: readonly Instrument[];
  /** Every sense in which the words of a cue attribute, those of its last word first. */
  cueSenses(cue: string): readonly CueSense[];
  /** The lemma of a cue's first verb, where the cue has no sense: `decline`. */
  lemmaOf(cue: string): string;
  /** Every sense in which a word, or one of a few, names an event. */
  eventSenses(trigger: string): readonly EventSense[];
  /** PLOVER modes that events of a type have. */
  isMode(type: EventType, mode: string): boolean;
}

/** Penn tags under which a form is looked up: nobody has tagged the words of an answer. */
const TAGS = ['VBD', 'VBZ', 'VBG', 'VBN', 'VB', 'NN', 'NNS', 'JJ'] as const;
const AUXILIARIES = new Set('has have had did does do is are was were would not immediately and'.split(' '));
const POS = ['verb', 'noun', 'adj', 'adv', 'adp'] as const;

let loaded: SecondLexicon | undefined;

/** Loads tables and lemmas once. Throws where the package's own data are missing or damaged, and says which file. */
export function loadSecondLexicon(): SecondLexicon {
  loaded ??= makeSecondLexicon();
  return loaded;
}

function makeSecondLexicon(): SecondLexicon {
  const cues = loadCues();
  const events = loadEvents();
  const lemmatiser = makeLemmatiser(readWeights(MODELS, 'en-lemmas.bin'));
  const modes = listModes([...events.senses.values()].flat(), events.instruments);
  const look = <T>(words: string, table: ReadonlyMap<string, readonly T[]>): readonly T[] =>
    splitWords(words)
      .reverse()
      .flatMap((word) => lemmasOf(lemmatiser, word))
      .flatMap((lemma) => POS.flatMap((pos) => table.get(`${lemma}/${pos}`) ?? []));
  return {
    words: loadValueWords(),
    instruments: events.instruments,
    cueSenses: (cue) => look(cue, cues),
    lemmaOf: (cue) => {
      const verbs = splitWords(cue).filter((word) => !AUXILIARIES.has(word));
      return lemmatiser.lemma(verbs[0] ?? cue, { xpos: 'VBD', casing: 'running', first: false });
    },
    eventSenses: (trigger) => look(trigger, events.senses),
    isMode: (type, mode) => modes.has(`${type} ${mode}`),
  };
}

/** Words that are looked up at most: a cue or an event word is short. */
const MOST_WORDS = 8;

function splitWords(words: string): string[] {
  return words
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
}

function lemmasOf(lemmatiser: Lemmatiser, word: string): readonly string[] {
  const lemmas = TAGS.map((xpos) => lemmatiser.lemma(word, { xpos, casing: 'running', first: false }));
  return [...new Set([word, ...lemmas.map((lemma) => lemma.toLowerCase())])];
}

function listModes(senses: readonly EventSense[], instruments: readonly Instrument[]): ReadonlySet<string> {
  const own = senses.flatMap(({ type, mode }) =>
    mode === undefined || mode === '*' ? [] : [`${type} ${mode}`],
  );
  return new Set([...own, ...instruments.map(({ mode }) => `ASSAULT ${mode}`)]);
}
