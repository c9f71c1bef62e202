import { findChunkStart } from '../../../sentence/agent.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { Attribution } from './attribution.ts';
import { rootOfContent } from './stance.ts';

/** "CNN reported that officials fear …" is one claim with two links: the outer one alone says nothing more. */
export function isMereRelay(
  sentence: ParsedSentence,
  outer: Attribution,
  all: readonly Attribution[],
): boolean {
  // Who denies, fears or demands what another said takes a position of his own.
  if (outer.sense.stance === 'denies') return false;
  const inside = all.filter(
    (inner) =>
      inner !== outer &&
      !inner.withheld &&
      inner.source !== outer.source &&
      outer.content.includes(inner.head),
  );
  if (inside.length === 0) return false;
  const root = rootOfContent(sentence, outer.content);
  return inside.some((inner) => inner.head === root || fills(sentence, inner, outer));
}

/** Whether an inner attribution, source, cue and content, takes up the whole of an outer content. */
function fills(sentence: ParsedSentence, inner: Attribution, outer: Attribution): boolean {
  if (inner.source === undefined || outer.content.length === 0) return false;
  const start = Math.min(findChunkStart(sentence, inner.source), inner.cue[0]!, inner.content[0]!);
  return start <= outer.content[0]! + 1 && inner.content.at(-1)! >= outer.content.at(-1)! - 1;
}
