import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { collectSubtree, findChildren, hasRelation } from '../../../sentence/phrase.ts';
import { lemmaAt } from '../../../sentence/view.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Trigger } from './trigger.ts';

/** Verbs by which a clause below an event noun says that it took place, began or ended. */
const TAKING_PLACE = new Set('take occur happen begin start erupt break come unfold end last'.split(' '));

/**
 * The words of clauses below an event noun that tell when and where it took place: "the bombing, which took place on
 * 9 June", "a raid carried out on Monday".
 */
export function findRelatives(
  sentence: ParsedSentence,
  { index }: Trigger,
  lexicon: EventLexicon,
): readonly (readonly number[])[] {
  if (sentence.tokens[index]!.upos === 'VERB') return [];
  return findChildren(sentence, index, 'acl')
    .filter((i) => {
      const lemma = lemmaAt(sentence, i);
      return TAKING_PLACE.has(lemma) || isCarried(sentence, i, lexicon);
    })
    .map((i) =>
      collectSubtree(sentence, i, (token) => hasRelation(token, ['advcl', 'acl', 'ccomp', 'conj'])),
    );
}

/** "a raid carried out on Monday", not "the man who carried out the raid". */
const isCarried = (sentence: ParsedSentence, verb: number, lexicon: EventLexicon) =>
  sentence.tokens[verb]!.xpos === 'VBN' && lexicon.carriers.has(lemmaAt(sentence, verb));
