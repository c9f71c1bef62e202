import type { Caption, Removed } from '../../model/document.ts';
import { parseCaption } from './captions.ts';
import { type DayMonthOrder, findDate } from './dates.ts';
import type { Content } from './html.ts';
import { findIncomplete } from './incomplete.ts';
import { findByline, isBareName, isClosingCredit } from './lines.ts';
import { findHeaders } from './messageheaders.ts';
import { splitMessage } from './messageparts.ts';
import { splitParagraphs, type TextLine } from './paragraphs.ts';
import { decideBody, findLineWhy, isCaptionLabel, isRunning } from './plainbody.ts';
import { type FoundPost, LEAST_POSTS } from './posts.ts';
import { dropPrintMarks } from './printmarks.ts';
import { findDayMonthOrder } from './published.ts';
import { endsSentence, measureLength } from './select.ts';
import type { Evidenced } from './title.ts';

/** What the lines of a page were found to be. */
interface Findings {
  title?: string;
  titleEvidence?: string;
  published?: string;
  byline?: string;
  readonly paragraphs: string[];
  readonly captions: Caption[];
  readonly removed: Removed[];
  readonly posts: FoundPost[];
  /** Time of the entry that the next paragraph begins. */
  stamp?: string | undefined;
}

/**
 * Reads plain text: a page copied or converted to text, with whatever of its site came along, a press wire, a mail,
 * or nothing but paragraphs. What is furniture is told by the shape, words and place of lines alone.
 */
export function readPlain(source: string, context: { host?: string; seen: string }): Content {
  const { headers, body } = findHeaders(source);
  const message = headers.removed.length > 0 ? splitMessage(body) : { body, removed: [] };
  const { lines: all, cut } = splitParagraphs(message.body);
  const { lines, removed: marks } = dropPrintMarks(all);
  const order = findDayMonthOrder(
    lines.filter((line) => line.text.length <= 140).map((line) => line.text),
    undefined,
    context.host,
  );
  const findings: Findings = {
    paragraphs: [],
    captions: [],
    removed: [...headers.removed],
    posts: [],
  };
  if (headers.subject !== undefined)
    Object.assign(findings, { title: headers.subject, titleEvidence: 'subject line' });
  const start = readHead(lines, findings, order);
  readBody(lines.slice(start), findings, order);
  findings.removed.push(...marks, ...message.removed);
  if (cut !== undefined) findings.removed.push({ text: cut, why: 'beyond the bound' });
  return makeContent(findings, headers);
}

function makeContent(findings: Findings, headers: { date?: string; from?: string }): Content {
  const {
    title,
    titleEvidence = 'first headline-like line',
    published,
    paragraphs,
    captions,
    removed,
  } = findings;
  const byline = findPlainByline(findings, headers);
  const date = published === undefined ? headers.date : published;
  const evidence = published === undefined ? 'date header' : 'visible date line';
  const incomplete = findIncomplete({
    lines: removed.map((piece) => ({ text: piece.text, why: piece.why })),
    length: paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0),
    last: paragraphs.at(-1),
  });
  return {
    paragraphs,
    captions,
    removed,
    ...(incomplete === undefined ? {} : { incomplete }),
    ...(findings.posts.length < LEAST_POSTS ? {} : { posts: findings.posts }),
    ...(title === undefined ? {} : { title: { value: title, evidence: titleEvidence } }),
    ...(date === undefined ? {} : { published: { value: date, evidence } }),
    ...(byline === undefined ? {} : { byline }),
  };
}

function findPlainByline(
  { byline, paragraphs }: Findings,
  { from }: { from?: string },
): Evidenced | undefined {
  if (byline !== undefined) return { value: byline, evidence: 'visible byline' };
  if (from !== undefined) return { value: from, evidence: 'sender of the message' };
  const agency = findDatelineAgency(paragraphs[0]);
  return agency === undefined ? undefined : { value: agency, evidence: 'agency in the dateline' };
}

/** Lines at the top that are looked at before the text must have begun. */
const LONGEST_HEAD = 60;

/** Everything before the first running text: finds the title there, and says what the rest is. */
function readHead(lines: readonly TextLine[], findings: Findings, order: DayMonthOrder | undefined): number {
  const start = findStart(lines, order);
  const head = lines.slice(0, start);
  const whys = head.map((line) => findLineWhy(line.text, order) ?? findHeadWhy(line));
  const titleAt = findings.title === undefined ? chooseTitle(head, whys) : -1;
  markNames(head, whys, titleAt);
  // With no running text below, what was taken for a head is the text itself.
  if (start === lines.length && (titleAt < 0 || isOnlySentence(head, whys, titleAt))) return 0;
  head.forEach((line, i) => {
    if (i === titleAt) {
      findings.title = line.text;
      findings.removed.push({ text: line.text, why: 'title' });
      return;
    }
    const why = whys[i] ?? (i < titleAt ? 'label' : undefined);
    if (why === undefined && isRepeatedTitle(line.text, findings.title))
      findings.removed.push({ text: line.text, why: 'title' });
    else take(line.text, why, findings, order);
  });
  return start;
}

