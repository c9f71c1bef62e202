import type { Contribution, Estimate, IndicatorState } from '../../model/forecast.ts';
import type { Indicator, Problem, Window } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import type { Heard } from '../indicator/coverage.ts';
import type { Sighting, Sightings } from '../indicator/indicators.ts';
import { findFacts, type IncidentFacts } from './incidents.ts';
import { DAY, findPublished } from './instants.ts';
import { weighLevel } from './level-signs.ts';
import type { Ratios } from './ratios.ts';
import type { FindGrade } from './reliability.ts';
import { discount, keepStronger, type SharedIndicator, shareOrigins } from './sharing.ts';
import { EMPTY_TREE, isInReach, type Weighed, weighSightings } from './weights.ts';
import { findNamedSince, findWindow, type WindowDays } from './windows.ts';

interface Scene extends ContributionsContext {
  readonly problem: Problem;
  readonly incidents: ReadonlyMap<string, IncidentFacts>;
  /** UTC day. */
  readonly today: string;
  /** End of the day of the latest outcome. */
  readonly outcome?: number;
}

/** What each indicator and window of a problem does. */
export interface Contributions {
  /** Those that weigh most first, those not observed last. */
  readonly contributions: readonly Contribution[];
  /** Ids of those that as many origins deny as affirm. */
  readonly contradicted: ReadonlySet<string>;
}

export interface ContributionsContext {
  readonly reports: readonly Report[];
  readonly sightings: Sightings;
  readonly ratios: Ratios;
  readonly heard: Heard;
  /** In milliseconds. */
  readonly now: number;
  /** Day of the latest outcome. */
  readonly lastOutcome?: string;
  /** Other problems as of the same instant, by their ids. */
  readonly others?: ReadonlyMap<string, Estimate>;
  readonly findGrade?: FindGrade;
}

/** Weighs every indicator and window of a problem at an instant. */
export function makeContributions(problem: Problem, context: ContributionsContext): Contributions {
  const { reports, sightings, ratios, now, lastOutcome } = context;
  const mentions = problem.indicators.flatMap(({ id, halfLife }) =>
    (sightings.get(id) ?? [])
      .filter((sighting) => isInReach(sighting, halfLife, now))
      .map(({ mention }) => mention),
  );
  const outcome = lastOutcome === undefined ? undefined : Date.parse(`${lastOutcome}T00:00:00Z`) + DAY - 1;
  const incidents = findFacts(reports, mentions);
  const today = new Date(now).toISOString().slice(0, 10);
  const scene: Scene = {
    ...context,
    problem,
    incidents,
    today,
    ...(outcome === undefined ? {} : { outcome }),
  };
  const weighed = problem.indicators.map((indicator) => ({ indicator, ...weigh(indicator, scene) }));
  const contradicted = new Set(
    weighed.flatMap(({ indicator, isContradicted }) => (isContradicted ? [indicator.id] : [])),
  );
  const signs = shareOrigins(weighed, ratios).map((shared) => makeContribution(shared, scene));
  const windows = problem.windows.map((window) => makeWindowContribution(window, scene));
  const all = discount([...keepStronger(problem, signs), ...windows]);
  const rank = ({ state, logOdds: sum }: Contribution) => (state === 'observed' ? Math.abs(sum) : -1);
  return { contributions: all.toSorted((a, b) => rank(b) - rank(a)), contradicted };
}

function weigh(indicator: Indicator, scene: Scene): Weighed {
  const { id, halfLife, endedByOutcome, level } = indicator;
  const { problem, sightings, incidents, now, outcome, findGrade } = scene;
  if (level !== undefined) return weighLevel(indicator, scene.others?.get(level.problem));
  return weighSightings({
    problem,
    id,
    sightings: sightings.get(id) ?? [],
    incidents,
    halfLife,
    now,
    ...(findGrade === undefined ? {} : { findGrade }),
    ...(endedByOutcome === true && outcome !== undefined ? { after: outcome } : {}),
  });
}

