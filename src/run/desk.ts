import { existsSync } from 'node:fs';
import { chooseActors, makeActor } from '../analyse/entity/actors.ts';
import { findReplies } from '../analyse/ladder/replies.ts';
import { RegisterError } from '../direct/register/error.ts';
import type { Actor, ActorDetail, ActorSummary } from '../model/actor.ts';
import type { Brief, DraftChange, DraftedBrief, SignedBrief } from '../model/brief.ts';
import type { Changes, ChangesRequest } from '../model/changes.ts';
import type { Corrected, SetAside } from '../model/correction.ts';
import type { Decision, DecisionList, DecisionRequest } from '../model/decision.ts';
import type {
  Definition,
  DefinitionDraft,
  DefinitionEdits,
  DefinitionFault,
  DefinitionRequest,
  DefinitionTrial,
} from '../model/definition.ts';
import type {
  ActorRequest,
  Board,
  Desk,
  ForecastRecord,
  IncidentRequest,
  PictureList,
  PictureRequest,
  RecordPage,
  StoryRequest,
} from '../model/desk.ts';
import { DecisionError } from '../model/errors.ts';
import type { Exporting } from '../model/exporting.ts';
import type { Assessment } from '../model/forecast.ts';
import type { GradeDetail, GradeList, GradeRequest } from '../model/grade.ts';
import type { Incident, IncidentSummary } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import type { MapPicture, MapRequest } from '../model/map.ts';
import type { Hash } from '../model/page.ts';
import type { ActorEntry, DeskRegister } from '../model/register.ts';
import type { Replay, ReplayOptions, ReplayRequest } from '../model/replay.ts';
import type { SavedSearch } from '../model/saved-search.ts';
import type { ScoreReport } from '../model/score.ts';
import type {
  FoundCount,
  SavedSearchRow,
  SearchAnswer,
  SearchChange,
  SearchDraft,
  Searching,
  SearchQuestion,
} from '../model/search.ts';
import type { SignHistory, SignHistoryRequest } from '../model/sign-history.ts';
import type { SourceHealth } from '../model/source.ts';
import type { SourceBook } from '../model/source-book.ts';
import type { Story, StorySummary } from '../model/story.ts';
import type { Together } from '../model/together.ts';
import type { WatchArea, WatchAreaDraft } from '../model/watch-area.ts';
import type { Store } from '../store/store.ts';
import { StoredDrafts } from './brief-drafts.ts';
import { findDayBefore, makeChanges } from './changes.ts';
import { chooseIncidents, chooseStories } from './choosing.ts';
import { listHealth } from './collecting/health.ts';
import { KnownSources } from './collecting/known-sources.ts';
import { findSourcesFile, loadSources } from './collecting/sources-file.ts';
import type { Config } from './config.ts';
import { decide } from './decisions/decide.ts';
import { listDecisions } from './decisions/list.ts';
import { ProblemDefinitions } from './definitions.ts';
import { DeskExports } from './exports/exports.ts';
import { gradeIncident, gradeRow } from './grades.ts';
import { History } from './history.ts';
import { LedgerReader } from './ledger-reader.ts';
import { makeMap } from './map.ts';
import { Picture } from './picture.ts';
import { ProblemFiles } from './problems.ts';
import { findRegisterFile, RegisterFile } from './register.ts';
import { addToRegister, findFaults, makeRecordFinder } from './registering.ts';
import { makeSearching } from './searching.ts';
import { DeskSources } from './sources/book.ts';
import type { Start } from './starting.ts';
import type { PairLearner } from './threads/pairs.ts';
import { KeptTogether } from './together/together.ts';
import { UsageError } from './usage.ts';
import { ViewKeeper } from './view-keeper.ts';
import { WarningDesk } from './warning-desk.ts';
import { KeptWatchAreas } from './watch-areas.ts';
import { makeWeigher } from './weigher.ts';

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
  /** A start that is under way: whoever asks for the picture meanwhile is told to ask again. Without one, all is read before the desk is there. */
  readonly start?: Pick<Start, 'wait'>;
  /** Called when something was decided: what rests on it is to be looked at again. */
  readonly onDecided?: () => void;
}

const MAX_ROWS = 500;

/**
 * The analysis as `disseminate` and the commands ask for it.
 *
 * @example
 * const desk = await makeDesk({ store, config, now });
 * const { rows } = await desk.getBoard('2020-12-11T23:59:59.999Z');
 */
export async function makeDesk(options: DeskOptions): Promise<Desk> {
  const picture = options.picture ?? new Picture(options.store, undefined, new RegisterFile(options.config));
  if (options.start === undefined) await picture.refresh();
  const { store, history = new History(store), ledger = new LedgerReader(store) } = options;
  return new StoreDesk({ ...options, picture, history, ledger });
}

