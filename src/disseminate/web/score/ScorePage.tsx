import { Link } from '@tanstack/react-router';
import type { ScoreReport } from '../../../model/score.ts';
import { useBoard } from '../api/picture.ts';
import { useScores } from '../api/record.ts';
import { useAsOf } from '../components/instant.ts';
import { Fetched, Page } from '../components/Page.tsx';
import { Empty } from '../components/States.tsx';
import { SCORE } from '../words/text/score.ts';

import { ScoreFacts } from './ScoreFacts.tsx';
import { WarningFacts } from './WarningFacts.tsx';

function Overall({ overall }: Pick<ScoreReport, 'overall'>) {
  return (
    <section aria-labelledby="overall">
      <h2 id="overall">
        {SCORE.all}{' '}
        <span className="muted">{SCORE.problems(Math.max(...overall.map(({ problems }) => problems)))}</span>
      </h2>
      <div className="scores">
        {overall.map((row) => (
          <ScoreFacts key={`${row.horizon} ${row.isReplay}`} row={row} />
        ))}
      </div>
    </section>
  );
}

function ProblemScores({
  report,
  problem,
  title,
}: {
  readonly report: ScoreReport;
  readonly problem: string;
  readonly title: string;
}) {
  return (
    <section className="score-problem" aria-labelledby={`score-${problem}`}>
      <h2 id={`score-${problem}`}>
        <Link to="/problems/$id" params={{ id: problem }} search={{ show: 'record' }}>
          {title}
        </Link>
      </h2>
      <div className="scores">
        {report.rows
          .filter((row) => row.problem === problem)
          .map((row) => (
            <ScoreFacts key={`${row.horizon} ${row.isReplay}`} row={row} problem={problem} />
          ))}
      </div>
      {report.warnings
        .filter((score) => score.problem === problem)
        .map((score) => (
          <WarningFacts key={String(score.isReplay)} score={score} />
        ))}
    </section>
  );
}

function Report({ report }: { readonly report: ScoreReport }) {
  const board = useBoard(useAsOf());
  const titles = new Map(board.data?.rows.map(({ problem, title }) => [problem, title]));
  const problems = [...new Set(report.rows.map(({ problem }) => problem))];
  if (problems.length === 0) {
    return (
      <Empty title={SCORE.none}>
        <p>{SCORE.noneHint}</p>
      </Empty>
    );
  }
  return (
    <>
      {problems.length > 1 && <Overall overall={report.overall} />}
      {problems.map((problem) => (
        <ProblemScores
          key={problem}
          report={report}
          problem={problem}
          title={titles.get(problem) ?? problem}
        />
      ))}
      <p className="note">{SCORE.note}</p>
      {report.last !== undefined && (
        <p className="hash" title={report.last.hash}>
          {SCORE.last(report.last.number, report.last.hash.slice(0, 23))}
        </p>
      )}
    </>
  );
}

/** How the forecasts and warnings of all problems came out. */
export function ScorePage() {
  const query = useScores(useAsOf());
  return (
    <Page title={SCORE.title}>
      <Fetched query={query} label={SCORE.fetching}>
        {(report) => <Report report={report} />}
      </Fetched>
    </Page>
  );
}