function makeContribution(
  { indicator, tree, lastSeen, shared, weight }: SharedIndicator,
  scene: Scene,
): Contribution {
  const { id, direction, seenBy } = indicator;
  const { value, learned } = scene.ratios.get(id)!;
  const coverage = scene.heard.getCoverage(seenBy);
  const taught = learned === undefined ? undefined : { learned };
  if (tree.origins.length === 0) {
    const state = findUnseenState(indicator, scene);
    return { ...describeIndicator(indicator), ...taught, tree, coverage, state, logOdds: 0, weight: 0 };
  }
  return {
    ...describeIndicator(indicator),
    ...taught,
    tree,
    coverage,
    state: 'observed',
    // A weight of 0 against would else be -0, which is not the same.
    logOdds: weight === 0 ? 0 : (direction === 'for' ? value : -value) * weight,
    weight,
    readings: shared,
    ...(lastSeen === undefined ? {} : { lastSeen: new Date(lastSeen).toISOString() }),
  };
}

type Description = Pick<
  Contribution,
  'id' | 'title' | 'why' | 'direction' | 'strength' | 'costToFake' | 'reversible'
>;

const descriptions = new WeakMap<Indicator, Description>();

/** What of it is the same at every look. */
function describeIndicator(indicator: Indicator): Description {
  const known = descriptions.get(indicator);
  if (known !== undefined) return known;
  const { id, title, why, direction, strength, costToFake, reversible } = indicator;
  const made = {
    ...{ id, title, why, direction, strength },
    ...(costToFake === undefined ? {} : { costToFake }),
    ...(reversible === undefined ? {} : { reversible }),
  };
  descriptions.set(indicator, made);
  return made;
}

/** What was said within a half-life and no longer counts, since it has ended, was not looked for in vain. */
function findUnseenState(indicator: Indicator, { heard, sightings, others, now }: Scene): IndicatorState {
  const { id, halfLife, level } = indicator;
  if (level !== undefined && others?.get(level.problem) === undefined) return 'cannot be seen';
  const state = heard.judgeSilence(indicator);
  if (state !== 'looked and not seen') return state;
  const isRecent = ({ report }: Sighting) => now - findPublished(report) <= halfLife * DAY;
  return (sightings.get(id) ?? []).some(isRecent) ? 'not observed' : state;
}

function describeWindow({ from, to, follows }: WindowDays): NonNullable<Contribution['window']> {
  return { from, to, ...(follows === undefined ? {} : { follows }) };
}

/** A date is a fact of the calendar: it counts in full once a report names it in its time, whoever does. */
function makeWindowContribution(window: Window, scene: Scene): Contribution {
  const { id, title, why, strength } = window;
  const next = findWindow(window, scene.today, scene.reports);
  const { value, learned } = scene.ratios.get(id)!;
  const taught = learned === undefined ? {} : { learned };
  const fields = { id, title, why, direction: 'for', strength, ...taught } as const;
  const days = next === undefined ? {} : { window: describeWindow(next) };
  const since = next === undefined ? Number.POSITIVE_INFINITY : findNamedSince(next);
  const named = (scene.sightings.get(id) ?? []).filter(({ report }) => findPublished(report) >= since);
  if (next?.isOpen !== true || named.length === 0) {
    return { ...fields, ...days, state: 'not observed', logOdds: 0, weight: 0, tree: EMPTY_TREE };
  }
  const { tree, lastSeen } = weighSightings({
    problem: scene.problem,
    id,
    sightings: named.map(({ report, statement }) => ({ report, statement, dated: false })),
    incidents: scene.incidents,
    halfLife: (scene.now - since) / DAY,
    now: scene.now,
  });
  return {
    ...fields,
    ...days,
    state: 'observed',
    logOdds: value,
    weight: 1,
    ...(lastSeen === undefined ? {} : { lastSeen: new Date(lastSeen).toISOString() }),
    tree,
  };
}
