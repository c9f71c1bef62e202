import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatPercent } from '../src/model/probability.ts';
import { findChromium } from './setup/chromium.ts';
import { startExampleVisits, type Visits } from './setup/visits.ts';

/* Every view, after the slider was moved back: what it shows is what the API answers as of then, and nothing of later is in it. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';
const LAST = '2021-02-26T23:59:59.999Z';
const DAY = '2020-01-20';
const THEN = `${DAY}T23:59:59.000Z`;
const PROBLEM = 'us-sites-iraq';
const DAY_LENGTH = 86_400_000;

interface Row {
  readonly id: string;
  readonly title?: string;
  readonly published?: string;
}
interface Rows {
  readonly rows: readonly Row[];
  readonly total?: number;
}

/** Answers of these take no instant: how the server does, who is logged in, what was drawn or saved by hand. */
const TIMELESS = /^\/api\/v1\/(session|sources|watch-areas|saved-searches|register)(\?|$)/;
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.skipIf('missing' in found)(`every view as of a moved slider${why}`, () => {
  let visits: Visits;
  /** Titles and words of claims that only later documents have. */
  const later: string[] = [];
  let ids: Readonly<Record<'story' | 'incident' | 'document', string>>;

  async function get<Answer>(path: string): Promise<Answer> {
    const answer = await fetch(`${visits.server.address.url}/api/v1${path}`);
    expect(answer.status, path).toBe(200);
    return (await answer.json()) as Answer;
  }
  const asOf = (path: string) => `${path}${path.includes('?') ? '&' : '?'}asOf=${THEN}`;

  beforeAll(async () => {
    if ('missing' in found) return;
    visits = await startExampleVisits(found.path);
    const { rows } = await get<Rows>('/documents?limit=200');
    const words: string[] = [];
    let known = '';
    for (const { id, published } of rows) {
      const { document, claims } = await get<{
        document: { title?: string; text: string };
        claims: readonly { content: { text: string } }[];
      }>(`/documents/${id}/reading`);
      if (published === undefined || published > THEN)
        words.push(document.title ?? '', ...claims.map(({ content }) => content.text));
      else known += ` ${plain(`${document.title} ${document.text}`)}`;
    }
    later.push(...words.map(plain).filter((text) => text.length >= 30 && !known.includes(text)));
    const [story, incident, document] = await Promise.all(
      ['/stories', '/incidents', '/documents'].map((path) => get<Rows>(asOf(path))),
    );
    ids = {
      story: story!.rows[0]!.id,
      incident: incident!.rows[0]!.id,
      document: document!.rows[0]!.id.slice(7, 23),
    };
  });
  afterAll(() => visits?.close());

  const titles = async (path: string) => (await get<Rows>(asOf(path))).rows.map(({ title }) => title ?? '');

  /** Words that the API has as of then, each of which the view must show. */
  const views: readonly (readonly [string, () => string, () => Promise<readonly string[]>])[] = [
    [
      'the board',
      () => '/',
      async () =>
        (
          await get<{ rows: readonly { title: string; probability: { p: number; word: string } }[] }>(
            asOf('/board'),
          )
        ).rows.flatMap(({ title, probability: { p, word } }) => [title, `${formatPercent(p)} ${word}`]),
    ],
    ...(['why', 'indicators', 'hypotheses', 'ladder', 'record', 'definition'] as const).map(
      (tab) =>
        [
          `the tab ${tab} of a problem`,
          () => `/problems/${PROBLEM}?show=${tab}`,
          async () => {
            const { title, reports } = await get<{ title: string; reports: number }>(
              asOf(`/problems/${PROBLEM}`),
            );
            return [title, `from ${reports} reports`];
          },
        ] as const,
    ),
    [
      'the brief',
      () => `/problems/${PROBLEM}?show=brief`,
      async () =>
        (
          await get<{ sections: readonly { sentences: readonly { text: string }[] }[] }>(
            asOf(`/problems/${PROBLEM}/brief?format=json`),
          )
        ).sections.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
    ],
    ['incidents', () => '/incidents', async () => (await titles('/incidents')).slice(0, 5)],
    [
      'an incident',
      () => `/incidents/${ids.incident}`,
      async () => [(await get<Row>(asOf(`/incidents/${ids.incident}`))).title!],
    ],
    ['stories', () => '/stories', () => titles('/stories')],
    [
      'a story',
      () => `/stories/${ids.story}`,
      async () => [(await get<Row>(asOf(`/stories/${ids.story}`))).title!],
    ],
    ['documents', () => '/documents', async () => (await titles('/documents')).slice(0, 5)],
    [
      'the reader',
      () => `/documents/${ids.document}`,
      async () => [
        (await get<{ document: Row }>(asOf(`/documents/${ids.document}/reading`))).document.title!,
      ],
    ],
    [
      'the map',
      () => '/map?scope=all',
      async () => {
        const { rows } = await get<Rows>(asOf('/map'));
        return [`${rows.length} `, rows[0]!.title!];
      },
    ],
    [
      'search',
      () => '/search?q=rocket&of=documents',
      async () => (await titles('/search?q=rocket&of=documents')).slice(0, 4),
    ],
    ['sources', () => '/sources', async () => []],
    [
      'actors',
      () => '/actors',
      async () => {
        const { rows, total } = await get<{ rows: readonly { name: string }[]; total: number }>(
          asOf('/actors'),
        );
        return [`${total} actors`, rows[0]!.name];
      },
    ],
    [
      'decisions',
      () => '/decisions',
      async () => [`${(await get<Rows>(asOf('/judgements'))).total} decisions`],
    ],
    [
      'the score',
      () => '/score',
      async () => [`no. ${(await get<{ last: { number: number } }>(asOf('/scores'))).last.number}`],
    ],
  ];

  async function moveBack(page: Page): Promise<void> {
    const slider = page.getByRole('slider', { name: 'As of which day' });
    await slider.fill(String(Date.parse(DAY) / DAY_LENGTH));
    await page.waitForURL((url) => url.searchParams.get('asOf') === THEN);
    await page.waitForLoadState('networkidle');
    await page.locator('.is-old').first().waitFor({ state: 'detached' });
  }

  it('knows words that came later', () => expect(later.length).toBeGreaterThan(100));

  it.each(views)('%s', async (_, path, findWanted) => {
    const wanted = await findWanted();
    const start = `${path()}${path().includes('?') ? '&' : '?'}asOf=${LAST}`;
    await visits.visit(start, async (page) => {
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      const asked: string[] = [];
      page.on('request', (request) => {
        const { pathname, search } = new URL(request.url());
        if (!pathname.startsWith('/api/') || TIMELESS.test(pathname + search)) return;
        // Before the address has moved, the page is still one of the last day.
        if (new URL(page.url()).searchParams.get('asOf') === THEN) asked.push(pathname + search);
      });
      await moveBack(page);
      const read = async () => plain((await page.locator('body').textContent()) ?? '');
      for (const words of wanted) await expect.poll(read).toContain(plain(words));
      const shown = await read();
      expect(later.filter((words) => shown.includes(words))).toEqual([]);
      expect(asked.filter((address) => !address.includes(`asOf=${encodeURIComponent(THEN)}`))).toEqual([]);
    });
  });
});
