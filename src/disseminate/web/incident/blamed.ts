import type { Incident } from '../../../model/incident.ts';

/**
 * Those who are named as doers by nobody but such as blame them, each with who does: by the name under which the
 * incident's dispute on its perpetrator lists them.
 */
export function findBlamed({ disputes }: Pick<Incident, 'disputes'>): ReadonlyMap<string, readonly string[]> {
  const slots = disputes.filter(({ of }) => of === 'perpetrator');
  const values = slots.flatMap((slot) => slot.values);
  return new Map(
    values
      .filter(({ says, claimed = [] }) => {
        return (
          says.length > 0 && claimed.length === 0 && says.every(({ claim }) => claim.stance === 'blames')
        );
      })
      .map(({ value, says }) => [value, [...new Set(says.map(({ name }) => name))]]),
  );
}
