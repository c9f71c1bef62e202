import type { Certainty, Claim, Evidence as EvidenceMark, Polarity, Stance } from '../../model/claim.ts';
import type { DropReason } from '../../model/second.ts';
import type { Span } from '../../model/span.ts';
import type { CheckedLink } from './check-link.ts';
import { type Evidence, findAround, sliceOf } from './evidence.ts';
import type { OfferedClaim } from './schema.ts';

type Attitude = Pick<Claim, 'stance' | 'certainty' | 'polarity' | 'evidence'>;

/** What is said and by what words, with the innermost link where somebody else than the outlet says it. */
export interface Saying {
  readonly content: Span;
  readonly innermost: CheckedLink | undefined;
}

/**
 * Stance, certainty, polarity and evidence where words of the text bear them out; undefined, and counted, where one of the first
 * three has none. Whoever steers a model cannot turn a rumour into a fact, or an assertion into a denial.
 */
export function checkAttitude(
  evidence: Evidence,
  offered: OfferedClaim,
  saying: Saying,
): Attitude | undefined {
  const { drops } = evidence;
  const stance = offered.stance ?? undefined;
  const { certainty, polarity } = offered;
  const wrong: DropReason | undefined = !isStanceBorne(evidence, stance, saying)
    ? 'stance without words'
    : !isCertaintyBorne(evidence, certainty, saying)
      ? 'certainty without words'
      : !isPolarityBorne(evidence, { polarity, stance }, saying)
        ? 'polarity against the words'
        : undefined;
  if (wrong !== undefined) return drops.add(wrong);
  return {
    ...(stance === undefined ? {} : { stance }),
    certainty,
    polarity,
    evidence: checkMark(evidence, offered.evidence ?? 'unstated', saying),
  };
}

function passageOf(evidence: Evidence, { content, innermost }: Saying): string {
  const start = Math.min(content.start, innermost?.span.start ?? content.start);
  const end = Math.max(content.end, innermost?.span.end ?? content.end);
  return sliceOf(evidence, { start, end });
}

/** By the sense of the cue; a cue that only says ("said") takes its stance from what is said. */
function isStanceBorne(evidence: Evidence, stance: Stance | undefined, saying: Saying): boolean {
  const { words } = evidence.lexicon;
  const { innermost } = saying;
  if (innermost === undefined) return stance === 'asserts';
  const stances = innermost.senses.map((sense) => sense.stance);
  if (stance === undefined) return words.holds('stance', 'none', passageOf(evidence, saying));
  if (stances.includes(stance)) return true;
  // "said that it was not so" asserts something negative: only a cue denies.
  if (stance === 'denies' || !stances.includes('asserts')) return false;
  return words.holds('stance', stance, passageOf(evidence, saying));
}

function isCertaintyBorne(evidence: Evidence, certainty: Certainty, saying: Saying): boolean {
  const { words } = evidence.lexicon;
  const isOfCue = saying.innermost?.senses.some((sense) => sense.certainty === certainty) === true;
  if (certainty === 'certain')
    return isOfCue || !words.holds('not-certainty', certainty, sliceOf(evidence, saying.content));
  return isOfCue || words.holds('certainty', certainty, passageOf(evidence, saying));
}

/** Words right before what is said, in which a negation makes all of it negative. */
const BEFORE = 24;

function isPolarityBorne(
  evidence: Evidence,
  { polarity, stance }: { readonly polarity: Polarity; readonly stance: Stance | undefined },
  saying: Saying,
): boolean {
  const { words } = evidence.lexicon;
  const isNegative = (passage: string) => words.holds('polarity', 'negated', passage);
  if (polarity === 'negated') return isNegative(passageOf(evidence, saying));
  const { content, innermost } = saying;
  const sentence = findAround(evidence, content);
  const before = sliceOf(evidence, {
    start: Math.max(sentence.start, content.start - BEFORE),
    end: content.start,
  });
  const cue = innermost?.link.cue?.text ?? '';
  // A denial is affirmed: what is denied is another matter. Of one who takes no position nothing is negative.
  if (stance === 'denies' || stance === undefined) return true;
  return !/\b(?:not|no|never|nor|neither|cannot)\b|n['’]t\b/i.test(`${before} ${cue}`);
}

function checkMark(
  { lexicon, drops, ...evidence }: Evidence,
  mark: EvidenceMark,
  saying: Saying,
): EvidenceMark {
  if (mark === 'unstated') return mark;
  const near = findAround({ lexicon, drops, ...evidence }, saying.content);
  if (lexicon.words.holds('evidence', mark, sliceOf({ lexicon, drops, ...evidence }, near))) return mark;
  drops.add('evidence without words');
  return 'unstated';
}
