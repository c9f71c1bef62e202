import { describe, expect, it } from 'vitest';
import { makeHash } from './fixtures.suite.ts';
import { ReuseFinder, type Worded } from './reuses.ts';
import { findWording, packFingerprints, unpackFingerprints } from './wording.ts';

/** Running text in which no five words come twice. */
const write = (topic: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `${topic}${from + i}`).join(' ');

const makeWorded = (name: string, text: string, given: Partial<Worded> = {}): Worded => ({
  document: makeHash(name),
  series: makeHash(name),
  outlet: name,
  arrived: '2020-12-11T12:00:00Z',
  story: `s${name}`,
  fingerprints: findWording(text).fingerprints,
  ...given,
});

function makeFinder(...known: readonly Worded[]): ReuseFinder {
  const finder = new ReuseFinder();
  for (const worded of known) finder.add(worded);
  return finder;
}

const find = (finder: ReuseFinder, worded: Worded, text: string) =>
  finder.find(worded, findWording(text), text);

describe('ReuseFinder', () => {
  const source = write('a', 0, 100);

  it('finds a passage with its share and where it stands in the later text', () => {
    const passage = write('a', 20, 60);
    const text = `${write('b', 0, 30)}. ${passage}. ${write('b', 30, 60)}`;
    const [reuse, ...rest] = find(makeFinder(makeWorded('wire', source)), makeWorded('paper', text), text);
    expect(rest).toEqual([]);
    expect(reuse?.document).toBe(makeHash('wire'));
    expect(reuse?.share).toBeGreaterThan(0.3);
    expect(reuse?.share).toBeLessThan(0.5);
    expect(text.slice(reuse?.start, reuse?.end)).toBe(reuse?.text);
    expect(passage).toContain(reuse?.text);
    expect(reuse?.text.split(' ').length).toBeGreaterThanOrEqual(34);
  });

  it('gives a copy a share of one', () => {
    expect(find(makeFinder(makeWorded('wire', source)), makeWorded('paper', source), source)).toMatchObject([
      { share: 1 },
    ]);
  });

  it('takes no words of the same facts for a copy', () => {
    const text = `${write('b', 0, 40)} ${write('a', 10, 20)} ${write('b', 40, 80)}`;
    expect(find(makeFinder(makeWorded('wire', source)), makeWorded('paper', text), text)).toEqual([]);
  });

  it('leaves out what both quote from somebody else', () => {
    const quotation = `“${write('q', 0, 50)}”`;
    const one = `${write('a', 0, 50)} ${quotation} ${write('a', 50, 60)}`;
    const other = `${write('b', 0, 50)} ${quotation} ${write('b', 50, 60)}`;
    expect(find(makeFinder(makeWorded('wire', one)), makeWorded('paper', other), other)).toEqual([]);
    const straight = other.replace(/[“”]/g, '"');
    expect(find(makeFinder(makeWorded('wire', one)), makeWorded('paper', straight), straight)).toEqual([]);
  });

  it('does not compare short texts or versions of one page', () => {
    const short = write('a', 0, 39);
    expect(find(makeFinder(makeWorded('wire', short)), makeWorded('paper', short), short)).toEqual([]);
    const again = makeWorded('wire2', source, { series: makeHash('wire') });
    expect(find(makeFinder(makeWorded('wire', source)), again, source)).toEqual([]);
  });

  it('goes by the date of publication where both are known, else by arrival', () => {
    const finder = makeFinder(makeWorded('wire', source, { published: '2020-12-11T10:00:00Z' }));
    const at = (published: string) => find(finder, makeWorded('paper', source, { published }), source);
    expect(at('2020-12-11T09:00:00Z')).toEqual([]);
    expect(at('2020-12-10')).toEqual([]);
    expect(at('2020-12-11T11:00:00Z')).toHaveLength(1);
    expect(at('2020-12-11')).toHaveLength(1);
    expect(find(finder, makeWorded('paper', source), source)).toHaveLength(1);
    expect(at('2021-02-01')).toEqual([]);
  });

  it('takes what many stories of an outlet carry for boilerplate, but not what many outlets copy', () => {
    const standing = write('s', 0, 60);
    const pages = [1, 2, 3, 4].map((n) => makeWorded(`page${n}`, standing, { outlet: 'Post' }));
    const next = makeWorded('page5', standing, { outlet: 'Post' });
    expect(find(makeFinder(...pages), next, standing)).toEqual([]);
    const papers = Array.from({ length: 60 }, (_, n) => makeWorded(`paper${n}`, source, { story: 's1' }));
    const found = find(makeFinder(...papers), makeWorded('late', source, { story: 's1' }), source);
    expect(found).toHaveLength(10);
    expect(found[0]?.document).toBe(makeHash('paper0'));
  });
});

it('packs fingerprints without loss', () => {
  const { fingerprints } = findWording(write('a', 0, 300));
  expect(fingerprints.length).toBeGreaterThan(50);
  expect(unpackFingerprints(packFingerprints(fingerprints))).toEqual(fingerprints);
  expect(unpackFingerprints('not base64!')).toBeInstanceOf(Array);
});
