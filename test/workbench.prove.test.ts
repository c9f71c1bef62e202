import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../src/model/desk.ts';
import { karvonia } from './setup/case-karvonia.ts';
import { findChromium } from './setup/chromium.ts';
import { analysedDesk } from './setup/karvonia-analysis.ts';
import { karvoniaDesk } from './setup/karvonia-desk.ts';
import { ANALYSIS_PAGES, crossLooks, DOCUMENT_PAGES, PICTURE_PAGES } from './setup/looks.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { startVisits, type Visits } from './setup/visits.ts';

/* Every page of the workbench in every look: `npm test` looks at each page once. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

describe.skipIf('missing' in found).each([
  { name: 'the made-up case', desk: karvoniaDesk, pages: [...DOCUMENT_PAGES, ...PICTURE_PAGES] },
  { name: 'the weighed case', desk: analysedDesk, pages: ANALYSIS_PAGES },
])(`barriers in $name${why}`, ({ desk, pages }) => {
  let visits: Visits;
  beforeAll(async () => {
    if (!('missing' in found)) visits = await startVisits(found.path, desk);
  });
  afterAll(() => visits?.close());

  it.each(crossLooks(pages))('finds none at $path ($look)', async ({ path, options }) => {
    expect(await visits.findBarriers(path, options)).toEqual([]);
  });
});

describe.skipIf('missing' in found)(`barriers over the real desk${why}`, () => {
  let visits: Visits;
  let incident: string;
  let actor: string;
  beforeAll(async () => {
    if ('missing' in found) return;
    let desk: Desk | undefined;
    visits = await startVisits(found.path, async (store) => {
      desk = await openRealDesk(store, () => '2031-05-22T10:00:00.000Z');
      return desk;
    });
    const incidents = await desk!.listIncidents({});
    incident = `/incidents/${incidents.rows.find(({ title }) => /harbour/.test(title))!.id}`;
    const actors = await desk!.listActors({ name: 'free coast front' });
    actor = `/actors/${encodeURIComponent(actors.rows[0]!.id)}`;
  });
  afterAll(() => visits?.close());

  const document = `/documents/${karvonia.warning.reading.document.id.slice('sha256:'.length, 'sha256:'.length + 16)}?claim=c7`;
  const openDialog = (button: string) => async (page: Page) => {
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.getByRole('dialog').waitFor();
  };

  it('finds none on its pages, nor with a dialog open', async () => {
    const pages = ['/decisions', '/sources', '/problems/coup-sahel?show=definition', '/actors'];
    for (const { path, look, options } of crossLooks([...pages, incident, document, actor]))
      expect(await visits.findBarriers(path, options), `${path} (${look})`).toEqual([]);
    for (const { path, look, options } of crossLooks([incident]))
      expect(await visits.findBarriers(path, options, openDialog('Set aside…')), `${path} (${look})`).toEqual(
        [],
      );
    for (const { path, look, options } of crossLooks(['/actors']))
      expect(
        await visits.findBarriers(path, options, openDialog('Add an actor…')),
        `${path} (${look})`,
      ).toEqual([]);
  });
});
