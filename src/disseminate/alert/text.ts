import type { Alert, AnyAlert, SearchAlert } from '../../model/alert.ts';
import type { Brief } from '../../model/brief.ts';
import { formatInterval, formatPercent } from '../../model/probability.ts';
import { formatDate } from '../../text/dates.ts';

/** The longest message that Telegram takes, in UTF-16 code units. */
export const MAX_MESSAGE = 4096;

const MAX_TITLE = 200;
const MAX_REASON = 240;

/**
 * An alert as plain text, without any markup that could be broken or abused: for a chat, a mail, a screen.
 *
 * @example
 * formatAlert(alert).split('\n')[0]; // 'TLP:GREEN  ELEVATED: Blockade of the pier'
 */
export function formatAlert(alert: Alert): string {
  const head = formatHead(alert);
  const foot = formatFoot(alert);
  const lines: string[] = [];
  // What comes after the reasons must not be cut off: they give way.
  let left = MAX_MESSAGE - [...head, ...foot].join('\n').length - 60;
  const reasons = formatReasons(alert);
  for (const [index, line] of reasons.entries()) {
    if (line.length + 1 > left) {
      lines.push(`… and ${reasons.length - index} more`);
      break;
    }
    lines.push(line);
    left -= line.length + 1;
  }
  return [...head, ...lines, ...foot].join('\n');
}

/**
 * A brief as plain text: its bottom line and as many sentences as fit. The signed file, which says all of it, is for whoever can check it.
 *
 * @example
 * formatBriefMessage(brief).split('\n')[0]; // 'TLP:GREEN  Brief: Blockade of the pier'
 */
export function formatBriefMessage({ tlp, title, question, asOf, sections, edited, engine }: Brief): string {
  const by = edited?.record.at(-1)?.by;
  const head = [`TLP:${tidy(tlp, 20)}  Brief: ${tidy(title, MAX_TITLE)}`, tidy(question, 2 * MAX_TITLE)];
  const edit = by === undefined ? '' : `, edited by ${tidy(by, 80)}`;
  const foot = ['', `As of ${formatDate(asOf)}${edit}. ${tidy(engine, 60)}`];
  const lines: string[] = [];
  let left = MAX_MESSAGE - [...head, ...foot].join('\n').length - 60;
  const all = sections.flatMap(({ heading, sentences }) => [
    '',
    `${tidy(heading, MAX_TITLE)}:`,
    ...sentences.map(({ text, own }) => {
      const author = own === undefined ? '' : ` (analyst: ${tidy(own.by, 80)})`;
      return `• ${tidy(text, 2 * MAX_REASON)}${author}`;
    }),
  ]);
  for (const line of all) {
    if (line.length + 1 > left) {
      lines.push('…');
      break;
    }
    lines.push(line);
    left -= line.length + 1;
  }
  return [...head, ...lines, ...foot].join('\n');
}

/** Whatever is sent, as plain text. */
export function formatAnyAlert(alert: AnyAlert): string {
  return alert.kind === 'alert' ? formatAlert(alert) : formatSearchAlert(alert);
}

/**
 * What a saved search newly found, with the words of it.
 *
 * @example
 * formatSearchAlert(alert).split('\n')[0]; // 'TLP:AMBER  Saved search: Blockade of the pier'
 */
export function formatSearchAlert(alert: SearchAlert): string {
  const { tlp, title, found, count, untold, asOf, engine, id } = alert;
  const lines = [
    `TLP:${tidy(tlp, 20)}  Saved search: ${tidy(title, MAX_TITLE)}`,
    `New: ${count} ${count === 1 ? 'hit' : 'hits'} on one happening.`,
    '',
    ...found.map(({ text, outlet, published }) => {
      const from = [outlet, published?.slice(0, 10)].filter((fact) => fact !== undefined).join(', ');
      return `• ${tidy(text, MAX_REASON)}${from === '' ? '' : ` (${tidy(from, MAX_TITLE)})`}`;
    }),
    ...(untold === undefined
      ? []
      : [
          '',
          `${untold} more ${untold === 1 ? 'happening is' : 'happenings are'} not told today: open the search.`,
        ]),
  ];
  return [...lines, '', `As of ${formatDate(asOf)}. ${tidy(engine, 60)}, ${tidy(id, 60)}`]
    .join('\n')
    .slice(0, MAX_MESSAGE);
}

function formatHead({
  level,
  previousLevel,
  title,
  question,
  horizon,
  probability,
  baseRate,
  tlp,
  told = [],
}: Alert): readonly string[] {
  return [
    // The marking stands before what it marks, as TLP 2.0 wants it.
    `TLP:${tidy(tlp, 20)}  ${level.toUpperCase()}: ${tidy(title, MAX_TITLE)}`,
    ...(level === 'normal'
      ? [`The alert is over; the level was ${previousLevel}.`]
      : [`Level before: ${previousLevel}.`]),
    ...(told.length === 0 ? [] : [`For ${tidy(told.join('; '), MAX_TITLE)}.`]),
    '',
    tidy(question, 2 * MAX_TITLE),
    `Within ${horizon} ${horizon === 1 ? 'day' : 'days'}: ${probability.word}, ${formatPercent(probability.p)} (80% interval ${formatInterval(probability)}). Base rate: ${formatPercent(baseRate.p)}.`,
  ];
}

function formatReasons({ reasons }: Alert): readonly string[] {
  const list = (direction: 'for' | 'against', heading: string): readonly string[] => {
    const found = reasons.filter((reason) => reason.direction === direction);
    if (found.length === 0) return [];
    return ['', heading, ...found.map(({ text }) => `• ${tidy(text, MAX_REASON)}`)];
  };
  return [...list('for', 'For:'), ...list('against', 'Against:')];
}

function formatFoot({ asOf, update, id, engine }: Alert): readonly string[] {
  return [
    '',
    `As of ${formatDate(asOf)}${update > 1 ? `, update ${update}` : ''}. ${tidy(engine, 60)}, ${tidy(id, 60)}`,
  ];
}

/** On one line, without control characters and marks that turn the direction of what follows, and not too long. */
function tidy(text: string, longest: number): string {
  const plain = text
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replace(/[\p{Surrogate}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
  if (plain.length <= longest) return plain;
  // Not through the middle of a pair.
  return `${plain
    .slice(0, longest - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
