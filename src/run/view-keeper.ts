import type { Report } from '../model/report.ts';
import type { KnownSources } from './collecting/known-sources.ts';
import type { History } from './history.ts';
import type { Picture } from './picture.ts';
import type { Start } from './starting.ts';
import { readProgramName } from './version.ts';
import { View } from './views.ts';

/** Instants whose views are kept: someone who moves along the time line comes back to them. */
const MAX_VIEWS = 12;

interface ViewSources {
  readonly picture: Picture;
  readonly history: History;
  readonly sources: KnownSources;
  /** The clock: ISO 8601 instant in UTC. */
  readonly now: () => string;
  readonly start?: Pick<Start, 'wait'>;
}

/** Views as of any instant; those asked for last are kept until the picture changes. */
export class ViewKeeper {
  readonly #from: ViewSources;
  /** By instant; they hold for one state of the picture. */
  readonly #views = new Map<string, View>();
  #state = -1;

  constructor(from: ViewSources) {
    this.#from = from;
  }

  /**
   * The view as of an instant, or of now, with all that has come in by now.
   *
   * @param patience Milliseconds for which it is worth waiting for a start that is under way; see `Start.wait`.
   */
  async get(asOf: string | undefined, patience?: number): Promise<View> {
    const { picture, now, start } = this.#from;
    await start?.wait(patience);
    await picture.refresh();
    if (this.#state !== picture.state) this.#views.clear();
    this.#state = picture.state;
    const instant = asOf ?? now();
    const kept = this.#views.get(instant);
    if (kept !== undefined) return kept;
    const view = await this.make(instant);
    if (this.#views.size >= MAX_VIEWS) this.#views.delete(this.#views.keys().next().value!);
    this.#views.set(instant, view);
    return view;
  }

  /**
   * One of the picture as it stands, which is not kept: for whoever goes through many instants once.
   *
   * @param isHeard Which reports are in it; all unless given.
   */
  async make(instant: string, isHeard?: (report: Report) => boolean): Promise<View> {
    const { picture, history, sources } = this.#from;
    const standing = picture.standing(instant);
    return new View({
      asOf: instant,
      judgements: picture.decisions(instant),
      standing: isHeard === undefined ? standing : { ...standing, reports: standing.reports.filter(isHeard) },
      ownActors: picture.ownActors,
      history: await history.known(instant),
      events: await history.events.known(instant),
      engine: readProgramName(),
      sources: await sources.read(),
    });
  }
}
