import type { Assessment } from '../../model/forecast.ts';
import type { Ladder, LadderStep } from '../../model/ladder.ts';
import { formatDate } from '../../text/dates.ts';
import type { Style } from './terminal.ts';
import { clean, measure, pad, shorten, wrap, wrapFacts } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

const DATE_WIDTH = 13;
/** Bars of the rung. */
const RUNG = { reached: '▮', rest: '▯' } as const;

/** What two sides did, oldest first: on which rung, in answer to what, and whose reply is due. */
export function formatLadder(assessment: Assessment, ladder: Ladder, form: Form): string {
  const { style, width } = form;
  const { sides, rungs, steps, notes } = ladder;
  const names = new Map(sides.map(({ id, title }) => [id, clean(title)]));
  const byIncident = new Map(steps.map((step) => [step.incident, step]));
  const blocks = [
    [
      `${style.bold(shorten(clean(assessment.title), width))}  ${style.dim(clean(assessment.problem))}`,
      ...wrapFacts([`as of ${formatDate(assessment.asOf)}`, [...names.values()].join(' and ')], width).map(
        style.dim,
      ),
    ],
    [
      style.bold('Rungs'),
      ...rungs.map((title, at) => shorten(`${drawRung(at + 1, rungs.length)}  ${clean(title)}`, width)),
    ],
    steps.length === 0
      ? ['No incident of either side that fits a rung and has a known day.']
      : [
          style.bold('Steps'),
          ...steps.flatMap((step) => formatStep(step, { names, byIncident, rungs: rungs.length, form })),
        ],
    formatDue(ladder, { names, byIncident, form }),
    notes.flatMap((note) => wrap(clean(note), width)).map(style.dim),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function drawRung(rung: number, of: number): string {
  return RUNG.reached.repeat(rung) + RUNG.rest.repeat(Math.max(0, of - rung));
}

interface Around {
  readonly names: ReadonlyMap<string, string>;
  readonly byIncident: ReadonlyMap<string, LadderStep>;
  readonly form: Form;
}

function formatStep(
  step: LadderStep,
  { names, byIncident, rungs, form }: Around & { readonly rungs: number },
): readonly string[] {
  const { width, style } = form;
  const room = width - DATE_WIDTH;
  const claim = step.claims[0];
  const id = claim === undefined ? '' : claim.document.slice('sha256:'.length, 'sha256:'.length + 12);
  const lines = [
    `${drawRung(step.rung, rungs)} ${shorten(names.get(step.side) ?? step.side, room - rungs - 1)}`,
    `${shorten(clean(step.title), room - measure(step.incident) - 1)} ${style.dim(clean(step.incident))}`,
    ...(step.assumed === true ? [style.dim('nobody is named: taken for theirs')] : []),
    ...(step.answers === undefined
      ? []
      : wrap(`↳ ${describeAnswer(step.answers, byIncident)}`, room).map(style.accent)),
    ...(claim === undefined
      ? []
      : [
          `${style.dim(shorten(`${clean(claim.outlet ?? 'outlet unknown')}: “${clean(claim.words)}”`, room - id.length - 1))} ${style.dim(id)}`,
        ]),
  ];
  return lines.map((line, at) => `${pad(at === 0 ? formatDate(step.day, 'short') : '', DATE_WIDTH)}${line}`);
}

function describeAnswer(
  { incident, lag, change, said }: NonNullable<LadderStep['answers']>,
  byIncident: ReadonlyMap<string, LadderStep>,
): string {
  const step = byIncident.get(incident);
  const what =
    step === undefined ? 'an earlier step' : `“${clean(step.title)}” of ${formatDate(step.day, 'short')}`;
  const rungs =
    change === 0 ? 'same rung' : `${plural(Math.abs(change), 'rung')} ${change > 0 ? 'up' : 'down'}`;
  const why = said ? 'a report says so' : 'by its time alone';
  return `${said ? 'answers' : 'may answer'} ${what}: ${lag === 0 ? 'same day' : `after ${plural(lag, 'day')}`}, ${rungs}, ${why}`;
}

function formatDue({ due }: Ladder, { names, byIncident, form }: Around): readonly string[] {
  if (due === undefined) return [];
  const { width, style } = form;
  const step = byIncident.get(due.incident);
  const what =
    step === undefined ? 'the last step' : `“${clean(step.title)}” of ${formatDate(step.day, 'short')}`;
  const usual =
    due.usual === undefined
      ? 'What is usual is not known: fewer than 3 were answered.'
      : `So far ${due.usual.answered} of ${due.usual.of} were answered: half of them within ${plural(due.usual.median, 'day')}, the slowest after ${due.usual.longest}.`;
  return [
    style.bold('Due'),
    ...wrap(
      `${names.get(due.side) ?? due.side}: no answer to ${what} for ${plural(due.days, 'day')}. ${usual}`,
      width,
    ),
  ];
}

function plural(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
