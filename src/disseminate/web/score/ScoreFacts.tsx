import type { ReactNode } from 'react';
import type { ScoreFigures } from '../../../model/score.ts';
import { Reliability } from '../charts/Reliability.tsx';
import { describeHorizon } from '../words/probability.ts';
import { describeFewness, describeSettled, formatScore, formatSkill } from '../words/score.ts';

interface FactProps {
  readonly name: string;
  readonly title?: string;
  readonly children: ReactNode;
}

function Fact({ name, title, children }: FactProps) {
  return (
    <div>
      <dt title={title}>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How forecasts of one horizon did, with what is to be known before anything is read into it. */
export function ScoreFacts({ row }: { readonly row: ScoreFigures }) {
  return (
    <div className="score">
      <h3>
        {describeHorizon(row.horizon)}
        {row.isReplay && <span className="muted"> made in a replay</span>}
      </h3>
      <dl className="score-facts">
        <Fact name="Settled">{describeSettled(row)}</Fact>
        <Fact
          name="Skill"
          title="1 is perfect, 0 is as the base rate, below is worse; with its interval of 95%"
        >
          {row.isEnough
            ? formatSkill(row)
            : row.settled === 0
              ? '–'
              : `too few to say; so far ${formatSkill(row)}`}
        </Fact>
        <Fact name="Brier score" title="Mean squared error of the probabilities: 0 is perfect">
          {formatScore(row.brier)}, of the base rate alone {formatScore(row.baseRateBrier)}
        </Fact>
        <Fact
          name="Log score"
          title="Mean of minus the logarithm of what was given to what came about: 0 is perfect"
        >
          {formatScore(row.logScore)}, of the base rate alone {formatScore(row.baseRateLogScore)}
        </Fact>
        <Fact name="Calibration error" title="Mean distance between what was said and how often it came true">
          {formatScore(row.calibrationError)}
        </Fact>
      </dl>
      {row.settled > 0 ? (
        <>
          {!row.isEnough && <p className="note">{describeFewness(row)}</p>}
          <Reliability bins={row.bins} />
        </>
      ) : (
        <p className="muted">No forecast is settled yet: there is nothing to score.</p>
      )}
    </div>
  );
}
