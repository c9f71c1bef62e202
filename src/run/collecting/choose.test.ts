import { describe, expect, test } from 'vitest';
import type { FeedItem } from '../../collect/feed/item.ts';
import { PageError } from '../../model/errors.ts';
import { chooseItems, updateRetries } from './choose.ts';
import type { ItemOutcome } from './pages.ts';

const makeStore = (...kept: readonly string[]) => ({ hasAddress: async (url: string) => kept.includes(url) });
const items = (...urls: readonly string[]): readonly FeedItem[] => urls.map((url) => ({ url }));
const failed = (isFinal: boolean): ItemOutcome => ({
  kind: 'failed',
  failure: new PageError('a', 'is gone', 'Nothing.'),
  isFinal,
});

describe('chosen are', () => {
  test('new items in the order of the feed', async () => {
    const { items: chosen, left } = await chooseItems(items('a', 'b', 'c'), [], makeStore('b'));
    expect(chosen.map(({ url }) => url)).toEqual(['a', 'c']);
    expect(left).toBe(0);
  });

  test('those to be tried again, listed or not, but not those given up', async () => {
    const retries = [
      { url: 'b', attempts: 1 },
      { url: 'given-up', attempts: 3 },
      { url: 'gone-from-feed', attempts: 2, published: '2026-11-20' },
      { url: 'kept-meanwhile', attempts: 1 },
    ];
    const { items: chosen } = await chooseItems(
      items('a', 'given-up', 'b'),
      retries,
      makeStore('kept-meanwhile'),
    );
    expect(chosen).toEqual([{ url: 'a' }, { url: 'b' }, { url: 'gone-from-feed', published: '2026-11-20' }]);
    const unchanged = await chooseItems(undefined, retries, makeStore());
    expect(unchanged.items.map(({ url }) => url)).toEqual(['b', 'gone-from-feed', 'kept-meanwhile']);
  });

  test('fifty at most, and the rest is told', async () => {
    const many = items(...Array.from({ length: 120 }, (_, i) => `n${i}`));
    const { items: chosen, left } = await chooseItems(many, [], makeStore('n0'));
    expect(chosen).toHaveLength(50);
    expect(chosen[0]?.url).toBe('n1');
    expect(left).toBe(69);
  });
});

describe('remembered are', () => {
  const [a, b, c, d, e] = items('a', 'b', 'c', 'd', 'e') as [
    FeedItem,
    FeedItem,
    FeedItem,
    FeedItem,
    FeedItem,
  ];

  test('failures with their number, successes no more, waiting ones as they were', () => {
    const before = [
      { url: 'a', attempts: 1 },
      { url: 'b', attempts: 1 },
      { url: 'c', attempts: 2 },
    ];
    const outcomes = new Map<FeedItem, ItemOutcome>([
      [a, failed(false)],
      [b, { kind: 'kept' }],
      [c, { kind: 'waiting', failure: new PageError('c', 'waits', 'Wait.'), notBefore: 0 }],
      [d, failed(true)],
      [{ ...e, published: '2026-11-20' }, failed(false)],
    ]);
    expect(updateRetries(before, outcomes, [a, b, c, d, e])).toEqual({
      list: [
        { url: 'a', attempts: 2 },
        { url: 'c', attempts: 2 },
        { url: 'd', attempts: 3 },
        { url: 'e', attempts: 1, published: '2026-11-20' },
      ],
      added: 2,
      had: 1,
    });
  });

  test('what was given up as long as the feed lists it', () => {
    const before = [
      { url: 'a', attempts: 3 },
      { url: 'b', attempts: 3 },
      { url: 'c', attempts: 1 },
    ];
    expect(updateRetries(before, new Map(), [b]).list.map(({ url }) => url)).toEqual(['b', 'c']);
    expect(updateRetries(before, new Map(), undefined).list).toHaveLength(3);
  });
});
