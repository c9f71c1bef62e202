import { existsSync } from 'node:fs';
import { chooseActors, makeActor } from '../analyse/entity/actors.ts';
import { makeRecord } from '../analyse/ledger/page.ts';
import { makeScoreReport } from '../analyse/ledger/score/report.ts';
import { RegisterError } from '../direct/register/error.ts';
import type { Actor, ActorDetail, ActorSummary } from '../model/actor.ts';
import type { Brief } from '../model/brief.ts';
import type { Changes, ChangesRequest } from '../model/changes.ts';
import type { SetAside } from '../model/correction.ts';
import type { Decision, DecisionList, DecisionRequest } from '../model/decision.ts';
import type { Definition, DefinitionDraft, DefinitionFault, DefinitionRequest } from '../model/definition.ts';
import type {
  ActorRequest,
  Board,
  BoardRow,
  Desk,
  ForecastRecord,
  IncidentRequest,
  PictureList,
  PictureRequest,
  RecordPage,
} from '../model/desk.ts';
import { DecisionError, StoreError } from '../model/errors.ts';
import type { Assessment, Forecast, LedgerEntry } from '../model/forecast.ts';
import type { GradeDetail, GradeList, GradeRequest } from '../model/grade.ts';
import type { Incident, IncidentSummary } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Hash } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';
import type { ActorEntry, DeskRegister } from '../model/register.ts';
import type { Replay, ReplayOptions, ReplayRequest } from '../model/replay.ts';
import type { ScoreReport } from '../model/score.ts';
import type { SourceHealth } from '../model/source.ts';
import type { Story, StorySummary } from '../model/story.ts';
import type { Store } from '../store/store.ts';
import { assessIn } from './assessing.ts';
import { compareRows, makeBoardRow } from './board.ts';
import { makeBriefOf } from './briefs.ts';
import { findDayBefore, makeChanges } from './changes.ts';
import { listHealth } from './collecting/health.ts';
import { KnownSources } from './collecting/known-sources.ts';
import { findSourcesFile, loadSources } from './collecting/sources-file.ts';
import type { Config } from './config.ts';
import { decide } from './decisions/decide.ts';
import { listDecisions } from './decisions/list.ts';
import { ProblemDefinitions } from './definitions.ts';
import { gradeIncident, gradeRow } from './grades.ts';
import { History } from './history.ts';
import { LedgerReader } from './ledger-reader.ts';
import { Picture } from './picture.ts';
import { ProblemFiles } from './problems.ts';
import { findRegisterFile, RegisterFile } from './register.ts';
import { addToRegister, findFaults, makeRecordFinder } from './registering.ts';
import { replayProblem } from './replaying.ts';
import { loadTemplate } from './templates.ts';
import type { PairLearner } from './threads/pairs.ts';
import { UsageError } from './usage.ts';
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
  /** Shared with whoever files; one of its own unless given. */
  readonly ledger?: LedgerReader;
  /** Learns base rates from events ahead of an assessment; each does it for itself without. */
  readonly pairs?: Pick<PairLearner, 'prepare'>;
  /** Called when something was decided: what rests on it is to be looked at again. */
  readonly onDecided?: () => void;
}

/** Instants whose views are kept: someone who moves along the time line comes back to them. */
const MAX_VIEWS = 12;
const MAX_ROWS = 500;
/** Assessments of one replay, unless whoever asks allows more: it holds up others who ask for one. */
const MAX_REPLAY = 5_000;

/**
 * The analysis as `disseminate` and the commands ask for it.
 *
 * @example
 * const desk = await makeDesk({ store, config, now });
 * const { rows } = await desk.getBoard('2020-12-11T23:59:59.999Z');
 */
export async function makeDesk(options: DeskOptions): Promise<Desk> {
  const picture = options.picture ?? new Picture(options.store, undefined, new RegisterFile(options.config));
  await picture.refresh();
  const { store, history = new History(store), ledger = new LedgerReader(store) } = options;
  return new StoreDesk({ ...options, picture, history, ledger });
}

