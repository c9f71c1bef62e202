import { createHash } from 'node:crypto';
import type { Actor } from '../../model/actor.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { ActorMention, Mention, Party, Report, Speaker } from '../../model/report.ts';
import { foldName } from '../origin/names.ts';
import { findKind, isCountryPossible } from './actor.ts';
import { parseName } from './records.ts';
import { type ActorRegister, makeOwnRegister, makeRegister } from './register.ts';

/** What people of the desk have said of names. */
export interface NamesGiven {
  /** The desk's part of the register. */
  readonly own: readonly Actor[];
  /** Decisions that stand; those that are not of names are passed over. */
  readonly judgements: readonly Judgement[];
}

/** An actor that a name was given to. */
interface Bearer {
  readonly id: string;
  readonly kind: string | undefined;
  readonly country?: string | undefined;
}

/**
 * Reports with the records that the desk's register and its decisions give: what was put into the picture before somebody decided
 * follows too. The reports themselves stay as they are.
 *
 * @example
 * applyNames(reports, { own: [], judgements })[0]?.actors?.[0]?.record; // 'register:qassem-soleimani'
 */
export function applyNames(reports: readonly Report[], given: NamesGiven): readonly Report[] {
  const names = new GivenNames(reports, given);
  return names.isEmpty ? reports : reports.map((report) => names.apply(report));
}

class GivenNames {
  /** By folded name. */
  readonly #bearers = new Map<string, Bearer[]>();
  /** Records known from documents alone that are another's. */
  readonly #joined = new Map<string, string>();
  /** Folded names that are not of a record. */
  readonly #distinct = new Map<string, Set<string>>();
  readonly #usual = new Map<string, string>();
  readonly #own: ActorRegister;

  constructor(reports: readonly Report[], { own, judgements }: NamesGiven) {
    const register = makeRegister(own);
    this.#own = makeOwnRegister(own);
    for (const actor of this.#own.actors.values()) this.#giveAll(actor);
    const decided = judgements.filter(({ verdict }) => verdict === 'alias' || verdict === 'distinct');
    const seen = decided.length === 0 ? new Map<string, ActorMention>() : collectRecords(reports);
    for (const { of, verdict, value } of decided) {
      if (of.type !== 'actor' || value === undefined) continue;
      const known = register.actors.get(of.actor) ?? seen.get(of.actor);
      if (verdict === 'distinct') {
        const names = this.#distinct.get(of.actor) ?? new Set();
        this.#distinct.set(of.actor, names.add(foldName(value)));
      } else if (seen.has(value) && value !== of.actor) this.#joined.set(value, of.actor);
      else if (known !== undefined) this.#give(value, { id: of.actor, kind: findKind(known.type) });
      if (known !== undefined) this.#usual.set(of.actor, known.name);
    }
    if (this.#bearers.size > 0) this.#joinRecords(reports);
  }

  get isEmpty(): boolean {
    return this.#bearers.size === 0 && this.#joined.size === 0 && this.#distinct.size === 0;
  }

  #giveAll({ id, name, type, country, aliases }: Actor): void {
    this.#usual.set(id, name);
    for (const each of new Set([name, ...aliases])) this.#give(each, { id, kind: findKind(type), country });
  }

  #give(name: string, bearer: Bearer): void {
    const folded = foldName(name);
    const others = this.#bearers.get(folded) ?? [];
    if (!others.some(({ id }) => id === bearer.id)) this.#bearers.set(folded, [...others, bearer]);
  }

  /** All spellings of a record that only documents know follow one of them. */
  #joinRecords(reports: readonly Report[]): void {
    for (const { actors = [] } of reports) {
      for (const actor of actors) {
        if (!actor.record.startsWith('actor:') || this.#joined.has(actor.record)) continue;
        const bearer = this.#findBearer(actor);
        if (bearer !== undefined && bearer !== actor.record) this.#joined.set(actor.record, bearer);
      }
    }
  }

