import type { Replay, ReplayMean } from '../../../model/replay.ts';
import { Phrase } from '../components/Phrase.tsx';
import { When } from '../components/When.tsx';
import { describeHorizon } from '../words/probability.ts';
import { describeFalseAlarms, describeFewness, describeHits } from '../words/score.ts';
import { REPLAY_TABLES } from '../words/text/replay.ts';

/** A mean with its interval, in three decimals. */
function formatMean(value: ReplayMean | undefined): string {
  if (value === undefined) return '–';
  const [mean, low, high] = [value.mean, value.low, value.high].map((each) =>
    each?.toFixed(3).replace('-', '−'),
  );
  return low === undefined || high === undefined ? `${mean}` : REPLAY_TABLES.mean(`${mean}`, low, high);
}

function Alarms({ alarms }: Pick<Replay, 'alarms'>) {
  return (
    <section aria-labelledby="replay-alarms">
      <h2 id="replay-alarms">{REPLAY_TABLES.warnings}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="table-frame" tabIndex={0} aria-labelledby="replay-alarms">
        <table className="replay-table">
          <thead>
            <tr>
              <th scope="col">{REPLAY_TABLES.level}</th>
              <th scope="col">{REPLAY_TABLES.outcomes}</th>
              <th scope="col">{REPLAY_TABLES.falseAlarms}</th>
              <th scope="col">{REPLAY_TABLES.stood}</th>
              <th scope="col">{REPLAY_TABLES.leads}</th>
            </tr>
          </thead>
          <tbody>
            {alarms.map((row) => (
              <tr key={row.level}>
                <th scope="row">{row.level}</th>
                <td>{describeHits(row)}</td>
                <td>{describeFalseAlarms(row)}</td>
                <td>{REPLAY_TABLES.ofTheTime(Math.round(row.share * 100), row.isStanding)}</td>
                <td>{row.hits.length === 0 ? '–' : row.hits.map(({ lead }) => lead).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Scores({ scores }: Pick<Replay, 'scores'>) {
  return (
    <section aria-labelledby="replay-scores">
      <h2 id="replay-scores">{REPLAY_TABLES.scores}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="table-frame" tabIndex={0} aria-labelledby="replay-scores">
        <table className="replay-table">
          <thead>
            <tr>
              <th scope="col">{REPLAY_TABLES.horizon}</th>
              <th scope="col">{REPLAY_TABLES.settled}</th>
              <th scope="col">{REPLAY_TABLES.yes}</th>
              <th scope="col">{REPLAY_TABLES.brier}</th>
              <th scope="col">{REPLAY_TABLES.baseRate}</th>
              <th scope="col">{REPLAY_TABLES.gain}</th>
            </tr>
          </thead>
          <tbody>
            {scores.map((row) => (
              <tr key={row.horizon}>
                <th scope="row">{describeHorizon(row.horizon)}</th>
                <td>{REPLAY_TABLES.settledOf(row.settled, row.open, row.void)}</td>
                <td>{REPLAY_TABLES.yesOf(row.yes, row.outcomes ?? 0)}</td>
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
      </section>
      <p className="note">{REPLAY_TABLES.note}</p>
    </section>
  );
}

/** Warnings against outcomes, when the level changed, and the scores. */
export function ReplayTables({ replay }: { readonly replay: Replay }) {
  const { warnings, outcomes } = replay;
  return (
    <>
      <section aria-labelledby="replay-changes">
        <h2 id="replay-changes">{REPLAY_TABLES.changes}</h2>
        {warnings.length === 0 ? (
          <p className="muted">{REPLAY_TABLES.noChange}</p>
        ) : (
          <ol className="replay-changes">
            {warnings.map(({ asOf, from, to, p }) => (
              <li key={asOf}>
                <Phrase words={REPLAY_TABLES.change} parts={{ when: <When value={asOf} />, from, to }} />{' '}
                <span className="muted">{Math.round(p * 100)}%</span>
              </li>
            ))}
          </ol>
        )}
        {outcomes.length > 0 && (
          <p>
            <Phrase
              words={REPLAY_TABLES.happened}
              parts={{
                days: outcomes.map(({ incident, day }, at) => (
                  <span key={incident}>
                    {at > 0 && ', '}
                    <When value={day} />
                  </span>
                )),
              }}
            />
          </p>
        )}
      </section>
      <Alarms alarms={replay.alarms} />
      <Scores scores={replay.scores} />
    </>
  );
}
