import { findChild, findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { lemmaAt, viewOf, wordAt } from '../../../sentence/view.ts';
import type { EventDraft } from './draft.ts';

/** Words behind which a noun only says what another act followed on. */
const FOLLOWING = new Set(
  'after since following over from before surrounding involving amid for about into'.split(' '),
);
/** Verbs whose subordinate clause keeps the tense of the telling: "said it had fired" is its news. */
const HAD = new Set(['had', "'d", '’d']);
const WAS = new Set(['was', 'were']);
const HAS = new Set(['has', 'have', "'ve", '’ve']);

/**
 * Whether the grammar puts an act before the news: told in the pluperfect by the outlet itself ("had been deployed"), by a
 * relative clause or participle ("a woman who has accused him", "a plan endorsed by the union"), by a perfect that sums up
 * ("has repeatedly pledged"), under a span of years, or as the known thing that the sentence's own act followed on
 * ("protests since the police shooting of a boy").
 */
export function isToldAsPast(draft: EventDraft, others: readonly EventDraft[]): boolean {
  const { sentence, trigger } = draft;
  const { upos } = sentence.tokens[trigger.index]!;
  if (upos === 'VERB')
    return (
      isPluperfect(draft) ||
      isPerfectAside(draft, others) ||
      isPastAside(draft) ||
      isParticiple(draft, others) ||
      isSummingUp(draft) ||
      isOverYears(sentence, trigger.index)
    );
  if (upos !== 'NOUN') return false;
  return (
    isGround(draft, others) ||
    isCircumstance(draft) ||
    isProtested(draft, others) ||
    isOverYears(sentence, trigger.index)
  );
}

/** Acts of a court or the police upon somebody: what the others of the same case are told with. */
const PURSUED: ReadonlySet<string> = new Set(['ACCUSE', 'COERCE']);
/** Acts of words, which a clause beside a name only calls to mind. */
const SPOKEN: ReadonlySet<string> = new Set([
  'ACCUSE',
  'REQUEST',
  'SUPPORT',
  'REJECT',
  'THREATEN',
  'CONCEDE',
]);

/** Whether the verb that a sentence's other parts hang on is itself an arrest, a charge or the like. */
const isPursuit = ({ sentence, trigger }: EventDraft, others: readonly EventDraft[]) => {
  const { root } = viewOf(sentence);
  return others.some(
    (other) =>
      other.trigger !== trigger &&
      other.sentence === sentence &&
      PURSUED.has(other.trigger.sense.type) &&
      (other.trigger.index === root || other.trigger.carrier === root),
  );
};

/** "had fired": not below a verb of telling in the past, which moves every tense back. */
function isPluperfect({ sentence, trigger }: EventDraft): boolean {
  if (!hasAuxiliary(trigger.index, HAD) || isBy()) return false;
  for (let i = trigger.index, step = 0; i >= 0 && step < 6; i = sentence.tokens[i]!.head, step++) {
    if (hasRelation(sentence.tokens[i]!, ['ccomp', 'parataxis'])) return false;
    if (sentence.tokens[i]!.deprel === 'advcl') return false;
  }
  return !isQuoted();

  function hasAuxiliary(verb: number, words: ReadonlySet<string>): boolean {
    return findChildren(sentence, verb, 'aux').some((k) => words.has(wordAt(sentence, k)));
  }
  /** "By nightfall 40 people had been arrested": told from the end of the news itself. */
  function isBy(): boolean {
    return (
      findChildren(sentence, trigger.index, 'obl').some(
        (k) => k < trigger.index && markersOf(sentence, k).includes('by'),
      ) || wordAt(sentence, 0) === 'by'
    );
  }
  /** "He had fired, the court heard": the telling stands behind, where the tree may take it for a clause about the verb. */
  function isQuoted(): boolean {
    const { root } = viewOf(sentence);
    if (root < 0) return false;
    const isVerb = sentence.tokens[root]!.upos === 'VERB';
    return findChild(sentence, root, 'parataxis', ...(isVerb ? ['acl:relcl'] : [])) !== undefined;
  }
}

/** "who has accused", "the commissioner who accused him resigned": what somebody is known for. */
function isPerfectAside(draft: EventDraft, others: readonly EventDraft[]): boolean {
  const { sentence, trigger } = draft;
  const token = sentence.tokens[trigger.index]!;
  if (token.deprel !== 'acl:relcl' || token.head < 0 || isOnlyNews(draft, others)) return false;
  if (findChildren(sentence, trigger.index, 'aux').some((k) => HAS.has(wordAt(sentence, k)))) return true;
  // "the man, who was arrested on the spot, was charged": all one case.
  if (trigger.sense.type === 'COERCE' && isPursuit(draft, others)) return false;
  return isSimplePast(draft) && hasRelation(sentence.tokens[token.head]!, ['nsubj']);
}

/** "The crew are on board a tanker that has been seized": in the opening sentence, where nothing else is told. */
export function isOnlyNews({ sentence, trigger }: EventDraft, others: readonly EventDraft[]): boolean {
  if (trigger.at > 0 || SPOKEN.has(trigger.sense.type)) return false;
  return !others.some((other) => other.trigger !== trigger && other.sentence === sentence);
}

const isSimplePast = ({ sentence, trigger }: EventDraft) =>
  sentence.tokens[trigger.index]!.xpos === 'VBD' ||
  findChildren(sentence, trigger.index, 'aux:pass').some((k) => WAS.has(wordAt(sentence, k)));

/** "beat Ann Example, a councillor who accused him": words spoken before, in a clause beside a person. */
function isPastAside(draft: EventDraft): boolean {
  const { sentence, trigger, when } = draft;
  const { deprel, head } = sentence.tokens[trigger.index]!;
  return (
    deprel === 'acl:relcl' &&
    head >= 0 &&
    when === undefined &&
    SPOKEN.has(trigger.sense.type) &&
    wordAt(sentence, findChild(sentence, trigger.index, 'nsubj') ?? -1) === 'who' &&
    isSimplePast(draft)
  );
}

/** "a plan endorsed by the union", "one of those arrested in a crackdown has died": no clause of its own. */
function isParticiple(draft: EventDraft, others: readonly EventDraft[]): boolean {
  const { sentence, trigger, when } = draft;
  const { deprel, xpos, head } = sentence.tokens[trigger.index]!;
  if (deprel !== 'acl' || xpos !== 'VBN' || head < 0 || when !== undefined) return false;
  const { type } = trigger.sense;
  if (!SPOKEN.has(type) && type !== 'COERCE') return false;
  // A headline leaves its verb out: "Two men arrested in Easton".
  const { root } = viewOf(sentence);
  if (type === 'COERCE' && !isHeld(sentence, trigger.index)) return false;
  if (head === root || root < 0 || sentence.tokens[root]!.upos !== 'VERB') return false;
  return !isPursuit(draft, others);
}

const HOLDING = new Set('arrest detain jail imprison convict sentence capture'.split(' '));

/** "a man arrested in a crackdown has died": no mere "those arrested". */
function isHeld(sentence: EventDraft['sentence'], participle: number): boolean {
  const holder = sentence.tokens[sentence.tokens[participle]!.head]!;
  return (
    HOLDING.has(lemmaAt(sentence, participle)) &&
    (holder.upos === 'NOUN' || holder.upos === 'PROPN') &&
    hasRelation(holder, ['nsubj', 'nmod', 'conj'])
  );
}

const SUMMING =
  /^(?:repeatedly|long|often|always|ever|never|before|frequently|consistently|regularly|sometimes)$/;

/** "has repeatedly pledged", "has endorsed several rivals this year": a perfect that sums up a longer time. */
export function isSummingUp({ sentence, trigger }: EventDraft): boolean {
  if (!findChildren(sentence, trigger.index, 'aux').some((k) => HAS.has(wordAt(sentence, k)))) return false;
  if (sentence.tokens[trigger.index]!.xpos !== 'VBN') return false;
  return findChildren(sentence, trigger.index, 'advmod', 'obl').some((k) => {
    if (SUMMING.test(wordAt(sentence, k))) return true;
    const word = wordAt(sentence, k);
    const before = wordAt(sentence, k - 1);
    return (
      (word === 'year' && before === 'this') ||
      (/^(?:years|decades)$/.test(word) && /^(?:for|over|in)$/.test(markersOf(sentence, k)[0] ?? '')) ||
      (word === 'times' && k > trigger.index)
    );
  });
}

const YEARS = /^(?:years|decades|centuries)$/;

/** "27 years of civil war", "killed 800 people over four decades": as long as that, it is no news. */
function isOverYears(sentence: EventDraft['sentence'], index: number): boolean {
  const { head } = sentence.tokens[index]!;
  if (sentence.tokens[index]!.upos === 'NOUN')
    return (
      head >= 0 &&
      YEARS.test(wordAt(sentence, head)) &&
      hasRelation(sentence.tokens[index]!, ['nmod']) &&
      markersOf(sentence, index).includes('of')
    );
  if (sentence.tokens[index]!.xpos !== 'VBD') return false;
  return findChildren(sentence, index, 'obl').some(
    (k) =>
      YEARS.test(wordAt(sentence, k)) && /^(?:over|for|during|in)$/.test(markersOf(sentence, k)[0] ?? ''),
  );
}

/** "the officers involved in the shooting", "the circumstances surrounding the raid". */
function isCircumstance({ sentence, trigger }: EventDraft): boolean {
  const { head, deprel } = sentence.tokens[trigger.index]!;
  if (head < 0 || trigger.sense.type !== 'ASSAULT') return false;
  const above = wordAt(sentence, head);
  const isIn = above === 'involved' && markersOf(sentence, trigger.index).includes('in');
  const isAround =
    (above === 'surrounding' && deprel === 'obj') ||
    markersOf(sentence, trigger.index).includes('surrounding');
  return (isIn || isAround) && isDefinite(sentence, trigger.index);
}

/** "protests against a police killing": what is protested against has been. */
function isProtested({ sentence, trigger }: EventDraft, others: readonly EventDraft[]): boolean {
  const { head } = sentence.tokens[trigger.index]!;
  if (head < 0 || trigger.sense.type === 'PROTEST') return false;
  if (!markersOf(sentence, trigger.index).some((word) => /^(?:against|over|at)$/.test(word))) return false;
  return others.some(
    (other) =>
      other.sentence === sentence && other.trigger.sense.type === 'PROTEST' && other.trigger.index === head,
  );
}

const INDEFINITE = new Set(['a', 'an', 'another', 'some', 'any', 'no']);

export function isDefinite(sentence: EventDraft['sentence'], noun: number): boolean {
  const determiner = findChild(sentence, noun, 'det', 'nmod:poss');
  return determiner !== undefined && !INDEFINITE.has(wordAt(sentence, determiner));
}

/** "after the killing of", "since the police shooting": a definite act below another one of the sentence. */
function isGround({ sentence, trigger }: EventDraft, others: readonly EventDraft[]): boolean {
  const token = sentence.tokens[trigger.index]!;
  if (!hasRelation(token, ['obl', 'nmod']) || token.head < 0) return false;
  if (!markersOf(sentence, trigger.index).some((word) => FOLLOWING.has(word))) return false;
  return isDefinite(sentence, trigger.index) && others.some(holdsAbove);

  function holdsAbove(other: EventDraft): boolean {
    if (other.sentence !== sentence || other.trigger.index === trigger.index) return false;
    const told = sentence.tokens[other.trigger.index]!;
    // "Protests continued over": the verb that its own act is the subject of.
    const verb = hasRelation(told, ['nsubj']) ? told.head : other.trigger.carrier;
    for (let i = token.head, step = 0; i >= 0 && step < 6; i = sentence.tokens[i]!.head, step++)
      if (i === other.trigger.index || i === verb) return true;
    return false;
  }
}
