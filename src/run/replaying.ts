import { setImmediate } from 'node:timers/promises';
import { leaveOut, listSigns } from '../analyse/replay/ablation.ts';
import { Course } from '../analyse/replay/course.ts';
import { countMoments, listMoments } from '../analyse/replay/moments.ts';
import { makeReplay } from '../analyse/replay/replay.ts';
import { RequestError } from '../model/errors.ts';
import type { Forecast, LedgerEntry } from '../model/forecast.ts';
import type { Problem } from '../model/problem.ts';
import type { Replay, ReplayIncident, ReplayRequest } from '../model/replay.ts';
import { assessIn } from './assessing.ts';
import { readProgramName } from './version.ts';
import type { View } from './views.ts';

const DAY = 86_400_000;
/** Shorter steps show nothing that a longer one does not: pages are seen at most about once in a minute. */
const LEAST_STEP = 60_000;

export interface ReplayContext {
  /** What was known at an instant. */
  readonly makeView: (asOf: string) => Promise<View>;
  /** All that are watched: one may read the level of another. */
  readonly problems: readonly Problem[];
  /** The ledger of a problem, in order of filing. */
  readonly readLedger: (id: string) => Promise<readonly LedgerEntry[]>;
  /** The present instant. */
  readonly now: string;
  /** Assessments that may be made: moments, times the indicators where each is left out in turn. */
  readonly most: number;
  /** True where pages were gone through again: then nobody was looking at the time, and no forecast is void for that. */
  readonly isReplayed?: boolean;
  /** In place of those that the analysis finds. */
  readonly outcomes?: readonly ReplayIncident[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/**
 * Goes through a problem's time again: at each moment the whole of the analysis is done over what had been published and collected by
 * then, and what it would have said is put beside what came, as far as that is known at the end, and beside the record.
 *
 * @throws RequestError for a time that is none, a step that does not fit, an unknown indicator, or too much work.
 */
export async function replayProblem(
  definition: Problem,
  request: ReplayRequest,
  context: ReplayContext,
): Promise<Replay> {
  const { without = [], step = DAY } = request;
  const { makeView, problems, signal } = context;
  checkSigns(definition, without);
  const problem = leaveOut(definition, without);
  const asOf = request.asOf !== undefined && request.asOf < context.now ? request.asOf : context.now;
  const signs = request.ablate === true ? listSigns(problem) : [];
  const moments = chooseMoments(
    { ...request, step, asOf },
    { most: context.most, courses: 1 + signs.length },
  );
  const course = new Course(problem);
  const ablated = new Map(signs.map(({ id }) => [id, new Course(leaveOut(problem, [id]))]));
  const records = new Records(context.readLedger);
  for (const [done, moment] of moments.entries()) {
    signal?.throwIfAborted();
    const view = await makeView(moment);
    // Without a single report there is nothing to forecast from: the watch files nothing then, either.
    if (view.reports.length > 0)
      for (const each of [course, ...ablated.values()]) {
        const readRecord = async (asked: Problem) => {
          const filed = await records.at(asked.id, moment);
          // The level is that of the course from its first moment on.
          return asked === each.problem ? [...filed, ...(each.moments.at(-1)?.entries ?? [])] : filed;
        };
        each.add(await assessIn(each.problem, { view, problems, readRecord }));
      }
    context.onProgress?.(done + 1, moments.length);
    // A server answers others in between.
    await setImmediate();
  }
  const end = await makeView(asOf);
  const filed = await records.at(problem.id, asOf);
  return makeReplay({
    course,
    ...(request.ablate === true ? { ablated } : {}),
    without,
    outcomes: context.outcomes ?? end.outcomes(problem),
    filed,
    from: moments[0]!,
    to: moments.at(-1)!,
    asOf,
    step,
    engine: readProgramName(),
    ...(isGoneThroughAgain(filed, context) ? {} : { hasReports: (from, to) => hasReports(end, from, to) }),
  });
}

function checkSigns(problem: Problem, ids: readonly string[]): void {
  const known = listSigns(problem).map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  throw new RequestError(
    unknown.slice(0, 80),
    `is no indicator or window of ${problem.id}`,
    `Those are ${known.join(', ')}.`,
  );
}

function chooseMoments(
  {
    from,
    to,
    step,
    asOf,
  }: { readonly from: string; readonly to: string; readonly step: number; readonly asOf: string },
  { most, courses }: { readonly most: number; readonly courses: number },
): readonly string[] {
  if (!Number.isInteger(step) || step < LEAST_STEP)
    throw new RequestError('step', 'is too short', 'Give at least a minute.');
  for (const given of [from, to])
    if (Number.isNaN(Date.parse(given)))
      throw new RequestError(
        given.slice(0, 40),
        'is no date',
        'Write it as 2020-12-11 or 2020-12-11T18:00:00Z.',
      );
  const span = { from, to, until: asOf };
  const count = countMoments(span, step);
  if (count < 1)
    throw new RequestError(
      `from ${from} to ${to}`,
      `holds no moment up to ${asOf}`,
      'Give a beginning before the end and before the present, and a step that fits between.',
    );
  if (count * courses > most)
    throw new RequestError(
      `from ${from} to ${to}`,
      `takes ${count} moments${courses === 1 ? '' : ` times ${courses} definitions`}, and at most ${most} assessments are made`,
      'Give a shorter time or a longer step.',
    );
  return listMoments(span, step);
}

/** Ledgers as they stood at one moment after another. */
class Records {
  readonly #read: ReplayContext['readLedger'];
  readonly #ledgers = new Map<string, Promise<readonly LedgerEntry[]>>();

  constructor(read: ReplayContext['readLedger']) {
    this.#read = read;
  }

  async at(id: string, moment: string): Promise<readonly LedgerEntry[]> {
    const ledger = this.#ledgers.get(id) ?? this.#read(id);
    this.#ledgers.set(id, ledger);
    const entries = await ledger;
    const until = Date.parse(moment);
    let [from, to] = [0, entries.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (Date.parse(entries[middle]!.filed) <= until) from = middle + 1;
      else to = middle;
    }
    return entries.slice(0, from);
  }
}

/** Whether anything was collected on these days, both included. */
function hasReports({ reports }: View, from: string, to: string): boolean {
  return reports.some(({ knownSince }) => knownSince.slice(0, 10) >= from && knownSince.slice(0, 10) <= to);
}

function isGoneThroughAgain(filed: readonly LedgerEntry[], { isReplayed }: ReplayContext): boolean {
  return isReplayed ?? filed.some(({ content }) => (content as Forecast).replayed === true);
}
