import type { TimeExpression } from '../../../../model/time.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, hasRelation } from '../../../sentence/phrase.ts';
import { isDatedBefore } from './dated-before.ts';
import type { EventDraft, EventLinks } from './draft.ts';
import { isDefinite, isToldAsPast } from './history.ts';
import { HAPPENED, lemmaOf } from './same.ts';

/** What the marks of history need to know of the document. */
export interface HistoryContext {
  /** ISO 8601, as precise as known. */
  readonly published?: string;
  readonly title?: string;
  readonly times?: readonly TimeExpression[];
  /** Words that mark what is told as history, lower case. */
  readonly isHistorical: (word: string, pos: 'adj' | 'adv') => boolean;
  /** Names of an entity, to see whether the headline speaks of it. */
  readonly namesOf: (id: string) => readonly string[];
}

/** How long ago, in days, news turns into history that is told again. */
const HISTORY_AFTER_DAYS = 30;

/** Marks what the text tells as history: long past, so called, or among such in one paragraph. */
export function markHistory(
  drafts: readonly EventDraft[],
  links: readonly EventLinks[],
  context: HistoryContext,
): EventLinks[] {
  const titleWords = context.title === undefined ? undefined : wordsOf(context.title);
  const heading: Heading = { ...context, ...(titleWords === undefined ? {} : { titleWords }) };
  const marked: EventLinks[] = [];
  const reference = context.published ?? findNewest(drafts, links);
  for (const [i, draft] of drafts.entries()) {
    const link = links[i]!;
    const isPast = HAPPENED.has(draft.realis) || draft.realis === 'denied';
    const isOld = link.when?.to !== undefined && isLongBefore(link.when.to, reference);
    const isTold = hasHistoricalWord(draft, context);
    const same = link.sameAs === undefined ? undefined : marked[link.sameAs];
    const cause = link.responseTo === undefined || link.responseTo >= i ? undefined : marked[link.responseTo];
    const isNewsless = link.when === undefined && (cause?.background ?? false) && !isHeadline(draft, heading);
    const isAgain = (same?.background ?? false) && !isOpenEnded(draft);
    marked.push({ ...link, background: isPast && (isOld || isTold || isAgain || isNewsless) });
  }
  // What grammar puts before the news was known, but need not be old: it draws into history only what names it again.
  const bySentence = groupBySentence(drafts);
  const told = { year: Number(reference?.slice(0, 4)), times: context.times ?? [] };
  const known = drafts.map(
    (draft, i) =>
      !isOpenEnded(draft) &&
      draft.realis !== 'ongoing' &&
      (isToldAsPast(draft, bySentence.get(draft.sentence)!) || isDatedBefore(draft, links[i]!, told)),
  );
  const isNamedAgain = (draft: EventDraft, { sameAs }: EventLinks) =>
    sameAs !== undefined && known[sameAs]! && !isOpenEnded(draft) && isNamed(draft);
  return marked.map((link, i) => {
    const isCase = isMatterOfNews(drafts, marked, i);
    const isPast = link.background || known[i]! || isNamedAgain(drafts[i]!, link) || isBelowKnown(i);
    return {
      ...link,
      background: (isPast && !isCase) || followsHistory(drafts, marked, { i, heading }),
    };
  });

  /** "a woman who has accused him of assault": what hangs on a known act was before it. */
  function isBelowKnown(i: number): boolean {
    const { sentence, trigger } = drafts[i]!;
    if (isOpenEnded(drafts[i]!) || links[i]!.when !== undefined) return false;
    if (sentence.tokens[trigger.index]!.upos !== 'NOUN' || drafts[i]!.realis === 'ongoing') return false;
    let at = sentence.tokens[trigger.index]!.head;
    if (at >= 0 && sentence.tokens[at]!.upos !== 'VERB') at = sentence.tokens[at]!.head;
    for (let k = i - 1; k >= 0 && drafts[k]!.sentence === sentence; k--)
      if (drafts[k]!.trigger.index === at) return known[k]! && sentence.tokens[at]!.upos === 'VERB';
    return false;
  }
}

/** A noun with its article: "the shooting". */
const isNamed = ({ sentence, trigger }: EventDraft) =>
  sentence.tokens[trigger.index]!.upos === 'NOUN' && isDefinite(sentence, trigger.index);

function groupBySentence(drafts: readonly EventDraft[]): ReadonlyMap<ParsedSentence, readonly EventDraft[]> {
  const groups = new Map<ParsedSentence, EventDraft[]>();
  for (const draft of drafts) {
    const group = groups.get(draft.sentence);
    if (group === undefined) groups.set(draft.sentence, [draft]);
    else group.push(draft);
  }
  return groups;
}

