import type { Sentence } from '../../model/brief.ts';
import type { ForecastRecord } from '../../model/desk.ts';
import type { Assessment } from '../../model/forecast.ts';
import type { Probability } from '../../model/probability.ts';
import { formatInterval, formatPercent } from '../../model/probability.ts';
import type { ClaimRef } from '../../model/report.ts';
import { formatDate } from '../../text/dates.ts';
import type { Reason } from './reasons.ts';
import { count, label } from './wording.ts';

const DAY = 86_400_000;
/** Claims of each reason that the bottom line points at; the sections below hold them all. */
const CLAIMS_OF_REASON = 2;
/** Characters of a question, or of a reason for a confidence. */
const MOST_TEXT = 500;

/** The question with its probability for each horizon, the base rate, what earlier forecasts came to, and the confidence. */
export function tellBottomLine(given: {
  readonly assessment: Assessment;
  readonly reasons: readonly Reason[];
  /** Claims of past incidents, by the incident's id. */
  readonly past: ReadonlyMap<string, readonly ClaimRef[]>;
  readonly record?: ForecastRecord | undefined;
}): readonly Sentence[] {
  const { assessment, reasons, past, record } = given;
  const earlier = [...past.values()].flatMap((claims) => claims.slice(0, 1));
  const counted = reasons.flatMap(({ claims }) => claims.slice(0, CLAIMS_OF_REASON));
  const grounds = [...counted, ...earlier];
  return [
    ...assessment.horizons.map((horizon, index) => ({
      text: `${index === 0 ? `${label(assessment.question, MOST_TEXT)} ` : ''}${tellHorizon(horizon, assessment.asOf)}`,
      claims: grounds,
    })),
    ...(earlier.length === 0 ? [] : [{ text: tellPast(assessment), claims: earlier }]),
    ...(record === undefined ? [] : tellRecord(record, past)),
    { text: tellConfidence(assessment), claims: grounds },
  ].filter(({ claims }) => claims.length > 0);
}

function tellHorizon({ days, probability, baseRate }: Assessment['horizons'][number], asOf: string): string {
  const until = new Date(Date.parse(`${asOf.slice(0, 10)}T00:00:00Z`) + days * DAY).toISOString();
  return `Within ${count(days, 'day')}, until ${formatDate(until.slice(0, 10))}: ${tellProbability(probability)}; the base rate is ${formatPercent(baseRate.p)}, ${baseRate.word}.`;
}

function tellProbability(probability: Probability): string {
  const interval = formatInterval(probability);
  // Where both ends are rounded to one number it says no more than the probability.
  const shown = interval.includes('–') ? ` (interval ${interval})` : '';
  return `${formatPercent(probability.p)}, ${probability.word}${shown}`;
}

function tellPast({ baseRate }: Assessment): string {
  const { incidents, history, days } = baseRate;
  const imported = history === 0 ? '' : `, and on ${count(history, 'event')} of imported history`;
  return `The base rate rests on ${count(incidents.length, 'reported incident')} that would have answered yes${imported}, in ${count(Math.round(days), 'day')}.`;
}

/** How earlier forecasts came out, where the claims of what settled them are among those handed in. */
function tellRecord(
  { scores, entries }: ForecastRecord,
  past: ReadonlyMap<string, readonly ClaimRef[]>,
): readonly Sentence[] {
  const settling = entries.flatMap(({ content }) =>
    content.kind === 'settlement' && content.outcome === 'yes' && content.incident !== undefined
      ? [content.incident]
      : [],
  );
  const claims = [...new Set(settling)].flatMap((id) => past.get(id)?.slice(0, 1) ?? []);
  if (claims.length === 0) return [];
  return scores
    .filter(({ settled }) => settled > 0)
    .map(({ horizon, settled, yes }) => ({
      text:
        settled === 1
          ? `The one earlier forecast for ${count(horizon, 'day')} that is settled came out ${yes === 1 ? 'yes' : 'no'}.`
          : `Of ${settled} earlier forecasts for ${count(horizon, 'day')} that are settled, ${yes === 0 ? 'none' : yes} came out yes.`,
      claims,
    }));
}

function tellConfidence({ confidence, confidenceWhy }: Assessment): string {
  const why = label(confidenceWhy.trim().replace(/\.+$/, ''), MOST_TEXT);
  return `Confidence is ${confidence}${why === '' ? '' : `: ${why}`}.`;
}
