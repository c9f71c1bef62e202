import type { Realis } from '../../../../model/event.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, hasRelation, isNegated, markersOf } from '../../../sentence/phrase.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import { isInfinitive } from './clause.ts';
import type { EventLexicon, GovernorEffect } from './lexicon.ts';

/** Verbs that ask for what follows their preposition and merely name their object. */
const FOR_ONLY = new Set([
  'call',
  'ask',
  'push',
  'press',
  'look',
  'hope',
  'appeal',
  'suggest',
  'discuss',
  'debate',
  'target',
]);

const INTENDED: ReadonlySet<string> = new Set(['ordered', 'prepared', 'threatened', 'expected']);

const isPast = (sentence: ParsedSentence, verb: number) =>
  sentence.tokens[verb]!.xpos === 'VBD' ||
  findChildren(sentence, verb, 'aux', 'aux:pass').some((i) =>
    ['has', 'have', 'had', 'was', 'were'].includes(sentence.tokens[i]!.text.toLowerCase()),
  );

/** What the word above makes of the event: "ordered a drawdown", "fears of an attack", "prevented a strike". */
export function judgeGovernor(
  sentence: ParsedSentence,
  child: number,
  lexicon: EventLexicon,
): Realis | 'told' | undefined {
  const token = sentence.tokens[child]!;
  const governor = sentence.tokens[token.head]!;
  if (token.deprel === 'conj') return undefined;
  const prevented = judgePreposition(sentence, child);
  if (prevented !== undefined) return prevented;
  if (hasRelation(token, ['obl', 'nmod']) && !isComplement(sentence, child)) return undefined;
  const effect = effectOf(sentence, child, lexicon);
  // "announced that it has called off the strike": announced, and done already.
  if (effect !== undefined && INTENDED.has(effect) && token.deprel === 'ccomp' && isPast(sentence, child))
    return undefined;
  if (effect === undefined || effect === 'background') return infinitiveOf(sentence, child);
  if (effect === 'light') return undefined;
  if (effect === 'possible' && WORRIED.has(lemmaAt(sentence, token.head)) && isDefinite(sentence, child))
    return 'told';
  if (effect === 'told') return infinitiveOf(sentence, child) ?? 'told';
  // "vowed revenge for the killing", "imposed sanctions over the attack": what is answered has been.
  const isReason =
    hasRelation(token, ['obl']) &&
    markersOf(sentence, child).some((word) => word === 'for' || word === 'over');
  if (isReason && (effect === 'threatened' || effect === 'ordered')) return 'told';
  if (governor.upos !== 'VERB') return effect;
  if (effect === 'denied' && isNegated(sentence, token.head)) {
    if (isDoubted(sentence, child, lexicon)) return 'denied';
    return LEFT_OPEN.has(governor.lemma) ? 'possible' : 'occurred';
  }
  return effect;
}

/** What denies without having been denied leaves the event open: "did not rule out a strike". */
const LEFT_OPEN = new Set(['rule', 'exclude', 'refuse', 'reject']);

/** Who is worried about "the killings" knows of them; who is worried about "an attack" does not. */
const WORRIED = new Set(['worry', 'worried', 'concern', 'concerned']);

const DEFINITE = new Set(['the', 'this', 'these', 'those']);

const isDefinite = (sentence: ParsedSentence, noun: number) =>
  sentence.tokens[noun]!.upos === 'NOUN' &&
  findChildren(sentence, noun, 'det').some((i) => DEFINITE.has(wordAt(sentence, i))) &&
  findChild(sentence, noun, 'amod') === undefined;

/** Verbs that with "from" keep somebody from doing something. */
const KEEPING = new Set(
  'keep bar ban block stop prevent deter dissuade discourage restrain prohibit refrain forbid'.split(' '),
);
/** Verbs that with "against" settle that something shall not be. */
const SETTLING = new Set('decide vote opt choose'.split(' '));