type ReadyOptions = DeskOptions & Required<Pick<DeskOptions, 'picture' | 'history' | 'ledger'>>;

class StoreDesk implements Desk {
  readonly #options: ReadyOptions;
  readonly #problems: ProblemFiles;
  readonly #definitions: ProblemDefinitions;
  readonly #views: ViewKeeper;
  readonly #warnings: WarningDesk;
  readonly #areas: KeptWatchAreas;
  readonly #drafts: StoredDrafts;
  readonly #searching: Searching;
  readonly together: Together;
  readonly sources: SourceBook;
  readonly exports: Exporting;
  #deciding: Promise<unknown> = Promise.resolve();

  constructor(options: ReadyOptions) {
    this.#options = options;
    this.#problems = new ProblemFiles(options.config);
    const { store, now, onDecided } = options;
    this.#definitions = new ProblemDefinitions({
      store,
      now,
      problems: this.#problems,
      ...(onDecided === undefined ? {} : { onWritten: onDecided }),
    });
    const sources = new KnownSources(options.config);
    this.#views = new ViewKeeper({ ...options, sources });
    this.#warnings = new WarningDesk({ ...options, problems: this.#problems, views: this.#views, sources });
    this.sources = new DeskSources({
      ...options,
      views: this.#views,
      problems: this.#problems,
      warnings: this.#warnings,
    });
    this.exports = new DeskExports({
      ...options,
      views: this.#views,
      problems: this.#problems,
      warnings: this.#warnings,
    });
    this.#drafts = new StoredDrafts({ ...options, warnings: this.#warnings });
    this.#areas = new KeptWatchAreas(store, now);
    this.#searching = makeSearching({
      store,
      now,
      // What is found is shown without its weight rather than late.
      weigh: async (asOf) => makeWeigher(await this.#views.get(asOf, 0)),
    });
    this.together = new KeptTogether({
      ...{ store, now, problems: this.#problems, views: this.#views },
      ...{ warnings: this.#warnings, drafts: this.#drafts, ledger: options.ledger },
    });
  }

  getBoard(asOf?: string): Promise<Board> {
    return this.#warnings.getBoard(asOf);
  }

  getAssessment(id: string, asOf?: string): Promise<Assessment | undefined> {
    return this.#warnings.getAssessment(id, asOf);
  }

  getSignHistory(id: string, request?: SignHistoryRequest): Promise<SignHistory | undefined> {
    return this.#warnings.getSignHistory(id, request);
  }

  getBrief(id: string, asOf?: string, since?: string): Promise<Brief | undefined> {
    return this.#warnings.getBrief(id, asOf, since);
  }

  getRecord(id: string, asOf?: string, page?: RecordPage): Promise<ForecastRecord | undefined> {
    return this.#warnings.getRecord(id, asOf, page);
  }

  getScores(request?: { readonly problem?: string; readonly asOf?: string }): Promise<ScoreReport> {
    return this.#warnings.getScores(request);
  }

  getReplay(request: ReplayRequest, options?: ReplayOptions): Promise<Replay | undefined> {
    return this.#warnings.getReplay(request, options);
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

  async tryEdits(id: string, edits: DefinitionEdits): Promise<DefinitionTrial> {
    const { problem, ...trial } = await this.#definitions.applyEdits(id, edits);
    if (problem === undefined) return trial;
    return { ...trial, assessment: await this.#warnings.assessDraft(problem) };
  }

  getDraft(problem: string, asOf?: string): Promise<DraftedBrief | undefined> {
    return this.#drafts.getDraft(problem, asOf);
  }

  putDraft(problem: string, change: DraftChange): Promise<DraftedBrief | undefined> {
    return this.#drafts.putDraft(problem, change);
  }

  discardDraft(problem: string, revision: number): Promise<void> {
    return this.#drafts.discardDraft(problem, revision);
  }

  signDraft(
    problem: string,
    request: { readonly revision: number; readonly send: boolean },
  ): Promise<SignedBrief | undefined> {
    return this.#drafts.signDraft(problem, request);
  }

  async listStories(request: StoryRequest): Promise<PictureList<StorySummary>> {
    const { stories } = await this.#views.get(request.asOf);
    return cut(chooseStories(stories, request), request);
  }

  async getStory(id: string, asOf?: string): Promise<Story | undefined> {
    const view = await this.#views.get(asOf);
    const story = view.getStory(id);
    if (story === undefined) return undefined;
    return {
      ...story,
      incidents: story.incidents.map((incident) => gradeRow(incident, view)),
      sources: view.grades.markSources(story.tree),
    };
  }

  async listIncidents(request: IncidentRequest): Promise<PictureList<IncidentSummary>> {
    const view = await this.#views.get(request.asOf);
    const fitting = chooseIncidents(view.incidents, request);
    const { rows, total } = cut(fitting, request);
    return { rows: rows.map((row) => gradeRow(row, view)), total };
  }

  async getIncident(id: string, asOf?: string): Promise<Incident | undefined> {
    const view = await this.#views.get(asOf);
    const incident = view.getIncident(id);
    if (incident === undefined) return undefined;
    const { problems } = await this.#problems.read();
    return gradeIncident({ ...incident, ...findReplies(incident.id, problems, view) }, view);
  }

  async getMap(request: MapRequest): Promise<MapPicture> {
    const view = await this.#views.get(request.asOf);
    return makeMap(view.incidents, { asOf: view.asOf, request });
  }

  listWatchAreas(request?: { readonly asOf?: string }): Promise<readonly WatchArea[]> {
    return this.#areas.listWatchAreas(request);
  }

  addWatchArea(draft: WatchAreaDraft): Promise<WatchArea> {
    return this.#areas.addWatchArea(draft);
  }

  changeWatchArea(id: string, draft: WatchAreaDraft, base: number): Promise<WatchArea> {
    return this.#areas.changeWatchArea(id, draft, base);
  }

  removeWatchArea(id: string, by: string, base: number): Promise<WatchArea> {
    return this.#areas.removeWatchArea(id, by, base);
  }

  async listActors(request: ActorRequest): Promise<PictureList<ActorSummary>> {
    const { actors } = await this.#views.get(request.asOf);
    return cut(chooseActors(actors, request), request);
  }

  async getActor(id: string, asOf?: string): Promise<ActorDetail | undefined> {
    const { picture } = this.#options;
    const view = await this.#views.get(asOf);
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
    const { grades } = await this.#views.get(request.asOf);
    const { limit = 50, offset = 0 } = request;
    return grades.list({ limit: Math.min(limit, MAX_ROWS), offset });
  }

  async getGrade({ type, of, asOf }: GradeRequest): Promise<GradeDetail | undefined> {
    return (await this.#views.get(asOf)).grades.detail(type, of);
  }

  async getChanges(request: ChangesRequest): Promise<Changes> {
    const after = await this.#views.get(request.asOf);
    const since = request.since ?? findDayBefore(after.asOf);
    // What is later than the instant asked about is not looked at.
    const before = since > after.asOf ? after : await this.#views.get(since);
    const { problems } = await this.#problems.read();
    const judgements = await this.#options.store.listJudgements({ asOf: after.asOf });
    const assessments = await this.#warnings.compare(problems, { before, after });
    return makeChanges({ before, after, judgements, problems, assessments, limit: request.limit ?? 50 });
  }

  async decide(decision: Decision): Promise<Judgement> {
    const { store, now, onDecided } = this.#options;
    // One after another: two at once could each find that the other has not been made.
    const next = this.#deciding.then(async () => {
      const { reports } = await this.#views.get(undefined);
      const { ownActors } = this.#options.picture;
      return decide(decision, { store, desk: this, picture: { reports, ownActors }, now });
    });
    this.#deciding = next.catch(() => undefined);
    const judgement = await next;
    onDecided?.();
    return judgement;
  }

  async listDecisions(request: DecisionRequest): Promise<DecisionList> {
    return listDecisions(request, { store: this.#options.store, view: await this.#views.get(request.asOf) });
  }

  async listSetAside(document: Hash, asOf?: string): Promise<readonly SetAside[]> {
    return (await this.#views.get(asOf)).setAside.filter(({ claim }) => claim.document === document);
  }

  async listCorrected(document: Hash, asOf?: string): Promise<readonly Corrected[]> {
    return (await this.#views.get(asOf)).corrected.filter(({ claim }) => claim.document === document);
  }

  search(...asked: Parameters<Searching['search']>): Promise<SearchAnswer> {
    return this.#searching.search(...asked);
  }

  countFound(question: SearchQuestion): Promise<FoundCount> {
    return this.#searching.countFound(question);
  }

  listSavedSearches(): Promise<readonly SavedSearchRow[]> {
    return this.#searching.listSavedSearches();
  }

  saveSearch(draft: SearchDraft): Promise<SavedSearch> {
    return this.#searching.saveSearch(draft);
  }

  changeSearch(id: string, change: SearchChange): Promise<SavedSearch | undefined> {
    return this.#searching.changeSearch(id, change);
  }

  deleteSearch(id: string): Promise<boolean> {
    return this.#searching.deleteSearch(id);
  }

  async listSources(): Promise<readonly SourceHealth[]> {
    const { store, config } = this.#options;
    const sources = existsSync(findSourcesFile(config)) ? await loadSources(config) : [];
    return listHealth(sources, await store.listSourceStates());
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

function cut<Row>(rows: readonly Row[], { limit = 50, offset = 0 }: PictureRequest): PictureList<Row> {
  return { rows: rows.slice(offset, offset + Math.min(limit, MAX_ROWS)), total: rows.length };
}
