import type { Entity, Reference } from '../../../../model/entity.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findQuotations } from '../claim/quotes.ts';
import { chooseLikeliest } from './antecedent-choice.ts';
import { type Asking, describe, describeNone, fits, type History, REACH } from './antecedents.ts';
import {
  type Candidate,
  type EntityTraits,
  fromMention,
  fromNoun,
  isHeadNoun,
  makeCandidate,
  roleOf,
} from './candidates.ts';
import { type Gender, genderOfPerson, genderOfWord } from './genders.ts';
import { findNominal, type NominalContext } from './nominals.ts';
import { findPronoun, type Pronoun, type PronounClass } from './pronouns.ts';

export interface CoreferenceInput {
  readonly text: string;
  readonly sentences: readonly ParsedSentence[];
  readonly entities: readonly Entity[];
}

/** A pronoun with all that it could stand for; the training recipe listens to these. */
export interface Question {
  readonly asking: Asking;
  readonly start: number;
  readonly choices: readonly { readonly candidate: Candidate; readonly features: readonly string[] }[];
  /** Features of choosing none. */
  readonly none: readonly string[];
}

/** Gives for a question the number of the chosen candidate, or undefined for none; left out, the likeliest is chosen. */
export type Decide = (question: Question) => number | undefined;

/**
 * The entities with what else stands for them: pronouns of the third person ("he", "its", "they") and nominals ("the
 * group", "the general"). A pronoun goes to the likeliest earlier candidate of fitting number and gender, things and
 * people that are no entities among them; where none is likely enough it goes to nobody.
 *
 * @example
 * attachReferences({ text, sentences, entities })[0].references; // [{ text: 'he', form: 'pronoun', … }]
 */
export function attachReferences(input: CoreferenceInput, decide?: Decide): readonly Entity[] {
  const found: Reference[][] = input.entities.map(() => []);
  const walk = new Walk(input, decide, found);
  for (let s = 0; s < input.sentences.length; s++) walk.readSentence(s);
  return input.entities.map((entity, e) =>
    found[e]!.length === 0 ? entity : { ...entity, references: found[e]! },
  );
}

interface Placed {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** More candidates than these are not looked at. */
const MOST_CANDIDATES = 40;

/** Pronouns for one and the same, of which the latest say enough. */
const MOST_ALIKE = 2;

const isAlike = (a: Candidate, b: Candidate): boolean =>
  a.form === b.form &&
  a.entity === b.entity &&
  a.kind === b.kind &&
  a.gender === b.gender &&
  a.isPlural === b.isPlural;

/** One way through the document, sentence by sentence, with what has been seen on it. */
class Walk {
  readonly #input: CoreferenceInput;
  readonly #decide: Decide | undefined;
  readonly #found: Reference[][];
  readonly #mentions: readonly Placed[];
  readonly #quotes: readonly { readonly start: number; readonly end: number }[];
  readonly #genders: (Gender | undefined)[];
  readonly #plural: readonly boolean[];
  readonly #counts: number[];
  /** For each entity the sentence in which a pronoun of each class last stood for it, -1 where none did. */
  readonly #last: Readonly<Record<PronounClass, Int32Array>>;
  #candidates: Candidate[] = [];
  #nextMention = 0;
  #nextQuote = 0;

  constructor(input: CoreferenceInput, decide: Decide | undefined, found: Reference[][]) {
    this.#input = input;
    this.#decide = decide;
    this.#found = found;
    this.#mentions = input.entities
      .flatMap(({ mentions }, index) => mentions.map(({ start, end }) => ({ index, start, end })))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    this.#quotes = findQuotations(input.text);
    this.#genders = input.entities.map((entity) => genderOfRole(entity));
    this.#plural = input.entities.map(({ type }) => type === 'group');
    this.#counts = input.entities.map(() => 0);
    const never = () => new Int32Array(input.entities.length).fill(-1);
    this.#last = { person: never(), thing: never(), several: never() };
  }

  readSentence(s: number): void {
    const sentence = this.#input.sentences[s]!;
    const recent = this.#candidates.filter((candidate) => s - candidate.sentence <= REACH);
    this.#candidates = recent.slice(-MOST_CANDIDATES);
    const starts = this.#placeMentions(sentence);
    const covered = new Uint8Array(sentence.tokens.length);
    for (const { first, last } of starts) covered.fill(1, first, last + 1);
    let next = 0;
    for (let i = 0; i < sentence.tokens.length; i++) {
      const inQuote = this.#isQuoted(sentence.tokens[i]!.start);
      for (; next < starts.length && starts[next]!.first === i; next++) {
        const mention = starts[next]!;
        this.#see(fromMention(sentence, { sentence: s, ...mention, inQuote }, this.#traitsOf(mention.index)));
      }
      if (covered[i] === 1) continue;
      const pronoun = findPronoun(sentence, i);
      if (pronoun !== undefined) this.#readPronoun(pronoun, { s, i, inQuote });
      else if (isHeadNoun(sentence.tokens[i]!)) this.#readNoun({ s, i, inQuote });
    }
  }

  #traitsOf(index: number): { index: number; entity: Entity; traits: EntityTraits } {
    const gender = this.#genders[index];
    return {
      index,
      entity: this.#input.entities[index]!,
      traits: { isPlural: this.#plural[index]!, ...(gender === undefined ? {} : { gender }) },
    };
  }

