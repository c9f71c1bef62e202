import { lintBrief, lintSentence } from '../src/analyse/brief/lint.ts';
import { JOINTS } from '../src/analyse/brief/wording.ts';
import type { Brief } from '../src/model/brief.ts';
import type { Problem } from '../src/model/problem.ts';
import { makeRandom } from '../src/stats/random.ts';
import { auditBrief } from './setup/brief-audit.ts';
import { MUTATIONS, makePool, mutate } from './setup/brief-mutations.ts';
import type { ExampleBriefs, ExamplePages, MadeBrief } from './setup/example-briefs.ts';
import { shippedTemplate } from './setup/karvonia-brief.ts';

/* What the sample of every test run and the whole of `npm run prove` have in common. */

export interface LintCount {
  briefs: number;
  sentences: number;
  /** Sentences that the lint left out, and faults that it finds in those that stand. */
  readonly dropped: string[];
  readonly faults: string[];
  /** Names and figures, and those that stand nowhere in what is cited. */
  names: number;
  figures: number;
  readonly unsourced: string[];
}

const WORDING = [...shippedTemplate.wordings, ...JOINTS].join(' ');

/** Makes a brief for each day and problem, and counts what cannot be traced. */
export function lintDays(
  briefs: ExampleBriefs,
  {
    problems,
    days,
    pages,
  }: {
    readonly problems: readonly Problem[];
    readonly days: readonly string[];
    readonly pages: ExamplePages['pages'];
  },
): LintCount {
  const count: LintCount = {
    briefs: 0,
    sentences: 0,
    dropped: [],
    faults: [],
    names: 0,
    figures: 0,
    unsourced: [],
  };
  for (const day of days) {
    for (const problem of problems) {
      const { brief, sources, facts } = briefs.make(problem, day);
      const audit = auditBrief(brief, {
        pages,
        reports: facts.reports,
        problem,
        wording: WORDING,
        computed: [...sources.values.values()].map(({ text }) => text),
      });
      count.names += audit.names;
      count.figures += audit.figures;
      for (const found of audit.unsourced) count.unsourced.push(`${day} ${problem.id} ${found}`);
      count.briefs++;
      count.sentences += brief.sections.reduce((sum, { sentences }) => sum + sentences.length, 0);
      for (const { section, problem: why } of brief.dropped ?? [])
        count.dropped.push(`${day} ${problem.id} ${section}: ${why}`);
      for (const { section, problem: why } of lintBrief(brief, sources))
        count.faults.push(`${day} ${problem.id} ${section}: ${why}`);
    }
  }
  return count;
}

export interface MutationCount {
  briefs: number;
  readonly planted: Record<string, number>;
  /** Faults that the lint did not see. */
  readonly missed: string[];
}

/** Plants each kind of fault in briefs of days and problems chosen by a seed, and counts those that the lint does not see. */
export function plantFaults(
  briefs: ExampleBriefs,
  {
    problems,
    days,
    number,
    seed,
  }: {
    readonly problems: readonly Problem[];
    readonly days: readonly string[];
    readonly number: number;
    readonly seed: number;
  },
): MutationCount {
  const random = makeRandom(seed);
  const count: MutationCount = { briefs: 0, planted: {}, missed: [] };
  const telling = problems.filter((problem) => tellsNames(briefs.make(problem, days.at(-1)!).brief));
  const drawn = Array.from({ length: CHOICES * number }, () => ({
    day: days[Math.floor(random() * days.length)]!,
    problem: telling[Math.floor(random() * telling.length)]!,
  }));
  // Those that name somebody, so many as are asked for; in the order of the days, so that a day's picture serves the next one's comparison.
  const step = drawn.length / number;
  const sorted = drawn.toSorted((a, b) => a.day.localeCompare(b.day));
  const chosen = Array.from({ length: number }, (_, index) => sorted.slice(index * step, (index + 1) * step));
  for (const choices of chosen) {
    const made = findTelling(briefs, choices);
    if (made === undefined) continue;
    const { day, brief, facts, sources } = made;
    const { problem } = facts;
    const pool = makePool(facts.reports);
    count.briefs++;
    for (const mutation of MUTATIONS) {
      const mutant = mutate(brief, mutation, { pool, random });
      if (mutant === undefined) continue;
      count.planted[mutation] = (count.planted[mutation] ?? 0) + 1;
      if (lintSentence(mutant.sentence, sources).length === 0)
        count.missed.push(
          `${day} ${problem.id} ${mutation}: "${mutant.was.text}" became "${mutant.sentence.text}" [${mutant.sentence.claims.map(({ document, claim }) => `${document.slice(7, 13)}#${claim}`)}]`,
        );
    }
  }
  return count;
}

/** Days and problems of which one is taken. */
const CHOICES = 10;

/** The first brief that names somebody. */
function findTelling(
  briefs: ExampleBriefs,
  choices: readonly { readonly day: string; readonly problem: Problem }[],
): MadeBrief | undefined {
  for (const { day, problem } of choices) {
    const made = briefs.make(problem, day);
    if (tellsNames(made.brief)) return made;
  }
  return undefined;
}

/** Whether somebody is named in it on the word of a claim. */
function tellsNames(brief: Brief): boolean {
  return brief.sections.some(({ name, sentences }) => name === 'for' && sentences.length > 0);
}
