import type { Finding, PatternForm } from './finding.ts';
import { checkPhrases } from './pattern-checks.ts';
import type { ProblemForm } from './schema.ts';
import type { Path } from './tree.ts';

/** The question must be one that can be settled: by an event that is said to have happened. */
export function checkOutcome({ outcome, horizons }: ProblemForm): readonly Finding[] {
  const found: Finding[] = [...checkPhrases(outcome.settledBy, ['outcome', 'settledBy'])];
  const shortest = Math.min(...horizons);
  if (outcome.grace > shortest) {
    const message = `${outcome.grace} days for reports to come in are more than the shortest horizon (${shortest}): the next forecasts would be due before the last are settled`;
    found.push({ path: ['outcome', 'grace'], message });
  }
  if (outcome.total < outcome.confirmed) {
    found.push({
      path: ['outcome', 'total'],
      message: `"total" (${outcome.total}) is below "confirmed" (${outcome.confirmed}), which it includes`,
    });
  }
  for (const [i, pattern] of outcome.match.entries())
    found.push(...checkSettling(pattern, ['outcome', 'match', i]));
  return found;
}

const NEVER_SO = new Set(['denies', 'doubts']);

function checkSettling(pattern: PatternForm, path: Path): readonly Finding[] {
  const found: Finding[] = [];
  const add = (field: keyof PatternForm | undefined, message: string) =>
    found.push({ path: field === undefined ? path : [...path, field], message });
  if (pattern.event === undefined && pattern.cameo === undefined) {
    add(undefined, 'names no "event" and no "cameo", so no event could settle the question');
  }
  for (const realis of pattern.realis ?? []) {
    if (realis !== 'occurred' && realis !== 'ongoing') {
      add(
        'realis',
        `"${realis}" cannot settle the question: only "occurred" and "ongoing" say that it happened`,
      );
    }
  }
  if (pattern.background === true) {
    add('background', 'what a text tells as history cannot settle the question; leave "background" out');
  }
  if (pattern.posture !== undefined) {
    add('posture', 'preparation or capability cannot settle the question, since nothing has happened by it');
  }
  if (pattern.polarity?.includes('negated')) add('polarity', 'a negated claim cannot settle the question');
  if (pattern.evidence?.includes('withheld')) {
    add('evidence', 'what a speaker would not confirm cannot settle the question');
  }
  for (const stance of pattern.stance ?? []) {
    if (NEVER_SO.has(stance)) add('stance', `"${stance}" cannot settle the question`);
  }
  return found;
}
