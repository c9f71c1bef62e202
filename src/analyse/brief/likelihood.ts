import { findWord, PROBABILITY_WORDS, type ProbabilityWord } from '../../model/probability.ts';

/* How a sentence speaks of likelihood and of confidence (ICD 203), as far as that can be seen in its words. */

/** The other ICD 203 word for the same range; none of ours, so each of these is a slip. */
const OTHER_WORDS = [
  'remote',
  'highly improbable',
  'improbable',
  'roughly even odds',
  'probable',
  'probably',
  'highly probable',
  'nearly certain',
];

const WORDS = [...PROBABILITY_WORDS, ...OTHER_WORDS].toSorted((a, b) => b.length - a.length).join('|');
const WORD = new RegExp(`\\b(?:${WORDS})\\b`, 'gi');
const NUMBER = /(?:<1|>99|\d{1,3}(?:\.\d{1,3})?)\s?(?:%|per ?cent\b)/gi;
const INTERVAL = /(?:<1|\d{1,3})–(?:>99|\d{1,3})%/g;
const PAIR = new RegExp(`(<1|>99|\\d{1,3}(?:\\.\\d)?)%, (${PROBABILITY_WORDS.join('|')})\\b`, 'g');
const QUOTED = /“[^“”]*”/g;
const CONFIDENCE = /\bconfiden(?:ce|t)\b/i;

/** A sentence without what it quotes: others' words say nothing of our likelihood or confidence. */
function readOwnWords(text: string): string {
  return text.replace(QUOTED, '“”');
}

/** Whether a text speaks of how likely something is, outside of quotation marks. */
export function mentionsLikelihood(text: string): boolean {
  const own = readOwnWords(text);
  return own.search(WORD) !== -1 || own.search(NUMBER) !== -1;
}

/** Whether a text speaks of confidence, outside of quotation marks. */
export function mentionsConfidence(text: string): boolean {
  return CONFIDENCE.test(readOwnWords(text));
}

function findNumberWord(number: string): ProbabilityWord {
  if (number === '<1') return 'almost no chance';
  return number === '>99' ? 'almost certain' : findWord(Number(number) / 100);
}

/**
 * What is wrong with how a sentence states a likelihood: each number needs its word right behind it, each word its number
 * right before it, and both must agree.
 *
 * @example
 * findLikelihoodProblems('Within 7 days: 41%, likely.'); // ['41% is unlikely, not likely']
 * findLikelihoodProblems('Within 7 days: 41%, unlikely.'); // []
 */
export function findLikelihoodProblems(text: string): readonly string[] {
  const problems: string[] = [];
  const rest = readOwnWords(text)
    .replace(INTERVAL, '')
    .replace(PAIR, (_, number: string, word: string) => {
      const right = findNumberWord(number);
      if (right !== word) problems.push(`${number}% is ${right}, not ${word}`);
      return '';
    });
  for (const [number] of rest.matchAll(NUMBER)) problems.push(`${number} stands without its word`);
  for (const [word] of rest.matchAll(WORD)) problems.push(`"${word}" stands without its number`);
  return problems;
}
