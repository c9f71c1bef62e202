import { Link } from '@tanstack/react-router';
import type { Assessment } from '../../../model/forecast.ts';
import { formatInterval, formatPercent } from '../../../model/probability.ts';
import { ConfidenceBars, LevelTag } from '../charts/Level.tsx';
import { ProbabilityBar } from '../charts/ProbabilityBar.tsx';
import { WaterfallChart } from '../charts/Waterfall.tsx';
import { Door } from '../evidence/Door.tsx';
import { describeCounts, describeStrength } from '../words/picture.ts';
import { describeBar, describeHorizon } from '../words/probability.ts';

type Horizon = Assessment['horizons'][number];

/** The bottom line: each horizon's probability, the level, and apart from them the confidence with its reason. */
function BottomLine({ assessment }: { readonly assessment: Assessment }) {
  const { problem, horizons, leading, level, told, confidence, confidenceWhy } = assessment;
  return (
    <section className="bottom-line" aria-label="Bottom line">
      <ul className="horizons">
        {horizons.map(({ days, probability, baseRate }) => (
          <li key={days} className="horizon">
            <p className="muted">In {describeHorizon(days)}</p>
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
              <Door to={{ kind: 'problem', problem }}>{formatInterval(probability)}</Door>
              <Door to={{ kind: 'base', problem }}>base rate {formatPercent(baseRate.p)}</Door>
            </p>
            {days === leading && (
              <p className="now-level">
                <Door to={{ kind: 'problem', problem }}>
                  <LevelTag level={level} />
                </Door>
                {told !== undefined && <span className="muted">told: {told.join('; ')}</span>}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="confidence-why">
        <Door to={{ kind: 'confidence', problem }}>
          <ConfidenceBars confidence={confidence} />
        </Door>
        <span className="muted">{confidenceWhy}</span>
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
    <nav className="views choice" aria-label="Horizon">
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

/** What could be seen and is not reported: listed, for its absence says something, but quietly. */
function NotObserved({ assessment }: { readonly assessment: Assessment }) {
  const unseen = assessment.contributions.filter(({ state }) => state === 'not observed');
  if (unseen.length === 0) return null;
  return (
    <section className="quiet" aria-labelledby="not-observed">
      <h2 id="not-observed">Not observed</h2>
      <ul>
        {unseen.map((contribution) => (
          <li key={contribution.id}>
            <Door to={{ kind: 'problem', problem: assessment.problem, part: contribution.id }}>
              {contribution.title}
            </Door>{' '}
            <span className="muted">{describeStrength(contribution)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Special cases of another sign that is observed, too: they are one sign, and count once. */
function CountedOnce({ assessment }: { readonly assessment: Assessment }) {
  const idle = assessment.contributions.filter(({ state, logOdds }) => state === 'observed' && logOdds === 0);
  if (idle.length === 0) return null;
  return (
    <section className="quiet" aria-labelledby="counted-once">
      <h2 id="counted-once">Observed, counted with another sign</h2>
      <ul>
        {idle.map((contribution) => (
          <li key={contribution.id}>
            <Door to={{ kind: 'problem', problem: assessment.problem, part: contribution.id }}>
              {contribution.title}
            </Door>{' '}
            <span className="muted">{describeCounts(contribution.tree)}</span>
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
      <h2 id="gaps">Cannot be seen</h2>
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
            <h2 id="why">From the base rate to the probability</h2>
            <HorizonChoice horizons={horizons} chosen={chosen} />
          </div>
          <WaterfallChart assessment={assessment} horizon={chosen} />
        </section>
      )}
      <div className="quiet-columns">
        <CountedOnce assessment={assessment} />
        <NotObserved assessment={assessment} />
        <Gaps gaps={assessment.gaps} />
      </div>
    </>
  );
}
