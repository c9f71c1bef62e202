import { describe, expect, it } from 'vitest';
import { findDate, findOrder, findPathDate, parseDate } from './dates.ts';

describe('findDate', () => {
  it.each([
    ['December 11, 2020', '2020-12-11'],
    ['11 Dec. 2020 18:05 GMT', '2020-12-11T18:05Z'],
    ['Fri, 11 Dec 2020 18:05:09 +0100', '2020-12-11T18:05:09+01:00'],
    ['2020-12-11T18:05:00Z', '2020-12-11T18:05:00Z'],
    ['2020-12-11T18:05:00.123+02:00', '2020-12-11T18:05:00+02:00'],
    ['2020/12/11', '2020-12-11'],
    ['11.12.2020, 18:05 Uhr', '2020-12-11T18:05'],
    ['Stand: 3. März 2030', '2030-03-03'],
    ['le 1er août 2021 à 9h30', '2021-08-01T09:30'],
    ['11 de diciembre de 2020', '2020-12-11'],
    ['11 декабря 2020', '2020-12-11'],
    ['١٢ مايو ٢٠٣٠', '2030-05-12'],
    ['2020年12月11日', '2020-12-11'],
    ['Published: Friday, 11th December 2020 at 6:05 pm EST', '2020-12-11T18:05-05:00'],
    ['Dec 11, 2020 12:30 AM', '2020-12-11T00:30'],
    ['Fri Dec 11 18:05:00 GMT 2020', '2020-12-11T18:05:00Z'],
    ['25/12/2020', '2020-12-25'],
    ['12/25/2020', '2020-12-25'],
    ['December 2020', '2020-12'],
  ])('%s', (line, iso) => {
    expect(findDate(line)?.iso).toBe(iso);
  });

  it.each([
    '4/5/2021',
    '31 February 2020',
    '2020-13-01',
    'May 2020 be kinder to the people of this coast than the year before it was',
    'call 555 2020 now',
    'version 1.2.3',
    'at 10:30',
    'in 2020',
    '192.168.1.20',
  ])('finds no date in: %s', (line) => {
    expect(findDate(line)).toBeUndefined();
  });

  it('reads an all-number date by the order it is given', () => {
    expect(findDate('4/5/2021', 'dmy')?.iso).toBe('2021-05-04');
    expect(findDate('4/5/2021', 'mdy')?.iso).toBe('2021-04-05');
  });

  it('leaves out a zone whose name stands for several', () => {
    expect(findDate('11 Dec 2020 18:05 IST')?.iso).toBe('2020-12-11T18:05');
  });

  it('says where the date stands', () => {
    const line = 'Updated 11 Dec 2020, Veles';
    const found = findDate(line)!;
    expect(line.slice(found.start, found.end)).toBe('11 Dec 2020');
  });
});

describe('parseDate', () => {
  it.each([
    ['20201211', '2020-12-11'],
    ['20201211T180500Z', '2020-12-11T18:05Z'],
    ['2020-12', '2020-12'],
    ['1607709900', '2020-12-11T18:05:00Z'],
  ])('%s', (value, iso) => {
    expect(parseDate(value)).toBe(iso);
  });

  it.each(['yesterday', '', '20201341', '12', '0000-00-00'])('knows no date in "%s"', (value) => {
    expect(parseDate(value)).toBeUndefined();
  });
});

describe('findPathDate', () => {
  it.each([
    ['https://post.example/2020/12/11/port-shut', '2020-12-11'],
    ['https://post.example/news/2020-12-11-port-shut.html', '2020-12-11'],
    ['https://post.example/world/2020/dec/11/port-shut', '2020-12-11'],
    ['https://post.example/2020/12/port-shut', '2020-12'],
  ])('%s', (url, iso) => {
    expect(findPathDate(url)).toBe(iso);
  });

  it.each([
    'https://post.example/article/20201/3',
    'https://2020.example/12/11/',
    'https://post.example/?d=2020/12/11/',
  ])('finds none in %s', (url) => {
    expect(findPathDate(url)).toBeUndefined();
  });
});

it('tells the order of all-number dates where only one is possible', () => {
  expect(findOrder('25/4/2021')).toBe('dmy');
  expect(findOrder('4/25/2021')).toBe('mdy');
  expect(findOrder('4/5/2021')).toBeUndefined();
});
