import type { Board, BoardRow } from '../../model/desk.ts';
import type { Probability } from '../../model/probability.ts';
import { formatInterval, formatPercent } from '../../model/probability.ts';
import { formatDate } from '../../text/dates.ts';
import type { Style } from './terminal.ts';
import { clean, measure, shorten, wrap, wrapFacts } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/** Cells of a bar. */
const CELLS = 30;
const BAR = { reached: '█', possible: '░', rest: '·', base: '┃' } as const;

/** Every warning problem at a glance. */
export function formatBoard(board: Board, form: Form): string {
  const { style, width } = form;
  const head = style.dim(`As of ${formatDate(board.asOf)}`);
  const blocks = board.rows.map((row) => formatRow(row, form).join('\n'));
  if (blocks.length === 0) blocks.push('No warning problem is watched.');
  else
    blocks.push(
      style.dim(
        `${BAR.reached} probability  ${BAR.possible} up to the end of its interval of 80%  ${BAR.base} base rate`,
      ),
    );
  const failures = board.failures.flatMap((failure) =>
    wrap(clean(failure), width - 2).map((line, index) => (index === 0 ? style.bad(line) : `  ${line}`)),
  );
  return `${[head, ...blocks, ...(failures.length === 0 ? [] : [failures.join('\n')])].join('\n\n')}\n`;
}

function formatRow(row: BoardRow, { width, style }: Form): readonly string[] {
  const indent = '  ';
  const room = width - indent.length;
  const number = [
    style.bold(formatPercent(row.probability.p)),
    row.probability.word,
    formatInterval(row.probability),
    `base rate ${formatPercent(row.baseRate.p)}`,
    formatChange(row.change),
  ].filter((part) => part !== '');
  return [
    `${style.bold(shorten(clean(row.title), width))}  ${style.dim(clean(row.problem))}`,
    ...wrapFacts([`level ${row.level}`, `confidence ${row.confidence}`], room).map((line) => indent + line),
    ...(row.told === undefined
      ? []
      : wrap(`told: ${row.told.map(clean).join('; ')}`, room).map((line) => indent + style.dim(line))),
    ...wrap(`${clean(row.question)} (${row.horizon} days)`, room).map((line) => indent + style.dim(line)),
    `${indent}${drawBar(row.probability, row.baseRate)}`,
    ...wrapFacts(number, room).map((line) => indent + line),
    ...formatList(
      'for',
      row.for.map(({ title }) => title),
      { width: room, style },
    ).map((line) => indent + line),
    ...formatList(
      'against',
      row.against.map(({ title }) => title),
      { width: room, style },
    ).map((line) => indent + line),
    ...(row.nextWindow === undefined
      ? []
      : formatList('window', [`${row.nextWindow.title}, ${formatDate(row.nextWindow.day)}`], {
          width: room,
          style,
        }).map((line) => indent + line)),
    ...formatSilence(row, { width: room, style }).map((line) => indent + line),
    ...formatNewest(row, { width: room, style }).map((line) => indent + line),
  ];
}

/**
 * A probability as a bar from 0 to 100%, with a tick where the base rate is.
 *
 * @example
 * drawBar(probability, baseRate); // '███┃████████░░░░░░············'
 */
export function drawBar({ p, high }: Probability, base: Probability): string {
  const tick = Math.min(CELLS - 1, Math.floor(base.p * CELLS));
  return Array.from({ length: CELLS }, (_, cell) => {
    const middle = (cell + 0.5) / CELLS;
    if (cell === tick) return BAR.base;
    if (middle <= p) return BAR.reached;
    return middle <= high ? BAR.possible : BAR.rest;
  }).join('');
}

function formatChange(change: number | undefined): string {
  if (change === undefined) return '';
  const points = Math.round(change * 100);
  if (points === 0) return 'as a day before';
  const unit = Math.abs(points) === 1 ? 'point' : 'points';
  return `${points > 0 ? '+' : '−'}${Math.abs(points)} ${unit} since a day before`;
}

const NAME_WIDTH = 9;
/** Reasons that are named on each side. */
const MOST_REASONS = 6;

/** A name, and behind it the entries on as many lines as they need. */
function formatList(name: string, entries: readonly string[], { width, style }: Form): readonly string[] {
  if (entries.length === 0) return [];
  const shown = entries.slice(0, MOST_REASONS).map(clean);
  const left = entries.length - shown.length;
  const text = `${shown.join('; ')}${left === 0 ? '' : `; and ${left} more`}`;
  const lines = wrap(text, width - NAME_WIDTH);
  return lines.map((line, index) => `${style.dim((index === 0 ? name : '').padEnd(NAME_WIDTH))}${line}`);
}

const SILENCES = ['looked and not seen', 'not observed', 'cannot be seen'] as const;

/** What is not reported, behind how many of the sources are there; and whether weights are words or learned. */
function formatSilence({ silent = [], coverage, weights }: BoardRow, form: Form): readonly string[] {
  const lines: string[] = [];
  if (coverage !== undefined) {
    const { expected, delivered, dead = [] } = coverage;
    const lost = dead.length === 0 ? '' : `, dead: ${dead.map(({ name }) => name).join(', ')}`;
    const told = `${delivered.length} of ${expected.length} sources delivered in the last day${lost}`;
    lines.push(...formatList('heard', [told], form));
  }
  const groups = SILENCES.map((state) => ({ state, titles: silent.filter((each) => each.state === state) }));
  const told = groups
    .filter(({ titles }) => titles.length > 0)
    .map(({ state, titles }) => `${state}: ${titles.map(({ title }) => title).join(', ')}`);
  lines.push(...formatList('silent', told, form));
  if (weights !== undefined) {
    const { learned, outcomes, needed } = weights;
    const settled = `${Math.floor(outcomes)} settled outcomes`;
    const source =
      learned === 0 ? `the analyst's words (${settled} of ${needed})` : `${learned} learned from ${settled}`;
    lines.push(...formatList('weights', [source], form));
  }
  return lines;
}

function formatNewest({ newest }: BoardRow, { width, style }: Form): readonly string[] {
  return newest.flatMap(({ title, direction, claim }, index) => {
    const name = style.dim((index === 0 ? 'newest' : '').padEnd(NAME_WIDTH));
    const day = claim.published === undefined ? 'undated' : formatDate(claim.published.slice(0, 10), 'short');
    const id = claim.document.slice('sha256:'.length, 'sha256:'.length + 12);
    const room = width - NAME_WIDTH;
    const head = `${day} ${direction === 'for' ? '+' : '−'} ${clean(title)}`;
    const words = `${clean(claim.outlet ?? 'outlet unknown')}: “${clean(claim.words)}”`;
    return [
      `${name}${shorten(head, room - measure(id) - 1)} ${style.dim(id)}`,
      `${' '.repeat(NAME_WIDTH)}${shorten(words, room)}`,
    ];
  });
}
