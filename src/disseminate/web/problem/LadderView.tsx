import { lazy, Suspense } from 'react';
import type { Assessment } from '../../../model/forecast.ts';
import type { Ladder, LadderStep } from '../../../model/ladder.ts';
import { Limited } from '../components/Limited.tsx';
import { Phrase } from '../components/Phrase.tsx';
import { usePageRoving } from '../components/roving.ts';
import { Empty, Loading } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import { describeAnswer, describeUsual } from '../words/ladder.ts';
import { LADDER } from '../words/text/problem.ts';

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
      <span className="rung-name">{LADDER.rung(rung, ladder.rungs[rung - 1])}</span>
    </span>
  );
}

function Answer({ answers, byIncident }: { readonly answers: NonNullable<LadderStep['answers']> } & Around) {
  const step = byIncident.get(answers.incident);
  const named =
    step === undefined ? (
      LADDER.earlierStep
    ) : (
      <Phrase
        words={LADDER.stepOn}
        parts={{
          title: (
            <Door to={{ kind: 'incident', incident: step.incident }} isBeside>
              {step.title}
            </Door>
          ),
          day: <When value={step.day} />,
        }}
      />
    );
  return (
    <p className={answers.said ? 'answer is-said' : 'answer'}>
      <Phrase
        words={answers.said ? LADDER.answersStep : LADDER.mayAnswerStep}
        parts={{ step: named, how: describeAnswer(answers) }}
      />
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
        {assumed === true && <p className="ladder-assumed">{LADDER.byBlame}</p>}
        {answers !== undefined && <Answer answers={answers} {...around} />}
      </div>
    </li>
  );
}

/** The reply that has not come. */
function Due({ due, ladder, byIncident }: { readonly due: NonNullable<Ladder['due']> } & Around) {
  const step = byIncident.get(due.incident);
  const named =
    step === undefined ? (
      LADDER.lastStep
    ) : (
      <Phrase
        words={LADDER.stepOf}
        parts={{
          title: (
            <Door to={{ kind: 'incident', incident: step.incident }} className="ladder-door">
              {step.title}
            </Door>
          ),
          day: <When value={step.day} />,
        }}
      />
    );
  return (
    <section className="due" aria-labelledby="due">
      <h2 id="due">{LADDER.noAnswer}</h2>
      <p>
        <Phrase
          words={LADDER.waiting}
          parts={{ side: nameSide(ladder, due.side), days: LADDER.dayCount(due.days), step: named }}
        />
      </p>
      <p className="muted">{describeUsual(due.usual)}</p>
    </section>
  );
}

function Rungs({ rungs }: Pick<Ladder, 'rungs'>) {
  return (
    <details className="rungs">
      <summary>{LADDER.rungs(rungs.length)}</summary>
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
      <Empty title={LADDER.noSides}>
        <p>{LADDER.noSidesHint}</p>
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
          {LADDER.steps} <span className="muted">{LADDER.stepCount(ladder.steps.length)}</span>
        </h2>
        {ladder.steps.length === 0 ? (
          <Empty title={LADDER.noSteps}>
            <p>{LADDER.noStepsHint}</p>
          </Empty>
        ) : (
          <>
            <p className="ladder-sides" aria-hidden="true">
              {ladder.sides.map(({ id, title }) => (
                <span key={id}>{title}</span>
              ))}
            </p>
            <Limited items={ladder.steps.toReversed()} first={FIRST} className="ladder" label={LADDER.steps}>
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
