import type { Report } from '../../model/report.ts';
import { Circles } from './circles.ts';
import { findSibling } from './families.ts';
import { getOrder } from './order.ts';
import { readOwnVoice } from './own-voice.ts';
import { listTellingWords } from './page-words.ts';
import { findQuotes } from './quotes.ts';
import type { Group } from './relays.ts';
import type { Credit, Traced } from './traced.ts';
import type { Judge, Voice } from './voice.ts';
import { type Speaker, WhoIsWho } from './who-is-who.ts';
import { isRepeat, Wording } from './wording.ts';

/** Reports before and after one, and origins, with which its voices are compared: the nearest. */
const MOST_COMPARED = 40;

/** An origin while the tree is made. */
export interface Draft extends Speaker {
  readonly claims: Traced[];
}

/**
 * Where each statement of a set of reports leads. What is certain goes first: whom it credits, a speaker found before, earlier words
 * that it repeats. Whoever is left may be first-hand, and is weighed.
 */
export class Leads {
  readonly wording = new Wording();
  readonly byDocument: ReadonlyMap<string, Group>;
  readonly #byOutlet = new Map<string, Group[]>();
  readonly #who: WhoIsWho;
  readonly #circles: Circles;
  /** The statement that first had each quotation. */
  readonly #quotes = new Map<string, Traced>();
  /** Statements through an outlet with a speaker behind it, by outlet. */
  readonly #behind = new Map<string, Traced[]>();
  readonly #leads = new Map<Traced, readonly string[]>();
  /** Who spoke beside one who was taken for first-hand, and was not. */
  readonly #passed = new Set<string>();
  /** Origins by key, as they are found. */
  readonly drafts = new Map<string, Draft>();
  readonly isOnlyDenied: boolean;

  constructor(groups: readonly Group[], judge: Judge) {
    this.byDocument = new Map(groups.map((group) => [group.report.document, group]));
    const all = groups.flatMap(({ traced }) => traced);
    this.#who = new WhoIsWho(groups);
    this.#circles = new Circles(groups);
    this.isOnlyDenied = all.every(({ isDenial, isWithheld }) => isDenial || isWithheld);
    for (const one of all) {
      const { access, credits } = one;
      for (const quote of findQuotes(one.statement.words))
        if (!this.#quotes.has(quote)) this.#quotes.set(quote, one);
      if (access.kind === 'outlet' || access.kind === 'own' || !this.isOrigin(one)) continue;
      for (const { key } of credits.slice(-1)) append(this.#behind, key, one);
    }
    const matter = countWords(groups);
    const origins: Voice[] = [];
    for (const [at, group] of groups.entries()) {
      append(this.#byOutlet, group.outlet, group);
      this.#read(group, {
        earlier: groups.slice(Math.max(0, at - MOST_COMPARED), at),
        later: groups.slice(at + 1, at + 1 + MOST_COMPARED),
        matter,
        origins,
        judge,
      });
    }
  }

  #read(
    group: Group,
    {
      judge,
      origins,
      ...known
    }: Omit<Parameters<Judge>[0], 'group' | 'voices' | 'isLed' | 'passed' | 'origins'> & {
      origins: Voice[];
      judge: Judge;
    },
  ): void {
    const voices = new Map<string, { speaker: Speaker; told: Traced[] }>();
    for (const one of group.traced) {
      if (!this.isOrigin(one)) continue;
      const found = this.#find(one);
      if (!('key' in found)) {
        if (found.length > 0) this.#leads.set(one, found);
        continue;
      }
      if (this.drafts.has(found.key)) {
        this.#leads.set(one, [found.key]);
        continue;
      }
      const voice = voices.get(found.key);
      if (voice === undefined) voices.set(found.key, { speaker: found, told: [one] });
      else voice.told.push(one);
    }
    const isLed = group.traced.some((one) => this.#leads.has(one));
    const list = [...voices.values()];
    const chosen = judge({
      ...known,
      group,
      voices: list,
      origins: origins.slice(-MOST_COMPARED),
      passed: this.#passed,
      isLed,
    });
    for (const voice of list) {
      const { key, origin } = voice.speaker;
      if (!chosen.has(key)) {
        if (chosen.size > 0) this.#passed.add(key);
        continue;
      }
      const signs = chosen.get(key) ?? [];
      this.drafts.set(key, { key, origin: signs.length === 0 ? origin : { ...origin, signs }, claims: [] });
      origins.push(voice);
      for (const one of voice.told) this.#leads.set(one, [key]);
    }
    // An own voice rests on the one whom the report has it from.
    const keys = this.listKeys(group);
    for (const one of group.traced)
      if (keys.length === 1 && one.access.kind === 'own' && this.isOrigin(one) && !this.#leads.has(one))
        this.#leads.set(one, keys);
  }

  /** All origins that a report leads to. */
  listKeys({ traced }: Group): readonly string[] {
    return [...new Set(traced.flatMap((one) => this.follow(one)))];
  }

  /** Who is behind a statement, by one name in the whole set. */
  nameAccess(one: Traced): string {
    return this.#who.nameAccess(one);
  }

  /** Whether a statement affirms what the others do, so that who is behind it is an origin. */
  isOrigin(one: Traced): boolean {
    return !one.isWithheld && (this.isOnlyDenied || !one.isDenial);
  }

  /** Keys of the origins that a statement leads to. */
  follow(one: Traced): readonly string[] {
    return this.#leads.get(one) ?? [];
  }

  /** The origins that a statement leads to for certain, or else who may be one by it. */
  #find(one: Traced): readonly string[] | Speaker {
    const { access, report } = one;
    const named = this.#who.findNamed(one);
    if (named !== undefined && this.drafts.has(named.key)) return named;
    const quoted = this.#findQuoted(one);
    if (quoted.length > 0) return quoted;
    if (named !== undefined) return named;
    if (access.kind === 'outlet') return this.#findOutlet(one);
    const repeated = this.findRepeated(one);
    if (repeated !== undefined && this.follow(repeated).length > 0) return this.follow(repeated);
    const copied = this.#findCopied(one);
    if (copied.length > 0) return copied;
    const owned = this.#findInFamily(one);
    if (owned.length > 0) return owned;
    const unnamed = this.#who.findByRole(one) ?? this.#who.findUnnamed(one);
    const group = this.byDocument.get(report.document);
    if (unnamed === undefined) return group === undefined ? [] : readOwnVoice(group, this.#who.bodies);
    return this.#findHeard(one) ?? unnamed;
  }

  /** Unnamed speakers through an outlet whose own report is kept are whoever speaks there. */
  #findHeard({ report, credits }: Traced): readonly string[] | undefined {
    const credit = credits.at(-1);
    const kept = credit === undefined ? undefined : this.findKept(credit.key, report);
    const spoken = kept?.traced.filter(({ access }) => access.kind === 'named' || access.kind === 'unnamed');
    const keys = [...new Set(spoken?.flatMap((other) => this.follow(other)))];
    return keys.length > 0 ? keys : undefined;
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
      const keys = this.listKeys(earlier);
      if (keys.length > 0) return keys;
    }
    return [];
  }

