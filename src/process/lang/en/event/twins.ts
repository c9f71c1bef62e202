import type { ClaimDraft } from '../claim/claims.ts';
import type { EventDraft } from './draft.ts';

/**
 * "told The Post and the AP": two claims say the same, each by its own outlet. The events are told again in the second,
 * so that whoever counts origins finds both. Gives all drafts in text order, each repeat behind what it repeats.
 */
export function addTwins(
  drafts: readonly EventDraft[],
  claims: readonly ClaimDraft[],
): readonly EventDraft[] {
  const twins = findTwins(claims);
  const places = drafts.map((draft) => placeOf(draft, drafts));
  const rows = drafts.flatMap((draft, i) => [
    { draft, of: i, place: places[i]! },
    ...(twins.get(draft.claim) ?? []).map((claim) => ({
      draft: { ...draft, claim, repeats: i },
      of: undefined,
      place: places[i]!,
    })),
  ]);
  rows.sort((a, b) => a.place - b.place);
  const positions = new Map(rows.map(({ of }, position) => [of, position]));
  return rows.map(({ draft }) =>
    draft.repeats === undefined ? draft : { ...draft, repeats: positions.get(draft.repeats)! },
  );
}

/** Offset of the event word; of a count, that of the event counted where it stands behind it. */
function placeOf(draft: EventDraft, drafts: readonly EventDraft[]): number {
  const own = draft.sentence.tokens[draft.trigger.index]!.start;
  return draft.repeats === undefined ? own : Math.max(own, placeOf(drafts[draft.repeats]!, drafts));
}

/** By position of each attributed claim, those of other chains with the same words under the same cue. */
function findTwins(claims: readonly ClaimDraft[]): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [i, { quote, content, chain }] of claims.entries()) {
    if (quote === 'none') continue;
    const key = `${content.start} ${content.end} ${chain.at(-1)!.cue?.start} ${chain.length}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [i]);
    else group.push(i);
  }
  const twins = new Map<number, readonly number[]>();
  for (const group of groups.values()) {
    if (group.length > 1)
      for (const i of group)
        twins.set(
          i,
          group.filter((k) => k !== i),
        );
  }
  return twins;
}
