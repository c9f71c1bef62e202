import { useState } from 'react';
import type { ForecastRecord } from '../../../model/desk.ts';
import type { Assessment, ScoreRow } from '../../../model/forecast.ts';
import { formatPercent } from '../../../model/probability.ts';
import { useRecord } from '../api/picture.ts';
import { ProbabilityBar } from '../charts/ProbabilityBar.tsx';
import { Reliability } from '../charts/Reliability.tsx';
import { useAsOf } from '../components/instant.ts';
import { Fetched } from '../components/Page.tsx';
import { Empty } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import { OUTCOME_WORDS } from '../words/picture.ts';
import { describeHorizon } from '../words/probability.ts';
import { count } from '../words/vocabulary.ts';
import { type FiledForecast, listForecasts } from './ledger.ts';

const round = (score: number | undefined) => (score === undefined ? '–' : score.toFixed(3));

function describeSkill(skill: number | undefined): string {
  if (skill === undefined) return '–';
  return `${skill < 0 ? '−' : '+'}${Math.abs(skill).toFixed(2)}`;
}

function Scores({ scores }: { readonly scores: readonly ScoreRow[] }) {
  return (
    <section className="scores" aria-label="Scores">
      {scores.map((row) => (
        <div key={row.horizon} className="score">
          <h2>{describeHorizon(row.horizon)}</h2>
          <dl className="score-facts">
            <div>
              <dt>Settled</dt>
              <dd>
                {row.settled}, of these {row.yes} yes; {row.open} open
                {row.void > 0 && `, ${row.void} void`}
              </dd>
            </div>
            <div>
              <dt title="Mean squared error of the probabilities: 0 is perfect">Brier score</dt>
              <dd>{round(row.brier)}</dd>
            </div>
            <div>
              <dt>Of the base rate alone</dt>
              <dd>{round(row.baseRateBrier)}</dd>
            </div>
            <div>
              <dt title="1 is perfect, 0 is as the base rate, below is worse">Skill</dt>
              <dd>{describeSkill(row.skill)}</dd>
            </div>
            <div>
              <dt title="Mean distance between what was said and how often it came true">
                Calibration error
              </dt>
              <dd>{round(row.calibrationError)}</dd>
            </div>
          </dl>
          {row.replayed > 0 && (
            <p className="note">
              {count(row.replayed, 'forecast')} made in a replay of pages kept before, not while they came in.
            </p>
          )}
          {row.settled > 0 ? (
            <Reliability bins={row.bins} />
          ) : (
            <p className="muted">No forecast is settled yet: there is nothing to score.</p>
          )}
        </div>
      ))}
    </section>
  );
}

function Outcome({ settlement }: Pick<FiledForecast, 'settlement'>) {
  if (settlement === undefined) return <span className="muted">open</span>;
  return (
    <>
      {OUTCOME_WORDS[settlement.outcome]}
      {settlement.day !== undefined && (
        <>
          {', '}
          <When value={settlement.day} />
        </>
      )}
      {settlement.late === true && ', late'}
    </>
  );
}

function LedgerRow({ filed }: { readonly filed: FiledForecast }) {
  const { entry, forecast, settlement } = filed;
  return (
    <li>
      <Door to={{ kind: 'entry', problem: forecast.problem, number: entry.number }} className="ledger-row">
        <span className="muted">no. {entry.number}</span>
        <span>
          <When value={forecast.asOf} />
        </span>
        <span>{describeHorizon(forecast.horizon)}</span>
        <span className="ledger-number">{formatPercent(forecast.probability.p)}</span>
        <span className="ledger-bar">
          <ProbabilityBar probability={forecast.probability} baseRate={forecast.baseRate} />
        </span>
        <span className="ledger-outcome">
          <Outcome settlement={settlement} />
        </span>
      </Door>
    </li>
  );
}

const FIRST = 30;

function Ledger({ record }: { readonly record: ForecastRecord }) {
  const [shown, setShown] = useState(FIRST);
  const all = listForecasts(record.entries);
  if (all.length === 0) {
    return (
      <Empty title="No forecast is on record yet">
        <p>One is filed each day, and whenever the probability changes clearly.</p>
      </Empty>
    );
  }
  return (
    <section className="ledger" aria-labelledby="ledger">
      <h2 id="ledger">
        Ledger <span className="muted">{count(all.length, 'forecast')}, newest first</span>
      </h2>
      <ol>
        {all.slice(0, shown).map((filed) => (
          <LedgerRow key={filed.entry.number} filed={filed} />
        ))}
      </ol>
      {shown < all.length && (
        <button type="button" className="button" onClick={() => setShown(shown + 100)}>
          {all.length - shown} earlier ones
        </button>
      )}
    </section>
  );
}

interface RecordViewProps {
  readonly problem: string;
  readonly assessment: Assessment;
}

/** How the forecasts of a problem did: settled ones are scored, the base rate being what they must beat. */
export function RecordView({ problem, assessment }: RecordViewProps) {
  const record = useRecord(problem, useAsOf());
  const { baseRate } = assessment;
  return (
    <Fetched query={record} label="Fetching the record">
      {(found) => (
        <>
          <Scores scores={found.scores} />
          <p className="record-base">
            <Door to={{ kind: 'base', problem }}>
              Base rate:{' '}
              {baseRate.horizons
                .map(({ days, probability }) => `${formatPercent(probability.p)} in ${describeHorizon(days)}`)
                .join(', ')}
            </Door>
            {baseRate.notes.map((note) => (
              <span key={note} className="note">
                {note}
              </span>
            ))}
          </p>
          <Ledger record={found} />
        </>
      )}
    </Fetched>
  );
}
