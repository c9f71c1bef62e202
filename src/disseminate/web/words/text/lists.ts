/* The fields above lists. */

export const LIST_FILTERS = {
  title: 'Filters',
  titled: (active: number) => (active === 0 ? 'Filters' : `Filters (${active})`),
  any: 'any',
  option: (name: string, number: number | undefined) => (number === undefined ? name : `${name} (${number})`),
  words: 'Words',
  outlet: 'Outlet',
  stance: 'Stance',
  language: 'Language',
  country: 'Country',
  eventType: 'Event',
  realis: 'Told as',
  from: 'From',
  to: 'To',
  differs: 'Figures differ',
  clear: 'Clear filters',
} as const;