  /** What an earlier report of the same owner leads to that this one has words in common with, both without a source. */
  #findInFamily({ report, credits }: Traced): readonly string[] {
    const earlier = credits.length > 0 ? undefined : findSibling(report, this.byDocument)?.group;
    return earlier === undefined ? [] : this.listKeys(earlier);
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

  /** What an outlet rests on that is credited alone: its own report where it is kept, else whoever others name behind it. */
  #findOutlet(one: Traced): readonly string[] | Speaker {
    const credit = one.credits.at(-1);
    if (credit === undefined) return [];
    const own = this.findKept(credit.key, one.report);
    if (own !== undefined) return this.listKeys(own);
    const behind = (this.#behind.get(credit.key) ?? []).map(
      (other) => this.#who.findNamed(other) ?? this.#who.findUnnamed(other),
    );
    const known = [...new Set(behind.flatMap((speaker) => speaker?.key ?? []))];
    if (known.some((key) => this.drafts.has(key))) return known.filter((key) => this.drafts.has(key));
    return behind[0] ?? this.#circles.find(credit.key) ?? makeOutletSpeaker(credit.key, credit);
  }

  /** The latest report of an outlet among those given that is not later than another report. */
  findKept(outlet: string, report: Report): Group | undefined {
    const order = getOrder(report);
    return this.#byOutlet
      .get(outlet)
      ?.findLast((group) => group.order <= order && group.report.series !== report.series);
  }
}

/** An outlet of which nobody tells whom it has it from. */
const makeOutletSpeaker = (key: string, { name, type }: Pick<Credit, 'name' | 'type'>): Speaker => ({
  key: `outlet ${key}`,
  origin: { status: 'possible', reason: 'no visible credit', name, type },
});

/** In how many reports' titles and openings each word stands. */
function countWords(groups: readonly Group[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { report } of groups)
    for (const word of new Set(listTellingWords(`${report.title ?? ''}. ${report.lede?.text ?? ''}`)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
