import type { Mention } from './mentions.ts';
import { foldWord } from './phrases.ts';

/** Key by which names of bodies are compared: small letters, no article, no possessive, one kind of apostrophe. */
export function bodyKey(name: string): string {
  return foldWord(name)
    .replace(/['’ʿ`.]/g, '')
    .replace(/[-–\s]+/g, ' ')
    .replace(/^the /, '')
    .trim();
}

/** First letters of the capitalised words: `isf` of "Iraqi Security Forces". */
export function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => (/^(?:\p{Lu}\.)+$/u.test(word) ? word.replaceAll('.', '') : word[0]!))
    .join('')
    .toLowerCase();
}

interface Body {
  readonly keys: Set<string>;
  readonly mentions: Mention[];
}

/**
 * Puts mentions of bodies together: by the register, by equal names, and by an abbreviation that the text introduces
 * in brackets or that is made of the initials of a name before it.
 */
export function groupBodies(text: string, mentions: readonly Mention[]): readonly (readonly Mention[])[] {
  const bodies: Body[] = [];
  const byKey = new Map<string, Body>();
  // "The Air Force" after "the U.S. Air Force": the last body before whose name ends in the same words.
  const byEnding = new Map<string, Body>();
  const join = (body: Body, key: string): void => {
    body.keys.add(key);
    if (!byKey.has(key)) byKey.set(key, body);
  };
  for (const [i, mention] of mentions.entries()) {
    const own = mention.key;
    const isAbbreviation = /^[\p{Lu}\p{N}.-]{2,8}$/u.test(mention.text);
    const previous = mentions[i - 1];
    const introduced =
      isAbbreviation && previous !== undefined && isIntroduced(text, previous, mention)
        ? byKey.get(previous.key)
        : undefined;
    const spelled = isAbbreviation ? byKey.get(`initials:${bodyKey(mention.text)}`) : undefined;
    let body = byKey.get(own) ?? introduced ?? spelled ?? byEnding.get(bodyKey(mention.text));
    if (body === undefined) {
      body = { keys: new Set(), mentions: [] };
      bodies.push(body);
    }
    body.mentions.push(mention);
    join(body, own);
    for (const key of shorterKeys(bodyKey(mention.text))) byEnding.set(key, body);
    if (mention.text.includes(' ')) {
      const initials = initialsOf(mention.text.replace(/^the /i, ''));
      if (initials.length >= 3) join(body, `initials:${initials}`);
    }
  }
  return bodies.map((body) => body.mentions);
}

/** The shorter names that a later mention may use: the last words of a name, two at least. */
function shorterKeys(key: string): readonly string[] {
  const words = key.split(' ');
  const keys: string[] = [];
  for (let from = 1; from <= words.length - 2 && from <= 6; from++) keys.push(words.slice(from).join(' '));
  return keys;
}

/** "Iraqi Security Forces (ISF)". */
function isIntroduced(text: string, name: Mention, abbreviation: Mention): boolean {
  if (name.sentence !== abbreviation.sentence || abbreviation.start - name.end > 6) return false;
  const between = text.slice(name.end, abbreviation.start);
  if (!/^\s?[([]["“'‘]?$|^,? or $/.test(between)) return false;
  const letters = bodyKey(abbreviation.text);
  // The first letter at least agrees; foreign abbreviations need not spell the English name.
  return initialsOf(name.text).includes(letters[0]!) || letters.length >= 3;
}