type ReadyOptions = DeskOptions & Required<Pick<DeskOptions, 'picture' | 'history' | 'ledger'>>;

class StoreDesk implements Desk {
  readonly #options: ReadyOptions;
  readonly #problems: ProblemFiles;
  readonly #definitions: ProblemDefinitions;
  readonly #history: History;
  readonly #sources: KnownSources;
  /** By instant; they hold for one state of the picture. */
  readonly #views = new Map<string, View>();
  /** By problem and last entry. */
  readonly #scores = new Map<string, ScoreReport>();
  #state = -1;
  #deciding: Promise<unknown> = Promise.resolve();
  #replaying: Promise<unknown> = Promise.resolve();

  constructor(options: ReadyOptions) {
    this.#options = options;
    this.#problems = new ProblemFiles(options.config);
    this.#history = options.history;
    const { store, now, onDecided } = options;
    this.#definitions = new ProblemDefinitions({
      store,
      now,
      problems: this.#problems,
      ...(onDecided === undefined ? {} : { onWritten: onDecided }),
    });
    this.#sources = new KnownSources(options.config);
  }

  async getBoard(asOf?: string): Promise<Board> {
    const view = await this.#view(asOf);
    const { problems, failures } = await this.#problems.read();
    await this.#prepare(problems, view);
    const rows: BoardRow[] = [];
    const damaged: string[] = [];
    // Where a record can no longer be read, one goes on without it.
    const readRecord = (problem: Problem) => this.#ledger(problem, view).catch(passOver);
    for (const problem of problems) {
      const forecasts = await this.#findForecasts(problem, { view, damaged });
      const assessment = await assessIn(problem, { view, problems, readRecord });
      rows.push(makeBoardRow({ problem, assessment, forecasts, outcomes: view.outcomes(problem) }));
    }
    return {
      kind: 'board',
      asOf: view.asOf,
      rows: rows.sort(compareRows),
      failures: [...failures, ...damaged],
    };
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
    const { problems } = await this.#problems.read();
    const problem = problems.find((each) => each.id === id);
    if (problem === undefined) return undefined;
    const view = await this.#view(asOf);
    await this.#prepare(problems, view);
    return assessIn(problem, { view, problems, readRecord: (each) => this.#ledger(each, view) });
  }

  async #prepare(problems: readonly Problem[], { asOf }: View): Promise<void> {
    const counts = await this.#history.events.known(asOf);
    await this.#options.pairs?.prepare(problems, { counts, asOf });
  }

  async getBrief(id: string, asOf?: string, since?: string): Promise<Brief | undefined> {
    const { problems } = await this.#problems.read();
    const problem = problems.find((each) => each.id === id);
    if (problem === undefined) return undefined;
    const { config } = this.#options;
    const view = await this.#view(asOf);
    const instant = since ?? findDayBefore(view.asOf);
    // What is later than the instant asked about is not looked at.
    const before = instant > view.asOf ? view : await this.#view(instant);
    const [then, now] = await Promise.all(
      [before, view].map((at) =>
        assessIn(problem, { view: at, problems, readRecord: (each) => this.#ledger(each, at) }),
      ),
    );
    return makeBriefOf(problem, {
      before: { view: before, assessment: then! },
      now: { view, assessment: now! },
      entries: await this.#ledger(problem, view),
      template: loadTemplate(config, id),
    });
  }

  async getRecord(id: string, asOf?: string, page: RecordPage = {}): Promise<ForecastRecord | undefined> {
    const problem = await this.#find(id);
    if (problem === undefined) return undefined;
    const view = await this.#view(asOf);
    return makeRecord(await this.#ledger(problem, view), { problem: id, asOf: view.asOf, page });
  }

  async getScores({
    problem,
    ...request
  }: {
    readonly problem?: string;
    readonly asOf?: string;
  } = {}): Promise<ScoreReport> {
    const { ledger, now } = this.#options;
    const asOf = request.asOf ?? now();
    await ledger.advance();
    const entries = problem === undefined ? ledger.listAll(asOf) : ledger.list(problem, asOf);
    // The hash stands for everything before it.
    const name = `${problem ?? ''} ${entries.at(-1)?.hash}`;
    const report = this.#scores.get(name) ?? makeScoreReport(entries, asOf);
    if (this.#scores.size >= MAX_VIEWS) this.#scores.clear();
    this.#scores.set(name, report);
    return { ...report, asOf };
  }

  async getReplay(request: ReplayRequest, options: ReplayOptions = {}): Promise<Replay | undefined> {
    const { problems } = await this.#problems.read();
    const problem = options.definition ?? problems.find(({ id }) => id === request.problem);
    if (problem === undefined) return undefined;
    const { picture, store, now } = this.#options;
    // One after another: each keeps the machine busy.
    const next = this.#replaying.then(async () => {
      options.signal?.throwIfAborted();
      await picture.refresh();
      return replayProblem(problem, request, {
        makeView: async (asOf) => {
          const view = await this.#makeView(asOf);
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

  async getDefinition(problem: string, request?: DefinitionRequest): Promise<Definition | undefined> {
    return this.#definitions.getDefinition(problem, request);
  }

  async checkDefinition(problem: string, text: string): Promise<readonly DefinitionFault[]> {
    return this.#definitions.checkDefinition(problem, text);
  }

  async putDefinition(problem: string, draft: DefinitionDraft): Promise<Definition> {
    return this.#definitions.putDefinition(problem, draft);
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
    const story = view.getStory(id);
    if (story === undefined) return undefined;
    return {
      ...story,
      incidents: story.incidents.map((incident) => gradeRow(incident, view)),
      sources: view.grades.markSources(story.tree),
    };
  }

  async listIncidents(request: IncidentRequest): Promise<PictureList<IncidentSummary>> {
    const view = await this.#view(request.asOf);
    const { country, actor } = request;
    const fitting = view.incidents.filter(
      ({ where, actors, recipients }) =>
        (country === undefined || where?.country === country) &&
        (actor === undefined || [...actors, ...recipients].some(({ record }) => record === actor)),
    );
    const { rows, total } = cut(fitting, request);
    return { rows: rows.map((row) => gradeRow(row, view)), total };
  }

  async getIncident(id: string, asOf?: string): Promise<Incident | undefined> {
    const view = await this.#view(asOf);
    const incident = view.getIncident(id);
    return incident === undefined ? undefined : gradeIncident(incident, view);
  }

  async listActors(request: ActorRequest): Promise<PictureList<ActorSummary>> {
    const { actors } = await this.#view(request.asOf);
    return cut(chooseActors(actors, request), request);
  }

  async getActor(id: string, asOf?: string): Promise<ActorDetail | undefined> {
    const { picture } = this.#options;
    const view = await this.#view(asOf);
    return makeActor(id, view.reports, {
      own: picture.ownActors,
      judgements: picture.judgements(view.asOf),
    });
  }

  async getRegister(): Promise<DeskRegister> {
    const { picture, config } = this.#options;
    const own = picture.ownActors;
    const find = makeRecordFinder(own);
    const rows = own.map((entry) => ({ ...entry, id: find(entry).id }));
    return { rows, faults: findFaults(findRegisterFile(config)) };
  }

  async addActor(entry: ActorEntry): Promise<Actor> {
    const { picture, config, now, onDecided } = this.#options;
    const added = enter(findRegisterFile(config), entry, now());
    await picture.refresh();
    onDecided?.();
    return makeRecordFinder(picture.ownActors)(added);
  }

  async listGrades(request: Pick<PictureRequest, 'asOf' | 'limit' | 'offset'>): Promise<GradeList> {
    const { grades } = await this.#view(request.asOf);
    const { limit = 50, offset = 0 } = request;
    return grades.list({ limit: Math.min(limit, MAX_ROWS), offset });
  }

  async getGrade({ type, of, asOf }: GradeRequest): Promise<GradeDetail | undefined> {
    return (await this.#view(asOf)).grades.detail(type, of);
  }

  async getChanges(request: ChangesRequest): Promise<Changes> {
    const after = await this.#view(request.asOf);
    const since = request.since ?? findDayBefore(after.asOf);
    // What is later than the instant asked about is not looked at.
    const before = since > after.asOf ? after : await this.#view(since);
    const { problems } = await this.#problems.read();
    const judgements = await this.#options.store.listJudgements({ asOf: after.asOf });
    const assessments = new Map<string, readonly [Assessment, Assessment]>();
    for (const problem of problems) {
      const [then, now] = await Promise.all(
        [before, after].map((view) =>
          assessIn(problem, { view, problems, readRecord: (each) => this.#ledger(each, view) }),
        ),
      );
      assessments.set(problem.id, [then!, now!]);
    }
    return makeChanges({ before, after, judgements, problems, assessments, limit: request.limit ?? 50 });
  }

  async decide(decision: Decision): Promise<Judgement> {
    const { store, now, onDecided } = this.#options;
    // One after another: two at once could each find that the other has not been made.
    const next = this.#deciding.then(async () => {
      const { reports } = await this.#view(undefined);
      const { ownActors } = this.#options.picture;
      return decide(decision, { store, desk: this, picture: { reports, ownActors }, now });
    });
    this.#deciding = next.catch(() => undefined);
    const judgement = await next;
    onDecided?.();
    return judgement;
  }

  async listDecisions(request: DecisionRequest): Promise<DecisionList> {
    return listDecisions(request, { store: this.#options.store, view: await this.#view(request.asOf) });
  }

  async listSetAside(document: Hash, asOf?: string): Promise<readonly SetAside[]> {
    return (await this.#view(asOf)).setAside.filter(({ claim }) => claim.document === document);
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
    const { ledger, store } = this.#options;
    try {
      await ledger.advance();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      // An entry of another problem that can no longer be read is no reason not to show this one.
      return store.listLedger({ problem: problem.id, asOf });
    }
    return ledger.list(problem.id, asOf);
  }

  async #view(asOf: string | undefined): Promise<View> {
    const { picture, now } = this.#options;
    await picture.refresh();
    if (this.#state !== picture.state) this.#views.clear();
    this.#state = picture.state;
    const instant = asOf ?? now();
    const kept = this.#views.get(instant);
    if (kept !== undefined) return kept;
    const view = await this.#makeView(instant);
    if (this.#views.size >= MAX_VIEWS) this.#views.delete(this.#views.keys().next().value!);
    this.#views.set(instant, view);
    return view;
  }

  async #makeView(instant: string): Promise<View> {
    const { picture } = this.#options;
    return new View({
      asOf: instant,
      judgements: picture.decisions(instant),
      standing: picture.standing(instant),
      ownActors: picture.ownActors,
      history: await this.#history.known(instant),
      events: await this.#history.events.known(instant),
      engine: readProgramName(),
      sources: await this.#sources.read(),
    });
  }
}

/** What keeps an entry out is told as what keeps a decision out. */
function enter(file: string, entry: ActorEntry, now: string): Actor {
  try {
    return addToRegister(file, entry, now);
  } catch (error) {
    if (!(error instanceof RegisterError || error instanceof UsageError)) throw error;
    const [first] = error instanceof RegisterError ? error.problems : [];
    const problem = first === undefined ? error.message : `line ${first.line}: ${first.problem}`;
    throw new DecisionError('conflict', {
      of: 'the register cannot be used as it is',
      problem: problem.replace(/\.$/, ''),
      remedy: 'Mend register.tsv in the data folder first.',
    });
  }
}

function listForecasts(entries: readonly LedgerEntry[]): readonly Forecast[] {
  return entries.flatMap(({ content }) => (content.kind === 'forecast' ? [content] : []));
}

function passOver(error: unknown): readonly LedgerEntry[] {
  if (!(error instanceof StoreError)) throw error;
  return [];
}

function cut<Row>(rows: readonly Row[], { limit = 50, offset = 0 }: PictureRequest): PictureList<Row> {
  return { rows: rows.slice(offset, offset + Math.min(limit, MAX_ROWS)), total: rows.length };
}
