import type { AnyAlert } from '../model/alert.ts';
import type { Source, SourceHealth } from '../model/source.ts';
import { findQuantile } from '../stats/quantile.ts';
import type { Store, StoreCounts } from '../store/store.ts';
import { findReach } from '../text/instants.ts';
import { listHealth } from './collecting/health.ts';

/** Durations in milliseconds. */
export interface Durations {
  readonly median: number;
  /** Of 95 in a hundred. */
  readonly p95: number;
  readonly of: number;
}

/** How a desk is doing, for whoever looks at it from outside. */
export interface Status {
  readonly kind: 'status';
  readonly version: 1;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly engine: string;
  readonly counts: StoreCounts;
  /** Documents that are kept and not in the picture yet; a thousand stands for more. */
  readonly waiting: number;
  readonly sources: {
    readonly alive: number;
    readonly failing: number;
    readonly new: number;
    readonly paused: number;
    /** When one of them answered last: ISO 8601 instant. */
    readonly answered?: string;
    /** Those that fail, each with why. */
    readonly problems: readonly Pick<SourceHealth, 'source' | 'name' | 'failures' | 'problem'>[];
  };
  /** Of the last day: from publication (where its minute is told) to a page's being kept, and from then to the alert that tells of it. */
  readonly latency: { readonly kept?: Durations; readonly alerted?: Durations };
  readonly alerts: {
    readonly ofDay: number;
    readonly last?: string;
    /** Alerts that a channel did not take. */
    readonly unsent: readonly {
      readonly alert: string;
      readonly channel: string;
      readonly attempts: number;
      readonly problem?: string;
    }[];
  };
}

const DAY = 86_400_000;
/** Documents and alerts that are looked at, the newest. */
const DOCUMENTS = 500;
const ALERTS = 200;
/** Documents of one alert that are looked at. */
const TOLD = 10;

/** Puts together how a desk is doing. Nothing is worked out for it: it is read from what is kept. */
export async function readStatus(
  store: Store,
  {
    sources,
    now,
    engine,
  }: { readonly sources: readonly Source[]; readonly now: string; readonly engine: string },
): Promise<Status> {
  const since = Date.parse(now) - DAY;
  const [counts, waiting, states, { rows }, alerts] = await Promise.all([
    store.count(),
    store.listUnreported(1000),
    store.listSourceStates(),
    store.listDocuments({ limit: DOCUMENTS }),
    store.listAlerts({ limit: ALERTS }),
  ]);
  const health = listHealth(sources, states);
  const ofDay = alerts.filter(
    ({ alert, isReplayed }) => !isReplayed && Date.parse(alert.content.issued) >= since,
  );
  const kept = rows
    .filter(({ seen }) => Date.parse(seen) >= since)
    .flatMap(({ published, seen }) => findDelay(published, seen));
  const delays = await Promise.all(ofDay.map(({ alert }) => findAlertDelay(store, alert.content)));
  return {
    kind: 'status',
    version: 1,
    at: now,
    engine,
    counts,
    waiting: waiting.length,
    sources: summarizeSources(health),
    latency: { ...summarize('kept', kept), ...summarize('alerted', delays.flat()) },
    alerts: {
      ofDay: ofDay.length,
      ...(alerts[0] === undefined ? {} : { last: alerts[0].alert.content.issued }),
      unsent: alerts.flatMap(({ deliveries }) =>
        deliveries
          .filter(({ state }) => state === 'failed')
          .map(({ alert, channel, attempts, problem }) => {
            return { alert, channel, attempts, ...(problem === undefined ? {} : { problem }) };
          }),
      ),
    },
  };
}

function summarizeSources(health: readonly SourceHealth[]): Status['sources'] {
  const asked = health.filter(({ paused }) => paused !== true);
  const count = (state: SourceHealth['state']) => asked.filter((each) => each.state === state).length;
  const answered = health
    .flatMap(({ lastSuccess }) => lastSuccess ?? [])
    .sort()
    .at(-1);
  return {
    ...{ alive: count('alive'), failing: count('failing'), new: count('new') },
    paused: health.length - asked.length,
    ...(answered === undefined ? {} : { answered }),
    problems: asked
      .filter(({ state }) => state === 'failing')
      .map(({ source, name, failures, problem }) => {
        return { source, name, failures, ...(problem === undefined ? {} : { problem }) };
      }),
  };
}

/** Nothing where no more than the day of publication is told. */
function findDelay(published: string | undefined, seen: string): readonly number[] {
  const reach = published === undefined ? undefined : findReach(published);
  if (reach === undefined || reach.last - reach.first > 60_000) return [];
  const delay = Date.parse(seen) - reach.first;
  return delay >= 0 && delay <= DAY ? [delay] : [];
}

/** From the newest page that an alert rests on to the alert. */
async function findAlertDelay(store: Store, alert: AnyAlert): Promise<readonly number[]> {
  const documents =
    alert.kind === 'alert'
      ? alert.reasons.flatMap(({ claims }) => claims.map((claim) => claim.split('#')[0]!))
      : alert.found.map(({ document }) => document);
  const seen: number[] = [];
  for (const id of new Set(documents.slice(0, TOLD))) {
    const document = await store.getDocument(id as `sha256:${string}`);
    if (document !== undefined) seen.push(Date.parse(document.seen));
  }
  const delay = Date.parse(alert.issued) - Math.max(...seen);
  return delay >= 0 && delay <= DAY ? [delay] : [];
}

function summarize<Name extends string>(
  name: Name,
  delays: readonly number[],
): Partial<Readonly<Record<Name, Durations>>> {
  const ascending = delays.toSorted((a, b) => a - b);
  const [median, p95] = [findQuantile(ascending, 0.5), findQuantile(ascending, 0.95)];
  if (median === undefined || p95 === undefined) return {};
  return { [name]: { median, p95, of: delays.length } } as Partial<Readonly<Record<Name, Durations>>>;
}
