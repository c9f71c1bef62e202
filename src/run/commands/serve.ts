import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isLoopback } from '../../disseminate/api/loopback.ts';
import type { RunningServer } from '../../disseminate/api/serve.ts';
import type { Accounts } from '../../model/account.ts';
import type { Desk } from '../../model/desk.ts';
import type { Engine } from '../../model/engine.ts';
import type { Source } from '../../model/source.ts';
import type { Store } from '../../store/store.ts';
import { makeAccounts } from '../accounts/accounts.ts';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { makeDesk } from '../desk.ts';
import { describeAttending, keepAttending, openDuty } from '../duty.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { makeLimits } from '../inputs.ts';
import { listenForInterrupt } from '../interrupt.ts';
import { makeProgressBar } from '../print/progress.ts';
import { formatTally } from '../print/tally.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { warnOfDamage } from '../record.ts';
import { openSecondQueue } from '../second/attach.ts';
import { makeSecondStatus } from '../second/status.ts';
import { type Start, warmDesk } from '../starting.ts';
import { openStore } from '../store.ts';
import { makeThreadedEngine } from '../threads/engine.ts';
import { UsageError } from '../usage.ts';
import { readProgramName } from '../version.ts';
import { collectOn, type ServedWork, watchOn } from './serve-background.ts';
import { checkFolders } from './watch.ts';

export interface ServeOptions {
  readonly example?: boolean;
  readonly open?: boolean;
  readonly collect?: boolean;
  readonly watch?: readonly string[];
  readonly allowHost?: readonly string[];
  readonly format?: 'text' | 'json';
}

interface Session {
  readonly config: Config;
  readonly context: Context;
}

/** `tocsin serve`: the workbench and the API until Ctrl-C. */
export async function runServe(options: ServeOptions, session: Session): Promise<ExitCode> {
  const { config, context } = session;
  // Before the store is opened: nothing is made for a list that cannot be used.
  const sources = options.collect === true ? await readSources(config) : undefined;
  const folders = options.watch ?? [];
  await checkFolders(folders);
  const makeQueue = await openSecondQueue({ config, now: context.now, log: makeLog(context) });
  const store = await openStore(config, context);
  const interrupt = listenForInterrupt();
  const threads = makeThreadedEngine({
    name: readProgramName(),
    now: context.now,
    limits: makeLimits(config),
  });
  try {
    const accounts = makeAccounts({ store, now: context.now });
    await checkLogIns(accounts, config);
    const example = await import('../example.ts');
    const isExampleDue = options.example === true && (await example.needsExample(store));
    if (isExampleDue) await store.setSetting(example.EXAMPLE_SETTING, example.EXAMPLE);
    const duty = await openDuty({
      ...{ store, config, now: context.now, log: makeLog(context) },
      signal: interrupt.signal,
    });
    const desk = await makeDesk({
      store,
      config,
      now: context.now,
      picture: duty.picture,
      history: duty.history,
      ledger: duty.ledger,
      pairs: duty.pairs,
      start: duty.start,
      onDecided: () => void duty.attend().catch((error) => makeLog(context)(describeAttending(error))),
    });
    const queue = makeQueue?.({ store, signal: interrupt.signal, onKept: () => duty.attend() });
    const server = await startServer(
      { store, engine: threads.engine, desk, accounts, start: duty.start, options },
      session,
    );
    const { signal } = interrupt;
    let background: Promise<unknown> = Promise.resolve();
    try {
      // What cannot be worked out ahead is worked out, or its fault told, when somebody asks for it.
      void duty.start
        .begin(signal)
        .then(() => warmDesk(desk, { picture: duty.picture, now: context.now, signal }))
        .catch(() => undefined);
      const url = await announce(server, options, session);
      if (options.open === true) openBrowser(url);
      if (isExampleDue) await loadExample({ store, duty, reader: threads.reader, signal }, session);
      const work = { store: queue?.watch(store) ?? store, duty, reader: threads.reader, signal };
      background = Promise.all([
        keepAttending(duty, { signal, log: makeLog(context) }),
        warnOfDamage(store, { signal, log: makeLog(context) }),
        sources === undefined ? undefined : collectOn(work, { sources, session }),
        folders.length === 0 ? undefined : watchOn(work, { folders, session }),
      ]);
      await waitFor(signal);
    } finally {
      // First, since requests that wait for a reading would hold up the server's end.
      await threads.close();
      await server.close();
      await background;
      await queue?.finish();
      await duty.finish();
    }
    await context.err.write('Stopped.\n');
    return EXIT.ok;
  } finally {
    interrupt.stop();
    await threads.close();
    await store.close();
  }
}

function makeLog(context: Context): (line: string) => void {
  return (line) => void context.err.write(`${line}\n`);
}

