import type { Realis } from '../../../../model/event.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { hasRelation } from '../../../sentence/phrase.ts';
import type { ClaimDraft } from '../claim/claims.ts';
import { rootOfContent } from '../claim/stance.ts';
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

/** "warned of an attack", "denied the attack", "vowed to strike": the stance decides where grammar leaves it open. */
export function weighStance(
  sentence: ParsedSentence,
  trigger: Trigger,
  claim: ClaimDraft | undefined,
  realis: Realis,
): Realis {
  if (claim?.stance === undefined || claim.quote === 'none') return realis;
  const decided = STANCE_REALIS[claim.stance];
  if (decided === undefined) return realis;
  const content = sentence.tokens.flatMap((token, i) =>
    claim.content.spans.some(([start, end]) => token.start >= start && token.end <= end) ? [i] : [],
  );
  const root = rootOfContent(sentence, content);
  if (root === undefined || (root !== trigger.index && root !== trigger.carrier)) return realis;
  const main = sentence.tokens[root]!;
  const isTold =
    main.upos === 'VERB' && (['VBD', 'VBZ', 'VBP'].includes(main.xpos) || hasPerfect(sentence, root));
  if (claim.stance === 'denies')
    return realis === 'denied' || claim.polarity === 'affirmed' || isTold ? 'denied' : realis;
  if (isTold || realis === 'denied' || realis === 'conditional') return realis;
  // What the grammar says more precisely stands: "ordered the withdrawal" is no mere wish, "plotted to kill" no threat.
  if (realis === 'prepared' || realis === 'exercise') return realis;
  if (realis === 'ordered' && decided === 'possible') return realis;
  if (decided === 'ordered' && OFFERING.has(claim.chain.at(-1)?.cue?.act ?? '')) return 'possible';
  return decided;
}

/** Who offers or proposes has promised nothing yet. */
const OFFERING: ReadonlySet<string> = new Set(['offer', 'propose']);

const hasPerfect = (sentence: ParsedSentence, verb: number) =>
  sentence.tokens.some(
    (token) => token.head === verb && hasRelation(token, ['aux']) && token.lemma === 'have',
  );
