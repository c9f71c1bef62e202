import type { AssessmentChange } from '../../model/changes.ts';
import type { Assessment } from '../../model/forecast.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { Causes, type Compared } from './causes.ts';

/** Least change of a probability, and of what an indicator adds, that is told. */
const LEAST = 0.0005;
const LEAST_LOG_ODDS = 0.005;

/** How an assessment differs from an earlier one, and why; undefined where it does not. */
export function compareAssessments(
  before: Assessment,
  after: Assessment,
  compared: Compared,
): AssessmentChange | undefined {
  const [was, is] = [readLeading(before), readLeading(after)];
  const shares = new Map(before.contributions.map(({ id, logOdds }) => [id, logOdds]));
  const indicators = after.contributions.flatMap(({ id, title, logOdds }) => {
    const share = shares.get(id) ?? 0;
    return Math.abs(share - logOdds) < LEAST_LOG_ODDS ? [] : [{ id, title, before: share, after: logOdds }];
  });
  if (Math.abs(was.p - is.p) < LEAST && was.level === is.level && indicators.length === 0) return undefined;
  const causes = new Causes(compared).find({ before: keyClaims(before), after: keyClaims(after) });
  return {
    problem: after.problem,
    title: after.title,
    horizon: after.leading,
    before: was,
    after: is,
    indicators,
    causes: causes.length === 0 ? [{ type: 'time', known: compared.asOf }] : causes,
  };
}

function readLeading({ horizons, leading, level }: Assessment): AssessmentChange['before'] {
  const shown = horizons.find(({ days }) => days === leading) ?? horizons[0]!;
  return { p: shown.probability.p, level };
}

/** What it rests on: what indicators are seen in, and the incidents of its base rate. */
function keyClaims({ contributions, baseRate }: Assessment): ReadonlySet<string> {
  return new Set(
    [
      ...contributions.flatMap(({ tree }) => tree.reports.flatMap(({ claims }) => claims)),
      ...baseRate.incidents.flatMap(({ claims }) => claims),
    ].map(makeClaimKey),
  );
}
