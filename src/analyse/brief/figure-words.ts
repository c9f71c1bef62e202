import type { Bound } from '../../model/event.ts';
import type { FigureRelation } from '../../model/incident.ts';

const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  exactly: '',
  atLeast: 'at least ',
  atMost: 'at most ',
  about: 'about ',
};

/** `at least 8`, `11 to 16`. */
export function tellBound({
  value,
  bound,
  to,
}: {
  readonly value: number;
  readonly bound: Bound;
  readonly to?: number;
}): string {
  return `${BOUND_WORDS[bound]}${value}${to === undefined ? '' : ` to ${to}`}`;
}

/** Whether values can all hold. */
export const RELATION_WORDS: Readonly<Record<FigureRelation, string | undefined>> = {
  same: undefined,
  compatible: 'all of these can hold',
  contradiction: 'not all of these can hold',
};
