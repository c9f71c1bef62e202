import type { Standing } from '../analyse/correction/set-aside.ts';
import { assess } from '../analyse/forecast/assess.ts';
import { findOutcomes, type Outcome } from '../analyse/forecast/outcomes.ts';
import { summarizeIncidents } from '../analyse/incident/incidents.ts';
import { summarizeStories } from '../analyse/story/stories.ts';
import type { SetAside } from '../model/correction.ts';
import type { EventCount } from '../model/event-count.ts';
import type { Assessment } from '../model/forecast.ts';
import type { IncidentSummary } from '../model/incident.ts';
import type { Level, Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { StorySummary } from '../model/story.ts';
import type { KeptPastEvent } from '../store/store.ts';

/** What was known at one instant, with what follows from it; each thing is worked out when it is first asked for. */
export class View {
  readonly asOf: string;
  readonly reports: readonly Report[];
  /** What was said and counts no longer. */
  readonly setAside: readonly SetAside[];
  readonly #history: readonly KeptPastEvent[];
  readonly #events: readonly EventCount[];
  readonly #engine: string;
  readonly #outcomes = new Map<string, readonly Outcome[]>();
  readonly #assessments = new Map<string, Assessment>();
  #stories: readonly StorySummary[] | undefined;
  #incidents: readonly IncidentSummary[] | undefined;

  constructor(given: {
    readonly asOf: string;
    readonly standing: Standing;
    readonly history: readonly KeptPastEvent[];
    readonly events?: readonly EventCount[];
    readonly engine: string;
  }) {
    this.asOf = given.asOf;
    this.reports = given.standing.reports;
    this.setAside = given.standing.setAside;
    this.#history = given.history;
    this.#events = given.events ?? [];
    this.#engine = given.engine;
  }

  /** What counts no longer of a story or an incident. */
  listSetAside(of: { readonly story: string } | { readonly incident: string }): {
    readonly setAside?: readonly SetAside[];
  } {
    const found = this.setAside.filter(({ story, incidents }) =>
      'story' in of ? story === of.story : incidents.includes(of.incident),
    );
    return found.length === 0 ? {} : { setAside: found };
  }

  get stories(): readonly StorySummary[] {
    this.#stories ??= summarizeStories(this.reports);
    return this.#stories;
  }

  get incidents(): readonly IncidentSummary[] {
    this.#incidents ??= summarizeIncidents(this.reports);
    return this.#incidents;
  }

  /** Incidents that answer a problem's question with yes. */
  outcomes(problem: Problem): readonly Outcome[] {
    const kept = this.#outcomes.get(problem.version) ?? findOutcomes(problem, this.reports);
    this.#outcomes.set(problem.version, kept);
    return kept;
  }

  /** @param previousLevel The level that stood before: a level is left later than it is entered. */
  assess(problem: Problem, previousLevel?: Level): Assessment {
    const name = `${problem.version} ${previousLevel}`;
    const kept =
      this.#assessments.get(name) ??
      assess(problem, {
        reports: this.reports,
        history: this.#history,
        events: this.#events,
        asOf: this.asOf,
        engine: this.#engine,
        ...(previousLevel === undefined ? {} : { previousLevel }),
      });
    this.#assessments.set(name, kept);
    return kept;
  }
}
