import { followMerges } from '../analyse/correction/regroup-incidents.ts';
import type { Standing } from '../analyse/correction/set-aside.ts';
import { chooseStanding } from '../analyse/correction/standing.ts';
import { summarizeActors } from '../analyse/entity/actors.ts';
import { type AssessContext, complete, estimate } from '../analyse/forecast/assess.ts';
import { type Learned, learnRatios } from '../analyse/forecast/learned.ts';
import { findOutcomes, type Outcome } from '../analyse/forecast/outcomes.ts';
import { Grades } from '../analyse/grade/grades.ts';
import { makeIncident, summarizeIncidents, summarizeSome } from '../analyse/incident/incidents.ts';
import { makeStory, summarizeStories } from '../analyse/story/stories.ts';
import type { Actor, ActorSummary } from '../model/actor.ts';
import type { Corrected, SetAside } from '../model/correction.ts';
import type { EventCount } from '../model/event-count.ts';
import type { Assessment, Estimate } from '../model/forecast.ts';
import type { OriginCounts } from '../model/grade.ts';
import type { Incident, IncidentSummary } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Level, Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import type { Story, StorySummary } from '../model/story.ts';
import type { KeptPastEvent } from '../store/store.ts';
import { findReach } from '../text/instants.ts';

/** What was known at one instant, with what follows from it; each thing is worked out when it is first asked for. */
export class View {
  readonly asOf: string;
  readonly standing: Standing;
  /** What people of the desk decided by then, withdrawn or not. */
  readonly judgements: readonly Judgement[];
  readonly #history: readonly KeptPastEvent[];
  readonly #events: readonly EventCount[];
  readonly #engine: string;
  readonly #sources: readonly Source[];
  readonly #outcomes = new Map<string, readonly Outcome[]>();
  readonly #estimates = new Map<Learned, Map<string, Estimate>>();
  readonly #assessments = new WeakMap<Estimate, Assessment>();
  readonly #lists: Lists;
  readonly #ownActors: readonly Actor[];
  #actors: readonly ActorSummary[] | undefined;
  #grades: Grades | undefined;

  constructor(given: {
    readonly asOf: string;
    readonly standing: Standing;
    readonly judgements: readonly Judgement[];
    readonly history: readonly KeptPastEvent[];
    readonly events?: readonly EventCount[];
    readonly engine: string;
    /** What the desk says of its sources. */
    readonly sources?: readonly Source[];
    /** What the desk has added to the register. */
    readonly ownActors?: readonly Actor[];
  }) {
    this.asOf = given.asOf;
    this.standing = given.standing;
    this.judgements = given.judgements;
    this.#lists = getLists(given.standing);
    this.#history = given.history;
    this.#events = given.events ?? [];
    this.#engine = given.engine;
    this.#sources = given.sources ?? [];
    this.#ownActors = given.ownActors ?? [];
  }

  get reports(): readonly Report[] {
    return this.standing.reports;
  }

  /** What was said and counts no longer. */
  get setAside(): readonly SetAside[] {
    return this.standing.setAside;
  }

  /** Fields that people of the desk put right. */
  get corrected(): readonly Corrected[] {
    return this.standing.corrected;
  }

  get stories(): readonly StorySummary[] {
    return this.#lists.stories;
  }

  get incidents(): readonly IncidentSummary[] {
    return this.#lists.incidents;
  }

  /** A story with what counts no longer of it and which documents were taken out of it. */
  getStory(id: string): Story | undefined {
    const story = makeStory(id, this.reports, this.standing.regrouped);
    if (story === undefined) return undefined;
    const { setAside, takenOut } = this.standing;
    return {
      ...story,
      ...keepSome({ setAside: setAside.filter((each) => each.story === story.id) }),
      ...keepSome({ takenOut: takenOut.filter(({ from, to }) => from === story.id || to === story.id) }),
    };
  }

  /** An incident with what counts no longer of it and what pages no longer say; of one that was merged, the one it is part of. */
  getIncident(asked: string): Incident | undefined {
    const id = followMerges(asked, chooseStanding(this.judgements, this.asOf));
    const incident = makeIncident(id, this.reports);
    if (incident === undefined) return undefined;
    const isOfIt = ({ incidents }: { readonly incidents: readonly string[] }) => incidents.includes(id);
    return {
      ...incident,
      ...(id === asked ? {} : { formerly: asked }),
      ...keepSome({ setAside: this.standing.setAside.filter(isOfIt) }),
      ...keepSome({ removed: this.standing.removed.filter(isOfIt) }),
    };
  }

  /** Origins of an incident; undefined where nothing tells of it. */
  countOrigins(incident: string): OriginCounts | undefined {
    return this.#lists.countOrigins(incident);
  }

