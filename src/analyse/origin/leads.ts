import type { Report } from '../../model/report.ts';
import { Circles } from './circles.ts';
import { findSibling } from './families.ts';
import { makeOutletKey } from './names.ts';
import { getOrder } from './order.ts';
import { findQuotes } from './quotes.ts';
import type { Group } from './relays.ts';
import { type Credit, getOutletName, type Traced } from './traced.ts';
import { type Speaker, WhoIsWho } from './who-is-who.ts';
import { isRepeat, Wording } from './wording.ts';

/** Milliseconds after which what was reported is common knowledge: its retelling without a credit is no access of its own. */
const KNOWN_AFTER = 36 * 3_600_000;

/** Share of a report's words from which on it tells what another does, and nothing else. */
const RETOLD = 0.8;

/** An origin while the tree is made. */
export interface Draft extends Speaker {
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
  readonly #who: WhoIsWho;
  readonly #circles: Circles;
  /** The statement that first had each quotation. */
  readonly #quotes = new Map<string, Traced>();
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
    this.#who = new WhoIsWho(groups);
    this.#circles = new Circles(groups);
    this.isOnlyDenied = all.every(({ isDenial, isWithheld }) => isDenial || isWithheld);
    for (const group of groups) append(this.#byOutlet, group.outlet, group);
    for (const one of all) {
      const { access, credits } = one;
      for (const quote of findQuotes(one.statement.words))
        if (!this.#quotes.has(quote)) this.#quotes.set(quote, one);
      if (access.kind === 'outlet' || access.kind === 'own' || !this.isOrigin(one)) continue;
      for (const { key } of credits.slice(-1)) append(this.#behind, key, one);
    }
  }

  /** Who is behind a statement, by one name in the whole set. */
  nameAccess(one: Traced): string {
    return this.#who.nameAccess(one);
  }

  /** Whether a statement affirms what the others do, so that who is behind it is an origin. */
  isOrigin(one: Traced): boolean {
    return !one.isWithheld && (this.isOnlyDenied || !one.isDenial);
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

  /**
   * Where nothing leads anywhere: what outlets say in their own voice rests on somebody unknown, and each counts as a possible
   * origin. Who is credited beside it speaks of something else.
   */
  openOwn(): void {
    for (const { traced, outlet, report } of this.#groups) {
      for (const one of traced) {
        if (one.access.kind !== 'own' || !this.isOrigin(one) || isAside(one)) continue;
        const name = getOutletName(report, one.statement);
        this.#leads.set(one, [this.#addOutlet(outlet, { name, type: 'outlet' })]);
      }
    }
  }

  #find(one: Traced): readonly string[] {
    const { access } = one;
    const named = this.#who.findNamed(one);
    if (named !== undefined) return this.#findRetold(one, named) ?? [this.#add(named)];
    const quoted = this.#findQuoted(one);
    if (quoted.length > 0) return quoted;
    if (access.kind === 'outlet') return this.#findOutlet(one);
    const repeated = this.findRepeated(one);
    if (repeated !== undefined && this.follow(repeated).length > 0) return this.follow(repeated);
    const copied = this.#findCopied(one);
    if (copied.length > 0) return copied;
    const owned = this.#findInFamily(one);
    if (owned.length > 0) return owned;
    const unnamed = this.#who.findByRole(one) ?? this.#who.findUnnamed(one);
    return unnamed === undefined ? this.#findOwn(one) : [this.#add(unnamed)];
  }

  /**
   * Whom an earlier report has the same from, sentence by sentence, where this one calls a speaker by a name that nobody used
   * before: a release by the body in the one, by its head in the other. Two people by their full names are two.
   */
  #findRetold({ report, credits }: Traced, { key, origin }: Speaker): readonly string[] | undefined {
    if (credits.length > 0 || this.drafts.has(key)) return undefined;
    for (const { document, share } of report.reuses) {
      const earlier = share < RETOLD ? undefined : this.byDocument.get(document);
      if (earlier === undefined || earlier.report.series === report.series) continue;
      const keys = [...new Set(earlier.traced.flatMap((other) => this.follow(other)))];
      const [only] = keys;
      const before = keys.length === 1 && only !== undefined ? this.drafts.get(only)?.origin : undefined;
      if (before === undefined || before.status === 'possible') continue;
      if (before.type !== 'person' || origin.type !== 'person') return keys;
    }
    return undefined;
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

  /** What an earlier report of the same owner leads to that this one has words in common with, both without a source. */
  #findInFamily({ report, credits }: Traced): readonly string[] {
    const earlier = credits.length > 0 ? undefined : findSibling(report, this.byDocument)?.group;
    return [...new Set(earlier?.traced.flatMap((other) => this.follow(other)))];
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

  #add({ key, origin }: Speaker): string {
    if (!this.drafts.has(key)) this.drafts.set(key, { key, origin, claims: [] });
    return key;
  }

  /** An outlet of which nobody tells whom it has it from. */
  #addOutlet(key: string, { name, type }: Pick<Credit, 'name' | 'type'>): string {
    return this.#add({
      key: `outlet ${key}`,
      origin: { status: 'possible', reason: 'no visible credit', name, type },
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
    const circle = this.#circles.find(credit.key);
    return [circle === undefined ? this.#addOutlet(credit.key, credit) : this.#add(circle)];
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
    const named = this.#who.findNamedWithin(one, getOrder(report));
    if (named !== undefined) return [this.#add(named)];
    // Whom the rest of the report credits, though on something else.
    const beside = group?.context.filter((other) => other.access.kind !== 'own' && isNearTop(other)) ?? [];
    if (beside.length > 0) return this.#followBeside(beside);
    if (isAside(one)) return [];
    const outlet = group?.outlet ?? makeOutletKey(getOutletName(report, statement));
    const before = this.#findBefore(outlet, report);
    if (before !== undefined) return before;
    if (group !== undefined && this.#isRetold(one, group)) return [];
    // Others say whom the outlet has it from, though it does not say so where it was read.
    const behind = this.#findBehind(outlet);
    if (behind.length === 1 && this.#who.countUnnamed(outlet) === 1) return behind;
    return [this.#addOutlet(outlet, { name: getOutletName(report, statement), type: 'outlet' })];
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
}

/** What is told as history, or that something is not so, is no access. */
function isAside({ statement: { polarity, mentions } }: Traced): boolean {
  return polarity === 'negated' || (mentions.length > 0 && mentions.every(({ background }) => background));
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
