import { splitCell } from '../../../text/table.ts';
import { loadTable, MODELS } from '../../data.ts';
import type { ParsedSentence, Token } from '../../sentence/parsed.ts';
import { findCasing } from './casing.ts';
import { type Forms, makeForms } from './forms.ts';
import { type Lemmatiser, makeLemmatiser, type OwnForms } from './lemmas.ts';
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
    upos: tagger.classes.map((name) => name.slice(0, name.indexOf('|'))),
    xpos: tagger.classes.map((name) => name.slice(name.indexOf('|') + 1)),
    forms: makeForms(MOST_FORMS),
    lemmatiser: makeLemmatiser(readWeights(folder, 'en-lemmas.bin'), loadOwnForms()),
    parser: makeParser(readWeights(folder, 'en-parser.bin'), words),
  };
  return { parse: (text) => splitEnglish(text).map((words) => parseSentence(text, words, models)) };
}

/** The words whose forms the package lists by hand. */
export const loadOwnForms = (): readonly OwnForms[] =>
  loadTable('en/forms.tsv', ['pos', 'lemma', 'forms']).map(({ cells }) => ({
    pos: cells.pos!,
    lemma: cells.lemma!,
    forms: cells.forms === '-' ? [] : splitCell(cells.forms),
  }));

/** Word forms that are remembered. */
const MOST_FORMS = 16_384;

interface Models {
  readonly tagger: Tagger;
  /** Universal and Penn tag by class number. */
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly forms: Forms;
  readonly lemmatiser: Lemmatiser;
  readonly parser: Parser;
}

function parseSentence(text: string, { words, paragraph }: SentenceWords, models: Models): ParsedSentence {
  const { tagger, lemmatiser, parser } = models;
  const forms: string[] = [];
  for (let i = 0; i < words.length; i += 2) forms.push(models.forms(text, words[i]!, words[i + 1]!));
  const casing = findCasing(forms);
  const tags = mendTenses(forms, tagger.tag(forms, casing), {
    classes: tagger.classes,
    isPastOnly: lemmatiser.isPastOnly,
  });
  const tree = parser.parse(forms, tags, casing);
  const xpos: string[] = [];
  for (let i = 0; i < tags.length; i++) xpos.push(models.xpos[tags[i]!]!);
  const deprels = mendPassives(tree, xpos);
  const tokens: Token[] = [];
  for (let i = 0; i < forms.length; i++) {
    tokens.push({
      start: words[2 * i]!,
      end: words[2 * i + 1]!,
      text: forms[i]!,
      lemma: lemmatiser.lemma(forms[i]!, { xpos: xpos[i]!, casing, first: i === 0 }),
      upos: models.upos[tags[i]!]!,
      xpos: xpos[i]!,
      head: tree.heads[i]!,
      deprel: deprels[i]!,
    });
  }
  return { start: words[0]!, end: words[words.length - 1]!, tokens, paragraph, memory: [] };
}
