import type { Note } from '../../model/reading.ts';
import type { Meaning } from './meaning.ts';
import type { Resolved } from './scene.ts';

/** Why an expression has no value, or one that may be another; nothing where it was read as it stands. */
export function noteOf(meaning: Meaning, resolved: Resolved): Pick<Note, 'type' | 'why'> | undefined {
  if (meaning.kind === 'fixed' && meaning.unread !== undefined)
    return { type: 'skipped', why: meaning.unread };
  if (meaning.kind === 'numeric' && resolved.precision === 'unknown')
    return {
      type: 'guess',
      why: 'Day and month may stand in either order, so both days are kept as bounds.',
    };
  if (resolved.isAgainstWeekday === true)
    return {
      type: 'guess',
      why: 'The day of the week does not fit the date; the date is taken without it.',
    };
  return undefined;
}
