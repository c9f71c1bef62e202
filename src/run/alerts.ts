import { chooseAlert } from '../disseminate/alert/alert.ts';
import { deliverAlert, deliverPending, type NotifyOptions } from '../disseminate/alert/notify.ts';
import { hasKeys, loadSigningKey } from '../disseminate/proof/desk-keys.ts';
import { sign } from '../disseminate/proof/sign.ts';
import type { Alert, SearchAlert } from '../model/alert.ts';
import type { Estimate } from '../model/forecast.ts';
import type { Hash } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';
import type { Store } from '../store/store.ts';
import type { Config } from './config.ts';
import { readProgramName } from './version.ts';

/** Makes an alert of each change of level, signs and keeps it, and sends it to the channels that are set. */
export class Alerts {
  readonly #store: Store;
  readonly #config: Config;
  readonly #notify: NotifyOptions;
  /** Sending takes as long as the channels do; nothing else waits for it. */
  #sending: Promise<unknown> = Promise.resolve();

  constructor(options: {
    readonly store: Store;
    readonly config: Config;
    readonly now: () => string;
    readonly log: (line: string) => void;
    /** Asks to stop: what has not arrived by then is sent after the next start. */
    readonly signal?: AbortSignal;
  }) {
    const { store, config, now, log, signal } = options;
    this.#store = store;
    this.#config = config;
    this.#notify = {
      ...{ store, config, now, log, engine: readProgramName() },
      ...(signal === undefined ? {} : { signal }),
    };
  }

  /** The latest alert of each problem that ever had one. */
  async listLatest(): Promise<ReadonlyMap<string, Alert>> {
    const latest = await this.#store.listLatestAlerts();
    return new Map(
      latest.flatMap(({ content }) =>
        content.kind === 'alert' ? [[content.problem, content] as const] : [],
      ),
    );
  }

  /**
   * @param options.previous The latest alert of the problem.
   * @param options.forecast Ledger entry of the forecast that the level follows from.
   * @param options.isReplay Kept and signed, but sent to nobody: it is no news.
   */
  async tell(options: {
    readonly problem: Problem;
    readonly assessment: Estimate;
    readonly previous: Alert | undefined;
    readonly forecast: Hash;
    readonly isReplay: boolean;
  }): Promise<void> {
    const { problem, assessment, previous, forecast, isReplay } = options;
    const alert = chooseAlert(assessment, {
      ...(previous === undefined ? {} : { previous }),
      forecast,
      issued: assessment.asOf,
      engine: readProgramName(),
      tlp: problem.tlp,
      tell: problem.tell,
      places: problem.outcome.match.flatMap(({ place = [] }) => place),
    });
    if (alert === undefined) return;
    const signed = sign(alert, loadSigningKey(this.#config.data));
    await this.#store.putAlert(signed, isReplay);
    if (!isReplay) this.#send(() => deliverAlert(signed, this.#notify));
  }

  /** Signs, keeps and sends what a saved search newly found. */
  async tellFound(alert: SearchAlert): Promise<void> {
    const signed = sign(alert, loadSigningKey(this.#config.data));
    await this.#store.putAlert(signed, false);
    this.#send(() => deliverAlert(signed, this.#notify));
  }

  /** Says ahead of the first alert that none could be signed, where that is so. */
  checkKey(): void {
    try {
      if (hasKeys(this.#config.data)) loadSigningKey(this.#config.data);
    } catch (error) {
      this.#notify.log(`No alert can be signed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Tries again what has not arrived. */
  retry(): void {
    this.#send(() => deliverPending(this.#notify));
  }

  /** Resolves when everything that was to be sent has been tried. */
  async finish(): Promise<void> {
    await this.#sending;
  }

  #send(run: () => Promise<unknown>): void {
    this.#sending = this.#sending.then(run).catch((error: unknown) => {
      this.#notify.log(`Alerts could not be sent: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
}
