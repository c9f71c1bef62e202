import { makeThingKey, type ThingKey } from '../../../model/thing.ts';

/* What the drawer shows stands in the address: `evidence=problem:us-sites-iraq:preparation`. */

/** Something of ours that rests on claims. */
export type EvidenceTarget =
  /** The probability of a problem, or one indicator or window of it by its id or title, on a certain day where one is given. */
  | { readonly kind: 'problem'; readonly problem: string; readonly part?: string; readonly on?: string }
  | { readonly kind: 'base'; readonly problem: string }
  | { readonly kind: 'confidence'; readonly problem: string }
  /** The forecast that stood at the end of a day, and what happened on it. */
  | { readonly kind: 'day'; readonly problem: string; readonly day: string; readonly horizon: number }
  /** An entry of the ledger. */
  | { readonly kind: 'entry'; readonly problem: string; readonly number: number }
  /** A sentence of a brief: its section, and its place in it from 0. */
  | { readonly kind: 'brief'; readonly problem: string; readonly section: string; readonly sentence: number }
  /** A story, or one origin (by id) or report (by the first digits of its document) of it. */
  | { readonly kind: 'story'; readonly story: string; readonly part?: string }
  /** An incident, or one of its figures: the slot's place from 0, and the value's. */
  | { readonly kind: 'incident'; readonly incident: string; readonly slot?: number; readonly value?: number }
  /** What a source's grade stands on, by its key. */
  | { readonly kind: 'source'; readonly source: string }
  | ScoredForecasts;

/** Settled forecasts of one horizon, of one problem or of all, made at the time or in a replay. */
export interface ScoredForecasts {
  readonly kind: 'scored';
  readonly problem?: string;
  readonly horizon: number;
  readonly isReplay: boolean;
  /** Of these the ones of one bin of probability: the tenth in which it begins. */
  readonly bin?: number;
}

/** Which of the ten bins of probability begins here. */
export const findTenth = (from: number) => Math.round(from * 10);

/** Stands for all problems where one is named; no problem has such an id. */
const ALL = '*';
/** How forecasts were made. */
const MADE = { replay: 'replay', time: 'time' } as const;

function listParts(target: EvidenceTarget): readonly (string | number | undefined)[] {
  switch (target.kind) {
    case 'problem':
      return [target.problem, target.part, target.part === undefined ? undefined : target.on];
    case 'base':
    case 'confidence':
      return [target.problem];
    case 'day':
      return [target.problem, target.day, target.horizon];
    case 'entry':
      return [target.problem, target.number];
    case 'brief':
      return [target.problem, target.section, target.sentence];
    case 'story':
      return [target.story, target.part];
    case 'incident':
      return [target.incident, target.slot, target.value];
    case 'source':
      return [target.source];
    case 'scored': {
      const { problem = ALL, horizon, isReplay, bin } = target;
      return [problem, horizon, isReplay ? MADE.replay : MADE.time, bin];
    }
  }
}

/**
 * The thing that a target is about, for what people write to each other; none where it is about all problems.
 *
 * @example
 * findThing({ kind: 'problem', problem: 'us-sites-iraq', part: 'preparation' }); // 'indicator:us-sites-iraq/preparation'
 */
export function findThing(target: EvidenceTarget): ThingKey | undefined {
  switch (target.kind) {
    case 'story':
      return makeThingKey('story', target.story);
    case 'incident':
      return makeThingKey('incident', target.incident);
    case 'source':
      return makeThingKey('source', target.source);
    case 'problem':
      if (target.part !== undefined) return makeThingKey('indicator', `${target.problem}/${target.part}`);
      return makeThingKey('problem', target.problem);
    default:
      return target.problem === undefined ? undefined : makeThingKey('problem', target.problem);
  }
}

/**
 * The target as an address carries it.
 *
 * @example
 * formatEvidence({ kind: 'problem', problem: 'us-sites-iraq', part: 'preparation' });
 * // 'problem:us-sites-iraq:preparation'
 */
export function formatEvidence(target: EvidenceTarget): string {
  const parts = listParts(target).filter((part) => part !== undefined);
  return [target.kind, ...parts.map((part) => encodeURIComponent(part))].join(':');
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    // An address is typed and cut short: half an escape means nothing.
    return undefined;
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const takeNumber = (part: string | undefined) =>
  part !== undefined && /^\d{1,9}$/.test(part) ? Number(part) : undefined;

/** What an address asks for; nothing where it cannot be understood. */
export function parseEvidence(value: string): EvidenceTarget | undefined {
  const [kind, ...rest] = value.split(':').map(decode);
  const [id, second, third] = rest;
  if (id === undefined || id === '' || rest.includes(undefined)) return undefined;
  const number = takeNumber(second);
  const last = takeNumber(third);
  const fourth = takeNumber(rest[3]);
  switch (kind) {
    case 'problem':
      return {
        kind,
        problem: id,
        ...(second === undefined ? {} : { part: second }),
        ...(third !== undefined && DAY.test(third) ? { on: third } : {}),
      };
    case 'base':
    case 'confidence':
      return { kind, problem: id };
    case 'day':
      return second === undefined || last === undefined
        ? undefined
        : { kind, problem: id, day: second, horizon: last };
    case 'entry':
      return number === undefined ? undefined : { kind, problem: id, number };
    case 'brief':
      return second === undefined || last === undefined
        ? undefined
        : { kind, problem: id, section: second, sentence: last };
    case 'story':
      return { kind, story: id, ...(second === undefined ? {} : { part: second }) };
    case 'incident':
      return {
        kind,
        incident: id,
        ...(number === undefined ? {} : { slot: number }),
        ...(last === undefined ? {} : { value: last }),
      };
    case 'source':
      return { kind, source: id };
    case 'scored':
      return number === undefined || (third !== MADE.replay && third !== MADE.time)
        ? undefined
        : {
            kind,
            ...(id === ALL ? {} : { problem: id }),
            horizon: number,
            isReplay: third === MADE.replay,
            ...(fourth === undefined ? {} : { bin: fourth }),
          };
    default:
      return undefined;
  }
}
