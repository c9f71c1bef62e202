import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Assessment } from '../../../model/forecast.ts';
import { formatInterval, formatPercent } from '../../../model/probability.ts';
import { ConfidenceBars, LevelTag } from '../charts/Level.tsx';
import { ProbabilityBar } from '../charts/ProbabilityBar.tsx';
import { WaterfallChart } from '../charts/Waterfall.tsx';
import { Phrase } from '../components/Phrase.tsx';
import { StateSign } from '../components/StateSign.tsx';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import { describeCoverage, describeWeights, STATE_EXPLAINED } from '../words/indicators.ts';
import { describeCounts, describeStrength } from '../words/picture.ts';
import { describeBar, describeHorizon } from '../words/probability.ts';
import { WATERFALL } from '../words/text/charts.ts';
import { WHY } from '../words/text/problem-page.ts';
import { WhatWouldChange } from './WhatWouldChange.tsx';

type Horizon = Assessment['horizons'][number];

/** The bottom line: each horizon's probability, the level, and apart from them the confidence with its reason. */
function BottomLine({ assessment }: { readonly assessment: Assessment }) {
  const { problem, horizons, leading, level, told, confidence, confidenceWhy } = assessment;
  return (
    <section className="bottom-line" aria-label={WHY.bottomLine}>
      <ul className="horizons">
        {horizons.map(({ days, probability, baseRate }) => (
          <li key={days} className="horizon">
            <p className="muted">{WHY.within(days)}</p>
            <Door to={{ kind: 'problem', problem }} className="now-number">
              <span className="number">{formatPercent(probability.p)}</span>{' '}
              <span className="word">{probability.word}</span>
            </Door>
            <Door
              to={{ kind: 'problem', problem }}
              className="now-bar"
              label={describeBar(probability, baseRate)}
            >
              <ProbabilityBar probability={probability} baseRate={baseRate} />
            </Door>
            <p className="now-facts">
              <Door to={{ kind: 'problem', problem }}>{WATERFALL.interval(formatInterval(probability))}</Door>
              <Door to={{ kind: 'base', problem }}>{WHY.baseRate(formatPercent(baseRate.p))}</Door>
            </p>
            {days === leading && (
              <p className="now-level">
                <Door to={{ kind: 'problem', problem }}>
                  <LevelTag level={level} />
                </Door>
                {told !== undefined && <span className="muted">{WHY.told(told)}</span>}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="confidence-why">
        <Door to={{ kind: 'confidence', problem }}>
          <ConfidenceBars confidence={confidence} />
        </Door>
        <span className="muted">
          <Door to={{ kind: 'confidence', problem }} isBeside>
            {confidenceWhy}
          </Door>
        </span>
      </p>
    </section>
  );
}

function HorizonChoice({
  horizons,
  chosen,
}: {
  readonly horizons: readonly Horizon[];
  readonly chosen: Horizon;
}) {
  if (horizons.length < 2) return null;
  return (
    <nav className="views choice" aria-label={WHY.horizon}>
      {horizons.map(({ days }) => (
        <Link
          key={days}
          to="."
          search={(search) => ({ ...search, horizon: String(days) })}
          replace
          resetScroll={false}
          className="view"
          activeProps={{}}
          aria-current={days === chosen.days ? 'true' : undefined}
        >
          {describeHorizon(days)}
        </Link>
      ))}
    </nav>
  );
}

/** In the order in which a silence weighs. */
const SILENCES = ['looked and not seen', 'not observed', 'cannot be seen'] as const;

/** What is not reported, by what that means; beside each silence stands how many of those who would break it are there. */
function Silences({ assessment }: { readonly assessment: Assessment }) {
  const groups = SILENCES.map((state) => ({
    state,
    unseen: assessment.contributions.filter((each) => each.state === state),
  })).filter(({ unseen }) => unseen.length > 0);
  if (groups.length === 0) return null;
  return (
    <section className="quiet" aria-labelledby="silences">
      <h2 id="silences">{WHY.notReported}</h2>
      {groups.map(({ state, unseen }) => (
        <Fragment key={state}>
          <h3 className="silence">
            <StateSign state={state} /> <span className="muted">{STATE_EXPLAINED[state]}</span>
          </h3>
          <ul>
            {unseen.map((contribution) => (
              <li key={contribution.id}>
                <Door to={{ kind: 'problem', problem: assessment.problem, part: contribution.id }}>
                  {contribution.title}
                </Door>{' '}
                <span className="muted">
                  {describeStrength(contribution)}
                  {contribution.coverage !== undefined && ` · ${describeCoverage(contribution.coverage)}`}
                </span>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </section>
  );
}

/** Whether the weights are words or learned, and which of the sources are there. */
function Grounds({ assessment: { problem, weights, coverage } }: { readonly assessment: Assessment }) {
  const dead = coverage?.dead ?? [];
  return (
    <>
      {coverage !== undefined && (
        <p className="muted">
          <Door to={{ kind: 'confidence', problem }}>{WHY.sources(describeCoverage(coverage))}</Door>
          {dead.map(({ name, lastHeard }) => (
            <Fragment key={name}>
              {' '}
              <span className="is-dead">
                <Phrase words={WHY.lastHeard} parts={{ name, when: <When value={lastHeard} /> }} />
              </span>
            </Fragment>
          ))}
        </p>
      )}
      {weights !== undefined && <p className="muted">{describeWeights(weights)}</p>}
    </>
  );
}

/** Signs that are observed and add nothing of their own: special cases of another, or the same origins once more. */
function CountedOnce({ assessment }: { readonly assessment: Assessment }) {
  const idle = assessment.contributions.filter(({ state, logOdds }) => state === 'observed' && logOdds === 0);
  if (idle.length === 0) return null;
  return (
    <section className="quiet" aria-labelledby="counted-once">
      <h2 id="counted-once">{WHY.countedOnce}</h2>
      <ul>
        {idle.map((contribution) => (
          <li key={contribution.id}>
            <Door to={{ kind: 'problem', problem: assessment.problem, part: contribution.id }}>
              {contribution.title}
            </Door>{' '}
            <span className="muted">
              <Door to={{ kind: 'problem', problem: assessment.problem, part: contribution.id }} isBeside>
                {describeCounts(contribution.tree)}
              </Door>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Gaps({ gaps }: Pick<Assessment, 'gaps'>) {
  if (gaps.length === 0) return null;
  return (
    <section className="quiet" aria-labelledby="gaps">
      <h2 id="gaps">{WHY.gaps}</h2>
      <ul className="gaps">
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </section>
  );
}

interface WhyViewProps {
  readonly assessment: Assessment;
  /** Days; the leading horizon where there is none of these. */
  readonly horizon: number;
}

/** Why the probability is what it is. */
export function WhyView({ assessment, horizon }: WhyViewProps) {
  const { horizons, leading } = assessment;
  const chosen =
    horizons.find(({ days }) => days === horizon) ?? horizons.find(({ days }) => days === leading);
  return (
    <>
      <BottomLine assessment={assessment} />
      {chosen !== undefined && (
        <section className="why" aria-labelledby="why">
          <div className="why-head">
            <h2 id="why">{WHY.steps}</h2>
            <HorizonChoice horizons={horizons} chosen={chosen} />
          </div>
          <WaterfallChart assessment={assessment} horizon={chosen} />
          <Grounds assessment={assessment} />
        </section>
      )}
      {chosen !== undefined && <WhatWouldChange assessment={assessment} horizon={chosen} />}
      <div className="quiet-columns">
        <CountedOnce assessment={assessment} />
        <Silences assessment={assessment} />
        <Gaps gaps={assessment.gaps} />
      </div>
    </>
  );
}
