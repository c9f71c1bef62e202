import { EVENT_TYPES, type EventType } from '../../../model/event.ts';
import { TELLINGS, type Telling } from '../map/marks.ts';

/* What the address of the map carries. */

const SHOWN = ['list', 'areas'] as const;

export interface MapSearch {
  /** Where the map looks: `33.31,44.36,5.2`. */
  readonly view?: string | undefined;
  /** First and last day that is shown. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly type?: EventType | undefined;
  readonly told?: Telling | undefined;
  /** Record of an actor, or its name. */
  readonly actor?: string | undefined;
  /** A chosen place: `33.34,44.4`. */
  readonly place?: string | undefined;
  /** What stands beside the map; what is in view unless given. */
  readonly show?: 'areas' | undefined;
  /** The list also holds what is not in view. */
  readonly scope?: 'all' | undefined;
  /** Id of a watch area that was chosen. */
  readonly area?: string | undefined;
}

export function parseMapSearch(raw: Readonly<Record<string, unknown>>): MapSearch {
  const take = (name: string, form: RegExp) => {
    const value = raw[name];
    return typeof value === 'string' && form.test(value) ? { [name]: value } : {};
  };
  const type = EVENT_TYPES.find((each) => each === raw['type']);
  const told = TELLINGS.find((each) => each === raw['told']);
  const show = SHOWN.find((each) => each === raw['show'] && each !== 'list');
  return {
    ...take('view', /^-?[\d.]{1,9},-?[\d.]{1,9},[\d.]{1,6}$/),
    ...take('from', /^\d{4}-\d{2}-\d{2}$/),
    ...take('to', /^\d{4}-\d{2}-\d{2}$/),
    ...take('place', /^-?[\d.]{1,9},-?[\d.]{1,9}$/),
    ...take('actor', /^.{1,200}$/u),
    ...take('area', /^w\d{1,9}$/),
    ...(type === undefined ? {} : { type }),
    ...(told === undefined ? {} : { told }),
    ...(show === undefined ? {} : { show: 'areas' as const }),
    ...(raw['scope'] === 'all' ? { scope: 'all' as const } : {}),
  };
}
