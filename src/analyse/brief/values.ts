import type { Cause } from '../../model/correction.ts';
import type { Assessment, Contribution } from '../../model/forecast.ts';
import { findWord, formatInterval, formatPercent } from '../../model/probability.ts';
import type { ClaimRef } from '../../model/report.ts';
import type { Origin, OriginTree } from '../../model/story.ts';
import { formatDate, formatSpan } from '../../text/dates.ts';
import { type CitedTexts, tellPublished } from './cited.ts';
import type { BriefFacts } from './facts.ts';
import { addGrades } from './grade-values.ts';
import { addIncidents } from './incident-values.ts';
import { addLadder } from './ladder-values.ts';
import { chooseClaim, findLater, listRelays, type Reason } from './reasons.ts';
import { count, cut, straighten } from './wording.ts';

/** Something worked out, as a sentence shows it, and the claims that it rests on: who shows it cites all of them. */
export interface ComputedValue {
  readonly text: string;
  readonly rests: readonly ClaimRef[];
}
export type Values = Map<string, ComputedValue>;

const DAY = 86_400_000;
/** Claims of each reason that a probability cites; the sections below hold them all. */
const CLAIMS_OF_REASON = 2;
/** Past incidents, origins and relays that are cited one by one. */
const MOST_CITED = 12;

/**
 * Every value that a brief may show without a claim that gives it word for word. The lint works them out anew and compares.
 *
 * @example
 * computeValues(facts, { reasons, cited, past }).get('horizon.30.probability')?.text; // '69%, likely'
 */
export function computeValues(
  facts: BriefFacts,
  made: {
    readonly reasons: readonly Reason[];
    readonly cited: CitedTexts;
    readonly past: readonly ClaimRef[];
  },
): ReadonlyMap<string, ComputedValue> {
  const values: Values = new Map();
  const past = made.past.slice(-MOST_CITED);
  const grounds = [...made.reasons.flatMap(({ claims }) => claims.slice(0, CLAIMS_OF_REASON)), ...past];
  addHorizons(values, facts, grounds);
  addBaseRate(values, facts, past);
  addDefined(values, facts);
  addReasons(values, facts, made.reasons);
  addHypotheses(values, facts, grounds);
  addGrades(values, facts, made.reasons);
  addIncidents(values, facts, made.cited);
  addLadder(values, facts);
  return values;
}

function addHorizons(
  values: Values,
  { assessment, earlier }: BriefFacts,
  grounds: readonly ClaimRef[],
): void {
  const put = (key: string, text: string) => values.set(key, { text, rests: grounds });
  for (const { days, probability, baseRate } of assessment.horizons) {
    const until = new Date(
      Date.parse(`${assessment.asOf.slice(0, 10)}T00:00:00Z`) + days * DAY,
    ).toISOString();
    put(`horizon.${days}.days`, count(days, 'day'));
    put(`horizon.${days}.until`, formatDate(until.slice(0, 10)));
    put(`horizon.${days}.probability`, tellProbability(probability.p));
    put(`horizon.${days}.baseRate`, tellProbability(baseRate.p));
    const interval = formatInterval(probability);
    // Where both ends are rounded to one number it says no more than the probability.
    if (interval.includes('–')) put(`horizon.${days}.interval`, interval);
  }
  put('level', assessment.level);
  put('confidence', assessment.confidence);
  const why = cut(straighten(assessment.confidenceWhy).replace(/\.+$/, ''), 500);
  if (why !== '') put('confidence.why', why);
  if (assessment.coverage?.share !== undefined) {
    const { delivered, expected } = assessment.coverage;
    values.set('coverage', { text: `${delivered.length} of ${expected.length}`, rests: [] });
  }
  for (const [index, gap] of assessment.gaps.entries())
    values.set(`gap.${index}`, { text: cut(straighten(gap), 500), rests: [] });
  if (earlier === undefined) return;
  const before = earlier.assessment;
  put('since', formatMoment(before.asOf));
  put('earlier.level', before.level);
  const [was, is] = [findLeading(before), findLeading(assessment)];
  if (was === undefined || is === undefined) return;
  put('earlier.probability', tellProbability(was.probability.p));
  put('moved', is.probability.p > was.probability.p ? 'risen' : 'fallen');
}

/** An instant; of the end of a day that day. */
export function formatMoment(instant: string): string {
  return formatDate(/T23:59:59/.test(instant) ? instant.slice(0, 10) : instant);
}

/** The horizon that sets the level. */
export function findLeading({ horizons, leading }: Assessment): Assessment['horizons'][number] | undefined {
  return horizons.find(({ days }) => days === leading) ?? horizons[0];
}