  /** Origins of a story. */
  countStoryOrigins(story: string): OriginCounts | undefined {
    return this.#lists.countStoryOrigins(story);
  }

  get actors(): readonly ActorSummary[] {
    this.#actors ??= summarizeActors(this.reports, this.#ownActors);
    return this.#actors;
  }

  get grades(): Grades {
    this.#grades ??= new Grades(this);
    return this.#grades;
  }

  /** Incidents that answer a problem's question with yes. */
  outcomes(problem: Problem): readonly Outcome[] {
    const kept = this.#outcomes.get(problem.version) ?? findOutcomes(problem, this.reports);
    this.#outcomes.set(problem.version, kept);
    return kept;
  }

  /**
   * @param previousLevel The level that stood before: a level is left later than it is entered.
   * @param given What is on record of the problem by the view's instant, and problems whose level it reads; see `assessIn`.
   */
  assess(problem: Problem, previousLevel?: Level, given: EstimateGiven = {}): Assessment {
    const made = this.estimate(problem, previousLevel, given);
    const kept = this.#assessments.get(made) ?? complete(problem, made, this);
    this.#assessments.set(made, kept);
    return kept;
  }

  /** As `assess`, without what is neither filed nor told. */
  estimate(problem: Problem, previousLevel?: Level, given: EstimateGiven = {}): Estimate {
    const { record = [], others = NO_OTHERS, isAskedAgain = true } = given;
    const now = findReach(this.asOf)?.last ?? Date.parse(this.asOf);
    // What is on record matters by what it teaches, and by the level that stood.
    const learned = learnRatios(problem, record, now);
    const known = this.#estimates.get(learned) ?? new Map<string, Estimate>();
    this.#estimates.set(learned, known);
    const levels = [...others.values()].map(({ problemVersion, level }) => `${problemVersion} ${level}`);
    const name = [problem.version, previousLevel, ...levels].join(' ');
    const kept =
      known.get(name) ??
      estimate(problem, {
        reports: this.reports,
        history: this.#history,
        events: this.#events,
        asOf: this.asOf,
        engine: this.#engine,
        sources: this.#sources,
        grades: this.grades,
        others,
        learned,
        ...(previousLevel === undefined ? {} : { previousLevel }),
      });
    if (isAskedAgain) known.set(name, kept);
    return kept;
  }
}

interface EstimateGiven extends Pick<AssessContext, 'record' | 'others'> {
  /** False where it is asked for this once: of many problems all that is thought takes room. */
  readonly isAskedAgain?: boolean;
}

const NO_OTHERS: ReadonlyMap<string, Estimate> = new Map();

/** A list that holds nothing is left out. */
function keepSome<Lists extends Readonly<Record<string, readonly unknown[]>>>(lists: Lists): Partial<Lists> {
  return Object.values(lists).some((list) => list.length > 0) ? lists : {};
}

/** What follows from a picture alone, whatever the instant it is looked at. */
class Lists {
  readonly #reports: readonly Report[];
  #stories: readonly StorySummary[] | undefined;
  #incidents: readonly IncidentSummary[] | undefined;
  readonly #origins = new Map<string, OriginCounts | undefined>();
  #storyById: ReadonlyMap<string, OriginCounts> | undefined;

  constructor(reports: readonly Report[]) {
    this.#reports = reports;
  }

  get stories(): readonly StorySummary[] {
    this.#stories ??= summarizeStories(this.#reports);
    return this.#stories;
  }

  get incidents(): readonly IncidentSummary[] {
    this.#incidents ??= summarizeIncidents(this.#reports);
    return this.#incidents;
  }

  /** Worked out for one incident after the other: a search asks for those few that it shows. */
  countOrigins(incident: string): OriginCounts | undefined {
    if (!this.#origins.has(incident))
      this.#origins.set(incident, pickOrigins(summarizeSome([incident], this.#reports)[0]));
    return this.#origins.get(incident);
  }

  countStoryOrigins(story: string): OriginCounts | undefined {
    this.#storyById ??= new Map(this.stories.map((each) => [each.id, each]));
    return pickOrigins(this.#storyById.get(story));
  }
}

function pickOrigins(counts: OriginCounts | undefined): OriginCounts | undefined {
  return counts && { confirmed: counts.confirmed, possible: counts.possible };
}

/** Worked out once for each picture: many instants share one. */
const lists = new WeakMap<Standing, Lists>();

function getLists(standing: Standing): Lists {
  const known = lists.get(standing) ?? new Lists(standing.reports);
  lists.set(standing, known);
  return known;
}
