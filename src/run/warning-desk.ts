import { setImmediate } from 'node:timers/promises';
import { makeRecord } from '../analyse/ledger/page.ts';
import { makeScoreReport } from '../analyse/ledger/score/report.ts';
import { compareWithout, restsOn } from '../analyse/source/dependants.ts';
import { keyOf } from '../analyse/source/table.ts';
import type { Brief } from '../model/brief.ts';
import type { Board, BoardRow, ForecastRecord, RecordPage } from '../model/desk.ts';
import { StoreError } from '../model/errors.ts';
import type { Assessment, Forecast, LedgerEntry } from '../model/forecast.ts';
import type { Problem } from '../model/problem.ts';
import type { Replay, ReplayOptions, ReplayRequest } from '../model/replay.ts';
import type { ScoreReport } from '../model/score.ts';
import type { SignHistory, SignHistoryRequest } from '../model/sign-history.ts';
import type { DependingProblem } from '../model/source-book.ts';
import { assessIn } from './assessing.ts';
import { compareRows, makeBoardRow } from './board.ts';
import { makeCitedBrief } from './briefs.ts';
import { findDayBefore } from './changes.ts';
import type { KnownSources } from './collecting/known-sources.ts';
import type { DeskOptions } from './desk.ts';
import type { History } from './history.ts';
import type { LedgerReader } from './ledger-reader.ts';
import type { Picture } from './picture.ts';
import { nameFile, type ProblemFiles } from './problems.ts';
import { replayProblem } from './replaying.ts';
import { SignDays } from './sign-days.ts';
import { loadTemplate } from './templates.ts';
import type { ViewKeeper } from './view-keeper.ts';
import type { View } from './views.ts';

/** Milliseconds of work between which others are answered. */
const SLICE = 10;
/** Reports whose scores are kept. */
const MAX_REPORTS = 12;
/** Assessments of one replay, unless whoever asks allows more: it holds up others who ask for one. */
const MAX_REPLAY = 5_000;

interface WarningSources extends Pick<DeskOptions, 'store' | 'config' | 'now' | 'pairs'> {
  readonly picture: Picture;
  readonly history: History;
  readonly ledger: LedgerReader;
  readonly problems: ProblemFiles;
  readonly views: ViewKeeper;
  readonly sources: KnownSources;
}

/** What of the desk is about warning problems: what is thought of them, what was filed, and how it came out. */
export class WarningDesk {
  readonly #from: WarningSources;
  /** By problem and last entry. */
  readonly #scores = new Map<string, ScoreReport>();
  readonly #signs: SignDays;
  #replaying: Promise<unknown> = Promise.resolve();

