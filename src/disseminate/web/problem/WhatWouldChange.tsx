import type { Assessment } from '../../../model/forecast.ts';
import { formatPercent } from '../../../model/probability.ts';
import { listMoves, type Move } from '../charts/contributions.ts';
import { Limited } from '../components/Limited.tsx';
import { Door } from '../evidence/Door.tsx';
import { CHANGE } from '../words/text/problem.ts';
import '../styles/change.css';

type Horizon = Assessment['horizons'][number];

/** Rows that are shown at first. */
const FIRST = 5;

/** From where it stands to where it would stand, on the way from 0 to 1. */
function MoveBar({ from, to }: { readonly from: number; readonly to: number }) {
  const percent = (p: number) => `${p * 100}%`;
  const low = Math.min(from, to);
  return (
    <svg className="move-bar" width="100%" height="16" aria-hidden="true">
      <rect className="p-track" x="0" y="4" width="100%" height="8" rx="2" />
      <rect
        className={to < from ? 'step-down' : 'step-up'}
        fill={to < from ? 'url(#against)' : undefined}
        x={percent(low)}
        y="4"
        width={percent(Math.max(Math.abs(to - from), 0.004))}
        height="8"
      />
      <line className="p-base" x1={percent(from)} x2={percent(from)} y1="0" y2="16" />
    </svg>
  );
}

interface MovesProps {
  readonly title: string;
  readonly note: string;
  readonly moves: readonly Move[];
  readonly problem: string;
  readonly from: number;
}

function Moves({ title, note, moves, problem, from }: MovesProps) {
  if (moves.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <p className="note">{note}</p>
      <Limited items={moves} first={FIRST} className="moves" label={title}>
        {({ id, title: sign, to }) => (
          <li key={id}>
            <Door to={{ kind: 'problem', problem, part: id }} className="move">
              <span className="move-title" dir="auto">
                {sign}
              </span>
              <MoveBar from={from} to={to} />
              <span className="move-numbers">{CHANGE.move(formatPercent(from), formatPercent(to))}</span>
            </Door>
          </li>
        )}
      </Limited>
    </div>
  );
}

/** What would change the number: signs that are not seen, by how much they tell, and those that carry it now. */
export function WhatWouldChange({
  assessment,
  horizon,
}: {
  readonly assessment: Assessment;
  readonly horizon: Horizon;
}) {
  const leading = assessment.horizons.find(({ days }) => days === assessment.leading);
  const { seen, gone } = listMoves(assessment, { horizon, leading });
  if (seen.length === 0 && gone.length === 0) return null;
  const around = { problem: assessment.problem, from: horizon.probability.p };
  return (
    <section className="why" aria-labelledby="change">
      <h2 id="change">{CHANGE.title}</h2>
      <div className="move-columns">
        <Moves title={CHANGE.seen} note={CHANGE.seenNote} moves={seen} {...around} />
        <Moves title={CHANGE.gone} note={CHANGE.goneNote} moves={gone} {...around} />
      </div>
    </section>
  );
}
