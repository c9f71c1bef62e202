import type { Report } from '../../model/report.ts';
import { loadTable } from '../tables.ts';
import { makeOutletKey, splitNames } from './names.ts';
import type { Group } from './relays.ts';

/** Families by domain, and by the key of an outlet that no other owner's is called like. */
const BY_DOMAIN = new Map<string, string>();
const BY_OUTLET = new Map<string, string>();
for (const { cells } of loadTable('outlet-families.tsv', ['family', 'domains'])) {
  const family = cells['family'] ?? '';
  for (const domain of splitNames(cells['domains'])) BY_DOMAIN.set(domain, family);
  for (const outlet of splitNames(cells['outlets'])) BY_OUTLET.set(makeOutletKey(outlet), family);
}

/**
 * Whose outlet a report is of: the owner by the domain of its address, else by its outlet's name. Undefined where neither is
 * known.
 *
 * @example
 * findFamily({ url: 'https://www.liverpoolecho.co.uk/news/a' }); // 'Reach'
 */
export function findFamily({ url, outlet }: Pick<Report, 'url' | 'outlet'>): string | undefined {
  const labels = url === undefined ? [] : readHost(url).split('.');
  for (let from = 0; from < labels.length - 1; from += 1) {
    const family = BY_DOMAIN.get(labels.slice(from).join('.'));
    if (family !== undefined) return family;
  }
  return outlet === undefined ? undefined : BY_OUTLET.get(makeOutletKey(outlet));
}

function readHost(url: string): string {
  try {
    return new URL(url).hostname.toLowerCase();
  } catch {
    // A file's name, say: no domain to go by.
    return '';
  }
}

/** An earlier report of an outlet of the same owner. */
export interface Sibling {
  readonly group: Group;
  readonly family: string;
  /** Share of wording in common. */
  readonly share: number;
}

/** The report that a report has words in common with, where both outlets have one owner. */
export function findSibling(report: Report, byDocument: ReadonlyMap<string, Group>): Sibling | undefined {
  const family = report.reuses.length === 0 ? undefined : findFamily(report);
  if (family === undefined) return undefined;
  for (const { document, share } of report.reuses) {
    const group = byDocument.get(document);
    if (group === undefined || group.report.series === report.series) continue;
    if (findFamily(group.report) === family) return { group, family, share };
  }
  return undefined;
}
