import { writeFile } from 'node:fs/promises';
import type { LedgerAnchor } from '../../analyse/ledger/verify/anchors.ts';
import { verifyLedgerBytes } from '../../analyse/ledger/verify/chunks.ts';
import { type LedgerCheck, verifyLedger } from '../../analyse/ledger/verify/verify.ts';
import { makeFileError, openFile } from '../../collect/files.ts';
import { DEFAULT_LIMITS } from '../../collect/limits.ts';
import { hasKeys, loadTrust } from '../../disseminate/proof/desk-keys.ts';
import type { Trusted } from '../../disseminate/proof/judge.ts';
import { PageError, StoreError } from '../../model/errors.ts';
import { findAlertAnchors, makeCheckpoint, readCheckpoints } from '../checkpoints.ts';
import type { Config } from '../config.ts';
import type { Context, Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatLedgerCheck } from '../print/ledger.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { readKeys } from '../signed-files.ts';
import { withStore } from '../store.ts';
import { verifyInThreads } from '../threads/ledger.ts';

interface Session {
  readonly config: Config;
  readonly context: Context;
}

export interface LedgerVerifyOptions {
  readonly format?: Format;
  readonly checkpoint?: readonly string[];
  readonly key?: readonly string[];
}

/** `tocsin ledger verify`: whether the kept ledger or an exported one is as it was filed. */
export async function runLedgerVerify(
  file: string | undefined,
  { format, checkpoint = [], key }: LedgerVerifyOptions,
  { config, context }: Session,
): Promise<ExitCode> {
  const trusted = await findTrusted(key, config);
  const anchors = await readCheckpoints(checkpoint, { trusted, context });
  const check =
    file === undefined
      ? await withStore(config, context, {
          readOnly: true,
          run: async (store) =>
            verifyLedger(store.exportLedger(), {
              anchors: [...anchors, ...(await findAlertAnchors(store, trusted))],
            }),
        })
      : await checkFile(file, { anchors, context });
  const name = file ?? 'the ledger';
  await context.out.write(
    format === 'json'
      ? formatJsonLine({ kind: 'ledger check', file, ...check })
      : formatLedgerCheck(check, { ...context.out, name }),
  );
  // The ledger of a new desk is empty, and so is what it exports: nothing in it was changed. What is printed says so.
  return check.ok ? EXIT.ok : EXIT.someFailed;
}

/** `tocsin ledger checkpoint`: how far the ledger has come, signed, to be kept elsewhere. */
export async function runLedgerCheckpoint(
  file: string | undefined,
  { config, context }: Session,
): Promise<ExitCode> {
  const { ok, last } = await withStore(config, context, {
    readOnly: true,
    run: (store) => verifyLedger(store.exportLedger()),
  });
  if (last === undefined)
    throw new StoreError(config.data, 'has no forecast on record', 'Make a checkpoint when one was filed.');
  if (!ok)
    throw new StoreError(
      config.data,
      'has a ledger that is not as it was filed, which no checkpoint should vouch for',
      'tocsin ledger verify says what is wrong; restore the last backup.',
    );
  const text = formatJsonLine(makeCheckpoint(last, { config, now: context.now() }));
  if (file === undefined) {
    await context.out.write(text);
    return EXIT.ok;
  }
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isThere) throw makeFileError(error, file);
    throw new PageError(file, 'is there already', 'Give another name, or remove it first.');
  }
  await context.out.write(
    `Wrote ${file}: entry ${last.number}, ${last.hash}\nKeep it where nobody can change it.\n`,
  );
  return EXIT.ok;
}

/** Keys that are given; else the desk's own, where there are any. */
async function findTrusted(
  key: readonly string[] | undefined,
  { data }: Config,
): Promise<readonly Trusted[]> {
  if (key !== undefined) return readKeys(key);
  return hasKeys(data) ? loadTrust(data) : [];
}

const CHUNK = 1 << 20;

async function checkFile(
  file: string,
  { anchors, context }: { readonly anchors: readonly LedgerAnchor[]; readonly context: Context },
): Promise<LedgerCheck> {
  if (file === '-') return verifyLedgerBytes(context.stdin, { anchors });
  const { handle, size } = await openFile(file, file, {
    ...DEFAULT_LIMITS,
    fileBytes: Number.POSITIVE_INFINITY,
  });
  try {
    const quick = await verifyInThreads(file, { handle, size, anchors });
    if (quick !== undefined) return quick;
    return await verifyLedgerBytes(handle.createReadStream({ autoClose: false, highWaterMark: CHUNK }), {
      anchors,
    });
  } catch (error) {
    throw makeFileError(error, file);
  } finally {
    await handle.close();
  }
}
