import type { Stance } from '../../model/claim.ts';
import type { Origin, OriginTree, Relay, ReportNode, ReportRole } from '../../model/story.ts';
import { formatDate } from '../../text/dates.ts';
import type { Style } from './terminal.ts';
import { clean, measure, shorten } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/** The signs of the workbench. */
export const ORIGIN_SIGNS = { confirmed: '◉', possible: '◎' } as const;
const ROLE_SIGNS: Readonly<Record<ReportRole, string>> = {
  origin: '●',
  echo: '○',
  echoWithDetail: '○',
  ownConfirmation: '◆',
  ownDenial: '◇',
  notConfirmed: '○',
};
const ROLE_WORDS: Readonly<Record<ReportRole, string>> = {
  origin: 'first-hand',
  echo: 'repeats',
  echoWithDetail: 'repeats, with detail of its own',
  ownConfirmation: 'confirms by itself',
  ownDenial: 'denies by itself',
  notConfirmed: 'could not confirm',
};

/** Reports nested deeper than this stand on one line with their parent's: relays of relays of relays. */
const DEEPEST = 6;

/** `1 confirmed and 2 possible origins, 6 relays`. */
export function countTree({
  confirmed,
  possible,
  relays,
}: Pick<OriginTree, 'confirmed' | 'possible' | 'relays'>): string {
  const kinds = [
    ...(confirmed === 0 ? [] : [`${confirmed} confirmed`]),
    ...(possible === 0 ? [] : [`${possible} possible`]),
  ];
  const origins =
    kinds.length === 0
      ? 'no origin known'
      : `${kinds.join(' and ')} ${confirmed + possible === 1 ? 'origin' : 'origins'}`;
  // No line breaks between number and thing.
  return `${origins}, ${relays}\u00a0${relays === 1 ? 'relay' : 'relays'}`;
}

/** Who is first-hand, and under each who repeats whom. */
export function drawTree(tree: OriginTree, form: Form): readonly string[] {
  const lines = tree.origins.flatMap((origin) => [
    ...formatOrigin(origin, form),
    ...drawReports(
      tree.reports.filter(({ origins }) => origins.includes(origin.id)),
      form,
    ),
    '',
  ]);
  const loose = tree.reports.filter(({ origins }) => origins.length === 0);
  if (loose.length > 0) lines.push('Leading to nobody first-hand', ...drawReports(loose, form), '');
  return lines.slice(0, -1);
}

/** Who was first-hand, and the first words of it. */
function formatOrigin(origin: Origin, { width, style }: Form): readonly string[] {
  const through = origin.through === undefined ? '' : ` to ${clean(origin.through)}`;
  const name = `${ORIGIN_SIGNS[origin.status]} ${clean(origin.name)}${through}`;
  const why = ` · ${origin.status}: ${origin.reason}`;
  const first = origin.claims[0];
  return [
    `${style.bold(shorten(name, Math.max(20, width - measure(why))))}${style.dim(why)}`,
    ...(first === undefined
      ? []
      : [`  ${shorten(`${formatStance(first.stance)}“${clean(first.words)}”`, width - 2)}`]),
  ];
}

/** How it is put, where it is not simply said to be so: a denial's words alone would mislead. */
function formatStance(stance: Stance | undefined): string {
  if (stance === undefined || stance === 'asserts') return '';
  return stance === 'claimsResponsibility' ? 'claims responsibility: ' : `${stance}: `;
}

/** Reports below the one they repeat, where that is among them. */
function drawReports(reports: readonly ReportNode[], form: Form): readonly string[] {
  const parents = new Map(reports.map((report) => [report, findParent(report, reports)]));
  const drawn = new Set<ReportNode>();
  const draw = (children: readonly ReportNode[], prefix: string, depth: number): readonly string[] =>
    children.flatMap((report, index) => {
      if (drawn.has(report)) return [];
      drawn.add(report);
      const isLast = index === children.length - 1;
      const own = reports.filter((each) => parents.get(each) === report);
      const below = depth >= DEEPEST ? prefix : `${prefix}${isLast ? '   ' : '│  '}`;
      return [
        formatReport(report, `${prefix}${isLast ? '└─' : '├─'} `, form),
        ...draw(own, below, depth + 1),
      ];
    });
  const top = draw(
    reports.filter((report) => parents.get(report) === undefined),
    '  ',
    1,
  );
  // What repeats each other in a circle hangs on nothing: wrong dates can make it look so.
  const rest = reports.filter((report) => !drawn.has(report));
  return [...top, ...draw(rest, '  ', 1)];
}

function findParent(report: ReportNode, reports: readonly ReportNode[]): ReportNode | undefined {
  for (const { document, name } of report.relays) {
    const found =
      reports.find((each) => document !== undefined && each.document === document) ??
      reports.find((each) => each.outlet !== undefined && isSame(each.outlet, name));
    if (found !== undefined && found !== report) return found;
  }
  return undefined;
}

function isSame(a: string, b: string): boolean {
  const fold = (name: string) => name.toLowerCase().replace(/^the /, '');
  return fold(a) === fold(b);
}

function formatReport(report: ReportNode, prefix: string, { width, style }: Form): string {
  const day = formatDay(report);
  const changed =
    report.version === undefined
      ? ''
      : ` · changed ${report.version === 2 ? 'once' : `${report.version - 1} times`}`;
  const names = [...new Set(report.relays.map(formatRelay))];
  const role = `${ROLE_WORDS[report.role]}${names.length === 0 ? '' : ` ${names.join(', ')}`}`;
  const id = report.document.slice('sha256:'.length, 'sha256:'.length + 12);
  const room = width - measure(prefix) - 2 - id.length - 1;
  const lag = report.lag === undefined ? '' : formatLag(report.lag);
  const text = `${clean(report.outlet ?? 'outlet unknown')} · ${day}${lag} · ${role}${changed}`;
  return `${style.dim(prefix)}${ROLE_SIGNS[report.role]} ${shorten(text, Math.max(20, room))} ${style.dim(id)}`;
}

/** A date that cannot be is told as that: whoever reads it will wonder at the order. */
function formatDay({ published, publishedRefused }: ReportNode): string {
  if (published !== undefined) return formatDate(published.slice(0, 10), 'short');
  if (publishedRefused === undefined) return 'undated';
  return `undated (gives ${formatDate(publishedRefused.slice(0, 10), 'short')}, which cannot be)`;
}

const LAG = /^P(?:(\d{1,6})D|T(?:(\d{1,6})H)?(?:(\d{1,2})M)?)$/;
/** Hours from which on days are enough. */
const MANY_HOURS = 48;

/** ` +1 h 35 min`, ` +2 d`: how long after the first report of what it repeats; nothing for the same day. */
function formatLag(lag: string): string {
  const [, days, hours = '0', minutes = '0'] = LAG.exec(lag) ?? [];
  const most =
    days === undefined && Number(hours) >= MANY_HOURS ? Math.floor(Number(hours) / 24) : Number(days ?? 0);
  if (most > 0) return ` +${most}\u00a0d`;
  const parts = [
    ...(hours === '0' ? [] : [`${hours}\u00a0h`]),
    ...(minutes === '0' ? [] : [`${minutes}\u00a0min`]),
  ];
  return parts.length === 0 ? '' : ` +${parts.join('\u00a0')}`;
}

function formatRelay({ by, name, share, family }: Relay): string {
  const reasons = [
    ...(by === 'wording' && share !== undefined ? [`${Math.round(share * 100)}% of its words`] : []),
    ...(family === undefined ? [] : [`same owner: ${clean(family)}`]),
  ];
  return `${clean(name)}${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}`;
}
