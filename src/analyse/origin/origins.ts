import { createHash } from 'node:crypto';
import type { Report, Statement } from '../../model/report.ts';
import type { OriginTree, ReportNode } from '../../model/story.ts';
import { makeClaimRef } from '../report/claim-ref.ts';
import { isClaim, makeOpening } from '../report/lede.ts';
import { traceReport } from './access.ts';
import { chooseFirstHand } from './first-hand.ts';
import { findLag } from './lag.ts';
import { type Draft, Leads } from './leads.ts';
import { makeOutletKey } from './names.ts';
import { getOrder } from './order.ts';
import { Outlets } from './outlets.ts';
import { findRelays, type Group } from './relays.ts';
import { findRole } from './roles.ts';
import { getOutletName, makeOwn, type Traced } from './traced.ts';
import type { Judge } from './voice.ts';

/** One statement of one report: what a tree is made of. */
export interface Told {
  readonly report: Report;
  readonly statement: Statement;
  /** True of what is told beside the matter, as far as its events show: it counts where who says it is found first-hand. */
  readonly isAside?: boolean;
}

/**
 * Tells who is first-hand on a matter and who only repeats whom.
 *
 * An origin is one first-hand access: a named speaker through however many outlets is one, unnamed officials are one for each
 * outlet that they spoke to, an outlet that credits nobody is one with no visible credit. Who denies, declines or does not
 * confirm is no origin of what others affirm.
 *
 * @example
 * traceOrigins([{ report, statement }]).possible; // 1: unnamed officials through CNN
 */
export function traceOrigins(told: readonly Told[], judge: Judge = chooseFirstHand): OriginTree {
  return makeTree(groupByReport(told), judge);
}

/** Reports in order of publication, each with its statements on the matter and who is behind them. */
function groupByReport(told: readonly Told[]): readonly Group[] {
  const byDocument = new Map<
    string,
    { readonly report: Report; readonly claims: Map<string, boolean>; readonly isWhole: boolean }
  >();
  for (const { report, statement, isAside } of told) {
    const group = byDocument.get(report.document) ?? {
      report,
      claims: new Map<string, boolean>(),
      isWhole: isAside !== undefined,
    };
    group.claims.set(statement.claim, isAside === true);
    byDocument.set(report.document, group);
  }
  const outlets = new Outlets([...byDocument.values()].map(({ report }) => report));
  const groups = [...byDocument.values()].map(({ report, claims, isWhole }) => {
    // Who speaks is told by the whole report, be its other statements on the matter or not.
    const context = traceReport(report, outlets);
    const told = context
      .filter(({ statement }) => claims.has(statement.claim))
      .map((one) => (claims.get(one.statement.claim) === true ? { ...one, isAside: true } : one));
    const outlet = makeOutletKey(getOutletName(report, report.statements[0]));
    // A page may be first-hand where no claim of it shows its own voice: it is weighed by how it begins.
    const opening =
      isWhole && !told.some(({ access }) => access.kind === 'own') ? makeOpening(report) : undefined;
    const traced = opening === undefined ? told : [...told, makeOwn(report, opening)];
    return { report, outlet, order: getOrder(report), context, traced, isWhole };
  });
  return groups.sort(
    (a, b) =>
      a.order - b.order ||
      (Date.parse(a.report.seen) || 0) - (Date.parse(b.report.seen) || 0) ||
      (a.report.document < b.report.document ? -1 : 1),
  );
}

function makeTree(groups: readonly Group[], judge: Judge): OriginTree {
  const leads = new Leads(groups, judge);
  for (const { traced } of groups) {
    for (const one of traced) {
      for (const key of leads.follow(one)) leads.drafts.get(key)?.claims.push(one);
    }
  }
  const firstReport = new Map<string, Report>();
  for (const { report, traced } of groups) {
    for (const key of traced.flatMap((one) => leads.follow(one))) {
      if (!firstReport.has(key)) firstReport.set(key, report);
    }
  }
  const reports = makeNodes(groups, leads, firstReport);
  const drafts = [...leads.drafts.values()].filter(({ claims }) => claims.length > 0);
  const rank = ({ origin, claims }: Draft) =>
    (origin.status === 'possible' ? 1e15 : 0) + (claims[0] === undefined ? 0 : getOrder(claims[0].report));
  const origins = drafts
    .sort((a, b) => rank(a) - rank(b))
    .map(({ key, origin, claims }) => ({
      id: makeId(key),
      ...origin,
      first: firstReport.get(key)!.document,
      claims: referAll(claims),
    }));
  const confirmed = origins.filter(({ status }) => status === 'confirmed').length;
  return {
    origins,
    reports,
    confirmed,
    possible: origins.length - confirmed,
    relays: reports.filter(({ role }) => role === 'echo').length,
  };
}

function makeNodes(
  groups: readonly Group[],
  leads: Leads,
  firstReport: ReadonlyMap<string, Report>,
): readonly ReportNode[] {
  const isHeard = new Set<string>();
  let isFirst = true;
  return groups.map((group) => {
    const relays = findRelays(group, leads.byDocument, {
      wording: leads.wording,
      findKept: (outlet) => leads.findKept(outlet, group.report),
    });
    const keys = [...new Set(group.traced.flatMap((one) => leads.follow(one)))];
    const role = findRole(group, leads, { relays, firstReport, isFirst, isHeard });
    if (keys.length > 0) isFirst = false;
    const { report, traced } = group;
    const lag = findRelayLag(report, keys, firstReport);
    return {
      document: report.document,
      ...(report.outlet === undefined ? {} : { outlet: report.outlet }),
      ...(report.title === undefined ? {} : { title: report.title }),
      ...(report.url === undefined ? {} : { url: report.url }),
      ...(report.published === undefined ? {} : { published: report.published }),
      ...(report.publishedRefused === undefined ? {} : { publishedRefused: report.publishedRefused }),
      seen: report.seen,
      ...(report.version === 1 ? {} : { version: report.version }),
      role,
      relays,
      ...(lag === undefined ? {} : { lag }),
      origins: keys.map(makeId),
      claims: referAll(traced.filter((one) => one.isAside !== true || leads.follow(one).length > 0)),
    };
  });
}

/** How long after the earliest first report of what it repeats a report came out. */
function findRelayLag(
  report: Report,
  keys: readonly string[],
  firstReport: ReadonlyMap<string, Report>,
): string | undefined {
  const [earliest] = keys
    .flatMap((key) => firstReport.get(key) ?? [])
    .filter(({ series }) => series !== report.series)
    .sort((a, b) => getOrder(a) - getOrder(b));
  return earliest === undefined ? undefined : findLag(report, earliest);
}

const referAll = (traced: readonly Traced[]) =>
  traced
    .filter(({ statement }) => isClaim(statement))
    .map(({ report, statement }) => makeClaimRef(report, statement));

const ids = new Map<string, string>();
const MOST_IDS = 50_000;

/** Id of an origin: the same speaker has the same one in every tree. */
function makeId(key: string): string {
  const known = ids.get(key);
  if (known !== undefined) return known;
  const made = `o${createHash('sha256').update(key).digest('hex').slice(0, 10)}`;
  if (ids.size >= MOST_IDS) ids.clear();
  ids.set(key, made);
  return made;
}
