import type { Standing } from '../analyse/correction/set-aside.ts';
import { chooseStanding } from '../analyse/correction/standing.ts';
import { applyNames } from '../analyse/entity/decided.ts';
import { choosePicture, getKnownInstant, readUntil } from '../analyse/known.ts';
import type { Actor } from '../model/actor.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Report } from '../model/report.ts';
import { findReach } from '../text/instants.ts';

/** Pictures that are kept: someone who moves along the time line comes back to them, and signs are shown for each of thirty days. */
const MOST = 40;

/**
 * Pictures as of any instant over one state of what is known. Between two instants at which something became known the picture is
 * one and the same value, worked out once: "now" is another instant at every request.
 */
export class Moments {
  readonly #reports: readonly Report[];
  readonly #judgements: readonly Judgement[];
  readonly #own: readonly Actor[];
  /** When reports became known and judgements were made, in order. */
  readonly #known: Float64Array;
  readonly #made: Float64Array;
  /** By the numbers of reports and judgements known, the one asked for last at the end. */
  readonly #pictures = new Map<string, Standing>();

  /** @param decided What people of the desk have decided, and what they have added to the register of actors. */
  constructor(
    reports: readonly Report[],
    { judgements, own = [] }: { readonly judgements: readonly Judgement[]; readonly own?: readonly Actor[] },
  ) {
    this.#reports = reports;
    this.#judgements = judgements;
    this.#own = own;
    this.#known = Float64Array.from(reports, getKnownInstant).sort();
    this.#made = Float64Array.from(
      judgements,
      ({ made }) => findReach(made)?.first ?? Number.POSITIVE_INFINITY,
    ).sort();
  }

  /** How many reports and judgements are known. Both are only ever added, so that the numbers tell which. @param asOf ISO 8601. */
  name(asOf: string): string {
    const until = readUntil(asOf);
    return `${countUntil(this.#known, until)} ${countUntil(this.#made, until)}`;
  }

  /** @param asOf ISO 8601. */
  get(asOf: string): Standing {
    const name = this.name(asOf);
    const picture = this.#pictures.get(name) ?? this.#make(asOf);
    this.#pictures.delete(name);
    this.#pictures.set(name, picture);
    if (this.#pictures.size > MOST) this.#pictures.delete(this.#pictures.keys().next().value!);
    return picture;
  }

  #make(asOf: string): Standing {
    const standing = choosePicture(this.#reports, asOf, this.#judgements);
    const given = { own: this.#own, judgements: chooseStanding(this.#judgements, asOf) };
    return { ...standing, reports: applyNames(standing.reports, given) };
  }
}

/** How many of them, in order, are not after an instant. */
function countUntil(instants: Float64Array, until: number): number {
  let [from, to] = [0, instants.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (instants[middle]! <= until) from = middle + 1;
    else to = middle;
  }
  return from;
}
