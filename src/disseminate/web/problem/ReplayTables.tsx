import type { Replay, ReplayMean } from '../../../model/replay.ts';
import { When } from '../components/When.tsx';
import { describeHorizon } from '../words/probability.ts';
import { count } from '../words/vocabulary.ts';

/** A mean with its interval, in three decimals. */
function formatMean(value: ReplayMean | undefined): string {
  if (value === undefined) return '–';
  const [mean, low, high] = [value.mean, value.low, value.high].map((each) =>
    each.toFixed(3).replace('-', '−'),
  );
  return `${mean} (${low} to ${high})`;
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
              <th scope="col">Alarms</th>
              <th scope="col">Hits</th>
              <th scope="col">False</th>
              <th scope="col">Open</th>
              <th scope="col">False in 30 days</th>
              <th scope="col">Standing</th>
              <th scope="col">Days before each outcome</th>
            </tr>
          </thead>
          <tbody>
            {alarms.map((row) => (
              <tr key={row.level}>
                <th scope="row">{row.level}</th>
                <td>{row.alarms}</td>
                <td>{row.hits}</td>
                <td>{row.false}</td>
                <td>{row.open}</td>
                <td>{row.falsePerMonth.toFixed(1)}</td>
                <td>{Math.round(row.standing * 100)}%</td>
                <td>
                  {row.leads.length === 0
                    ? '–'
                    : row.leads.map(({ days }) => (days === undefined ? 'missed' : days)).join(', ')}
                </td>
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
                  {row.yes} ({count(row.outcomes, 'incident')})
                </td>
                <td>{formatMean(row.brier)}</td>
                <td>{formatMean(row.baseRateBrier)}</td>
                <td>
                  {formatMean(row.gain)}
                  {row.tooFew !== undefined && <span className="note">{row.tooFew}</span>}
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
