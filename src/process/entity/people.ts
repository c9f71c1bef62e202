import type { Mention } from './mentions.ts';
import { foldWord } from './phrases.ts';

/** The words of a person's name without initials, marks and suffixes: `['kenneth', 'mckenzie']`. */
export function nameWords(name: string): readonly string[] {
  return foldWord(name)
    .replace(/[’ʿ`]/g, "'")
    .replace(/["“”][^"“”]{1,40}["“”]/g, ' ')
    .replace(/\b(?:al|el|ul|as|ash)[- ]/g, '')
    .split(/[\s-]+/)
    .filter((word) => word.length > 0 && !/^(?:[a-z]\.?|[a-z]\.[a-z]\.|jr\.?|sr\.?|ii|iii|iv)$/.test(word));
}

/** Whether two full names may be one person's: same first and last word, or one is the other with a middle name more. */
function isSameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || b.length < 2) return a.join(' ') === b.join(' ');
  return a.at(-1) === b.at(-1) && a[0] === b[0];
}

/** Whether a short name is the family name (or, where that comes first, the first word) of a full one. */
function isShortFor(short: readonly string[], full: readonly string[]): boolean {
  if (short.length >= full.length) return false;
  const fromEnd = full.slice(full.length - short.length);
  if (short.every((word, i) => word === fromEnd[i])) return true;
  return short.every((word, i) => word === full[i]);
}

interface Person {
  words: readonly string[];
  readonly mentions: Mention[];
}

/**
 * Puts mentions of persons together. Full names meet by first and last word or by the register; a short name goes to
 * the last full name before it (else the first after it) that ends in it. Two full names are never joined for a
 * shared family name.
 */
export function groupPeople(mentions: readonly Mention[]): readonly (readonly Mention[])[] {
  const people: Person[] = [];
  const full = mentions.filter((mention) => isFull(mention));
  for (const mention of full) {
    const words = nameWords(mention.text);
    const person = people.find(
      (known) =>
        isSameName(known.words, words) ||
        (mention.actor !== undefined && known.mentions.some(({ actor }) => actor === mention.actor)),
    );
    if (person === undefined) people.push({ words, mentions: [mention] });
    else {
      person.mentions.push(mention);
      if (words.length > person.words.length) person.words = words;
    }
  }
  const known = people.slice();
  for (const mention of mentions) {
    if (isFull(mention)) continue;
    const words = nameWords(mention.text);
    const owner = findOwner(known, mention, words) ?? people.find((p) => isAlone(p, mention, words));
    if (owner === undefined) people.push({ words, mentions: [mention] });
    else owner.mentions.push(mention);
  }
  return people.map(({ mentions: own }) => own.sort((a, b) => a.start - b.start));
}

/** A name of two words or more is full. */
function isFull(mention: Mention): boolean {
  return nameWords(mention.text).length > 1;
}

/** A lone short name that has no full one: the same word again, or the same entry of the register. */
function isAlone(person: Person, mention: Mention, words: readonly string[]): boolean {
  if (person.words.length > 1 && mention.actor === undefined) return false;
  if (mention.actor !== undefined) return person.mentions.some(({ actor }) => actor === mention.actor);
  return person.words.join(' ') === words.join(' ');
}

function findOwner(
  people: readonly Person[],
  mention: Mention,
  words: readonly string[],
): Person | undefined {
  let before: { person: Person; start: number } | undefined;
  let after: { person: Person; start: number } | undefined;
  for (const person of people) {
    if (!isShortFor(words, person.words)) continue;
    for (const { start } of person.mentions) {
      if (start < mention.start && (before === undefined || start > before.start)) before = { person, start };
      if (start > mention.start && (after === undefined || start < after.start)) after = { person, start };
    }
  }
  return (before ?? after)?.person;
}
