import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, isNegated } from '../../../sentence/phrase.ts';
import type { Attribution, CueContext } from './attribution.ts';
import { startsSecondAct } from './extent.ts';
import type { LearnedAttribution } from './learned/learned.ts';
import type { CueLexicon, CuePos, CueSense } from './lexicon.ts';
import { findAddressee } from './make.ts';
import { rootOfContent } from './stance.ts';

/** Attributions of one sentence: those at its end, outermost first, and those before them. */
export interface Combined {
  readonly tails: readonly Attribution[];
  readonly found: readonly Attribution[];
}

/** What the rankers found in the sentence, and the words that say what a cue means. */
interface Learnt {
  readonly learned: readonly LearnedAttribution[];
  readonly cues: CueLexicon;
  /** Lemmas of verbs of violence: "attacked the plan" is a figure of speech, "attacked the village" is none. */
  readonly deeds: ReadonlySet<string>;
}

/**
 * Brings together what grammar and word lists found with what the rankers found. Where both see one cue, the rankers
 * say how far source, cue and content reach, the lists what the word means; what only the rankers see gets the sense of
 * its word. What only the lists see stays where it stands inside or around another attribution (a relay), or says what
 * no ranker looks for: that somebody was asked and did not answer, denied, or claimed.
 */
export function combine(
  context: CueContext,
  { tails, found }: Combined,
  { learned, cues, deeds }: Learnt,
): Combined {
  const ruled = [...tails, ...found];
  const matches = new Map<Attribution, LearnedAttribution>();
  const fresh: Attribution[] = [];
  for (const one of learned) {
    const same = ruled.filter((rule) => !matches.has(rule) && isSameCue(rule, one));
    const rule = same.find(({ head }) => head === one.head) ?? same[0];
    if (rule === undefined) fresh.push(...makeFresh(context, one, { cues, deeds }));
    else matches.set(rule, one);
  }
  const keep = (rule: Attribution): Attribution[] => {
    // "spoke of eight shells, the ministry of three": a verb that is said once for two speakers is the lists' matter.
    if (ruled.some((other) => other.isGapped === true && other.sense === rule.sense)) return [rule];
    const match = matches.get(rule);
    if (match !== undefined) return [adopt(context, rule, { own: match, others: learned })];
    // What is set off at the end of a sentence by commas is told by its place alone.
    return tails.includes(rule) || isKept(context, rule, learned) ? [rule] : [];
  };
  const all = [...found.flatMap(keep), ...fresh].sort((a, b) => a.head - b.head);
  return { tails: tails.flatMap(keep), found: all.map((one) => cutAtSecondAct(context, one, all)) };
}

/** What a speaker says ends where he goes on to say something else, or where somebody else is set against him. */
function cutAtSecondAct(context: CueContext, one: Attribution, all: readonly Attribution[]): Attribution {
  const end = findSecondAct(context, one, all) ?? findContrast(context, one, all);
  if (end === undefined) return one;
  const content = one.content.filter((i) => i <= end);
  if (content.length === 0) return one;
  const limit = context.sentence.tokens[end]!.end;
  const pieces = one.pieces
    ?.filter(({ start }) => start < limit)
    .map((piece) => (piece.end > limit ? { ...piece, end: limit } : piece));
  return { ...one, content, ...(pieces === undefined ? {} : { pieces }) };
}

/** "said the border was calm but warned that …": the last word before the second act of the same speaker. */
function findSecondAct(
  { sentence }: CueContext,
  one: Attribution,
  all: readonly Attribution[],
): number | undefined {
  const next = all.find(
    (other) =>
      other !== one &&
      other.source === one.source &&
      one.content.includes(other.head) &&
      other.head > one.head &&
      startsSecondAct(sentence, other.head),
  );
  if (next?.source === undefined || next.source > one.head) return undefined;
  let end = Math.min(next.head, ...next.cue) - 1;
  while (end > one.head && ['CCONJ', 'ADV', 'PUNCT'].includes(sentence.tokens[end]!.upos)) end--;
  return end;
}

const CONTRASTING: ReadonlySet<string> = new Set(['though', 'although', 'while', 'whereas']);

/** "has blamed the army, though no group has claimed …": the last word before the clause in which another one speaks. */
function findContrast(
  { sentence, quoteOf }: CueContext,
  one: Attribution,
  all: readonly Attribution[],
): number | undefined {
  const at = one.content.find(
    (i) =>
      i > one.head &&
      quoteOf[i]! < 0 &&
      CONTRASTING.has(sentence.tokens[i]!.text.toLowerCase()) &&
      all.some(
        (other) => other !== one && other.head > i && (other.source === undefined || other.source > i),
      ),
  );
  if (at === undefined) return undefined;
  return sentence.tokens[at - 1]!.upos === 'PUNCT' ? at - 2 : at - 1;
}

