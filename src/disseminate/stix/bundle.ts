import type { Incident } from '../../model/incident.ts';
import { formatInterval, formatPercent } from '../../model/probability.ts';
import { formatDate } from '../../text/dates.ts';
import type { Area } from '../exchange/area.ts';
import { safeText } from '../exchange/safe.ts';
import type { CitedClaim, Warning } from '../exchange/warning.ts';
import { formatMarking } from '../marking.ts';
import { makeId, type StixId } from './ids.ts';
import { tellIncident } from './incident.ts';
import { cite, type Frame, LONGEST, makeLasting, makeTold, type StixObject, safeName } from './objects.ts';
import { CONFIDENCE, LIKELIHOOD, makeMarkingDefinition } from './tables.ts';

export interface StixOptions {
  /** Public key of the desk: what it is known by. */
  readonly key: string;
  /** Incidents that the warning rests on. */
  readonly incidents?: readonly Incident[];
  /** By `sha256:…#c1`: what its reasons and the incidents stand on. */
  readonly claims?: ReadonlyMap<string, CitedClaim>;
  readonly areas?: readonly Area[];
  /** Made in going through past reports again. */
  readonly isReplayed?: boolean;
}

export interface StixBundle {
  readonly type: 'bundle';
  readonly id: StixId;
  readonly objects: readonly unknown[];
}

const MOST_INCIDENTS = 50;
const MOST_NOTES = 100;

/**
 * A warning as a bundle of STIX 2.1: the warning is a Report, each of its reasons a Note with the words and addresses of its claims, each
 * incident an Incident in a Grouping. The same warning gives the same bundle, and a later version of it the same ids.
 *
 * @example
 * makeStixBundle(warnOfAlert(signed), { key: signed.signature.key }).objects.length; // 7
 */
export function makeStixBundle(warning: Warning, options: StixOptions): StixBundle {
  const { incidents = [], claims = new Map(), areas = [], key } = options;
  const frame: Frame = {
    desk: makeId('identity', 'desk', key),
    tlp: warning.tlp,
    modified: warning.modified,
  };
  const desk = makeLasting('identity', ['desk', key], {
    frame,
    name: `Tocsin desk ${safeName(key, '-').slice(0, 60)}`,
    identity_class: 'system',
  });
  const told = incidents
    .slice(0, MOST_INCIDENTS)
    .flatMap((incident) => tellIncident(incident, { frame, claims }));
  const places = areas.map((area) => makeArea(area, frame)).filter((place) => place !== undefined);
  const outlets = listOutlets(warning, { claims, frame });
  const content = [desk, ...outlets, ...places, ...told];
  const report = makeReport(warning, { frame, content, isReplayed: options.isReplayed === true });
  const notes = makeNotes(warning, { frame, claims, report: report.id });
  const objects = unique([makeMarkingDefinition(warning.tlp), ...content, report, ...notes]);
  return { type: 'bundle', id: makeId('bundle', report.id, warning.modified, warning.asOf), objects };
}

function makeReport(
  warning: Warning,
  {
    frame,
    content,
    isReplayed,
  }: {
    readonly frame: Frame;
    readonly content: readonly StixObject[];
    readonly isReplayed: boolean;
  },
): StixObject {
  const { title, question, level, confidence, created, asOf, forecast, problem, isOver } = warning;
  return makeTold('report', [warning.id], {
    frame,
    created,
    name: safeName(`${formatMarking(warning.tlp)} ${level.toUpperCase()}: ${title}`, problem),
    description: safeText(
      [
        question,
        sayProbability(warning),
        ...(confidence === undefined ? [] : [`Confidence in the evidence: ${confidence}.`]),
        `As of ${formatDate(asOf)}.`,
      ].join('\n'),
      LONGEST.text,
    ),
    report_types: ['threat-report'],
    published: new Date(created < frame.modified ? created : frame.modified).toISOString(),
    confidence: confidence === undefined ? undefined : CONFIDENCE[confidence],
    labels: [`level:${level}`, `problem:${safeName(problem, '-')}`, ...(isReplayed ? ['replay'] : [])],
    revoked: isOver ? true : undefined,
    object_refs: [...new Set(content.map(({ id }) => id))],
    external_references:
      forecast === undefined ? [] : [{ source_name: 'tocsin ledger', external_id: safeName(forecast, '-') }],
    lang: 'en',
  });
}

function sayProbability({ horizon, probability, baseRate }: Warning): string {
  return `Within ${horizon} ${horizon === 1 ? 'day' : 'days'}: ${probability.word}, ${formatPercent(probability.p)} (80% interval ${formatInterval(probability)}). Base rate: ${formatPercent(baseRate.p)}.`;
}

/** How likely it is, which is another matter than how good the evidence is; then one for each reason. */
function makeNotes(
  warning: Warning,
  {
    frame,
    claims,
    report,
  }: {
    readonly frame: Frame;
    readonly claims: ReadonlyMap<string, CitedClaim>;
    readonly report: StixId;
  },
): readonly StixObject[] {
  const common = { frame, created: warning.created, object_refs: [report], lang: 'en' };
  const likelihood = makeTold('note', [warning.id, 'probability'], {
    ...common,
    abstract: 'Probability',
    content: sayProbability(warning),
    confidence: LIKELIHOOD[warning.probability.word],
  });
  const reasons = warning.reasons.slice(0, MOST_NOTES).map(({ heading, text, claims: names }) =>
    makeTold('note', [warning.id, heading, text], {
      ...common,
      abstract: safeName(heading, '-'),
      content: safeText(text, LONGEST.text) || '-',
      external_references: cite(names.flatMap((name) => claims.get(name) ?? [])),
    }),
  );
  return [likelihood, ...reasons];
}

/** Who published what the reasons stand on. */
function listOutlets(
  { reasons }: Warning,
  { claims, frame }: { readonly claims: ReadonlyMap<string, CitedClaim>; readonly frame: Frame },
): readonly StixObject[] {
  const names = reasons.flatMap(({ claims: cited }) =>
    cited.flatMap((name) => claims.get(name)?.outlet ?? []),
  );
  return [...new Set(names)].map((name) =>
    makeLasting('identity', ['outlet', name], {
      frame,
      name: safeName(name, 'outlet unknown'),
      identity_class: 'organization',
      sectors: ['communications'],
      roles: ['publisher'],
    }),
  );
}

function makeArea({ name, country, circle }: Area, frame: Frame): StixObject | undefined {
  if (country === undefined && circle === undefined) return undefined;
  const point =
    circle === undefined
      ? {}
      : { latitude: circle.lat, longitude: circle.lon, precision: Math.max(circle.km, 1) * 1000 };
  return makeLasting('location', [name, country ?? '', JSON.stringify(point)], {
    frame,
    name: safeName(name, 'unnamed'),
    ...(country === undefined ? {} : { country }),
    ...point,
  });
}

/** One object of each id: an outlet or a page may be met several times. */
function unique(objects: readonly { readonly id: string }[]): readonly unknown[] {
  return [...new Map(objects.toReversed().map((each) => [each.id, each])).values()].reverse();
}
