import type { Entity } from '../../../../model/entity.ts';
import type { PlaceMention } from '../../../../model/place.ts';
import type { TimeExpression } from '../../../../model/time.ts';
import { startingWithin } from '../../../sentence/nearby.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { type HistoryContext, markHistory } from './background.ts';
import { findCauses, findOpposed, isRetaliatory } from './cause.ts';
import type { EventDraft, EventLinks } from './draft.ts';
import { isFarApart } from './far-apart.ts';
import { dateFresh } from './fresh.ts';
import { dateNarrative } from './narrative.ts';
import { dateOffsets } from './offset.ts';
import { isPointingFar, isSameHappening, targetOf, wordOf } from './same.ts';
import { placeOnScene } from './scene.ts';
import { shareDays } from './shared-day.ts';
import { findWholes } from './wholes.ts';

/** What the links need to know of the document. */
export interface LinkContext extends Omit<HistoryContext, 'namesOf'> {
  readonly entities: readonly Entity[];
  readonly times: readonly TimeExpression[];
  readonly places: readonly PlaceMention[];
  readonly sentences: readonly ParsedSentence[];
}

/** Same event again, answers, and what is history: for each draft its links, in the same order. */
export function linkEvents(drafts: readonly EventDraft[], context: LinkContext): readonly EventLinks[] {
  const byId = new Map(context.entities.map((entity) => [entity.id, entity]));
  const entityOf = (id: string) => byId.get(id);
  const placesById = new Map(context.places.map((place) => [place.id, place]));
  const placeOf = ({ where }: EventDraft) => (where === undefined ? undefined : placesById.get(where));
  const same: (number | undefined)[] = [];
  const pairOf = (a: number, b: number) => Math.min(a, b) * drafts.length + Math.max(a, b);
  const wholes = findWholes(drafts);
  const opposed = new Set(
    findOpposed(drafts, context.entities).map(([effect, cause]) => pairOf(effect, cause)),
  );
  // A strike and the offensive that it is part of are two.
  for (const [part, whole] of wholes.entries()) if (whole !== undefined) opposed.add(pairOf(part, whole));
  const isOpposed = (a: number, b: number) => opposed.has(pairOf(a, b));
  for (const [i, { repeats }] of drafts.entries())
    same.push(
      repeats === undefined
        ? findSame(drafts, same, { i, entityOf, placeOf, isOpposed, times: context.times })
        : (same[repeats] ?? repeats),
    );
  const rootOf = (i: number) => same[i] ?? i;
  const isSame = (a: number, b: number) => rootOf(a) === rootOf(b);
  const causes = findCauses(drafts, isSame, context.entities);
  const links = drafts.map((draft, i): EventLinks => {
    const first = same[i] === undefined ? undefined : drafts[same[i]];
    const when = draft.when ?? first?.when;
    const where = draft.where ?? first?.where;
    const whole = wholes[i];
    return {
      ...(same[i] === undefined ? {} : { sameAs: same[i] }),
      ...(whole === undefined || isSame(whole, i) ? {} : { partOf: rootOf(whole) }),
      ...(causes[i] === undefined ? {} : { responseTo: rootOf(causes[i]) }),
      ...(when === undefined ? {} : { when }),
      ...(where === undefined ? {} : { where }),
      background: false,
    };
  });
  const names = new Map<string, readonly string[]>();
  const namesOf = (id: string) => {
    const entity = byId.get(id);
    if (entity === undefined) return [];
    const known = names.get(id) ?? [
      ...new Set([entity.name, ...entity.mentions.map((mention) => mention.text)]),
    ];
    names.set(id, known);
    return known;
  };
  const told = markHistory(drafts, dateOffsets(drafts, shareTimes(drafts, links)), { ...context, namesOf });
  // Behind history: what only means an old incident is not made history by its day.
  const shared = shareDays(drafts, dateNarrative(drafts, told, context), entityOf);
  return dateFresh(drafts, placeOnScene(drafts, shared, context), context);
}

