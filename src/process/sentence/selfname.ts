import type { ParsedSentence } from './parsed.ts';

/** First and last token of a name. */
export interface NameRange {
  readonly first: number;
  readonly last: number;
}

/** Words inside a name that begin with no capital: "Sons of the River", "Saraya Awliya al-Dam". */
const JOINTS = new Set([
  'of',
  'the',
  'al',
  'el',
  'ul',
  'as',
  'ad',
  'ash',
  'an',
  'ar',
  'for',
  'and',
  '-',
  '–',
  "'",
  '’',
  'ʿ',
]);
const LONGEST = 10;

/**
 * The name that somebody gives himself or is known by, right behind the noun for him: "a group that calls itself Sons
 * of the River", "a militia known as Raba Allah". Undefined where no capitalised name follows.
 *
 * @param noun index of the noun: "group", "militia"
 */
export function findSelfName(sentence: ParsedSentence, noun: number): NameRange | undefined {
  const wordAt = (i: number) => sentence.tokens[i]?.text.toLowerCase() ?? '';
  let i = noun + 1;
  if (wordAt(i) === ',') i++;
  if (['that', 'which', 'who'].includes(wordAt(i))) i++;
  const verb = sentence.tokens[i];
  const isCalling =
    verb?.lemma === 'call' && ['itself', 'themselves', 'himself', 'herself'].includes(wordAt(i + 1));
  if (isCalling) return readName(sentence, i + 2);
  if (['is', 'are', 'was', 'were'].includes(wordAt(i))) i++;
  const isAs = wordAt(i) === 'known' && wordAt(i + 1) === 'as';
  if (isAs) return readName(sentence, i + 2);
  return ['named', 'called', 'dubbed'].includes(wordAt(i)) ? readName(sentence, i + 1) : undefined;
}

const isUpper = (text: string) => text[0] !== text[0]!.toLowerCase();

function readName({ tokens }: ParsedSentence, from: number): NameRange | undefined {
  let first = from;
  if (/^(?:the|“|"|‘)$/i.test(tokens[first]?.text ?? '')) first++;
  if (/^the$/i.test(tokens[first]?.text ?? '')) first++;
  let last = first - 1;
  for (let i = first; i < tokens.length && i < first + LONGEST; i++) {
    const { text } = tokens[i]!;
    if (isUpper(text)) last = i;
    else if (i === first || !JOINTS.has(text.toLowerCase())) break;
  }
  return last < first ? undefined : { first, last };
}
