import type { Standing } from '../analyse/correction/set-aside.ts';
import { choosePicture, getKnownInstant, readUntil } from '../analyse/known.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Report } from '../model/report.ts';
import { findReach } from '../text/instants.ts';

/** Pictures that are kept: someone who moves along the time line comes back to them. */
const MOST = 12;

/**
 * Pictures as of any instant over one state of what is known. Between two instants at which something became known the picture is
 * one and the same value, worked out once: "now" is another instant at every request.
 */
export class Moments {
  readonly #reports: readonly Report[];
  readonly #judgements: readonly Judgement[];
  /** When reports became known and judgements were made, in order. */
  readonly #known: Float64Array;
  readonly #made: Float64Array;
  /** By the numbers of reports and judgements known, the one asked for last at the end. */
  readonly #pictures = new Map<string, Standing>();

  constructor(reports: readonly Report[], judgements: readonly Judgement[]) {
    this.#reports = reports;
    this.#judgements = judgements;
    this.#known = Float64Array.from(reports, getKnownInstant).sort();
    this.#made = Float64Array.from(
      judgements,
      ({ made }) => findReach(made)?.first ?? Number.POSITIVE_INFINITY,
    ).sort();
  }

  /** @param asOf ISO 8601. */
  get(asOf: string): Standing {
    const until = readUntil(asOf);
    const name = `${countUntil(this.#known, until)} ${countUntil(this.#made, until)}`;
    const picture = this.#pictures.get(name) ?? choosePicture(this.#reports, asOf, this.#judgements);
    this.#pictures.delete(name);
    this.#pictures.set(name, picture);
    if (this.#pictures.size > MOST) this.#pictures.delete(this.#pictures.keys().next().value!);
    return picture;
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
