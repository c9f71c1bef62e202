import type { Sentence } from '../../model/brief.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import type { CitedTexts } from './cited.ts';
import { mentionsConfidence, mentionsLikelihood } from './likelihood.ts';
import { findFigures, findNames, listTokens } from './tokens.ts';

const LONGEST = 500;
const QUOTE = /[“"]([^“”"]+)[”"]/g;

/**
 * What is wrong with a sentence that an analyst wrote. It cites claims; each name and figure in it, and each word that it quotes, stands
 * in what it cites. How likely something is and how good the evidence is are the engine's to say: nobody types a number over one that
 * was computed.
 *
 * @param missing Claims that it cites and nobody keeps (as of its instant).
 *
 * @example
 * lintOwn({ text: 'Rockets were moved.', parts: [], claims: [] }, { cited, missing: [] }); // ['it cites no claim']
 */
export function lintOwn(
  { text, claims }: Pick<Sentence, 'text' | 'claims'>,
  { cited, missing }: { readonly cited: CitedTexts; readonly missing: readonly string[] },
): readonly string[] {
  if (text.trim() === '') return ['it says nothing'];
  const keys = claims.map(makeClaimKey);
  const unheld = (word: string) => !keys.some((key) => cited.holdsName(key, word));
  const own = text.replace(QUOTE, '“”');
  const quotes = [...text.matchAll(QUOTE)].map(([, words]) => words!);
  const isQuoted = (words: string) =>
    keys.some((key) => holdsWords(cited.get(key)?.statement.words ?? '', words));
  return [
    ...(text.length > LONGEST ? [`it has ${text.length} characters, and at most ${LONGEST} are read`] : []),
    ...missing.map((claim) => `${claim.slice(0, 100)} is a claim of no report that is kept`),
    ...(claims.length + missing.length === 0 ? ['it cites no claim'] : []),
    ...quotes
      .filter((words) => !isQuoted(words))
      .map((words) => `“${words.slice(0, 100)}” is in no claim that it cites`),
    ...findFigures(own)
      .filter(unheld)
      .map((figure) => `the figure "${figure}" stands in no text that it cites`),
    ...findNames(own)
      .filter((name) => findFigures(name).length === 0 && unheld(name))
      .map((name) => `the name "${name}" stands in no text that it cites`),
    ...(mentionsLikelihood(own) ? ['it speaks of likelihood, which the engine’s own sentences tell'] : []),
    ...(mentionsConfidence(own) ? ['it speaks of confidence, which the engine’s own sentences tell'] : []),
  ];
}

/** Whether words stand in a text one after the other. */
function holdsWords(text: string, words: string): boolean {
  const wanted = listTokens(words);
  return wanted.length > 0 && ` ${listTokens(text).join(' ')} `.includes(` ${wanted.join(' ')} `);
}
