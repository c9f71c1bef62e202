import type { Certainty, Evidence, Polarity, Quote, Stance } from '../../../../model/claim.ts';
import type { Span } from '../../../../model/span.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, hasRelation, isNegated } from '../../../sentence/phrase.ts';
import type { Attribution } from './attribution.ts';
import { lowerWords } from './lower.ts';
import type { Quotation } from './quotes.ts';

/** Harm that a speaker may announce: turns a promise into a threat. */
const HARM = new Set(
  'avenge revenge vengeance retaliate retaliation strike attack punish punishment destroy kill annihilate bomb crush target hit invade obliterate retribution reprisal'.split(
    ' ',
  ),
);
const OWN = new Set(['i', 'we', 'it', 'they', 'he', 'she']);
const POSSIBLE = new Set([
  'may',
  'might',
  'could',
  'can',
  'possibly',
  'perhaps',
  'maybe',
  'possible',
  'potential',
  'potentially',
  'conceivable',
]);
/** Negated, these say what is impossible. */
const ABLE = new Set(['can', 'could', 'possible', 'conceivable']);
const PROBABLE = new Set([
  'likely',
  'probably',
  'presumably',
  'apparently',
  'seem',
  'appear',
  'seemingly',
  'believe',
  'think',
  'expect',
  'suspect',
  'anticipate',
  'should',
]);
const INVOLVEMENT = new Set([
  'responsible',
  'responsibility',
  'role',
  'involve',
  'involved',
  'involvement',
  'behind',
  'part',
  'hand',
  'link',
  'connection',
  'blame',
]);

export interface Attitude {
  readonly stance?: Stance;
  readonly certainty: Certainty;
  readonly polarity: Polarity;
}

/** What position the speaker takes, and how firmly, by the cue's sense and the words of the content. */
export function judgeAttitude(sentence: ParsedSentence, attribution: Attribution): Attitude {
  if (attribution.withheld) return { certainty: 'unknown', polarity: 'affirmed' };
  const root = rootOfContent(sentence, attribution.content);
  const stance = judgeStance(sentence, attribution, root);
  const negatedContent = root !== undefined && isNegatedClause(sentence, root);
  return {
    stance,
    certainty: judgeCertainty(sentence, attribution, stance, root),
    polarity: attribution.negated || negatedContent ? 'negated' : 'affirmed',
  };
}

/** The same of words that somebody says without a cue of their own. */
export function judgeWords(sentence: ParsedSentence, content: readonly number[]): Attitude {
  const root = rootOfContent(sentence, content);
  return {
    stance: 'asserts',
    certainty: certaintyOf(sentence, content, root),
    polarity: root !== undefined && isNegatedClause(sentence, root) ? 'negated' : 'affirmed',
  };
}

function judgeStance(sentence: ParsedSentence, attribution: Attribution, root: number | undefined): Stance {
  const { sense, content } = attribution;
  const lemmas = content.map((i) => sentence.tokens[i]!.lemma.toLowerCase());
  if (isResponsibilityClaim(sense.act, lemmas)) return 'claimsResponsibility';
  if (sense.stance === 'promises') return lemmas.some((lemma) => HARM.has(lemma)) ? 'threatens' : 'promises';
  if (sense.stance !== 'asserts' || root === undefined) return sense.stance;
  const isOwnFuture = isOwnIntent(sentence, attribution, root);
  if (isOwnFuture && HARM.has(sentence.tokens[root]!.lemma)) return 'threatens';
  if (isOwnDeed(sentence, attribution, root)) return 'claimsResponsibility';
  if (isOwnFuture && isAct(sentence, root)) return 'promises';
  if (isDemand(sentence, attribution, root)) return 'demands';
  if (isNegatedClause(sentence, root) && lemmas.some((lemma) => INVOLVEMENT.has(lemma))) return 'denies';
  if (isBlame(sentence, root)) return 'blames';
  return 'asserts';
}

/** "claimed responsibility", "took responsibility for". */
function isResponsibilityClaim(act: string, lemmas: readonly string[]): boolean {
  const isOwned =
    act === 'claim' && lemmas.slice(0, 3).some((lemma) => DEEDS.has(lemma)) && !lemmas.includes('that');
  // "A group calling itself … claimed it": what was told before.
  if (isOwned || (act === 'claim' && lemmas.length === 1 && ['it', 'this', 'that'].includes(lemmas[0]!)))
    return true;
  const isClaiming = ['claim', 'take', 'accept', 'admit', 'acknowledge', 'deny'].includes(act);
  return act !== 'deny' && isClaiming && (lemmas[0] === 'responsibility' || lemmas[1] === 'responsibility');
}