const isSameCue = (rule: Attribution, { head, cue }: LearnedAttribution): boolean =>
  rule.head === head || cue.includes(rule.head) || rule.cue.includes(head);

/** What the rankers found at a cue, and at all cues of its sentence. */
interface Learning {
  readonly own: LearnedAttribution;
  readonly others: readonly LearnedAttribution[];
}

/** The rule's sense with the rankers' words. */
function adopt(
  context: CueContext,
  rule: Attribution,
  { own: { cue, source, content, pieces }, others }: Learning,
): Attribution {
  const { source: ruled, ...rest } = rule;
  const { tokens } = context.sentence;
  // "said the arms were there, noting that …": the participle goes on with who spoke, whoever stands nearer.
  const isSaid = source !== undefined && others.some(({ content: said }) => said.includes(source.head));
  const isResumed = isSaid && tokens[rule.head]!.xpos === 'VBG' && tokens[rule.head - 1]?.text === ',';
  const isRuled = ruled !== undefined && (source === undefined || isResumed);
  const phrase = isRuled ? others.find((other) => other.source?.head === ruled)?.source?.span : source?.span;
  return {
    ...rest,
    cue,
    // "spoke of two shells": a measure ends with its noun.
    ...(rule.frame === 'of' ? {} : { content, pieces }),
    ...(isBare(context, content, rule.sense) ? { isTopic: true } : {}),
    ...(isRuled ? { source: ruled } : {}),
    ...(isRuled || source === undefined ? {} : { source: findReferent(context.sentence, source.head) }),
    ...(phrase === undefined ? {} : { phrase }),
  };
}

/** "officials, who said": the noun that a relative pronoun stands for, else the word itself. */
function findReferent(sentence: ParsedSentence, source: number): number {
  if (!['WP', 'WDT'].includes(sentence.tokens[source]!.xpos)) return source;
  for (let i = source, steps = 0; i >= 0 && steps < 6; steps++) {
    const { deprel, head } = sentence.tokens[i]!;
    if (deprel === 'acl:relcl') return head >= 0 && head < source ? head : source;
    i = head;
  }
  return source;
}

/** Positions that the lists know and nobody marks where only speech is marked. */
const TELLING: ReadonlySet<string> = new Set([
  'denies',
  'claimsResponsibility',
  'threatens',
  'fears',
  'warns',
  'blames',
  'demands',
]);

/** "Fears of an attack" say something though nobody is named who has them. */
const FELT: ReadonlySet<string> = new Set(['fears', 'warns', 'threatens']);

function isKept(
  { sentence }: CueContext,
  rule: Attribution,
  learned: readonly LearnedAttribution[],
): boolean {
  if (
    rule.withheld ||
    rule.isGapped ||
    rule.frame === 'count' ||
    rule.sense.stance === 'claimsResponsibility'
  )
    return true;
  // "spoke of eight shells": a figure that somebody gives.
  if (rule.frame === 'of' && rule.content.some((i) => sentence.tokens[i]!.upos === 'NUM')) return true;
  const isInside = learned.some(({ content }) => content.includes(rule.head));
  // "in charge of", "fears": inside somebody's words a position that nobody takes is a manner of speaking.
  if (isInside) return rule.source !== undefined;
  const isPosition = TELLING.has(rule.sense.stance);
  if (isPosition && (rule.source !== undefined || FELT.has(rule.sense.stance))) return true;
  const isSpeech = rule.sense.frames.has('quote') && rule.sense.frames.has('that');
  return isSpeech && learned.some(({ head }) => rule.content.includes(head));
}

/**
 * "said they fear that …": one speaker and one claim, and the position is that of the inner verb. Takes the inner one
 * into the outer, where the main word of what is said is a verb that the speaker, as a pronoun, goes on with.
 */
export function foldOwnThoughts(
  { sentence }: CueContext,
  attributions: readonly Attribution[],
): readonly Attribution[] {
  if (attributions.length < 2) return attributions;
  const folded = new Map<Attribution, Attribution>();
  const gone = new Set<Attribution>();
  for (const outer of attributions) {
    if (outer.source === undefined) continue;
    const root = rootOfContent(sentence, outer.content);
    const inner = attributions.find((one) => one !== outer && one.head === root && !one.withheld);
    if (inner?.source === undefined || !OWN.has(sentence.tokens[inner.source]!.text.toLowerCase())) continue;
    folded.set(outer, { ...outer, thought: inner });
    gone.add(inner);
  }
  return attributions.filter((one) => !gone.has(one)).map((one) => folded.get(one) ?? one);
}

const OWN: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it', 'i', 'we']);

