import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, markersOf } from '../../../sentence/phrase.ts';
import { lemmaAt } from '../../../sentence/view.ts';
import type { EventLexicon } from './lexicon.ts';
import { contentOf } from './measure.ts';

/** Words that name only ground; what stands on it decides. */
const GROUND = new Set(['compound', 'zone', 'complex', 'area', 'district']);

/** Words that say little of what is hit beside the words that describe them: "police station", "militia commander". */
const DESCRIBED = new Set(
  'station building office centre center site facility member leader commander chief official worker staff personnel employee driver group team crew position line installation target car vehicle truck van bus family house home depot store warehouse plant field'.split(
    ' ',
  ),
);

/**
 * What kind of target the words of the recipients, or of the place, name: "diplomatic mission". Of several the first
 * that tells: "a police station, stores and banks" are security forces.
 */
export function findTargetKind(
  sentence: ParsedSentence,
  heads: readonly number[],
  lexicon: EventLexicon,
): string | undefined {
  for (const head of heads) {
    const kind = kindOfHead(sentence, head, lexicon);
    if (kind !== undefined) return kind;
  }
  const isGround = heads.some((head) => GROUND.has(lemmaAt(sentence, head)));
  const hasMission =
    isGround && sentence.tokens.some((_, i) => ['embassy', 'consulate'].includes(lemmaAt(sentence, i)));
  return hasMission ? kindOf(['embassy'], lexicon) : undefined;
}

const kindOf = (words: readonly string[], { targets }: EventLexicon): string | undefined =>
  words.length === 0 ? undefined : targets.find((row) => words.some((word) => row.words.has(word)))?.kind;

function kindOfHead(sentence: ParsedSentence, head: number, lexicon: EventLexicon): string | undefined {
  const content = contentOf(sentence, head);
  const own = content === head ? [head] : [content, head];
  const before = [
    ...own.flatMap((i) => findChildren(sentence, i, 'compound', 'amod')),
    // Where the tree hangs it elsewhere, by place.
    ...(head > 0 && sentence.tokens[head - 1]!.upos === 'NOUN' ? [head - 1] : []),
  ].map((i) => lemmaAt(sentence, i));
  const word = lemmaAt(sentence, content);
  const pair = kindOf(
    before.map((describing) => `${describing}_${word}`),
    lexicon,
  );
  if (pair !== undefined) return pair;
  const of = findChildren(sentence, content, 'nmod')
    .filter((k) => markersOf(sentence, k).some((marker) => marker === 'of' || marker === 'for'))
    .map((k) => lemmaAt(sentence, k));
  const names = own.map((i) => lemmaAt(sentence, i)).filter((name) => !GROUND.has(name));
  const described = () => kindOf([...before, ...of], lexicon);
  return DESCRIBED.has(word)
    ? (described() ?? kindOf(names, lexicon))
    : (kindOf(names, lexicon) ?? described());
}
