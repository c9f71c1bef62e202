import { makeClaimKey, makeClaimRef } from '../../src/analyse/report/claim-ref.ts';
import type { Brief, Part, Sentence } from '../../src/model/brief.ts';
import { PROBABILITY_WORDS } from '../../src/model/probability.ts';
import type { ClaimRef, Report } from '../../src/model/report.ts';

/* Faults planted in the sentences of a brief: wrong names, figures, words and claims. */

export const MUTATIONS = [
  'outlet',
  'person',
  'place',
  'number',
  'wordNumber',
  'percent',
  'date',
  'likelihoodWord',
  'confidence',
  'claimRemoved',
  'claimOfAnother',
  'nameInWording',
  'figureInWording',
  'quotedWord',
] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** What a planted fault takes its wrong names and claims from: all that was known as of the brief. */
export interface Pool {
  readonly outlets: readonly string[];
  readonly speakers: readonly string[];
  readonly places: readonly string[];
  readonly claims: readonly ClaimRef[];
}

export function makePool(reports: readonly Report[]): Pool {
  const statements = reports.flatMap((report) =>
    report.statements.map((statement) => ({ report, statement })),
  );
  const listOf = (names: readonly (string | undefined)[]) =>
    [...new Set(names.flatMap((name) => name ?? []))].toSorted();
  return {
    outlets: listOf([...reports.map(({ outlet }) => outlet), 'Marsh Courier']),
    speakers: listOf([
      ...statements.flatMap(({ statement }) => statement.chain.slice(1).map(({ name }) => name)),
      'Ada Quill',
    ]),
    places: listOf(statements.flatMap(({ statement }) => statement.mentions.map(({ where }) => where?.name))),
    claims: statements.map(({ report, statement }) => makeClaimRef(report, statement)),
  };
}

/** How a fault is hidden: the stretch keeps its source, loses it and stands as wording, or the text alone is changed. */
const DISGUISES = ['source', 'wording', 'text'] as const;

export interface Mutant {
  readonly mutation: Mutation;
  readonly sentence: Sentence;
  readonly was: Sentence;
}

type Choose = <Value>(values: readonly Value[]) => Value | undefined;

/** One sentence of a brief with one fault planted in it; undefined where the brief has no place for such a fault. */
export function mutate(
  brief: Brief,
  mutation: Mutation,
  { pool, random }: { readonly pool: Pool; readonly random: () => number },
): Mutant | undefined {
  const choose: Choose = (values) => values[Math.floor(random() * values.length)];
  const sentences = brief.sections.flatMap((section) => section.sentences);
  const mutants = sentences.flatMap((was) => {
    const sentence = plant(was, mutation, { pool, choose });
    return sentence === undefined ? [] : [{ mutation, sentence, was }];
  });
  return choose(mutants);
}

