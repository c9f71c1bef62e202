import type { LedgerCheck } from '../../analyse/ledger/verify/verify.ts';
import type { Forecast, LedgerEntry, Settlement } from '../../model/forecast.ts';
import { formatInterval, formatPercent } from '../../model/probability.ts';
import { formatDate } from '../../text/dates.ts';
import type { Style } from './terminal.ts';
import { clean, wrapFacts } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/**
 * Ledger entries in the order in which they are given, each with what it says.
 *
 * @param form.all The ledger as far as it is known: what came of a forecast stands in another entry.
 */
export function formatEntries(
  entries: readonly LedgerEntry[],
  { all, ...form }: Form & { readonly all: readonly LedgerEntry[] },
): string {
  if (entries.length === 0) return 'No forecast has been filed.\n';
  const numbers = new Map(all.map(({ hash, number }) => [hash, number]));
  const outcomes = new Map(
    all.flatMap(({ content }) =>
      content.kind === 'settlement' ? [[content.forecast, content.outcome] as const] : [],
    ),
  );
  const blocks = entries.map((entry) => {
    const { content } = entry;
    const facts =
      content.kind === 'forecast'
        ? listForecast(content, outcomes.get(entry.hash))
        : listSettlement(content, numbers.get(content.forecast));
    return formatBlock(entry, facts, form);
  });
  const more =
    entries.length < all.length ? form.style.dim(`${all.length - entries.length} more; see --limit.\n`) : '';
  return `${blocks.join('\n')}${more}`;
}

function formatBlock(
  { number, filed, content, hash }: LedgerEntry,
  facts: readonly string[],
  { width, style }: Form,
): string {
  const head = `${style.bold(`${number}`)}  ${clean(content.problem)}  ${style.dim(`filed ${formatDate(filed)}  ${hash.slice(0, 'sha256:'.length + 12)}`)}`;
  return `${[head, ...wrapFacts(facts, width - 4).map((line) => `    ${line}`)].join('\n')}\n`;
}

function listForecast(forecast: Forecast, outcome: Settlement['outcome'] | undefined): readonly string[] {
  const { horizon, until, probability, baseRate, level, confidence, cause, replayed } = forecast;
  return [
    `${horizon} ${horizon === 1 ? 'day' : 'days'}, to ${formatDate(until)}`,
    `${probability.word}, ${formatPercent(probability.p)} (${formatInterval(probability)})`,
    `base rate ${formatPercent(baseRate.p)}`,
    level,
    `confidence ${confidence}`,
    cause,
    ...(replayed === true ? ['replayed'] : []),
    outcome === undefined || outcome === 'open' ? 'open' : `came out ${outcome}`,
  ];
}

function listSettlement(
  { outcome, day, incident, late, corrects, why }: Settlement,
  number: number | undefined,
): readonly string[] {
  return [
    `${number === undefined ? 'a forecast' : `forecast ${number}`} ${outcome === 'open' ? 'is open again' : `came out ${outcome}`}`,
    ...(corrects === undefined ? [] : ['corrects an earlier settlement']),
    ...(day === undefined ? [] : [formatDate(day)]),
    ...(incident === undefined ? [] : [`incident ${clean(incident)}`]),
    ...(late === true ? ['settled late'] : []),
    ...(why === undefined ? [] : [clean(why)]),
  ];
}

/** What checking a ledger showed, each failure with its line. */
export function formatLedgerCheck(
  { entries, ok, failures, failed, last, anchors = 0 }: LedgerCheck,
  { name, style }: Form & { readonly name: string },
): string {
  const count = `${entries} ${entries === 1 ? 'entry' : 'entries'}`;
  const end = last === undefined ? '' : `Last: number ${last.number}, ${last.hash}\n`;
  const held =
    anchors === 0
      ? ''
      : `, and fits what ${anchors} ${anchors === 1 ? 'signed file says' : 'signed files say'}`;
  if (entries === 0 && ok)
    return `${style.warn('!')} ${clean(name)}: no entries, so that nothing was checked\n`;
  if (ok) return `${style.good('✓')} ${clean(name)}: ${count}, nothing was changed${held}\n${end}`;
  const lines = failures.map(({ line, problem }) => `  line ${line}: ${clean(problem)}\n`);
  const more = failed > failures.length ? `  and ${failed - failures.length} more\n` : '';
  return `${style.bad('✗')} ${clean(name)}: ${count}, ${failed} ${failed === 1 ? 'failure' : 'failures'}\n${lines.join('')}${more}${end}`;
}
