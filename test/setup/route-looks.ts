import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { REVIEW_STATES } from '../../src/model/review.ts';

/* Every page of the workbench in every state that its address can have, and what opens over the pages. */

/** What addresses with an id are filled with. */
export interface Things {
  readonly problem: string;
  readonly indicator: string;
  readonly story: string;
  readonly incident: string;
  readonly actor: string;
  readonly source: string;
  /** First digits of its id. */
  readonly document: string;
  readonly claim: string;
}

const ROUTES = new URL('../../src/disseminate/web/routes/', import.meta.url);

/** Names of views that an address may carry, from where they are listed. */
function readViews(list: 'PROBLEM_VIEWS' | 'VIEWS' | 'INBOX_VIEWS'): readonly string[] {
  const text = readFileSync(new URL('search.ts', ROUTES), 'utf8');
  const names = new RegExp(`export const ${list} = \\[([^\\]]*)\\] as const`).exec(text)?.[1] ?? '';
  const views = [...names.matchAll(/'([^']+)'/g)].map(([, view]) => view!);
  if (views.length === 0) throw new Error(`routes/search.ts lists no ${list}`);
  return views;
}

/** The addresses that the router knows: `/problems/$id`. */
export function listRoutes(): readonly string[] {
  return readdirSync(ROUTES)
    .filter((file) => file.endsWith('.tsx') && file !== 'root.tsx')
    .map((file) => {
      const path = /path: '([^']+)'/.exec(readFileSync(new URL(file, ROUTES), 'utf8'))?.[1];
      if (path === undefined) throw new Error(`${file} names no path`);
      return path;
    });
}

/** By route, the addresses that are looked at: one at least, and one for each tab and state. */
export function listRouteLooks(of: Things): Readonly<Record<string, readonly string[]>> {
  const { problem, indicator, story, incident, actor, source, document, claim } = of;
  return {
    '/': ['/', `/?evidence=problem:${problem}`, '/?asOf=2031-05-21T12:00:00.000Z'],
    '/problems/$id': [
      ...readViews('PROBLEM_VIEWS').map((show) => `/problems/${problem}?show=${show}`),
      ...['hypotheses', 'brief'].map((show) => `/problems/${problem}?show=${show}&edit=on`),
      `/problems/${problem}?evidence=problem:${problem}:${indicator}`,
      '/problems/nothing-such',
    ],
    '/stories': ['/stories', '/stories?q=nothing+such'],
    '/stories/$id': [`/stories/${story}`, `/stories/${story}?tree=list&evidence=story:${story}`],
    '/incidents': ['/incidents', '/incidents?differs=true', '/incidents?q=nothing+such'],
    '/incidents/$id': [`/incidents/${incident}`, `/incidents/${incident}?evidence=incident:${incident}`],
    '/map': ['/map', '/map?show=areas', '/map?scope=all'],
    '/actors': ['/actors', '/actors?name=nothing+such'],
    '/actors/$id': [`/actors/${encodeURIComponent(actor)}`],
    '/documents': ['/documents', '/documents?q=launchers', '/documents?outlet=nobody'],
    '/documents/$id': [
      ...readViews('VIEWS').map((view) => `/documents/${document}?view=${view}`),
      `/documents/${document}?claim=${claim}`,
    ],
    '/search': [
      '/search',
      ...['documents', 'claims', 'events'].map((each) => `/search?q=launchers&of=${each}`),
      '/search?q=nothing+such+at+all',
    ],
    '/sources': ['/sources', '/sources?q=nothing+such', `/sources?evidence=source:${source}`],
    '/sources/$id': [`/sources/${encodeURIComponent(source)}`],
    '/decisions': ['/decisions', '/decisions?state=withdrawn'],
    '/inbox': readViews('INBOX_VIEWS').map((show) => `/inbox?show=${show}&state=all`),
    '/review': REVIEW_STATES.map((state) => `/review?state=${encodeURIComponent(state)}`),
    '/score': ['/score'],
    '/read': ['/read'],
    '/account': ['/account'],
    '/accounts': ['/accounts'],
    '/audit': ['/audit', '/audit?by=nobody'],
    '/log-in': ['/log-in'],
  };
}

/** Something that opens over a page. */
export interface Opened {
  readonly name: string;
  readonly path: string;
  readonly open: (page: Page) => Promise<void>;
}

export function listOpened({ problem, story, incident, document, claim, source }: Things): readonly Opened[] {
  const press = (button: string | RegExp) => async (page: Page) => {
    const exact = typeof button === 'string' ? { exact: true } : {};
    await page
      .getByRole('button', { name: button, ...exact })
      .first()
      .click();
    await page.getByRole('dialog').first().waitFor();
  };
  const key = (keys: string) => async (page: Page) => {
    await page.locator('main').focus();
    for (const each of keys.split(' ')) await page.keyboard.press(each);
    await page.getByRole('dialog').first().waitFor();
  };
  const reader = `/documents/${document}?claim=${claim}`;
  return [
    { name: 'the palette', path: '/', open: key('Control+k') },
    { name: 'the help', path: `/problems/${problem}`, open: key('?') },
    { name: 'setting aside', path: `/incidents/${incident}`, open: press('Set aside…') },
    { name: 'merging', path: `/incidents/${incident}`, open: press('Merge…') },
    { name: 'splitting', path: `/stories/${story}`, open: press(/^Split/) },
    { name: 'correcting', path: reader, open: key('c') },
    {
      name: 'correcting a field',
      path: reader,
      open: async (page) => {
        await key('c')(page);
        await page.keyboard.press('s');
        await page.getByRole('dialog').getByLabel('Why').waitFor();
      },
    },
    { name: 'adding sources', path: '/sources', open: press('Add sources…') },
    { name: 'grading', path: `/sources/${encodeURIComponent(source)}`, open: press(/^Set the grade/) },
    { name: 'adding an actor', path: '/actors', open: press('Add an actor…') },
    { name: 'adding an account', path: '/accounts', open: press('Add an account…') },
    { name: 'a new password', path: '/accounts', open: press(/^New password/) },
    { name: 'saving a search', path: '/search?q=launchers', open: press('Save search') },
    { name: 'reviewing', path: '/review', open: press(/^Send back/) },
    {
      name: 'comments',
      path: `/problems/${problem}`,
      open: async (page) => {
        await page
          .getByRole('button', { name: /comment/i })
          .first()
          .click();
        await page.locator('.comments-panel textarea').waitFor();
      },
    },
  ];
}