const ENDS_SENTENCE = /[.!?…]["”’')]*$/;

/** A short text of one line, piped in or pasted: a whole sentence with nothing below it is no title. */
function isOnlySentence(
  head: readonly TextLine[],
  whys: readonly (string | undefined)[],
  titleAt: number,
): boolean {
  return (
    ENDS_SENTENCE.test(head[titleAt]!.text) && whys.every((why, i) => i === titleAt || why !== undefined)
  );
}

/** A bare name below the title, beside a date or what the person is, is the author's. */
function markNames(head: readonly TextLine[], whys: (string | undefined)[], titleAt: number): void {
  for (let i = titleAt + 1; i < head.length && titleAt >= 0; i++) {
    const isBeside = [whys[i - 1], whys[i + 1]].some((why) => why === 'date line' || why === 'byline');
    if (whys[i] === undefined && isBeside && isBareName(head[i]!.text)) whys[i] = 'byline';
  }
}

function findStart(lines: readonly TextLine[], order: DayMonthOrder | undefined): number {
  const limit = Math.min(lines.length, LONGEST_HEAD);
  for (let i = 0; i < limit; i++) {
    const { text } = lines[i]!;
    if (isRunning(text) && findLineWhy(text, order) === undefined && !isLongTitle(lines, i, order)) return i;
  }
  return limit;
}

/** A title may read like a sentence; the date or author below it gives it away. */
function isLongTitle(lines: readonly TextLine[], at: number, order: DayMonthOrder | undefined): boolean {
  if (lines[at]!.text.length >= 200) return false;
  const above = lines.slice(0, at);
  const hasTitle =
    chooseTitle(
      above,
      above.map((line) => findLineWhy(line.text, order) ?? findHeadWhy(line)),
    ) >= 0;
  if (hasTitle) return false;
  return lines
    .slice(at + 1, at + 4)
    .some(({ text }) => ['date line', 'byline'].includes(findLineWhy(text, order) ?? ''));
}

function isRepeatedTitle(text: string, title: string | undefined): boolean {
  return title !== undefined && text.toLowerCase() === title.toLowerCase();
}

/** Files a line under what it was found to be. */
function take(
  text: string,
  why: string | undefined,
  findings: Findings,
  order: DayMonthOrder | undefined,
): void {
  if (why === undefined) {
    const { stamp } = findings;
    if (stamp !== undefined) findings.posts.push({ paragraph: findings.paragraphs.length, shown: stamp });
    findings.stamp = undefined;
    findings.paragraphs.push(text);
    return;
  }
  if (why === 'time stamp') findings.stamp = text;
  findings.removed.push({ text, why });
  if (why === 'caption' && !isCaptionLabel(text)) findings.captions.push(parseCaption(text));
  if (why === 'date line') {
    const date = findDate(text, order);
    setOnce(findings, 'published', date?.iso);
    // "By Ilse Okafor - May 3, 2031"
    setOnce(findings, 'byline', findByline(text.slice(0, date?.start ?? 0)));
    const rest = text.slice(date?.end ?? text.length).replace(/^[\s|,·•–—-]{1,5}/u, '');
    setOnce(findings, 'byline', isBareName(rest) ? rest : undefined);
  }
  if (why === 'byline' && !isClosingCredit(text))
    setOnce(findings, 'byline', findByline(text) ?? (isBareName(text) ? text : undefined));
}

function setOnce(findings: Findings, key: 'published' | 'byline', value: string | undefined): void {
  if (value !== undefined) findings[key] ??= value;
}

/** A title has some words, no full stop and no shape of furniture; the first such line, a longer one before a short one. */
function chooseTitle(head: readonly TextLine[], whys: readonly (string | undefined)[]): number {
  let best = -1;
  let bestScore = 0;
  head.forEach((line, i) => {
    if (whys[i] !== undefined || line.text.length > 250) return;
    const words = line.text.split(' ').length;
    const isShort = words < 4 && measureLength(line.text) < 24;
    const isSentence = endsSentence(line.text) && !/[?!”"’'»]$/.test(line.text);
    const score = (isShort ? 1 : 4) - (isSentence ? 2.5 : 0) - i * 0.01;
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  });
  return best;
}

/** Lines of one or two short words, codes and marks before a text are labels of the site or wire. */
function findHeadWhy({ text, isAlone }: TextLine): string | undefined {
  if (/^[A-Z0-9][A-Z0-9._/-]{0,14}$/.test(text) && (/\d/.test(text) || text.length <= 3)) return 'code';
  if (/^[^.!?]{1,60}\s[»›>|/→]\s[^.!?]{1,60}(?:\s[»›>|/→]\s[^.!?]{1,80}){0,5}$/u.test(text))
    return 'navigation';
  if (/^(?:https?:\/\/|www\.)\S{1,300}$/i.test(text)) return 'address';
  if (
    /^(?:urgent|update|breaking|flash|bulletin|alert|exclusive|eilmeldung|urgente)(?:[\s:!-]{0,3}\d{0,2})$/i.test(
      text,
    )
  )
    return 'label';
  if (/^[A-Z]{2,4}-[\p{L}\d-]{2,40}(?:,.{0,60})?$/u.test(text)) return 'code';
  return isAlone && !/\s/.test(text) && text.length <= 20 ? 'label' : undefined;
}

function readBody(lines: readonly TextLine[], findings: Findings, order: DayMonthOrder | undefined): void {
  const whys = decideBody(lines, order);
  lines.forEach(({ text }, i) => {
    take(text, whys[i], findings, order);
  });
}

const DATELINE =
  /^[\p{Lu}][\p{L} .,'’/-]{1,60}?(?:,?\s\p{L}{3,9}\.?\s\d{1,2})?\s{0,2}\((AP|AFP|Reuters|REUTERS|dpa|DPA|EFE|UPI|Xinhua|TASS|ANSA|Kyodo|PTI|ANI|IANS|AA|Interfax|RFE\/RL|Bloomberg)\)\s{0,2}[-–—.:]/u;

/** The agency in a dateline: `BAGHDAD (Reuters) -`. The dateline itself stays in the text. */
function findDatelineAgency(paragraph: string | undefined): string | undefined {
  return paragraph === undefined ? undefined : DATELINE.exec(paragraph.slice(0, 120))?.[1];
}
