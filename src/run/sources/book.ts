import { findHoles } from '../../analyse/source/holes.ts';
import { describeSource, makeSourceRows, type TableGiven } from '../../analyse/source/table.ts';
import { findFeeds } from '../../collect/feed/find-feeds.ts';
import { writeOpml } from '../../collect/feed/opml.ts';
import { Guest } from '../../collect/fetch/guest.ts';
import { PageError, RequestError } from '../../model/errors.ts';
import type { Source } from '../../model/source.ts';
import type {
  Dependants,
  FoundFeeds,
  SourceBook,
  SourceDetail,
  SourceDraft,
  SourceList,
  SourcesGiven,
  SourcesPreview,
  SourceTable,
} from '../../model/source-book.ts';
import type { Store } from '../../store/store.ts';
import { listHealth } from '../collecting/health.ts';
import { sleep } from '../collecting/sleep.ts';
import type { Config } from '../config.ts';
import type { ProblemFiles } from '../problems.ts';
import { makeUserAgent } from '../version.ts';
import type { ViewKeeper } from '../view-keeper.ts';
import type { View } from '../views.ts';
import type { WarningDesk } from '../warning-desk.ts';
import { SourceListFile } from './list-file.ts';

interface BookFrom {
  readonly store: Pick<Store, 'listSourceStates'>;
  readonly config: Config;
  readonly now: () => string;
  readonly views: Pick<ViewKeeper, 'get'>;
  readonly problems: ProblemFiles;
  readonly warnings: Pick<WarningDesk, 'findDependants'>;
}

/** Milliseconds that a look at an address may take: somebody waits for it. */
const LONGEST_LOOK = 30_000;

/** Who is heard, out of the picture as of an instant, and the list of those that are asked. */
export class DeskSources implements SourceBook {
  readonly #from: BookFrom;
  readonly #file: SourceListFile;

  constructor(from: BookFrom) {
    this.#from = from;
    this.#file = new SourceListFile(from.config);
  }

  async getTable(asOf?: string): Promise<SourceTable> {
    const view = await this.#from.views.get(asOf);
    const given = await this.#give(view, asOf);
    const { problems } = await this.#from.problems.read();
    return {
      kind: 'source table',
      asOf: view.asOf,
      rows: makeSourceRows(given),
      holes: findHoles(problems, { reports: given.reports, now: given.now, placed: given.listed }),
    };
  }

  async getDetail(source: string, asOf?: string): Promise<SourceDetail | undefined> {
    const view = await this.#from.views.get(asOf);
    const given = await this.#give(view, asOf);
    const row = makeSourceRows(given).find((each) => each.source === source);
    return row && { kind: 'source detail', asOf: view.asOf, ...describeSource(row, given) };
  }

  async getDependants(source: string, asOf?: string): Promise<Dependants | undefined> {
    const view = await this.#from.views.get(asOf);
    const given = await this.#give(view, asOf);
    if (!makeSourceRows(given).some((row) => row.source === source)) return undefined;
    const problems = await this.#from.warnings.findDependants(source, view);
    return { kind: 'dependants', asOf: view.asOf, source, problems };
  }

  /** How a feed answers is known as of now alone. */
  async #give(view: View, asOf: string | undefined): Promise<TableGiven> {
    const { store } = this.#from;
    const listed: readonly Source[] = (await this.#file.get()).sources;
    const health = asOf === undefined ? { health: listHealth(listed, await store.listSourceStates()) } : {};
    return {
      reports: view.reports,
      now: Date.parse(view.asOf),
      listed,
      ...health,
      findRecord: (name) => view.grades.findSource(name),
    };
  }

  getList(): Promise<SourceList> {
    return this.#file.get();
  }

  preview(given: SourcesGiven): Promise<SourcesPreview> {
    return this.#file.preview(given);
  }

  async find(address: string): Promise<FoundFeeds> {
    const { now, config } = this.#from;
    const signal = AbortSignal.timeout(LONGEST_LOOK);
    const guest = new Guest({ now, sleep, signal, userAgent: makeUserAgent(config), gap: 0 });
    try {
      return await findFeeds(address, { guest, now, isPrivateAllowed: () => config.allowPrivate });
    } catch (error) {
      if (error instanceof PageError) {
        const problem = error.message.startsWith(`${address}: `)
          ? error.message.slice(address.length + 2)
          : error.message;
        throw new RequestError(
          address,
          problem.replace(/\.$/, ''),
          'Or give the address of the feed itself.',
        );
      }
      if (signal.aborted) throw new RequestError(address, 'it does not answer in time', 'Try again later.');
      throw error;
    }
  }

  add(drafts: readonly SourceDraft[], base: string): Promise<SourceList> {
    return this.#file.add(drafts, base);
  }

  pause(id: string, paused: boolean, base: string): Promise<SourceList> {
    return this.#file.pause(id, paused, base);
  }

  remove(id: string, base: string): Promise<SourceList> {
    return this.#file.remove(id, base);
  }

  async exportOpml(): Promise<string> {
    const { sources } = await this.#file.get();
    return writeOpml(sources, { title: 'Tocsin', now: this.#from.now() });
  }
}
