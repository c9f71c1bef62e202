import { setImmediate } from 'node:timers/promises';
import { lookAt, lookThrough } from '../analyse/forecast/look-through.ts';
import { findHolding } from '../analyse/grade/findings.ts';
import { collectMentions } from '../analyse/incident/told.ts';
import { learnPhrases } from '../analyse/indicator/gate.ts';
import { readUntil } from '../analyse/known.ts';
import { listSummaries } from '../analyse/story/stories.ts';
import type { Desk } from '../model/desk.ts';
import { StartingError } from '../model/errors.ts';
import type { StartPhase, StartProgress } from '../model/start.ts';
import type { Store } from '../store/store.ts';
import type { Picture } from './picture.ts';
import type { ProblemFiles } from './problems.ts';

/** Milliseconds of work between which others are answered. */
const SLICE = 10;
/** Milliseconds that a request waits before it is told to come again. */
const PATIENCE = 1_500;

interface StartGiven {
  readonly store: Pick<Store, 'count'>;
  readonly picture: Picture;
  readonly problems: Pick<ProblemFiles, 'read'>;
  /** The clock: ISO 8601 instant in UTC. */
  readonly now: () => string;
}

/**
 * The start of a server over a big store: its reports are read, and what lists and assessments rest on is worked out, a little at a time,
 * so that log-ins, documents and searches are answered meanwhile. Nothing else is worked out than what the first look would work out
 * itself, and all of it is kept with the very reports and mentions that it was made of.
 *
 * @example
 * const start = new Start({ store, picture, problems, now });
 * void start.begin();
 * await start.wait(); // throws a StartingError where it takes long
 */
export class Start {
  readonly #given: StartGiven;
  #progress: StartProgress | undefined;
  #work: Promise<void> | undefined;
  #isBrokenOff = false;

  constructor(given: StartGiven) {
    this.#given = given;
  }

  /** How far it has come; undefined when it is done, or was never begun. */
  get progress(): StartProgress | undefined {
    return this.#progress;
  }

  /** Resolves when it is done; where it was never begun, at once. Whatever goes wrong, whoever asks next will be told of it. */
  get done(): Promise<void> {
    return this.#work ?? Promise.resolve();
  }

  /** Whether it was told to stop before it was done. */
  get isBrokenOff(): boolean {
    return this.#isBrokenOff;
  }

  /** @param signal Asks to stop. */
  begin(signal?: AbortSignal): Promise<void> {
    this.#work ??= this.#run(signal)
      .catch(() => {
        this.#isBrokenOff = signal?.aborted === true;
      })
      .finally(() => {
        this.#progress = undefined;
      });
    return this.#work;
  }

  /**
   * Waits until it is done.
   *
   * @throws StartingError where that takes longer than somebody who asks would wait.
   */
  async wait(patience = PATIENCE): Promise<void> {
    if (this.#progress === undefined) return;
    if (patience <= 0) throw new StartingError(this.#progress);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([this.done, late]);
    clearTimeout(timer);
    if (this.#progress !== undefined) throw new StartingError(this.#progress);
  }

  async #run(signal: AbortSignal | undefined): Promise<void> {
    const { store, picture, problems: files, now } = this.#given;
    this.#tell('reports', 0, 0);
    const { documents } = await store.count();
    await picture.refresh((done) => {
      signal?.throwIfAborted();
      this.#tell('reports', done, Math.max(done, documents));
    });
    signal?.throwIfAborted();
    const { problems } = await files.read();
    learnPhrases(problems);
    const asOf = now();
    const { reports } = picture.standing(asOf);
    const told = collectMentions(reports);
    const until = readUntil(asOf);
    await this.#go('signs', reports.length, signal, lookThrough(problems, reports));
    await this.#go('incidents', told.size, signal, findAll(told, until));
    await this.#go(
      'stories',
      new Set(reports.map(({ story }) => story)).size,
      signal,
      listSummaries(reports),
    );
    await this.#go('problems', problems.length, signal, lookAt(problems, reports, until));
  }

  #tell(phase: StartPhase, done: number, total: number): void {
    this.#progress = { phase, done, total };
  }

  /** Does one step after the other, and lets others have their turn in between. */
  async #go(
    phase: StartPhase,
    total: number,
    signal: AbortSignal | undefined,
    steps: Iterable<unknown>,
  ): Promise<void> {
    let done = 0;
    let since = performance.now();
    for (const _ of steps) {
      done += 1;
      if (performance.now() - since < SLICE) continue;
      this.#tell(phase, done, total);
      await setImmediate();
      signal?.throwIfAborted();
      since = performance.now();
    }
  }
}

/** Reports from which on the signs of the last days take longer than somebody who asks would wait. */
const MANY = 2_000;

/**
 * Has the days of every problem's signs worked out once the picture of a big store stands: they hold from then on, but for today.
 *
 * @param signal Asks to stop.
 */
export async function warmDesk(
  desk: Pick<Desk, 'getBoard' | 'getSignHistory'>,
  { picture, now, signal }: Pick<StartGiven, 'picture' | 'now'> & { readonly signal?: AbortSignal },
): Promise<void> {
  if (picture.known(now()).length < MANY) return;
  const { rows } = await desk.getBoard();
  for (const { problem } of rows) {
    if (signal?.aborted === true) return;
    await desk.getSignHistory(problem);
  }
}

function* findAll(told: ReturnType<typeof collectMentions>, until: number): Generator<unknown> {
  for (const [id, mentions] of told) yield findHolding(id, mentions, until);
}
