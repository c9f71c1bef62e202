import { findAgent } from '../../../sentence/agent.ts';
import {
  collectSubtree,
  findChild,
  findChildren,
  isNegated,
  markersOf,
  trimPunctuation,
} from '../../../sentence/phrase.ts';
import type { Attribution, CueContext } from './attribution.ts';
import type { CueSense } from './lexicon.ts';

const DECLINING = new Set(['decline', 'refuse']);
const SPEAKING = new Set(
  'comment say discuss confirm elaborate identify specify disclose reveal speak answer respond reply talk name provide give deny describe detail explain address'.split(
    ' ',
  ),
);
const ANSWERING = new Set(['respond', 'reply', 'return', 'answer']);
const ASKED = new Set([
  'request',
  'question',
  'call',
  'email',
  'e-mail',
  'message',
  'inquiry',
  'enquiry',
  'query',
]);
const SAYING = new Set(['comment', 'confirm', 'elaborate']);

/**
 * Asked and not answered: "declined to comment", "did not respond to a request for comment", "would not confirm".
 * Not a denial: the speaker takes no position.
 */
export function findWithheld(context: CueContext, i: number): Attribution | undefined {
  const { sentence } = context;
  const { lemma } = sentence.tokens[i]!;
  if (!DECLINING.has(lemma) && !ANSWERING.has(lemma) && !SAYING.has(lemma)) return undefined;
  const content =
    findDeclined(context, i, lemma) ??
    (isNegated(sentence, i) ? findUnanswered(context, i, lemma) : undefined);
  if (content === undefined || content.length === 0) return undefined;
  const source = findAgent(sentence, i);
  if (source === undefined) return undefined;
  const negations = findChildren(sentence, i, 'aux', 'advmod').filter((k) => k < i);
  return {
    at: context.at,
    sense: WITHHOLDING(lemma),
    frame: 'to',
    head: i,
    cue: [...negations, i],
    source,
    content,
    negated: false,
    withheld: true,
  };
}

function findDeclined(context: CueContext, i: number, lemma: string): readonly number[] | undefined {
  const { sentence } = context;
  const open = DECLINING.has(lemma) ? findChild(sentence, i, 'xcomp') : undefined;
  if (open === undefined || !SPEAKING.has(sentence.tokens[open]!.lemma)) return undefined;
  return trimPunctuation(sentence, collectSubtree(sentence, open));
}

function findUnanswered(context: CueContext, i: number, lemma: string): readonly number[] | undefined {
  const { sentence } = context;
  if (ANSWERING.has(lemma)) {
    const asked = findChildren(sentence, i, 'obl', 'obj').find((k) => ASKED.has(sentence.tokens[k]!.lemma));
    return asked === undefined ? undefined : trimPunctuation(sentence, collectSubtree(sentence, asked));
  }
  if (!SAYING.has(lemma)) return undefined;
  const rest = findChildren(sentence, i, 'obj', 'ccomp', 'obl').filter(
    (k) => k > i && !isLocation(context, k),
  );
  if (rest.length === 0) return [i];
  return trimPunctuation(
    sentence,
    rest.flatMap((k) => collectSubtree(sentence, k)).sort((a, b) => a - b),
  );
}

const isLocation = (context: CueContext, k: number) =>
  ['at', 'in'].includes(markersOf(context.sentence, k)[0] ?? '');

/** The sense of a verb of not answering: no stance is taken from it. */
const WITHHOLDING = (lemma: string): CueSense => ({
  lemma,
  pos: 'verb',
  act: lemma,
  stance: 'asserts',
  certainty: 'unknown',
  frames: new Set(),
});
