import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/disseminate/api/api.ts';
import type { Desk } from '../src/model/desk.ts';
import { StartingError } from '../src/model/errors.ts';
import { makeDesk } from '../src/run/desk.ts';
import { Picture } from '../src/run/picture.ts';
import { ProblemFiles } from '../src/run/problems.ts';
import { Start } from '../src/run/starting.ts';
import { endWorlds, makeWorld, type World } from './support/world.ts';

/* What a server answers while the picture of its store is still being made. */

const NOW = '2031-05-20T08:00:00.000Z';
const PAGES = [
  {
    at: '2031-05-18T09:00:00Z',
    url: 'https://wire.example/attack',
    outlet: 'Harbour Wire',
    title: 'Rockets hit the harbour of Karvonia',
    text: [
      'Two rockets hit the harbour of Karvonia on 17 May 2031, the interior ministry said. Nobody was hurt.',
    ],
  },
];

let world: World;
beforeAll(async () => {
  world = await makeWorld(PAGES, [], { now: NOW });
});
afterAll(endWorlds);

/** A picture whose first reading goes on when it is let. */
class HeldPicture extends Picture {
  letGo = (): void => undefined;
  #isHeld = true;
  readonly #gate = new Promise<void>((resolve) => {
    this.letGo = resolve;
  });

  override async refresh(onRead?: (reports: number) => void): Promise<void> {
    await super.refresh(onRead);
    if (this.#isHeld) await this.#gate;
    this.#isHeld = false;
  }
}

async function begin(): Promise<{ picture: HeldPicture; start: Start; desk: Desk; ask: Ask }> {
  const { store, config } = world;
  const now = () => NOW;
  const picture = new HeldPicture(store);
  const start = new Start({ store, picture, problems: new ProblemFiles(config), now });
  const desk = await makeDesk({
    ...{ store, config, now, picture },
    // Whoever asks is not kept waiting.
    start: { wait: () => start.wait(1) },
  });
  const app = createApp({
    ...{ store, desk, now, name: 'tocsin test', starting: () => start.progress },
    engine: { name: 'tocsin test', read: () => Promise.reject(new Error('reads nothing')) },
  });
  return { picture, start, desk, ask: (path) => app.request(`http://localhost/api/v1${path}`) };
}

type Ask = (path: string) => Response | Promise<Response>;

async function search(ask: Ask): Promise<readonly unknown[]> {
  const answer = (await (await ask('/search?q=rockets&weigh=true')).json()) as { rows: readonly unknown[] };
  return answer.rows;
}

test('documents, searches and the status answer, and the picture says that it is not there yet', async () => {
  const { picture, start, ask } = await begin();
  void start.begin();
  await expect.poll(() => start.progress?.done).toBe(1);

  const refused = await ask('/board');
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('2');
  expect(await refused.json()).toMatchObject({
    type: 'urn:tocsin:problem:starting',
    detail: expect.stringContaining('1 of 1 reports'),
  });
  expect(await (await ask('/status')).json()).toMatchObject({
    counts: { documents: 1 },
    starting: { phase: 'reports', done: 1, total: 1 },
  });
  expect(await (await ask('/documents')).json()).toMatchObject({ rows: [{ url: PAGES[0]!.url }] });
  expect(await search(ask)).toEqual([expect.not.objectContaining({ weight: expect.anything() })]);

  picture.letGo();
  await start.done;
  expect((await ask('/board')).status).toBe(200);
  expect(await (await ask('/status')).json()).not.toHaveProperty('starting');
  expect(await search(ask)).toEqual([
    expect.objectContaining({ weight: expect.objectContaining({ story: expect.any(String) }) }),
  ]);
});

test('a start that was stopped, or never begun, holds nobody up', async () => {
  const { picture, start, desk } = await begin();
  const controller = new AbortController();
  const work = start.begin(controller.signal);
  await expect(desk.getBoard()).rejects.toBeInstanceOf(StartingError);
  controller.abort();
  picture.letGo();
  await work;
  expect(start.isBrokenOff).toBe(true);
  expect((await desk.getBoard()).rows.length).toBeGreaterThan(0);

  const other = await begin();
  other.picture.letGo();
  expect((await other.desk.getBoard()).rows.length).toBeGreaterThan(0);
});
