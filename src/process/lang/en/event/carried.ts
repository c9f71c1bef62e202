import { findSubjectBefore, isPassive } from '../../../sentence/agent.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, hasRelation, isNegated, markersOf } from '../../../sentence/phrase.ts';
import { findDoer } from './doer.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Trigger } from './trigger.ts';

/** Prepositions that lead to whoever suffers an act. */
const AGAINST = new Set(['on', 'against', 'at', 'upon', 'toward', 'towards', 'over']);

/** Whether a phrase names, by its preposition, whoever suffers an act. */
export function isRecipientMarker(sentence: ParsedSentence, i: number, roles: string | undefined): boolean {
  return markersOf(sentence, i).some(
    (word) => AGAINST.has(word) || word === roles || (roles === 'with' && word === 'between'),
  );
}

/** What the carrying verb says of the parts: "launched an attack on X", "X faces an attack", "X claimed responsibility". */
export function findCarried(
  sentence: ParsedSentence,
  { index, sense, carrier }: Trigger,
  lexicon: EventLexicon,
): { readonly actors: readonly number[]; readonly recipients: readonly number[] } {
  const claimant = findClaimant(sentence, index);
  if (claimant !== undefined) return { actors: [claimant], recipients: [] };
  if (carrier === undefined) {
    const doer = findDoerBeside(sentence, index, sense, lexicon);
    return { actors: doer === undefined ? [] : [doer], recipients: [] };
  }
  const isState = hasRelation(sentence.tokens[index]!, ['obl']);
  // "remained on alert", "went on strike": whoever is in the state brought himself into it.
  const part =
    lexicon.carriers.get(sentence.tokens[carrier]!.lemma.toLowerCase()) ?? (isState ? 'doer' : undefined);
  const subject = findDoer(sentence, carrier);
  const upon = findChildren(sentence, carrier, 'obl').filter((i) =>
    isRecipientMarker(sentence, i, sense.roles),
  );
  if (part === undefined) return { actors: [], recipients: [] };
  if (part === 'sufferer')
    return {
      actors: [],
      recipients: subject === undefined || isPassive(sentence, carrier) ? upon : [subject],
    };
  return { actors: subject === undefined ? [] : [subject], recipients: upon };
}

/** Verbs that bring someone to a meeting or visit: "arrived in Amman on a visit", "returned to Geneva for talks". */
const MOTION = new Set(
  'arrive return travel fly go come leave depart head gather assemble sit begin convene'.split(' '),
);

/**
 * Who does what a noun names where no carrying verb says so: whoever comes for it, and by place the subject of the
 * verb right before it ("Israel and Lebanon renewed negotiations", where the tree has it otherwise).
 */
function findDoerBeside(
  sentence: ParsedSentence,
  index: number,
  { type }: Trigger['sense'],
  lexicon: EventLexicon,
): number | undefined {
  if (type === 'ASSAULT') return undefined;
  const token = sentence.tokens[index]!;
  const above = token.head < 0 ? undefined : sentence.tokens[token.head]!;
  const isComing =
    type === 'CONSULT' && above !== undefined && hasRelation(token, ['obl']) && MOTION.has(above.lemma);
  if (isComing && markersOf(sentence, index).some((word) => word === 'on' || word === 'for'))
    return findDoer(sentence, token.head);
  let verb = index - 1;
  while (verb > 0 && ['ADJ', 'DET', 'NOUN', 'NUM'].includes(sentence.tokens[verb]!.upos)) verb--;
  const { xpos, lemma } = sentence.tokens[verb] ?? token;
  const isCarrying = lexicon.carriers.get(lemma.toLowerCase()) === 'doer';
  return /^VB[DPZ]$/.test(xpos) && isCarrying ? findSubjectBefore(sentence, verb) : undefined;
}

/** "claimed responsibility for the attack". */
function findClaimant(sentence: ParsedSentence, index: number): number | undefined {
  const token = sentence.tokens[index]!;
  if (token.head < 0 || !markersOf(sentence, index).includes('for')) return undefined;
  const above = sentence.tokens[token.head]!;
  const verb = above.lemma.toLowerCase() === 'responsibility' ? above.head : token.head;
  if (verb < 0 || !['claim', 'take', 'admit', 'accept'].includes(sentence.tokens[verb]!.lemma))
    return undefined;
  const object = findChild(sentence, verb, 'obj');
  if (object === undefined || sentence.tokens[object]!.lemma.toLowerCase() !== 'responsibility')
    return undefined;
  const subject = findDoer(sentence, verb);
  return subject === undefined || isNegated(sentence, verb) || isNegated(sentence, subject)
    ? undefined
    : subject;
}

/** "the attack that X launched", "an attack carried out by X", "strikes launched by X". */
export function findClauseActors(
  sentence: ParsedSentence,
  index: number,
  lexicon: EventLexicon,
): readonly number[] {
  return findChildren(sentence, index, 'acl').flatMap((i) => {
    if (lexicon.carriers.get(sentence.tokens[i]!.lemma.toLowerCase()) !== 'doer') return [];
    const doer = findDoer(sentence, i);
    // "… blockades, a spokesman announced": whoever reports it at the end.
    const isReport =
      doer !== undefined &&
      doer > index &&
      sentence.tokens[i]!.deprel === 'acl:relcl' &&
      hasComma(sentence, index, doer);
    return doer === undefined || doer === index || isReport ? [] : [doer];
  });
}

const hasComma = (sentence: ParsedSentence, from: number, to: number) =>
  sentence.tokens.slice(from + 1, to).some(({ text }) => text === ',');
