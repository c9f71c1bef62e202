import type { Report } from '../../model/report.ts';
import { listStatements } from '../report/lede.ts';
import { listContentWords } from '../report/sentence-words.ts';
import { findCountry, foldName, getWords } from './names.ts';

/** Words with a capital before a name that are taken with it, and characters that are looked through. */
const MOST_BEFORE = 3;
const LONGEST = 12_000;

const texts = new WeakMap<Report, string>();

function getText(report: Report): string {
  const known = texts.get(report);
  if (known !== undefined) return known;
  const parts = [report.lede?.text ?? '', ...listStatements(report).map(({ words }) => words)];
  const text = [...parts, ...(report.attributions ?? []).map(({ name }) => name)]
    .join(' \n ')
    .slice(0, LONGEST);
  texts.set(report, text);
  return text;
}

/**
 * The fullest form that a report gives a name of, with the title before it: a chain may hold a family name alone.
 *
 * @example
 * findFullName('Plata', report); // 'General Plata'
 */
export function findFullName(name: string, report: Report): string {
  if (!/^\p{Lu}/u.test(name) || name.length > 60 || findCountry(foldName(name)) !== undefined) return name;
  const text = getText(report);
  let best = name;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const before = readCapitals(text.slice(Math.max(0, at - 80), at));
    const full = `${before}${name}`;
    if (full.length > best.length) best = full;
  }
  return best;
}

/** The words with a capital right before a place in a text, with the blank behind them. */
function readCapitals(before: string): string {
  const words = before.split(' ');
  if (words.pop() !== '') return '';
  const taken: string[] = [];
  while (taken.length < MOST_BEFORE) {
    const word = words.pop() ?? '';
    const isName = /^\p{Lu}[\p{L}’'-]{0,30}\.?$/u.test(word) && listContentWords(word).length > 0;
    if (!isName || getWords('weekday').has(foldName(word)) || getWords('filler').has(foldName(word))) break;
    if (word.endsWith('.') && word.length > 5) break;
    taken.unshift(word);
  }
  // "Secretary of State Ann Example": the whole post or nothing of it.
  if (taken.length > 0 && words.length > 0 && before.endsWith(`of ${taken.join(' ')} `)) return '';
  return taken.length === 0 ? '' : `${taken.join(' ')} `;
}
