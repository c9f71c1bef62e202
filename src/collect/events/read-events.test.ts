import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { PageError } from '../../model/errors.ts';
import { type EventPortion, type ReadOptions, readEvents } from './read-events.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'events-'));
const CODES: Readonly<Record<string, string>> = { iran: 'IR', irn: 'IR', iraq: 'IQ', irq: 'IQ', kenya: 'KE' };
const OPTIONS: ReadOptions = {
  findCountry: (name) => CODES[name.toLowerCase()],
  now: '2021-01-01T00:00:00Z',
};

async function read(name: string, content: string | Uint8Array, options: Partial<ReadOptions> = {}) {
  const file = join(FOLDER, name);
  writeFileSync(file, content);
  const portions: EventPortion[] = [];
  for await (const portion of readEvents(file, { ...OPTIONS, ...options })) portions.push(portion);
  const { skips, used, records, format } = portions.at(-1)!;
  const counts = portions.flatMap((portion) => portion.counts);
  return {
    format,
    used,
    records,
    skips,
    rows: counts.map((c) => [c.day, c.source, c.target, c.root, c.count]),
  };
}

it('counts the events of a day, pair and root together, whatever the columns are called', async () => {
  const text =
    'Target,date,source,CAMEO\n"Police (Kenya)",2020-01-02,Kenya,190\nKenya,20200102,"Kenya",1951\nIran,2020-01-02,Ann Example,036\n';
  expect(await read('a.csv', text)).toEqual({
    format: 'csv',
    used: 3,
    records: 3,
    skips: [],
    rows: [
      ['2020-01-02', 'KE', 'KE', '19', 2],
      ['2020-01-02', 'Ann Example', 'IR', '03', 1],
    ],
  });
});

it('passes over what cannot be used, by reason and with lines', async () => {
  const rows = [
    '2020-02-30,A,B,190',
    '2020-01-01,A,B,999',
    '2022-01-01,A,B,190',
    ',A,B,190',
    '2020-01-01,,,190',
  ];
  const { used, records, skips } = await read(
    'b.csv',
    `date,source,target,cameo\n${rows.join('\n')}\n2020-01-01,A,B,190`,
  );
  expect([used, records]).toEqual([1, 6]);
  expect(skips).toEqual([
    { why: 'has a date that is no day', count: 1, lines: [2] },
    { why: 'has the unknown code "999"', count: 1, lines: [3] },
    { why: 'lies in the future', count: 1, lines: [4] },
    { why: 'has no date', count: 1, lines: [5] },
    { why: 'names no actor', count: 1, lines: [6] },
  ]);
});

it('tells a few lines of each reason and counts the rest, however many reasons there are', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => `2020-01-01,A,B,x${i % 30}`);
  const { skips } = await read('c.csv', `date,source,target,cameo\n${rows.join('\n')}\n`);
  expect(skips).toHaveLength(21);
  expect(skips.reduce((sum, { count }) => sum + count, 0)).toBe(60);
  expect(skips.every(({ lines }) => lines.length <= 5)).toBe(true);
});

it('reads quoted cells over several lines, and loses one record to a quotation mark that is not closed', async () => {
  const text =
    'date,source,target,cameo\n2020-01-01,"Ir""an\nx",Iraq,190\n2020-01-02,"Iran,Iraq,190\n2020-01-03,Iran,Iraq,190\n';
  const { rows, skips } = await read('d.csv', text);
  expect(rows).toEqual([
    ['2020-01-01', 'Ir"an x', 'IQ', '19', 1],
    ['2020-01-03', 'IR', 'IQ', '19', 1],
  ]);
  expect(skips).toEqual([{ why: 'has a quotation mark that is not closed', count: 1, lines: [4] }]);
});

