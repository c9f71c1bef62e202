import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, hasRelation } from '../../../sentence/phrase.ts';
import type { EventDraft, EventLinks } from './draft.ts';
import { isToldAsPast } from './history.ts';
import { HAPPENED, lemmaOf } from './same.ts';

/** What the marks of history need to know of the document. */
export interface HistoryContext {
  /** ISO 8601, as precise as known. */
  readonly published?: string;
  readonly title?: string;
  /** Words that mark what is told as history, lower case. */
  readonly isHistorical: (word: string) => boolean;
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
  const paragraphs = countParagraphs(drafts, marked);
  // What grammar puts before the news was known, but need not be old: it draws nothing else into history.
  const bySentence = groupBySentence(drafts);
  const isKnown = (draft: EventDraft) =>
    !isOpenEnded(draft) && isToldAsPast(draft, bySentence.get(draft.sentence)!);
  return marked.map((link, i) => ({
    ...link,
    background:
      link.background || isKnown(drafts[i]!) || followsHistory(drafts[i]!, link, heading, paragraphs),
  }));
}

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

const isOpenEnded = (draft: EventDraft) => !HAPPENED.has(draft.realis) && draft.realis !== 'denied';

/** In a closing paragraph of history, what has no date of its own is history too. */
function followsHistory(
  draft: EventDraft,
  link: EventLinks,
  heading: Heading,
  paragraphs: ReadonlyMap<number, ParagraphCount>,
): boolean {
  if (link.when !== undefined || !HAPPENED.has(draft.realis)) return false;
  if (['THREATEN', 'MOBILIZE', 'AGREE'].includes(draft.trigger.sense.type)) return false;
  // The event itself is neither: it has no time and is not marked.
  const { history, news } = paragraphs.get(draft.sentence.paragraph)!;
  return history > 0 && news === 0 && !isHeadline(draft, heading);
}

/** Events of a paragraph that are history, and those of a time of their own that are not. */
interface ParagraphCount {
  history: number;
  news: number;
}

function countParagraphs(
  drafts: readonly EventDraft[],
  marked: readonly EventLinks[],
): ReadonlyMap<number, ParagraphCount> {
  const counts = new Map<number, ParagraphCount>();
  for (const [i, { sentence }] of drafts.entries()) {
    const count = counts.get(sentence.paragraph) ?? { history: 0, news: 0 };
    if (marked[i]!.background) count.history++;
    else if (marked[i]!.when !== undefined) count.news++;
    counts.set(sentence.paragraph, count);
  }
  return counts;
}

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
        context.isHistorical(sentence.tokens[k]!.text.toLowerCase()) &&
        !hasRelation(sentence.tokens[k]!, ['punct']),
    );
}

function isLongBefore(day: string, published: string | undefined): boolean {
  if (published === undefined) return false;
  const gap = Date.parse(published.slice(0, 10)) - Date.parse(day.slice(0, 10));
  return Number.isFinite(gap) && gap > HISTORY_AFTER_DAYS * 86_400_000;
}
