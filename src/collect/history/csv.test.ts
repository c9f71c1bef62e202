import { expect, it } from 'vitest';
import { PageError } from '../../model/errors.ts';
import { parseHistory } from './csv.ts';
import { readCsv } from './records.ts';

const parse = (text: string, file = 'lists/attacks.csv') =>
  parseHistory(new TextEncoder().encode(text), file);

it('reads rows by the names of their columns, in any order', () => {
  const { events, failures } = parse(
    'Place,date,CAMEO,actor,recipient,country\nTaji,2020-03-11,194,,"Coalition, US-led",iq\n"Green\nZone",20201117,1951,"Group ""X""",,\n',
  );
  expect(failures).toEqual([]);
  expect(events).toEqual([
    {
      kind: 'past event',
      date: '2020-03-11',
      recipient: 'Coalition, US-led',
      cameo: '194',
      place: 'Taji',
      country: 'IQ',
      source: 'attacks.csv',
      line: 2,
    },
    {
      kind: 'past event',
      date: '2020-11-17',
      actor: 'Group "X"',
      cameo: '1951',
      place: 'Green\nZone',
      source: 'attacks.csv',
      line: 3,
    },
  ]);
});

it('tells each row that cannot be used with its line and goes on', () => {
  const { events, failures } = parse(
    'date,cameo,country\n2020-02-30,194,IQ\n\n,194,IQ\n"2020-01-\n01",194,\n2020-01-02,9,\n2020-01-03,194,Iraq\n11/03/2020,,\n2020-01-04T10:00:00Z\n',
  );
  expect(events.map(({ date, line }) => [date, line])).toEqual([['2020-01-04', 10]]);
  expect(failures).toEqual([
    'lists/attacks.csv:2: "2020-02-30" is no day; write it as 2020-12-20',
    'lists/attacks.csv:4: has no date',
    'lists/attacks.csv:5: "2020-01-\n01" is no day; write it as 2020-12-20',
    'lists/attacks.csv:7: "9" is no CAMEO code of two to four digits',
    'lists/attacks.csv:8: "IRAQ" is no country; write its ISO 3166-1 code of two letters, as IQ',
    'lists/attacks.csv:9: "11/03/2020" is no day; write it as 2020-12-20',
  ]);
});

it('loses one row, not the rest, to a quotation mark that is not closed', () => {
  const { events, failures } = parse('date,place\n2020-01-01,"Balad\n2020-01-02,Erbil\n');
  expect(events.map(({ date }) => date)).toEqual(['2020-01-02']);
  expect(failures).toEqual([
    'lists/attacks.csv:2: has a quotation mark that is not closed, or not where its cell ends',
  ]);
});

it('takes rows that lie between the quotation marks of two cells for rows', () => {
  const { events, failures } = parse('date,actor\n2020-01-01,"A\n2020-01-02,B\n2020-01-03,"C"" D"\n');
  expect(events.map(({ date, actor }) => [date, actor])).toEqual([
    ['2020-01-02', 'B'],
    ['2020-01-03', 'C" D'],
  ]);
  expect(failures).toEqual([
    'lists/attacks.csv:2: has a quotation mark that is not closed, or not where its cell ends',
  ]);
});

it('refuses days to come, where it is told what day it is', () => {
  const bytes = new TextEncoder().encode('date\n2020-03-11\n2020-03-12\n');
  const { events, failures } = parseHistory(bytes, 'a.csv', { now: '2020-03-11T09:00:00.000Z' });
  expect(events.map(({ date }) => date)).toEqual(['2020-03-11']);
  expect(failures).toEqual(['a.csv:3: "2020-03-12" lies in the future']);
  expect(parseHistory(bytes, 'a.csv').failures).toEqual([]);
});

it('reads marks of byte order, other encodings, semicolons and every kind of line end', () => {
  const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
  const places = (content: Uint8Array) => parseHistory(content, 'a.csv').events.map(({ place }) => place);
  expect(places(bytes('\ufeffdate,place\r\n2020-01-01,Zürich\r\n', 'utf8'))).toEqual(['Zürich']);
  expect(places(bytes('\ufeffdate;place\n2020-01-01;Zürich', 'utf16le'))).toEqual(['Zürich']);
  expect(places(bytes('date;place\r2020-01-01;Zürich\r2020-01-02;Düsseldorf und Köln\r', 'latin1'))).toEqual([
    'Zürich',
    'Düsseldorf und Köln',
  ]);
  expect(places(bytes('day\tlocation\n2020-01-01\tOslo\n', 'utf8'))).toEqual(['Oslo']);
});

it('refuses what is no such file at all', () => {
  expect(() => parse('actor,place\nA,B\n')).toThrow(PageError);
  expect(() => parse('actor,place\nA,B\n')).toThrow('Begin it with a line such as date,actor');
  expect(() => parse('')).toThrow(PageError);
  expect(() => parse('date\0,place\n')).toThrow('NUL');
});

it('counts failures that are too many to be told', () => {
  const { failures } = parse(`date\n${'never\n'.repeat(130)}`);
  expect(failures).toHaveLength(101);
  expect(failures.at(-1)).toBe('lists/attacks.csv: 30 more rows could not be used');
});

it('takes what stands behind a closing quotation mark for nothing, and keeps empty cells', () => {
  expect([...readCsv('"a"x,b\n,,\n')]).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['', '', ''] },
  ]);
  expect([...readCsv(`"${'a'.repeat(30_000)}"\nb\n`)].map(({ cells }) => cells)).toEqual([[], ['b']]);
});