const DEEDS = new Set(
  'attack strike bombing blast explosion killing assassination raid shooting ambush operation assault'.split(
    ' ',
  ),
);

/** "said that it would retaliate", "said he would attend": what the speaker itself is going to do. */
function isOwnIntent(sentence: ParsedSentence, attribution: Attribution, root: number): boolean {
  const willBe = findChildren(sentence, root, 'aux').some((i) =>
    ['will', 'would', 'shall', "'ll", '’ll'].includes(sentence.tokens[i]!.text.toLowerCase()),
  );
  const subject = findChild(sentence, root, 'nsubj');
  if (!willBe || subject === undefined) return false;
  const name = sentence.tokens[subject]!.text.toLowerCase();
  const speaker =
    attribution.source === undefined ? '' : sentence.tokens[attribution.source]!.text.toLowerCase();
  return OWN.has(name) || name === speaker;
}

/** States and wishes are announced by nobody: "said he would like to", "said they would be safe". */
const STATES: ReadonlySet<string> = new Set(
  'be have need like love prefer want know think believe seem appear become remain face lose suffer die hope wish feel'.split(
    ' ',
  ),
);

function isAct(sentence: ParsedSentence, root: number): boolean {
  const { upos, lemma } = sentence.tokens[root]!;
  const isPassive = findChild(sentence, root, 'aux:pass', 'cop') !== undefined;
  return upos === 'VERB' && !STATES.has(lemma) && !isPassive && !isNegatedClause(sentence, root);
}

/** "claims that it fired six": a done deed of harm that the speaker calls its own. */
function isOwnDeed(sentence: ParsedSentence, attribution: Attribution, root: number): boolean {
  const token = sentence.tokens[root]!;
  const subject = findChild(sentence, root, 'nsubj');
  if (subject === undefined || !['claim', 'say'].includes(attribution.sense.act)) return false;
  const isDeed =
    token.xpos === 'VBD' &&
    ['fire', 'launch', 'attack', 'strike', 'bomb', 'shell', 'kill'].includes(token.lemma);
  return (
    isDeed &&
    ['it', 'we', 'they'].includes(sentence.tokens[subject]!.text.toLowerCase()) &&
    !isNegatedClause(sentence, root)
  );
}

/** "said that Iran must stop": wants an act of somebody else. */
function isDemand(sentence: ParsedSentence, attribution: Attribution, root: number): boolean {
  const must = findChildren(sentence, root, 'aux').some((i) =>
    ['must', 'should'].includes(sentence.tokens[i]!.text.toLowerCase()),
  );
  const subject = findChild(sentence, root, 'nsubj');
  if (!must || subject === undefined || sentence.tokens[root]!.upos !== 'VERB') return false;
  const isSelf = ['i', 'we'].includes(sentence.tokens[subject]!.text.toLowerCase());
  return (
    !isSelf &&
    attribution.sense.certainty === undefined &&
    findChild(sentence, root, 'aux:pass') === undefined
  );
}

/** "said that the group was behind the attack", "said Iran was responsible for it". */
function isBlame(sentence: ParsedSentence, root: number): boolean {
  const token = sentence.tokens[root]!;
  const isResponsible = token.lemma === 'responsible' || token.text.toLowerCase() === 'blame';
  const isBehind = findChildren(sentence, root, 'case').some(
    (i) => sentence.tokens[i]!.text.toLowerCase() === 'behind',
  );
  return (
    (isResponsible || (isBehind && findChild(sentence, root, 'nsubj') !== undefined)) &&
    !isNegatedClause(sentence, root)
  );
}

/** Who asks puts nothing forward as certain. */
const ASKING: ReadonlySet<string> = new Set(['ask', 'question', 'wonder', 'inquire']);

function judgeCertainty(
  sentence: ParsedSentence,
  attribution: Attribution,
  stance: Stance,
  root: number | undefined,
): Certainty {
  if (stance === 'demands' || stance === 'doubts' || ASKING.has(attribution.sense.act)) return 'unknown';
  const own = certaintyOf(sentence, attribution.content, root);
  return own === 'possible' ? own : (attribution.sense.certainty ?? own);
}

/** How firmly the words of a content speak by themselves; `root` is its main word. */
function certaintyOf(
  sentence: ParsedSentence,
  content: readonly number[],
  root: number | undefined,
): Certainty {
  const words = mainWords(sentence, content, root);
  // "could not have been prevented" is no hedge, "might not come" is one.
  const isBarred = root !== undefined && isNegated(sentence, root);
  if (words.some((word) => POSSIBLE.has(word) && !(isBarred && ABLE.has(word)))) return 'possible';
  return words.some((word) => PROBABLE.has(word)) ? 'probable' : 'certain';
}

