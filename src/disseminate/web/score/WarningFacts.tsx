import type { LevelScore, WarningScore } from '../../../model/score.ts';
import { Phrase } from '../components/Phrase.tsx';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import { describeFalseAlarms, describeHits, describeLead } from '../words/score.ts';
import { SCORE, WARNINGS } from '../words/text/score.ts';

function Days({ problem, level }: { readonly problem: string; readonly level: LevelScore }) {
  const { hits, misses, falseAlarms } = level;
  if (hits.length + misses.length + falseAlarms.length === 0) return null;
  return (
    <details>
      <summary>{WARNINGS.which}</summary>
      <ul className="score-days">
        {hits.map(({ day, lead, settlement }) => (
          <li key={`hit ${settlement}`}>
            <Door to={{ kind: 'entry', problem, number: settlement }}>
              <Phrase words={WARNINGS.hit} parts={{ day: <When value={day} />, lead: describeLead(lead) }} />
            </Door>
          </li>
        ))}
        {misses.map(({ day, settlement }) => (
          <li key={`miss ${settlement}`}>
            <Door to={{ kind: 'entry', problem, number: settlement }}>
              <Phrase words={WARNINGS.miss} parts={{ day: <When value={day} /> }} />
            </Door>
          </li>
        ))}
        {falseAlarms.map(({ from, to, entry }) => (
          <li key={`false ${entry}`}>
            <Door to={{ kind: 'entry', problem, number: entry }}>
              <Phrase
                words={WARNINGS.falseAlarm}
                parts={{ from: <When value={from} />, to: <When value={to} /> }}
              />
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
      <h3>
        {WARNINGS.title}
        {score.isReplay && <span className="muted"> {SCORE.inReplay}</span>}
      </h3>
      <p className="muted">{WARNINGS.outcomes(score.outcomes, score.isEnough)}</p>
      <table className="score-levels">
        <thead>
          <tr>
            <th scope="col">{WARNINGS.level}</th>
            <th scope="col">{WARNINGS.outcome}</th>
            <th scope="col">{WARNINGS.lead}</th>
            <th scope="col">{WARNINGS.falseAlarms}</th>
            <th scope="col" title={WARNINGS.stoodHint}>
              {WARNINGS.stood}
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
              <td>{WARNINGS.ofTheTime(Math.round(level.share * 100))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
