import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CERTAINTIES } from '../src/model/claim.ts';
import type { Hash } from '../src/model/page.ts';
import type { Mention, Party, Report, Statement } from '../src/model/report.ts';
import { makeRandom } from '../src/stats/random.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import { makeEntry } from '../src/store/fixtures.ts';
import type { Store, StoredReport, StoreEntry, UnreportedReading } from '../src/store/store.ts';

/**
 * A made-up store of a million claims: 60,000 documents of two years from 300 outlets, in stories of one to some hundred documents, with
 * words, outlets, actors and places of which few are common and most are rare, as in news. Equal counts give equal stores. It goes in
 * through the Store's own methods, day by day, so that it can be asked as of any of these days.
 *
 *     node scripts/run.mjs bench/million.ts [--documents 60000] [--folder FOLDER]
 *
 * It is made once and stays in the temporary folder; other measurements ask for it with `prepareMillion()`.
 */

/** Raised whenever the same numbers make another store. */
const FORM = 1;
const DOCUMENTS = 60_000;
const CLAIMS_PER_DOCUMENT = 17;
const DAYS = 730;
export const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
const OUTLETS = 300;
const ACTORS = 3000;
const MODES = ['aerial', 'artillery', 'explosives', 'arrest', 'expel', 'demo', 'riot'];
const COUNTRIES = ['IQ', 'SY', 'UA', 'SD', 'YE', 'LB', 'TW', 'KP', 'ML', 'US', 'RU', 'IR'];

/** The instant at whose end all of it is known. */
export const LAST_INSTANT = new Date(FIRST_DAY + DAYS * DAY).toISOString();

export const nameOutlet = (rank: number) => `Outlet ${String(rank).padStart(3, '0')}`;
export const nameActor = (rank: number) => `register:actor-${rank}`;

/** The folder of the store; it is made where it is not there yet. */
export async function prepareMillion({
  documents = DOCUMENTS,
  folder = join(tmpdir(), `tocsin-million-${FORM}-${documents}`),
  log = (line: string): void => console.error(line),
} = {}): Promise<string> {
  if (existsSync(folder)) return folder;
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  const start = performance.now();
  const store = await openEmbeddedStore({ folder: making, now: () => LAST_INSTANT });
  const world = makeWorld();
  for (let day = 0; day < DAYS; day += 1) {
    await fillDay(store, world, {
      day,
      from: countBefore(documents, day),
      to: countBefore(documents, day + 1),
    });
    if (day % 73 === 72)
      log(
        `${Math.round(((day + 1) / DAYS) * 100)}% after ${Math.round((performance.now() - start) / 1000)} s`,
      );
  }
  await store.close();
  await rename(making, folder);
  return folder;
}

function countBefore(documents: number, day: number): number {
  return Math.floor((documents * day) / DAYS);
}

/** A running story with the happenings that it tells of. */
interface RunningStory {
  readonly id: string;
  readonly incidents: readonly string[];
  readonly first: Hash | undefined;
}

interface World {
  readonly random: () => number;
  readonly stories: RunningStory[];
}

function makeWorld(): World {
  return { random: makeRandom(20_240_101), stories: [] };
}

