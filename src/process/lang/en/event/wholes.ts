import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { viewOf, wordAt } from '../../../sentence/view.ts';
import type { EventDraft } from './draft.ts';

const SERIES = new Set('series wave string spate campaign sequence succession'.split(' '));
/** How far behind "part of" the word of the whole may stand. */
const REACH = 7;

/**
 * What each event is said to be part of: "as part of the offensive", "the latest in a series of attacks". Position in
 * the list of drafts, or undefined.
 */
export function findWholes(drafts: readonly EventDraft[]): readonly (number | undefined)[] {
  const wholes: (number | undefined)[] = drafts.map(() => undefined);
  let from = 0;
  while (from < drafts.length) {
    let to = from + 1;
    while (to < drafts.length && drafts[to]!.sentence === drafts[from]!.sentence) to++;
    if (to - from > 1) findHere(drafts, wholes, { from, to });
    from = to;
  }
  return wholes;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function findHere(
  drafts: readonly EventDraft[],
  wholes: (number | undefined)[],
  { from, to }: Stretch,
): void {
  const { sentence } = drafts[from]!;
  for (const at of findPhrases(sentence)) {
    const whole = indexBetween(drafts, { from, to }, (index) => isNamed(sentence, at, index));
    if (whole === undefined) continue;
    const before = indexBetween(drafts, { from, to }, (index) => index < at, true);
    // "As part of the offensive, jets bombed a bridge."
    const behind = isOpening(sentence, at)
      ? indexBetween(drafts, { from, to }, (index) => index > drafts[whole]!.trigger.index)
      : undefined;
    const part = behind ?? before;
    if (part !== undefined && part !== whole) wholes[part] ??= whole;
  }
}

/** Whether the word is what "of" names: "part of a wave of attacks", not "part of the city after the attacks". */
const isNamed = (sentence: ParsedSentence, of: number, index: number) =>
  index > of &&
  index - of <= REACH &&
  sentence.tokens
    .slice(of + 1, index)
    .every(
      ({ upos, text }) =>
        !['VERB', 'AUX', 'SCONJ', 'CCONJ'].includes(upos) && (upos !== 'ADP' || text === 'of'),
    );

/** Tokens after which a whole is named: the "of" of "part of", of "in a series of". */
function findPhrases(sentence: ParsedSentence): readonly number[] {
  const found: number[] = [];
  const { words, lemmas } = viewOf(sentence);
  for (let i = 0; i + 1 < words.length; i++) {
    if (words[i + 1] !== 'of') continue;
    if (words[i] === 'part') found.push(i + 1);
    else if (SERIES.has(lemmas[i]!) && isIn(sentence, i)) found.push(i + 1);
  }
  return found;
}

/** "the latest in a series", "the third in a string", "one of a wave". */
function isIn(sentence: ParsedSentence, series: number): boolean {
  for (let i = series - 1; i > 0 && i >= series - 4; i--) {
    const word = wordAt(sentence, i);
    if (word === 'in' || word === 'of') return RANKED.test(wordAt(sentence, i - 1));
  }
  return false;
}

const RANKED =
  /^(?:latest|last|newest|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|one|another|\d{1,3}(?:st|nd|rd|th))$/;

/** "As part of …" at the beginning or right behind a comma. */
function isOpening(sentence: ParsedSentence, of: number): boolean {
  const as = wordAt(sentence, of - 2) === 'as' ? of - 2 : wordAt(sentence, of - 3) === 'as' ? of - 3 : -1;
  return as === 0 || (as > 0 && wordAt(sentence, as - 1) === ',');
}

function indexBetween(
  drafts: readonly EventDraft[],
  { from, to }: Stretch,
  isWanted: (index: number) => boolean,
  isLast = false,
): number | undefined {
  let found: number | undefined;
  for (let i = from; i < to; i++) {
    const { trigger, repeats } = drafts[i]!;
    if (repeats !== undefined || !isWanted(trigger.index)) continue;
    if (!isLast) return i;
    found = i;
  }
  return found;
}
