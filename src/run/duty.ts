import type { Store } from '../store/store.ts';
import { Alerts } from './alerts.ts';
import type { Config } from './config.ts';
import { EXAMPLE_SETTING } from './example.ts';
import { Picture } from './picture.ts';
import { readProblems } from './problems.ts';
import { Watch } from './watch.ts';

export interface DutyOptions {
  readonly store: Store;
  readonly config: Config;
  /** The clock: ISO 8601 instant in UTC. */
  readonly now: () => string;
  /** Where what goes wrong is told; one line each. */
  readonly log: (line: string) => void;
}

/** What is to be done whenever pages have been kept or time has passed. */
export interface Duty {
  readonly picture: Picture;
  /** Puts what is new into the picture, looks at every warning problem, and tells changes of level. */
  attend(): Promise<void>;
  /** Sends again what has not arrived. */
  retry(): void;
  /** Resolves when every alert that was to be sent has been tried. */
  finish(): Promise<void>;
}

/** Minutes after which problems are looked at again though nothing came in: evidence ages, windows open, deadlines pass. */
const PAUSE = 10;

/**
 * Sets up the watch over a store. A store of the example is only put into the picture: its forecasts were filed when it was
 * loaded, and none about today can be made from it.
 */
export async function openDuty({ store, config, now, log }: DutyOptions): Promise<Duty> {
  const picture = new Picture(store);
  const isExample = (await store.getSetting(EXAMPLE_SETTING)) !== undefined;
  const { problems, failures } = await readProblems(config);
  for (const failure of failures) log(failure);
  const alerts = new Alerts({ store, config, now, log });
  const watch = isExample ? undefined : new Watch({ store, picture, problems, alerts });
  return {
    picture,
    attend: async () => {
      await picture.advance();
      await watch?.look(now());
    },
    retry: () => alerts.retry(),
    finish: () => alerts.finish(),
  };
}

/** Attends every few minutes until told to stop; a failure is told, and the next turn tries again. */
export function keepAttending(
  duty: Duty,
  { signal, log }: { readonly signal: AbortSignal; readonly log: (line: string) => void },
): Promise<void> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const turn = async (): Promise<void> => {
      try {
        await duty.attend();
        duty.retry();
      } catch (error) {
        log(
          `The warning problems could not be looked at: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      if (signal.aborted) resolve();
      else timer = setTimeout(turn, PAUSE * 60_000);
    };
    signal.addEventListener(
      'abort',
      () => {
        if (timer === undefined) return;
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
    void turn();
  });
}
