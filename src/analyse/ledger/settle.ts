import type { Forecast, LedgerEntry, Settlement } from '../../model/forecast.ts';
import type { Hash } from '../../model/page.ts';
import { addDays, findDay } from './days.ts';
import { type FiledForecast, type FiledSettlement, indexRecord, type RecordIndex } from './record-index.ts';

/** An incident that answers a question with yes. */
export interface SettlingOutcome {
  readonly incident: string;
  /** The UTC day on which it happened. */
  readonly day: string;
  /** ISO 8601 instant since when it is known here, as firmly as the problem wants it. */
  readonly knownSince: string;
  /** The claims that tell of it, first ones first. */
  readonly claims: readonly { readonly document: Hash; readonly claim: string }[];
}

export interface SettleContext {
  /** What the ledger holds of one problem, in order of filing. */
  readonly entries: readonly LedgerEntry[];
  /** What is known by `now`. */
  readonly outcomes: readonly SettlingOutcome[];
  /** Days for reports to come in after the last day of a horizon. */
  readonly grace: number;
  readonly now: string;
  /** The question as it is asked now. A forecast of another one can be settled no more; where absent, none is taken for another. */
  readonly question?: string;
  /** Hash of question and rule. Only what the same rule settled is ever corrected. */
  readonly rule?: Hash;
  /**
   * Whether reports of any kind came in on these UTC days, both included. Where given, a forecast during whose time none did is
   * void: that nothing was heard means nothing then. Where absent, it is taken that somebody was looking.
   */
  readonly hasReports?: (from: string, to: string) => boolean;
}

interface Filed {
  readonly hash: Hash;
  readonly settlement: Settlement;
}

/** Claims named for one outcome. */
const MAX_CLAIMS = 5;

/**
 * Settles the forecasts that have come out and are not settled yet. Yes: an outcome happened from the day of `asOf` to `until`, and
 * was not known before `asOf`. No: the days of grace have passed without. Void: they have passed, and nobody was looking, or the
 * question is another by now.
 *
 * A settlement is never taken back, and reports that come after the days of grace change nothing any more, unless the
 * settlement itself is made later still. But one that rested on an incident which no longer stands, or that missed one which stands again,
 * is corrected by a new one that names it: the last one counts.
 */
export function settle(context: SettleContext): readonly Settlement[] {
  const index = indexRecord(context.entries);
  const known = context.outcomes.filter(
    ({ knownSince }) => Date.parse(knownSince) <= Date.parse(context.now),
  );
  const outcomes = known.toSorted((a, b) => compare(a.day, b.day) || compare(a.knownSince, b.knownSince));
  const today = findDay(context.now);
  const scene = { context, outcomes, today, overdue: addDays(today, -context.grace) };
  const due = index.open.filter((each) => isDue(each, scene));
  return [...due, ...listCorrected(index, scene)]
    .sort((a, b) => a.at - b.at)
    .flatMap((each) => {
      const filed = index.findSettlement(each.entry.hash);
      const one = { ...scene, hash: each.entry.hash, filed: filed && readFiled(filed) };
      const settlement = isOpen(one.filed) ? settleOne(each.forecast, one) : correct(each.forecast, one);
      return settlement === undefined ? [] : [settlement];
    });
}

/** Whether an open forecast may have come out. */
function isDue({ forecast, day }: FiledForecast, { outcomes, overdue }: Scene): boolean {
  return forecast.until < overdue || outcomes.some((each) => each.day >= day && isAnswer(each, forecast));
}

const readFiled = ({ entry, settlement }: FiledSettlement): Filed => ({ hash: entry.hash, settlement });

/** What settled forecasts were last found to need no correction for. */
interface Checked extends Pick<SettleContext, 'grace' | 'rule'> {
  readonly outcomes: readonly SettlingOutcome[];
  /** Entries that the record had then. */
  readonly of: number;
}

const checked = new WeakMap<RecordIndex, Checked>();

/**
 * Settled forecasts that are to be settled otherwise. A settlement that holds beside some outcomes holds for as long as these stay the
 * same: of a long record only what was settled since is looked at.
 */
function listCorrected(index: RecordIndex, scene: Scene): readonly FiledForecast[] {
  const { context, outcomes } = scene;
  const { rule, grace } = context;
  // Without it none is ever corrected.
  if (rule === undefined) return [];
  const before = checked.get(index);
  const isSame =
    before?.rule === rule && before.grace === grace && areSame(before.outcomes, outcomes) && before;
  const wrong = index.listClosed(isSame ? isSame.of : 0).filter(({ entry, forecast }) => {
    const filed = readFiled(index.findSettlement(entry.hash)!);
    return correct(forecast, { ...scene, hash: entry.hash, filed }) !== undefined;
  });
  if (wrong.length === 0) checked.set(index, { rule, grace, outcomes, of: index.of });
  return wrong;
}

/** Whether they are the same happenings of the same days, known since the same instants: nothing else of them decides. */
const areSame = (a: readonly SettlingOutcome[], b: readonly SettlingOutcome[]): boolean =>
  a.length === b.length &&
  a.every(({ incident, day, knownSince }, i) => {
    const other = b[i]!;
    return incident === other.incident && day === other.day && knownSince === other.knownSince;
  });

