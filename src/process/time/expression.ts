import type { TimeExpression } from '../../model/time.ts';
import { formatDay } from './calendar.ts';
import type { Match } from './meaning.ts';
import type { Resolved } from './scene.ts';

/** Stage and version, as every value of this stage bears it. */
export const STAGE = 'time@1';

interface Parts {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly match: Match;
  readonly resolved: Resolved;
}

/** A match and what it was resolved to, as the model has it. */
export function makeExpression({ id, start, end, text, match, resolved }: Parts): TimeExpression {
  const { type, value, precision, range, instant, anchor } = resolved;
  const bounds =
    instant === undefined
      ? range && { from: formatDay(range.first), to: formatDay(range.last) }
      : { from: instant, to: instant };
  // What stayed open rests on nothing, whatever it was tried against.
  const isOpen = range === undefined && value.startsWith('XX');
  return Object.freeze({
    kind: 'time',
    id,
    start,
    end,
    text,
    type,
    value,
    ...bounds,
    precision,
    ...(anchor === undefined || isOpen ? {} : { anchor }),
    ...(match.mod === undefined ? {} : { mod: match.mod }),
    by: STAGE,
  });
}