async function startServer(
  {
    store,
    engine,
    desk,
    accounts,
    start,
    options,
  }: {
    readonly store: Store;
    readonly engine: Engine;
    readonly desk: Desk;
    readonly accounts: Accounts;
    readonly start: Start;
    readonly options: ServeOptions;
  },
  { config, context }: Session,
): Promise<RunningServer> {
  const [{ createApp }, { serveApp }] = await Promise.all([
    import('../../disseminate/api/api.ts'),
    import('../../disseminate/api/serve.ts'),
  ]);
  const name = readProgramName();
  const webFolder = fileURLToPath(new URL('../../disseminate/web/', import.meta.url));
  const app = createApp({
    store,
    engine,
    desk,
    name,
    now: context.now,
    second: makeSecondStatus(config, context.now),
    host: config.host,
    accounts,
    starting: () => start.progress,
    login: config.login,
    public: config.public === 'none' ? [] : [config.public],
    allowedHosts: [...findOwnNames(config.host), ...(options.allowHost ?? [])],
    log: (line) => void context.err.write(`${line}\n`),
    ...(existsSync(new URL('../../disseminate/web/index.html', import.meta.url)) ? { webFolder } : {}),
  });
  try {
    return await serveApp(app, { host: config.host, port: config.port });
  } catch (error) {
    throw makeListenError(error, config);
  }
}

/** Whoever can reach the server has to be somebody: it does not start where others can and nobody may log in. */
async function checkLogIns(accounts: Accounts, { host, login }: Config): Promise<void> {
  if (isLoopback(host) && !login) return;
  const known = await accounts.list();
  if (known.some(({ disabled }) => disabled === undefined)) return;
  throw new UsageError(
    isLoopback(host)
      ? 'people are to log in and there is no account'
      : `others can reach ${host}, and there is no account to log in with`,
    'Make the first with `tocsin account add NAME --role admin`, or start it without --host and --login.',
  );
}

function makeListenError(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const other = `Choose another with --port NUMBER; --port 0 takes any free one.`;
  if (code === 'EADDRINUSE')
    return new UsageError(`port ${port} on ${host} is in use, perhaps by another tocsin`, other);
  if (code === 'EACCES') return new UsageError(`port ${port} may not be used by this user`, other);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EINVAL') {
    return new UsageError(
      `${host} is no address of this machine`,
      'Choose another with --host ADDRESS; 127.0.0.1 is always there.',
    );
  }
  return error;
}

/** Addresses that stand for all of this machine's. */
const ALL_ADDRESSES = ['0.0.0.0', '::', '[::]'];

/** Names under which a server that listens there may be asked: where it listens everywhere, each address of the machine. */
function findOwnNames(host: string): readonly string[] {
  if (!ALL_ADDRESSES.includes(host)) return [host.includes(':') ? `[${host}]` : host];
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const shown = addresses.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address));
  return [...new Set([hostname(), ...shown])];
}

/** Says where the server is, and gives that address. */
async function announce(
  server: RunningServer,
  options: ServeOptions,
  { config, context }: Session,
): Promise<string> {
  const { host, port } = server.address;
  const url = ALL_ADDRESSES.includes(host) ? `http://localhost:${port}` : server.address.url;
  if (options.format === 'json') {
    await context.out.write(formatJsonLine({ kind: 'server', url, data: config.data }));
    return url;
  }
  const { style } = context.out;
  await context.out.write(
    `${style.bold('Tocsin')} is at ${style.accent(url)}  (Ctrl-C stops it)\n${style.dim(`Data folder: ${config.data}`)}\n`,
  );
  if (!isLoopback(host)) {
    await context.err.write(
      `${context.err.style.warn('Others can reach it and log in. It speaks plain http, so put a server with https in front: see docs/howto/work-together.md.')}\n`,
    );
  }
  return url;
}

async function loadExample(work: ServedWork, { config, context }: Session): Promise<void> {
  const example = await import('../example.ts');
  const entries = await example.readManifest();
  await context.err.write(`Loading the example: ${entries.length} pages.\n`);
  const bar = makeProgressBar({ label: 'Example', total: entries.length, stream: context.errStream });
  const tally = await example.loadExample(entries, {
    ...work,
    picture: work.duty.picture,
    ledger: work.duty.ledger,
    config,
    now: context.now,
    onProgress: ({ done, current }) => bar.update(done, current),
  });
  bar.stop();
  await context.err.write(formatTally(tally, context.err));
}

async function readSources(config: Config): Promise<readonly Source[]> {
  const { loadSources } = await import('../collecting/sources-file.ts');
  return loadSources(config);
}

/** Opens the address in the person's browser; where there is none, they have the address. */
function openBrowser(url: string): void {
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : ['xdg-open', [url]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => process.stderr.write(`No browser could be opened; the address is ${url}\n`));
  child.unref();
}

function waitFor(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
