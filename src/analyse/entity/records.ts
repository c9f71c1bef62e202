import type { Sector } from '../../model/entity.ts';
import {
  type ActorKind,
  type ActorName,
  isCountryPossible,
  isSectorPossible,
  type NameRelation,
} from './actor.ts';
import { type BodyName, compareBodies, makeBodyKeys, readBody } from './bodies.ts';
import { compareFacilities, type FacilityName, makeFacilityKeys, readFacility } from './facilities.ts';
import { comparePersons, makePersonKeys, type PersonName, readPerson } from './persons.ts';

/** A name in its parts, ready to be compared with others of its kind. */
export type ParsedName =
  | { readonly kind: 'person'; readonly name: PersonName }
  | { readonly kind: 'body'; readonly name: BodyName }
  | { readonly kind: 'facility'; readonly name: FacilityName };

/** One actor with the names that it was seen under. */
export interface ActorRecord {
  readonly id: string;
  readonly kind: ActorKind;
  /** Usual name. */
  readonly name: string;
  country?: string;
  sector?: Sector;
  readonly forms: ParsedName[];
}

/** Names of one record that others are compared with. */
const MOST_FORMS = 12;
/** Records under one key that are compared. */
const MOST_UNDER_KEY = 80;

export function makeRecord(given: {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  readonly country?: string | undefined;
  readonly sector?: Sector | undefined;
}): ActorRecord {
  const { id, kind, name, country, sector } = given;
  return {
    id,
    kind,
    name,
    ...(country === undefined ? {} : { country }),
    ...(sector === undefined ? {} : { sector }),
    forms: [],
  };
}

/** Reads a name as one of a kind; undefined where it names nobody for certain. */
export function parseName(kind: ActorKind, actor: ActorName): ParsedName | undefined {
  if (kind === 'person') {
    const name = readPerson(actor);
    return name === undefined ? undefined : { kind, name };
  }
  if (kind === 'facility') {
    const name = readFacility(actor);
    return name === undefined ? undefined : { kind, name };
  }
  const name = readBody(actor);
  return name === undefined ? undefined : { kind, name };
}

function compareNames(a: ParsedName, b: ParsedName): NameRelation {
  if (a.kind === 'person' && b.kind === 'person') return comparePersons(a.name, b.name);
  if (a.kind === 'body' && b.kind === 'body') return compareBodies(a.name, b.name);
  if (a.kind === 'facility' && b.kind === 'facility') return compareFacilities(a.name, b.name);
  return undefined;
}

function makeKeys(parsed: ParsedName): readonly string[] {
  if (parsed.kind === 'person') return makePersonKeys(parsed.name);
  return parsed.kind === 'body' ? makeBodyKeys(parsed.name) : makeFacilityKeys(parsed.name);
}

/** Whether a record can be the actor that a document tells of, by what is known beside the names. */
export function isPossible(record: ActorRecord, { country, sector }: ActorName): boolean {
  // The country told of an embassy is its host's to one reader and its owner's to another.
  const isPlaced = record.kind === 'facility' || isCountryPossible(record.country, country);
  return isPlaced && isSectorPossible(record.sector, sector, record.kind);
}

/** Records found by what their names sound like. */
export class RecordIndex {
  readonly #byKey = new Map<string, ActorRecord[]>();

  /** Takes a record up under one more name. */
  enter(record: ActorRecord, actor: ActorName): void {
    const parsed = parseName(record.kind, actor);
    if (parsed === undefined || record.forms.length >= MOST_FORMS * 4) return;
    record.forms.push(parsed);
    for (const key of makeKeys(parsed)) {
      const under = this.#byKey.get(key);
      if (under === undefined) this.#byKey.set(key, [record]);
      else if (!under.includes(record)) {
        under.push(record);
        if (under.length > MOST_UNDER_KEY) under.shift();
      }
    }
  }

  remove(record: ActorRecord): void {
    for (const parsed of record.forms) {
      for (const key of makeKeys(parsed)) {
        const left = (this.#byKey.get(key) ?? []).filter((other) => other !== record);
        if (left.length === 0) this.#byKey.delete(key);
        else this.#byKey.set(key, left);
      }
    }
  }

  /** Whether one more name of a record would be of use. */
  isOpen(record: ActorRecord): boolean {
    return record.forms.length < MOST_FORMS;
  }

  /**
   * The record that a name is of: undefined where there is none, or where it cannot be told which of several it is.
   */
  find(
    parsed: ParsedName,
    actor: ActorName,
  ): { readonly record: ActorRecord; readonly cost: number } | undefined {
    const seen = new Set<ActorRecord>();
    const found: { readonly record: ActorRecord; readonly cost: number }[] = [];
    for (const key of makeKeys(parsed)) {
      for (const record of this.#byKey.get(key) ?? []) {
        if (seen.has(record) || record.kind !== parsed.kind || !isPossible(record, actor)) continue;
        seen.add(record);
        const cost = compareForms(record, parsed);
        if (cost !== undefined) found.push({ record, cost });
      }
    }
    if (found.length < 2) return found[0];
    const best = found.reduce((a, b) => (b.cost < a.cost ? b : a));
    const rivals = found.filter(({ record, cost }) => record !== best.record && cost - best.cost < CLEAR);
    return rivals.length === 0 ? best : undefined;
  }
}

/** So much nearer than the next one that it is not the other. */
const CLEAR = 0.05;

/** The nearest of a record's names; undefined where none is near or, unless it is one of them, one tells that it is another. */
function compareForms(record: ActorRecord, parsed: ParsedName): number | undefined {
  let best: number | undefined;
  let isOther = false;
  for (const form of record.forms) {
    const relation = compareNames(parsed, form);
    if (relation === 0) return 0;
    if (relation === 'conflict') isOther = true;
    else if (relation !== undefined) best = Math.min(best ?? relation, relation);
  }
  return isOther ? undefined : best;
}
