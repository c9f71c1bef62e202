import type { Standing } from '../analyse/correction/set-aside.ts';
import { chooseMade, chooseStanding } from '../analyse/correction/standing.ts';
import { createFuser, type FusedReport, type FuseGiven, type Fuser } from '../analyse/fuse.ts';
import type { Actor } from '../model/actor.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Reading } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import type { Store } from '../store/store.ts';
import { Moments } from './moments.ts';

/** Rows asked for at once. */
const PAGE = 500;
/** Reports of an earlier version that are taken into the search at once; nothing else is written meanwhile. */
const PORTION = 100;

/** A desk's own actors; `state` grows when they change. */
interface OwnRegister {
  readonly state: number;
  read(): readonly Actor[];
}

const NO_REGISTER: OwnRegister = { state: 0, read: () => [] };

/** A fuser that has seen every report, and the names of those that it took over only now. */
interface ReadyFuser {
  readonly fuser: Fuser;
  readonly taken: ReadonlySet<string>;
}

/**
 * All reports of a store in memory, kept up with it: what stories, incidents and warnings are made from. Reports are made once
 * and kept, so that a later start has them at once; those that another process has made are taken over.
 *
 * @example
 * const picture = new Picture(store);
 * await picture.advance();
 * picture.known('2020-12-11T23:59:59.999Z').length;
 */
export class Picture {
  readonly #store: Store;
  readonly #log: (line: string) => void;
  readonly #register: OwnRegister;
  readonly #reports: Report[] = [];
  #last = 0;
  #judgements: readonly Judgement[] = [];
  /** Pictures of what is known now; made when one is first asked for. */
  #moments: Moments | undefined;
  #fuser: Fuser | undefined;
  /** The last report that the fuser has seen, and those after it that it made itself, as JSON by their names. */
  #fused = 0;
  readonly #own = new Map<string, string>();
  /** Work under way: two at once would each report the same reading. */
  #work: Promise<void> = Promise.resolve();

  /**
   * @param log Where a document is told of that could only be taken in part; one line each.
   * @param register What the desk has added to the register of actors.
   */
  constructor(
    store: Store,
    log: (line: string) => void = () => undefined,
    register: OwnRegister = NO_REGISTER,
  ) {
    this.#store = store;
    this.#log = log;
    this.#register = register;
  }

  /** Changes whenever there is more to know. */
  get state(): number {
    return this.#last + this.#judgements.length + this.#register.state;
  }

  /** What the desk has added to the register of actors. */
  get ownActors(): readonly Actor[] {
    return this.#register.read();
  }

  /** What people of the desk had decided by an instant (ISO 8601) and had not taken back. */
  judgements(asOf: string): readonly Judgement[] {
    return chooseStanding(this.#judgements, asOf);
  }

  /** All that they had decided by then, taken back or not. */
  decisions(asOf: string): readonly Judgement[] {
    return chooseMade(this.#judgements, asOf);
  }

  /**
   * What was published and collected by an instant (ISO 8601), of each page the version that stood then, without what had been
   * rejected or taken back by then.
   */
  known(asOf: string): readonly Report[] {
    return this.standing(asOf).reports;
  }

  /** The same with what was set aside. */
  standing(asOf: string): Standing {
    return this.#getMoments().get(asOf);
  }

  /** Two instants, and two states of the picture, of which this is the same have the same known. */
  nameMoment(asOf: string): string {
    return `${this.#getMoments().name(asOf)} ${this.#register.state}`;
  }

  #getMoments(): Moments {
    this.#moments ??= new Moments([...this.#reports], {
      judgements: this.#judgements,
      own: this.#register.read(),
    });
    return this.#moments;
  }

  /**
   * Takes over what has been reported since the last time, here or by another process.
   *
   * @param onRead Told of how many reports are in memory, page by page.
   */
  refresh(onRead?: (reports: number) => void): Promise<void> {
    return this.#inTurn(() => this.#refresh(onRead));
  }

  /** Puts everything that was kept and not reported yet into the picture. Answers the number of reports made. */
  async advance(): Promise<number> {
    let count = 0;
    await this.#inTurn(async () => {
      while ((await this.#store.indexReports(PORTION)) > 0);
      for (;;) {
        const readings = await this.#store.listUnreported(PAGE);
        if (readings.length === 0) break;
        const { fuser, taken } = await this.#getFuser();
        // Of those that are listed, another process may have reported some since.
        const made = readings
          .filter(
            ({ reading, knownSince }) =>
              !taken.has(nameReport({ document: reading.document.id, knownSince })),
          )
          .map(({ reading, ...given }) => this.#report(fuser, reading, given));
        for (const { report } of made) this.#own.set(nameReport(report), JSON.stringify(report));
        await this.#store.putReports(made);
        count += made.length;
      }
      await this.#refresh();
    });
    return count;
  }

  /**
   * One reading that cannot be taken must not hold up all that come after it: then the document is reported without what it says, and
   * that is told.
   */
  #report(fuser: Fuser, reading: Reading, given: FuseGiven): FusedReport {
    try {
      return fuser.add(reading, given);
    } catch (error) {
      const { url, file, id } = reading.document;
      const reason = error instanceof Error ? error.message : String(error);
      this.#log(
        `${url ?? file ?? id}: is kept, but what it says could not be put into the picture because of a fault in this program (${reason.slice(0, 200)}). Please report it with the page.`,
      );
      return fuser.add({ ...reading, times: [], places: [], entities: [], claims: [], events: [] }, given);
    }
  }

  async #refresh(onRead?: (reports: number) => void): Promise<void> {
    const before = this.state;
    for (;;) {
      const rows = await this.#store.listReports({ after: this.#last, limit: PAGE });
      for (const { report, number } of rows) {
        this.#reports.push(report);
        this.#last = number;
      }
      onRead?.(this.#reports.length);
      if (rows.length < PAGE) break;
    }
    this.#judgements = await this.#store.listJudgements();
    this.#register.read();
    if (this.state !== before) this.#moments = undefined;
  }

  /** Made when something is first to be reported: it remembers every earlier report, other processes' too. */
  async #getFuser(): Promise<ReadyFuser> {
    this.#fuser ??= createFuser(this.#register.read());
    const taken = new Set<string>();
    for (;;) {
      const rows = await this.#store.listReports({ after: this.#fused, limit: PAGE });
      for (const row of rows) {
        const name = nameReport(row.report);
        const own = this.#own.get(name);
        if (own !== undefined && own !== JSON.stringify(row.report)) return this.#getFuserAnew();
        if (!this.#own.delete(name)) {
          this.#fuser.restore(row);
          taken.add(name);
        }
        this.#fused = row.number;
      }
      if (rows.length < PAGE) return { fuser: this.#fuser, taken };
    }
  }

  /** Another process reported the same reading first, and otherwise: what is kept holds, so that all of it is taken over again. */
  #getFuserAnew(): Promise<ReadyFuser> {
    this.#fuser = undefined;
    this.#fused = 0;
    this.#own.clear();
    return this.#getFuser();
  }

  #inTurn(run: () => Promise<void>): Promise<void> {
    const next = this.#work.then(run);
    this.#work = next.catch(() => undefined);
    return next;
  }
}

function nameReport({ document, knownSince }: Pick<Report, 'document' | 'knownSince'>): string {
  return `${document} ${knownSince}`;
}
