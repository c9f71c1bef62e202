import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { FoundName } from './name-spread.ts';
import { retype } from './name-tagger.ts';
import { initialsOf } from './organizations.ts';

const ABBREVIATION = /^\p{Lu}[\p{L}\p{N}&]{1,9}$/u;

/**
 * "Utopian Council of Trade (UCT)": what stands in brackets behind the name of a body is its abbreviation, whatever
 * the tagger took it for.
 */
export function addAbbreviations(
  names: readonly FoundName[],
  { tokens }: ParsedSentence,
): readonly FoundName[] {
  const added: FoundName[] = [];
  const replaced = new Set<FoundName>();
  for (const name of names) {
    if (name.type !== 'organization' || name.first === name.last) continue;
    const at = name.last + 2;
    if (tokens[at - 1]?.text !== '(' || tokens[at + 1]?.text !== ')') continue;
    const { text } = tokens[at]!;
    if (!ABBREVIATION.test(text) || !isShortFor(text, name, tokens)) continue;
    const there = names.find(({ first, last }) => first <= at && at <= last);
    if (there?.alias !== undefined || there?.type === 'organization') continue;
    if (there !== undefined) replaced.add(there);
    added.push(retype({ first: at, last: at, type: 'organization' }, 'organization'));
  }
  if (added.length === 0) return names;
  return [...names.filter((name) => !replaced.has(name)), ...added].sort((a, b) => a.first - b.first);
}

/** Initials, or at least two capitals (abbreviations of another tongue), or the first letter of a made-up word. */
function isShortFor(text: string, { first, last }: FoundName, tokens: ParsedSentence['tokens']): boolean {
  if (/\p{Lu}.*\p{Lu}/u.test(text)) return true;
  const words = tokens.slice(first, last + 1).map((token) => token.text);
  return initialsOf(words.join(' ')).startsWith(text[0]!.toLowerCase());
}