it('knows GDELT by its columns, and armed groups from the countries they are of', async () => {
  const row = (values: Record<number, string>) =>
    Array.from({ length: 61 }, (_, i) => values[i] ?? '').join('\t');
  const text = [
    row({
      0: '1',
      1: '20201203',
      5: 'IRNGOV',
      6: 'TEHRAN',
      7: 'IRN',
      15: 'IRQ',
      16: 'BAGHDAD',
      17: 'IRQ',
      26: '043',
      28: '04',
    }),
    row({
      0: '2',
      1: '20201203',
      5: 'IRQREB',
      6: 'SOME BAND',
      7: 'IRQ',
      12: 'REB',
      15: 'IRQ',
      17: 'IRQ',
      26: '190',
      28: '19',
    }),
    'cut\t20201203\toff',
  ].join('\n');
  const { format, rows, skips } = await read('20201203.export.CSV', text);
  expect(format).toBe('gdelt');
  expect(rows).toEqual([
    ['2020-12-03', 'IR', 'IQ', '04', 1],
    ['2020-12-03', 'SOME BAND', 'IQ', '19', 1],
  ]);
  expect(skips).toEqual([{ why: 'has fewer than 58 columns', count: 1, lines: [3] }]);
});

it('reads ACLED, ICEWS and POLECAT, packed or not', async () => {
  const acled =
    'event_id_cnty,event_date,event_type,actor1,inter1,actor2,inter2,country\nX1,03 December 2020,Battles,Band (Iraq),2,Military Forces of Iran (1989-),1,Iraq\nX2,2020-12-03,Protests,Protesters (Iraq),6,,0,Iraq\n';
  expect((await read('acled.csv.gz', gzipSync(acled))).rows).toEqual([
    ['2020-12-03', 'Band', 'IR', '19', 1],
    ['2020-12-03', 'IQ', '', '14', 1],
  ]);
  const icews =
    'Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\n1\t2014-01-01\tThe Band\tRebel,Dissident\tIraq\tFight\t193\t-10\tPolice (Kenya)\tPolice\tKenya\n';
  expect((await read('icews.tab', icews)).rows).toEqual([['2014-01-01', 'The Band', 'KE', '19', 1]]);
  const polecat =
    'Event ID\tEvent Date\tEvent Type\tActor Name\tActor Country\tActor Primary Sector\tRecipient Name\tRecipient Country\n1\t2019-01-01\tASSAULT\tArmy\tIRQ\tMilitary\tIran\tIRN\n2\t2019-01-01\tDANCE\tArmy\tIRQ\tMilitary\tIran\tIRN\n';
  expect(await read('polecat.txt', polecat)).toMatchObject({
    format: 'polecat',
    rows: [['2019-01-01', 'IQ', 'IR', '18', 1]],
    skips: [{ why: 'has the unknown code "DANCE"', count: 1, lines: [3] }],
  });
});

it('goes on behind the records that were read before', async () => {
  const rows = Array.from({ length: 10 }, (_, i) => `2020-01-${String(i + 1).padStart(2, '0')},A,B,190`);
  const {
    used,
    records,
    rows: kept,
  } = await read('e.csv', `date,source,target,cameo\n${rows.join('\n')}`, { after: 7 });
  expect([used, records, kept.length]).toEqual([3, 10, 3]);
});

it('holds no more of a large file than a portion', async () => {
  // A line without end, and more pairs than are held at once.
  const rows = Array.from({ length: 120_000 }, (_, i) => `2020-01-01,A${i},B,190`);
  const file = join(FOLDER, 'f.csv');
  writeFileSync(file, `date,source,target,cameo\n${'x'.repeat(300_000)}\n${rows.join('\n')}`);
  let most = 0;
  let used = 0;
  for await (const portion of readEvents(file, OPTIONS)) {
    most = Math.max(most, portion.counts.length);
    used = portion.used;
    if (portion.isEnd)
      expect(portion.skips[0]).toMatchObject({ why: 'is longer than 100000 characters', lines: [2] });
  }
  expect(used).toBe(120_000);
  expect(most).toBeLessThanOrEqual(50_000);
});

it.each([
  ['', 'is no table of events'],
  ['some words\nof no table\n', 'is no table of events'],
])('refuses what is no table of events: %j', async (text, why) => {
  await expect(read('g.csv', text)).rejects.toThrow(why);
});

it('refuses a header that lacks a column, a file that is not there and a broken archive', async () => {
  await expect(read('h.csv', 'date,source\n', { format: 'csv' })).rejects.toThrow('"target" or "recipient"');
  await expect(read('i.csv.gz', 'not packed')).rejects.toThrow(PageError);
  await expect(async () => {
    for await (const _ of readEvents(join(FOLDER, 'none.csv'), OPTIONS)) expect.unreachable();
  }).rejects.toThrow(PageError);
});