  /** Whom a name was given to; undefined where nobody, or several. */
  #findBearer(actor: ActorMention): string | undefined {
    const kind = findKind(actor.type);
    for (const folded of listNames(actor)) {
      const bearers = (this.#bearers.get(folded) ?? []).filter(
        (bearer) => bearer.kind === kind && isCountryPossible(bearer.country, actor.country),
      );
      if (bearers.length === 1) return bearers[0]!.id;
    }
    return actor.record.startsWith('actor:') ? this.#findSimilar(actor) : undefined;
  }

  /** The desk's actor whose name can be a spelling of one that only documents know. */
  #findSimilar(actor: ActorMention): string | undefined {
    const kind = findKind(actor.type);
    if (kind === undefined || this.#own.actors.size === 0) return undefined;
    const parsed = parseName(kind, actor);
    return parsed === undefined ? undefined : this.#own.index.find(parsed, actor)?.record.id;
  }

  #find(actor: ActorMention): string {
    const record = this.#findBearer(actor) ?? this.#follow(actor.record);
    const distinct = this.#distinct.get(record);
    if (distinct === undefined) return record;
    const names =
      actor.named.length === 0 ? [foldName(actor.name)] : actor.named.map(({ text }) => foldName(text));
    const own = names.find((name) => distinct.has(name));
    const isBoth = names.some((name) => name === foldName(this.#usual.get(record) ?? ''));
    return own === undefined || isBoth ? record : makeDistinctId(record, own);
  }

  /** Who a record was joined to, and whom that was; a circle ends where it began. */
  #follow(record: string): string {
    const passed = new Set([record]);
    let at = record;
    for (;;) {
      const next = this.#joined.get(at);
      if (next === undefined || passed.has(next)) return at;
      passed.add(next);
      at = next;
    }
  }

  apply(report: Report): Report {
    const { actors } = report;
    if (actors === undefined) return report;
    const moved = new Map<string, string>();
    const changed = actors.map((actor) => {
      const record = this.#find(actor);
      if (record === actor.record) return actor;
      moved.set(`${actor.record} ${actor.name}`, record);
      // The actor goes on under its usual name, whatever further names it is given.
      return { ...actor, record, name: this.#usual.get(record) ?? actor.name };
    });
    if (moved.size === 0) return report;
    const put = <Kind extends Party | Speaker>(party: Kind): Kind => {
      const record = moved.get(`${party.record} ${party.name}`);
      return record === undefined ? party : { ...party, record };
    };
    const putSpeaker = (speaker: Speaker): Speaker => {
      const { usual: _, ...moved } = put(speaker);
      if (moved.record === speaker.record) return speaker;
      const usual = this.#usual.get(moved.record ?? '');
      return usual === undefined || usual === moved.name ? moved : { ...moved, usual };
    };
    const putAll = (mention: Mention): Mention => ({
      ...mention,
      actors: mention.actors.map(put),
      recipients: mention.recipients.map(put),
      instruments: mention.instruments.map(put),
    });
    return {
      ...report,
      actors: changed,
      statements: report.statements.map((statement) => ({
        ...statement,
        chain: statement.chain.map(putSpeaker),
        mentions: statement.mentions.map(putAll),
      })),
    };
  }
}

/** Names as the text has them, then as the reader gives them. */
function listNames({ name, named }: ActorMention): readonly string[] {
  return [...new Set([...named.map(({ text }) => foldName(text)), foldName(name)])];
}

/** A mention of each record. */
function collectRecords(reports: readonly Report[]): ReadonlyMap<string, ActorMention> {
  const records = new Map<string, ActorMention>();
  for (const { actors = [] } of reports)
    for (const actor of actors) if (!records.has(actor.record)) records.set(actor.record, actor);
  return records;
}

function makeDistinctId(record: string, folded: string): string {
  const digits = createHash('sha256').update(`distinct|${record}|${folded}`).digest('hex');
  return `actor:${digits.slice(0, 12)}`;
}
