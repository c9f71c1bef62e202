import type { Stance } from '../../model/claim.ts';
import { mentionsConfidence, mentionsLikelihood } from './likelihood.ts';

/* How names, words and numbers of others stand in a sentence of ours. */

export const MOST_NAME = 120;
export const MOST_QUOTED = 200;

/** On one line, without quotation marks that could end ours. */
export function straighten(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[“”„‟«»"]/g, "'")
    .trim();
}

export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const space = head.lastIndexOf(' ');
  // A cut within a surrogate pair would leave half a character.
  return `${head.slice(0, space > most / 2 ? space : most).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Words of others as they stand within our quotation marks, which nothing in them can end. The "that" of a reported clause is none of theirs. */
export function trimQuote(words: string, most = MOST_QUOTED): string {
  return cut(straighten(words).replace(/^that (?=\S+ )/i, ''), most);
}

/** Whether a text could have been made from these words: all of them, or their beginning up to where it was cut. */
export function matchesQuote(words: string, text: string): boolean {
  const whole = trimQuote(words, Number.POSITIVE_INFINITY);
  return (
    text === whole ||
    (text.endsWith('…') && text.length > MOST_QUOTED / 2 && whole.startsWith(text.slice(0, -1)))
  );
}

/** Whether a name or title reads like a probability or a confidence of ours: it is put in quotation marks, since it is neither. */
export function needsMarks(text: string): boolean {
  return mentionsLikelihood(text) || mentionsConfidence(text);
}

/** What is done with words where they are not simply said to be so: those of a denial alone would read as if they were. */
export const STANCE_WORDS: Readonly<Partial<Record<Stance, string>>> = {
  denies: 'denied by ',
  doubts: 'doubted by ',
  fears: 'feared by ',
  threatens: 'threat by ',
  warns: 'warning by ',
  promises: 'promise by ',
  demands: 'demand by ',
  estimates: 'estimate by ',
  blames: 'blamed by ',
  claimsResponsibility: 'claimed by ',
};

/**
 * Wording that joins values and belongs to no pattern. Like that of a template it holds no name and no figure; a sentence may hold no
 * other wording than this and its template's.
 */
export const JOINTS = [
  '“',
  '”',
  ', ',
  ' and ',
  ', and ',
  '; ',
  '; and ',
  ', and others',
  '; and others',
  ' to ',
  ', unnamed',
  ', unnamed, to ',
  ', naming no source',
  ', crediting each other',
  ', with staff on the spot',
  ' (',
  ')',
  ' ',
  ' against ',
  ': ',
  'claimed by ',
  'denied by ',
] as const;
export type Joint = (typeof JOINTS)[number];

/**
 * A number of things.
 *
 * @example
 * count(1, 'report'); // 'one report'
 * count(3, 'report'); // '3 reports'
 */
export function count(number: number, thing: string): string {
  return number === 1 ? `one ${thing}` : `${number} ${thing}s`;
}
