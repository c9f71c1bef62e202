import type { DisputeSlot } from '../../model/incident.ts';
import { findDates, findPlaces } from './circumstances.ts';
import { findPerpetrators } from './perpetrators.ts';
import type { Sayers } from './sayers.ts';
import type { ToldMention } from './told.ts';

/** Everything said of an incident's place, day and doer, each with who says it. What nobody says anything of has no slot. */
export function makeDisputes(told: readonly ToldMention[], sayers: Sayers): readonly DisputeSlot[] {
  const slots = [findPlaces(told, sayers), findDates(told, sayers), findPerpetrators(told, sayers)];
  return slots.filter((slot) => slot !== undefined);
}
