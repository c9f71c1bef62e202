import { describe, expect, it } from 'vitest';
import { NumberTable } from './number-table.ts';
import { Postings } from './postings.ts';

function listDocuments(postings: Postings, key: number): number[] {
  const documents: number[] = [];
  for (let at = postings.findLast(key); at !== 0; at = postings.findBefore(at))
    documents.push(postings.getDocument(at));
  return documents;
}

/** Numbers of 32 bits that look drawn by lot. */
const scatter = (number: number) => Math.imul(number + 1, 0x85ebca6b) ^ (number << 13);

describe('NumberTable', () => {
  it('agrees with a Map, also after many values were changed and left out', () => {
    const table = new NumberTable();
    const map = new Map<number, number>();
    for (let number = 0; number < 20_000; number++) {
      const key = scatter(number % 7000) >>> (number % 3 === 0 ? 20 : 0);
      table.set(key, (map.get(key | 0) ?? 0) + number + 1);
      map.set(key | 0, (map.get(key | 0) ?? 0) + number + 1);
    }
    const halve = (value: number) => (value % 2 === 0 ? value / 2 : 0);
    table.change(halve);
    const left = [...map].filter(([, value]) => halve(value) !== 0);
    expect(left.length).toBeGreaterThan(1000);
    expect(table.size).toBe(left.length);
    for (const [key, value] of map) expect(table.get(key)).toBe(halve(value));
  });
});

describe('Postings', () => {
  it('lists the places of a key, the latest first', () => {
    const postings = new Postings(1 << 14);
    for (let document = 0; document < 5000; document++)
      postings.add(scatter(document % 40), { document, value: document / 8 });
    expect(listDocuments(postings, scatter(3)).slice(0, 3)).toEqual([4963, 4923, 4883]);
    expect(listDocuments(postings, scatter(3))).toHaveLength(125);
    expect(postings.getValue(postings.findLast(scatter(39)))).toBe(4999 / 8);
    expect(listDocuments(postings, scatter(40))).toEqual([]);
  });

  it('holds so many places and no more, and forgets keys of which none is left', () => {
    const most = 1 << 13;
    const postings = new Postings(most);
    for (let document = 0; document < 5 * most; document++) {
      postings.add(document % 2 === 0 ? 1 : scatter(document), { document, value: 1 });
    }
    const places = listDocuments(postings, 1);
    expect(places[0]).toBe(5 * most - 2);
    expect(places).toHaveLength(most / 2);
    expect(places.at(-1)).toBe(4 * most);
    expect(listDocuments(postings, scatter(4 * most - 1))).toEqual([]);
    expect(listDocuments(postings, scatter(4 * most + 1))).toEqual([4 * most + 1]);
  });
});
