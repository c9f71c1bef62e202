import { createHash } from 'node:crypto';
import type { Claim } from '../src/model/claim.ts';
import type { Entity } from '../src/model/entity.ts';
import type { Event } from '../src/model/event.ts';
import type { Hash } from '../src/model/page.ts';
import type { PlaceMention } from '../src/model/place.ts';
import type { Reading } from '../src/model/reading.ts';
import { makeTextSpan, type TextSpan } from '../src/model/span.ts';
import type { TimeExpression } from '../src/model/time.ts';
import { makeRandom } from '../src/stats/random.ts';

/** A document of the stream, with the happening that it is about. */
export interface Streamed {
  readonly reading: Reading;
  readonly happening: number;
}

/** Documents a day, from so many outlets: 200,000 make 100 days. */
const PER_DAY = 2000;
const OUTLETS = 400;
const START = Date.UTC(2031, 0, 1);
const DAY_MS = 24 * 3_600_000;
/** Share of documents that open a happening, that copy an earlier report of it, and that look back at an old one. */
const OPENING = 0.12;
const COPYING = 0.3;
const LOOKING_BACK = 0.15;
/** Days in which a happening is reported on. */
const CURRENT_DAYS = 6;
/** Words without a subject, in order of how common they are, and the words from which names are made. */
const WORDS = 30_000;
const SYLLABLES = 'ba ke di lo mu ra se ti vo nu pa gre shi tal mor ven kar zul ost ami'.split(' ');

/** A happening with what its reports name. */
interface Happening {
  readonly number: number;
  readonly day: number;
  readonly town: string;
  readonly country: string;
  readonly actor: string;
  readonly weapon: string;
  readonly people: readonly string[];
  readonly words: readonly string[];
  readonly hurt: number;
  /** Sentences of reports that came before, to be copied. */
  readonly told: string[][];
}

/**
 * A stream of made-up news as the reader would hand it on: happenings that are reported on for some days, more on some than on
 * others, in words of Zipf's distribution with names, numbers and dates of their own; some reports copy others, some look back.
 * The same seed gives the same stream.
 */
export function* makeStream(documents: number, seed = 1): Generator<Streamed> {
  const random = makeRandom(seed);
  const happenings: Happening[] = [];
  let over = 0;
  for (let number = 0; number < documents; number++) {
    const day = Math.floor(number / PER_DAY);
    // Nothing is copied from a happening that is over: the sentences would be most of the memory that is measured.
    for (
      let old = happenings[over];
      old !== undefined && old.day < day - CURRENT_DAYS;
      old = happenings[++over]
    )
      old.told.length = 0;
    const happening = chooseHappening(happenings, { day, random });
    const seen = new Date(START + (number / PER_DAY) * DAY_MS).toISOString();
    yield {
      reading: write(happening, { number, day, seen, happenings, random }),
      happening: happening.number,
    };
  }
}

type Random = () => number;

/** A new happening, or a current one: those that much has been told of more often. */
function chooseHappening(all: Happening[], { day, random }: { day: number; random: Random }): Happening {
  if (all.length > 0 && random() >= OPENING) {
    const first = findFirst(all, day - CURRENT_DAYS);
    const current = all.length - first;
    // The square puts most reports on a few happenings of each day.
    if (current > 0) return all[first + Math.floor(current * random() ** 2)]!;
  }
  const made = makeHappening(all.length, day, random);
  all.push(made);
  return made;
}

function findFirst(all: readonly Happening[], day: number): number {
  let [from, to] = [0, all.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (all[middle]!.day < day) from = middle + 1;
    else to = middle;
  }
  return from;
}

function makeHappening(number: number, day: number, random: Random): Happening {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(values.length * random())]!;
  return {
    number,
    day,
    town: makeName(Math.floor(3000 * random()) + 50_000),
    country: pick(['IQ', 'SY', 'YE', 'LB', 'SD', 'ML', 'UA', 'MM']),
    actor: makeName(Math.floor(400 * random()) + 70_000),
    weapon: pick(['rockets', 'drones', 'mortars', 'gunmen', 'bombs']),
    people: [0, 1, 2].map(() => makeName(Math.floor(100_000 * random()) + 100_000)),
    words: Array.from({ length: 25 }, () => chooseWord(random)),
    hurt: 1 + Math.floor(40 * random()),
    told: [],
  };
}

