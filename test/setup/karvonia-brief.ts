import { readFileSync } from 'node:fs';
import type { BriefFacts } from '../../src/analyse/brief/facts.ts';
import { type BriefTemplate, parseTemplate } from '../../src/analyse/brief/template.ts';
import { createFuser } from '../../src/analyse/fuse.ts';
import type { ForecastRecord } from '../../src/model/desk.ts';
import type { Assessment, Matrix } from '../../src/model/forecast.ts';
import type { Incident } from '../../src/model/incident.ts';
import type { Ladder } from '../../src/model/ladder.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Report } from '../../src/model/report.ts';
import { karvonia } from './case-karvonia.ts';

/* The made-up case as a brief needs it: the problem's file, the reports as fusion keeps them, hypotheses and a ladder. */

const TEMPLATE = new URL('../../data/brief/brief.txt', import.meta.url);

/** The template that comes with the program. */
export const shippedTemplate: BriefTemplate = parseTemplate(readFileSync(TEMPLATE, 'utf8'), 'brief.txt');

/** What fusion keeps of the case's pages. */
export const karvoniaReports: readonly Report[] = (() => {
  const fuser = createFuser();
  return [karvonia.warning, karvonia.relay, karvonia.hostile].map(
    ({ reading }) =>
      fuser.add(reading, { series: reading.document.id, knownSince: reading.document.seen }).report,
  );
})();

/** A problem's file in which every title of an assessment stands. */
export function makeKarvoniaProblem({
  problem,
  problemVersion,
  title,
  question,
  contributions,
  gaps,
}: Assessment): Problem {
  const signs = contributions.filter(({ window }) => window === undefined);
  const windows = contributions.filter(({ window }) => window !== undefined);
  return {
    kind: 'problem',
    id: problem,
    version: problemVersion,
    title,
    question,
    horizons: [7, 30],
    outcome: { match: [{ event: ['ASSAULT'] }], confirmed: 1, total: 1, grace: 3 },
    hypotheses: karvoniaMatrix.hypotheses.map((each) => ({ ...each, share: 1 })),
    ladder: {
      sides: karvoniaLadder.sides.map(({ id, title }) => ({ id, title, is: {} })),
      rungs: karvoniaLadder.rungs.map((rung) => ({ title: rung, match: [] })),
      reply: 14,
    },
    baseRate: { halfLife: 180, prior: { incidents: 1, days: 60 }, history: {} },
    indicators: signs.map(({ id, title, why, direction, strength }) => ({
      id,
      title,
      why,
      direction,
      strength,
      halfLife: 14,
      match: [],
    })),
    windows: windows.map(({ id, title, why, strength }) => ({
      id,
      title,
      why,
      strength,
      day: '--06-03',
      lead: 14,
      match: [],
    })),
    levels: {
      horizon: 30,
      consequence: 1,
      guarded: 0.2,
      elevated: 0.4,
      high: 0.7,
      critical: 0.9,
      hysteresis: 0.05,
    },
    gaps,
    tell: [],
    tlp: 'CLEAR',
    file: 'karvonia.yaml',
  };
}

export const karvoniaMatrix: Matrix = {
  hypotheses: [
    {
      id: 'front',
      title: 'The Front strikes to avenge its leader',
      why: 'It said so.',
      answer: 'yes',
      prior: 0.12,
      posterior: 0.41,
    },
    {
      id: 'show',
      title: 'Launchers are moved for show',
      why: 'It costs little.',
      answer: 'no',
      prior: 0.88,
      posterior: 0.59,
    },
  ],
  rows: [],
  next: [{ id: 'claim', title: 'A group claims an attack beforehand', gain: 0.12, ifSeen: 0.52 }],
};

export const karvoniaLadder: Ladder = {
  sides: [
    { id: 'allies', title: 'The allies' },
    { id: 'front', title: 'The Front and its allies' },
  ],
  rungs: ['Threat', 'Strike'],
  steps: [],
  notes: [],
};

/** All that a brief is told from. */
export function makeKarvoniaFacts(given: {
  readonly assessment: Assessment;
  readonly incidents: readonly Incident[];
  readonly record?: ForecastRecord;
  readonly problem?: Problem;
  readonly reports?: readonly Report[];
}): BriefFacts {
  const { assessment, incidents, record, problem = makeKarvoniaProblem(assessment), reports } = given;
  return {
    assessment,
    problem,
    reports: reports ?? karvoniaReports.filter(({ seen }) => seen <= assessment.asOf),
    incidents,
    ...(record === undefined ? {} : { record }),
  };
}
