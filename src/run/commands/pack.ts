import { writeFile } from 'node:fs/promises';
import { makeFileError } from '../../collect/files.ts';
import { loadOrBeginChain } from '../../disseminate/proof/desk-keys.ts';
import { splitId } from '../../disseminate/proof/pack/excerpts.ts';
import { MOST_ENTRIES } from '../../disseminate/proof/pack/ledger.ts';
import { listClaims, makePack } from '../../disseminate/proof/pack/pack.ts';
import { type PackVerification, verifyPack } from '../../disseminate/proof/pack/verify.ts';
import { sign } from '../../disseminate/proof/sign.ts';
import type { AnyAlert, Signed } from '../../model/alert.ts';
import type { Brief } from '../../model/brief.ts';
import { PageError, StoreError } from '../../model/errors.ts';
import type { LedgerEntry } from '../../model/forecast.ts';
import type { Hash } from '../../model/page.ts';
import type { Reading } from '../../model/reading.ts';
import type { Store } from '../../store/store.ts';
import { parseAsOf } from '../as-of.ts';
import type { Config } from '../config.ts';
import type { Context, Format } from '../context.ts';
import { makeDesk } from '../desk.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';
import { readProgramName } from '../version.ts';

interface Session {
  readonly config: Config;
  readonly context: Context;
}

export interface PackOptions {
  readonly alert?: string;
  readonly problem?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly format?: Format;
}

/** Alerts that are looked at; there is one for each episode. */
const ALERTS = 10_000;

/** `tocsin pack`: an alert or brief with all that somebody else needs to check it, in one archive. */
export async function runPack(options: PackOptions, { config, context }: Session): Promise<ExitCode> {
  const { alert, problem, out } = options;
  if ((alert === undefined) === (problem === undefined))
    throw new UsageError('it is not clear what to pack', 'Give either --alert or --problem.');
  if (alert !== undefined && options.asOf !== undefined)
    throw new UsageError('--as-of does not fit an alert', 'An alert is packed as it was signed.');
  if (out === undefined) throw new UsageError('no file is named', 'Give one with -o.');
  const made = context.now();
  const bytes = await withStore(config, context, {
    readOnly: true,
    run: async (store) => {
      const { key, chain } = loadOrBeginChain(config.data, made);
      const subject =
        alert === undefined
          ? sign(await getBrief(problem!, options.asOf, { store, config, context }), key)
          : await getAlert(store, alert);
      const readings = await getReadings(store, subject.content);
      const ledger = await getEntries(store, subject.content);
      const pack = makePack({ subject, readings, ...ledger, key, chain, made, engine: readProgramName() });
      // What others are to trust has to hold here first.
      checkOwn(verifyPack(pack, chain.keys), config);
      return pack;
    },
  });
  await writeNew(out, bytes);
  await context.out.write(
    options.format === 'json'
      ? formatJsonLine({ kind: 'pack', file: out, bytes: bytes.length })
      : `Wrote ${clean(out)} (${Math.ceil(bytes.length / 1000)} kB). tocsin verify checks it; give your chain of keys (tocsin key show --out FILE) on another way.\n`,
  );
  return EXIT.ok;
}

async function getAlert(store: Store, id: string): Promise<Signed<AnyAlert>> {
  const alerts = await store.listAlerts({ limit: ALERTS });
  const found = alerts.find(({ alert }) => alert.content.id === id);
  if (found !== undefined) return found.alert;
  throw new PageError(
    clean(id).slice(0, 80),
    'no alert of that id is kept',
    'GET /api/v1/alerts lists those that are.',
  );
}

async function getBrief(
  problem: string,
  asOf: string | undefined,
  { store, config, context }: Session & { readonly store: Store },
): Promise<Brief> {
  const desk = await makeDesk({ store, config, now: context.now });
  const brief = await desk.getBrief(problem, asOf === undefined ? undefined : parseAsOf(asOf));
  if (brief !== undefined) return brief;
  throw new PageError(
    clean(problem).slice(0, 80),
    'no warning problem of that id is watched',
    'tocsin board lists those that are.',
  );
}

/** The readings that its claims are from, as they were known then; those made anew since where none was. */
async function getReadings(store: Store, content: AnyAlert | Brief): Promise<ReadonlyMap<Hash, Reading>> {
  const readings = new Map<Hash, Reading>();
  for (const id of listClaims(content)) {
    const { document } = splitId(id);
    if (readings.has(document)) continue;
    const reading = (await store.getReading(document, content.asOf)) ?? (await store.getReading(document));
    if (reading !== undefined) readings.set(document, reading);
  }
  return readings;
}

/**
 * The ledger entries that it tells of, with those that follow: of an alert the one that it names, of a brief the last forecast for each horizon
 * that was on record by then.
 */
async function getEntries(
  store: Store,
  content: AnyAlert | Brief,
): Promise<{ readonly entries: readonly LedgerEntry[]; readonly named: readonly Hash[] }> {
  if (content.kind === 'search alert') return { entries: [], named: [] };
  const filed = await store.listLedger({ problem: content.problem });
  const told =
    content.kind === 'alert'
      ? filed.filter(({ hash }) => hash === content.forecast)
      : [
          ...new Map(
            filed.flatMap((entry) =>
              entry.content.kind === 'forecast' && entry.content.asOf <= content.asOf
                ? [[entry.content.horizon, entry] as const]
                : [],
            ),
          ).values(),
        ];
  if (told.length === 0) return { entries: [], named: [] };
  const first = Math.min(...told.map(({ number }) => number));
  const entries = await store.listLedger({ after: first - 1, limit: MOST_ENTRIES });
  const reached = told.filter(({ number }) => number <= entries.at(-1)!.number);
  return { entries, named: reached.map(({ hash }) => hash) };
}

function checkOwn(verification: PackVerification, { data }: Config): void {
  if (verification.state === 'trusted') return;
  const why = 'why' in verification ? verification.why : `it is signed by a ${verification.state}`;
  throw new StoreError(
    data,
    `no pack can be made that others could check: ${why}`,
    'tocsin ledger verify and tocsin key show say what is wrong.',
  );
}

async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isThere) throw makeFileError(error, file);
    throw new PageError(file, 'is there already', 'Give another name, or remove it first.');
  }
}
