import { collectSubtree, findChildren, hasRelation, isNegated, markersOf } from '../../../sentence/phrase.ts';
import type { Attribution, CueContext, FrameMatch } from './attribution.ts';
import type { CueSense } from './lexicon.ts';

/** What was found at a cue: its main word, its sense, its content and the main word of its source. */
export interface CueFinding {
  readonly head: number;
  readonly sense: CueSense;
  readonly match: FrameMatch;
  readonly source: number | undefined;
}

/** Puts a finding into its final form: cue words, content without cue and source, addressee, negation. */
export function makeAttribution(
  context: CueContext,
  { head, sense, match, source }: CueFinding,
): Attribution {
  const { sentence } = context;
  const cue = cueWords(context, head, match);
  const own = new Set(cue);
  const sourceWords = new Set(
    source === undefined || match.content.includes(source) ? [] : collectSubtree(sentence, source),
  );
  const content = match.content.filter((i) => !own.has(i) && !sourceWords.has(i));
  return {
    at: context.at,
    sense,
    frame: match.frame,
    head,
    cue,
    content: content.length > 0 ? content : match.content,
    negated: isNegated(sentence, head) || (source !== undefined && isNobody(context, source)),
    withheld: false,
    ...(source === undefined ? {} : { source }),
    ...(sense.pos === 'verb' ? findAddressee(context, head, match.content) : {}),
  };
}
/** The verb with its auxiliaries, negation, particle and preposition: "has said", "did not provide", "called for". */
function cueWords(context: CueContext, head: number, found: FrameMatch): readonly number[] {
  const { sentence } = context;
  const near = findChildren(sentence, head, 'aux', 'cop', 'compound:prt', 'advmod').filter((i) => {
    const token = sentence.tokens[i]!;
    if (isCutOff(context, i, head)) return false;
    const isNegation = ['not', "n't", 'n’t', 'never'].includes(token.text.toLowerCase());
    return hasRelation(token, ['aux', 'cop', 'compound']) || isNegation;
  });
  return [...new Set([head, ...near, ...found.particles])].sort((a, b) => a - b);
}

/** Whom it was said to: the object, or the noun right after "told" where the tree hangs it elsewhere. */
export function findAddressee(
  context: CueContext,
  head: number,
  content: readonly number[],
): { addressee?: number } {
  const { sentence } = context;
  const grammatical = findChildren(sentence, head, 'iobj', 'obj', 'obl').find((i) => {
    if (content.includes(i)) return false;
    const isOblique = hasRelation(sentence.tokens[i]!, ['obl']);
    const isShow = sentence.tokens[i]!.upos === 'PROPN' && markersOf(sentence, i).includes('on');
    return !isOblique || isShow || markersOf(sentence, i).some((word) => word === 'to' || word === 'with');
  });
  if (grammatical !== undefined) return { addressee: grammatical };
  const between = sentence.tokens
    .slice(head + 1, content[0])
    .findLastIndex((token) => ['NOUN', 'PROPN'].includes(token.upos));
  return between < 0 || content[0]! < head ? {} : { addressee: head + 1 + between };
}

/** "no group", "nobody", "no one". */
function isNobody({ sentence }: CueContext, source: number): boolean {
  const word = sentence.tokens[source]!.text.toLowerCase();
  return isNegated(sentence, source) || ['nobody', 'none', 'neither'].includes(word);
}

/** Auxiliaries stand close by; one beyond a comma or a quotation mark was hung there by mistake. */
function isCutOff({ sentence }: CueContext, i: number, head: number): boolean {
  const [from, to] = i < head ? [i, head] : [head, i];
  return to - from > 6 || sentence.tokens.slice(from, to).some(({ text }) => /^[,;:“”"]$/.test(text));
}
