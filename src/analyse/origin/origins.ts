import { createHash } from 'node:crypto';
import type { Report, Statement } from '../../model/report.ts';
import type { Origin, OriginTree, Relay, ReportNode, ReportRole } from '../../model/story.ts';
import { makeClaimRef } from '../report/claim-ref.ts';
import { getOutletName, type Traced, traceReport } from './access.ts';
import { isCompatibleKind, makeOutletKey, type UnnamedKind } from './names.ts';
import { getOrder } from './order.ts';
import { findRelays, type Group } from './relays.ts';
import { followName, groupUnnamed, mergeNames, type UnnamedGroup } from './speakers.ts';
import { Wording } from './wording.ts';

/** One statement of one report: what a tree is made of. */
export interface Told {
  readonly report: Report;
  readonly statement: Statement;
}

/** Milliseconds after which what was reported is common knowledge: its retelling without a credit is no access of its own. */
const KNOWN_AFTER = 36 * 3_600_000;

/** An origin while the tree is made. */
interface Draft {
  readonly key: string;
  readonly origin: Omit<Origin, 'id' | 'claims'>;
  readonly claims: Traced[];
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
export function traceOrigins(told: readonly Told[]): OriginTree {
  return new Tree(groupByReport(told)).make();
}

/** Reports in order of publication, each with its statements on the matter and who is behind them. */
function groupByReport(told: readonly Told[]): readonly Group[] {
  const byDocument = new Map<string, { readonly report: Report; readonly claims: Set<string> }>();
  for (const { report, statement } of told) {
    const group = byDocument.get(report.document) ?? { report, claims: new Set<string>() };
    group.claims.add(statement.claim);
    byDocument.set(report.document, group);
  }
  const groups = [...byDocument.values()].map(({ report, claims }) => {
    // Who speaks is told by the whole report, be its other statements on the matter or not.
    const context = traceReport(report);
    const traced = context.filter(({ statement }) => claims.has(statement.claim));
    const outlet = makeOutletKey(getOutletName(report, report.statements[0]));
    return { report, outlet, order: getOrder(report), context, traced };
  });
  return groups.sort(
    (a, b) =>
      a.order - b.order ||
      (Date.parse(a.report.seen) || 0) - (Date.parse(b.report.seen) || 0) ||
      (a.report.document < b.report.document ? -1 : 1),
  );
}

class Tree {
  readonly #groups: readonly Group[];
  readonly #wording = new Wording();
  readonly #byDocument: ReadonlyMap<string, Group>;
  readonly #byOutlet = new Map<string, Group[]>();
  readonly #names: ReadonlyMap<string, string>;
  /** Unnamed speakers by the outlet that they spoke to. */
  readonly #unnamed = new Map<string, readonly UnnamedGroup[]>();
  /** Statements through an outlet with a speaker behind it, by outlet. */
  readonly #behind = new Map<string, Traced[]>();
  readonly #behindKeys = new Map<string, readonly string[]>();
  readonly #leads = new Map<Traced, readonly string[]>();
  readonly #drafts = new Map<string, Draft>();
  readonly #isOnlyDenied: boolean;

