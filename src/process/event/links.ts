import type { EventTime } from '../../model/event.ts';
import { collectSubtree, findChild, findChildren, hasRelation, markersOf } from '../sentence/phrase.ts';
import type { EventDraft, EventLinks } from './draft.ts';

/** What the links need to know of the document. */
export interface LinkContext {
  /** ISO 8601, as precise as known. */
  readonly published?: string;
  readonly title?: string;
  readonly paragraphs: number;
  /** Words that mark what is told as history, lower case. */
  readonly isHistorical: (word: string) => boolean;
}

/** How long ago, in days, news turns into history that is told again. */
const HISTORY_AFTER_DAYS = 30;

/** Same event again, answers, and what is history: for each draft its links, in the same order. */
export function linkEvents(drafts: readonly EventDraft[], context: LinkContext): readonly EventLinks[] {
  const links: EventLinks[] = [];
  for (const [i, draft] of drafts.entries()) {
    const sameAs = findSame(drafts, links, i);
    const first = sameAs === undefined ? undefined : links[sameAs];
    const when = draft.when ?? (sameAs === undefined ? undefined : (drafts[sameAs]!.when ?? first?.when));
    const where = draft.where ?? (sameAs === undefined ? undefined : (drafts[sameAs]!.where ?? first?.where));
    const responseTo = findCause(drafts, i);
    links.push({
      ...(sameAs === undefined ? {} : { sameAs }),
      ...(responseTo === undefined ? {} : { responseTo }),
      ...(when === undefined ? {} : { when }),
      ...(where === undefined ? {} : { where }),
      background: false,
    });
  }
  return markHistory(drafts, shareTimes(drafts, links), context);
}

/** A date given later in the text dates the earlier mention of the same event too. */
function shareTimes(drafts: readonly EventDraft[], links: readonly EventLinks[]): EventLinks[] {
  const shared = [...links];
  for (let i = links.length - 1; i >= 0; i--) {
    const same = shared[i]!.sameAs;
    const when = shared[i]!.when;
    if (same === undefined || when === undefined || shared[same]!.when !== undefined) continue;
    if (drafts[i]!.realis === drafts[same]!.realis) shared[same] = { ...shared[same]!, when };
  }
  return shared;
}

const HAPPENED = new Set(['occurred', 'ongoing', 'recurrent']);

/** Root families in which one happening may be told with different words: an attack that is then a killing. */
const FORCE = new Set(['18', '19', '20']);

function findSame(
  drafts: readonly EventDraft[],
  links: readonly EventLinks[],
  i: number,
): number | undefined {
  const later = drafts[i]!;
  for (let k = i - 1; k >= 0; k--) {
    if (!isSameHappening(drafts[k]!, later)) continue;
    return links[k]!.sameAs ?? k;
  }
  return undefined;
}

function isSameHappening(earlier: EventDraft, later: EventDraft): boolean {
  if (!isSameFamily(earlier, later)) return false;
  if (HAPPENED.has(earlier.realis) !== HAPPENED.has(later.realis)) return false;
  if (isDisjointTime(earlier.when, later.when)) return false;
  if (isDisjoint(earlier.recipients, later.recipients)) return false;
  if (isDisjoint(earlier.actors, later.actors)) return false;
  const sharesRecipient = earlier.recipients.some((id) => later.recipients.includes(id));
  const sharesActor = earlier.actors.some((id) => later.actors.includes(id));
  const sharesTime = earlier.when !== undefined && earlier.when.from === later.when?.from;
  const sharesWord = lemmaOf(earlier) === lemmaOf(later);
  if (isIndefinite(later)) return sharesRecipient && (sharesTime || sharesWord) && !isIndefinite(earlier);
  return (
    sharesRecipient ||
    (sharesWord && (sharesActor || sharesTime || isPointing(later))) ||
    (sharesTime && sharesActor)
  );
}

function isSameFamily(a: EventDraft, b: EventDraft): boolean {
  const rootA = a.trigger.sense.cameo.slice(0, 2);
  const rootB = b.trigger.sense.cameo.slice(0, 2);
  return rootA === rootB || (FORCE.has(rootA) && FORCE.has(rootB));
}

const lemmaOf = (draft: EventDraft) => draft.sentence.tokens[draft.trigger.index]!.lemma.toLowerCase();

/** "an attack", "attacks", "rocket attacks": told as new. */
function isIndefinite(draft: EventDraft): boolean {
  const { sentence, trigger } = draft;
  const token = sentence.tokens[trigger.index]!;
  if (token.upos === 'VERB') return false;
  const determiner = findChild(sentence, trigger.index, 'det', 'nmod:poss');
  if (determiner === undefined) return true;
  return ['a', 'an', 'another', 'any', 'some', 'no'].includes(
    sentence.tokens[determiner]!.text.toLowerCase(),
  );
}

