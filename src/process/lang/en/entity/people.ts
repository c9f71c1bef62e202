import type { Mention } from './mentions.ts';
import { foldWord } from './phrases.ts';
import type { Actor } from './register.ts';

/** The words of a person's name without initials, marks and suffixes: `['kenneth', 'mckenzie']`. */
export function nameWords(name: string): readonly string[] {
  return foldWord(name)
    .replace(/[’ʿ`]/g, "'")
    .replace(/["“”][^"“”]{1,40}["“”]/g, ' ')
    .replace(/\b(?:al|el|ul|as|ash)[- ]/g, '')
    .split(/[\s-]+/)
    .filter((word) => word.length > 0 && !/^(?:[a-z]\.?|[a-z]\.[a-z]\.|jr\.?|sr\.?|ii|iii|iv)$/.test(word));
}

interface Person {
  words: readonly string[];
  readonly mentions: Mention[];
}

/** Persons by what they may be called, so that a text of many names takes no longer for each. */
class People {
  readonly all: Person[] = [];
  readonly #byEnds = new Map<string, Person>();
  readonly #byActor = new Map<Actor, Person>();
  /** By every shorter name: the last words, or the first ones. */
  readonly #byShort = new Map<string, Person[]>();

  add(mention: Mention, words: readonly string[]): void {
    const person = { words, mentions: [mention] };
    this.all.push(person);
    this.#index(person, mention);
  }

  join(person: Person, mention: Mention, words: readonly string[]): void {
    person.mentions.push(mention);
    if (words.length > person.words.length) person.words = words;
    this.#index(person, mention);
  }

  #index(person: Person, mention: Mention): void {
    const { words } = person;
    if (!this.#byEnds.has(endsOf(words))) this.#byEnds.set(endsOf(words), person);
    if (mention.actor !== undefined && !this.#byActor.has(mention.actor))
      this.#byActor.set(mention.actor, person);
    for (let n = 1; n < words.length && n <= 4; n++) {
      for (const short of [words.slice(-n).join(' '), words.slice(0, n).join(' ')]) {
        const bearers = this.#byShort.get(short) ?? [];
        if (bearers.length < MOST_BEARERS && !bearers.includes(person)) bearers.push(person);
        this.#byShort.set(short, bearers);
      }
    }
  }

  /** The person of a full name: same first and last word, or the same entry of the register. */
  findFull(mention: Mention, words: readonly string[]): Person | undefined {
    const known = mention.actor === undefined ? undefined : this.#byActor.get(mention.actor);
    return known ?? this.#byEnds.get(endsOf(words));
  }

  /** The one of a short name who was named last before it, else first after it. */
  findShort(mention: Mention, words: readonly string[]): Person | undefined {
    const known = mention.actor === undefined ? undefined : this.#byActor.get(mention.actor);
    const bearers = this.#byShort.get(words.join(' ')) ?? [];
    let best: { readonly person: Person; readonly gap: number } | undefined;
    for (const person of bearers) {
      for (const { start } of person.mentions) {
        const gap = start < mention.start ? mention.start - start : BEHIND + start - mention.start;
        if (best === undefined || gap < best.gap) best = { person, gap };
      }
    }
    return best?.person ?? known ?? this.#byEnds.get(endsOf(words));
  }
}

const MOST_BEARERS = 20;
/** A full name after the short one counts less than any before it. */
const BEHIND = 1e9;

/** First and last word of a full name; a lone word only. */
function endsOf(words: readonly string[]): string {
  return words.length < 2 ? words.join(' ') : `${words[0]} … ${words.at(-1)}`;
}

/**
 * Puts mentions of persons together. Full names meet by first and last word or by the register; a short name goes to
 * the last full name before it (else the first after it) that begins or ends in it. Two full names are never joined
 * for a shared family name.
 */
export function groupPeople(mentions: readonly Mention[]): readonly (readonly Mention[])[] {
  const people = new People();
  const named = mentions.map((mention) => ({ mention, words: nameWords(mention.text) }));
  for (const { mention, words } of named) {
    if (words.length < 2) continue;
    const person = people.findFull(mention, words);
    if (person === undefined) people.add(mention, words);
    else people.join(person, mention, words);
  }
  for (const { mention, words } of named) {
    if (words.length >= 2) continue;
    const person = people.findShort(mention, words);
    if (person === undefined) people.add(mention, words);
    else person.mentions.push(mention);
  }
  return people.all.map(({ mentions: own }) => own.sort((a, b) => a.start - b.start));
}
