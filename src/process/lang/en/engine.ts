import { MODELS } from '../../data.ts';
import type { ParsedSentence, Token } from '../../sentence/parsed.ts';
import { findCasing } from './casing.ts';
import { type Lemmatiser, makeLemmatiser } from './lemmas.ts';
import { makeParser, type Parser } from './parser.ts';
import { mendPassives } from './passives.ts';
import { type SentenceWords, splitEnglish } from './sentences.ts';
import { makeTagger, type Tagger } from './tagger.ts';
import { mendTenses } from './tenses.ts';
import { readWeights } from './weights.ts';
import { loadWords } from './words.ts';

/** Reads English text into sentences of tagged, lemmatised words with a dependency tree. */
export interface EnglishEngine {
  /**
   * Every sentence of a Document text, in order. Offsets point into `text`:
   * `text.slice(token.start, token.end) === token.text`. Never throws; time is linear in the text.
   */
  parse(text: string): readonly ParsedSentence[];
}

/**
 * Loads the English models once; `folder` ends in a slash.
 *
 * @throws Error where a model file is missing or damaged; it says which and what to do
 * @example
 * const english = loadEnglish();
 * english.parse('Rebels shelled the port.')[0]?.tokens[1]?.lemma; // 'shell'
 */
export function loadEnglish(folder: URL = MODELS): EnglishEngine {
  const words = loadWords(folder);
  const tagger = makeTagger(readWeights(folder, 'en-tagger.bin'), words);
  const models: Models = {
    tagger,
    tags: tagger.classes.map((name) => name.split('|') as [string, string]),
    lemmatiser: makeLemmatiser(readWeights(folder, 'en-lemmas.bin')),
    parser: makeParser(readWeights(folder, 'en-parser.bin'), words),
  };
  return { parse: (text) => splitEnglish(text).map((words) => parseSentence(text, words, models)) };
}

interface Models {
  readonly tagger: Tagger;
  /** Universal and Penn tag by class number. */
  readonly tags: readonly (readonly [upos: string, xpos: string])[];
  readonly lemmatiser: Lemmatiser;
  readonly parser: Parser;
}

function parseSentence(text: string, { words, paragraph }: SentenceWords, models: Models): ParsedSentence {
  const forms: string[] = [];
  for (let i = 0; i < words.length; i += 2) forms.push(text.slice(words[i], words[i + 1]));
  const casing = findCasing(forms);
  const tags = mendTenses(forms, models.tagger.tag(forms, casing), {
    classes: models.tagger.classes,
    isPastOnly: models.lemmatiser.isPastOnly,
  });
  const tree = models.parser.parse(forms, tags, casing);
  const classes = Array.from(tags, (tag) => models.tags[tag]!);
  const deprels = mendPassives(
    tree,
    classes.map(([, xpos]) => xpos),
  );
  const tokens = forms.map((form, i): Token => {
    const [upos, xpos] = classes[i]!;
    return {
      start: words[2 * i]!,
      end: words[2 * i + 1]!,
      text: form,
      lemma: models.lemmatiser.lemma(form, { xpos, casing, first: i === 0 }),
      upos,
      xpos,
      head: tree.heads[i]!,
      deprel: deprels[i]!,
    };
  });
  return { start: words[0]!, end: words[words.length - 1]!, tokens, paragraph };
}
