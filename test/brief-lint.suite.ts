import { lintBrief, lintSentence } from '../src/analyse/brief/lint.ts';
import { JOINTS } from '../src/analyse/brief/wording.ts';
import type { Problem } from '../src/model/problem.ts';
import { auditBrief } from './setup/brief-audit.ts';
import { MUTATIONS, makePool, makeRandom, mutate } from './setup/brief-mutations.ts';
import type { ExampleBriefs, ExamplePages } from './setup/example-briefs.ts';
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
  // In the order of the days, so that a day's picture serves the next one's comparison.
  const chosen = Array.from({ length: number }, () => ({
    day: days[Math.floor(random() * days.length)]!,
    problem: problems[Math.floor(random() * problems.length)]!,
  })).toSorted((a, b) => a.day.localeCompare(b.day));
  for (const { day, problem } of chosen) {
    const { brief, facts, sources } = briefs.make(problem, day);
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