function plant(
  sentence: Sentence,
  mutation: Mutation,
  from: { readonly pool: Pool; readonly choose: Choose },
): Sentence | undefined {
  const { pool, choose } = from;
  const isFrom =
    (...fields: string[]) =>
    ({ from: source }: Part) =>
      source?.kind === 'claim' && fields.includes(source.field);
  switch (mutation) {
    case 'outlet':
      return swap(
        sentence,
        isFrom('outlet', 'via'),
        (text) => choose(pool.outlets.filter((name) => isOther(name, text))),
        choose,
      );
    case 'person':
      return swap(
        sentence,
        isFrom('speaker', 'sayer'),
        (text) => choose(pool.speakers.filter((name) => isOther(name, text))),
        choose,
      );
    case 'place': {
      const findPlace = (text: string) =>
        pool.places.find((place) => new RegExp(`\\b${escapePattern(place)}\\b`).test(text));
      return swap(
        sentence,
        ({ text, from: source }) => source !== undefined && findPlace(text) !== undefined,
        (text) => {
          const place = findPlace(text)!;
          const other = choose(pool.places.filter((each) => isOther(each, place)));
          return other === undefined ? undefined : text.replace(place, other);
        },
        choose,
      );
    }
    case 'number':
      return swap(
        sentence,
        ({ text }) => /\d/.test(text),
        (text) => text.replace(/\d+/, (number) => String(Number(number) + 1)),
        choose,
      );
    case 'wordNumber':
      return swap(
        sentence,
        ({ text }) => NUMBER_WORD.test(text),
        (text) => text.replace(NUMBER_WORD, (word) => (word.toLowerCase() === 'two' ? 'three' : 'two')),
        choose,
      );
    case 'percent':
      return swap(
        sentence,
        ({ text }) => /\d%/.test(text),
        (text) =>
          text.replace(/(\d+)(?=(?:\.\d)?%)/, (number) =>
            String(Number(number) === 99 ? 98 : Number(number) + 1),
          ),
        choose,
      );
    case 'date':
      return swap(
        sentence,
        ({ text }) => MONTH.test(text),
        (text) =>
          text.replace(MONTH, (month) => (month.startsWith('Ma') ? month.replace(/^Ma\w+/, 'July') : 'May')),
        choose,
      );
    case 'likelihoodWord':
      return swap(
        sentence,
        ({ text }) => LIKELIHOOD.test(text),
        (text) => {
          const word = LIKELIHOOD.exec(text)![0];
          return text.replace(word, choose(PROBABILITY_WORDS.filter((each) => each !== word))!);
        },
        choose,
      );
    case 'confidence':
      return LIKELIHOOD.test(sentence.text) && /\d%/.test(sentence.text)
        ? append(
            sentence,
            choose([
              [{ text: ', with low confidence' }],
              [{ text: ' ' }, { text: 'moderate', from: { kind: 'computed', value: 'confidence' } }],
            ] as const)!,
          )
        : undefined;
    case 'claimRemoved':
      return removeClaim(sentence, choose);
    case 'claimOfAnother':
      return replaceClaim(sentence, pool, choose);
    case 'nameInWording':
      return append(sentence, [{ text: `, says ${choose([...pool.outlets, ...pool.speakers])}` }]);
    case 'figureInWording':
      return append(sentence, [{ text: choose([', of 12', ' twice', ', eleven in all', ' on 3 May'])! }]);
    case 'quotedWord':
      return swap(sentence, isFrom('words'), (text) => text.replace(/\p{L}{4,}/u, 'certainly'), choose);
  }
}

const NUMBER_WORD = /\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/i;
const MONTH =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/;
const LIKELIHOOD = new RegExp([...PROBABILITY_WORDS].toSorted((a, b) => b.length - a.length).join('|'));

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Neither holds the other, so that one in place of the other is wrong. */
function isOther(name: string, text: string): boolean {
  const [a, b] = [name.toLowerCase(), text.toLowerCase()];
  return !a.includes(b) && !b.includes(a);
}

/** Changes one of the stretches that fit, in one of the disguises. */
function swap(
  sentence: Sentence,
  fits: (part: Part) => boolean,
  change: (text: string) => string | undefined,
  choose: Choose,
): Sentence | undefined {
  const at = choose(sentence.parts.flatMap((part, index) => (fits(part) ? [index] : [])));
  if (at === undefined) return undefined;
  const part = sentence.parts[at]!;
  const text = change(part.text);
  if (text === undefined || text === part.text) return undefined;
  const disguise = choose(DISGUISES);
  const changed: Part = disguise === 'wording' ? { text } : { ...part, text };
  const parts = sentence.parts.map((each, index) => (index === at ? changed : each));
  const whole = parts.map((each) => each.text).join('');
  return disguise === 'text' ? { ...sentence, text: whole } : { ...sentence, text: whole, parts };
}

/** Puts stretches before the point at the end. */
function append(sentence: Sentence, added: readonly Part[]): Sentence {
  const parts = [...sentence.parts, ...added];
  return { ...sentence, parts, text: parts.map(({ text }) => text).join('') };
}

function removeClaim(sentence: Sentence, choose: Choose): Sentence | undefined {
  if (sentence.claims.length === 0) {
    const { fields: _, ...rest } = sentence;
    return rest;
  }
  const gone = choose(sentence.claims);
  return { ...sentence, claims: sentence.claims.filter((claim) => claim !== gone) };
}

/** Puts a claim of another document in the place of one that is cited, in the stretches that are from it too. */
function replaceClaim(sentence: Sentence, pool: Pool, choose: Choose): Sentence | undefined {
  const gone = choose(sentence.claims);
  const cited = new Set(sentence.claims.map(makeClaimKey));
  const other = choose(
    pool.claims.filter((claim) => claim.document !== gone?.document && !cited.has(makeClaimKey(claim))),
  );
  if (gone === undefined || other === undefined) return undefined;
  const [from, to] = [makeClaimKey(gone), makeClaimKey(other)];
  const parts = sentence.parts.map(
    (part): Part =>
      part.from?.kind === 'claim' && part.from.claim === from
        ? { ...part, from: { ...part.from, claim: to } }
        : part,
  );
  return { ...sentence, parts, claims: sentence.claims.map((claim) => (claim === gone ? other : claim)) };
}
