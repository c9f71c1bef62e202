import { expect, it } from 'vitest';
import { findQuotations } from './quotes.ts';

const inner = (text: string) => findQuotations(text).map((q) => text.slice(q.inner.start, q.inner.end));

it('finds curly, straight and angled quotations', () => {
  expect(inner('He called it “a mistake” and "a waste", then «rien».')).toEqual([
    'a mistake',
    'a waste',
    'rien',
  ]);
});

it('ends an unclosed quotation with its paragraph and takes the next one anew', () => {
  expect(inner('“One thing.\n\n“Another thing,” she said.')).toEqual(['One thing.', 'Another thing,']);
});

it('takes apostrophes, inches and empty marks for none', () => {
  expect(inner("The group's 'aim' and the 12 men's “”.")).toEqual([]);
});

it('reads straight marks after a full stop as closing', () => {
  expect(inner('"We left." He nodded. "We left."')).toEqual(['We left.', 'We left.']);
});

it('stays linear on nothing but marks', () => {
  expect(findQuotations('"'.repeat(100_000)).length).toBeLessThan(100_000);
});

it('takes two apostrophes or grave accents for one mark', () => {
  expect(inner("''We left,'' she said. ``We did,'' he said. 'No'")).toEqual(['We left,', 'We did,']);
});
