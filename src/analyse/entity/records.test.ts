import { expect, test } from 'vitest';
import { type ActorRecord, makeRecord, parseName, RecordIndex } from './records.ts';

const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'au', 'ei', 'ou', 'ya'];
const nameAt = (at: number) => {
  const [x, y, z] = [at % 10, Math.floor(at / 10) % 10, Math.floor(at / 100) % 10];
  return {
    name: `M${vowels[x]}th${vowels[y]}l${vowels[z]}r${at} Front`,
    type: 'group',
    country: 'IQ',
  } as const;
};

test('of many names that sound alike the last is compared with no more than one of the first', () => {
  const index = new RecordIndex();
  let compared = 0;
  const find = (at: number): number => {
    compared = 0;
    index.find(parseName('body', nameAt(at))!, nameAt(at));
    return compared;
  };
  const enter = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      const { forms, ...rest } = makeRecord({
        id: `r${at}`,
        kind: 'body',
        name: nameAt(at).name,
        country: 'IQ',
      });
      const record: ActorRecord = {
        ...rest,
        get forms() {
          compared += 1;
          return forms;
        },
      };
      index.enter(record, nameAt(at));
    }
  };
  enter(0, 300);
  const early = find(300);
  expect(early).toBeGreaterThan(10);
  enter(300, 6000);
  expect(find(6000)).toBeLessThanOrEqual(early);
});
