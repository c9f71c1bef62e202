import { trimPunctuation } from '../../../sentence/phrase.ts';
import type { CueContext, FrameMatch } from './attribution.ts';
import { extendRight } from './extent.ts';
import type { CueSense } from './lexicon.ts';

/** How many words may stand between a verb of saying and "that" or the opening mark. */
const REACH = 14;

/** Words that may stand between: "said *in a statement on Friday* that", "told *the newspaper*, “". */
const BETWEEN = new Set(['DET', 'NUM', 'ADJ', 'PROPN', 'NOUN', 'PRON', 'ADP', 'ADV', 'PART']);

/**
 * What is said, by the places of words alone: after "that", after an opening mark, or in the quotation that ends right
 * before "he said". News keeps to these patterns, and they hold where the tree went wrong.
 */
export function matchSpoken(context: CueContext, head: number, sense: CueSense): FrameMatch | undefined {
  if (context.quoteOf[head]! >= 0) return undefined;
  const before = sense.frames.has('quote') ? findQuotedBefore(context, head) : undefined;
  if (before !== undefined) return { frame: 'quote', content: before, particles: [] };
  const start = findStartAfter(context, head, sense);
  if (start === undefined) {
    const told = sense.frames.has('quote') ? findToldBefore(context, head) : undefined;
    return told === undefined ? undefined : { frame: 'that', content: told, particles: [] };
  }
  const content = trimPunctuation(context.sentence, extendRight(context, head, [start]));
  return { frame: context.quoteOf[start]! >= 0 ? 'quote' : 'that', content, particles: [] };
}

function findStartAfter(context: CueContext, head: number, sense: CueSense): number | undefined {
  const { tokens } = context.sentence;
  for (let i = head + 1; i < Math.min(tokens.length, head + 2 * REACH); i++) {
    const { upos, text, xpos } = tokens[i]!;
    const isThat =
      text.toLowerCase() === 'that' && (upos === 'SCONJ' || xpos === 'IN' || opensClause(context, i));
    if (isThat) return sense.frames.has('that') ? i : undefined;
    if (context.quoteOf[i]! >= 0) {
      const isSpeech =
        tokens[i - 2]?.text === ',' ||
        tokens[i - 1]?.text === ',' ||
        tokens[i - 1]?.text === ':' ||
        tokens[i - 2]?.text === ':' ||
        i <= head + 2;
      return sense.frames.has('quote') && isSpeech ? i : undefined;
    }
    const isMark = upos === 'PUNCT' && /^[,:“"]$/.test(text);
    // "told The Post and the AP that": a name behind "and", its article between.
    const isNameJoint =
      upos === 'CCONJ' && tokens.slice(i + 1, i + 3).some((next) => /^\p{Lu}/u.test(next.text));
    if (!BETWEEN.has(upos) && !isMark && !isNameJoint) return undefined;
    const behind = text === ',' ? endOfAside(context, i) : undefined;
    if (behind !== undefined) {
      i = behind;
      continue;
    }
    if (text === ',' && !/^[“"]$/.test(tokens[i + 1]?.text ?? '')) return undefined;
  }
  return undefined;
}

/** ", citing two officials,", ", on the word of an officer, that": the comma that ends an aside between verb and content. */
function endOfAside({ sentence }: CueContext, from: number): number | undefined {
  const { tokens } = sentence;
  const end = tokens.findIndex(({ text }, k) => k > from + 1 && text === ',');
  if (end < 0) return undefined;
  if (/^(citing|quoting)$/i.test(tokens[from + 1]?.text ?? '')) return end;
  const isPlain = tokens
    .slice(from + 1, end)
    .every(({ xpos }) => !['VBD', 'VBZ', 'VBP', 'MD', 'WP', 'WDT'].includes(xpos));
  return isPlain && end - from <= LONGEST_ASIDE && tokens[end + 1]?.text.toLowerCase() === 'that'
    ? end
    : undefined;
}

const LONGEST_ASIDE = 14;

/** Whether "that" is followed by a subject and its verb, whatever the tagger took it for. */
function opensClause(context: CueContext, i: number): boolean {
  const { tokens } = context.sentence;
  const next = tokens[i + 1];
  if (next === undefined || ['VERB', 'AUX', 'PUNCT'].includes(next.upos)) return false;
  return tokens.slice(i + 2, i + 12).some(({ xpos }) => ['VBD', 'VBZ', 'VBP', 'MD'].includes(xpos));
}

/** "…, the officials told The Associated Press.": a whole clause, a comma, who said it, and the end of the sentence. */
function findToldBefore(context: CueContext, head: number): readonly number[] | undefined {
  const { tokens } = context.sentence;
  const rest = tokens.slice(head + 1);
  const isEnd =
    rest.every(({ upos, text }) => BETWEEN.has(upos) || upos === 'CCONJ' || /^[.,;”"]$/.test(text)) &&
    rest.length <= 16;
  let comma = head - 1;
  while (comma > 0 && BETWEEN.has(tokens[comma]!.upos) && head - comma <= 12) comma--;
  if (!isEnd || tokens[comma]?.text !== ',' || comma < 3 || head - comma < 2) return undefined;
  const content = Array.from({ length: comma }, (_, i) => i);
  const hasVerb = content.some((i) => ['VBD', 'VBZ', 'VBP', 'MD'].includes(tokens[i]!.xpos));
  const startsClause = tokens[0]!.upos !== 'SCONJ' && tokens[0]!.xpos !== 'VBG';
  return hasVerb && startsClause ? trimPunctuation(context.sentence, content) : undefined;
}

/** “…,” he said / “…,” said Ann Example: the quotation on the left, and what follows the verb in marks. */
function findQuotedBefore(context: CueContext, head: number): readonly number[] | undefined {
  const { tokens } = context.sentence;
  let last = -1;
  for (let i = head - 1; i >= 0 && head - i <= 20; i--) {
    if (context.quoteOf[i]! >= 0) {
      last = i;
      break;
    }
    if (['VERB', 'AUX'].includes(tokens[i]!.upos)) return undefined;
  }
  const closing = tokens[last];
  if (closing === undefined || !/^[,.?!—–-]+$/.test(closing.text)) return undefined;
  const quoted = context.quoteOf.flatMap((quote, i) => (quote >= 0 && tokens[i]!.text !== '”' ? [i] : []));
  const words = quoted.filter((i) => /[\p{L}\p{N}]/u.test(tokens[i]!.text));
  return words.length === 0 ? undefined : quoted;
}
