import type { Document } from '../../model/document.ts';
import type { Note, Reading } from '../../model/reading.ts';
import { formatDate } from '../../text/dates.ts';
import { formatClaims } from './claims.ts';
import { formatIncidents } from './incidents.ts';
import type { Style } from './terminal.ts';
import { formatTimeline } from './timeline.ts';
import { clean, shorten, wrap, wrapFacts } from './width.ts';

/** Notes that are spelled out; the others are counted. */
const NOTES_SHOWN = 8;

interface Form {
  readonly width: number;
  readonly style: Style;
}

/**
 * A reading for people: what the page is, who says what on whose word, what happened when, and what was not read and why.
 * Everything that came from the page is stripped of what a terminal would obey.
 */
export function formatReading(reading: Reading, form: Form): string {
  const { style } = form;
  const sections: (readonly string[])[] = [formatHead(reading.document, form)];
  const title = (name: string, count: number): string => `${style.bold(name)} ${style.dim(String(count))}`;
  if (reading.claims.length > 0)
    sections.push(
      [title('Claims', reading.claims.length), '', ...formatClaims(reading.claims, form)].slice(0, -1),
    );
  if (reading.events.length > 0)
    sections.push([title('Events', reading.events.length), '', ...formatTimeline(reading, form)]);
  const incidents = reading.incidents ?? [];
  if (incidents.length > 0)
    sections.push([title('Incidents', incidents.length), '', ...formatIncidents(reading, form)]);
  const unread = formatUnread(reading, form);
  if (unread.length > 0) sections.push([style.bold('Not read'), '', ...unread]);
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What stands between two readings. */
export function formatRule({ style, width }: Form): string {
  return `\n${style.dim('─'.repeat(Math.min(width, 60)))}\n\n`;
}

/** Title, outlet and date of a document, and what these rest on. */
export function formatHead(document: Document, { width, style }: Form): readonly string[] {
  const title = wrap(clean(document.title ?? 'No title found'), width).map((line) => style.bold(line));
  const facts = [
    document.outlet === undefined ? 'outlet unknown' : clean(document.outlet),
    document.published === undefined ? 'no date' : formatDate(document.published),
    ...(document.byline === undefined ? [] : [clean(document.byline)]),
    ...(document.language === undefined ? [] : [clean(document.language)]),
    ...(document.version > 1 ? [`version ${document.version}`] : []),
  ];
  const from = document.url ?? document.file;
  const evidence =
    document.publishedEvidence === undefined ? '' : `dated by ${clean(document.publishedEvidence)}`;
  const rest = [
    document.id.slice(0, 'sha256:'.length + 12),
    from === undefined ? '' : shorten(clean(from), width - 24),
    evidence,
  ];
  return [
    ...title,
    ...wrapFacts(facts, width),
    ...wrapFacts(
      rest.filter((part) => part !== ''),
      width,
    ).map((line) => style.dim(line)),
  ];
}

/** What was left out of the text, and what in it was not understood. */
function formatUnread({ document, notes }: Reading, { width, style }: Form): readonly string[] {
  const lines: string[] = [];
  const counts = new Map<string, number>();
  for (const { why } of document.removed) counts.set(why, (counts.get(why) ?? 0) + 1);
  if (counts.size > 0) {
    const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([why, count]) => `${clean(why)} ${count}`);
    lines.push(...hang('left out of the page', parts.join(', '), { width, style }));
  }
  if (document.captions.length > 0)
    lines.push(...hang('captions kept apart', String(document.captions.length), { width, style }));
  for (const note of notes.slice(0, NOTES_SHOWN))
    lines.push(...hang(NOTE_WORDS[note.type], describeNote(note, document), { width, style }));
  const more = notes.length - NOTES_SHOWN;
  if (more > 0) lines.push(`  ${style.dim(`and ${more} more; --format json has them all`)}`);
  return lines;
}

const NOTE_WORDS: Readonly<Record<Note['type'], string>> = {
  unparsed: 'not understood',
  guess: 'guessed',
  skipped: 'passed over',
};

function describeNote(note: Note, document: Document): string {
  const words =
    note.start === undefined || note.end === undefined ? '' : document.text.slice(note.start, note.end);
  return clean(words === '' ? note.why : `“${shorten(words, 80)}”: ${note.why}`);
}

const LABEL = 22;

function hang(label: string, text: string, { width, style }: Form): readonly string[] {
  return wrap(text, Math.max(12, width - LABEL - 2)).map(
    (line, at) => `  ${at === 0 ? style.dim(label.padEnd(LABEL)) : ' '.repeat(LABEL)}${line}`,
  );
}
