import type { PageError } from '../../model/errors.ts';
import type { SourceHealth } from '../../model/source.ts';
import { formatDate } from '../../text/dates.ts';
import type { CollectTally } from '../collecting.ts';
import type { Style } from '../print/terminal.ts';
import { clean, wrap } from '../print/width.ts';
import { splitPageError } from '../report.ts';
import type { Look } from './look.ts';

interface Page {
  readonly width: number;
  readonly style: Style;
}

/** Pages that are named of those one look lost; `--format json` names them all. */
const LOST_SHOWN = 20;

/** Whether anything came of a look that a person would want to know. */
export function isWorthTelling({ kept, lost, failure, leftWhy }: Look): boolean {
  return kept > 0 || lost.length > 0 || failure !== undefined || leftWhy !== undefined;
}

/** A look as lines for people: counts, and what could not be had with why. */
export function formatLook(look: Look, page: Page): string {
  const { style } = page;
  const lines = [`${style.bold(clean(look.name))}  ${describeLook(look, style)}`];
  if (look.failure !== undefined) lines.push(...formatFailure(look.failure, page));
  for (const failure of look.lost.slice(0, LOST_SHOWN)) lines.push(...formatFailure(failure, page));
  if (look.lost.length > LOST_SHOWN)
    lines.push(`  and ${look.lost.length - LOST_SHOWN} more; --format json names them all`);
  if (look.leftWhy !== undefined) lines.push(...formatFailure(look.leftWhy, page));
  return `${lines.join('\n')}\n`;
}

function describeLook({ state, kept, known, lost, left, items, nextDue }: Look, style: Style): string {
  const until = formatMinute(nextDue);
  if (state === 'failing') return `${style.bad('failing')}, asked again ${until}`;
  if (state === 'waiting')
    return `${style.warn('not asked')}, left alone until ${until}: tocsin sources tells why`;
  const parts = [
    ...(kept > 0 ? [style.good(`${kept} kept`)] : []),
    ...(known > 0 ? [`${known} known already`] : []),
    ...(lost.length > 0 ? [style.bad(`${lost.length} lost`)] : []),
    ...(left > 0 ? [`${left} left for the next look`] : []),
  ];
  if (parts.length > 0) return parts.join(', ');
  if (items === undefined) return 'unchanged';
  return items === 0 ? 'an empty feed' : 'nothing new';
}

function formatFailure(failure: PageError, { width, style }: Page): readonly string[] {
  const { source, problem, remedy } = splitPageError(failure);
  const why = wrap(clean(`${problem}. ${remedy}`), width - 4);
  return [`  ${clean(source)}`, ...why.map((line) => `    ${style.dim(line)}`)];
}

/** A look as plain data, with its failures taken apart. */
export function makeLookLine(look: Look): Readonly<Record<string, unknown>> {
  const { failure, leftWhy, lost, ...plain } = look;
  return {
    ...plain,
    lost: lost.map(splitPageError),
    ...(failure === undefined ? {} : { failure: splitPageError(failure) }),
    ...(leftWhy === undefined ? {} : { leftWhy: splitPageError(leftWhy) }),
  };
}

/** What came of all looks, in one line. */
export function formatCollectTally(tally: CollectTally, { style }: Page): string {
  const { sources, alive, failing, waiting, kept, known, lost, left } = tally;
  const parts = [
    `${alive} of ${sources} ${sources === 1 ? 'source' : 'sources'} alive`,
    ...(failing > 0 ? [style.bad(`${failing} failing`)] : []),
    ...(waiting > 0 ? [style.warn(`${waiting} not asked`)] : []),
    style.good(`${kept} kept`),
    ...(known > 0 ? [`${known} known already`] : []),
    lost === 0 ? '0 lost' : style.bad(`${lost} lost`),
    ...(left > 0 ? [`${left} left for the next look`] : []),
  ];
  const stopped = tally.isStopped
    ? 'Stopped before the end. What is counted here is kept; the same command goes on where it stopped.\n'
    : '';
  return `${parts.join(', ')}\n${stopped}`;
}

/** Sources with how they have been answering, for people. */
export function formatHealth(health: readonly SourceHealth[], page: Page): string {
  return health.map((each) => `${formatOne(each, page).join('\n')}\n`).join('\n');
}

function formatOne(health: SourceHealth, { width, style }: Page): readonly string[] {
  const { state, name, source, feed, kept, lost, failures, lastSuccess, lastItem, nextDue, problem } = health;
  const paint = { new: style.dim, alive: style.good, failing: style.bad }[state];
  const since = failures > 1 ? ` ${failures} times in a row` : '';
  const facts = [
    `${kept} kept`,
    `${lost} lost`,
    lastSuccess === undefined ? 'never answered' : `last answered ${formatMinute(lastSuccess)}`,
    ...(lastItem === undefined ? [] : [`last new item ${formatMinute(lastItem)}`]),
    ...(health.paused === true
      ? ['paused']
      : nextDue === undefined
        ? []
        : [`next look ${formatMinute(nextDue)}`]),
  ];
  return [
    `${style.bold(clean(name))} ${style.dim(`(${source})`)}  ${paint(state)}${since}`,
    `  ${clean(feed)}`,
    ...wrap(facts.join(', '), width - 2).map((line) => `  ${line}`),
    ...(problem === undefined ? [] : formatProblem(problem, feed, { width, style })),
  ];
}

/** What is wrong, without the feed's address where that stands above it already. */
function formatProblem(problem: string, feed: string, { width, style }: Page): readonly string[] {
  const own = `${feed}: `;
  const said = problem.startsWith(own) ? problem.slice(own.length) : problem;
  return wrap(clean(said), width - 4).map((line) => `    ${style.dim(line)}`);
}

function formatMinute(iso: string): string {
  return formatDate(`${iso.slice(0, 16)}Z`);
}
