import { expect, test } from 'vitest';
import { scoreCandidate, scoreNone } from './antecedent-scores.ts';
import { type Asking, describe, describeNone, type History, loadAntecedentWeights } from './antecedents.ts';
import { type Candidate, FORMS, KINDS, ROLES } from './candidates.ts';
import { PRONOUN_CLASSES } from './pronouns.ts';

/** The `i`th of a list, round and round. */
const pick = <T>(list: readonly T[], i: number): T => list[i % list.length]!;

function makeCase(i: number): { asking: Asking; candidate: Candidate; history: History } {
  const asking: Asking = {
    kind: pick(PRONOUN_CLASSES, i),
    gender: pick([undefined, 'female'] as const, i),
    isPossessive: i % 5 === 0,
    role: pick(ROLES, i),
    sentence: 4 + (i % 2),
    paragraph: 3,
    head: 20,
    governor: 21,
    inQuote: i % 3 === 0,
  };
  const candidate: Candidate = {
    entity: i % 4 === 0 ? undefined : 7,
    kind: pick(KINDS, i >> 1),
    form: pick(FORMS, i >> 2),
    isPlural: i % 7 < 3,
    gender: pick([undefined, 'female'] as const, i >> 1),
    role: pick(ROLES, i >> 3),
    sentence: 4 - (i % 4),
    paragraph: 3 - (i % 2),
    head: 20 - (i % 19),
    start: 100,
    inQuote: i % 8 < 3,
    isMain: i % 6 === 0,
    governor: 2,
    speaks: i % 9 < 4,
  };
  const history = { mentions: i % 6, rivals: i % 5, sinceSame: i % 5 === 4 ? undefined : i % 5 };
  return { asking, candidate, history };
}

const sumOf = (kind: Asking['kind'], features: readonly string[]): number =>
  features.reduce((sum, feature) => sum + (loadAntecedentWeights()[kind].get(feature) ?? 0), 0);

test('scores are the sums of the weights of the features, to the last bit', () => {
  for (let i = 0; i < 3000; i++) {
    const { asking, candidate, history } = makeCase(i);
    expect(scoreCandidate(asking, candidate, history)).toBe(
      sumOf(asking.kind, describe(asking, candidate, history)),
    );
    expect(scoreNone(asking, history.rivals)).toBe(sumOf(asking.kind, describeNone(asking, history.rivals)));
  }
});
