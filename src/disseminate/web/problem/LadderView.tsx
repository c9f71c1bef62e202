import { lazy, Suspense } from 'react';
import type { Assessment } from '../../../model/forecast.ts';
import type { Ladder, LadderStep } from '../../../model/ladder.ts';
import { Limited } from '../components/Limited.tsx';
import { usePageRoving } from '../components/roving.ts';
import { Empty, Loading } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import { describeAnswer, describeUsual } from '../words/ladder.ts';
import { LADDER } from '../words/text/problem.ts';
import { count } from '../words/vocabulary.ts';

const LadderChart = lazy(() =>
  import('./LadderChart.tsx').then((module) => ({ default: module.LadderChart })),
);

/** Steps that are shown at first. */
const FIRST = 40;

/** What a step needs of the ladder around it. */
interface Around {
  readonly ladder: Ladder;
  readonly byIncident: ReadonlyMap<string, LadderStep>;
}

function nameSide({ sides }: Ladder, side: string): string {
  return sides.find(({ id }) => id === side)?.title ?? side;
}

/** Which of the two columns. */
function findColumn({ sides }: Ladder, side: string): 'first' | 'second' {
  return sides[0]?.id === side ? 'first' : 'second';
}

/** The rung as a bar that grows from the middle, with its number and name. */
function Rung({ rung, ladder }: { readonly rung: number; readonly ladder: Ladder }) {
  return (
    <span className="rung">
      <span className="rung-bar" aria-hidden="true">
        {ladder.rungs.map((title, at) => (
          <span key={title} className={at < rung ? 'rung-part is-reached' : 'rung-part'} />
        ))}
      </span>
      <span className="rung-name">
        rung {rung}: {ladder.rungs[rung - 1]}
      </span>
    </span>
  );
}

function Answer({ answers, byIncident }: { readonly answers: NonNullable<LadderStep['answers']> } & Around) {
  const step = byIncident.get(answers.incident);
  return (
    <p className={answers.said ? 'answer is-said' : 'answer'}>
      {answers.said ? 'Answers ' : 'May answer '}
      {step === undefined ? (
        'an earlier step'
      ) : (
        <>
          <Door to={{ kind: 'incident', incident: step.incident }} isBeside>
            {step.title}
          </Door>
          {', '}
          <When value={step.day} />
        </>
      )}
      , {describeAnswer(answers)}
    </p>
  );
}

function Step({ step, ...around }: { readonly step: LadderStep } & Around) {
  const { ladder } = around;
  const { incident, title, day, side, rung, answers, assumed } = step;
  return (
    <li className={`ladder-step ladder-${findColumn(ladder, side)}`}>
      <p className="ladder-day">
        <When value={day} />
      </p>
      <div className="ladder-card">
        <p className="ladder-side">{nameSide(ladder, side)}</p>
        <h3>
          <Door to={{ kind: 'incident', incident }} className="ladder-door">
            {title}
          </Door>
        </h3>
        <Rung rung={rung} ladder={ladder} />
        {assumed === true && <p className="ladder-assumed">Nobody is named but by blame: taken for theirs</p>}
        {answers !== undefined && <Answer answers={answers} {...around} />}
      </div>
    </li>
  );
}

/** The reply that has not come. */
function Due({ due, ladder, byIncident }: { readonly due: NonNullable<Ladder['due']> } & Around) {
  const step = byIncident.get(due.incident);
  return (
    <section className="due" aria-labelledby="due">
      <h2 id="due">No answer yet</h2>
      <p>
        {nameSide(ladder, due.side)}, for {count(due.days, 'day')}, to{' '}
        {step === undefined ? (
          'the last step'
        ) : (
          <>
            <Door to={{ kind: 'incident', incident: step.incident }} className="ladder-door">
              {step.title}
            </Door>{' '}
            of <When value={step.day} />
          </>
        )}
        .
      </p>
      <p className="muted">{describeUsual(due.usual)}</p>
    </section>
  );
}

function Rungs({ rungs }: Pick<Ladder, 'rungs'>) {
  return (
    <details className="rungs">
      <summary>{count(rungs.length, 'rung')}, lowest first</summary>
      <ol>
        {rungs.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ol>
    </details>
  );
}

/** What two sides did in answer to what, newest first. */
export function LadderView({ assessment }: { readonly assessment: Assessment }) {
  const { ladder } = assessment;
  const frame = usePageRoving<HTMLDivElement>('.ladder-door');
  if (ladder === undefined) {
    return (
      <Empty title="This problem names no two sides">
        <p>Its file may name them, with rungs and the days of a reply.</p>
      </Empty>
    );
  }
  const around: Around = { ladder, byIncident: new Map(ladder.steps.map((step) => [step.incident, step])) };
  return (
    <div ref={frame}>
      {ladder.steps.length > 0 && (
        <section className="picture-part" aria-labelledby="lanes">
          <h2 id="lanes">{LADDER.title}</h2>
          <p className="note">{LADDER.note}</p>
          <ul className="lane-key">
            {ladder.sides.map(({ id, title }, lane) => (
              <li key={id}>
                <svg width="12" height="12" className={`lane-${(lane % 6) + 1}`} aria-hidden="true">
                  <circle className="lane-dot" cx="6" cy="6" r="5" />
                </svg>
                <span dir="auto">{LADDER.lane(lane, ladder.sides.length, title)}</span>
              </li>
            ))}
          </ul>
          <Suspense fallback={<Loading label={LADDER.chart} lines={8} />}>
            <LadderChart assessment={assessment} ladder={ladder} />
          </Suspense>
        </section>
      )}
      {ladder.due !== undefined && <Due due={ladder.due} {...around} />}
      <section className="picture-part" aria-labelledby="steps">
        <h2 id="steps">
          Steps <span className="muted">{count(ladder.steps.length, 'step')}, newest first</span>
        </h2>
        {ladder.steps.length === 0 ? (
          <Empty title="No incident of either side fits a rung">
            <p>Incidents count that have a known day and a doer who is of one of the sides.</p>
          </Empty>
        ) : (
          <>
            <p className="ladder-sides" aria-hidden="true">
              {ladder.sides.map(({ id, title }) => (
                <span key={id}>{title}</span>
              ))}
            </p>
            <Limited items={ladder.steps.toReversed()} first={FIRST} className="ladder" label="Steps">
              {(step) => <Step key={step.incident} step={step} {...around} />}
            </Limited>
          </>
        )}
        <Rungs rungs={ladder.rungs} />
        {ladder.notes.map((note) => (
          <p key={note} className="note">
            {note}
          </p>
        ))}
      </section>
    </div>
  );
}
