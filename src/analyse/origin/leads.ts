import type { Report } from '../../model/report.ts';
import type { Origin } from '../../model/story.ts';
import { getOutletName, type Traced } from './access.ts';
import { followName, mergeNames, nameRoles } from './identity.ts';
import { foldName, foldText, isCompatibleKind, makeOutletKey, splitName, type UnnamedKind } from './names.ts';
import { getOrder } from './order.ts';
import { findQuotes } from './quotes.ts';
import type { Group } from './relays.ts';
import { groupUnnamed, type UnnamedGroup } from './speakers.ts';
import { isRepeat, Wording } from './wording.ts';

/** Milliseconds after which what was reported is common knowledge: its retelling without a credit is no access of its own. */
const KNOWN_AFTER = 36 * 3_600_000;

type NamedAccess = Extract<Traced['access'], { kind: 'named' }>;

/** An origin while the tree is made. */
export interface Draft {
  readonly key: string;
  readonly origin: Omit<Origin, 'id' | 'claims'>;
  readonly claims: Traced[];
}

/**
 * Where each statement of a set of reports leads: to whom it credits, to whom the credited outlet's own report leads, to the
 * earlier words that it repeats.
 */
export class Leads {
  readonly #groups: readonly Group[];
  readonly wording = new Wording();
  readonly byDocument: ReadonlyMap<string, Group>;
  readonly #byOutlet = new Map<string, Group[]>();
  readonly #names: ReadonlyMap<string, string>;
  readonly #roles: ReadonlyMap<string, string>;
  readonly #accesses = new Map<string, NamedAccess>();
  /** The statement that first had each quotation. */
  readonly #quotes = new Map<string, Traced>();
  /** Unnamed speakers by the outlet that they spoke to. */
  readonly #unnamed = new Map<string, readonly UnnamedGroup[]>();
  /** Statements through an outlet with a speaker behind it, by outlet. */
  readonly #behind = new Map<string, Traced[]>();
  readonly #behindKeys = new Map<string, readonly string[]>();
  readonly #leads = new Map<Traced, readonly string[]>();
  /** Origins by key, as they are found. */
  readonly drafts = new Map<string, Draft>();
  readonly isOnlyDenied: boolean;