  /** Mentions of the sentence by token; genders are learned on the way. */
  #placeMentions(
    sentence: ParsedSentence,
  ): { readonly index: number; readonly first: number; readonly last: number }[] {
    const placed: { index: number; first: number; last: number }[] = [];
    const { tokens } = sentence;
    let t = 0;
    while (
      this.#nextMention < this.#mentions.length &&
      this.#mentions[this.#nextMention]!.start < sentence.end
    ) {
      const { index, start, end } = this.#mentions[this.#nextMention++]!;
      while (t < tokens.length && tokens[t]!.start < start) t++;
      if (tokens[t]?.start !== start) continue;
      let last = t;
      while (last + 1 < tokens.length && tokens[last + 1]!.end <= end) last++;
      placed.push({ index, first: t, last });
      if (this.#input.entities[index]!.type === 'person')
        this.#genders[index] ??= genderOfPerson(sentence, { first: t, last });
    }
    return placed;
  }

  #isQuoted(at: number): boolean {
    while (this.#nextQuote < this.#quotes.length && this.#quotes[this.#nextQuote]!.end <= at)
      this.#nextQuote++;
    const quote = this.#quotes[this.#nextQuote];
    return quote !== undefined && quote.start <= at;
  }

  #see(candidate: Candidate): void {
    if (candidate.form === 'pronoun') this.#forgetAlike(candidate);
    this.#candidates.push(candidate);
    if (candidate.entity !== undefined) this.#counts[candidate.entity]!++;
  }

  #forgetAlike(candidate: Candidate): void {
    let alike = 0;
    let first = -1;
    for (let at = this.#candidates.length - 1; at >= 0; at--) {
      if (!isAlike(this.#candidates[at]!, candidate)) continue;
      alike++;
      first = at;
    }
    if (alike >= MOST_ALIKE) this.#candidates.splice(first, 1);
  }

  #readPronoun(pronoun: Pronoun, { s, i, inQuote }: { s: number; i: number; inQuote: boolean }): void {
    const sentence = this.#input.sentences[s]!;
    const token = sentence.tokens[i]!;
    const asking: Asking = {
      kind: pronoun.kind,
      gender: pronoun.gender,
      isPossessive: pronoun.isPossessive,
      role: roleOf(sentence, i),
      sentence: s,
      paragraph: sentence.paragraph,
      head: i,
      governor: token.head,
      inQuote,
    };
    const antecedent = this.#choose(asking, token.start);
    const entity = antecedent?.entity;
    if (entity !== undefined) {
      const { start, end, text } = token;
      this.#found[entity]!.push({ start, end, text, form: 'pronoun' });
      this.#last[pronoun.kind][entity] = s;
      if (pronoun.gender !== undefined) this.#genders[entity] ??= pronoun.gender;
    }
    const seen = makeCandidate(
      sentence,
      i,
      { sentence: s, inQuote },
      {
        entity,
        kind: antecedent?.kind ?? (pronoun.kind === 'person' ? 'person' : 'noun'),
        form: 'pronoun',
        isPlural: pronoun.kind === 'several',
        gender: pronoun.gender,
      },
    );
    this.#see(seen);
  }

  /** What a pronoun that begins at `start` stands for. */
  #choose(asking: Asking, start: number): Candidate | undefined {
    const fitting = this.#candidates.filter((candidate) => fits(asking, candidate));
    const distinct = countDistinct(fitting);
    const histories = fitting.map((candidate) => this.#historyOf(candidate, asking, distinct - 1));
    if (this.#decide === undefined) return chooseLikeliest(asking, fitting, histories, distinct);
    const choices = fitting.map((candidate, at) => ({
      candidate,
      features: describe(asking, candidate, histories[at]!),
    }));
    const chosen = this.#decide({ asking, start, choices, none: describeNone(asking, distinct) });
    return chosen === undefined ? undefined : fitting[chosen];
  }

  #historyOf({ entity }: Candidate, asking: Asking, rivals: number): History {
    if (entity === undefined) return { mentions: 0, rivals, sinceSame: undefined };
    const last = this.#last[asking.kind][entity]!;
    const sinceSame = last < 0 ? undefined : asking.sentence - last;
    return { mentions: this.#counts[entity]!, rivals, sinceSame };
  }

  #readNoun({ s, i, inQuote }: { s: number; i: number; inQuote: boolean }): void {
    const sentence = this.#input.sentences[s]!;
    const context: NominalContext = {
      sentence,
      head: i,
      entities: this.#input.entities,
      candidates: this.#candidates,
      genders: this.#genders,
    };
    const nominal = findNominal(context);
    if (nominal === undefined) {
      this.#see(fromNoun(sentence, i, { sentence: s, inQuote }));
      return;
    }
    const { entity, first } = nominal;
    const start = sentence.tokens[first]!.start;
    const { end } = sentence.tokens[i]!;
    this.#found[entity]!.push({ start, end, text: this.#input.text.slice(start, end), form: 'nominal' });
    const place = { sentence: s, first: i, last: i, inQuote };
    this.#see(fromMention(sentence, place, this.#traitsOf(entity), 'nominal'));
  }
}

/** How many people or things there are among the candidates; what is no entity stands for itself alone. */
function countDistinct(candidates: readonly Candidate[]): number {
  let count = 0;
  const entities = new Set<number>();
  for (const { entity } of candidates) {
    if (entity === undefined) count++;
    else entities.add(entity);
  }
  return count + entities.size;
}

function genderOfRole({ type, role }: Entity): Gender | undefined {
  if (type !== 'person' || role === undefined) return undefined;
  for (const word of role.split(/[\s,-]+/)) {
    const gender = genderOfWord(word);
    if (gender !== undefined) return gender;
  }
  return undefined;
}
