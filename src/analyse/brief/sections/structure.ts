import type { Part, Sentence } from '../../../model/brief.ts';
import { fromProblem, join, list, type Value } from '../parts.ts';
import { show, type Teller, tell } from '../teller.ts';
import { straighten } from '../wording.ts';
import { tellTitle } from './reasons.ts';

/** Signs that are named as the most telling ones to look for, and steps of the ladder. */
const MOST_NEXT = 3;
const MOST_STEPS = 3;

/** Each hypothesis with what it was and is thought to be; what to look for next. */
export function tellHypotheses(teller: Teller): readonly (Sentence | undefined)[] {
  const { matrix } = teller.facts.assessment;
  if (matrix === undefined) return [];
  const sentences = matrix.hypotheses
    .toSorted((a, b) => b.posterior - a.posterior)
    .map(({ id, title, answer }) =>
      tell(teller, ['hypotheses', 'hypothesis'], {
        hypothesis: fromProblem(`hypotheses.${id}.title`, title),
        answer: fromProblem(`hypotheses.${id}.answer`, answer),
        posterior: show(teller, `hypothesis.${id}.posterior`),
        prior: show(teller, `hypothesis.${id}.prior`),
      }),
    );
  const next = matrix.next.slice(0, MOST_NEXT).map((each) => tellTitle(teller, each));
  return [...sentences, tell(teller, ['hypotheses', 'next'], { indicators: list(next, { mark: ';' }) })];
}

/** The last steps of two sides that answer each other, and the reply that is due. */
export function tellLadder(teller: Teller): readonly (Sentence | undefined)[] {
  const { ladder } = teller.facts.assessment;
  if (ladder === undefined) return [];
  const { steps, due } = ladder;
  const titleOf = (incident: string): Value => {
    const index = steps.findLastIndex((step) => step.incident === incident);
    const title = index === -1 ? undefined : show(teller, `ladder.${index}.title`);
    return title === undefined ? undefined : [join('“'), ...title, join('”')];
  };
  const sideOf = (id: string): Value => {
    const side = ladder.sides.find((each) => each.id === id);
    return side === undefined ? undefined : fromProblem(`ladder.sides.${id}.title`, side.title);
  };
  const first = Math.max(0, steps.length - MOST_STEPS);
  return [
    ...steps.slice(first).map(({ incident, side, answers }, index) =>
      tell(teller, ['ladder', 'step'], {
        day: show(teller, `ladder.${first + index}.day`),
        incident: titleOf(incident),
        side: sideOf(side),
        assumed: show(teller, `ladder.${first + index}.assumed`),
        answered: answers?.said === true ? titleOf(answers.incident) : undefined,
        followed: answers?.said === false ? titleOf(answers.incident) : undefined,
        lag: show(teller, `ladder.${first + index}.lag`),
        change: show(teller, `ladder.${first + index}.change`),
      }),
    ),
    ...(due === undefined
      ? []
      : [
          tell(
            teller,
            ['ladder', 'due'],
            {
              side: sideOf(due.side),
              incident: titleOf(due.incident),
              days: show(teller, 'ladder.due.days'),
              median: show(teller, 'ladder.due.median'),
              longest: show(teller, 'ladder.due.longest'),
            },
            ['ladder.reply'],
          ),
        ]),
  ];
}

/** Signs whose stated strength is told with its reason. */
const MOST_STRENGTHS = 2;

/** What is taken for granted: the prior, what the base rate is made from, and how much the weightiest signs are held to tell. */
export function tellAssumptions(teller: Teller): readonly (Sentence | undefined)[] {
  const { problem, assessment } = teller.facts;
  return [
    tell(
      teller,
      ['assumptions', 'prior'],
      { incidents: show(teller, 'prior.incidents'), period: show(teller, 'prior.period') },
      ['baseRate.prior'],
    ),
    ...assessment.baseRate.notes.map((_, index) => {
      const isPrior = teller.values.get(`note.${index}`)?.text.startsWith('Assumed before anything') === true;
      if (isPrior) return undefined;
      return tell(teller, ['assumptions', 'note'], { note: show(teller, `note.${index}`, true) }, [
        'baseRate',
      ]);
    }),
    ...teller.reasons
      .filter(({ contribution }) => contribution.window === undefined)
      .slice(0, MOST_STRENGTHS)
      .flatMap(({ contribution: { id } }) => problem.indicators.filter((each) => each.id === id))
      .map((indicator) => {
        const field = (name: string) => `indicators.${indicator.id}.${name}`;
        return tell(teller, ['assumptions', 'strength'], {
          indicator: [
            join('“'),
            { text: straighten(indicator.title), from: { kind: 'problem', field: field('title') } },
            join('”'),
          ],
          strength: fromProblem(field('strength'), indicator.strength),
          direction: fromProblem(field('direction'), indicator.direction),
          why: fromProblem(field('why'), readFirstSentence(indicator.why)),
        });
      }),
  ];
}

/** The first sentence of an explanation, or what stands before its first semicolon. */
export function readFirstSentence(text: string): string {
  const end = /[.!?;](?=\s)/.exec(text);
  if (end === null) return text.trim();
  return end[0] === ';' ? `${text.slice(0, end.index).trim()}.` : text.slice(0, end.index + 1).trim();
}

/** What cannot be seen, what was looked for in vain, and what would have to be read to see more. */
export function tellGaps(teller: Teller): readonly (Sentence | undefined)[] {
  const { assessment, problem } = teller.facts;
  const titles = (state: string): readonly (readonly Part[])[] =>
    assessment.contributions
      .filter((each) => each.state === state && each.window === undefined)
      .map((each) => tellTitle(teller, each));
  const options = { most: 10, mark: ';' } as const;
  return [
    tell(teller, ['gaps', 'blind'], { indicators: list(titles('cannot be seen'), options) }),
    tell(teller, ['gaps', 'looked'], { indicators: list(titles('looked and not seen'), options) }),
    tell(teller, ['gaps', 'unseen'], { indicators: list(titles('not observed'), options) }),
    tell(teller, ['gaps', 'coverage'], { delivered: show(teller, 'coverage') }, ['indicators']),
    ...assessment.gaps.map((gap, index) => {
      const at = problem.gaps.indexOf(gap);
      return at === -1
        ? tell(teller, ['gaps', 'gap'], { gap: show(teller, `gap.${index}`, true) }, ['indicators'])
        : tell(teller, ['gaps', 'gap'], { gap: fromProblem(`gaps.${at}`, gap) });
    }),
  ];
}
