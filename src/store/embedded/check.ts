import { StoreError } from '../../model/errors.ts';
import type { Hash } from '../../model/page.ts';
import { isUnchangedAudit } from '../audit.ts';
import { isFollowing } from '../chain.ts';
import { isUnchanged } from '../ledger.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import type { CheckResult } from '../store.ts';
import type { AuditTable, LedgerTable } from '../tables.ts';
import { countRows } from './counts.ts';
import { type Database, sqlite } from './database.ts';
import { isIndexSound } from './dialect.ts';
import { PROGRAM_SETTING, readSetting } from './open.ts';

type Finding = Omit<CheckResult, 'name'>;

const RESTORE = 'Restore the last backup.';

/** In the order in which they are shown. */
const LOOKS: readonly (readonly [name: string, look: (database: Database) => Finding])[] = [
  ['format', checkFormat],
  ['database', checkStructure],
  ['references', checkReferences],
  ['readings', checkReadings],
  ['versions', checkVersions],
  ['search index', checkWords],
  ['reports', checkReports],
  ['ledger', checkLedger],
  ['audit log', checkAudit],
];

/** Looks at the database from the inside: its structure, what refers to what, the search index. */
export function checkDatabase(database: Database): readonly CheckResult[] {
  return LOOKS.map(([name, look]) => {
    try {
      return { name, ...look(database) };
    } catch (error) {
      // What cannot even be looked at has failed; the rest is still worth looking at.
      if (!(error instanceof StoreError)) throw error;
      return { name, state: 'failed', finding: error.message, remedy: error.remedy };
    }
  });
}

function checkFormat(database: Database): Finding {
  const version = Number(database.pragma('user_version'));
  const program = readSetting(database, PROGRAM_SETTING) ?? 'an unknown program';
  const finding = `format ${version}, opened for writing last by ${program}`;
  if (version === MIGRATIONS.at(-1)?.number) return { state: 'ok', finding };
  return {
    state: 'warning',
    finding,
    remedy: 'Open it for writing with this program to bring it up to date.',
  };
}

function checkStructure(database: Database): Finding {
  const faults = database.allSql<{ quick_check: string }>('pragma quick_check(5)');
  const [first] = faults;
  if (first?.quick_check === 'ok') return { state: 'ok', finding: 'the file is sound' };
  return {
    state: 'failed',
    finding: `the file is damaged: ${faults
      .map((fault) => fault.quick_check)
      .join('; ')
      .slice(0, 400)}`,
    remedy: RESTORE,
  };
}

function checkReferences(database: Database): Finding {
  const broken = database.allSql<{ table: string; parent: string }>('pragma foreign_key_check');
  const [first] = broken;
  if (!first) return { state: 'ok', finding: 'every row finds what it refers to' };
  return {
    state: 'failed',
    finding: `${broken.length} rows refer to rows that are not there (${first.table} to ${first.parent})`,
    remedy: RESTORE,
  };
}

function checkReadings(database: Database): Finding {
  const row = database.first(
    sqlite
      .selectFrom('document as d')
      .leftJoin('document_text as text', 'text.document', 'd.key')
      .leftJoin('reading as r', (join) => join.onRef('r.document', '=', 'd.key'))
      .leftJoin('reading_content as content', 'content.reading', 'r.key')
      .where((eb) => eb.or([eb('text.document', 'is', null), eb('content.reading', 'is', null)]))
      .select((eb) => eb.fn.countAll<number>().as('incomplete')),
  );
  if (!row?.incomplete) return { state: 'ok', finding: 'every document has its text and a reading' };
  return {
    state: 'failed',
    finding: `${row.incomplete} documents lack their text or reading`,
    remedy: RESTORE,
  };
}

function checkVersions(database: Database): Finding {
  const doubled = database.all(
    sqlite
      .selectFrom('document as d')
      .innerJoin('reading as r', 'r.document', 'd.key')
      .where('r.known_until', 'is', null)
      .select('d.series')
      .groupBy(['d.series', 'd.version'])
      .having((eb) => eb.fn.countAll<number>(), '>', 1),
  );
  if (doubled.length === 0)
    return { state: 'ok', finding: 'the versions at each address follow one another' };
  return {
    state: 'failed',
    finding: `at ${doubled.length} addresses two documents have the same version`,
    remedy: RESTORE,
  };
}