/** A rank below `count`, low ones often: the nth about 1/n as often as the first. */
function pickRank(random: () => number, count: number): number {
  return Math.floor((count + 1) ** random()) - 1;
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

async function fillDay(
  store: Store,
  world: World,
  { day, from, to }: { readonly day: number; readonly from: number; readonly to: number },
): Promise<void> {
  const { random } = world;
  const midnight = FIRST_DAY + day * DAY;
  const entries: StoreEntry[] = [];
  for (let number = from; number < to; number += 1) {
    const published = new Date(midnight + Math.floor(((number - from) / (to - from)) * DAY));
    entries.push(
      keepSomeEvents(
        makeEntry({
          seed: number,
          sentences: CLAIMS_PER_DOCUMENT,
          outlet: nameOutlet(pickRank(random, OUTLETS)),
          published: random() < 0.7 ? published.toISOString() : published.toISOString().slice(0, 10),
          language: random() < 0.9 ? 'en' : pick(['ar', 'fr', 'es', 'ru'], random),
          url: `https://news.example/${number}`,
          seen: new Date(midnight + DAY - 1000).toISOString(),
          engine: 'tocsin 0.1.0',
        }),
        random,
      ),
    );
  }
  await store.put(entries, new Date(midnight + DAY - 1).toISOString());
  const waiting = await store.listUnreported(1000);
  await store.putReports(waiting.map((each) => report(each, world)));
}

/** Six in ten claims carry an event; claims are of every certainty. */
function keepSomeEvents({ page, reading }: StoreEntry, random: () => number): StoreEntry {
  const events = reading.events.filter(() => random() < 0.6);
  const kept = new Set(events.map(({ id }) => id));
  const claims = reading.claims.map((claim) => ({
    ...claim,
    certainty: CERTAINTIES[pickRank(random, CERTAINTIES.length)] ?? 'unknown',
    events: claim.events.filter((id) => kept.has(id)),
  }));
  return { page, reading: { ...reading, claims, events } };
}

function report({ reading, series, knownSince }: UnreportedReading, world: World): StoredReport {
  const { document } = reading;
  const { random } = world;
  const story = findStory(world, document.id);
  const events = new Map(reading.events.map((event) => [event.id, event]));
  const places = new Map(reading.places.map((place) => [place.id, place]));
  const statements = reading.claims.map((claim): Statement => {
    const [outlet, speaker] = claim.chain;
    const actor = pickActor(random);
    return {
      claim: claim.id,
      start: claim.start,
      end: claim.end,
      words: claim.content.text,
      chain: [outlet!, { ...speaker!, ...(random() < 0.5 && { record: actor.record! }) }],
      quote: claim.quote,
      ...(claim.stance !== undefined && { stance: claim.stance }),
      ...{ certainty: claim.certainty, polarity: claim.polarity, evidence: claim.evidence },
      mentions: claim.events.flatMap((id): Mention[] => {
        const event = events.get(id);
        if (event === undefined) return [];
        const place = places.get(event.where ?? '');
        const incident = random() < 0.8 ? pick(story.incidents, random) : undefined;
        return [
          {
            ...{ event: id, trigger: event.trigger, cameo: event.cameo, realis: event.realis },
            plover: random() < 0.5 ? { ...event.plover, mode: pick(MODES, random) } : event.plover,
            ...{ factuality: event.factuality, background: event.background },
            actors: [pickActor(random)],
            recipients: random() < 0.5 ? [pickActor(random)] : [],
            ...{ instruments: [], figures: [] },
            ...(event.when !== undefined && { when: event.when }),
            ...(place !== undefined && {
              where: {
                name: place.name,
                country: COUNTRIES[pickRank(random, COUNTRIES.length)] ?? 'IQ',
                precision: place.precision,
              },
            }),
            ...(incident !== undefined && { incident }),
          },
        ];
      }),
    };
  });
  const made: Report = {
    kind: 'report',
    document: document.id,
    series,
    version: document.version,
    ...(document.outlet !== undefined && { outlet: document.outlet }),
    ...(document.url !== undefined && { url: document.url }),
    ...(document.title !== undefined && { title: document.title }),
    ...(document.published !== undefined && { published: document.published }),
    seen: document.seen,
    ...(document.language !== undefined && { language: document.language }),
    knownSince,
    story: story.id,
    reuses: [],
    statements,
    by: 'story@2',
  };
  return { report: made, trace: {} };
}

/** Six in ten documents belong to a story that runs already, most often to a late one. */
function findStory(world: World, document: Hash): RunningStory {
  const { random, stories } = world;
  if (stories.length > 0 && random() < 0.6) {
    const back = pickRank(random, Math.min(stories.length, 400));
    return stories[stories.length - 1 - back]!;
  }
  const id = document.slice('sha256:'.length, 'sha256:'.length + 12);
  const count = 1 + pickRank(random, 5);
  const incidents = Array.from({ length: count }, (_, number) => `i${id.slice(0, 10)}${number}`);
  const story = { id: `s${id}`, incidents, first: document };
  stories.push(story);
  return story;
}

function pickActor(random: () => number): Party {
  const rank = pickRank(random, ACTORS);
  return { name: `Actor ${rank}`, type: 'organization', record: nameActor(rank) };
}

/** Makes the store and says where it is. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { documents: { type: 'string', default: `${DOCUMENTS}` }, folder: { type: 'string' } },
  });
  const { folder } = values;
  console.log(
    await prepareMillion({
      documents: Number(values.documents),
      ...(folder === undefined ? {} : { folder }),
    }),
  );
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