/** "the attack", "that strike": points back without saying more. */
function isPointing(draft: EventDraft): boolean {
  const { sentence, trigger } = draft;
  const determiner = findChild(sentence, trigger.index, 'det');
  return (
    determiner !== undefined &&
    ['the', 'that', 'this', 'those', 'these'].includes(sentence.tokens[determiner]!.text.toLowerCase())
  );
}

const isDisjoint = (a: readonly string[], b: readonly string[]) =>
  a.length > 0 && b.length > 0 && !a.some((id) => b.includes(id));

function isDisjointTime(a: EventTime | undefined, b: EventTime | undefined): boolean {
  if (a?.from === undefined || b?.from === undefined) return false;
  const [endA, endB] = [a.to ?? a.from, b.to ?? b.from];
  return a.from > endB || b.from > endA;
}

const ANSWERS = new Set([
  'response',
  'retaliation',
  'revenge',
  'reprisal',
  'reaction',
  'retribution',
  'answer',
  'return',
]);

/** "in response to the strikes", "in retaliation for the attack", "In response, …": what an event answers. */
function findCause(drafts: readonly EventDraft[], i: number): number | undefined {
  const { sentence, trigger } = drafts[i]!;
  const anchors = [trigger.index, trigger.carrier ?? trigger.index];
  const phrase = anchors
    .flatMap((head) => findChildren(sentence, head, 'obl', 'nmod', 'advmod'))
    .find((k) => {
      const isAnswer = ANSWERS.has(sentence.tokens[k]!.lemma.toLowerCase());
      return isAnswer && markersOf(sentence, k).some((word) => word === 'in' || word === 'as');
    });
  const isRetaliatory = findChildren(sentence, trigger.index, 'amod').some(
    (k) => sentence.tokens[k]!.lemma.toLowerCase() === 'retaliatory',
  );
  if (phrase === undefined) return isRetaliatory ? findPrevious(drafts, i) : undefined;
  const inside = new Set(collectSubtree(sentence, phrase));
  const named = drafts.findIndex(
    (other, k) => k !== i && other.sentence === sentence && inside.has(other.trigger.index),
  );
  if (named >= 0) return named;
  const hasObject = findChildren(sentence, phrase, 'nmod', 'acl').length > 0;
  return hasObject ? undefined : findPrevious(drafts, i);
}

/** The last act of force told in an earlier sentence, which "In response," alone answers. */
function findPrevious(drafts: readonly EventDraft[], i: number): number | undefined {
  for (let k = i - 1; k >= 0; k--) {
    const other = drafts[k]!;
    if (other.sentence === drafts[i]!.sentence || !HAPPENED.has(other.realis)) continue;
    if (drafts[i]!.trigger.at - other.trigger.at > 2) return undefined;
    if (!isSameHappening(other, drafts[i]!)) return k;
  }
  return undefined;
}

function markHistory(
  drafts: readonly EventDraft[],
  links: readonly EventLinks[],
  context: LinkContext,
): EventLinks[] {
  const marked: EventLinks[] = [];
  for (const [i, draft] of drafts.entries()) {
    const link = links[i]!;
    const isOpen = !HAPPENED.has(draft.realis) && draft.realis !== 'denied';
    const isOld = link.when?.to !== undefined && isLongBefore(link.when.to, context.published);
    const isTold = hasHistoricalWord(draft, context);
    const same = link.sameAs === undefined ? undefined : marked[link.sameAs];
    const cause = link.responseTo === undefined || link.responseTo >= i ? undefined : marked[link.responseTo];
    const isNewsless = link.when === undefined && (cause?.background ?? false);
    const background = !isOpen && (isOld || isTold || (same?.background ?? false) || isNewsless);
    marked.push({ ...link, background });
  }
  return marked.map((link, i) => ({
    ...link,
    background: link.background || followsHistory(drafts, marked, i),
  }));
}

/** In a closing paragraph of history, what has no date of its own is history too. */
function followsHistory(drafts: readonly EventDraft[], marked: readonly EventLinks[], i: number): boolean {
  const draft = drafts[i]!;
  if (marked[i]!.when !== undefined || !HAPPENED.has(draft.realis)) return false;
  const around = drafts
    .map((other, k) => ({ other, k }))
    .filter(({ other, k }) => k !== i && other.sentence.paragraph === draft.sentence.paragraph);
  return (
    around.length > 0 &&
    around.some(({ k }) => marked[k]!.background) &&
    around.every(({ k }) => marked[k]!.background || marked[k]!.when === undefined)
  );
}

function hasHistoricalWord({ sentence, trigger }: EventDraft, context: LinkContext): boolean {
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
