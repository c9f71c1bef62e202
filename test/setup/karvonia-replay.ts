import { Course } from '../../src/analyse/replay/course.ts';
import { listMoments } from '../../src/analyse/replay/moments.ts';
import { makeReplay } from '../../src/analyse/replay/replay.ts';
import { loadProblems } from '../../src/direct/problems/load.ts';
import type { Assessment, LedgerEntry } from '../../src/model/forecast.ts';
import type { Replay, ReplayRequest } from '../../src/model/replay.ts';
import type { ClaimRef } from '../../src/model/report.ts';

/** A replay of the made-up case: its two assessments at the moments asked for, against its one outcome. */
export async function replayKarvonia(
  request: ReplayRequest,
  given: {
    readonly assess: (asOf: string) => Assessment;
    readonly filed: readonly LedgerEntry[];
    readonly now: string;
    readonly raid: { readonly incident: string; readonly claims: readonly ClaimRef[] };
  },
): Promise<Replay> {
  const { step = 86_400_000, asOf = given.now, from, to } = request;
  const { problems } = await loadProblems([new URL('../../data/problems/', import.meta.url).pathname]);
  const shown = given.assess(given.now);
  const problem = { ...problems.find(({ id }) => id === 'us-sites-iraq')!, id: shown.problem };
  const moments = listMoments({ from, to, until: asOf }, step);
  const course = new Course({ ...problem, title: shown.title, question: shown.question });
  for (const moment of moments) course.add(given.assess(moment));
  return makeReplay({
    course,
    without: request.without ?? [],
    outcomes: [{ ...given.raid, day: '2031-05-20', knownSince: '2031-05-20T20:00:00.000Z' }],
    filed: given.filed,
    asOf,
    from: moments[0] ?? from,
    to: moments.at(-1) ?? to,
    step,
    engine: 'tocsin 0.0.0-test',
  });
}
