import type { PlaceUse } from '../../../../model/place.ts';
import type { TimeType } from '../../../../model/time.ts';
import { count } from '../vocabulary.ts';

/* The reader: names, places and times of a text, versions, what was left out, and the list a document was opened from. */

const number = new Intl.NumberFormat('en');

const PLACE_USES: Readonly<Record<PlaceUse, string>> = {
  place: 'where something is',
  demonym: 'as a word for its people or things',
  metonym: 'for those who govern or work there',
};

const TIME_TYPES: Readonly<Record<TimeType, string>> = {
  DATE: 'date',
  TIME: 'time of day',
  DURATION: 'length of time',
  SET: 'repeated',
};

export const READER = {
  noTitle: 'No title',
  noOutlet: 'Outlet unknown',
} as const;

export const VERSIONS = {
  compare: 'Compare',
  with: 'with',
  compareVersion: (version: number) => `Compare version ${version}`,
  withVersion: (version: number) => `With version ${version}`,
  one: 'Only one version of this page was seen. As soon as its text changes, both are kept and can be compared.',
  fetchingEarlier: 'Fetching the earlier version',
  fetchingLater: 'Fetching the later version',
  title: (from: number, to: number) => `From version ${from} to version ${to}`,
  textTitle: 'What changed in the text',
  textSame: 'The text is the same.',
  titleChanged: 'Title',
  words: (gone: number, added: number) => `${count(gone, 'word')} gone, ${count(added, 'word')} new`,
  passed: (paragraphs: number) => `${count(paragraphs, 'paragraph')} alike`,
  passedWords: (words: number) => `… ${count(words, 'word')} alike …`,
  gone: 'gone:',
  added: 'new:',
  key: 'Struck out with a minus: gone. Underlined with a plus: new.',
  claimsTitle: 'What changed in the claims',
  claimsSame: (same: number) =>
    same === 1 ? 'The one claim is the same.' : `All ${count(same, 'claim')} are the same.`,
  claimsCount: (lost: number, gained: number, changed: number, same: number) =>
    `${number.format(lost)} lost, ${number.format(gained)} gained, ${number.format(changed)} changed, ${number.format(same)} the same`,
  lost: 'Lost',
  gained: 'Gained',
  changed: 'Changed',
  none: 'none',
  was: 'was',
  is: 'is',
  aspects: {
    words: 'words',
    figures: 'figures',
    speaker: 'who says so',
    stance: 'stance',
    certainty: 'certainty',
    polarity: 'polarity',
    realis: 'told as',
  },
  more: (left: number) => `Show ${number.format(left)} more`,
} as const;

export const LEFT_OUT = {
  toggle: 'Left out',
  title: (pieces: number) => `Left out of the text: ${count(pieces, 'piece')}`,
  hint: 'What stood on the page beside the article, in the order of the page, each piece with the reason why it is not in the text.',
} as const;

export const THINGS = {
  tab: 'Names, places, times',
  claimsTab: 'Claims',
  claimsOpener: (claims: number) => `Claims (${number.format(claims)})`,
  tabs: 'What is listed',
  names: 'Names',
  places: 'Places',
  times: 'Times',
  none: 'Nothing here',
  noneHint: 'No name, place or time was found in this text.',
  role: 'Role',
  type: 'Kind',
  sector: 'Field',
  country: 'Country',
  mentions: (mentions: number) => `Named ${mentions === 1 ? 'once' : `${number.format(mentions)} times`}`,
  references: (references: number) => `Meant by ${count(references, 'other word')}`,
  jump: (words: string, at: number) => `${words}, place ${at}`,
  actor: 'All documents that name this actor',
  find: 'Look for this name among the actors',
  uses: PLACE_USES,
  use: 'Used',
  precision: 'Known as',
  unplaced: 'Where it lies is not known.',
  fetchingPlace: 'Fetching the outline',
  timeType: 'Kind',
  timeTypes: TIME_TYPES,
  value: 'TIMEX value',
  covers: 'Covers',
  coversNothing: 'no days: it stands for a length of time, or is vague',
  anchor: 'Resolved against',
  anchors: {
    published: (day: string | undefined) =>
      day === undefined ? 'the day of publication' : `the day of publication, ${day}`,
    post: 'the day of the entry it stands in',
    other: 'another time of the text:',
    none: 'nothing: it stands alone',
  },
  mod: 'Modified by',
  precisionOf: 'Known to the',
  by: 'Read by',
} as const;

export const QUEUE = {
  keys: { previous: 'p', next: 'n' },
  label: 'The list it was opened from',
  names: {
    documents: 'Documents',
    search: 'Search',
    incident: 'Reports of the incident',
  },
  position: (at: number, total: number, isWhole: boolean) =>
    `${number.format(at)} of ${number.format(total)}${isWhole ? '' : '+'}`,
  outside: 'not in this list any more',
  counting: 'finding its place',
  failed: 'the list cannot be fetched',
  back: (list: string) => `Back to: ${list}`,
  next: 'Next document',
  previous: 'Previous document',
  atEnd: 'This is the last document of the list.',
  atStart: 'This is the first document of the list.',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  isRead: 'read',
  unread: 'Unread',
  marked: 'Marked as read.',
  unmarked: 'Marked as unread.',
  markedLast: 'Marked as read. This was the last document of the list.',
  noList: 'This document was not opened from a list.',
} as const;
