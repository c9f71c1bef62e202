import type { EventType } from '../../../../model/event.ts';
import type { Form, Telling } from '../../map/marks.ts';
import { describeDate, describeDay } from '../dates.ts';
import { count, describeEventType } from '../vocabulary.ts';

/* The words of the map, its timeline and the watch areas. */

const number = (value: number) => new Intl.NumberFormat('en').format(value);

export const TELLING_WORDS: Readonly<Record<Telling, string>> = {
  happened: 'happened',
  prepared: 'ordered or prepared',
  threatened: 'threatened or feared',
  denied: 'denied',
};

export const FORM_WORDS: Readonly<Record<Form, string>> = {
  force: 'use of force',
  readiness: 'forces shown or raised',
  threat: 'threat',
  pressure: 'restriction or sanction',
  protest: 'protest',
  words: 'demand or accusation',
  contact: 'talks, aid or withdrawal',
};

export const MAP = {
  title: 'Map',
  fetching: 'Fetching incidents',
  mapLabel: 'Map. Arrow keys move it, plus and minus zoom. Everything on it is in the list.',
  canvasLabel: 'Incidents and threats by place',
  closer: 'Closer',
  further: 'Further away',
  all: 'Show all',
  shown: (shown: number, all: number) =>
    shown === all
      ? `${count(all, 'incident')} and threats`
      : `${number(shown)} of ${count(all, 'incident')} and threats`,
  bounded: (shown: number, all: number) =>
    `Only the ${number(shown)} with the latest mention, of ${number(all)}, are drawn.`,
  none: 'Nothing to show',
  noneYet: 'Incidents arise from what is read in documents.',
  noneFits: 'Nothing fits these filters.',
  filters: 'Filters',
  kind: 'Kind',
  told: 'Told as',
  actor: 'Actor',
  any: 'any',
  clear: 'Clear filters',
  drawnBy: 'Land drawn by',
  drawings: { auto: 'what suits this machine', card: 'graphics card (WebGL)', plain: 'plainly (no WebGL)' },
  isPlain: 'Drawn without a graphics card.',
  source: 'Shapes: Natural Earth. Cities: GeoNames. Borders are theirs and say nothing about claims.',
  signs: 'What the signs mean',
  signWide: 'A plate with a dashed edge: somewhere in this country, region or sea; no point is known.',
  signGroup:
    'A ring with a count: several close together; its line shows how they are told. Click to come closer.',
  several: (all: number) => `${number(all)} here`,
  opens: 'Click to come closer',
  somewhere: (name: string) => `Somewhere in ${name}; no point is known`,
} as const;

export const LIST = {
  views: 'Beside the map',
  tab: (shown: number) => `In view (${number(shown)})`,
  areasTab: (areas: number) => `Watch areas (${number(areas)})`,
  scope: 'Also what is not in view',
  label: 'Incidents and threats in view',
  atPlace: (name: string) => `At ${name}`,
  leavePlace: 'Show all in view',
  noneInView: 'Nothing in this part of the map.',
  more: (left: number) => `${number(left)} more`,
  noPoint: {
    country: 'somewhere in the country',
    region: 'somewhere in the region',
    sea: 'somewhere at sea',
  } as Readonly<Record<string, string>>,
  unplaced: (left: number) => `Not on the map (${number(left)})`,
  unplacedWhy: 'Their place is not told, or is not known to the gazetteer.',
  noPlace: 'no place',
  whole: 'whole page',
} as const;

const BINS: Readonly<Record<number, string>> = { 1: 'day', 7: 'week', 28: 'four weeks' };

export const TIME = {
  label: 'Timeline',
  loading: 'Drawing the timeline',
  from: 'From day',
  to: 'To day',
  all: 'All days',
  none: 'Nothing here is dated.',
  each: (days: number) => `A bar is a ${BINS[days] ?? `${days} days`}.`,
  span: (from: string, to: string) => `${describeDate(from)} to ${describeDate(to)}`,
  bar: (from: string, to: string, counts: readonly string[]) =>
    `${from === to ? describeDate(from) : `${describeDay(from)} to ${describeDate(to)}`}: ${counts.join(', ') || 'nothing'}`,
  rough: (rows: number) => `${number(rows)} known less precisely than a bar`,
  undated: (rows: number, isLeft: boolean) =>
    isLeft ? `${number(rows)} not dated, left out of the span` : `${number(rows)} not dated`,
  hint: 'Drag over the bars to choose days, or move the two ends below.',
} as const;

