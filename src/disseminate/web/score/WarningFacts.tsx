import type { LevelScore, WarningScore } from '../../../model/score.ts';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import { describeFalseAlarms, describeHits, describeLead } from '../words/score.ts';
import { count } from '../words/vocabulary.ts';

function Days({ problem, level }: { readonly problem: string; readonly level: LevelScore }) {
  const { hits, misses, falseAlarms } = level;
  if (hits.length + misses.length + falseAlarms.length === 0) return null;
  return (
    <details>
      <summary>Which</summary>
      <ul className="score-days">
        {hits.map(({ day, lead, settlement }) => (
          <li key={`hit ${settlement}`}>
            <Door to={{ kind: 'entry', problem, number: settlement }}>
              hit on <When value={day} />, {describeLead(lead)} before
            </Door>
          </li>
        ))}
        {misses.map(({ day, settlement }) => (
          <li key={`miss ${settlement}`}>
            <Door to={{ kind: 'entry', problem, number: settlement }}>
              missed on <When value={day} />
            </Door>
          </li>
        ))}
        {falseAlarms.map(({ from, to, entry }) => (
          <li key={`false ${entry}`}>
            <Door to={{ kind: 'entry', problem, number: entry }}>
              false from <When value={from} /> to <When value={to} />
            </Door>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What warnings at each level were worth, with the entries that show it. */
export function WarningFacts({ score }: { readonly score: WarningScore }) {
  return (
    <div className="score-warnings">
      <h3>Warnings{score.isReplay && <span className="muted"> made in a replay</span>}</h3>
      <p className="muted">
        {count(score.outcomes, 'outcome')} after the first forecast
        {!score.isEnough && '; too few to say more than what happened'}
      </p>
      <table className="score-levels">
        <thead>
          <tr>
            <th scope="col">At or above</th>
            <th scope="col">Outcomes</th>
            <th scope="col">Lead (median)</th>
            <th scope="col">False alarms</th>
            <th scope="col" title="A level that always stands misses nothing and warns of nothing">
              Stood
            </th>
          </tr>
        </thead>
        <tbody>
          {score.levels.map((level) => (
            <tr key={level.level}>
              <th scope="row">{level.level}</th>
              <td>
                {describeHits(level)}
                <Days problem={score.problem} level={level} />
              </td>
              <td>{describeLead(level.lead)}</td>
              <td>{describeFalseAlarms(level)}</td>
              <td>{Math.round(level.share * 100)}% of the time</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
