import type { BrowserContextOptions } from 'playwright-core';
import { karvonia } from './case-karvonia.ts';
import { PROBLEM, RAID, STORY } from './karvonia-desk.ts';
import { PHONE } from './visits.ts';

/* Which pages of the workbench are looked at for barriers, and how. */

/** How somebody may look at a page. */
const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  phone: PHONE,
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;

export interface Look {
  readonly look: string;
  readonly path: string;
  readonly options: BrowserContextOptions;
}

const looks = Object.entries(LOOKS).map(([look, options]) => ({ look, options }));

/** Every page once, each in the next look: what `npm test` has time for. */
export function takeTurns(paths: readonly string[]): readonly Look[] {
  return paths.map((path, at) => ({ path, ...looks[at % looks.length]! }));
}

/** Every page in every look, for `npm run prove`. */
export function crossLooks(paths: readonly string[]): readonly Look[] {
  return paths.flatMap((path) => looks.map((look) => ({ path, ...look })));
}

const warning = karvonia.warning.reading.document.id.slice('sha256:'.length, 'sha256:'.length + 16);

/** Pages over the made-up case and its desk. */
export const DOCUMENT_PAGES = [
  '/documents',
  '/documents?q=launchers',
  '/documents?outlet=nobody',
  `/documents/${warning}?claim=c1`,
  `/documents/${warning}?view=timeline`,
  `/documents/${warning}?view=versions`,
  '/read',
];

/** So long that axe takes ten seconds over it. */
export const REFERENCE_PAGE = '/api/v1/docs';

export const PICTURE_PAGES = [
  '/',
  `/?evidence=problem:${PROBLEM}`,
  `/problems/${PROBLEM}`,
  `/problems/${PROBLEM}?show=record&evidence=entry:${PROBLEM}:1`,
  `/problems/${PROBLEM}?show=brief`,
  '/stories',
  `/stories/${STORY}?evidence=story:${STORY}`,
  '/incidents',
  `/incidents/${RAID}`,
  '/sources',
  '/score',
];

/** Pages over the desk that has weighed the made-up case. */
export const ANALYSIS_PAGES = [
  `/problems/${PROBLEM}?show=hypotheses`,
  `/problems/${PROBLEM}?show=ladder`,
] as const;
