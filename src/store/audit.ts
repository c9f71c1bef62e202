import type { AuditEntry, AuditFacts } from '../model/audit.ts';
import { type ChainEnd, hashLink, isFollowing, readLink, writeLink } from './chain.ts';
import type { AuditTable } from './tables.ts';

/** An entry that follows the last one. */
export function makeAuditEntry(last: ChainEnd | undefined, facts: AuditFacts): AuditEntry {
  const fields = {
    kind: 'audit entry',
    number: (last?.number ?? 0) + 1,
    ...(last === undefined ? {} : { previous: last.hash as AuditEntry['hash'] }),
    ...facts,
  } as const;
  return { ...fields, hash: hashLink(fields) };
}

export function makeAuditRow(entry: AuditEntry): AuditTable {
  const { number, hash, previous, at, by, operation } = entry;
  return {
    ...{ number, hash, previous: previous ?? null, at, who: by ?? null, operation },
    content: writeLink(entry),
  };
}

/** An entry out of what is kept of it. Whether it is as it was written is for the check to say. */
export function readAuditRow(number: number, json: string): AuditEntry {
  const remedy = 'tocsin audit verify tells all that is wrong.';
  return readLink({ number, json }, { name: 'audit entry', isEntry, remedy });
}

function isEntry(value: unknown): value is AuditEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { at, operation, outcome, hash } = value as Readonly<Record<string, unknown>>;
  return [at, operation, outcome, hash].every((each) => typeof each === 'string');
}

/** Whether a row is as it was kept: its hash is that of its content, and what stands beside the content was taken from it. */
export function isUnchangedAudit(row: AuditTable): boolean {
  try {
    const entry = JSON.parse(row.content) as AuditEntry;
    const { hash, ...fields } = entry;
    const made = makeAuditRow(entry);
    return (
      hashLink(fields) === hash &&
      Object.entries(made).every(([column, value]) => row[column as keyof AuditTable] === value)
    );
  } catch {
    return false; // What can no longer be read was changed.
  }
}

/** What is wrong with an exported log, by line; nothing where it is as it was written. */
export async function* findAuditFaults(
  lines: AsyncIterable<string>,
): AsyncIterable<{ readonly line: number; readonly fault: string }> {
  let last: ChainEnd | undefined;
  let line = 0;
  for await (const content of lines) {
    line++;
    const entry = parse(content);
    if (entry === undefined) {
      yield { line, fault: 'it is no entry of an audit log' };
      continue;
    }
    if (!isUnchangedAudit({ ...makeAuditRow(entry), content }))
      yield { line, fault: 'it was changed after it was written' };
    if (!isFollowing(last, { number: entry.number, previous: entry.previous ?? null }))
      yield {
        line,
        fault:
          last === undefined
            ? 'it is not the first entry: what came before is not there'
            : `it does not follow entry ${last.number}`,
      };
    last = entry;
  }
}

function parse(content: string): AuditEntry | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return isEntry(value) && Number.isSafeInteger((value as AuditEntry).number) ? value : undefined;
  } catch {
    return undefined;
  }
}
