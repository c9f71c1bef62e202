import type { Durations, Status } from '../status.ts';
import type { Style } from './terminal.ts';
import { clean, wrap } from './width.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How a desk is doing, a line for each part of it. */
export function formatStatus(
  { counts, waiting, sources, latency, alerts }: Status,
  { width, style }: { readonly width: number; readonly style: Style },
): string {
  const behind =
    waiting === 0 ? '' : `; ${waiting}${waiting >= 1000 ? ' or more' : ''} not in the picture yet`;
  const lines = [
    `Kept      ${counts.documents} documents, ${counts.claims} claims, ${counts.events} events${behind}`,
    `Sources   ${describeSources(sources, style)}`,
    `Latency   ${describeLatency(latency)}`,
    `Alerts    ${alerts.ofDay} in the last day${alerts.last === undefined ? '' : `, the last ${alerts.last}`}`,
    ...alerts.unsent.map(({ alert, channel, attempts, problem = '' }) =>
      style.bad(
        `          ${alert} did not arrive by ${channel} (${attempts} times tried) ${clean(problem)}`,
      ),
    ),
    ...sources.problems.flatMap(({ name, failures, problem = '' }) => [
      style.bad(`          ${clean(name)} fails${failures > 1 ? `, ${failures} times in a row` : ''}`),
      ...wrap(clean(problem), width - 12).map((line) => `            ${style.dim(line)}`),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function describeSources(
  { alive, failing, new: fresh, paused, answered }: Status['sources'],
  style: Style,
): string {
  if (alive + failing + fresh + paused === 0) return 'none is listed';
  const parts = [
    `${alive} alive`,
    ...(failing > 0 ? [style.bad(`${failing} failing`)] : []),
    ...(fresh > 0 ? [`${fresh} not asked yet`] : []),
    ...(paused > 0 ? [`${paused} paused`] : []),
    ...(answered === undefined ? [] : [`last answer ${answered}`]),
  ];
  return parts.join(', ');
}

function describeLatency({ kept, alerted }: Status['latency']): string {
  const parts = [
    ...(kept === undefined ? [] : [`from publication to kept ${describe(kept)}`]),
    ...(alerted === undefined ? [] : [`from kept to alert ${describe(alerted)}`]),
  ];
  return parts.length === 0
    ? 'nothing came in the last day whose minute of publication is told'
    : parts.join('; ');
}

function describe({ median, p95, of }: Durations): string {
  return `${formatSpan(median)} (95% within ${formatSpan(p95)}, of ${of})`;
}

/** `45 s`, `12 min`, `3 h 20 min`. */
export function formatSpan(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 2 * MINUTE) return `${seconds} s`;
  if (seconds < 2 * HOUR) return `${Math.round(seconds / MINUTE)} min`;
  const minutes = Math.round(seconds / MINUTE);
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}
