import { describe, expect, it } from 'vitest';
import { makeTextSpan } from '../../model/span.ts';
import type { TimeExpression } from '../../model/time.ts';
import { makeHash, makeReading, type TextGiven } from '../report/fixtures.suite.ts';
import { createStoryGrouper, type Placement, type StoryGrouper, type StoryTrace } from './grouper.ts';
import { findTerms } from './terms.ts';

interface Article extends TextGiven {
  /** Name of the first version of its page. */
  readonly series?: string;
  /** The day that it speaks of. */
  readonly day?: string;
}

const makeArrival = ({ name, series = name, published, seen = '2020-12-11T12:00:00Z' }: Article) => ({
  document: makeHash(name),
  series: makeHash(series),
  published,
  arrived: seen,
});

function add(grouper: StoryGrouper, article: Article): Placement & { readonly trace: StoryTrace } {
  return grouper.add(findTerms(makeReading(article, { times: listTimes(article) })), makeArrival(article));
}

function listTimes({ text, day }: Article): readonly TimeExpression[] {
  if (day === undefined) return [];
  const [{ index, 0: word }] = [...text.matchAll(/\b\w+day\b/g)] as [RegExpExecArray];
  const span = makeTextSpan(text, index, index + word.length);
  return [
    {
      kind: 'time',
      id: 't1',
      ...span,
      type: 'DATE',
      value: day,
      from: day,
      to: day,
      precision: 'day',
      by: 'test@1',
    },
  ];
}

const group = (...articles: readonly Article[]) => {
  const grouper = createStoryGrouper();
  return articles.map((article) => add(grouper, article).story);
};

const SURREY: Article = {
  name: 'a1',
  published: '2020-12-02',
  day: '2020-12-01',
  text: 'Fire crews fought a large fire at a Waitrose store in Banstead, Surrey on Tuesday. Fifty firefighters from Epsom and Reigate were at the scene. Smoke drifted over Park Road and the station, and trains to Tattenham passed without a stop. The cause is thought to be an oven in the bakery.',
};
const SURREY_AGAIN: Article = {
  name: 'a2',
  published: '2020-12-02',
  day: '2020-12-01',
  text: 'A fire gutted the Waitrose store in Banstead on Tuesday. Surrey police said that firefighters from Epsom and Reigate remained at the scene. Park Road was closed, trains to Tattenham did not stop, and an oven in the bakery may have been the cause.',
};
const WELLINGTON: Article = {
  name: 'b1',
  published: '2020-12-07',
  day: '2020-12-06',
  text: 'A large fire broke out at a Waitrose store in Wellington on Sunday. Firefighters from Taunton and Tiverton were at the scene, Somerset police said. A lorry driver broke a window of the cafe for two cashiers, and the roof fell in at noon. Mantle Street and the canal path stay closed until Thursday.',
};

describe('createStoryGrouper', () => {
  it('joins reports of one happening and keeps one of the same kind apart', () => {
    const [first, second, third] = group(SURREY, SURREY_AGAIN, WELLINGTON);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('names a story after its first document', () => {
    expect(group(SURREY)).toEqual([`s${makeHash('a1').slice(7, 19)}`]);
  });

  it('keeps the versions of a page together, whatever they say', () => {
    const rewritten = { ...WELLINGTON, name: 'a9', series: 'a1' };
    const [first, second] = group(SURREY, rewritten);
    expect(second).toBe(first);
  });

  it('asks for more the further two reports are apart, where both are dated', () => {
    const then = { ...SURREY, published: '2020-12-01' };
    const half: Article = {
      name: 'a3',
      text: 'Alice Brown cut a ribbon on Monday, and shoppers queued for cakes and coffee. Builders from Leatherhead worked for a year on the Waitrose store in Banstead, Surrey, which a fire gutted, and the mayor spoke of jobs.',
    };
    const isJoined = (published?: string) =>
      new Set(group(then, { ...half, ...(published === undefined ? {} : { published }) })).size === 1;
    expect(isJoined('2020-12-02')).toBe(true);
    expect(isJoined('2021-11-30')).toBe(false);
    expect(isJoined('2019-11-30')).toBe(false);
    expect(isJoined()).toBe(true);
    expect(new Set(group(then, { ...then, name: 'a8', published: '2021-11-30' })).size).toBe(1);
  });

  it('closes a story for which nothing has come for two months', () => {
    const later = { ...SURREY_AGAIN, seen: '2021-03-01T00:00:00Z' };
    const [first, second] = group(SURREY, later);
    expect(second).not.toBe(first);
  });

  it('goes on after a restart as if there had been none', () => {
    const articles = [SURREY, WELLINGTON, SURREY_AGAIN];
    const last = { ...WELLINGTON, name: 'b2' };
    const grouper = createStoryGrouper();
    const kept = articles.map((article) => ({ article, ...add(grouper, article) }));
    const restarted = createStoryGrouper();
    for (const { article, trace, ...placement } of kept)
      restarted.restore(JSON.parse(JSON.stringify(trace)), { ...makeArrival(article), ...placement });
    expect(add(restarted, last)).toEqual(add(grouper, last));
  });

  it('puts documents without words each by itself', () => {
    const [first, second] = group({ name: 'x', text: '' }, { name: 'y', text: '' });
    expect(first).not.toBe(second);
  });
});
