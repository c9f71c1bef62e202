import type { AuditEntry } from '../../model/audit.ts';
import { findAuditFaults } from '../../store/audit.ts';
import { chooseFormat, type Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatJsonLine, type Terminal } from '../print/terminal.ts';
import type { Session } from '../program.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface AuditListOptions {
  readonly by?: string;
  readonly operation?: string;
  readonly limit?: string;
  readonly format?: Format;
}

/** `tocsin audit list`: who did what, newest first. */
export async function runAuditList(
  options: AuditListOptions,
  { config, context }: Session,
): Promise<ExitCode> {
  const { by, operation, format } = options;
  const limit = parseLimit(options.limit ?? '50');
  const entries = await withStore(config, context, {
    readOnly: true,
    run: (store) =>
      store.listAudit({
        limit,
        ...(by === undefined ? {} : { by }),
        ...(operation === undefined ? {} : { operation }),
      }),
  });
  const isJson = chooseFormat(format, context) === 'json';
  if (entries.length === 0 && !isJson) await context.out.write('Nothing of that kind is written down.\n');
  await context.out.write(
    entries.map((entry) => (isJson ? formatJsonLine(entry) : formatEntry(entry, context.out))).join(''),
  );
  return EXIT.ok;
}

function parseLimit(text: string): number {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= 500) return limit;
  throw new UsageError(`--limit: "${text.slice(0, 40)}" does not fit`, 'Give a whole number from 1 to 500.');
}

function formatEntry(entry: AuditEntry, { style }: Terminal): string {
  const { number, at, by = 'nobody known', operation, on, outcome, reason, address, omitted } = entry;
  const how =
    outcome === 'done' ? '' : `  ${style.warn(reason === undefined ? outcome : `${outcome}: ${reason}`)}`;
  const from = address === undefined ? '' : style.dim(`  from ${address}`);
  const more = omitted === undefined ? '' : style.dim(`  (${omitted} more before it are not listed)`);
  return `${String(number).padStart(6)}  ${at.slice(0, 19).replace('T', ' ')}  ${by.padEnd(12)} ${operation}${on === undefined ? '' : `  ${on}`}${how}${from}${more}\n`;
}

/** `tocsin audit verify`: whether anything in it was changed, taken out or put in. */
export async function runAuditVerify(
  { format }: { readonly format?: Format },
  { config, context }: Session,
): Promise<ExitCode> {
  const checked = await withStore(config, context, {
    readOnly: true,
    run: async (store) => {
      const faults: { readonly line: number; readonly fault: string }[] = [];
      for await (const fault of findAuditFaults(store.exportAudit())) {
        faults.push(fault);
        if (faults.length === MOST_FAULTS) break;
      }
      const [last] = await store.listAudit({ limit: 1 }).catch(() => []);
      return { faults, last };
    },
  });
  const { faults, last } = checked;
  const end = { entries: last?.number ?? 0, ...(last === undefined ? {} : { hash: last.hash }) };
  if (format === 'json')
    await context.out.write(formatJsonLine({ kind: 'audit check', ok: faults.length === 0, ...end, faults }));
  else {
    const told = faults.map(({ line, fault }) => `line ${line}: ${fault}\n`).join('');
    const sum =
      last === undefined
        ? 'The audit log is empty.\n'
        : `${last.number} entries, each bound to the one before. The last is ${last.hash}: kept elsewhere, it shows later whether the end was cut off.\n`;
    await context.out.write(faults.length === 0 ? sum : told);
  }
  return faults.length === 0 ? EXIT.ok : EXIT.someFailed;
}

/** So many are told: one change near the beginning is enough to know. */
const MOST_FAULTS = 20;
