import { afterAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/disseminate/api/api.ts';
import type { JudgedThing, Judgement } from '../src/model/judgement.ts';
import { Dice } from './support/dice.ts';
import { endWorlds, makeWorld, NOW, type PageGiven, type World } from './support/world.ts';

/*
 * Bitemporal, as a property: over streams of documents, versions, late finds, corrections, rejections and withdrawals, whatever is
 * asked as of an instant is what a desk answers that never got anything later.
 */

const START = Date.parse('2031-05-20T06:00:00Z');
const HOUR = 3_600_000;
const PAGES = 26;

const at = (hours: number) => new Date(START + hours * HOUR).toISOString();

const OUTLETS = ['Harbour Wire', 'Delta Times', 'Port Post', 'Hill Herald', 'Coast Echo'];
const PLACES = ['Veles', 'Tarn', 'Odra', 'Sulm', 'Korav', 'Menta'];
const NUMBERS = ['Two', 'Three', 'Four', 'Six', 'Nine'];

function makeText(dice: Dice, place: string): readonly string[] {
  const number = dice.pick(NUMBERS);
  const tail = `hit the port of ${place} on Tuesday`;
  const credit = dice.pick([
    `the Karvonian army said`,
    `${dice.pick(OUTLETS)} reported`,
    `a witness told ${dice.pick(OUTLETS)}`,
    `Governor Ilka Example said`,
  ]);
  const news = dice.pick([
    `${number} rockets ${tail}, ${credit}, and ${dice.pick(['two', 'three', 'five'])} soldiers were wounded in the attack.`,
    `${number} rockets ${tail}, ${credit}, and ${dice.pick(['two', 'three', 'five'])} soldiers were wounded in the attack.`,
    `Gunmen kidnapped ${number.toLowerCase()} engineers from the refinery of ${place} on Monday, ${credit}.`,
    `Thousands of teachers marched through ${place} on Sunday against the new school law, ${credit}.`,
  ]);
  return [
    news,
    dice.pick([
      `Police closed the road to the harbour of ${place}, ${dice.pick(OUTLETS)} reported.`,
      `The governor of ${place} will resign before winter, ${credit}.`,
      `A ship burned at the pier of ${place} for an hour after the attack.`,
    ]),
  ];
}

/** When it says it was published: before it was seen, the same day, not at all, or by a clock that is a year ahead. */
function makeDate(dice: Dice, seen: number): string | undefined {
  const kind = dice.throw(8);
  if (kind === 0) return undefined;
  if (kind === 1) return new Date(START + (seen + 24 * 366) * HOUR).toISOString();
  if (kind === 2) return at(seen).slice(0, 10);
  // Found late: published up to two days before.
  return at(seen - dice.throw(kind === 3 ? 48 : 3));
}

const NOTES = [
  'Correction: An earlier version of this story said that four rockets hit the port. Two rockets hit the port.',
  'This story has been retracted because its source could not be confirmed.',
];

function makeStream(dice: Dice): readonly PageGiven[] {
  const pages: PageGiven[] = [];
  for (let hour = 0; pages.length < PAGES; hour += 1 + dice.throw(3)) {
    const before = pages.length > 3 && dice.throw(3) === 0 ? dice.pick(pages) : undefined;
    const place = dice.pick(PLACES);
    const published = before === undefined ? makeDate(dice, hour) : before.published;
    const mirror = before !== undefined && dice.throw(4) === 0;
    const note = before !== undefined && dice.throw(2) === 0 ? [dice.pick(NOTES)] : [];
    pages.push({
      at: at(hour),
      url: mirror || before === undefined ? `https://news${pages.length}.example/${place}` : before.url,
      outlet: before?.outlet ?? dice.pick(OUTLETS),
      title: before?.title ?? `${dice.pick(['Attack in', 'What happened in', 'Fear in'])} ${place}`,
      ...(published === undefined ? {} : { published }),
      text: mirror ? before.text : [...makeText(dice, place), ...note],
    });
  }
  return pages;
}

type Decision = Omit<Judgement, 'kind' | 'id'>;

/** What is rejected is known when it is; withdrawals take back one of those before, once or again. */
async function decide(dice: Dice, { desk, picture }: World): Promise<readonly Decision[]> {
  const decisions: Decision[] = [];
  const hours = Array.from({ length: 10 }, () => 4 + dice.throw(2 * PAGES)).sort((a, b) => a - b);
  for (const [index, hour] of hours.entries()) {
    const made = new Date(START + hour * HOUR + index * 60_000).toISOString();
    const report = dice.pick(picture.known(made));
    if (report === undefined) continue;
    const common = { made, by: 'Ann Example', note: `reason ${index}` };
    if (decisions.length > 1 && dice.throw(3) === 0) {
      const number = dice.throw(decisions.length);
      decisions.push({ ...common, of: decisions[number]!.of, verdict: 'withdraw', value: `j${number + 1}` });
      continue;
    }
    const incidents = await desk.listIncidents({ asOf: made, limit: 500 });
    const { document, story, outlet = '' } = report;
    const things: readonly JudgedThing[] = [
      { type: 'document', document },
      { type: 'story', story },
      { type: 'story', story, documents: [document] },
      { type: 'source', source: outlet.toLowerCase() },
      ...report.statements.map(({ claim }) => ({ type: 'claim', document, claim }) as const),
      ...incidents.rows.map(({ id }) => ({ type: 'incident', incident: id }) as const),
    ];
    decisions.push({ ...common, of: dice.pick(things), verdict: 'reject' });
  }
  return decisions;
}

const engine = { name: 'tocsin 0.0.0-test', read: () => Promise.reject(new Error('not asked')) };

/** Everything that can be asked as of an instant, through the addresses of the API and the store behind the commands. */
async function look({ desk, store }: World, asOf: string): Promise<Record<string, unknown>> {
  const app = createApp({ store, engine, desk, name: engine.name, now: () => NOW, log: () => undefined });
  const seen: Record<string, unknown> = {};
  const get = async (path: string): Promise<unknown> => {
    const url = `/api/v1${path}${path.includes('?') ? '&' : '?'}asOf=${asOf}`;
    const response = await app.request(url);
    const answer: unknown = await response.json();
    expect(response.status, path).toBe(200);
    seen[path] = answer;
    return answer;
  };
  const rows = async (path: string) =>
    ((await get(path)) as { readonly rows?: readonly { readonly id: string }[] }).rows ?? [];
  for (const { id } of await rows('/stories?limit=200')) await get(`/stories/${id}`);
  for (const { id } of await rows('/incidents?limit=200')) await get(`/incidents/${id}`);
  for (const { id } of await rows('/documents?limit=200')) {
    await get(`/documents/${id}`);
    for (const part of ['reading', 'versions', 'sightings']) await get(`/documents/${id}/${part}`);
  }
  await rows('/search?q=rockets&limit=100');
  await get('/facets');
  await get('/alerts');
  const board = (await get('/board')) as { readonly rows?: readonly { readonly problem: string }[] };
  for (const { problem } of board.rows ?? []) {
    await get(`/problems/${problem}`);
    await get(`/problems/${problem}/brief`);
    await get(`/problems/${problem}/record`);
  }
  await get(`/changes?since=${at(6)}&limit=200`);
  await get(`/changes?limit=200`);
  seen['documents'] = await store.listDocuments({ asOf, versions: 'all' });
  seen['judgements'] = await store.listJudgements({ asOf });
  seen['counts'] = await store.count(asOf);
  return seen;
}

afterAll(endWorlds);

describe.each([1, 2, 3])('a stream of seed %i', async (seed) => {
  const dice = new Dice(seed);
  const pages = makeStream(dice);
  const judgements = await decide(dice, await makeWorld(pages));
  const world = await makeWorld(pages, judgements);
  // One anywhere, and the moment before two rejections, where what is decided later would show.
  const rejections = judgements.filter(({ verdict }) => verdict === 'reject');
  const before = [rejections[0]!, rejections.at(-1)!].map(({ made }) =>
    new Date(Date.parse(made) - 1).toISOString(),
  );
  const instants = [at(3 + dice.throw(2 * PAGES)), ...before];

  test.each(instants)('looks as of %s as it did then', async (asOf) => {
    const past = await makeWorld(
      pages.filter((page) => page.at <= asOf),
      judgements.filter(({ made }) => made <= asOf),
      { now: asOf },
    );
    const [then, was] = [await look(world, asOf), await look(past, asOf)];
    expect(then).toEqual(was);
    expect((await past.desk.listIncidents({})).total).toBe((await world.desk.listIncidents({ asOf })).total);
  });

  test('holds what may go wrong: versions, rejections, withdrawals, and stories and incidents that change', async () => {
    const changes = await world.desk.getChanges({ since: at(-1), asOf: NOW, limit: 500 });
    expect(changes.setAside.length).toBeGreaterThan(0);
    expect(judgements.map(({ verdict }) => verdict)).toContain('withdraw');
    const all = await world.store.listDocuments({ versions: 'all' });
    expect(all.rows.some(({ version }) => version > 1)).toBe(true);
    expect(changes.totals.stories).toBeGreaterThan(1);
  });
});