function makeFresh(
  context: CueContext,
  { head, cue, source, content, pieces, score }: LearnedAttribution,
  { cues, deeds }: Pick<Learnt, 'cues' | 'deeds'>,
): readonly Attribution[] {
  const { sentence } = context;
  const sense = findSense(context, head, cues) ?? findSenseIn(context, cue, cues);
  const lemma = sentence.tokens[head]!.lemma.toLowerCase();
  // A word that no list knows must be the surer: not every act is a word of somebody's.
  if (sense === undefined && (score < SURE || deeds.has(lemma))) return [];
  const isNobody = source !== undefined && isNegated(sentence, source.head);
  return [
    {
      at: context.at,
      sense: sense ?? makePlain(lemma),
      frame: 'that',
      head,
      cue,
      content,
      pieces,
      isTopic: isTopic(context, { content, pieces }, sense),
      negated: isNegated(sentence, head) || isNobody,
      withheld: false,
      ...(source === undefined
        ? {}
        : { source: findReferent(context.sentence, source.head), phrase: source.span }),
      ...(sense?.frames.has('quote') && POS[sentence.tokens[head]!.upos] === 'verb' && content.length > 0
        ? findAddressee(context, head, content)
        : {}),
    },
  ];
}

/** "endorsed her", "said that": a bare pronoun says nothing; "denied it", "claimed it" take a position on what was told. */
const isBare = ({ sentence }: CueContext, content: readonly number[], sense: CueSense | undefined): boolean =>
  (sense === undefined || (sense.stance === 'asserts' && sense.act !== 'claim')) &&
  content.length > 0 &&
  content.every((i) => sentence.tokens[i]!.upos === 'PRON');

/** Log-odds. */
const SURE = -0.6;

/**
 * "endorsed the plan", "spoke about trade": no clause, no quotation and no number in what is said, and a word that the
 * lists do not know to say something with a mere noun ("confirmed the attack").
 */
function isTopic(
  context: CueContext,
  { content, pieces }: Pick<LearnedAttribution, 'content' | 'pieces'>,
  sense: CueSense | undefined,
): boolean {
  const { sentence, quoteOf } = context;
  const isTelling =
    sense !== undefined &&
    (sense.stance !== 'asserts' || sense.frames.has('np') || sense.frames.has('count'));
  if (isBare(context, content, sense)) return true;
  if (isTelling || content.length === 0) return false;
  const last = sentence.tokens[content.at(-1)!]!.end;
  if (pieces.some(({ end }) => end > last + 2)) return false;
  return !content.some((i) => {
    const { xpos, text } = sentence.tokens[i]!;
    const isClause = ['VBD', 'VBZ', 'VBP', 'MD', 'CD', 'VBG'].includes(xpos);
    return (
      isClause || quoteOf[i]! >= 0 || (text.toLowerCase() === 'to' && sentence.tokens[i + 1]?.xpos === 'VB')
    );
  });
}

const POS: Readonly<Record<string, CuePos>> = {
  VERB: 'verb',
  AUX: 'verb',
  NOUN: 'noun',
  ADJ: 'adj',
  ADV: 'adv',
};

/** What a word means as a cue: its first sense that fits. */
function findSense({ sentence }: CueContext, head: number, cues: CueLexicon): CueSense | undefined {
  const token = sentence.tokens[head]!;
  const lemma = token.lemma.toLowerCase();
  const pos = POS[token.upos] ?? 'verb';
  const particles = findChildren(sentence, head, 'compound:prt', 'obl').map((i) => {
    const word =
      pos === 'verb' && sentence.tokens[i]!.deprel === 'compound:prt'
        ? i
        : (findChildren(sentence, i, 'case')[0] ?? i);
    return sentence.tokens[word]!.text.toLowerCase();
  });
  const keys = [...particles.map((word) => `${lemma} ${word}`), lemma, token.text.toLowerCase()];
  for (const key of keys) {
    const senses = (cues.get(`${key}/${pos}`) ?? []).filter(({ frames }) => !frames.has('responsibility'));
    if (senses[0] !== undefined) return senses[0];
  }
  if (lemma === ':') return makePlain('say');
  return cues.get(`${token.text.toLowerCase()}/adp`)?.[0];
}

/** "expressed concern", "made clear": the sense of another word of the cue, the last that has one. */
function findSenseIn(context: CueContext, cue: readonly number[], cues: CueLexicon): CueSense | undefined {
  for (const i of cue.toReversed()) {
    const sense = POS[context.sentence.tokens[i]!.upos] === 'verb' ? undefined : findSense(context, i, cues);
    if (sense !== undefined) return sense;
  }
  return undefined;
}

/** Plain saying by a word that no list knows. */
const makePlain = (act: string): CueSense => ({
  lemma: act,
  pos: 'verb',
  act,
  stance: 'asserts',
  frames: new Set(),
});
