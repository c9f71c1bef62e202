import { readFileSync } from 'node:fs';
import { formatRun } from '../cases/print.ts';
import { type CaseRun, EXAMPLE_COURSE, makeCourse, runCourse } from '../cases/run.ts';
import { loadCases } from '../cases/set.ts';
import type { EvalTask } from '../task.ts';

const figure = (name: string) => new RegExp(`^${name} (-?[0-9.]+)`, 'm');

/**
 * Warning over whole courses: two in which much was threatened and nothing came, one in which it came without much talk, and the
 * example. The same engine and the problems of the library run on all; nothing is fitted to any of them.
 */
export const task: EvalTask = {
  name: 'cases',
  score: (_, predictions) =>
    readFileSync(predictions, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => formatRun(JSON.parse(line) as CaseRun))
      .join('\n'),
  sets: [
    {
      name: 'controls',
      gold: 'cases',
      own: true,
      metrics: {
        'border-quiet-no-false-alarm': figure('border-quiet no false alarm'),
        'missile-quiet-no-false-alarm': figure('missile-quiet no false alarm'),
        'baghdad-skill-30': figure('baghdad skill 30 days'),
        'baghdad-skill-7': figure('baghdad skill 7 days'),
        'seizure-sudden-skill-7': figure('seizure-sudden skill 7 days'),
        'seizure-sudden-skill-30': figure('seizure-sudden skill 30 days'),
      },
    },
  ],
  async *predict(folder) {
    for (const course of [EXAMPLE_COURSE, ...loadCases(folder).map(makeCourse)])
      yield JSON.stringify(await runCourse(course));
  },
};