interface Scene {
  readonly context: SettleContext;
  /** What is known by now, in the order of the days. */
  readonly outcomes: readonly SettlingOutcome[];
  readonly today: string;
  /** A forecast that ends before this day can be settled with no. */
  readonly overdue: string;
}

interface One extends Scene {
  readonly hash: Hash;
  /** The last settlement of it. */
  readonly filed: Filed | undefined;
}

function isOpen(filed: Filed | undefined): boolean {
  return filed === undefined || filed.settlement.outcome === 'open';
}

function settleOne(forecast: Forecast, one: One): Settlement | undefined {
  const { hash, outcomes, context, today, filed } = one;
  const isAnother = context.question !== undefined && context.question !== forecast.question;
  const outcome = isAnother ? undefined : outcomes.find((each) => isAnswer(each, forecast));
  if (outcome === undefined && forecast.until >= one.overdue) return undefined;
  const deadline = addDays(forecast.until, context.grace);
  const fields = {
    kind: 'settlement',
    problem: forecast.problem,
    forecast: hash,
    ...(filed === undefined ? {} : { corrects: filed.hash }),
    ...(context.rule === undefined ? {} : { rule: context.rule }),
  } as const;
  if (outcome !== undefined) {
    const claims = outcome.claims.slice(0, MAX_CLAIMS).map(({ document, claim }) => `${document}#${claim}`);
    const { incident, day } = outcome;
    return { ...fields, outcome: 'yes', incident, day, claims, ...(today > deadline ? { late: true } : {}) };
  }
  // A "no" can be filed on the day after the deadline at the earliest, which is not late.
  const late = today > addDays(deadline, 1) ? { late: true } : {};
  const why = isAnother
    ? 'another question is asked by now, and what would answer this one is no longer looked for'
    : findGap(forecast, { deadline, hasReports: context.hasReports });
  return why === undefined
    ? { ...fields, outcome: 'no', claims: [], ...late }
    : { ...fields, outcome: 'void', claims: [], ...late, why };
}

/** What takes the place of a settlement that the same rule would not give any more; undefined where it would. */
function correct(forecast: Forecast, one: One): Settlement | undefined {
  const { context, outcomes } = one;
  const { hash, settlement } = one.filed!;
  if (context.rule === undefined || settlement.rule !== context.rule) return undefined;
  const answers = outcomes.filter((each) => isAnswer(each, forecast));
  if (settlement.outcome === 'no') {
    const deadline = addDays(forecast.until, context.grace);
    // What came in later than it should have is no reason: it was not there to be found.
    if (!answers.some(({ knownSince }) => findDay(knownSince) <= deadline)) return undefined;
    const why = 'what was reported in time of this incident counts after all';
    return { ...settleOne(forecast, one)!, corrects: hash, why };
  }
  if (settlement.outcome !== 'yes') return undefined;
  if (answers.some(({ incident }) => incident === settlement.incident)) return undefined;
  const why = `incident ${settlement.incident ?? 'unknown'} no longer counts: what told of it was rejected or taken back`;
  const anew = settleOne(forecast, one);
  if (anew !== undefined)
    return { ...anew, corrects: hash, why: anew.why === undefined ? why : `${why}; ${anew.why}` };
  const { problem } = forecast;
  return {
    ...{ kind: 'settlement', problem, forecast: one.hash, outcome: 'open', claims: [] },
    ...{ corrects: hash, rule: context.rule, why },
  };
}

/** Days after the end of a forecast whose problem is no longer watched, until it is given up: somebody may be mending the file. */
const ABANDONED = 30;

/** Forecasts that nobody can settle any more, since their problem is not watched: void. */
export function abandon(entries: readonly LedgerEntry[], now: string): readonly Settlement[] {
  const index = indexRecord(entries);
  return index.open.flatMap(({ entry, forecast }) => {
    if (findDay(now) <= addDays(forecast.until, ABANDONED)) return [];
    const filed = index.findSettlement(entry.hash);
    return [
      {
        ...{
          kind: 'settlement',
          problem: forecast.problem,
          forecast: entry.hash,
          outcome: 'void',
          claims: [],
          late: true,
        },
        ...(filed === undefined ? {} : { corrects: filed.entry.hash }),
        why: `this warning problem is no longer watched, and was not for ${ABANDONED} days after the end of the forecast`,
      } satisfies Settlement,
    ];
  });
}

/** What was known when the forecast was made is no outcome of it, on whichever day it happened. */
export function isAnswer(
  { day, knownSince }: Pick<SettlingOutcome, 'day' | 'knownSince'>,
  { asOf, until }: Forecast,
): boolean {
  return day <= until && day >= findDay(asOf) && Date.parse(knownSince) > Date.parse(asOf);
}

function findGap(
  { asOf }: Forecast,
  { deadline, hasReports }: { readonly deadline: string; readonly hasReports: SettleContext['hasReports'] },
): string | undefined {
  // The day of `asOf` does not count: its reports may be those that the forecast was made from.
  const first = addDays(findDay(asOf), 1);
  if (hasReports === undefined || hasReports(first, deadline)) return undefined;
  return `no report of any kind came in from ${first} to ${deadline}, so nobody could tell`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
