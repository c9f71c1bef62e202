import { setImmediate } from 'node:timers/promises';
import type { LedgerEntry } from '../model/forecast.ts';
import type { Problem } from '../model/problem.ts';
import type { SignHistory, SignHistoryRequest } from '../model/sign-history.ts';
import type { Source } from '../model/source.ts';
import { assessIn, listRead } from './assessing.ts';
import type { KnownSources } from './collecting/known-sources.ts';
import type { History } from './history.ts';
import type { Picture } from './picture.ts';
import { type DayCells, listDays, makeSignHistory, readCells } from './sign-cells.ts';
import type { ViewKeeper } from './view-keeper.ts';
import type { View } from './views.ts';

const DAYS = 30;
/** Days that are kept, of all problems together: what one of them holds is small. */
const MAX_KEPT = 8_000;

interface SignSources {
  readonly picture: Pick<Picture, 'nameMoment'>;
  readonly history: History;
  readonly sources: Pick<KnownSources, 'read'>;
  readonly views: Pick<ViewKeeper, 'get' | 'make'>;
  /** What is on record of a problem by a view's instant. */
  readonly readRecord: (problem: Problem, view: Pick<View, 'asOf'>) => Promise<readonly LedgerEntry[]>;
  /** Learns base rates ahead of an assessment. */
  readonly prepare: (problems: readonly Problem[], view: View) => Promise<void>;
}

interface Wanted {
  readonly problem: Problem;
  /** All that are watched: one may read the level of another. */
  readonly problems: readonly Problem[];
  readonly common: string;
  /** ISO 8601 instant. */
  readonly asOf: string;
}

/**
 * How the signs of problems stood at the end of each day. A day is assessed once, by the assessment itself, and kept for as long as what was
 * known by its end, what was on record and the problem files are the same: a new report changes today and no day before it.
 */
export class SignDays {
  readonly #from: SignSources;
  /** By problem, day and what was known; the one asked for last at the end. */
  readonly #kept = new Map<string, DayCells>();
  #sources: { readonly read?: readonly Source[]; readonly state: number } = { state: 0 };
  #working: Promise<unknown> = Promise.resolve();

  constructor(from: SignSources) {
    this.#from = from;
  }

  async get(
    problem: Problem,
    problems: readonly Problem[],
    { asOf, until, days = DAYS }: SignHistoryRequest,
  ): Promise<SignHistory> {
    const now = await this.#from.views.get(asOf);
    const common = await this.#nameCommon(problem, problems);
    const found: (DayCells & { readonly day: string; readonly asOf: string })[] = [];
    for (const each of listDays(now.asOf, until, days))
      found.push({ ...each, ...(await this.#getDay({ problem, problems, common, asOf: each.asOf })) });
    return makeSignHistory(problem, { asOf: now.asOf, reports: now.reports, days: found });
  }

  async #getDay(wanted: Wanted): Promise<DayCells> {
    const name = await this.#name(wanted);
    const kept = this.#kept.get(name) ?? (await this.#inTurn(name, () => this.#make(wanted)));
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    if (this.#kept.size > MAX_KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    return kept;
  }

  /** What an assessment depends on whatever its instant: the files, what is imported, and what the desk says of its sources. */
  async #nameCommon(problem: Problem, problems: readonly Problem[]): Promise<string> {
    const { history, sources } = this.#from;
    const read = await sources.read();
    // The same list is given out for as long as its file stays as it is.
    if (read !== this.#sources.read) this.#sources = { read, state: this.#sources.state + 1 };
    const versions = listRead(problem, problems).map(({ version }) => version);
    return [problem.id, ...versions, await history.name(), this.#sources.state].join(' ');
  }

  /** Everything on which the assessment of a day depends. */
  async #name({ problem, problems, common, asOf }: Wanted): Promise<string> {
    const { picture, readRecord } = this.#from;
    const records = listRead(problem, problems).map((each) => readRecord(each, { asOf }));
    const filed = (await Promise.all(records)).map((entries) => entries.at(-1)?.hash);
    return [common, asOf, picture.nameMoment(asOf), ...filed].join(' ');
  }

  /** One day after another: each keeps the machine busy, and others are answered in between. */
  async #inTurn(name: string, make: () => Promise<DayCells>): Promise<DayCells> {
    const next = this.#working.then(async () => {
      const made = this.#kept.get(name);
      if (made !== undefined) return made;
      await setImmediate();
      const kept = await make();
      this.#kept.set(name, kept);
      return kept;
    });
    this.#working = next.catch(() => undefined);
    return next;
  }

  async #make({ problem, problems, asOf }: Wanted): Promise<DayCells> {
    const { views, readRecord, prepare } = this.#from;
    const view = await views.make(asOf);
    await prepare(problems, view);
    const assessment = await assessIn(problem, {
      view,
      problems,
      readRecord: (each) => readRecord(each, view),
    });
    return { reports: view.reports.length, cells: readCells(assessment) };
  }
}
