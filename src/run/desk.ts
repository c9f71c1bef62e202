import { existsSync } from 'node:fs';
import { makeBrief } from '../analyse/brief/brief.ts';
import { makeIncident } from '../analyse/incident/incidents.ts';
import { scoreLedger } from '../analyse/ledger/score.ts';
import { makeStory } from '../analyse/story/stories.ts';
import type { Brief } from '../model/brief.ts';
import type { Changes, ChangesRequest } from '../model/changes.ts';
import type { Board, Desk, ForecastRecord, PictureList, PictureRequest } from '../model/desk.ts';
import { StoreError } from '../model/errors.ts';
import type { Assessment, Forecast, LedgerEntry } from '../model/forecast.ts';
import type { Incident, IncidentSummary } from '../model/incident.ts';
import type { Level, Problem } from '../model/problem.ts';
import type { SourceHealth } from '../model/source.ts';
import type { Story, StorySummary } from '../model/story.ts';
import type { Store } from '../store/store.ts';
import { makeBoardRow } from './board.ts';
import { findDayBefore, makeChanges } from './changes.ts';
import { listHealth } from './collecting/health.ts';
import { findSourcesFile, loadSources } from './collecting/sources-file.ts';
import type { Config } from './config.ts';
import { History } from './history.ts';
import { Picture } from './picture.ts';
import { ProblemFiles } from './problems.ts';
import { readProgramName } from './version.ts';
import { View } from './views.ts';

export interface DeskOptions {
  readonly store: Store;
  readonly config: Config;
  /** The clock: ISO 8601 instant in UTC. */
  readonly now: () => string;
  /** Shared with whoever adds to it; one of its own unless given. */
  readonly picture?: Picture;
  /** Shared with whoever looks at the problems too; one of its own unless given. */
  readonly history?: History;
}

/** Instants whose views are kept: someone who moves along the time line comes back to them. */
const MAX_VIEWS = 12;
const MAX_ROWS = 500;

/**
 * The analysis as `disseminate` and the commands ask for it.
 *
 * @example
 * const desk = await makeDesk({ store, config, now });
 * const { rows } = await desk.getBoard('2020-12-11T23:59:59.999Z');
 */
export async function makeDesk(options: DeskOptions): Promise<Desk> {
  const picture = options.picture ?? new Picture(options.store);
  await picture.refresh();
  return new StoreDesk({ ...options, picture, history: options.history ?? new History(options.store) });
}

class StoreDesk implements Desk {
  readonly #options: Required<DeskOptions>;
  readonly #problems: ProblemFiles;
  readonly #history: History;
  /** By instant; they hold for one state of the picture. */
  readonly #views = new Map<string, View>();
  #state = -1;

  constructor(options: Required<DeskOptions>) {
    this.#options = options;
    this.#problems = new ProblemFiles(options.config);
    this.#history = options.history;
  }

  async getBoard(asOf?: string): Promise<Board> {
    const view = await this.#view(asOf);
    const { problems, failures } = await this.#problems.read();
    const rows = [];
    const damaged: string[] = [];
    for (const problem of problems) {
      const forecasts = await this.#findForecasts(problem, { view, damaged });
      const assessment = view.assess(problem, findLevel(forecasts));
      rows.push(makeBoardRow({ problem, assessment, forecasts, outcomes: view.outcomes(problem) }));
    }
    return { kind: 'board', asOf: view.asOf, rows, failures: [...failures, ...damaged] };
  }

