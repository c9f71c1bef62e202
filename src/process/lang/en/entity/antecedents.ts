import { loadTable } from '../../../data.ts';
import type { Candidate } from './candidates.ts';
import { PRONOUN_CLASSES, type Pronoun, type PronounClass } from './pronouns.ts';

/** A pronoun where it stands. */
export interface Asking extends Pronoun {
  readonly role: Candidate['role'];
  readonly sentence: number;
  readonly paragraph: number;
  readonly head: number;
  /** Token that the pronoun's token hangs on. */
  readonly governor: number;
  readonly inQuote: boolean;
}

/** What is known of a candidate's entity at the pronoun. */
export interface History {
  /** Mentions of the entity so far. */
  readonly mentions: number;
  /** Other people or things that the pronoun may stand for. */
  readonly rivals: number;
  /** Sentences since a pronoun of the same class was taken to stand for it. */
  readonly sinceSame: number | undefined;
}

/** How far back, in sentences, a pronoun looks. */
export const REACH = 4;

/** Whether a candidate can at all be what the pronoun stands for. */
export function fits(asking: Asking, candidate: Candidate): boolean {
  const { kind, isPlural, gender, governor } = candidate;
  if (asking.sentence - candidate.sentence > REACH) return false;
  // "He saw him": the subject and the object of one verb are two persons.
  const isSameClause =
    candidate.sentence === asking.sentence &&
    governor === asking.governor &&
    !asking.isPossessive &&
    candidate.role !== 'possessor';
  if (isSameClause) return false;
  if (asking.kind === 'person') {
    if (kind !== 'person' || isPlural) return false;
    return gender === undefined || gender === asking.gender;
  }
  if (asking.kind === 'thing') return kind !== 'person' && !isPlural;
  return kind !== 'weapon' && (isPlural || kind === 'body' || kind === 'group' || kind === 'state');
}

/**
 * Names of the features that hold of a pronoun and a candidate. Each class of pronouns has its own weights, in
 * `data/en/antecedents.tsv`.
 */
export function describe(asking: Asking, candidate: Candidate, history: History): readonly string[] {
  const gap = asking.sentence - candidate.sentence;
  const near = gap === 0 ? 'same' : gap === 1 ? 'last' : 'far';
  const real = candidate.entity !== undefined;
  const features = [
    `gap ${gap}`,
    `role ${candidate.role}`,
    `role ${candidate.role} ${near}`,
    `roles ${asking.isPossessive ? 'possessor' : asking.role} ${candidate.role}`,
    `form ${candidate.form}${real ? '' : ' none'}`,
    `form ${candidate.form}${real ? '' : ' none'} ${near}`,
    `kind ${candidate.kind}`,
    `kind ${candidate.kind} ${candidate.role}`,
    `gender ${candidate.gender === undefined ? 'open' : 'told'}`,
    `rivals ${Math.min(3, history.rivals)} ${candidate.gender === undefined ? 'open' : 'told'}`,
    `mentions ${Math.min(4, history.mentions)}`,
    `quote ${asking.inQuote ? 'in' : 'out'} ${candidate.inQuote ? 'in' : 'out'}`,
  ];
  if (candidate.isPlural) features.push(`plural ${candidate.kind}`);
  if (candidate.paragraph !== asking.paragraph) features.push('other paragraph');
  if (candidate.speaks && asking.inQuote && !candidate.inQuote) features.push(`speaker ${near}`);
  if (candidate.speaks && !asking.inQuote) features.push(`speaks ${near}`);
  if (history.sinceSame !== undefined) features.push(`again ${Math.min(3, history.sinceSame)}`);
  if (candidate.isMain) features.push('main subject');
  if (gap === 0) features.push(`apart ${nearnessOf(asking.head - candidate.head)}`);
  return features;
}

/** Words between two heads, by the upper end of a range. */
export function nearnessOf(words: number): number {
  if (words < 8) return words < 4 ? 3 : 7;
  return words < 16 ? 15 : 99;
}

export type Weights = Readonly<Record<PronounClass, ReadonlyMap<string, number>>>;

let weights: Weights | undefined;

/** Weights of the features, read once. */
export function loadAntecedentWeights(): Weights {
  if (weights !== undefined) return weights;
  const read = Object.fromEntries(PRONOUN_CLASSES.map((kind) => [kind, new Map<string, number>()]));
  for (const { cells } of loadTable('en/antecedents.tsv', ['pronoun', 'feature', 'weight'])) {
    read[cells['pronoun']!]?.set(cells['feature']!, Number(cells['weight']));
  }
  weights = read as unknown as Weights;
  return weights;
}

/** Features of standing for none of the candidates. */
export function describeNone(asking: Asking, rivals: number): readonly string[] {
  return [
    'none',
    `none rivals ${Math.min(3, rivals)}`,
    `none quote ${asking.inQuote ? 'in' : 'out'}`,
    `none role ${asking.isPossessive ? 'possessor' : asking.role}`,
    ...(asking.sentence < 2 ? ['none at the start'] : []),
  ];
}
