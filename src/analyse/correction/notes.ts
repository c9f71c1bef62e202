import type { CorrectionNote, NoteType } from '../../model/correction.ts';
import { makeTextSpan, type TextSpan } from '../../model/span.ts';
import { oneOf } from './words.ts';

/** Characters of a paragraph that are looked at, and notes of one text. */
const LONGEST = 1200;
const MOST_NOTES = 12;

const PIECE = oneOf('piece');
const WRONG = oneOf('wrong');

/** `Correction:`, `CORRECTION, 4 December:`, `Editor’s note:` at the head of a paragraph, in brackets or not. */
const HEADING = new RegExp(`^[\\W_]{0,4}(${oneOf('heading')})\\b[^:.\\n]{0,40}?(?::|\\s[–—-]\\s)`, 'i');
const REMARK = new RegExp(`^[\\W_]{0,4}(?:${oneOf('remark')}['’]?s?['’]?\\snote|note to readers)\\b`, 'i');

/** `This story has been retracted`, at the head of a paragraph or behind the heading. */
const UNDONE = new RegExp(
  `^[\\W_]{0,4}(?:[^.:\\n]{0,60}:\\s{0,3})?this ${PIECE} (?:has (?:\\w{1,12} )?been|was|is) (?:\\w{1,12} )?${oneOf('undone')}\\b(?!\\sby\\b)`,
  'i',
);
/** `Harbour Wire has retracted its story`: of another text. */
const TAKES_BACK = new RegExp(
  `\\b(?:has |have |hereby )?${oneOf('takesBack')}\\b[^.\\n]{0,40}?\\b${PIECE}\\b`,
  'i',
);

/** Each shows that a text gives something up, wherever in it. */
const EARLIER = new RegExp(
  `\\b(?:(?:an?|the|our|in)\\s${oneOf('earlier')}\\sversions?\\sof\\s(?:this|our|the)\\s${PIECE}|our\\s${oneOf('earlier')}\\s${PIECE})\\b`,
  'i',
);
const MENDED = new RegExp(
  `^[\\W_]{0,4}(?:[^.:\\n]{0,60}:\\s{0,3})?this ${PIECE} (?:has (?:\\w{1,12} )?been|was) (?:\\w{1,12} )?(?:${oneOf('mended')}|updated to correct)\\b`,
  'i',
);
/** The wires' form: `(Corrects paragraph 2 to say two, not four)`, `(This 3 December story corrects …)`. */
const CORRECTS = new RegExp(`^\\s?[([](?:this[^)\\]\\n]{0,40}?${PIECE} )?corrects\\b`, 'i');

/** Behind these stands what no longer holds. */
const GAVE = [
  new RegExp(
    `\\b${oneOf('earlier')}\\s(?:version|${PIECE})s?\\b[^.\\n]{0,60}?\\b(?:${WRONG}\\s)?(?:${oneOf('said', 'missaid')})\\b(?:\\s${WRONG})?`,
    'gi',
  ),
  new RegExp(`\\b(?:${WRONG}\\s(?:${oneOf('said')})|(?:${oneOf('said')})\\s${WRONG})\\b`, 'gi'),
  new RegExp(`\\b${oneOf('missaid')}\\b`, 'gi'),
  /(?:[,;(]\s?(?:and\s)?not|\brather than|\binstead of)\b/gi,
];

/**
 * What a text says of its publisher's own earlier words: corrections, clarifications and retractions, with the words in which it
 * says what no longer holds. That another outlet was corrected is news like any other and no note.
 *
 * @example
 * findNotes('Correction: An earlier version of this story said that four rockets hit the port. Two did.')[0]?.gaveUp[0]?.text;
 * // 'that four rockets hit the port'
 */
export function findNotes(text: string): readonly CorrectionNote[] {
  const notes: CorrectionNote[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.length > 20 && notes.length < MOST_NOTES) {
      const note = findNote(line.slice(0, LONGEST), start, text);
      if (note !== undefined) notes.push(note);
    }
    start += line.length + 1;
  }
  return notes;
}

function findNote(line: string, start: number, text: string): CorrectionNote | undefined {
  const heading = HEADING.exec(line)?.[1]?.toLowerCase();
  const isHeaded = heading !== undefined || REMARK.test(line);
  const isUndone = UNDONE.test(line);
  const isTakenBack = isHeaded && TAKES_BACK.test(line);
  const earlier = EARLIER.exec(line);
  const gaveUp = findGivenUp(line, start, text);
  const isMended = MENDED.test(line) || CORRECTS.test(line);
  const isEarlier = earlier !== null && gaveUp.some((span) => span.start - start > earlier.index);
  if (!isUndone && !isTakenBack && !isMended && !isEarlier && heading === undefined) {
    if (!isHeaded || gaveUp.length === 0) return undefined;
  }
  const from = isHeaded || isUndone || isMended || !isEarlier ? 0 : findSentenceStart(line, earlier.index);
  return {
    ...makeTextSpan(text, start + from, start + line.trimEnd().length),
    type: chooseType(heading, isUndone || isTakenBack),
    ofItself: isUndone || isMended || /\bthis\b/i.test(earlier?.[0] ?? '') || REMARK.test(line),
    gaveUp: isUndone || isTakenBack ? [] : gaveUp,
  };
}

function chooseType(heading: string | undefined, isUndone: boolean): NoteType {
  if (isUndone || heading === 'retraction') return 'retraction';
  return heading?.startsWith('clarification') === true ? 'clarification' : 'correction';
}

/** The words behind each sign that something was wrong, to the end of the clause. */
function findGivenUp(line: string, start: number, text: string): readonly TextSpan[] {
  const found: TextSpan[] = [];
  for (const pattern of GAVE) {
    for (const { 0: sign, index } of line.matchAll(pattern)) {
      const from = index + sign.length;
      const to = findClauseEnd(line, from, /^[,;(]/.test(sign));
      const words = line.slice(from, to);
      const begin = start + from + (words.length - words.trimStart().length);
      const end = start + from + words.trimEnd().length;
      const isWithin = found.some((other) => begin < other.end && other.start < end);
      if (end > begin && !isWithin) found.push(makeTextSpan(text, begin, end));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The end of a sentence, not the point of an abbreviation; of an apposition also the next comma. */
function findClauseEnd(line: string, from: number, isShort: boolean): number {
  const end = isShort ? /[.;!?,)](?=\s|$)/g : /[.;!?)](?=[\s"”]|$)/g;
  end.lastIndex = from;
  for (let found = end.exec(line); found !== null; found = end.exec(line)) {
    const before = line.slice(Math.max(0, found.index - 2), found.index);
    if (found[0] !== '.' || !/(?:^|[.\s])\p{Lu}$/u.test(before)) return found.index;
  }
  return line.length;
}

function findSentenceStart(line: string, at: number): number {
  const before = line.slice(0, at);
  const last = [...before.matchAll(/[.!?]["”]?\s+/g)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}
