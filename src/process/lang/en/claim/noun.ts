import { findAgent } from '../../../sentence/agent.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import {
  collectSubtree,
  findChild,
  findChildren,
  hasRelation,
  markersOf,
  trimPunctuation,
} from '../../../sentence/phrase.ts';
import type { Attribution, CueContext, FrameMatch } from './attribution.ts';
import { matchFrame } from './frames.ts';
import type { CueSense } from './lexicon.ts';
import { makeAttribution } from './make.ts';

const OBJECT_FRAMES = ['of', 'about', 'for', 'over'] as const;

/** "fears of …", "a warning that …", "calls for …"; bare nouns attribute nothing. */
export function findNoun(
  context: CueContext,
  i: number,
  senses: readonly CueSense[],
): Attribution | undefined {
  const { sentence } = context;
  for (const sense of senses) {
    const takesObject = OBJECT_FRAMES.some((frame) => sense.frames.has(frame));
    const match = matchNounClause(context, i) ?? (takesObject ? matchFrame(context, i, sense) : undefined);
    if (match === undefined || match.content.some((k) => k < i)) continue;
    const source = findChild(sentence, i, 'nmod:poss') ?? findHolder(sentence, i) ?? findHidden(sentence, i);
    if (source === undefined && sense.stance === 'asserts' && !HEARSAY.has(sense.lemma)) continue;
    return makeAttribution(context, { head: i, sense, match, source });
  }
  return undefined;
}

/** "Television stations report that": a verb that was taken for a noun, right behind a plural. */
const findHidden = (sentence: ParsedSentence, i: number): number | undefined =>
  sentence.tokens[i - 1]?.xpos === 'NNS' && sentence.tokens[i + 1]?.text.toLowerCase() === 'that'
    ? i - 1
    : undefined;

/** Nouns of saying that attribute even where nobody is named: "reports that", "rumours of". */
const HEARSAY = new Set(
  'report claim allegation assertion rumor rumour speculation suggestion news'.split(' '),
);

/** "a report that …": a clause with its own subject. */
function matchNounClause(context: CueContext, i: number): FrameMatch | undefined {
  const { sentence } = context;
  const clause = findChildren(sentence, i, 'acl', 'ccomp').find(
    (k) => k > i && sentence.tokens[k]!.deprel !== 'acl:relcl' && markersOf(sentence, k).includes('that'),
  );
  if (clause === undefined) return undefined;
  return {
    frame: 'that',
    content: trimPunctuation(sentence, collectSubtree(sentence, clause)),
    particles: [],
  };
}

const HOLDING = new Set(
  'express voice raise have make issue give share repeat renew send deliver release publish'.split(' '),
);

/** "officials voiced concern", "the army issued a warning": the subject of the verb that carries the noun. */
function findHolder(sentence: ParsedSentence, i: number): number | undefined {
  const token = sentence.tokens[i]!;
  const from = findChildren(sentence, i, 'nmod').find((k) =>
    ['by', 'from', 'among'].includes(markersOf(sentence, k)[0] ?? ''),
  );
  if (from !== undefined) return from;
  const isHeld =
    token.head >= 0 && hasRelation(token, ['obj']) && HOLDING.has(sentence.tokens[token.head]!.lemma);
  return isHeld ? findAgent(sentence, token.head) : undefined;
}
