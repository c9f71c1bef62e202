import type { Alert, Signed } from '../../model/alert.ts';
import { readMarking } from '../../model/marking.ts';
import { formatInterval, formatPercent } from '../../model/probability.ts';
import { formatDate } from '../../text/dates.ts';
import type { Area } from '../exchange/area.ts';
import { safeLine, safeText } from '../exchange/safe.ts';
import { formatMarking, MARKING_MEANS } from '../marking.ts';
import { CERTAINTY, findUrgency, RESPONSE, SCOPE, SEVERITY } from './table.ts';
import { type Element, renderXml } from './xml.ts';

export const CAP_NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';

export interface CapOptions {
  /** Where the question is about; nothing is said of it where there is none. */
  readonly areas?: readonly Area[];
  /** Made in going through past reports again: no alarm. */
  readonly isReplayed?: boolean;
}

const LONGEST = { name: 200, title: 300, text: 10_000, headline: 160 } as const;
const MOST_CLAIMS = 10;

/**
 * A signed alert as a message of the Common Alerting Protocol 1.2 (OASIS). The same alert gives the same bytes.
 *
 * @example
 * renderCap(signed, { areas: [{ name: 'Iraq', country: 'IQ' }] }); // '<?xml version="1.0" …'
 */
export function renderCap({ content: alert, signature }: Signed<Alert>, options: CapOptions = {}): string {
  const sender = makeSender(signature.key);
  const references = (alert.earlier ?? []).map(
    ({ update, issued }) => `${sender},${makeIdentifier(alert.id, update)},${toCapTime(issued)}`,
  );
  const marking = readMarking(alert.tlp);
  const elements: readonly Element[] = [
    ['identifier', makeIdentifier(alert.id, alert.update)],
    ['sender', sender],
    ['sent', toCapTime(alert.issued)],
    ['status', options.isReplayed === true ? 'Exercise' : 'Actual'],
    // Without the messages that it takes the place of, it can only stand for itself.
    ['msgType', references.length === 0 ? 'Alert' : alert.level === 'normal' ? 'Cancel' : 'Update'],
    ['source', safeLine(alert.engine, LONGEST.name)],
    ['scope', SCOPE[marking]],
    [
      'restriction',
      marking === 'CLEAR' ? undefined : `${formatMarking(marking)}: ${MARKING_MEANS[marking]}.`,
    ],
    ['addresses', marking === 'RED' ? listAddresses(alert) : undefined],
    ['code', formatMarking(marking)],
    [
      'note',
      options.isReplayed === true ? 'Made in a replay of past reports. Nobody is to act on it.' : undefined,
    ],
    ['references', references.length === 0 ? undefined : references.join(' ')],
    ['incidents', safeName(alert.id)],
    ['info', makeInfo(alert, options)],
  ];
  return renderXml(['alert', elements], CAP_NAMESPACE);
}

function makeInfo(alert: Alert, { areas = [] }: CapOptions): readonly Element[] {
  const { level, probability, horizon, window, asOf } = alert;
  return [
    ['language', 'en'],
    ['category', 'Security'],
    ['event', safeLine(alert.title, LONGEST.title) || safeName(alert.problem)],
    ['responseType', RESPONSE[level]],
    ['urgency', findUrgency(alert)],
    ['severity', SEVERITY[level]],
    ['certainty', CERTAINTY[probability.word]],
    [
      'audience',
      (alert.told ?? []).length === 0 ? undefined : safeLine(alert.told!.join('; '), LONGEST.title),
    ],
    ['effective', toCapTime(alert.issued)],
    ['onset', window === undefined || level === 'normal' ? undefined : toCapTime(`${window.from}T00:00:00Z`)],
    ['expires', toCapTime(addDays(asOf, level === 'normal' ? 1 : horizon))],
    ['senderName', safeLine(alert.engine, LONGEST.name)],
    ['headline', makeHeadline(alert)],
    ['description', makeDescription(alert)],
    ...listParameters(alert),
    ...areas.map((area): Element => ['area', makeArea(area)]),
  ];
}

function makeHeadline({ tlp, level, previousLevel, title }: Alert): string {
  const change = level === 'normal' ? `OVER (was ${previousLevel})` : level.toUpperCase();
  return safeLine(`${formatMarking(tlp)} ${change}: ${title}`, LONGEST.headline);
}