/** "keeps the army from invading", "stopped short of attacking", "decided against an attack", "warned against it". */
function judgePreposition(sentence: ParsedSentence, child: number): Realis | undefined {
  const token = sentence.tokens[child]!;
  if (!hasRelation(token, ['advcl', 'obl', 'nmod', 'ccomp', 'xcomp'])) return undefined;
  const markers = markersOf(sentence, child);
  if (markers.length === 0) return undefined;
  const above = lemmaAt(sentence, token.head);
  if (markers.includes('from')) {
    if (token.xpos === 'VBG' && KEEPING.has(above))
      return isNegated(sentence, token.head) ? 'occurred' : 'denied';
    if (wordAt(sentence, child - 1) === 'from' && wordAt(sentence, child - 2) === 'far') return 'denied';
  }
  const before = markers.includes('of') ? wordAt(sentence, child - 2) : '';
  if (before === 'conspiring' || before === 'plotting') return 'prepared';
  if (
    markers.includes('of') &&
    wordAt(sentence, child - 1) === 'of' &&
    wordAt(sentence, child - 2) === 'short'
  )
    return 'denied';
  if (!markers.includes('against')) return undefined;
  if (SETTLING.has(above)) return 'denied';
  return ADVISING.has(above) ? 'possible' : undefined;
}

const ADVISING = new Set(['warn', 'advise', 'caution', 'argue', 'lobby', 'campaign', 'urge']);

export function effectOf(
  sentence: ParsedSentence,
  child: number,
  lexicon: EventLexicon,
): GovernorEffect | undefined {
  const { head, deprel } = sentence.tokens[child]!;
  const governor = sentence.tokens[head]!;
  const word = governor.lemma.toLowerCase();
  const find = (pos: string) => lexicon.governors.get(`${word}/${pos}`);
  // "dismissed reports of a coup": the verb above decides.
  if (governor.upos === 'NOUN' && isDismissed(sentence, child, lexicon)) return undefined;
  if (governor.upos === 'NOUN')
    return isContent(sentence, child)
      ? judgeContent(sentence, head, lexicon)
      : (effectOfNoun(find('noun'), deprel) ?? judgeWorth(sentence, child));
  if (governor.upos === 'ADJ') {
    // "it is vital that they leave", not "that they left".
    if (NEEDFUL.has(word)) return isPast(sentence, child) ? undefined : 'possible';
    return (
      (isDoubted(sentence, child, lexicon) ? find('negated') : undefined) ?? find('predicate') ?? find('adj')
    );
  }
  if (governor.upos !== 'VERB') return undefined;
  if (governor.text.toLowerCase() === 'going' && deprel === 'xcomp') return 'expected';
  const particle = findChild(sentence, head, 'compound:prt');
  if (particle !== undefined) {
    const phrasal = lexicon.governors.get(`${word}_${wordAt(sentence, particle)}/verb`);
    if (phrasal !== undefined) return phrasal;
  }
  // "is scheduled to meet" is due, "scheduled a hearing" has been decided.
  if (word === 'schedule' && isPassive(sentence, head)) return 'expected';
  if (word === 'know' && deprel === 'xcomp' && isPassive(sentence, head)) return 'recurrent';
  // "called for a strike" asks for it, "called the strike an answer" does not.
  const isDirect = hasRelation(sentence.tokens[child]!, ['obj']) || deprel === 'nsubj:pass';
  // "refused to call the attack terrorism": named as known.
  if (isDirect && word === 'call' && isDefinite(sentence, child)) return 'told';
  if (isDirect && FOR_ONLY.has(word)) return undefined;
  // "calls the violence 'genocide'".
  if (word === 'call' && hasRelation(sentence.tokens[child]!, ['obl']) && !isComplement(sentence, child))
    return undefined;
  // "tried for murder", "pleaded guilty to murder": the courts' words, for what is said to have been done.
  if (isCharged(sentence, child, word)) return 'told';
  // "called it a great meeting".
  if (word === 'call' && deprel === 'xcomp' && !isInfinitive(sentence, child)) return undefined;
  return (isDoubted(sentence, child, lexicon) ? find('negated') : undefined) ?? find('verb');
}

const NEEDFUL = new Set('imperative vital essential crucial critical necessary urgent advisable'.split(' '));

const isCharged = (sentence: ParsedSentence, child: number, verb: string) =>
  hasRelation(sentence.tokens[child]!, ['obl']) &&
  ((verb === 'try' && markersOf(sentence, child).includes('for')) ||
    (verb === 'plead' && markersOf(sentence, child).includes('to')));

const isPassive = (sentence: ParsedSentence, verb: number) =>
  findChild(sentence, verb, 'aux:pass') !== undefined;