  /** What was filed; where that can no longer be read, none of it, and why. */
  async #findForecasts(
    problem: Problem,
    { view, damaged }: { readonly view: View; readonly damaged: string[] },
  ): Promise<readonly Forecast[]> {
    try {
      return listForecasts(await this.#ledger(problem, view));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      damaged.push(`${problem.id} is shown without its record: ${error.message}`);
      return [];
    }
  }

  async getAssessment(id: string, asOf?: string): Promise<Assessment | undefined> {
    const problem = await this.#find(id);
    if (problem === undefined) return undefined;
    const view = await this.#view(asOf);
    return view.assess(problem, findLevel(listForecasts(await this.#ledger(problem, view))));
  }

  async getBrief(id: string, asOf?: string): Promise<Brief | undefined> {
    const problem = await this.#find(id);
    const assessment = await this.getAssessment(id, asOf);
    if (problem === undefined || assessment === undefined) return undefined;
    const view = await this.#view(assessment.asOf);
    const recent = view.outcomes(problem).slice(-3);
    const incidents = recent.flatMap(({ incident }) => makeIncident(incident, view.reports) ?? []);
    return makeBrief(assessment, { incidents, engine: readProgramName(), tlp: problem.tlp });
  }

  async getRecord(id: string, asOf?: string): Promise<ForecastRecord | undefined> {
    const problem = await this.#find(id);
    if (problem === undefined) return undefined;
    const view = await this.#view(asOf);
    const entries = await this.#ledger(problem, view);
    return {
      kind: 'record',
      problem: id,
      asOf: view.asOf,
      scores: scoreLedger(entries),
      entries: entries.toReversed(),
    };
  }

  async listStories(request: PictureRequest): Promise<PictureList<StorySummary>> {
    const { stories } = await this.#view(request.asOf);
    const { country } = request;
    return cut(
      stories.filter(({ countries }) => country === undefined || countries.includes(country)),
      request,
    );
  }

  async getStory(id: string, asOf?: string): Promise<Story | undefined> {
    const view = await this.#view(asOf);
    const story = makeStory(id, view.reports);
    return story === undefined ? undefined : { ...story, ...view.listSetAside({ story: id }) };
  }

  async listIncidents(request: PictureRequest): Promise<PictureList<IncidentSummary>> {
    const { incidents } = await this.#view(request.asOf);
    const { country } = request;
    return cut(
      incidents.filter(({ where }) => country === undefined || where?.country === country),
      request,
    );
  }

  async getIncident(id: string, asOf?: string): Promise<Incident | undefined> {
    const view = await this.#view(asOf);
    const incident = makeIncident(id, view.reports);
    return incident === undefined ? undefined : { ...incident, ...view.listSetAside({ incident: id }) };
  }

  async getChanges(request: ChangesRequest): Promise<Changes> {
    const after = await this.#view(request.asOf);
    const since = request.since ?? findDayBefore(after.asOf);
    // What is later than the instant asked about is not looked at.
    const before = since > after.asOf ? after : await this.#view(since);
    const { problems } = await this.#problems.read();
    const judgements = await this.#options.store.listJudgements({ asOf: after.asOf });
    const levels = new Map<string, readonly [Level | undefined, Level | undefined]>();
    for (const problem of problems) {
      const [then, now] = await Promise.all(
        [before, after].map(async (view) => listForecasts(await this.#ledger(problem, view))),
      );
      levels.set(problem.id, [findLevel(then!), findLevel(now!)]);
    }
    return makeChanges({ before, after, judgements, problems, levels, limit: request.limit ?? 50 });
  }

  async listSources(): Promise<readonly SourceHealth[]> {
    const { store, config } = this.#options;
    const sources = existsSync(findSourcesFile(config)) ? await loadSources(config) : [];
    return listHealth(sources, await store.listSourceStates());
  }

  async #find(id: string): Promise<Problem | undefined> {
    const { problems } = await this.#problems.read();
    return problems.find((problem) => problem.id === id);
  }

  async #ledger(problem: Problem, { asOf }: View): Promise<readonly LedgerEntry[]> {
    return this.#options.store.listLedger({ problem: problem.id, asOf });
  }

  async #view(asOf: string | undefined): Promise<View> {
    const { picture, now } = this.#options;
    await picture.refresh();
    if (this.#state !== picture.state) this.#views.clear();
    this.#state = picture.state;
    const instant = asOf ?? now();
    const kept = this.#views.get(instant);
    if (kept !== undefined) return kept;
    const view = new View({
      asOf: instant,
      standing: picture.standing(instant),
      history: await this.#history.known(instant),
      events: await this.#history.events.known(instant),
      engine: readProgramName(),
    });
    if (this.#views.size >= MAX_VIEWS) this.#views.delete(this.#views.keys().next().value!);
    this.#views.set(instant, view);
    return view;
  }
}

function listForecasts(entries: readonly LedgerEntry[]): readonly Forecast[] {
  return entries.flatMap(({ content }) => (content.kind === 'forecast' ? [content] : []));
}

function findLevel(forecasts: readonly Forecast[]): Level | undefined {
  return forecasts.at(-1)?.level;
}

function cut<Row>(rows: readonly Row[], { limit = 50, offset = 0 }: PictureRequest): PictureList<Row> {
  return { rows: rows.slice(offset, offset + Math.min(limit, MAX_ROWS)), total: rows.length };
}
