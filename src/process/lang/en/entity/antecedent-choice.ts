import { scoreCandidate, scoreNone } from './antecedent-scores.ts';
import type { Asking, History } from './antecedents.ts';
import type { Candidate } from './candidates.ts';
import type { PronounClass } from './pronouns.ts';

/** A pronoun is taken to stand for an entity where this much of all likelihood says so. */
const ENOUGH: Readonly<Record<PronounClass, number>> = { person: 0.5, thing: 0.5, several: 0.6 };

/** The nearest mention of the entity that all its mentions together make likely enough. */
export function chooseLikeliest(
  asking: Asking,
  candidates: readonly Candidate[],
  histories: readonly History[],
  distinct: number,
): Candidate | undefined {
  if (candidates.length === 0) return undefined;
  const shares = weighChoices(asking, candidates, histories, distinct);
  let best = 0;
  let chosen: Candidate | undefined;
  for (let i = 0; i < candidates.length; i++) {
    const { entity } = candidates[i]!;
    let share = 0;
    let last = i;
    // What is no entity stands for itself alone; the mentions of an entity are added up at its first one.
    if (entity === undefined) share = shares[i]!;
    else if (isFirst(candidates, i)) {
      for (let k = i; k < candidates.length; k++) {
        if (candidates[k]!.entity !== entity) continue;
        share += shares[k]!;
        last = k;
      }
    }
    if (share <= best) continue;
    best = share;
    chosen = candidates[last];
  }
  return best >= ENOUGH[asking.kind] ? chosen : undefined;
}

function isFirst(candidates: readonly Candidate[], i: number): boolean {
  const { entity } = candidates[i]!;
  for (let k = 0; k < i; k++) if (candidates[k]!.entity === entity) return false;
  return true;
}

/** Likelihoods of the candidates and, last, of none of them. */
function weighChoices(
  asking: Asking,
  candidates: readonly Candidate[],
  histories: readonly History[],
  distinct: number,
): readonly number[] {
  const shares: number[] = [];
  for (let i = 0; i < candidates.length; i++)
    shares.push(scoreCandidate(asking, candidates[i]!, histories[i]!));
  shares.push(scoreNone(asking, distinct));
  let best = shares[0]!;
  for (const score of shares) if (score > best) best = score;
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    shares[i] = Math.exp(shares[i]! - best);
    sum += shares[i]!;
  }
  for (let i = 0; i < shares.length; i++) shares[i]! /= sum;
  return shares;
}
