/* The fields above long lists. */

export const LIST_FILTERS = {
  any: 'any',
  words: 'Words',
  country: 'Country',
  eventType: 'Event',
  realis: 'Told as',
  from: 'From',
  to: 'To',
  differs: 'Figures differ',
  clear: 'Clear filters',
} as const;