function makeDescription(alert: Alert): string {
  const { question, horizon, probability, baseRate, confidence, reasons, asOf } = alert;
  const say = (direction: 'for' | 'against', heading: string): readonly string[] => {
    const found = reasons.filter((reason) => reason.direction === direction);
    return found.length === 0
      ? []
      : [heading, ...found.map(({ text }) => `- ${safeLine(text, LONGEST.title)}`)];
  };
  const lines = [
    safeLine(question, 2 * LONGEST.title),
    `Within ${horizon} ${horizon === 1 ? 'day' : 'days'}: ${probability.word}, ${formatPercent(probability.p)} (80% interval ${formatInterval(probability)}). Base rate: ${formatPercent(baseRate.p)}.`,
    ...(confidence === undefined ? [] : [`Confidence in the evidence: ${confidence}.`]),
    ...say('for', 'For:'),
    ...say('against', 'Against:'),
    `As of ${formatDate(asOf)}.`,
  ];
  return safeText(lines.join('\n'), LONGEST.text);
}

function listParameters(alert: Alert): readonly Element[] {
  const { probability, baseRate, confidence, window, reasons } = alert;
  const facts: readonly (readonly [name: string, value: string | number | undefined])[] = [
    ['problem', safeLine(alert.problem, LONGEST.name)],
    ['level', alert.level],
    ['previousLevel', alert.previousLevel],
    ['horizonDays', alert.horizon],
    ['probability', probability.p],
    ['probabilityLow', probability.low],
    ['probabilityHigh', probability.high],
    ['likelihood', probability.word],
    ['baseRate', baseRate.p],
    ['baseRateLow', baseRate.low],
    ['baseRateHigh', baseRate.high],
    ['confidence', confidence],
    ['window', window && safeLine(`${window.from}/${window.to} ${window.title}`, LONGEST.title)],
    ['asOf', safeLine(alert.asOf, 40)],
    ['ledgerEntry', safeLine(alert.forecast, 80)],
    ['tlp', formatMarking(alert.tlp)],
    ...reasons.map(
      ({ direction, text, claims }) =>
        [direction === 'for' ? 'reasonFor' : 'reasonAgainst', makeReason(text, claims)] as const,
    ),
  ];
  return facts.flatMap(([name, value]): readonly Element[] =>
    value === undefined || value === ''
      ? []
      : [
          [
            'parameter',
            [
              ['valueName', name],
              ['value', String(value)],
            ],
          ],
        ],
  );
}

/** A reason with the claims that it stands on. */
function makeReason(text: string, claims: readonly string[]): string {
  const names = claims.slice(0, MOST_CLAIMS).map((claim) => safeName(claim));
  const said = safeLine(text, LONGEST.title);
  return names.length === 0 ? said : `${said} [${names.join(' ')}]`;
}

function makeArea({ name, country, circle }: Area): readonly Element[] {
  return [
    ['areaDesc', safeLine(name, LONGEST.name) || 'unnamed'],
    ['circle', circle && `${circle.lat},${circle.lon} ${circle.km}`],
    [
      'geocode',
      country === undefined
        ? undefined
        : [
            ['valueName', 'ISO3166-1'],
            ['value', country],
          ],
    ],
  ];
}

/** Who is to have it, as CAP wants it: names with a space in quotation marks. */
function listAddresses({ told = [] }: Alert): string {
  const names = told.length === 0 ? ['individual recipients alone'] : told;
  return names.map((name) => `"${safeLine(name, LONGEST.name).replaceAll('"', "'")}"`).join(' ');
}

/** Unique to a desk: the public key with which it signs. */
function makeSender(key: string): string {
  return `tocsin.${safeName(key)}`;
}

function makeIdentifier(id: string, update: number): string {
  return `${safeName(id)}.${update}`;
}

/** In identifiers stand no spaces, commas and characters that XML has a use for. */
function safeName(text: string): string {
  return text.replace(/[^A-Za-z0-9._:#-]+/g, '-').slice(0, LONGEST.name) || '-';
}

/**
 * An instant as CAP writes it: to the second, UTC as `-00:00` and never as `Z`.
 *
 * @example
 * toCapTime('2026-03-01T12:00:05.000Z'); // '2026-03-01T12:00:05-00:00'
 */
export function toCapTime(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}-00:00`;
}

function addDays(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString();
}
