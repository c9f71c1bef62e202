import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Claim } from '../src/model/claim.ts';
import type { Event } from '../src/model/event.ts';
import type { Reading } from '../src/model/reading.ts';
import { createReader } from '../src/process/read.ts';
import { makeGoldDocument, readRecords } from './gold.ts';

/**
 * Writes articles beside what the engine read from them, for people to judge line by line. The articles are chosen by
 * hash, so that nobody chooses them; round 2 gives others than round 1.
 *
 *     node scripts/run.mjs eval/sample.ts --round 1 --out FOLDER [--show claims|events] [--data ../shared/data] [--each 20]
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      round: { type: 'string', default: '1' },
      each: { type: 'string', default: '20' },
      show: { type: 'string', default: 'claims' },
      data: { type: 'string', default: '../shared/data' },
      out: { type: 'string' },
    },
  });
  if (values.out === undefined) {
    console.error('--out FOLDER is needed: where the articles and what was read from them are written');
    return 2;
  }
  const describe = values.show === 'events' ? describeEvents : describeClaims;
  mkdirSync(values.out, { recursive: true });
  const reader = createReader({ engine: 'sample' });
  const round = Number(values.round);
  const each = Number(values.each);
  for (const [set, files] of Object.entries(SETS)) {
    const chosen = await choose(
      files.map((file) => join(resolve(values.data), file)),
      (round - 1) * each,
      each,
    );
    for (const article of chosen) {
      const reading = reader.readDocument(
        makeGoldDocument(article.text, {
          outlet: article.outlet ?? 'the outlet',
          ...(article.published === undefined ? {} : { published: article.published }),
        }),
      );
      writeFileSync(join(values.out, `${set}-${safeName(article.id)}.txt`), describe(article.id, reading));
      console.log(`${set} ${article.id} ${reading.claims.length} claims, ${reading.events.length} events`);
    }
  }
  return 0;
}

const SETS: Readonly<Record<string, readonly string[]>> = {
  stories: ['stories/dev.jsonl.gz'],
  attribution: ['attribution/polnear.train.jsonl.gz'],
  places: ['places/geovirus.jsonl.gz', 'places/trnews.jsonl.gz'],
};

interface Article {
  readonly id: string;
  readonly text: string;
  readonly outlet?: string;
  readonly published?: string;
}

/** Articles `from` to `from + count` in the order of the hash of their ids. */
async function choose(files: readonly string[], from: number, count: number): Promise<readonly Article[]> {
  const all: { key: string; article: Article }[] = [];
  for (const file of files) {
    for await (const record of readRecords<Article & { readonly date?: string | null }>(file)) {
      const { id, text, outlet } = record;
      const published = toDay(record.published ?? record.date ?? undefined);
      all.push({
        key: createHash('sha256').update(id).digest('hex'),
        article: {
          id,
          text,
          ...(outlet === undefined ? {} : { outlet }),
          ...(published === undefined ? {} : { published }),
        },
      });
    }
  }
  return all
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(from, from + count)
    .map(({ article }) => article);
}

/** "16 December 2016" as ISO 8601; what is so already stays, and what is no date is left out. */
function toDay(date: string | undefined): string | undefined {
  if (date === undefined || /^\d{4}(?:-\d{2}){0,2}/.test(date)) return date;
  const time = Date.parse(`${date.replace(/(?<=\d)(?:st|nd|rd|th)\b/, ',')} UTC`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}

const safeName = (id: string) => id.replace(/[^\w.-]+/g, '_').slice(0, 60);

/** The text with the claims that begin in each paragraph below it. */
function describeClaims(id: string, { document, claims }: Reading): string {
  const found = claims
    .filter(({ topic }) => topic !== true)
    .map((claim) => ({
      at: claim.chain.at(-1)?.cue?.start ?? claim.content.start,
      lines: describeClaim(claim),
    }));
  return layOut([`# ${id}`, ''], document.text, found);
}

/** The text with the events told in each paragraph below it. */
function describeEvents(id: string, reading: Reading): string {
  const { document, events } = reading;
  const found = events.map((event) => ({ at: event.trigger.start, lines: describeEvent(event, reading) }));
  return layOut([`# ${id}`, `published ${document.published ?? 'unknown'}`, ''], document.text, found);
}

/** Each paragraph with what was found in it below. */
function layOut(
  head: readonly string[],
  text: string,
  found: readonly { readonly at: number; readonly lines: readonly string[] }[],
): string {
  const lines = [...head];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    const end = start + paragraph.length;
    lines.push(paragraph);
    for (const item of found) if (item.at >= start && item.at <= end) lines.push(...item.lines);
    start = end + 1;
  }
  return `${lines.join('\n')}\n`;
}

function describeEvent(event: Event, { entities, places, times, claims }: Reading): string[] {
  const nameOf = (id: string) => {
    const entity = entities.find((other) => other.id === id);
    return entity === undefined ? id : `${entity.name} (${entity.country ?? '--'} ${entity.sector ?? '--'})`;
  };
  const list = (ids: readonly string[]) => (ids.length === 0 ? '-' : ids.map(nameOf).join(', '));
  const { plover, when, claim } = event;
  const place = places.find(({ id }) => id === event.where);
  const time = times.find(({ id }) => id === when?.time);
  const speaker = claims.find(({ id }) => id === claim)?.chain.at(-1)?.name ?? '?';
  const figures = event.figures.map(
    ({ of, value, bound, who }) => `${bound} ${value} ${of}${who === undefined ? '' : ` (${who})`}`,
  );
  const links = (['responseTo', 'anniversaryOf', 'partOf', 'sameAs'] as const)
    .filter((link) => event[link] !== undefined)
    .map((link) => `${link} ${event[link]}`);
  const code = [plover.type, plover.mode, ...plover.contexts].filter((part) => part !== undefined).join(' ');
  return [
    `    ${event.id} «${event.trigger.text}» ${code} ${event.cameo} · ${event.realis}${event.background ? ' · background' : ''} · said by ${speaker}`,
    `         actors ${list(event.actors)} | recipients ${list(event.recipients)} | instruments ${list(event.instruments)} | target ${event.targetKind ?? '-'}`,
    `         day ${when === undefined ? '-' : `${when.from ?? '?'} to ${when.to ?? '?'} (${when.precision}; ${when.anchor ?? `«${time?.text ?? '?'}»`})`} | place ${place?.name ?? '-'} | figures ${figures.join('; ') || '-'}${links.length === 0 ? '' : ` | ${links.join(', ')}`}`,
  ];
}

function describeClaim(claim: Claim): string[] {
  const chain = claim.chain.slice(1).map(({ name, type, anonymous, number, role, cue }) => {
    const nameless = anonymous === true ? `, anonymous, ${number ?? 'number unknown'}` : '';
    const post = role === undefined ? '' : `, ${role}`;
    return `${name} (${type}${nameless}${post})${cue === undefined ? '' : ` [${cue.text} = ${cue.act}]`}`;
  });
  const { quote, stance, certainty, polarity, evidence } = claim;
  return [
    `    ${claim.id}  ${chain.length === 0 ? 'the outlet itself' : chain.join(' > ')}`,
    `         «${claim.content.spans.map(([a, b]) => claim.content.text.slice(a - claim.content.start, b - claim.content.start)).join(' … ')}»`,
    `         ${quote} · ${stance ?? 'no position'} · ${certainty} · ${polarity} · evidence ${evidence}`,
  ];
}
