import { type FieldCorrection, NONE } from '../../../model/field-correction.ts';
import { describeRange } from './dates.ts';
import { CORRECT } from './text/correct.ts';
import { CERTAINTY_WORDS, REALIS_WORDS, STANCE_WORDS } from './vocabulary.ts';

/**
 * How a field reads since it was corrected.
 *
 * @example
 * describeCorrection({ field: 'realis', to: 'possible' }); // 'realis reads: possible'
 */
export function describeCorrection(correction: FieldCorrection): string {
  return CORRECT.reads(CORRECT.fields[correction.field], describeValue(correction));
}

function describeValue(correction: FieldCorrection): string {
  switch (correction.field) {
    case 'stance':
      return correction.to === NONE ? CORRECT.none : STANCE_WORDS[correction.to];
    case 'certainty':
      return CERTAINTY_WORDS[correction.to];
    case 'realis':
      return REALIS_WORDS[correction.to];
    case 'chain':
      return correction.to.map(({ name }) => name).join(' → ');
    case 'time':
      if (correction.to === NONE) return CORRECT.none;
      return describeRange(correction.to.from, correction.to.to, correction.to.precision);
    case 'place':
      return correction.to === NONE ? CORRECT.none : correction.to.name;
    case 'actor':
    case 'recipient':
      return correction.to.length === 0 ? CORRECT.nobody : correction.to.map(({ name }) => name).join(', ');
  }
}
