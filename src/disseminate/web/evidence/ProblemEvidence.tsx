import type { Assessment, Contribution } from '../../../model/forecast.ts';
import { formatPercent } from '../../../model/probability.ts';
import { useAssessment } from '../api/picture.ts';
import { findEndOfDay } from '../components/end-of-day.ts';
import { useAsOf } from '../components/instant.ts';
import { Limited } from '../components/Limited.tsx';
import { Phrase } from '../components/Phrase.tsx';
import { StateSign } from '../components/StateSign.tsx';
import { When } from '../components/When.tsx';
import { describeDate } from '../words/dates.ts';
import { describeCost, describeCoverage, describeLearned, STATE_EXPLAINED } from '../words/indicators.ts';
import { describeStrength } from '../words/picture.ts';
import { describeBar, describeHorizon } from '../words/probability.ts';
import { COMMON } from '../words/text/common.ts';
import { PROBLEM_EVIDENCE } from '../words/text/evidence.ts';
import { SIGNS } from '../words/text/problem.ts';
import { ClaimLink } from './ClaimLink.tsx';
import { NoSuchEvidence, Section, Shown } from './DrawerParts.tsx';
import { OriginGroups } from './OriginGroups.tsx';

/** What each origin counts for: how far it can be trusted, how old it is, and what is left of it. */
function Readings({ contribution: { readings = [], tree } }: { readonly contribution: Contribution }) {
  if (readings.length === 0) return null;
  const names = new Map(tree.origins.map(({ id, name }) => [id, name]));
  return (
    <Limited items={readings} first={6} className="readings">
      {({ origin, seen, certainty, grade, reliability, weight }) => (
        <li key={origin}>
          {names.get(origin) ?? origin}:{' '}
          <span className="muted">
            {PROBLEM_EVIDENCE.reading(percent(weight), percent(reliability))} · {certainty}
            {grade !== undefined && ` · ${PROBLEM_EVIDENCE.graded(grade)}`} · <When value={seen} />
          </span>
        </li>
      )}
    </Limited>
  );
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

function ContributionEvidence({ contribution }: { readonly contribution: Contribution }) {
  const { title, why, state, window: days, tree, weight, coverage } = contribution;
  const facts = [describeCost(contribution), describeLearned(contribution) ?? ''].filter(
    (fact) => fact !== '',
  );
  return (
    <Section title={title}>
      <p className="muted">
        <StateSign state={state} /> · {describeStrength(contribution)}
        {state === 'observed' && ` · ${PROBLEM_EVIDENCE.weight(percent(weight))}`}
        {days !== undefined && (
          <>
            {' · '}
            <Phrase
              words={PROBLEM_EVIDENCE.window}
              parts={{ from: <When value={days.from} />, to: <When value={days.to} /> }}
            />
          </>
        )}
      </p>
      {facts.length > 0 && <p className="muted">{facts.join(' · ')}</p>}
      <p>{why}</p>
      {days?.follows !== undefined && <Followed {...days.follows} />}
      {state === 'observed' ? (
        <>
          <Readings contribution={contribution} />
          <OriginGroups tree={tree} />
        </>
      ) : (
        <p className="muted">
          {PROBLEM_EVIDENCE.state(STATE_EXPLAINED[state], coverage && describeCoverage(coverage))}
        </p>
      )}
    </Section>
  );
}

/** The incident that the days of a window are counted from. */
function Followed({ day, claims }: NonNullable<NonNullable<Contribution['window']>['follows']>) {
  return (
    <>
      <p className="muted">
        <Phrase words={PROBLEM_EVIDENCE.follows} parts={{ day: <When value={day} /> }} />
      </p>
      {claims.slice(0, 3).map((claim) => (
        <ClaimLink key={`${claim.document} ${claim.claim}`} claim={claim} />
      ))}
    </>
  );
}

function BaseRateEvidence({ assessment }: { readonly assessment: Assessment }) {
  const { baseRate } = assessment;
  const claims = baseRate.incidents.toReversed();
  return (
    <Section title={COMMON.baseRate}>
      <p>
        {PROBLEM_EVIDENCE.baseRate({
          rates: baseRate.horizons.map(({ days, probability }) =>
            COMMON.rate(formatPercent(probability.p), describeHorizon(days)),
          ),
          kept: baseRate.incidents.length,
          history: baseRate.history,
          days: baseRate.days,
        })}
      </p>
      {baseRate.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      <Limited items={claims} first={8} className="refs">
        {({ id, day, claims: told }) => (
          <li key={id}>
            <h4 className="origin-head">
              <When value={day} />
            </h4>
            {told.slice(0, 2).map((claim) => (
              <ClaimLink key={`${claim.document} ${claim.claim}`} claim={claim} />
            ))}
          </li>
        )}
      </Limited>
    </Section>
  );
}

interface ProblemEvidenceProps {
  readonly problem: string;
  readonly part?: string;
  /** UTC day: as of its end; as of the instant of the page unless given. */
  readonly on?: string;
  readonly about: 'problem' | 'base' | 'confidence';
}

function Body({
  assessment,
  part,
  about,
}: { readonly assessment: Assessment } & Omit<ProblemEvidenceProps, 'problem' | 'on'>) {
  if (about === 'base') return <BaseRateEvidence assessment={assessment} />;
  const { contributions } = assessment;
  if (part !== undefined) {
    const found = contributions.find(({ id }) => id === part);
    return found === undefined ? <NoSuchEvidence /> : <ContributionEvidence contribution={found} />;
  }
  const observed = contributions.filter(({ state }) => state === 'observed');
  return (
    <>
      {about === 'confidence' ? (
        <Section title={PROBLEM_EVIDENCE.confidence(assessment.confidence)}>
          <p>{assessment.confidenceWhy}</p>
        </Section>
      ) : (
        <Section title={PROBLEM_EVIDENCE.probability}>
          {assessment.horizons.map(({ days, probability, baseRate }) => (
            <p key={days}>{PROBLEM_EVIDENCE.horizon(days, describeBar(probability, baseRate))}</p>
          ))}
        </Section>
      )}
      {observed.length === 0 && <p className="muted">{PROBLEM_EVIDENCE.noSign}</p>}
      {observed.map((contribution) => (
        <ContributionEvidence key={contribution.id} contribution={contribution} />
      ))}
      {about === 'problem' && <BaseRateEvidence assessment={assessment} />}
    </>
  );
}

/** What a probability, one of its reasons or the confidence in it rests on. */
export function ProblemEvidence({ problem, on, ...rest }: ProblemEvidenceProps) {
  const instant = findEndOfDay(on, useAsOf());
  const assessment = useAssessment(problem, instant);
  return (
    <Shown query={assessment}>
      {(found) => (
        <>
          {on !== undefined && <p className="drawer-day">{SIGNS.asOfDay(describeDate(on))}</p>}
          <Body assessment={found} {...rest} />
        </>
      )}
    </Shown>
  );
}