  constructor(groups: readonly Group[]) {
    this.#groups = groups;
    this.byDocument = new Map(groups.map((group) => [group.report.document, group]));
    const all = groups.flatMap(({ traced }) => traced);
    // A role may be told in a sentence that is not on the matter.
    const context = groups.flatMap((group) => group.context);
    this.#names = mergeNames(context);
    this.#roles = nameRoles(context);
    for (const { access } of context)
      if (access.kind === 'named' && !this.#accesses.has(access.key)) this.#accesses.set(access.key, access);
    this.isOnlyDenied = all.every(({ isDenial, isWithheld }) => isDenial || isWithheld);
    for (const group of groups) append(this.#byOutlet, group.outlet, group);
    const kinds = new Map<string, UnnamedKind[]>();
    for (const one of all) {
      const { access, credits } = one;
      for (const quote of findQuotes(one.statement.words))
        if (!this.#quotes.has(quote)) this.#quotes.set(quote, one);
      if (access.kind === 'unnamed') append(kinds, this.#getHearer(one), access.who);
      if (access.kind === 'outlet' || access.kind === 'own' || !this.isOrigin(one)) continue;
      for (const { key } of credits.slice(-1)) append(this.#behind, key, one);
    }
    for (const [outlet, list] of kinds) this.#unnamed.set(outlet, groupUnnamed(outlet, list));
  }

  /** Whether a statement affirms what the others do, so that who is behind it is an origin. */
  isOrigin(one: Traced): boolean {
    return !one.isWithheld && (this.isOnlyDenied || !one.isDenial);
  }

  /** The outlet that a speaker spoke to. */
  #getHearer({ credits, report, statement }: Traced): string {
    return credits.at(-1)?.key ?? makeOutletKey(getOutletName(report, statement));
  }

  /** Keys of the origins that a statement leads to; reports in time order, so what is repeated is known already. */
  follow(one: Traced): readonly string[] {
    const known = this.#leads.get(one);
    if (known !== undefined) return known;
    // Found again on its own way (two outlets that credit each other), it leads nowhere.
    this.#leads.set(one, []);
    const found = this.isOrigin(one) ? [...new Set(this.#find(one))] : [];
    this.#leads.set(one, found);
    return found;
  }

  #find(one: Traced): readonly string[] {
    const { access } = one;
    if (access.kind === 'named') return [this.#draftNamed(one)];
    const quoted = this.#findQuoted(one);
    if (quoted.length > 0) return quoted;
    if (access.kind === 'outlet') return this.#findOutlet(one);
    const repeated = this.findRepeated(one);
    if (repeated !== undefined && this.follow(repeated).length > 0) return this.follow(repeated);
    const copied = this.#findCopied(one);
    if (copied.length > 0) return copied;
    if (access.kind === 'unnamed') return this.#findByRole(one) ?? [this.#draftUnnamed(one)];
    return this.#findOwn(one);
  }

  /** Whoever said the same words in quotation marks before: nobody finds them twice. */
  #findQuoted(one: Traced): readonly string[] {
    for (const quote of findQuotes(one.statement.words)) {
      const first = this.#quotes.get(quote);
      if (first === undefined || first === one || first.report.document === one.report.document) continue;
      const keys = this.follow(first);
      if (keys.length > 0) return keys;
    }
    return [];
  }

  /** All that an earlier document leads to of which this one is a copy, its words put together anew. */
  #findCopied({ report, credits }: Traced): readonly string[] {
    if (credits.length > 0) return [];
    for (const { document } of report.reuses) {
      const earlier = this.byDocument.get(document);
      if (earlier === undefined || earlier.report.series === report.series || !isRepeat(report, document))
        continue;
      const keys = [...new Set(earlier.traced.flatMap((other) => this.follow(other)))];
      if (keys.length > 0) return keys;
    }
    return [];
  }

  /** "The director", where one named speaker is the director. */
  #findByRole({ access }: Traced): readonly string[] | undefined {
    if (access.kind !== 'unnamed') return undefined;
    for (const word of splitName(foldName(access.name))) {
      const key = this.#roles.get(word);
      if (key === undefined) continue;
      const said = this.#groups
        .flatMap(({ context }) => context)
        .find((other) => other.access.kind === 'named' && other.access.key === key);
      if (said !== undefined) return [this.#draftNamed(said)];
    }
    return undefined;
  }

  /** The earlier statement whose words this one repeats without another credit. */
  findRepeated({ report, statement, credits }: Traced): Traced | undefined {
    if (credits.length > 0) return undefined;
    for (const { document } of report.reuses) {
      const earlier = this.byDocument.get(document);
      if (earlier === undefined || earlier.report.series === report.series) continue;
      const repeated = this.wording.findRepeated(statement, earlier.traced);
      if (repeated !== undefined) return repeated;
    }
    return undefined;
  }

  #draft(key: string, origin: Draft['origin']): string {
    if (!this.drafts.has(key)) this.drafts.set(key, { key, origin, claims: [] });
    return key;
  }

  #draftNamed({ access }: Traced): string {
    if (access.kind !== 'named') return '';
    const key = followName(this.#names, access.key);
    const { name, type, reason } = this.#accesses.get(key) ?? access;
    return this.#draft(key, { status: 'confirmed', reason, name, type });
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
    const own = this.findKept(credit.key, one.report);
    if (own !== undefined) {
      const keys = own.traced.flatMap((statement) => this.follow(statement));
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
    const keys = [...new Set((this.#behind.get(outlet) ?? []).flatMap((other) => this.follow(other)))];
    this.#behindKeys.set(outlet, keys);
    return keys;
  }

  /** The latest report of an outlet among those given that is not later than another report. */
  findKept(outlet: string, report: Report): Group | undefined {
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
    const group = this.byDocument.get(report.document);
    const credited =
      group?.traced.filter((other) => other.access.kind !== 'own' && this.isOrigin(other)) ?? [];
    const keys = new Set(credited.flatMap((other) => this.follow(other)));
    if (credited.length > 0) return keys.size === 1 ? [...keys] : [];
    const named = this.#findNamedWithin(one);
    if (named !== undefined) return [named];
    // Whom the rest of the report credits, though on something else.
    const beside = group?.context.filter((other) => other.access.kind !== 'own' && isNearTop(other)) ?? [];
    if (beside.length > 0) return this.#followBeside(beside);
    if (statement.polarity === 'negated') return [];
    if (statement.mentions.length > 0 && statement.mentions.every(({ background }) => background)) return [];
    const outlet = group?.outlet ?? makeOutletKey(getOutletName(report, statement));
    const before = this.#findBefore(outlet, report);
    if (before !== undefined) return before;
    if (group !== undefined && this.#isRetold(one, group)) return [];
    // Others say whom the outlet has it from, though it does not say so where it was read.
    const behind = this.#findBehind(outlet);
    if (behind.length === 1 && (this.#unnamed.get(outlet)?.length ?? 0) === 1) return behind;
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

  /** Whom an own voice names that spoke to others before: "the ministry has closed 7,000 schools". */
  #findNamedWithin({ report, statement }: Traced): string | undefined {
    const order = getOrder(report);
    const words = ` ${foldText(`${statement.words} ${report.lede?.text ?? ''}`)} `;
    let longest: { readonly one: Traced; readonly short: string } | undefined;
    for (const { traced, order: earlier } of this.#groups) {
      for (const one of traced) {
        const { access } = one;
        // A person is named for having spoken; a body may be named before it has.
        if (earlier >= order && (access.kind !== 'named' || access.type !== 'person')) continue;
        if (access.kind !== 'named' || access.type === 'outlet' || !words.includes(` ${access.short} `))
          continue;
        if (longest !== undefined && longest.short.length >= access.short.length) continue;
        longest = { one, short: access.short };
      }
    }
    return longest === undefined ? undefined : this.#draftNamed(longest.one);
  }

  #followBeside(beside: readonly Traced[]): readonly string[] {
    const origins = beside.filter((other) => this.isOrigin(other));
    const keys = new Set(origins.flatMap((other) => this.follow(other)));
    return keys.size === 1 ? [...keys] : [];
  }

  /**
   * Whether an own voice only tells again what an earlier report told: right behind a statement with a credit, on which it
   * rests, or so late that everybody knows.
   */
  #isRetold(one: Traced, group: Group): boolean {
    const first = this.#groups.find(({ traced }) => traced.some((other) => this.isOrigin(other)));
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
    const keys = new Set(earlier.traced.flatMap((one) => this.follow(one)));
    return keys.size === 1 ? [...keys] : [];
  }

  /** Who is behind a statement, by one name in the whole set. */
  nameAccess(one: Traced): string {
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

/** Characters within which what a report credits counts for its own voice as well. */
const TOP = 1200;

function isNearTop({ statement }: Traced): boolean {
  return statement.start < TOP;
}
