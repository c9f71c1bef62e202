import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ORIGIN_STATUSES, type OriginStatus, REPORT_ROLES, type ReportRole } from '../../src/model/story.ts';

/** Who is first-hand, as labelled; any of the names will do for the one that is found. */
export interface GoldOrigin {
  readonly id: string;
  readonly status: OriginStatus;
  readonly names: readonly string[];
}

/** One report with its labels: what it adds and which origins it leads to. */
export interface GoldReport {
  readonly outlet: string;
  /** ISO 8601 instant of publication. */
  readonly at: string;
  readonly byline?: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly role: ReportRole;
  readonly leads: readonly string[];
}

/** What a tree may be used for: looked at while the program is worked on, or only counted. */
export const PARTS = ['work', 'measure', 'fresh'] as const;
export type Part = (typeof PARTS)[number];

export interface GoldTree {
  readonly id: string;
  /** Name of the file that it stands in, without its ending: those of one file are by one hand. */
  readonly file: string;
  /** As its row says, else by its id, or that of a tree that is alike and must stay on the same side. */
  readonly part: Part;
  readonly origins: readonly GoldOrigin[];
  readonly reports: readonly GoldReport[];
}

interface TreeRow {
  readonly id: string;
  readonly pair?: string;
  readonly part?: string;
  readonly origins: Record<string, { readonly status: string; readonly names: readonly string[] }>;
  readonly reports: readonly ReportRow[];
}

interface ReportRow {
  readonly outlet: string;
  readonly at: string | Date;
  readonly byline?: string;
  readonly gold: string;
  readonly text: string;
}

/** The trees of a folder of YAML files. Throws where a label means nothing, and says which. */
export function loadEchoSet(folder: string): readonly GoldTree[] {
  const trees = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) =>
      (parse(readFileSync(join(folder, name), 'utf8')) as TreeRow[]).map((row) =>
        readTree(row, name.replace(/\.yaml$/, '')),
      ),
    );
  const ids = trees.map(({ id }) => id);
  const double = ids.find((id, at) => ids.indexOf(id) < at);
  if (double !== undefined) throw new Error(`${double}: two trees of this id`);
  return trees;
}

function readTree({ id, pair, part, origins, reports }: TreeRow, file: string): GoldTree {
  const ids = Object.keys(origins);
  const idle = ids.find((origin) => !reports.some(({ gold }) => gold.split(' ').slice(1).includes(origin)));
  if (idle !== undefined) throw new Error(`${id}: no report leads to "${idle}"`);
  if (part !== undefined && !isOneOf(PARTS, part)) throw new Error(`${id}: "${part}" is no part of the set`);
  return {
    id,
    file,
    part: part ?? choosePart(pair ?? id),
    origins: ids.map((origin) => {
      const { status, names } = origins[origin]!;
      if (!isOneOf(ORIGIN_STATUSES, status)) throw new Error(`${id}: "${status}" is no status of an origin`);
      return { id: origin, status, names };
    }),
    reports: reports.map((row) => readReport(row, id, ids)),
  };
}

function readReport(
  { gold, text, at, ...row }: ReportRow,
  tree: string,
  origins: readonly string[],
): GoldReport {
  const [role = '', ...leads] = gold.split(' ');
  const where = `${tree}, ${row.outlet} ${String(at)}`;
  if (!isOneOf(REPORT_ROLES, role)) throw new Error(`${where}: "${role}" is no role`);
  const unknown = leads.find((lead) => !origins.includes(lead));
  if (unknown !== undefined)
    throw new Error(`${where}: leads to "${unknown}", which is no origin of the tree`);
  const [title = '', ...paragraphs] = text.trim().split(/\n\s*\n/);
  return {
    outlet: row.outlet,
    at: typeof at === 'string' ? at.replace(/(T\d\d:\d\d)Z/, '$1:00Z') : at.toISOString(),
    ...(row.byline === undefined ? {} : { byline: row.byline }),
    title,
    paragraphs,
    role,
    leads,
  };
}

/** Three quarters of the trees may be looked at while the program is worked on; which is up to nobody. */
function choosePart(key: string): Part {
  return createHash('sha256').update(`echo ${key}`).digest()[0]! % 4 < 3 ? 'work' : 'measure';
}

function isOneOf<Value extends string>(values: readonly Value[], value: string): value is Value {
  return (values as readonly string[]).includes(value);
}
