import { Link } from '@tanstack/react-router';
import type { BoardRow } from '../../../model/desk.ts';
import { formatInterval, formatPercent } from '../../../model/probability.ts';
import { Course } from '../charts/Course.tsx';
import { ConfidenceBars, LevelTag } from '../charts/Level.tsx';
import { ProbabilityBar } from '../charts/ProbabilityBar.tsx';
import { Words } from '../components/Words.tsx';
import { Door } from '../evidence/Door.tsx';
import { useOpenEvidence } from '../evidence/useOpen.ts';
import { describeDate, describeDay } from '../words/dates.ts';
import { describeCoverage } from '../words/indicators.ts';
import { describeBar, describeChange, describeSinceLook } from '../words/probability.ts';
import { BOARD } from '../words/text/board.ts';
import { COMMON } from '../words/text/common.ts';
import type { Seen } from './looks.ts';

interface RowProps {
  readonly row: BoardRow;
  /** How it stood when this browser looked at it before. */
  readonly look: Seen | undefined;
}

/** The probability as number, word and bar, with the level and, apart from it, the confidence. */
function Now({ row, look }: RowProps) {
  const { problem, probability, baseRate, level, confidence, change } = row;
  const changed = describeChange(change);
  const yesterday = row.days.at(-2)?.day;
  return (
    <div className="now">
      <Door to={{ kind: 'problem', problem }} className="now-number">
        <span className="number">{formatPercent(probability.p)}</span>{' '}
        <span className="word">{probability.word}</span>
      </Door>
      <p className="now-level">
        <Door to={{ kind: 'problem', problem }}>
          <LevelTag level={level} />
        </Door>
      </p>
      <Door to={{ kind: 'problem', problem }} className="now-bar" label={describeBar(probability, baseRate)}>
        <ProbabilityBar probability={probability} baseRate={baseRate} />
      </Door>
      <p className="now-facts">
        <Door to={{ kind: 'problem', problem }} title={BOARD.intervalHint}>
          {BOARD.interval(formatInterval(probability))}
        </Door>
        <Door to={{ kind: 'base', problem }}>{BOARD.baseRate(formatPercent(baseRate.p))}</Door>
        {changed !== undefined && yesterday !== undefined && (
          <Door to={{ kind: 'day', problem, day: yesterday, horizon: row.horizon }}>{changed}</Door>
        )}
        {look !== undefined && (
          <Door to={{ kind: 'day', problem, day: look.asOf.slice(0, 10), horizon: row.horizon }}>
            {describeSinceLook(probability.p - look.p, describeDay(look.asOf))}
          </Door>
        )}
      </p>
      <p className="now-confidence">
        <Door to={{ kind: 'confidence', problem }}>
          <ConfidenceBars confidence={confidence} />
        </Door>
      </p>
    </div>
  );
}

/** Reasons that are named on the board; the problem's own page has all. */
const MOST = 5;

function ReasonList({ row, about }: { readonly row: BoardRow; readonly about: 'for' | 'against' }) {
  const reasons = row[about];
  // One more than allowed is shown rather than a line that says so.
  const shown = reasons.length <= MOST + 1 ? reasons.length : MOST;
  return (
    <div className="reason">
      <dt>{BOARD[about]}</dt>
      <dd>
        {reasons.length === 0 && <span className="muted">{BOARD.nothingObserved}</span>}
        {reasons.slice(0, shown).map(({ id, title }) => (
          <Door key={id} to={{ kind: 'problem', problem: row.problem, part: id }}>
            {title}
          </Door>
        ))}
        {shown < reasons.length && (
          <Link to="/problems/$id" params={{ id: row.problem }} className="muted">
            {COMMON.more(reasons.length - shown)}
          </Link>
        )}
      </dd>
    </div>
  );
}

function Reasons({ row }: { readonly row: BoardRow }) {
  const { problem, nextWindow, newest } = row;
  return (
    <dl className="reasons">
      <ReasonList row={row} about="for" />
      <ReasonList row={row} about="against" />
      <div className="reason">
        <dt>{BOARD.nextWindow}</dt>
        <dd>
          {nextWindow === undefined ? (
            <span className="muted">{BOARD.noWindow}</span>
          ) : (
            <Door to={{ kind: 'problem', problem, part: nextWindow.id }}>
              {COMMON.named(describeDate(nextWindow.day), nextWindow.title)}
            </Door>
          )}
        </dd>
      </div>
      {row.told !== undefined && (
        <div className="reason">
          <dt>{BOARD.told}</dt>
          <dd>{row.told.join('; ')}</dd>
        </div>
      )}
      {row.coverage !== undefined && (
        <div className="reason">
          <dt>{BOARD.heard}</dt>
          <dd>
            <Door to={{ kind: 'confidence', problem }}>{describeCoverage(row.coverage)}</Door>
          </dd>
        </div>
      )}
      <div className="reason reason-newest">
        <dt>{BOARD.newest}</dt>
        <dd>
          {newest.length === 0 && <span className="muted">{BOARD.nothingSeen}</span>}
          <ul>
            {newest.slice(0, 4).map(({ indicator, title, direction, claim }) => (
              <li key={`${indicator} ${claim.document} ${claim.claim}`}>
                <Door to={{ kind: 'problem', problem, part: indicator }} className="newest">
                  <span className="muted">
                    {claim.published === undefined ? COMMON.notDated : describeDay(claim.published)}
                  </span>
                  <span className="newest-words">
                    <Words text={claim.words} />{' '}
                    <span className="muted">
                      <bdi>{claim.outlet ?? BOARD.outletUnknown}</bdi> · {BOARD.sign(title, direction)}
                    </span>
                  </span>
                </Door>
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  );
}

/** One warning problem at a glance. Whatever it says leads to the claims behind it. */
export function ProblemRow({ row, look }: RowProps) {
  const { problem, title, question, horizon, days } = row;
  const open = useOpenEvidence();
  return (
    <article className="problem-row" aria-label={title}>
      <header className="problem-head">
        <h2>
          <Link to="/problems/$id" params={{ id: problem }}>
            {title}
          </Link>
        </h2>
        <p className="question">
          {question} <span className="muted">{BOARD.next(horizon)}</span>
        </p>
      </header>
      <Now row={row} look={look} />
      <div className="problem-course">
        <Course
          days={days}
          label={BOARD.course(title)}
          onOpen={({ day }) => open({ kind: 'day', problem, day, horizon })}
        />
      </div>
      <Reasons row={row} />
    </article>
  );
}
