import type { Incident } from '../../../model/incident.ts';
import type { Origin } from '../../../model/story.ts';

export type Told = Incident['told'][number];

export interface MentionGroup {
  readonly origin: Origin | undefined;
  readonly told: readonly Told[];
}

/** The mentions of an incident by the origin that their claims lead to; each once, under its first. */
export function groupMentions({ tree, told }: Pick<Incident, 'tree' | 'told'>): readonly MentionGroup[] {
  const originOf = new Map<string, Origin>();
  for (const origin of tree.origins) {
    for (const { document, claim } of origin.claims) {
      const place = `${document}#${claim}`;
      if (!originOf.has(place)) originOf.set(place, origin);
    }
  }
  const groups = new Map<Origin | undefined, Told[]>(tree.origins.map((origin) => [origin, []]));
  const seen = new Set<string>();
  for (const each of told) {
    const place = `${each.claim.document}#${each.claim.claim}`;
    // One claim may mention an incident twice; its words are shown once.
    if (seen.has(place)) continue;
    seen.add(place);
    const origin = originOf.get(place);
    groups.set(origin, [...(groups.get(origin) ?? []), each]);
  }
  return [...groups].flatMap(([origin, each]) => (each.length === 0 ? [] : [{ origin, told: each }]));
}
