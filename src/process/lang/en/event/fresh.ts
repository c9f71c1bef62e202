import type { TimeExpression } from '../../../../model/time.ts';
import { findChildren } from '../../../sentence/phrase.ts';
import { wordAt } from '../../../sentence/view.ts';
import type { EventDraft, EventLinks } from './draft.ts';

export interface FreshContext {
  readonly times: readonly TimeExpression[];
  /** ISO 8601, as precise as known. */
  readonly published?: string;
}

/** Sentences at the beginning of a text that tell its news. */
const LEAD = 2;

/**
 * Gives the publication day to fresh news without a time word: what the first sentences tell in a main clause as just done
 * ("has accused", "gunmen attack") or as under way. Past, open and denied events never take it.
 */
export function dateFresh(
  drafts: readonly EventDraft[],
  links: readonly EventLinks[],
  { times, published }: FreshContext,
): EventLinks[] {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0];
  if (day === undefined) return [...links];
  return links.map((link, i) => {
    const draft = drafts[i]!;
    const isOpen = link.when === undefined && !link.background && link.sameAs === undefined;
    if (!isOpen || draft.trigger.at >= LEAD || draft.offset !== undefined || !isFresh(draft)) return link;
    const { start, end } = draft.sentence;
    if (times.some((time) => time.type !== 'DURATION' && time.start >= start && time.end <= end)) return link;
    return { ...link, when: { from: day, to: day, precision: 'day' as const, anchor: 'published' } };
  });
}

const MAIN = new Set(['root', 'ccomp', 'conj', 'parataxis']);
/** Words by which a perfect sums up a longer time, or a present tells a habit. */
const LONG =
  /^(?:repeatedly|previously|often|long|already|never|always|ever|regularly|since|for|over|sometimes|usually|once|before|times)$/;

function isFresh({ sentence, trigger, realis, posture }: EventDraft): boolean {
  if ((realis !== 'occurred' && realis !== 'ongoing') || posture === 'capability') return false;
  const verb = trigger.carrier ?? trigger.index;
  const { upos, xpos, deprel } = sentence.tokens[verb]!;
  if (upos !== 'VERB' || !MAIN.has(deprel.split(':')[0]!) || deprel === 'acl:relcl') return false;
  if (sentence.tokens.some((_, i) => LONG.test(wordAt(sentence, i)))) return false;
  const helpers = findChildren(sentence, verb, 'aux').map((i) => wordAt(sentence, i));
  const isPerfect = xpos === 'VBN' && helpers.some((word) => word === 'has' || word === 'have');
  const isGoing = xpos === 'VBG' && helpers.some((word) => word === 'is' || word === 'are');
  return (
    isPerfect ||
    isGoing ||
    ((xpos === 'VBZ' || xpos === 'VBP') && helpers.length === 0 && realis === 'occurred')
  );
}