  constructor(groups: readonly Group[]) {
    this.#groups = groups;
    this.#byDocument = new Map(groups.map((group) => [group.report.document, group]));
    const all = groups.flatMap(({ traced }) => traced);
    this.#names = mergeNames(all);
    this.#isOnlyDenied = all.every(({ isDenial, isWithheld }) => isDenial || isWithheld);
    for (const group of groups) append(this.#byOutlet, group.outlet, group);
    const kinds = new Map<string, UnnamedKind[]>();
    for (const one of all) {
      const { access, credits } = one;
      if (access.kind === 'unnamed') append(kinds, this.#getHearer(one), access.who);
      if (access.kind === 'outlet' || access.kind === 'own' || !this.#isOrigin(one)) continue;
      for (const { key } of credits.slice(-1)) append(this.#behind, key, one);
    }
    for (const [outlet, list] of kinds) this.#unnamed.set(outlet, groupUnnamed(outlet, list));
  }

  make(): OriginTree {
    for (const { traced } of this.#groups) {
      for (const one of traced) {
        for (const key of this.#follow(one)) this.#drafts.get(key)?.claims.push(one);
      }
    }
    const firstReport = new Map<string, string>();
    for (const { report, traced } of this.#groups) {
      for (const key of traced.flatMap((one) => this.#follow(one))) {
        if (!firstReport.has(key)) firstReport.set(key, report.document);
      }
    }
    const reports = this.#makeNodes(firstReport);
    const drafts = [...this.#drafts.values()].filter(({ claims }) => claims.length > 0);
    const rank = ({ origin, claims }: Draft) =>
      (origin.status === 'possible' ? 1e15 : 0) + (claims[0] === undefined ? 0 : getOrder(claims[0].report));
    const origins = drafts
      .sort((a, b) => rank(a) - rank(b))
      .map((draft) => ({ id: makeId(draft.key), ...draft.origin, claims: draft.claims.map(refer) }));
    const confirmed = origins.filter(({ status }) => status === 'confirmed').length;
    return {
      origins,
      reports,
      confirmed,
      possible: origins.length - confirmed,
      relays: reports.filter(({ role }) => role === 'echo').length,
    };
  }

  #isOrigin(one: Traced): boolean {
    return !one.isWithheld && (this.#isOnlyDenied || !one.isDenial);
  }

  /** The outlet that a speaker spoke to. */
  #getHearer({ credits, report, statement }: Traced): string {
    return credits.at(-1)?.key ?? makeOutletKey(getOutletName(report, statement));
  }

  /** Keys of the origins that a statement leads to; reports in time order, so what is repeated is known already. */
  #follow(one: Traced): readonly string[] {
    const known = this.#leads.get(one);
    if (known !== undefined) return known;
    // Found again on its own way (two outlets that credit each other), it leads nowhere.
    this.#leads.set(one, []);
    const found = this.#isOrigin(one) ? [...new Set(this.#find(one))] : [];
    this.#leads.set(one, found);
    return found;
  }

  #find(one: Traced): readonly string[] {
    const { access } = one;
    if (access.kind === 'named') return [this.#draftNamed(one)];
    if (access.kind === 'outlet') return this.#findOutlet(one);
    const repeated = this.#findRepeated(one);
    if (repeated !== undefined && this.#follow(repeated).length > 0) return this.#follow(repeated);
    if (access.kind === 'unnamed') return [this.#draftUnnamed(one)];
    return this.#findOwn(one);
  }

  /** The earlier statement whose words this one repeats without another credit. */
  #findRepeated({ report, statement, credits }: Traced): Traced | undefined {
    if (credits.length > 0) return undefined;
    for (const { document } of report.reuses) {
      const earlier = this.#byDocument.get(document);
      if (earlier === undefined || earlier.report.series === report.series) continue;
      const repeated = this.#wording.findRepeated(statement, earlier.traced);
      if (repeated !== undefined) return repeated;
    }
    return undefined;
  }

  #draft(key: string, origin: Draft['origin']): string {
    if (!this.#drafts.has(key)) this.#drafts.set(key, { key, origin, claims: [] });
    return key;
  }

  #draftNamed({ access }: Traced): string {
    if (access.kind !== 'named') return '';
    const { name, type, reason } = access;
    return this.#draft(followName(this.#names, access.key), { status: 'confirmed', reason, name, type });
  }

  #draftUnnamed(one: Traced): string {
    const { access, credits, report, statement } = one;
    if (access.kind !== 'unnamed') return '';
    const group = this.#unnamed
      .get(this.#getHearer(one))
      ?.find(({ who }) => isCompatibleKind(who, access.who));
    return this.#draft(group?.key ?? `unnamed ${access.name}`, {
      status: 'possible',
      reason: 'unnamed source',
      name: access.name,
      type: access.type,
      ...(access.isAnonymous ? { anonymous: true } : {}),
      through: credits.at(-1)?.name ?? getOutletName(report, statement),
    });
  }

  /** What an outlet rests on that is credited alone: its own report where it is kept, else whoever others name behind it. */
  #findOutlet(one: Traced): readonly string[] {
    const credit = one.credits.at(-1);
    if (credit === undefined) return [];
    const own = this.#findKept(credit.key, one.report);
    if (own !== undefined) {
      const keys = own.traced.flatMap((statement) => this.#follow(statement));
      if (keys.length > 0) return keys;
    }
    const behind = this.#findBehind(credit.key);
    if (behind.length > 0) return behind;
    const { name, type } = credit;
    return [
      this.#draft(`outlet ${credit.key}`, { status: 'possible', reason: 'no visible credit', name, type }),
    ];
  }

  /** Whom other reports name behind an outlet. */
  #findBehind(outlet: string): readonly string[] {
    const known = this.#behindKeys.get(outlet);
    if (known !== undefined) return known;
    const keys = [...new Set((this.#behind.get(outlet) ?? []).flatMap((other) => this.#follow(other)))];
    this.#behindKeys.set(outlet, keys);
    return keys;
  }

  /** The latest report of an outlet among those given that is not later than another report. */
  #findKept(outlet: string, report: Report): Group | undefined {
    const order = getOrder(report);
    return this.#byOutlet
      .get(outlet)
      ?.findLast((group) => group.order <= order && group.report.series !== report.series);
  }

  /**
   * A report's own voice rests on whom the report credits, be it in other sentences or in an earlier report of the same outlet.
   * What is told as history, or that something is not so, is no access either. What remains has no visible credit.
   */
  #findOwn(one: Traced): readonly string[] {
    const { report, statement } = one;
    const group = this.#byDocument.get(report.document);
    const credited =
      group?.traced.filter((other) => other.access.kind !== 'own' && this.#isOrigin(other)) ?? [];
    const keys = new Set(credited.flatMap((other) => this.#follow(other)));
    if (credited.length > 0) return keys.size === 1 ? [...keys] : [];
    if (statement.polarity === 'negated') return [];
    if (statement.mentions.length > 0 && statement.mentions.every(({ background }) => background)) return [];
    const outlet = group?.outlet ?? makeOutletKey(getOutletName(report, statement));
    const before = this.#findBefore(outlet, report);
    if (before !== undefined) return before;
    if (group !== undefined && this.#isRetold(one, group)) return [];
    const name = getOutletName(report, statement);
    return [
      this.#draft(`outlet ${outlet}`, {
        status: 'possible',
        reason: 'no visible credit',
        name,
        type: 'outlet',
      }),
    ];
  }

  /**
   * Whether an own voice only tells again what an earlier report told: right behind a statement with a credit, on which it
   * rests, or so late that everybody knows.
   */
  #isRetold(one: Traced, group: Group): boolean {
    const first = this.#groups.find(({ traced }) => traced.some((other) => this.#isOrigin(other)));
    if (first === undefined || first === group) return false;
    return isCarriedOn(one, group.context) || group.order - first.order > KNOWN_AFTER;
  }

  /** What the same outlet's last earlier report with a credit leads to, where that is one origin; else nothing to add. */
  #findBefore(outlet: string, report: Report): readonly string[] | undefined {
    const order = getOrder(report);
    const earlier = this.#byOutlet
      .get(outlet)
      ?.findLast((group) => group.order < order && group.traced.some(({ access }) => access.kind !== 'own'));
    if (earlier === undefined) return undefined;
    const keys = new Set(earlier.traced.flatMap((one) => this.#follow(one)));
    return keys.size === 1 ? [...keys] : [];
  }

  #makeNodes(firstReport: ReadonlyMap<string, string>): readonly ReportNode[] {
    const isHeard = new Set<string>();
    let isFirst = true;
    return this.#groups.map((group) => {
      const relays = findRelays(group, this.#byDocument, {
        wording: this.#wording,
        findKept: (outlet) => this.#findKept(outlet, group.report),
      });
      const keys = [...new Set(group.traced.flatMap((one) => this.#follow(one)))];
      const role = this.#findRole(group, { relays, firstReport, isFirst, isHeard });
      if (keys.length > 0) isFirst = false;
      const { report, traced } = group;
      return {
        document: report.document,
        ...(report.outlet === undefined ? {} : { outlet: report.outlet }),
        ...(report.title === undefined ? {} : { title: report.title }),
        ...(report.url === undefined ? {} : { url: report.url }),
        ...(report.published === undefined ? {} : { published: report.published }),
        seen: report.seen,
        role,
        relays,
        origins: keys.map(makeId),
        claims: traced.map(refer),
      };
    });
  }

  /**
   * What a report adds: an access of its own that no earlier report led to, an own denial, the word that somebody asked did not
   * confirm; else it is an echo.
   */
  #findRole(
    group: Group,
    known: {
      readonly relays: readonly Relay[];
      readonly firstReport: ReadonlyMap<string, string>;
      readonly isFirst: boolean;
      /** Denials that were brought before; added to here. */
      readonly isHeard: Set<string>;
    },
  ): ReportRole {
    const direct = group.traced.filter(({ credits }) => credits.length === 0);
    // Who is once heard through an outlet is so in the whole report: "the military said, according to Reuters … it said".
    const relayed = new Set(
      group.traced.filter(({ credits }) => credits.length > 0).flatMap((one) => this.#follow(one)),
    );
    const isNew = (one: Traced) =>
      this.#findRepeated(one) === undefined &&
      this.#follow(one).some(
        (key) => known.firstReport.get(key) === group.report.document && !relayed.has(key),
      );
    const own = direct.filter(isNew);
    const denials = this.#isOnlyDenied
      ? []
      : direct.filter((one) => one.isDenial && one.access.kind !== 'own');
    const newDenials = denials.map((one) => this.#nameAccess(one)).filter((name) => !known.isHeard.has(name));
    for (const name of newDenials) known.isHeard.add(name);
    if (own.length > 0) {
      if (known.relays.length > 0) return 'echoWithDetail';
      return known.isFirst || own.every(({ access }) => access.kind === 'own') ? 'origin' : 'ownConfirmation';
    }
    if (newDenials.length > 0) return 'ownDenial';
    const isAsked = direct.some(({ isWithheld, access }) => isWithheld && access.kind !== 'own');
    const isOnlyWithheld = group.traced.every(({ isWithheld }) => isWithheld);
    return isAsked || isOnlyWithheld ? 'notConfirmed' : 'echo';
  }

  #nameAccess(one: Traced): string {
    const { access } = one;
    if (access.kind === 'named') return followName(this.#names, access.key);
    return access.kind === 'unnamed' ? `${access.who.kind} ${this.#getHearer(one)}` : this.#getHearer(one);
  }
}

/** Whether the statement right before it in the text has a credit, which an own voice that goes on then rests on. */
function isCarriedOn(one: Traced, context: readonly Traced[]): boolean {
  const before = context[context.indexOf(one) - 1];
  return before !== undefined && before.access.kind !== 'own' && !before.isWithheld;
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

const refer = ({ report, statement }: Traced) => makeClaimRef(report, statement);

/** Id of an origin: the same speaker has the same one in every tree. */
function makeId(key: string): string {
  return `o${createHash('sha256').update(key).digest('hex').slice(0, 10)}`;
}
