import type { Realis } from '../../../../model/event.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, hasRelation } from '../../../sentence/phrase.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import type { ClaimDraft } from '../claim/claims.ts';
import { rootOfContent } from '../claim/stance.ts';
import { tryAbove } from './attempt.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Trigger } from './trigger.ts';

/** What a speaker's position makes of the act that is the main word of what he says. */
const STANCE_REALIS: Readonly<Record<string, Realis>> = {
  fears: 'possible',
  warns: 'possible',
  doubts: 'possible',
  demands: 'possible',
  threatens: 'threatened',
  promises: 'ordered',
  estimates: 'expected',
  denies: 'denied',
};

interface StanceContext {
  readonly claim: ClaimDraft | undefined;
  /** What grammar alone says. */
  readonly given: Realis;
  readonly lexicon: EventLexicon;
}

/** "warned of an attack", "denied the attack", "vowed to strike": the stance decides where grammar leaves it open. */
export function weighStance(
  sentence: ParsedSentence,
  trigger: Trigger,
  { claim, given, lexicon }: StanceContext,
): Realis {
  const realis = given === 'ordered' && isHarmPledged(sentence, trigger) ? 'threatened' : given;
  if (claim?.stance === undefined || claim.quote === 'none') return realis;
  const decided = STANCE_REALIS[claim.stance];
  if (decided === undefined && realis !== 'expected') return realis;
  const content = sentence.tokens.flatMap((token, i) =>
    claim.content.spans.some(([start, end]) => token.start >= start && token.end <= end) ? [i] : [],
  );
  const root = rootOfContent(sentence, content);
  if (root === undefined || !isToldBy(sentence, trigger, { root, lexicon })) return realis;
  const main = sentence.tokens[root]!;
  const isTold =
    main.upos === 'VERB' && (['VBD', 'VBZ', 'VBP'].includes(main.xpos) || hasPerfect(sentence, root));
  if (
    claim.stance === 'warns' &&
    realis !== 'denied' &&
    realis !== 'conditional' &&
    isOwnWill(sentence, root)
  )
    return 'threatened';
  if (realis === 'expected' && isOwnPeople(sentence, root))
    return decided === 'threatened' ? decided : 'ordered';
  if (claim.stance === 'denies')
    return realis === 'denied' || claim.polarity === 'affirmed' || isTold ? 'denied' : realis;
  if (isTold || realis === 'denied' || realis === 'conditional') return realis;
  // What the grammar says more precisely stands: "ordered the withdrawal" is no mere wish, "plotted to kill" no threat.
  if (realis === 'prepared' || realis === 'exercise') return realis;
  if (realis === 'ordered' && decided === 'possible') return realis;
  if (decided === 'ordered' && OFFERING.has(claim.chain.at(-1)?.cue?.act ?? '')) return 'possible';
  // A threat that nobody utters is a danger: "the threat of strikes".
  const { act } = claim.chain.at(-1)?.cue ?? {};
  if (act === 'threat' && claim.chain.at(-1)!.start === undefined) return 'possible';
  if ((claim.stance === 'fears' || claim.stance === 'warns') && isKnown(sentence, root)) return realis;
  return decided ?? realis;
}

/** Whether a word is the one that tells an event: its own, the verb that carries it, or that of trying it. */
const isToldBy = (
  sentence: ParsedSentence,
  trigger: Trigger,
  { root, lexicon }: { readonly root: number; readonly lexicon: EventLexicon },
) => root === trigger.index || root === trigger.carrier || root === tryAbove(sentence, trigger, lexicon);

const HARMS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'SANCTION']);
const PLEDGING = new Set(['promise', 'pledge']);

/** "pledged to ban them": harm that its doer announces is threatened, whatever the verb. */
function isHarmPledged(sentence: ParsedSentence, { index, sense, carrier }: Trigger): boolean {
  if (!HARMS.has(sense.type)) return false;
  const verb = carrier ?? index;
  const { head, deprel } = sentence.tokens[verb]!;
  return head >= 0 && deprel === 'xcomp' && PLEDGING.has(lemmaAt(sentence, head));
}

const OWN = new Set(['it', 'they', 'we', 'he', 'she', 'i']);
const WILL = new Set(['will', 'would', "'ll", '’ll', "'d", '’d', 'shall']);

/** "warned that it would attack": harm of the speaker's own. */
function isOwnWill(sentence: ParsedSentence, verb: number): boolean {
  const subject = findChild(sentence, verb, 'nsubj');
  return (
    subject !== undefined &&
    OWN.has(wordAt(sentence, subject)) &&
    findChild(sentence, verb, 'aux:pass') === undefined &&
    findChildren(sentence, verb, 'aux').some((i) => WILL.has(wordAt(sentence, i)))
  );
}

const POSSESSIVE = new Set(['its', 'their', 'our', 'his', 'her', 'my']);
const PEOPLE = new Set(
  'country government army military side nation party group force troops movement union company administration ministry'.split(
    ' ',
  ),
);

/** "said his country will withdraw": announced by whoever will do it. */
function isOwnPeople(sentence: ParsedSentence, verb: number): boolean {
  const subject = findChild(sentence, verb, 'nsubj');
  if (subject === undefined || !PEOPLE.has(lemmaAt(sentence, subject))) return false;
  return findChildren(sentence, subject, 'nmod:poss').some((i) => POSSESSIVE.has(wordAt(sentence, i)));
}

const DEFINITE = new Set(['the', 'this', 'these', 'those']);

/** "worried about the killings": named as known, without a word that leaves them open. */
const isKnown = (sentence: ParsedSentence, noun: number) =>
  sentence.tokens[noun]!.xpos === 'NNS' &&
  findChildren(sentence, noun, 'det').some((i) => DEFINITE.has(wordAt(sentence, i)));

/** Who offers or proposes has promised nothing yet. */
const OFFERING: ReadonlySet<string> = new Set(['offer', 'propose', 'proposal', 'suggest', 'suggestion']);

const hasPerfect = (sentence: ParsedSentence, verb: number) =>
  sentence.tokens.some(
    (token) => token.head === verb && hasRelation(token, ['aux']) && token.lemma === 'have',
  );
