import { parseArgs } from 'node:util';
import { EXAMPLE_COURSE, openCourse } from '../eval/cases/run.ts';
import type { ReplayRequest } from '../src/model/replay.ts';

const HOUR = 3_600_000;

/**
 * Moments a second of a replay of the example over 120 days, in steps of a day and of an hour, and with each sign left out in turn. Each is
 * gone through by a desk that has not done it before, and then again. Ends with 1 where a moment costs more the more there are.
 *
 *     npm run bench -- replay [--from 2020-11-01] [--to 2021-02-28]
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      from: { type: 'string', default: '2020-11-01' },
      to: { type: 'string', default: '2021-02-28' },
    },
  });
  const { problem } = EXAMPLE_COURSE;
  const request = { problem, from: values.from, to: values.to };
  const day = await measure('step 1d', { ...request, step: 24 * HOUR });
  const hour = await measure('step 1h', { ...request, step: HOUR });
  await measure('step 1d, each sign left out in turn', { ...request, step: 24 * HOUR, ablate: true });
  const grows = hour.again > 2 * day.again;
  if (grows) console.error('a moment costs more the more there are');
  return grows ? 1 : 0;
}

/** Milliseconds a moment, the first time and the second. */
async function measure(
  name: string,
  request: ReplayRequest,
): Promise<{ readonly first: number; readonly again: number }> {
  const { desk, close } = await openCourse(EXAMPLE_COURSE);
  try {
    const times = [];
    for (let round = 0; round < 2; round++) {
      const started = performance.now();
      const replay = await desk.getReplay(request, { most: Number.POSITIVE_INFINITY });
      const definitions = 1 + (replay!.ablation?.length ?? 0);
      const seconds = (performance.now() - started) / 1000;
      times.push({ seconds, moments: replay!.steps.length, definitions });
    }
    const [first, again] = times.map(({ seconds, moments, definitions }) => {
      const assessments = moments * definitions;
      return {
        told: `${(moments / seconds).toFixed(1)} moments/s, ${(assessments / seconds).toFixed(1)} assessments/s (${seconds.toFixed(1)} s)`,
        each: (1000 * seconds) / moments,
      };
    });
    console.log(`${name}: ${times[0]!.moments} moments\n  first ${first!.told}\n  again ${again!.told}`);
    return { first: first!.each, again: again!.each };
  } finally {
    await close();
  }
}
