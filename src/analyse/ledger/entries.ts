import { hash } from 'node:crypto';
import type { Forecast, LedgerEntry, Settlement } from '../../model/forecast.ts';
import type { Hash } from '../../model/page.ts';
import type { Problem } from '../../model/problem.ts';
import { canonicalJson } from '../../text/canonical-json.ts';

/**
 * Makes ledger entries that follow the last one: numbered on, each with the hash of the one before, so that none can be changed,
 * taken out or put in later without all that follow giving it away.
 *
 * @param last The last entry kept; undefined for an empty ledger.
 * @param filed ISO 8601 instant of filing.
 * @example
 * const [first, second] = makeEntries(undefined, [forecast, settlement], '2020-12-11T08:00:00.000Z');
 * second.previous === first.hash; // true
 */
export function makeEntries(
  last: LedgerEntry | undefined,
  contents: readonly (Forecast | Settlement)[],
  filed: string,
): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  let before = last;
  for (const content of contents) {
    const entry = makeEntry(before, content, filed);
    entries.push(entry);
    before = entry;
  }
  return entries;
}

function makeEntry(
  before: LedgerEntry | undefined,
  content: Forecast | Settlement,
  filed: string,
): LedgerEntry {
  const fields = {
    kind: 'ledger entry',
    number: (before?.number ?? 0) + 1,
    filed,
    ...(before === undefined ? {} : { previous: before.hash }),
    content,
  } as const;
  return { ...fields, hash: hashFields(fields) };
}

/** SHA-256 of the canonical JSON of an entry's fields without its hash. */
export function hashFields(fields: object): Hash {
  return `sha256:${hash('sha256', canonicalJson(fields), 'hex')}`;
}

/** Hash of what decides how a forecast comes out: the question and the rule that settles it. */
export function hashRule(problem: Pick<Problem, 'question' | 'outcome'>): Hash {
  const { question, outcome } = problem;
  const known = rules.get(problem) ?? hashFields({ question, outcome });
  rules.set(problem, known);
  return known;
}

/** Problems are never changed, and asked about at every look. */
const rules = new WeakMap<Pick<Problem, 'question' | 'outcome'>, Hash>();