/** "the report that he was killed": a clause that says what a noun holds. */
const isContent = (sentence: ParsedSentence, child: number) =>
  hasRelation(sentence.tokens[child]!, ['acl', 'ccomp']) &&
  sentence.tokens[child]!.deprel !== 'acl:relcl' &&
  markersOf(sentence, child).includes('that') &&
  CONTENTS.has(lemmaAt(sentence, sentence.tokens[child]!.head));

/** A "ceasefire agreement" is in force or not; the noun before it says nothing of that. */
const effectOfNoun = (effect: GovernorEffect | undefined, deprel: string) =>
  effect === 'ordered' && deprel === 'compound' ? undefined : effect;

/** What can be said of a thing that is yet to be. */
const WORTH = new Set(
  'value merit wisdom necessity usefulness feasibility idea notion prospect benefit'.split(' '),
);

/** "the value of an investigation", not "of the investigation". */
const judgeWorth = (sentence: ParsedSentence, child: number) =>
  WORTH.has(lemmaAt(sentence, sentence.tokens[child]!.head)) &&
  markersOf(sentence, child).includes('of') &&
  findChildren(sentence, child, 'det').some((i) => /^(?:an?|another|any)$/.test(wordAt(sentence, i)))
    ? ('possible' as const)
    : undefined;

/** What shows that something is so. */
const SHOWING = new Set(['evidence', 'proof', 'indication', 'sign', 'footage']);

const CONTENTS = new Set(
  'evidence proof indication sign footage report claim allegation accusation statement assertion suggestion story account rumour rumor'.split(
    ' ',
  ),
);

/** A report is denied where it is dismissed or false; a rumour is open; else it is what somebody says. */
function judgeContent(
  sentence: ParsedSentence,
  noun: number,
  lexicon: EventLexicon,
): GovernorEffect | undefined {
  if (SHOWING.has(lemmaAt(sentence, noun))) return isNegated(sentence, noun) ? 'possible' : undefined;
  const { head } = sentence.tokens[noun]!;
  const above = head < 0 ? '' : lemmaAt(sentence, head);
  const effect = lexicon.governors.get(`${above}/verb`) ?? lexicon.governors.get(`${above}/predicate`);
  if (effect === 'denied') return isNegated(sentence, head) ? undefined : 'denied';
  return lexicon.governors.get(`${lemmaAt(sentence, noun)}/noun`) === 'possible' ? 'possible' : undefined;
}

/** Whether what tells of the event is itself refused. */
function isDismissed(sentence: ParsedSentence, child: number, lexicon: EventLexicon): boolean {
  const noun = sentence.tokens[child]!.head;
  const { head } = sentence.tokens[noun]!;
  return (
    head >= 0 &&
    hasRelation(sentence.tokens[child]!, ['nmod']) &&
    markersOf(sentence, child).includes('of') &&
    TOLD.has(lemmaAt(sentence, noun)) &&
    hasRelation(sentence.tokens[noun]!, ['obj', 'nsubj:pass']) &&
    lexicon.governors.get(`${lemmaAt(sentence, head)}/verb`) === 'denied' &&
    !isNegated(sentence, head)
  );
}

const TOLD = new Set('report claim allegation accusation rumour rumor suggestion talk'.split(' '));

/** "does not mean that there was an attack", "cannot confirm that he was killed". */
function isDoubted(sentence: ParsedSentence, child: number, lexicon: EventLexicon): boolean {
  const { head } = sentence.tokens[child]!;
  return (
    hasRelation(sentence.tokens[child]!, ['ccomp', 'xcomp', 'csubj']) &&
    isNegated(sentence, head) &&
    lexicon.governors.has(`${sentence.tokens[head]!.lemma.toLowerCase()}/negated`)
  );
}

/** Prepositions under which the governing word decides; "during", "after" or "since" an attack tell that it was. */
const COMPLEMENT_MARKERS = new Set(['of', 'for', 'about', 'against', 'from', 'to', 'over', 'on', 'into']);

export const isComplement = (sentence: ParsedSentence, i: number) =>
  markersOf(sentence, i).some((word) => COMPLEMENT_MARKERS.has(word));

/** An infinitive that nothing decides is open: "a wish to strike". */
function infinitiveOf(sentence: ParsedSentence, child: number): Realis | undefined {
  const isBelow = hasRelation(sentence.tokens[child]!, ['xcomp', 'acl', 'advcl', 'ccomp', 'csubj', 'dep']);
  return isBelow && isInfinitive(sentence, child) ? 'possible' : undefined;
}
