import { describePassedOver, type PassedOverByReason } from '../passed-over.ts';
import type { Tally } from '../pipeline.ts';
import { splitPageError } from '../report.ts';
import type { Style } from './terminal.ts';
import { clean, wrap } from './width.ts';

/** Failures that are spelled out for people. */
const FAILURES_SHOWN = 50;

/** What came of adding pages: counts that add up, and each failure with its remedy. */
export function formatTally(
  tally: Tally,
  { width, style }: { readonly width: number; readonly style: Style },
): string {
  const failed = tally.failures.length;
  const counts = [
    style.good(`${tally.added} added`),
    `${tally.changed} changed`,
    tally.reread === 0
      ? `${tally.unchanged} unchanged`
      : `${tally.unchanged} unchanged (${tally.reread} read again)`,
    failed === 0 ? '0 failed' : style.bad(`${failed} failed`),
  ];
  const lines = [counts.join(', '), ...formatSkipped(tally.skipped, { width, style })];
  if (failed > 0) lines.push('', style.bold('Not read'));
  for (const failure of tally.failures.slice(0, FAILURES_SHOWN)) {
    const { source, problem, remedy } = splitPageError(failure);
    lines.push(
      `  ${clean(source)}`,
      ...wrap(clean(`${problem}. ${remedy}`), width - 4).map((line) => `    ${style.dim(line)}`),
    );
  }
  if (failed > FAILURES_SHOWN)
    lines.push(`  and ${failed - FAILURES_SHOWN} more; --format json lists them all`);
  if (tally.isStopped)
    lines.push(
      '',
      'Stopped before the end. What is counted here is kept; the same command goes on where it stopped.',
    );
  return `${lines.join('\n')}\n`;
}

function formatSkipped(
  skipped: PassedOverByReason,
  { width, style }: { readonly width: number; readonly style: Style },
): readonly string[] {
  const told = describePassedOver(skipped);
  return told === undefined ? [] : wrap(clean(told), width).map((line) => style.dim(line));
}