/** Of a page without a date, the newest day on which it tells that something happened. */
function findNewest(drafts: readonly EventDraft[], links: readonly EventLinks[]): string | undefined {
  let newest: string | undefined;
  for (const [i, { when }] of links.entries()) {
    if (when?.to === undefined || when.to.length < 10 || !HAPPENED.has(drafts[i]!.realis)) continue;
    if (newest === undefined || when.to > newest) newest = when.to;
  }
  return newest;
}

/** Sentences that open a text and tell its news. */
const LEAD = 3;
/** What is new about an old act: charges, verdicts, arrests. */
const PURSUED: ReadonlySet<string> = new Set(['ACCUSE', 'COERCE']);

/** "charged in the 1967 slayings": an old act of which the opening of the text tells something new is no mere history. */
function isMatterOfNews(drafts: readonly EventDraft[], marked: readonly EventLinks[], i: number): boolean {
  const { sentence, trigger } = drafts[i]!;
  if (trigger.at >= LEAD || trigger.sense.type !== 'ASSAULT') return false;
  for (let k = i - 1; k >= 0 && drafts[k]!.sentence === sentence; k--) {
    const before = drafts[k]!;
    if (marked[k]!.background || !PURSUED.has(before.trigger.sense.type)) continue;
    const verb = before.trigger.carrier ?? before.trigger.index;
    return sentence.tokens[verb]!.upos === 'VERB' && trigger.index - verb <= PURSUIT_REACH;
  }
  return false;
}

/** Words between the charge and the act. */
const PURSUIT_REACH = 12;

const isOpenEnded = (draft: EventDraft) => !HAPPENED.has(draft.realis) && draft.realis !== 'denied';

interface Following {
  readonly i: number;
  readonly heading: Heading;
}

/** How many sentences behind a piece of history what has no date of its own still belongs to it. */
const HISTORY_REACH = 2;

/** In a passage of history, what has no date of its own and is told as past is history too. */
function followsHistory(
  drafts: readonly EventDraft[],
  marked: readonly EventLinks[],
  { i, heading }: Following,
): boolean {
  const draft = drafts[i]!;
  if (marked[i]!.when !== undefined || !HAPPENED.has(draft.realis) || draft.realis === 'ongoing')
    return false;
  if (['THREATEN', 'MOBILIZE', 'AGREE'].includes(draft.trigger.sense.type)) return false;
  if (isFresh(draft) || isHeadline(draft, heading)) return false;
  for (let k = i - 1; k >= 0; k--) {
    const before = drafts[k]!;
    const isNear =
      before.sentence.paragraph === draft.sentence.paragraph &&
      draft.trigger.at - before.trigger.at <= HISTORY_REACH;
    if (!isNear) return false;
    if (marked[k]!.background) return true;
    if (marked[k]!.when !== undefined) return false;
  }
  return false;
}

/** "has deported", "captures", "recently praised": told as of now. */
function isFresh({ sentence, trigger }: EventDraft): boolean {
  const verb = trigger.carrier ?? trigger.index;
  const { upos, xpos } = sentence.tokens[verb]!;
  if (upos !== 'VERB') return false;
  if (xpos === 'VBZ' || xpos === 'VBP') return true;
  return findChildren(sentence, verb, 'aux', 'advmod').some((k) => FRESH.test(sentence.tokens[k]!.text));
}

const FRESH = /^(?:has|have|is|are|now|recently|just|today)$/i;

interface Heading extends HistoryContext {
  readonly titleWords?: ReadonlySet<string>;
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u));

/** Whether the headline speaks of the event: by its word and one of those in it. */
function isHeadline(draft: EventDraft, { titleWords: words, namesOf }: Heading): boolean {
  if (words === undefined) return false;
  const lemma = lemmaOf(draft);
  const isNamed = [lemma, `${lemma}s`, `${lemma}ed`, `${lemma}d`].some((word) => words.has(word));
  if (!isNamed) return false;
  return [...draft.actors, ...draft.recipients].some((id) =>
    namesOf(id).some((name) => [...wordsOf(name)].some((word) => word.length > 3 && words.has(word))),
  );
}

function hasHistoricalWord({ sentence, trigger }: EventDraft, context: HistoryContext): boolean {
  const heads = [trigger.index, trigger.carrier ?? trigger.index, sentence.tokens[trigger.index]!.head];
  return heads
    .filter((head) => head >= 0)
    .flatMap((head) => findChildren(sentence, head, 'advmod', 'amod'))
    .some(
      (k) =>
        context.isHistorical(
          sentence.tokens[k]!.text.toLowerCase(),
          hasRelation(sentence.tokens[k]!, ['amod']) ? 'adj' : 'adv',
        ) && !hasRelation(sentence.tokens[k]!, ['punct']),
    );
}

function isLongBefore(day: string, published: string | undefined): boolean {
  if (published === undefined) return false;
  const gap = Date.parse(published.slice(0, 10)) - Date.parse(day.slice(0, 10));
  return Number.isFinite(gap) && gap > HISTORY_AFTER_DAYS * 86_400_000;
}
