import type { ChainLink } from '../../model/claim.ts';
import type { Reading } from '../../model/reading.ts';
import type { Attribution } from '../../model/report.ts';

/** Characters of a sentence that are looked at, and attributions kept of one document. */
const LONGEST = 800;
const MOST = 12;
/** Only the top of a report is about its matter for sure. */
const TOP = 1500;

const VERB = '(?:said|says|told|tells|announced|added|confirmed|reported|stated|wrote|warned|explained)';
/** Words of whoever speaks; bounded, without a comma. */
const PHRASE = "((?:[\\p{L}\\p{N}.'’&-]{1,30}\\s){0,9}[\\p{L}\\p{N}.'’&-]{1,30}?)";
const FORMS: readonly RegExp[] = [
  // "…, road warden Jan Steg told the Harbour Wire", "…, the airport said on Monday", "…, said the mayor".
  new RegExp(
    `[,”"]\\s${PHRASE}(?:,[^,]{1,80},)?\\s(?:(?:has|have|had|also|later)\\s){0,2}${VERB}(?![\\p{L}])`,
    'u',
  ),
  new RegExp(`[,”"]\\s(?:said|says)\\s${PHRASE}(?=[,.;]|\\s(?:on|in|at|to|after|in)\\s|$)`, 'u'),
  new RegExp(`(?:[Aa]ccording\\sto)\\s${PHRASE}(?=[,.;]|$)`, 'u'),
];
/** What stands before the first verb of a sentence. */
const SUBJECT =
  /^((?:[\p{L}\p{N}.'’&-]{1,30}\s){1,8}?)(?:has|have|had|is|are|was|were|will|would|said|did|does|do|can|could|\p{Ll}{2,20}ed)\s/u;

/**
 * Who is said to have said the sentences at the top of a text: a plain second look, for sentences of which no claim tells a
 * source.
 *
 * @example
 * findAttributions(reading)[0]; // { name: 'Jan Steg', role: 'road warden', type: 'person', start: 50, end: 58, within: [0, 90] }
 */
export function findAttributions({ document, sentences }: Reading): readonly Attribution[] {
  const found: Attribution[] = [];
  for (const { start, end } of sentences) {
    if (start > TOP || found.length >= MOST) break;
    const sentence = document.text.slice(start, Math.min(end, start + LONGEST));
    const spoken = findPhrase(sentence);
    if (spoken === undefined) continue;
    const link = readPhrase(spoken.phrase);
    if (link === undefined) continue;
    found.push({
      ...link,
      start: start + spoken.at,
      end: start + spoken.at + spoken.phrase.length,
      within: [start, end],
    });
  }
  return found;
}

function findPhrase(sentence: string): { readonly phrase: string; readonly at: number } | undefined {
  for (const form of FORMS) {
    const match = form.exec(sentence);
    const phrase = match?.[1];
    if (match === null || phrase === undefined) continue;
    if (!/^(?:it|he|she|they)$/.test(phrase))
      return { phrase, at: match.index + match[0].indexOf(phrase, 1) };
    // "The commission has put off the vote, it said": whoever the sentence is about.
    const subject = SUBJECT.exec(sentence)?.[1]?.trim();
    return subject === undefined ? undefined : { phrase: subject, at: 0 };
  }
  return undefined;
}

/** A phrase as name and role: "road warden Jan Steg", "the company Harbour Steel", "two people close to the talks". */
function readPhrase(phrase: string): Pick<Attribution, 'name' | 'type' | 'role' | 'anonymous'> | undefined {
  const words = phrase.replace(/^(?:the|a|an)\s/i, '').split(/\s+/);
  const from = words.findIndex((word) => /^\p{Lu}/u.test(word));
  // A capital at the head of a sentence is no name's.
  const name = from === -1 ? [] : words.slice(from);
  const isTitle = !/^(?:in|of|at|on|for|from|near|to|by|with|and|or)$/.test(words[from - 1] ?? '');
  if (from > 0 && isTitle && name.every((word) => /^\p{Lu}|^(?:of|de|al|el|van|von|bin)$/u.test(word))) {
    const role = words.slice(0, from).join(' ');
    const isBody =
      /\b(?:company|firm|group|union|agency|party|operator|newspaper|bank|airline|ministry)$/i.test(role);
    const type: ChainLink['type'] = isBody || name.length > 3 ? 'office' : 'person';
    return { name: name.join(' '), type, ...(type === 'person' ? { role } : {}) };
  }
  const isPerson = from === 0 && words.length === 2 && name.every((word) => /^\p{Lu}\p{Ll}/u.test(word));
  if (isPerson) return { name: name.join(' '), type: 'unknown' };
  if (words.length > 9) return undefined;
  const isCrowd =
    /^(?:two|three|four|five|six|several|some|many|\d+)\s/i.test(phrase) ||
    /\b(?:people|sources?|officials?|persons?)\b/i.test(phrase);
  return {
    name: words.join(' '),
    type: isCrowd ? 'person' : 'office',
    ...(isCrowd ? { anonymous: true as const } : {}),
  };
}
