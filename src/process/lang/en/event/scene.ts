import type { PlaceMention } from '../../../../model/place.ts';
import { groupBySentence } from '../../../sentence/nearby.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { EventDraft, EventLinks } from './draft.ts';
import { isFarApart } from './far-apart.ts';

/** Types whose deeds are done on the spot. */
const ON_SPOT: ReadonlySet<string> = new Set(['ASSAULT', 'PROTEST', 'COERCE']);
const FINE: ReadonlySet<string> = new Set(['site', 'city', 'district', 'region']);
/** Opening sentences in which a story says where it plays. */
const LEAD = 5;

interface SceneContext {
  readonly sentences: readonly ParsedSentence[];
  readonly places: readonly PlaceMention[];
}

/**
 * Puts the news of a story that plays in one town or region there, where its own words give no place: what happened on
 * the spot and is no history, in sentences that name no other place. A text that goes from place to place has no scene.
 */
export function placeOnScene(
  drafts: readonly EventDraft[],
  links: readonly EventLinks[],
  { sentences, places }: SceneContext,
): EventLinks[] {
  const isOpen = ({ where, background }: EventLinks, { trigger, realis }: EventDraft) =>
    where === undefined &&
    !background &&
    (realis === 'occurred' || realis === 'ongoing') &&
    ON_SPOT.has(trigger.sense.type);
  if (!links.some((link, i) => isOpen(link, drafts[i]!))) return [...links];
  const scene = findScene(sentences, places);
  if (scene === undefined) return [...links];
  const placesAt = groupBySentence(sentences, places);
  return links.map((link, i) => {
    const draft = drafts[i]!;
    if (!isOpen(link, draft)) return link;
    const isElsewhere = placesAt[draft.trigger.at]!.some(
      (place) => place.use === 'place' && place.name !== scene.name && isOther(place, scene),
    );
    return isElsewhere ? link : { ...link, where: scene.id };
  });
}

/** A country that holds the scene is no other place. */
const isOther = (place: PlaceMention, scene: PlaceMention) =>
  place.precision === 'country' ? place.country !== scene.country : !isNear(place, scene);

/** A district of the town, a town of the region. */
const isNear = (place: PlaceMention, scene: PlaceMention) =>
  place.lat !== undefined && scene.lat !== undefined && !isFarApart(place, scene);

/** The place named in the opening that the text names most, at least twice and twice as often as any other town. */
function findScene(
  sentences: readonly ParsedSentence[],
  places: readonly PlaceMention[],
): PlaceMention | undefined {
  const opening = sentences[Math.min(LEAD, sentences.length) - 1]?.end ?? 0;
  const counts = new Map<string, number>();
  const countries = new Set<string>();
  for (const { name, precision, use, country } of places) {
    if (use !== 'place') continue;
    if (country !== undefined) countries.add(country);
    if (FINE.has(precision) && country !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [best, next] = ranked;
  if (best === undefined || best[1] < 2 || best[1] < 2 * (next?.[1] ?? 0) || countries.size > 2)
    return undefined;
  return places.find(
    ({ name, use, start, precision }) =>
      name === best[0] && use === 'place' && FINE.has(precision) && start < opening,
  );
}