/** `69%, likely`: the number never stands without its word. */
function tellProbability(p: number): string {
  return `${formatPercent(p)}, ${findWord(p)}`;
}

function addBaseRate(values: Values, { assessment, record }: BriefFacts, past: readonly ClaimRef[]): void {
  const { incidents, history, days, notes } = assessment.baseRate;
  const put = (key: string, text: string) => values.set(key, { text, rests: past });
  put('baseRate.incidents', count(incidents.length, 'reported incident'));
  if (history > 0) put('baseRate.history', `${count(history, 'event')} of imported history`);
  put('baseRate.period', count(Math.round(days), 'day'));
  for (const [index, note] of notes.entries())
    values.set(`note.${index}`, { text: cut(straighten(note), 500), rests: past });
  for (const { horizon, settled, yes } of record?.scores ?? []) {
    if (settled === 0) continue;
    put(`record.${horizon}.settled`, count(settled, 'settled forecast'));
    put(`record.${horizon}.days`, count(horizon, 'day'));
    put(`record.${horizon}.yes`, yes === 0 ? 'none' : yes === 1 ? 'one' : String(yes));
  }
}

/** How causes of corrections are told. */
const CAUSE_WORDS: Readonly<Record<Cause['type'], string>> = {
  judgement: 'rejected by the desk',
  withdrawal: 'since the desk took a decision back',
  note: 'by a note of its publisher',
  version: 'since the page has another text now',
  document: 'since another report came in',
  time: 'by the passing of time',
  repeats: 'since it only repeats what was taken back',
};

/** What the problem's file says in numbers. */
function addDefined(values: Values, { problem }: BriefFacts): void {
  const { incidents, days } = problem.baseRate.prior;
  values.set('prior.incidents', { text: count(incidents, 'incident'), rests: [] });
  values.set('prior.period', { text: count(days, 'day'), rests: [] });
  for (const [type, text] of Object.entries(CAUSE_WORDS)) values.set(`cause.${type}`, { text, rests: [] });
}

function addReasons(values: Values, { earlier }: BriefFacts, reasons: readonly Reason[]): void {
  const before = new Map(earlier?.assessment.contributions.map((each) => [each.id, each]));
  for (const { contribution, tree } of reasons) {
    const { id, window } = contribution;
    const latest =
      tree.origins[0] === undefined ? undefined : findLater(tree, chooseClaim(tree.origins[0].claims));
    if (latest !== undefined)
      values.set(`latest.${id}`, { text: tellPublished(latest.published), rests: [latest] });
    const news = findNews(tree, before.get(id));
    if (news.length > 0)
      values.set(`further.${id}`, {
        text: countOrigins(news),
        rests: news.flatMap(({ claims }) => claims.slice(0, 1)),
      });
    const relays = listRelays(tree.reports);
    const firsts = tree.origins.flatMap(({ claims }) => claims.slice(0, 1)).slice(0, MOST_CITED);
    if (tree.origins.length > 0)
      values.set(`origins.${id}`, { text: countOrigins(tree.origins), rests: firsts });
    if (relays.length > 0) {
      const cited = relays.flatMap(({ claims }) => claims.slice(0, 1)).slice(0, MOST_CITED);
      values.set(`relays.${id}`, { text: count(relays.length, 'report'), rests: cited });
    }
    if (window !== undefined)
      values.set(`window.${id}`, { text: formatSpan(window.from, window.to), rests: firsts });
  }
}

/** Origins of a sign that was seen before and had not these. */
export function findNews({ origins }: OriginTree, before: Contribution | undefined): readonly Origin[] {
  if (before?.state !== 'observed') return [];
  const known = new Set(before.tree.origins.map(({ id }) => id));
  return origins.filter(({ id }) => !known.has(id));
}

/** `one possible origin`, `2 confirmed and 1 possible origins`: the two are never added up. */
function countOrigins(origins: readonly Origin[]): string {
  if (origins.length === 1) return `one ${origins[0]!.status} origin`;
  const confirmed = origins.filter(({ status }) => status === 'confirmed').length;
  const possible = origins.length - confirmed;
  const kinds = [
    ...(confirmed === 0 ? [] : [`${confirmed} confirmed`]),
    ...(possible === 0 ? [] : [`${possible} possible`]),
  ];
  return `${kinds.join(' and ')} origins`;
}

function addHypotheses(values: Values, { assessment }: BriefFacts, grounds: readonly ClaimRef[]): void {
  for (const { id, prior, posterior } of assessment.matrix?.hypotheses ?? []) {
    values.set(`hypothesis.${id}.posterior`, { text: tellProbability(posterior), rests: grounds });
    values.set(`hypothesis.${id}.prior`, { text: tellProbability(prior), rests: grounds });
  }
}
