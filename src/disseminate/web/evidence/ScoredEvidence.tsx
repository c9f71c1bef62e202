import type { ScoreBin, ScoreReport, ScoreRow } from '../../../model/score.ts';
import { useEntry, useScores } from '../api/record.ts';
import { useAsOf } from '../components/instant.ts';
import { Limited } from '../components/Limited.tsx';
import { Failed, Loading } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { listForecasts } from '../problem/ledger.ts';
import { OUTCOME_WORDS } from '../words/picture.ts';
import { describeBar } from '../words/probability.ts';
import { describeBin, describeSettled } from '../words/score.ts';
import { RELIABILITY } from '../words/text/charts.ts';
import { SCORED_EVIDENCE } from '../words/text/evidence.ts';
import { RECORD } from '../words/text/record.ts';
import { findTenth, type ScoredForecasts } from './address.ts';
import { Door } from './Door.tsx';
import { NoSuchEvidence, Section, Shown } from './DrawerParts.tsx';

/** A forecast in one line, with how it came out: a door to all that is on record of it. */
function ForecastLine({ problem, number }: { readonly problem: string; readonly number: number }) {
  const { data, isPending, error, refetch } = useEntry(problem, { entry: number, asOf: useAsOf() });
  if (isPending) return <Loading label={SCORED_EVIDENCE.fetching} lines={1} />;
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  return listForecasts(data.entries).map(({ entry, forecast, settlement }) => (
    <Door key={entry.number} to={{ kind: 'entry', problem, number: entry.number }}>
      {RECORD.number(entry.number)}, <When value={forecast.asOf} />:{' '}
      {describeBar(forecast.probability, forecast.baseRate)}
      {settlement !== undefined && `; ${OUTCOME_WORDS[settlement.outcome]}`}
    </Door>
  ));
}

function Bin({ problem, bin }: { readonly problem: string; readonly bin: ScoreBin }) {
  const { entries, count } = bin;
  return (
    <>
      <p>{RELIABILITY.binTitle(count, describeBin(bin))}</p>
      {entries.length < count && <p className="muted">{SCORED_EVIDENCE.latest(entries.length)}</p>}
      <Limited items={entries.toReversed()} first={4} className="refs">
        {(number) => (
          <li key={number}>
            <ForecastLine problem={problem} number={number} />
          </li>
        )}
      </Limited>
    </>
  );
}

function chooseBins({ bins }: ScoreRow, tenth: number | undefined): readonly ScoreBin[] {
  return tenth === undefined ? bins : bins.filter(({ from }) => findTenth(from) === tenth);
}

function Rows({ report, of }: { readonly report: ScoreReport; readonly of: ScoredForecasts }) {
  const rows = report.rows
    .filter(({ horizon, isReplay }) => horizon === of.horizon && isReplay === of.isReplay)
    .map((row) => ({ row, bins: chooseBins(row, of.bin) }))
    .filter(({ bins }) => bins.length > 0);
  if (rows.length === 0) return <NoSuchEvidence />;
  return rows.map(({ row, bins }) => (
    <Section key={row.problem} title={SCORED_EVIDENCE.title(row)}>
      {of.problem === undefined && <p className="muted">{row.problem}</p>}
      {of.bin === undefined && <p>{describeSettled(row)}</p>}
      {bins.map((bin) => (
        <Bin key={bin.from} problem={row.problem} bin={bin} />
      ))}
    </Section>
  ));
}

/** The settled forecasts behind a score, bin by bin, each with its entry of the ledger. */
export function ScoredEvidence({ of }: { readonly of: ScoredForecasts }) {
  const scores = useScores(useAsOf(), of.problem);
  return <Shown query={scores}>{(report) => <Rows report={report} of={of} />}</Shown>;
}
