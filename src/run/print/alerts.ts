import type { Delivery } from '../../model/alert.ts';
import type { Store } from '../../store/store.ts';
import type { Style } from './terminal.ts';
import { clean, wrap } from './width.ts';

type Row = Awaited<ReturnType<Store['listAlerts']>>[number];

/** Alerts for people, the newest first: what each says, and what became of it. */
export function formatAlerts(
  rows: readonly Row[],
  { width, style }: { readonly width: number; readonly style: Style },
): string {
  if (rows.length === 0) return 'No alert.\n';
  return `${rows.map((row) => formatRow(row, { width, style }).join('\n')).join('\n\n')}\n`;
}

function formatRow(
  { alert: { content }, isReplayed, deliveries }: Row,
  { width, style }: { readonly width: number; readonly style: Style },
): readonly string[] {
  const what =
    content.kind === 'alert'
      ? `${content.previousLevel} → ${content.level}${content.update > 1 ? `, update ${content.update}` : ''}`
      : `${content.count} found`;
  const facts = [
    content.issued,
    content.id,
    content.tlp,
    ...(isReplayed ? ['made in a replay, sent to nobody'] : []),
  ];
  return [
    `${style.bold(clean(content.title))}  ${what}`,
    ...wrap(facts.join(' · '), width - 2).map((line) => `  ${style.dim(line)}`),
    ...deliveries.map((delivery) => `  ${formatDelivery(delivery, style)}`),
  ];
}

function formatDelivery({ channel, state, update, attempts, problem, at }: Delivery, style: Style): string {
  if (state === 'sent') return `${style.good('✓')} ${channel}: update ${update} arrived ${at}`;
  // Its marking keeps it from there: nothing was tried.
  if (attempts === 0) return `${style.bad('✗')} ${channel}: not sent: ${clean(problem ?? 'not for it')}`;
  const tries = `${attempts} ${attempts === 1 ? 'time' : 'times'}`;
  return `${style.bad('✗')} ${channel}: did not arrive, tried ${tries}, last ${at}${problem === undefined ? '' : `: ${clean(problem)}`}`;
}
