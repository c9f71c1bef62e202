/* The form that reads a page given to it. */

export const READ_PAGE = {
  words: 'Article text or HTML',
  kilobytes: (kilobytes: number) => `${kilobytes} kB`,
  remove: 'Remove',
  file: 'Or a saved page',
  known: 'If you know it',
  outlet: 'Outlet',
  published: 'Published',
  publishedExample: '2031-05-16',
  address: 'Address',
  addressExample: 'https://',
  reading: 'Reading…',
  read: 'Read',
} as const;