function makeName(number: number): string {
  const name = makeWord(number);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function makeWord(number: number): string {
  let word = '';
  for (let left = number + 21; left > 0; left = Math.floor(left / 20)) word += SYLLABLES[left % 20];
  return word;
}

/** By Zipf's law: the word of rank n about 1/n as often. */
function chooseWord(random: Random): string {
  return makeWord(Math.floor(Math.exp(random() * Math.log(WORDS))));
}

interface Telling {
  readonly number: number;
  readonly day: number;
  readonly seen: string;
  readonly happenings: readonly Happening[];
  readonly random: Random;
}

function write(happening: Happening, telling: Telling): Reading {
  const { number, random, day, seen, happenings } = telling;
  const date = formatDay(happening.day);
  const lede = `${happening.actor} fired ${happening.weapon} at ${happening.town} on ${date}, ${happening.hurt} people were hurt`;
  const copied =
    random() < COPYING ? happening.told[Math.floor(happening.told.length * random())] : undefined;
  const body =
    copied ?? Array.from({ length: 8 + Math.floor(8 * random()) }, () => writeSentence(happening, random));
  if (happening.told.length < 20) happening.told.push(body);
  const old = random() < LOOKING_BACK ? happenings[Math.floor(happenings.length * random())] : undefined;
  const back =
    old === undefined ? [] : [`In an earlier attack on ${formatDay(old.day)} ${old.actor} hit ${old.town}`];
  const sentences = [lede, ...body, ...back].map((sentence) => `${sentence}.`);
  const text = sentences.join(' ');
  const told = [tell(text, happening, { id: 1, background: false })];
  if (old !== undefined) told.push(tell(text, old, { id: 2, background: true }));
  const title = `${happening.weapon} hit ${happening.town}, ${happening.hurt} hurt`;
  return {
    kind: 'reading',
    version: 1,
    engine: 'bench',
    document: {
      kind: 'document',
      id: `sha256:${createHash('sha256').update(`${number} ${text}`).digest('hex')}`,
      bytes: makeBytes(number),
      seen,
      version: 1,
      url: `https://outlet${number % OUTLETS}.example/${number}`,
      outlet: `Outlet ${Math.floor(OUTLETS * random())}`,
      title,
      published: formatDay(day),
      language: 'en',
      text,
      captions: [],
      removed: [],
    },
    sentences: listSentences(sentences),
    times: told.map(({ time }) => time),
    places: told.map(({ place }) => place),
    entities: told.map(({ entity }) => entity),
    claims: told.map(({ claim }) => claim),
    events: told.map(({ event }) => event),
    notes: [],
  };
}

function writeSentence({ words, people, town }: Happening, random: Random): string {
  const length = 10 + Math.floor(14 * random());
  const written = Array.from({ length }, () => {
    const kind = random();
    if (kind < 0.25) return words[Math.floor(words.length * random())]!;
    if (kind < 0.31) return people[Math.floor(people.length * random())]!;
    return kind < 0.33 ? town : chooseWord(random);
  });
  return written.join(' ');
}

function formatDay(day: number): string {
  return new Date(START + day * DAY_MS).toISOString().slice(0, 10);
}

function makeBytes(number: number): Hash {
  return `sha256:${number.toString(16).padStart(64, '0')}`;
}

function listSentences(sentences: readonly string[]): Reading['sentences'] {
  let start = 0;
  return sentences.map((sentence) => {
    const span = { start, end: start + sentence.length };
    start = span.end + 1;
    return span;
  });
}

/** What the reader would find of one happening in a text. */
function tell(
  text: string,
  happening: Happening,
  { id, background }: { readonly id: number; readonly background: boolean },
): { time: TimeExpression; place: PlaceMention; entity: Entity; claim: Claim; event: Event } {
  const from = background ? text.lastIndexOf('In an earlier attack') : 0;
  const find = (words: string): TextSpan => {
    const start = text.indexOf(words, from);
    return makeTextSpan(text, start, start + words.length);
  };
  const day = formatDay(happening.day);
  const end = text.indexOf('.', from);
  const by = 'bench@1';
  return {
    time: {
      kind: 'time',
      id: `t${id}`,
      ...find(day),
      type: 'DATE',
      value: day,
      from: day,
      to: day,
      precision: 'day',
      by,
    },
    place: {
      kind: 'place',
      id: `p${id}`,
      ...find(happening.town),
      name: happening.town,
      country: happening.country,
      lat: (happening.number % 120) / 2,
      lon: (happening.number % 340) / 2,
      precision: 'city',
      use: 'place',
      by,
    },
    entity: {
      kind: 'entity',
      id: `e${id}`,
      type: 'group',
      name: happening.actor,
      sector: 'REB',
      mentions: [find(happening.actor)],
      by,
    },
    claim: {
      kind: 'claim',
      id: `c${id}`,
      start: from,
      end,
      content: { ...makeTextSpan(text, from, end), spans: [[from, end]] },
      chain: [{ name: 'the outlet', type: 'outlet' }],
      quote: 'none',
      stance: 'asserts',
      certainty: 'certain',
      polarity: 'affirmed',
      evidence: 'unstated',
      events: [`v${id}`],
      by,
    },
    event: {
      kind: 'event',
      id: `v${id}`,
      claim: `c${id}`,
      trigger: find(background ? 'attack' : 'fired'),
      plover: { type: 'ASSAULT', mode: 'heavy-weapons', contexts: ['military'] },
      cameo: '194',
      realis: 'occurred',
      factuality: 2,
      background,
      actors: [`e${id}`],
      recipients: [],
      instruments: [],
      when: { from: day, to: day, precision: 'day', time: `t${id}` },
      where: `p${id}`,
      figures: background
        ? []
        : [{ ...find(`${happening.hurt} people`), of: 'injured', value: happening.hurt, bound: 'exactly' }],
      by,
    },
  };
}
