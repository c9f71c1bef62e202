import type { Replay, ReplayMean } from '../../../model/replay.ts';
import { When } from '../components/When.tsx';
import { describeHorizon } from '../words/probability.ts';
import { describeFalseAlarms, describeFewness, describeHits } from '../words/score.ts';
import { count } from '../words/vocabulary.ts';

/** A mean with its interval, in three decimals. */
function formatMean(value: ReplayMean | undefined): string {
  if (value === undefined) return '–';
  const [mean, low, high] = [value.mean, value.low, value.high].map((each) =>
    each?.toFixed(3).replace('-', '−'),
  );
  return low === undefined ? `${mean}` : `${mean} (${low} to ${high})`;
}

function Alarms({ alarms }: Pick<Replay, 'alarms'>) {
  return (
    <section aria-labelledby="replay-alarms">
      <h2 id="replay-alarms">Warnings</h2>
      <div className="table-frame">
        <table className="replay-table">
          <thead>
            <tr>
              <th scope="col">Level or above</th>
              <th scope="col">Outcomes</th>
              <th scope="col">False alarms</th>
              <th scope="col">Stood</th>
              <th scope="col">Days before each hit</th>
            </tr>
          </thead>
          <tbody>
            {alarms.map((row) => (
              <tr key={row.level}>
                <th scope="row">{row.level}</th>
                <td>{describeHits(row)}</td>
                <td>{describeFalseAlarms(row)}</td>
                <td>
                  {Math.round(row.share * 100)}% of the time{row.isStanding && ', and does at the end'}
                </td>
                <td>{row.hits.length === 0 ? '–' : row.hits.map(({ lead }) => lead).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Scores({ scores }: Pick<Replay, 'scores'>) {
  return (
    <section aria-labelledby="replay-scores">
      <h2 id="replay-scores">Scores</h2>
      <div className="table-frame">
        <table className="replay-table">
          <thead>
            <tr>
              <th scope="col">Horizon</th>
              <th scope="col">Settled</th>
              <th scope="col">Yes</th>
              <th scope="col">Brier score</th>
              <th scope="col">Of the base rate</th>
              <th scope="col">Gain</th>
            </tr>
          </thead>
          <tbody>
            {scores.map((row) => (
              <tr key={row.horizon}>
                <th scope="row">{describeHorizon(row.horizon)}</th>
                <td>
                  {row.settled}
                  {row.open > 0 && `, ${row.open} open`}
                  {row.void > 0 && `, ${row.void} void`}
                </td>
                <td>
                  {row.yes} ({count(row.outcomes ?? 0, 'incident')})
                </td>
                <td>{formatMean(row.brier)}</td>
                <td>{formatMean(row.baseRateBrier)}</td>
                <td>
                  {formatMean(row.gain)}
                  {!row.isEnough && <span className="note">{describeFewness(row)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">
        Intervals of 95 %, by resampling blocks of days as long as the horizon: neighbouring days look at the
        same outcomes.
      </p>
    </section>
  );
}

/** Warnings against outcomes, when the level changed, and the scores. */
export function ReplayTables({ replay }: { readonly replay: Replay }) {
  const { warnings, outcomes } = replay;
  return (
    <>
      <section aria-labelledby="replay-changes">
        <h2 id="replay-changes">Changes of level</h2>
        {warnings.length === 0 ? (
          <p className="muted">None.</p>
        ) : (
          <ol className="replay-changes">
            {warnings.map(({ asOf, from, to, p }) => (
              <li key={asOf}>
                <When value={asOf} /> {from} → {to} <span className="muted">{Math.round(p * 100)}%</span>
              </li>
            ))}
          </ol>
        )}
        {outcomes.length > 0 && (
          <p>
            It happened on{' '}
            {outcomes.map(({ incident, day }, at) => (
              <span key={incident}>
                {at > 0 && ', '}
                <When value={day} />
              </span>
            ))}
            .
          </p>
        )}
      </section>
      <Alarms alarms={replay.alarms} />
      <Scores scores={replay.scores} />
    </>
  );
}
