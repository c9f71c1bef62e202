import type { LedgerAnchor } from '../analyse/ledger/verify/anchors.ts';
import { loadSigningKey } from '../disseminate/proof/desk-keys.ts';
import type { Trusted } from '../disseminate/proof/judge.ts';
import { sign, verifySigned, verifySignedFile } from '../disseminate/proof/sign.ts';
import type { Signed } from '../model/alert.ts';
import type { LedgerCheckpoint } from '../model/forecast.ts';
import type { Hash } from '../model/page.ts';
import type { Store } from '../store/store.ts';
import { formatDate } from '../text/dates.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { clean, shorten } from './print/width.ts';
import { readSignedBytes } from './signed-files.ts';
import { UsageError } from './usage.ts';
import { readProgramName } from './version.ts';

/** Alerts that are looked at; there is one for each episode. */
const ALERTS = 10_000;

/** How far a ledger has come, signed with the desk's key. */
export function makeCheckpoint(
  { number, hash }: { readonly number: number; readonly hash: Hash },
  { config, now }: { readonly config: Config; readonly now: string },
): Signed<LedgerCheckpoint> {
  const content = { kind: 'ledger checkpoint', number, hash, made: now, engine: readProgramName() } as const;
  return sign<LedgerCheckpoint>(content, loadSigningKey(config.data));
}

/**
 * What checkpoints say that a ledger holds.
 *
 * @throws UsageError for a file that is none, or that nobody who is trusted has signed.
 */
export async function readCheckpoints(
  files: readonly string[],
  { trusted, context }: { readonly trusted: readonly Trusted[]; readonly context: Context },
): Promise<readonly LedgerAnchor[]> {
  const anchors: LedgerAnchor[] = [];
  for (const file of files) {
    const verification = verifySignedFile(await readSignedBytes(file, context), trusted);
    const name = shorten(clean(file), 80);
    if (verification.state !== 'trusted')
      throw new UsageError(
        `--checkpoint ${name} is signed by nobody who is trusted here`,
        'tocsin verify says what is wrong with it; --key names whom you trust.',
      );
    if (!isCheckpoint(verification.content))
      throw new UsageError(
        `--checkpoint ${name} is no checkpoint of a ledger`,
        'tocsin ledger checkpoint makes one.',
      );
    const { number, hash, made } = verification.content;
    anchors.push({ number, hash, from: `the checkpoint of ${formatDate(made)}` });
  }
  return anchors;
}

/** The forecasts that signed alerts of the store tell of: they were on record when those were signed. */
export async function findAlertAnchors(
  store: Pick<Store, 'listAlerts'>,
  trusted: readonly Trusted[],
): Promise<readonly LedgerAnchor[]> {
  const alerts = await store.listAlerts({ limit: ALERTS });
  return alerts.flatMap(({ alert }) => {
    if (verifySigned(alert, trusted).state !== 'trusted') return [];
    if (alert.content.kind !== 'alert') return [];
    const { forecast, issued, id } = alert.content;
    return [{ hash: forecast, from: `the signed alert ${id} of ${formatDate(issued)}` }];
  });
}

function isCheckpoint(content: unknown): content is LedgerCheckpoint {
  const { kind, number, hash, made } = content as Readonly<Record<string, unknown>>;
  return (
    kind === 'ledger checkpoint' &&
    Number.isSafeInteger(number) &&
    Number(number) > 0 &&
    typeof hash === 'string' &&
    /^sha256:[0-9a-f]{64}$/.test(hash) &&
    typeof made === 'string' &&
    !Number.isNaN(Date.parse(made))
  );
}
