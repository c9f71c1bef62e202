import type { ReactNode } from 'react';
import type { ScoreFigures } from '../../../model/score.ts';
import { Reliability } from '../charts/Reliability.tsx';
import { Door } from '../evidence/Door.tsx';
import { describeHorizon } from '../words/probability.ts';
import { describeFewness, describeSettled, formatScore, formatSkill } from '../words/score.ts';
import { SCORE } from '../words/text/score.ts';

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

interface ScoreFactsProps {
  readonly row: ScoreFigures;
  /** Whose they are; those of all problems without. */
  readonly problem?: string;
}

/** How forecasts of one horizon did, with what is to be known before anything is read into it. */
export function ScoreFacts({ row, problem }: ScoreFactsProps) {
  const { horizon, isReplay } = row;
  const all = { kind: 'scored', ...(problem !== undefined && { problem }), horizon, isReplay } as const;
  const open = (words: string) => (row.settled === 0 ? words : <Door to={all}>{words}</Door>);
  return (
    <div className="score">
      <h3>
        {describeHorizon(row.horizon)}
        {row.isReplay && <span className="muted"> {SCORE.inReplay}</span>}
      </h3>
      <dl className="score-facts">
        <Fact name={SCORE.settled}>{open(describeSettled(row))}</Fact>
        <Fact name={SCORE.skill} title={SCORE.skillHint}>
          {open(row.isEnough ? formatSkill(row) : row.settled === 0 ? '–' : SCORE.tooFew(formatSkill(row)))}
        </Fact>
        <Fact name={SCORE.brier} title={SCORE.brierHint}>
          {open(SCORE.besideBaseRate(formatScore(row.brier), formatScore(row.baseRateBrier)))}
        </Fact>
        <Fact name={SCORE.log} title={SCORE.logHint}>
          {open(SCORE.besideBaseRate(formatScore(row.logScore), formatScore(row.baseRateLogScore)))}
        </Fact>
        <Fact name={SCORE.calibration} title={SCORE.calibrationHint}>
          {open(formatScore(row.calibrationError))}
        </Fact>
      </dl>
      {row.settled > 0 ? (
        <>
          {!row.isEnough && <p className="note">{describeFewness(row)}</p>}
          <Reliability bins={row.bins} of={all} />
        </>
      ) : (
        <p className="muted">{SCORE.nothingSettled}</p>
      )}
    </div>
  );
}