function checkWords(database: Database): Finding {
  const readings = countRows(database, 'reading');
  const [index] = database.allSql<{ rows: number }>('select count(*) as rows from word_docsize');
  if (index?.rows !== readings) {
    return {
      state: 'failed',
      finding: `it knows ${index?.rows ?? 0} of ${readings} readings`,
      remedy: RESTORE,
    };
  }
  if (isIndexSound(database) === false) {
    return { state: 'failed', finding: 'the search index is damaged', remedy: RESTORE };
  }
  return { state: 'ok', finding: `it knows all ${readings} readings` };
}

function checkReports(database: Database): Finding {
  const lost = database.first(
    sqlite
      .selectFrom('report as p')
      .leftJoin('reading as r', 'r.key', 'p.reading')
      .where('r.key', 'is', null)
      .select((eb) => eb.fn.countAll<number>().as('rows')),
  );
  const forgotten = database.first(
    sqlite
      .selectFrom('reading as r')
      .leftJoin('report as p', 'p.reading', 'r.key')
      .leftJoin('unreported as u', 'u.reading', 'r.key')
      .where('r.known_until', 'is', null)
      .where('p.number', 'is', null)
      .where('u.reading', 'is', null)
      .select((eb) => eb.fn.countAll<number>().as('rows')),
  );
  if (!lost?.rows && !forgotten?.rows) {
    const [reports, waiting] = [countRows(database, 'report'), countRows(database, 'unreported')];
    return { state: 'ok', finding: `${reports} reports, ${waiting} readings wait for theirs` };
  }
  return {
    state: 'failed',
    finding: `${lost?.rows} reports are of readings that are not there, ${forgotten?.rows} readings are nowhere to be reported`,
    remedy: RESTORE,
  };
}

/** Rows that are held at once. */
const ENTRIES = 500;

function checkLedger(database: Database): Finding {
  return checkChain<LedgerTable>(
    (after) =>
      database.all(
        sqlite.selectFrom('ledger').selectAll().where('number', '>', after).orderBy('number').limit(ENTRIES),
      ),
    {
      isUnchanged,
      remedy: 'Compare it with a copy that was exported earlier, then restore the last backup.',
    },
  );
}

function checkAudit(database: Database): Finding {
  return checkChain<AuditTable>(
    (after) =>
      database.all(
        sqlite.selectFrom('audit').selectAll().where('number', '>', after).orderBy('number').limit(ENTRIES),
      ),
    {
      isUnchanged: isUnchangedAudit,
      remedy: 'Somebody has written to the store by hand: compare it with a backup.',
    },
  );
}

type ChainRow = Pick<LedgerTable, 'number' | 'hash' | 'previous'>;

/** Each entry holds the hash of the one before, and its own is that of its content. */
function checkChain<Row extends ChainRow>(
  list: (after: number) => readonly Row[],
  { isUnchanged, remedy }: { readonly isUnchanged: (row: Row) => boolean; readonly remedy: string },
): Finding {
  let last: Row | undefined;
  for (;;) {
    const rows = list(last?.number ?? 0);
    for (const row of rows) {
      const isBound = isFollowing(last, row);
      if (!isBound || !isUnchanged(row)) {
        return {
          state: 'failed',
          finding: `entry ${row.number} ${isBound ? 'was changed after it was filed' : `does not follow ${last ? `entry ${last.number}` : 'the beginning'}`}`,
          remedy,
        };
      }
      last = row;
    }
    if (rows.length < ENTRIES) break;
  }
  return { state: 'ok', finding: `${last?.number ?? 0} entries, each bound to the one before` };
}

/** Hashes of the pages that are referred to and begin with these digits. */
export function listPages(database: Database, digits: string): readonly Hash[] {
  const rows = database.all(
    sqlite
      .selectFrom('page')
      .select('hash')
      .where('hash', '>=', `sha256:${digits}`)
      // `g` is the first character after the digits.
      .where('hash', '<', `sha256:${digits}g`)
      .orderBy('hash'),
  );
  return rows.map((row) => row.hash as Hash);
}
