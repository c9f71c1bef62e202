import type { Assessment } from '../../../model/forecast.ts';
import { formatPercent } from '../../../model/probability.ts';
import type { ScoreRow } from '../../../model/score.ts';
import { useRecord, useScores } from '../api/record.ts';
import { ProbabilityBar } from '../charts/ProbabilityBar.tsx';
import { useAsOf } from '../components/instant.ts';
import { Phrase } from '../components/Phrase.tsx';
import { Empty, Failed, Loading } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import { ScoreFacts } from '../score/ScoreFacts.tsx';
import { WarningFacts } from '../score/WarningFacts.tsx';
import { OUTCOME_WORDS } from '../words/picture.ts';
import { describeHorizon } from '../words/probability.ts';
import { COMMON } from '../words/text/common.ts';
import { RECORD } from '../words/text/record.ts';

import { type FiledForecast, listForecasts } from './ledger.ts';

function Scores({ problem, scores }: { readonly problem: string; readonly scores: readonly ScoreRow[] }) {
  const report = useScores(useAsOf(), problem);
  return (
    <section aria-label={RECORD.scores}>
      <div className="scores">
        {scores.map((row) => (
          <ScoreFacts key={`${row.horizon} ${row.isReplay}`} row={row} problem={problem} />
        ))}
      </div>
      {report.data?.warnings.map((score) => (
        <WarningFacts key={String(score.isReplay)} score={score} />
      ))}
    </section>
  );
}

function Outcome({ settlement }: Pick<FiledForecast, 'settlement'>) {
  if (settlement === undefined) return <span className="muted">{RECORD.open}</span>;
  const outcome = OUTCOME_WORDS[settlement.outcome];
  return (
    <>
      {settlement.day === undefined ? (
        outcome
      ) : (
        <Phrase words={RECORD.settled} parts={{ outcome, day: <When value={settlement.day} /> }} />
      )}
      {settlement.late === true && `, ${RECORD.late}`}
    </>
  );
}

function LedgerRow({ filed }: { readonly filed: FiledForecast }) {
  const { entry, forecast, settlement } = filed;
  return (
    <li>
      <Door to={{ kind: 'entry', problem: forecast.problem, number: entry.number }} className="ledger-row">
        <span className="muted">{RECORD.number(entry.number)}</span>
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

interface LedgerProps {
  readonly query: ReturnType<typeof useRecord>;
  readonly total: number;
}

function Ledger({ query, total }: LedgerProps) {
  const all = listForecasts(query.data?.pages.flatMap(({ entries }) => entries) ?? []);
  if (all.length === 0) {
    return (
      <Empty title={RECORD.none}>
        <p>{RECORD.noneHint}</p>
      </Empty>
    );
  }
  return (
    <section className="ledger" aria-labelledby="ledger">
      <h2 id="ledger">
        {RECORD.ledger} <span className="muted">{RECORD.newestFirst(total)}</span>
      </h2>
      <ol>
        {all.map((filed) => (
          <LedgerRow key={filed.entry.number} filed={filed} />
        ))}
      </ol>
      {query.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {RECORD.earlier(total - all.length)}
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
  const query = useRecord(problem, useAsOf());
  const { baseRate } = assessment;
  if (query.isPending) return <Loading label={RECORD.fetching} lines={10} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { scores, total } = query.data.pages[0]!;
  return (
    <div
      className={query.isPlaceholderData ? 'fetched is-old' : 'fetched'}
      aria-busy={query.isPlaceholderData}
    >
      <Scores problem={problem} scores={scores} />
      <p className="record-base">
        <Door to={{ kind: 'base', problem }}>
          {RECORD.baseRate(
            baseRate.horizons.map(({ days, probability }) =>
              COMMON.rate(formatPercent(probability.p), describeHorizon(days)),
            ),
          )}
        </Door>
        {baseRate.notes.map((note) => (
          <span key={note} className="note">
            {note}
          </span>
        ))}
      </p>
      <Ledger query={query} total={total} />
    </div>
  );
}
