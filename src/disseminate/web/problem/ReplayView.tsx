import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Assessment } from '../../../model/forecast.ts';
import { formatPercent } from '../../../model/probability.ts';
import type { Replay } from '../../../model/replay.ts';
import { useReplay } from '../api/picture.ts';
import { ProbabilityBar } from '../charts/ProbabilityBar.tsx';
import { ReplayChart } from '../charts/ReplayChart.tsx';
import { useAsOf } from '../components/instant.ts';
import { Fetched } from '../components/Page.tsx';
import { Empty } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { describeHorizon } from '../words/probability.ts';
import { CAME_WORDS, REPLAY } from '../words/text/replay.ts';

import { ReplayForm } from './ReplayForm.tsx';
import { ReplayTables } from './ReplayTables.tsx';
import { chooseReplay, findHorizon } from './replay.ts';

const problemRoute = getRouteApi('/problems/$id');

/** One moment of a replay, and the way to what was known then. */
function Moment({ replay, index, horizon, titles }: MomentProps) {
  const step = replay.steps[index]!;
  const { probability, baseRate, outcome, filed } = findHorizon(step, horizon);
  return (
    <section className="replay-moment" aria-live="polite">
      <h2>
        <When value={step.asOf} />
      </h2>
      <p className="replay-number">
        <strong>{formatPercent(probability.p)}</strong> {probability.word}
        <span className="muted">
          {' '}
          {REPLAY.moment(formatPercent(baseRate.p), step.level, CAME_WORDS[outcome])}
        </span>
      </p>
      <ProbabilityBar probability={probability} baseRate={baseRate} />
      <p>
        {filed === undefined ? (
          <span className="muted">{REPLAY.nothingOnRecord}</span>
        ) : (
          REPLAY.onRecord({
            p: formatPercent(filed.p),
            level: filed.level,
            number: filed.number,
            likeness: filed.likeness,
            isOtherVersion: filed.otherVersion === true,
          })
        )}
      </p>
      {step.observed.length > 0 && (
        <p className="muted">
          {step.observed
            .map(({ id, logOdds }) => `${logOdds < 0 ? '−' : '+'} ${titles.get(id) ?? id}`)
            .join('; ')}
        </p>
      )}
      <p>
        <Link to="." search={(search) => ({ ...search, asOf: step.asOf, show: 'why' })}>
          {REPLAY.knownThen}
        </Link>
      </p>
    </section>
  );
}

interface MomentProps {
  readonly replay: Replay;
  readonly index: number;
  readonly horizon: number;
  readonly titles: ReadonlyMap<string, string>;
}

function Found({ replay, assessment, horizon }: FoundProps) {
  const [chosen, choose] = useState(replay.steps.length - 1);
  const titles = new Map(assessment.contributions.map(({ id, title }) => [id, title]));
  if (replay.steps.length === 0)
    return (
      <Empty title={REPLAY.none}>
        <p>{REPLAY.noneHint}</p>
      </Empty>
    );
  const at = Math.min(chosen, replay.steps.length - 1);
  return (
    <>
      <h2>
        {describeHorizon(horizon)}{' '}
        <span className="muted">{REPLAY.found(replay.steps.length, replay.outcomes.length)}</span>
      </h2>
      <ReplayChart replay={replay} horizon={horizon} chosen={at} onChoose={choose} />
      <Moment replay={replay} index={at} horizon={horizon} titles={titles} />
      <ReplayTables replay={replay} />
    </>
  );
}

interface FoundProps {
  readonly replay: Replay;
  readonly assessment: Assessment;
  readonly horizon: number;
}

interface ReplayViewProps {
  readonly problem: string;
  readonly assessment: Assessment;
}

/** What would have been warned when, by what was known at each moment, against what came and what was filed. */
export function ReplayView({ problem, assessment }: ReplayViewProps) {
  const search = problemRoute.useSearch();
  const asOf = useAsOf();
  const choice = chooseReplay(search, assessment.asOf);
  const replay = useReplay(problem, choice, asOf);
  const horizon = Number(search.horizon ?? assessment.leading);
  return (
    <>
      <p className="muted">{REPLAY.note}</p>
      <ReplayForm key={JSON.stringify(choice)} assessment={assessment} choice={choice} />
      <Fetched query={replay} label={REPLAY.running}>
        {(found) => <Found replay={found} assessment={assessment} horizon={horizon} />}
      </Fetched>
    </>
  );
}
