import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { loadNameLists } from './name-lists.ts';
import { retype, type TaggedName } from './name-tagger.ts';

/**
 * Adds persons that the tagger passed over: a listed given name with another name behind it, neither of them in a found
 * name. What ends in a word for a body, a site or a title is none ("Lincoln Center", "Maria Street").
 */
export function addGivenNames(names: TaggedName[], { tokens }: ParsedSentence): void {
  const { given, words } = loadNameLists();
  if (!tokens.some(({ text, xpos }) => xpos === 'NNP' && given.has(text))) return;
  const taken = new Uint8Array(tokens.length);
  for (const { first, last } of names) taken.fill(1, first, last + 1);
  const isFree = (i: number): boolean => {
    const token = tokens[i];
    return token !== undefined && taken[i] === 0 && token.xpos === 'NNP' && /^\p{Lu}\p{Ll}/u.test(token.text);
  };
  let added = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.xpos !== 'NNP' || !given.has(tokens[i]!.text) || !isFree(i) || !isFree(i + 1)) continue;
    // In a headline or a title of a work every word has its capital.
    if (taken[i - 1] === 1 || isFree(i - 1)) continue;
    let last = i + 1;
    while (isFree(last + 1)) last++;
    if (last - i > 3 || words.has(tokens[last]!.text) || words.has(tokens[i]!.text)) continue;
    if (/^(?:['’]s|-|–|&|and)$/.test(tokens[last + 1]?.text ?? '') && taken[last + 2] === 1) continue;
    names.push(retype({ first: i, last, type: 'person' }, 'person'));
    added++;
    i = last;
  }
  if (added > 0) names.sort((a, b) => a.first - b.first);
}