export const AREAS = {
  title: 'Watch areas',
  none: 'No area is watched yet',
  noneHint: 'Draw one: a point or an outline, with a distance for each kind of event.',
  fetching: 'Fetching watch areas',
  isPrivate: 'Areas are this desk’s own: they stand in no export.',
  draw: 'Draw an area…',
  point: 'A point',
  outline: 'An outline',
  drawPoint: 'Click its point on the map. By keyboard: move the map under the cross and press Enter.',
  drawOutline: (corners: number) =>
    corners < 3
      ? `Click its corners on the map (${corners} of at least 3). By keyboard: move the map under the cross and press Enter.`
      : `${corners} corners. Click more, or finish.`,
  finish: 'Finish',
  undo: 'Take back a corner',
  stop: 'Leave it',
  again: 'Draw anew',
  name: 'Name',
  hazards: 'What is watched for, and how far out',
  type: (hazard: number) => `Event ${hazard}`,
  mode: (hazard: number) => `Mode ${hazard}`,
  anyMode: 'any mode',
  anyType: 'whatever happens',
  km: (hazard: number) => `Kilometres ${hazard}`,
  kmUnit: 'km',
  addHazard: 'Another kind of event',
  dropHazard: (row: number) => `Leave out kind ${row}`,
  drop: 'Leave out',
  note: 'Note',
  lat: 'Latitude',
  lon: 'Longitude',
  by: 'Your name',
  byHint: 'It stands with the area.',
  save: 'Save',
  saving: 'Saving…',
  saved: (name: string) => `${name} is watched.`,
  change: 'Change…',
  remove: 'Watch no longer…',
  removeNow: 'Watch no longer',
  removing: 'Removing…',
  removed: (name: string) => `${name} is watched no longer.`,
  removeHint: (name: string) => `${name} is taken off the map for everybody.`,
  standing: 'As it is saved now:',
  keepMine: 'Go on with mine',
  newer: 'Discard mine, take this',
  cancel: 'Cancel',
  show: 'Show on the map',
  noWriting: 'Nothing can be changed here.',
  changed: (by: string, when: string) => `${by}, ${when}`,
  hazard: (type: string, mode: string | undefined, km: number) =>
    `${type === 'any' ? 'whatever happens' : describeEventType(type)}${mode === undefined ? '' : `, ${mode.replaceAll('-', ' ')}`}, ${number(km)} km`,
  inside: (rows: number) => `${number(rows)} inside`,
  perhaps: (rows: number) => `${number(rows)} perhaps`,
  perhapsWhy: 'Their place is known so roughly that they may lie inside.',
  unknown: (rows: number) => `Not counted, since known only to the country or not at all: ${number(rows)}.`,
  shownSpan: 'Counted over the days, kinds and actors that are shown.',
} as const;

/** Modes of PLOVER's types. */
export const MODES: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  CONSULT: ['phone', 'visit', 'third-party'],
  RETREAT: ['release', 'return', 'ease', 'access', 'disarm', 'ceasefire', 'withdraw'],
  REQUEST: ['assist', 'change', 'yield', 'meet'],
  ACCUSE: ['disapprove', 'allege', 'investigate'],
  REJECT: ['assist', 'change', 'yield', 'meet'],
  THREATEN: ['relations', 'restrict', 'ban', 'political', 'expel', 'violence', 'territory'],
  PROTEST: ['demo', 'hunger', 'boycott', 'obstruct', 'riot'],
  SANCTION: ['withdraw', 'discontinue', 'expel'],
  MOBILIZE: ['troops', 'weapons', 'police', 'militia'],
  COERCE: [
    'seize',
    'restrict',
    'ban',
    'curfew',
    'martial-law',
    'arrest',
    'deport',
    'withhold',
    'misinformation',
    'censor',
  ],
  ASSAULT: [
    'abduct',
    'beat',
    'sexual',
    'torture',
    'assassinate',
    'execute',
    'firearms',
    'explosives',
    'suicide-attack',
    'heavy-weapons',
    'aerial',
    'drone',
    'primitive',
    'cleansing',
    'massacre',
    'unconventional',
  ],
};

export const PLACE = {
  at: (name: string, lat: number, lon: number) =>
    `${name}: ${Math.abs(lat).toFixed(2)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(2)}° ${lon < 0 ? 'W' : 'E'}`,
  precision: {
    site: 'known to the site',
    district: 'known to the district: somewhere in the ring',
    city: 'known to the city: somewhere in the ring',
    region: 'known only to the region: no point is meant',
    country: 'known only to the country: no point is meant',
    sea: 'known only to the sea: no point is meant',
    unknown: 'how precisely is not known',
  },
  where: '{name}: {precision}.',
  open: 'Open on the map',
} as const;

/** What the map cannot do. */
export const MAP_FAILURES = {
  shapes: (status: number) => `The shapes of countries could not be fetched (${status}).`,
  canvas: 'This browser draws no canvas.',
} as const;
