import { formatPercent } from '../../model/probability.ts';
import type { FiledLikeness, Replay, ReplayMean, ReplayScore, ReplayStep } from '../../model/replay.ts';
import { ENOUGH } from '../../model/score.ts';
import { formatDate } from '../../text/dates.ts';
import { COURSE_KEY, drawCourse } from './course-chart.ts';
import type { Style } from './terminal.ts';
import { clean, pad, shorten, wrap } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
  /** Days. */
  readonly horizon: number;
  /** Every moment, not only those at which something changed. */
  readonly isAll: boolean;
}

const DAY = 86_400_000;
/** A move of so much is shown. */
const MOVE = 0.05;
const MARKS: Readonly<Record<FiledLikeness, string>> = { same: '=', close: '≈', other: '≠' };

/** A replay for people: the course, the moments at which something changed, warnings against outcomes, scores. */
export function formatReplay(replay: Replay, form: Form): string {
  const { style, width } = form;
  const head = [
    `${style.bold(shorten(clean(replay.title), width))}  ${style.dim(clean(replay.problem))}`,
    ...wrap(clean(replay.question), width),
    ...wrap(describeTime(replay), width).map((line) => style.dim(line)),
  ];
  if (replay.steps.length === 0)
    return `${[...head, '', 'Nothing was known at any of these moments.'].join('\n')}\n`;
  const blocks = [
    head,
    formatChart(replay, form),
    formatSteps(replay, form),
    formatAlarms(replay, form),
    replay.scores.flatMap((score) => formatScore(score, form)),
    ...(replay.ablation === undefined ? [] : [formatAblation(replay, form)]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function describeTime({ from, to, step, steps, asOf, without, outcomes }: Replay): string {
  const count = (value: number, noun: string) => `${value} ${noun}${value === 1 ? '' : 's'}`;
  const left = without.length === 0 ? '' : ` Without ${without.map(clean).join(', ')}.`;
  return `${formatDate(from.slice(0, 10))} to ${formatDate(to.slice(0, 10))}, every ${describeStep(step)}: ${count(steps.length, 'moment')} with reports, ${count(outcomes.length, 'outcome')} as known ${formatDate(asOf.slice(0, 10))}.${left}`;
}

function describeStep(step: number): string {
  const units = [
    ['week', 7 * DAY],
    ['day', DAY],
    ['hour', 3_600_000],
    ['minute', 60_000],
  ] as const;
  const [name, length] = units.find(([, each]) => step % each === 0) ?? ['second', 1_000];
  return step === length ? name : `${step / length} ${name}s`;
}

function find(step: ReplayStep, horizon: number) {
  return step.horizons.find(({ days }) => days === horizon) ?? step.horizons[0]!;
}

function formatChart({ steps, outcomes }: Replay, { width, style, horizon }: Form): readonly string[] {
  const days = new Set(outcomes.map(({ day }) => day));
  const points = steps.map((step) => {
    const { probability, baseRate } = find(step, horizon);
    const isOutcome = days.delete(step.asOf.slice(0, 10));
    return { p: probability.p, base: baseRate.p, isOutcome };
  });
  const [from, to] = [steps[0]!, steps.at(-1)!].map(({ asOf }) => formatDate(asOf.slice(0, 10), 'short'));
  return [
    `${style.bold(`${horizon} days`)}  ${style.dim(COURSE_KEY)}`,
    ...drawCourse(points, { width, from: from!, to: to! }),
  ];
}

function formatSteps(replay: Replay, form: Form): readonly string[] {
  const { style, width, horizon } = form;
  const shown = form.isAll ? replay.steps : chooseSteps(replay, horizon);
  const isLong = replay.step % DAY === 0;
  const place = (asOf: string) => (isLong ? asOf.slice(0, 10) : asOf.slice(0, 16).replace('T', ' '));
  const outcomes = new Map(replay.outcomes.map(({ day }) => [day, true]));
  const head = `${pad('moment (UTC)', isLong ? 14 : 18)}level     prob.  base   record   came  `;
  const rows = shown.map((step) => {
    const { probability, baseRate, outcome, filed } = find(step, horizon);
    const record = filed === undefined ? '–' : `${formatPercent(filed.p)} ${MARKS[filed.likeness]}`;
    const fixed = [
      pad(place(step.asOf), isLong ? 14 : 18),
      pad(step.level, 10),
      pad(formatPercent(probability.p), 7),
      pad(formatPercent(baseRate.p), 7),
      pad(record, 9),
      pad(outcome, 6),
    ].join('');
    const why = [
      ...(outcomes.has(step.asOf.slice(0, 10)) ? ['▼ it happened'] : []),
      ...step.observed.slice(0, 3).map(({ id, logOdds }) => `${logOdds < 0 ? '−' : '+'}${clean(id)}`),
    ].join(' ');
    return shorten(`${fixed}${why}`, width);
  });
  const left = replay.steps.length - shown.length;
  return [
    style.dim(shorten(`${head}most weighty`, width)),
    ...rows,
    ...(left > 0
      ? [style.dim(`${left} moments at which little changed are left out; --all shows them.`)]
      : []),
    style.dim('record: = the same number, ≈ nothing new would be filed, ≠ clearly another'),
  ];
}

/** First and last, changes of level, clear moves since the last one shown, outcomes, and where the record begins to differ. */
function chooseSteps({ steps, outcomes }: Replay, horizon: number): readonly ReplayStep[] {
  const days = new Set(outcomes.map(({ day }) => day));
  const shown: ReplayStep[] = [];
  steps.forEach((step, i) => {
    const before = steps[i - 1];
    const last = shown.at(-1);
    const [now, then] = [find(step, horizon), last === undefined ? undefined : find(last, horizon)];
    const isOther = now.filed?.likeness === 'other';
    const wasOther = before !== undefined && find(before, horizon).filed?.likeness === 'other';
    const isShown =
      before === undefined ||
      i === steps.length - 1 ||
      step.level !== before.level ||
      Math.abs(now.probability.p - then!.probability.p) >= MOVE ||
      isOther !== wasOther ||
      days.delete(step.asOf.slice(0, 10));
    if (isShown) shown.push(step);
  });
  return shown;
}

function formatAlarms({ alarms, outcomes }: Replay, { style, width }: Form): readonly string[] {
  const head = `${pad('level or above', 16)}hits  missed  false  a month  standing  days before each hit`;
  const rows = alarms.map(({ level, hits, misses, falseAlarms, falseAlarmsPerMonth, share, isStanding }) => {
    const leads = hits.map(({ lead }) => lead).join(', ');
    return shorten(
      [
        pad(level, 16),
        pad(String(hits.length), 6),
        pad(String(misses.length), 8),
        pad(String(falseAlarms.length), 7),
        pad(falseAlarmsPerMonth?.toFixed(1) ?? '–', 9),
        pad(`${formatShare(share)}${isStanding ? ' +' : ''}`, 10),
        leads === '' ? '–' : leads,
      ].join(''),
      width,
    );
  });
  const days = outcomes.map(({ day }) => formatDate(day, 'short')).join(', ');
  const standing = alarms.some(({ isStanding }) => isStanding) ? ' A level marked + still stands.' : '';
  return [
    style.dim(shorten(head, width)),
    ...rows,
    ...wrap(
      `${outcomes.length === 0 ? 'It did not happen.' : `It happened on ${days}.`}${standing}`,
      width,
    ).map((line) => style.dim(line)),
  ];
}

function formatShare(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function formatMean(value: ReplayMean | undefined): string {
  if (value === undefined) return '–';
  const { mean, low, high } = value;
  const interval =
    low === undefined || high === undefined ? '' : ` (${formatSigned(low, 3)} to ${formatSigned(high, 3)})`;
  return `${formatSigned(mean, 3)}${interval}`;
}

/** Rounded, with a minus that is one, and none before a nought. */
function formatSigned(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

function formatScore(score: ReplayScore, { style, width }: Form): readonly string[] {
  const { horizon, settled, yes, outcomes = 0, open } = score;
  const counts = `${settled} settled, ${yes} yes (${outcomes} ${outcomes === 1 ? 'incident' : 'incidents'}), ${open} open${score.void > 0 ? `, ${score.void} void` : ''}`;
  const skill = score.skill === undefined ? '' : `; skill ${formatSigned(score.skill, 3)}`;
  const figures =
    settled === 0
      ? 'Nothing is settled: there is nothing to score.'
      : `Brier score ${formatMean(score.brier)}; base rate ${formatMean(score.baseRateBrier)}; gain ${formatMean(score.gain)}${skill}`;
  return [
    `${style.bold(`${horizon} days`)}  ${counts}`,
    ...wrap(figures, width - 2).map((line) => `  ${line}`),
    ...(settled === 0 || score.isEnough
      ? []
      : wrap(describeFewness(score), width - 2).map((line) => `  ${style.warn(line)}`)),
  ];
}

function describeFewness({ outcomes = 0, quiet, horizon }: ReplayScore): string {
  return `Too few to say: ${outcomes} ${outcomes === 1 ? 'incident' : 'incidents'} (${ENOUGH.outcomes} needed) and ${quiet} stretches of ${Math.max(7, horizon)} days without one (${ENOUGH.quiet} needed).`;
}

function formatAblation(
  { ablation = [], scores }: Replay,
  { style, width, horizon }: Form,
): readonly string[] {
  const added = (each: (typeof ablation)[number]) =>
    each.horizons.find(({ days }) => days === horizon)?.added;
  const rows = ablation.toSorted((a, b) => (added(b)?.mean ?? 0) - (added(a)?.mean ?? 0));
  const isTooFew = scores.find((score) => score.horizon === horizon)?.isEnough !== true;
  return [
    style.dim(
      `What each adds, ${horizon} days: Brier score without it less the one with it (above 0 it helps)`,
    ),
    ...rows.map((each) => {
      const odds = each.logOdds === undefined ? '–' : formatSigned(each.logOdds, 2);
      const fixed = `${pad(formatMean(added(each)), 26)}${pad(formatShare(each.observed), 6)}${pad(odds, 7)}`;
      return shorten(`${fixed}${clean(each.id)}`, width);
    }),
    style.dim('behind it: share of the moments at which it counted, mean log-odds then'),
    ...(isTooFew
      ? [style.warn('too few outcomes or days: these differences are no evidence for or against a sign')]
      : []),
  ];
}
