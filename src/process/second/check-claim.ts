import type { Claim } from '../../model/claim.ts';
import { isOverlapping, makeTextSpan, type Span } from '../../model/span.ts';
import { outletLink } from '../lang/en/claim/claims.ts';
import { judgeQuote } from '../lang/en/claim/stance.ts';
import { checkAttitude } from './check-attitude.ts';
import { type CheckedEvent, checkEvent } from './check-event.ts';
import { type CheckedLink, checkLink } from './check-link.ts';
import { countSentences, type Evidence, findAround, sliceOf } from './evidence.ts';
import { findQuotes } from './quotes.ts';
import type { OfferedClaim } from './schema.ts';
import { BY } from './stage.ts';

/** A claim that its words bear out, before it has an id, with its events. */
export interface CheckedClaim {
  readonly claim: Omit<Claim, 'id' | 'events'>;
  readonly events: readonly CheckedEvent[];
}

/** Longest content: more is a copy of the page. */
const LONGEST = 1500;
const MOST_SENTENCES = 6;
/** Places at which words that stand more than once are tried. */
const TRIES = 4;

/**
 * A claim whose words stand in the text, with its source and cue near them; undefined, and counted, where anything of that fails.
 *
 * @param part The part of the text that was asked about.
 * @param after Where the claim before it starts: of words that stand more than once, those behind it are meant.
 */
export function checkClaim(
  evidence: Evidence,
  offered: OfferedClaim,
  { part, after }: { readonly part: Span; readonly after: number },
): CheckedClaim | undefined {
  const { drops } = evidence;
  const found = findQuotes(evidence.quoted, offered.quote, part);
  const fitting = found.filter(
    (span) => span.end - span.start <= LONGEST && countSentences(evidence, span) <= MOST_SENTENCES,
  );
  const [first] = fitting;
  if (first === undefined || !/\p{L}/u.test(sliceOf(evidence, first))) return drops.add('not in the text');
  const ahead = fitting.filter(({ start }) => start >= after);
  const tried = [...ahead, ...fitting.filter(({ start }) => start < after)].slice(0, TRIES);
  const content = tried.find((span) => isNamedNear(evidence, offered, span)) ?? tried[0]!;
  return checkAt(evidence, offered, content);
}

/** Whether the names of the chain stand near: of equal words those are meant that are beside their source. */
function isNamedNear(evidence: Evidence, { chain }: OfferedClaim, content: Span): boolean {
  const near = findAround(evidence, content, 1);
  return chain.every(({ name }) => findQuotes(evidence.quoted, name, near).length > 0);
}

function checkAt(evidence: Evidence, offered: OfferedClaim, content: Span): CheckedClaim | undefined {
  const { reading, quotations, drops } = evidence;
  const links: CheckedLink[] = [];
  for (const [i, each] of offered.chain.entries()) {
    const link = checkLink(evidence, each, { content, isInnermost: i === offered.chain.length - 1 });
    if (link === undefined) return undefined;
    links.push(link);
  }
  const innermost = links.at(-1);
  if (innermost === undefined && countSentences(evidence, content) > 1) return drops.add('carries nothing');
  const quote = innermost === undefined ? 'none' : judgeQuote([content], quotations);
  const cue = innermost?.link.cue;
  // A paraphrase stands in the sentence of its cue; only quoted words go on behind it.
  if (cue !== undefined && quote === 'indirect' && !isOverlapping(findAround(evidence, cue), content))
    return drops.add('cue not near');
  const attitude = checkAttitude(evidence, offered, { content, innermost });
  if (attitude === undefined) return undefined;
  const spans = [content, ...links.map(({ span }) => span)];
  return {
    claim: {
      kind: 'claim',
      start: Math.min(...spans.map(({ start }) => start)),
      end: Math.max(...spans.map(({ end }) => end)),
      content: {
        ...makeTextSpan(reading.document.text, content.start, content.end),
        spans: [[content.start, content.end]],
      },
      chain: [outletLink(reading.document), ...links.map(({ link }) => link)],
      quote,
      ...attitude,
      by: BY,
    },
    events: checkEvents(evidence, offered, { content, stance: attitude.stance }),
  };
}

function checkEvents(
  evidence: Evidence,
  offered: OfferedClaim,
  claim: Pick<Parameters<typeof checkEvent>[2], 'content' | 'stance'>,
): readonly CheckedEvent[] {
  const events: CheckedEvent[] = [];
  for (const each of offered.events) {
    const taken = events.map(({ trigger }) => trigger);
    const event = checkEvent(evidence, each, { ...claim, taken });
    if (event !== undefined) events.push(event);
  }
  return events;
}