/** Words of the main clause only: a "may" in a relative clause does not hedge the whole. */
function mainWords(sentence: ParsedSentence, content: readonly number[], root: number | undefined): string[] {
  if (root === undefined) return [];
  const near = [root, ...findChildren(sentence, root, 'aux', 'advmod', 'cop', 'amod')];
  const open = findChildren(sentence, root, 'xcomp', 'ccomp').filter(
    (i) => sentence.tokens[root]!.lemma !== 'be' || i > root,
  );
  return [...near, ...open]
    .filter((i) => content.includes(i))
    .flatMap((i) => {
      const token = sentence.tokens[i]!;
      return [token.text.toLowerCase(), token.lemma.toLowerCase()];
    });
}

/** The word of the content on which its other words hang. */
export function rootOfContent(sentence: ParsedSentence, content: readonly number[]): number | undefined {
  const inside = new Set(content);
  const tops = content.filter((i) => {
    const token = sentence.tokens[i]!;
    return !inside.has(token.head) && !hasRelation(token, ['punct', 'mark', 'cc']);
  });
  return tops.find((i) => ['VERB', 'AUX', 'ADJ'].includes(sentence.tokens[i]!.upos)) ?? tops[0];
}

/** Whether a clause says that something is not so: by its verb, or by a subject such as "no group". */
export function isNegatedClause(sentence: ParsedSentence, root: number): boolean {
  if (isNegated(sentence, root)) return true;
  const subject = findChild(sentence, root, 'nsubj');
  return subject !== undefined && isNegated(sentence, subject);
}

/** How much of the content stands in quotation marks. */
export function judgeQuote(pieces: readonly Span[], quotations: readonly Quotation[]): Quote {
  let quoted = 0;
  let whole = 0;
  for (const piece of pieces) {
    whole += piece.end - piece.start;
    for (const { start, end } of quotations)
      quoted += Math.max(0, Math.min(end, piece.end) - Math.max(start, piece.start));
  }
  if (quoted === 0) return 'indirect';
  return whole - quoted <= 3 ? 'direct' : 'mixed';
}

const PROOFS = new Set([
  'evidence',
  'proof',
  'detail',
  'details',
  'specifics',
  'documentation',
  'corroboration',
  'basis',
]);
const GIVING = new Set(
  'provide give offer present cite show share produce supply release disclose furnish elaborate'.split(' '),
);
const DATA = new Set(
  'data figure document record image imagery photo video footage satellite recording transcript statistic intelligence log'.split(
    ' ',
  ),
);

/** Whether a sentence says that no evidence was given, and by whom: the index of the verb's subject, if it has one. */
export function findMissingEvidence(sentence: ParsedSentence): { readonly verb: number } | undefined {
  const words = lowerWords(sentence);
  for (let i = 0; i < words.length; i++) {
    if (!PROOFS.has(words[i]!)) continue;
    const verb = findGivingVerb(sentence, i);
    if (verb === undefined) continue;
    const isDenied =
      isNegated(sentence, verb) ||
      isNegated(sentence, i) ||
      isWithout(sentence, verb) ||
      isWithout(sentence, i);
    if (isDenied) return { verb };
  }
  return undefined;
}

function findGivingVerb(sentence: ParsedSentence, proof: number): number | undefined {
  let current = proof;
  for (let steps = 0; steps < 3; steps++) {
    const { head } = sentence.tokens[current]!;
    if (head < 0) return undefined;
    if (GIVING.has(sentence.tokens[head]!.lemma) || isWithout(sentence, current))
      return isWithout(sentence, current) ? current : head;
    current = head;
  }
  return undefined;
}

const isWithout = (sentence: ParsedSentence, i: number) =>
  findChildren(sentence, i, 'case', 'mark').some((k) => sentence.tokens[k]!.text.toLowerCase() === 'without');

/** "given" where the claim names its ground: "citing satellite images", a document or record that itself speaks. */
export function judgeEvidence(
  sentence: ParsedSentence,
  attribution: Attribution,
  isDocument: boolean,
): Evidence {
  if (attribution.withheld) return 'withheld';
  if (isDocument) return 'given';
  const citing = lowerWords(sentence).indexOf('citing');
  const object = citing < 0 ? undefined : findChild(sentence, citing, 'obj');
  return object !== undefined && DATA.has(sentence.tokens[object]!.lemma) ? 'given' : 'unstated';
}