/** A date or place given later in the text holds for the other mentions of the same event too. */
function shareTimes(drafts: readonly EventDraft[], links: readonly EventLinks[]): EventLinks[] {
  const shared = [...links];
  for (let i = links.length - 1; i >= 0; i--) {
    const { sameAs, when, where } = shared[i]!;
    if (sameAs === undefined || drafts[i]!.realis !== drafts[sameAs]!.realis) continue;
    const first = shared[sameAs]!;
    shared[sameAs] = {
      ...first,
      ...(first.when === undefined && when !== undefined ? { when } : {}),
      ...(first.where === undefined && where !== undefined ? { where } : {}),
    };
  }
  return shared.map((link) => {
    const first = link.sameAs === undefined ? undefined : shared[link.sameAs]!;
    const when = link.when ?? first?.when;
    const where = link.where ?? first?.where;
    return { ...link, ...(when === undefined ? {} : { when }), ...(where === undefined ? {} : { where }) };
  });
}

/** How many events back a mention may lie: far more than an article tells, so that a huge page stays readable. */
const REACH = 150;

interface SameContext {
  readonly i: number;
  readonly entityOf: (id: string) => Entity | undefined;
  readonly placeOf: (draft: EventDraft) => PlaceMention | undefined;
  /** Whether one of two events answers the other. */
  readonly isOpposed: (a: number, b: number) => boolean;
  readonly times: readonly TimeExpression[];
}

/** The nearest earlier event that is told as the same happening; always its first mention. */
function findSame(
  drafts: readonly EventDraft[],
  same: readonly (number | undefined)[],
  { i, entityOf, placeOf, isOpposed, times }: SameContext,
): number | undefined {
  const later = drafts[i]!;
  const place = placeOf(later);
  const alike: number[] = [];
  const from = Math.max(0, i - REACH);
  for (let k = i - 1; k >= from; k--) if (isSameHappening(drafts[k]!, later, entityOf)) alike.push(k);
  for (const k of bestFirst(drafts, alike, later)) {
    const first = same[k] ?? k;
    const members = [first];
    for (let m = i - 1; m >= from; m--) if ((same[m] ?? m) === first) members.push(m);
    // What the later one adds must fit every mention, so that one date does not slip in by way of another.
    if (
      members.some(
        (m) => isOpposed(m, i) || isApart(drafts[m]!, later) || isFarApart(placeOf(drafts[m]!), place),
      )
    )
      continue;
    if (isRetaliatory(later) && !members.some((m) => isRetaliatory(drafts[m]!))) continue;
    if (isBehindOtherTime(drafts[k]!, later, times)) continue;
    return first;
  }
  return undefined;
}

/** First those that befell the same, then those of the same word, then the nearest. */
function bestFirst(
  drafts: readonly EventDraft[],
  alike: readonly number[],
  later: EventDraft,
): readonly number[] {
  if (alike.length < 2) return alike;
  const word = wordOf(later);
  const target = targetOf(later);
  const ranks = new Map(
    alike.map((k) => {
      const { recipients } = drafts[k]!;
      const isShared = recipients.some((id) => later.recipients.includes(id));
      const isOnSame = target !== undefined && targetOf(drafts[k]!) === target;
      return [k, isShared || isOnSame ? 0 : wordOf(drafts[k]!) === word ? 1 : 2];
    }),
  );
  return alike.toSorted((a, b) => ranks.get(a)! - ranks.get(b)!);
}

function isApart({ when: a }: EventDraft, { when: b }: EventDraft): boolean {
  return a?.from !== undefined && b?.from !== undefined && isDisjoint(a, b);
}

/** "A year ago … That attack was claimed …": with another time told between, "that attack" is of that time. */
function isBehindOtherTime(
  earlier: EventDraft,
  later: EventDraft,
  times: readonly TimeExpression[],
): boolean {
  if (later.when !== undefined || earlier.sentence === later.sentence || !isPointingFar(later)) return false;
  const about = earlier.when;
  return startingWithin(times, { from: earlier.sentence.end, to: later.sentence.start }).some(
    (time) =>
      time.end <= later.sentence.start &&
      time.from !== undefined &&
      time.type === 'DATE' &&
      (about?.from === undefined ? false : isDisjoint(about, time)),
  );
}

interface Stretch {
  readonly from?: string;
  readonly to?: string;
}

function isDisjoint(a: Stretch, b: Stretch): boolean {
  return a.from! > (b.to ?? b.from!) || b.from! > (a.to ?? a.from!);
}