  constructor(from: WarningSources) {
    this.#from = from;
    this.#signs = new SignDays({
      ...from,
      readRecord: (problem, view) => this.#ledger(problem, view),
      prepare: (problems, view) => this.#prepare(problems, view),
    });
  }

  async getBoard(asOf?: string): Promise<Board> {
    const view = await this.#from.views.get(asOf);
    const { problems, failures, broken } = await this.#from.problems.read();
    await this.#prepare(problems, view);
    const rows: BoardRow[] = [];
    const damaged: string[] = [];
    // Where a record can no longer be read, one goes on without it.
    const readLedger = this.#openLedger(view);
    const readRecord = (problem: Problem) => readLedger(problem).catch(passOver);
    let since = performance.now();
    for (const problem of problems) {
      // Others are answered in between.
      if (performance.now() - since >= SLICE) {
        await setImmediate();
        since = performance.now();
      }
      const forecasts = await this.#findForecasts(problem, { readLedger, damaged });
      const assessment = await assessIn(problem, { view, problems, readRecord });
      rows.push(makeBoardRow({ problem, assessment, forecasts, outcomes: view.outcomes(problem) }));
    }
    return {
      kind: 'board',
      asOf: view.asOf,
      rows: rows.sort(compareRows),
      failures: [...failures, ...damaged],
      broken: broken.map(({ id, file }) => ({ problem: id, file: nameFile({ file }) })),
    };
  }

  /** What was filed; where that can no longer be read, none of it, and why. */
  async #findForecasts(
    problem: Problem,
    { readLedger, damaged }: { readonly readLedger: ReadLedger; readonly damaged: string[] },
  ): Promise<readonly Forecast[]> {
    try {
      return listForecasts(await readLedger(problem));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      damaged.push(`${problem.id} is shown without its record: ${error.message}`);
      return [];
    }
  }

  async getAssessment(id: string, asOf?: string): Promise<Assessment | undefined> {
    const { problems } = await this.#from.problems.read();
    const problem = problems.find((each) => each.id === id);
    if (problem === undefined) return undefined;
    const view = await this.#from.views.get(asOf);
    await this.#prepare(problems, view);
    return assessIn(problem, { view, problems, readRecord: (each) => this.#ledger(each, view) });
  }

  async getSignHistory(id: string, request: SignHistoryRequest = {}): Promise<SignHistory | undefined> {
    const { problems } = await this.#from.problems.read();
    const problem = problems.find((each) => each.id === id);
    return problem === undefined ? undefined : this.#signs.get(problem, problems, request);
  }

  /** What would be thought now of a problem that is not in use, in the place of the one with its id. */
  async assessDraft(draft: Problem): Promise<Assessment> {
    const { problems: inUse } = await this.#from.problems.read();
    const problems = inUse.map((each) => (each.id === draft.id ? draft : each));
    const view = await this.#from.views.get(undefined);
    await this.#prepare(problems, view);
    return assessIn(draft, { view, problems, readRecord: (each) => this.#ledger(each, view) });
  }

  /** What would be thought had an outlet not been heard, of each problem that rests on it. */
  async findDependants(key: string, view: View): Promise<readonly DependingProblem[]> {
    const { problems } = await this.#from.problems.read();
    await this.#prepare(problems, view);
    const readRecord = this.#openLedger(view);
    let without: View | undefined;
    const found: DependingProblem[] = [];
    for (const problem of problems) {
      const before = await assessIn(problem, { view, problems, readRecord });
      if (!restsOn(before, key)) continue;
      without ??= await this.#from.views.make(view.asOf, (report) => keyOf(report) !== key);
      found.push(
        compareWithout(before, await assessIn(problem, { view: without, problems, readRecord }), key),
      );
    }
    return found;
  }

  async #prepare(problems: readonly Problem[], { asOf }: View): Promise<void> {
    const counts = await this.#from.history.events.known(asOf);
    await this.#from.pairs?.prepare(problems, { counts, asOf });
  }

  async getBrief(id: string, asOf?: string, since?: string): Promise<Brief | undefined> {
    return (await this.tellBrief(id, asOf, since))?.brief;
  }

  /** A brief with the texts that a sentence of it may cite. */
  async tellBrief(
    id: string,
    asOf?: string,
    since?: string,
  ): Promise<ReturnType<typeof makeCitedBrief> | undefined> {
    const { problems } = await this.#from.problems.read();
    const problem = problems.find((each) => each.id === id);
    if (problem === undefined) return undefined;
    const { config } = this.#from;
    const view = await this.#from.views.get(asOf);
    const instant = since ?? findDayBefore(view.asOf);
    // What is later than the instant asked about is not looked at.
    const before = instant > view.asOf ? view : await this.#from.views.get(instant);
    const [then, now] = await this.#assessBoth(problem, { problems, before, after: view });
    return makeCitedBrief(problem, {
      before: { view: before, assessment: then },
      now: { view, assessment: now },
      entries: await this.#ledger(problem, view),
      template: loadTemplate(config, id),
    });
  }

  async getRecord(id: string, asOf?: string, page: RecordPage = {}): Promise<ForecastRecord | undefined> {
    const problem = await this.#find(id);
    if (problem === undefined) return undefined;
    const view = await this.#from.views.get(asOf);
    return makeRecord(await this.#ledger(problem, view), { problem: id, asOf: view.asOf, page });
  }

  async getScores({
    problem,
    ...request
  }: {
    readonly problem?: string;
    readonly asOf?: string;
  } = {}): Promise<ScoreReport> {
    const { ledger, now } = this.#from;
    const asOf = request.asOf ?? now();
    await ledger.advance();
    const entries = problem === undefined ? ledger.listAll(asOf) : ledger.list(problem, asOf);
    // The hash stands for everything before it.
    const name = `${problem ?? ''} ${entries.at(-1)?.hash}`;
    const report = this.#scores.get(name) ?? makeScoreReport(entries, asOf);
    if (this.#scores.size >= MAX_REPORTS) this.#scores.clear();
    this.#scores.set(name, report);
    return { ...report, asOf };
  }

  async getReplay(request: ReplayRequest, options: ReplayOptions = {}): Promise<Replay | undefined> {
    const { problems } = await this.#from.problems.read();
    const problem = options.definition ?? problems.find(({ id }) => id === request.problem);
    if (problem === undefined) return undefined;
    const { picture, store, now } = this.#from;
    // One after another: each keeps the machine busy.
    const next = this.#replaying.then(async () => {
      options.signal?.throwIfAborted();
      await picture.refresh();
      return replayProblem(problem, request, {
        makeView: async (asOf) => {
          const view = await this.#from.views.make(asOf);
          await this.#prepare([problem], view);
          return view;
        },
        problems,
        readLedger: (id) => store.listLedger({ problem: id }),
        now: now(),
        most: options.most ?? MAX_REPLAY,
        ...options,
      });
    });
    this.#replaying = next.catch(() => undefined);
    return next;
  }

  /** What is thought of each problem as of two instants. */
  async compare(
    problems: readonly Problem[],
    { before, after }: { readonly before: View; readonly after: View },
  ): Promise<ReadonlyMap<string, readonly [Assessment, Assessment]>> {
    const assessments = new Map<string, readonly [Assessment, Assessment]>();
    for (const problem of problems)
      assessments.set(problem.id, await this.#assessBoth(problem, { problems, before, after }));
    return assessments;
  }

  async #assessBoth(
    problem: Problem,
    {
      problems,
      before,
      after,
    }: { readonly problems: readonly Problem[]; readonly before: View; readonly after: View },
  ): Promise<readonly [Assessment, Assessment]> {
    const [then, now] = await Promise.all(
      [before, after].map((view) =>
        assessIn(problem, { view, problems, readRecord: (each) => this.#ledger(each, view) }),
      ),
    );
    return [then!, now!];
  }

  async #find(id: string): Promise<Problem | undefined> {
    const { problems } = await this.#from.problems.read();
    return problems.find((problem) => problem.id === id);
  }

  async #ledger(problem: Problem, view: Pick<View, 'asOf'>): Promise<readonly LedgerEntry[]> {
    return this.#openLedger(view)(problem);
  }

  /** The records of one problem after the other, all as they are when the first is asked for. */
  #openLedger({ asOf }: Pick<View, 'asOf'>): ReadLedger {
    const { ledger, store } = this.#from;
    let advanced: Promise<boolean> | undefined;
    const advance = async (): Promise<boolean> => {
      try {
        await ledger.advance();
        return true;
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        return false;
      }
    };
    return async ({ id }) => {
      advanced ??= advance();
      // An entry of another problem that can no longer be read is no reason not to show this one.
      return (await advanced) ? ledger.list(id, asOf) : store.listLedger({ problem: id, asOf });
    };
  }
}

type ReadLedger = (problem: Problem) => Promise<readonly LedgerEntry[]>;

const forecasts = new WeakMap<readonly LedgerEntry[], readonly Forecast[]>();

/** Kept beside the list: boards of one record after the other are made of the same. */
function listForecasts(entries: readonly LedgerEntry[]): readonly Forecast[] {
  const known = forecasts.get(entries);
  if (known !== undefined) return known;
  const listed: Forecast[] = [];
  for (const { content } of entries) if (content.kind === 'forecast') listed.push(content);
  forecasts.set(entries, listed);
  return listed;
}

function passOver(error: unknown): readonly LedgerEntry[] {
  if (!(error instanceof StoreError)) throw error;
  return [];
}
