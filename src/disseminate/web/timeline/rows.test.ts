import { describe, expect, it } from 'vitest';
import type { Event } from '../../../model/event.ts';
import type { Reading } from '../../../model/reading.ts';
import { makeTimelineRows } from './rows.ts';

function event(id: string, start: number, when?: Event['when']): Event {
  return {
    kind: 'event',
    id,
    claim: 'c1',
    trigger: { start, end: start + 1, text: 'x' },
    plover: { type: 'ASSAULT', contexts: [] },
    cameo: '190',
    realis: 'occurred',
    factuality: 2,
    background: false,
    actors: [],
    recipients: [],
    instruments: [],
    figures: [],
    ...(when === undefined ? {} : { when }),
    by: 'event@1',
  };
}

function reading(events: readonly Event[], published?: string): { reading: Reading } {
  const document = { published } as Reading['document'];
  return { reading: { events, document } as Reading };
}

describe('makeTimelineRows', () => {
  it('sorts by first day, then by place in the text', () => {
    const rows = makeTimelineRows(
      reading([
        event('late', 1, { from: '2031-05-09', to: '2031-05-09', precision: 'day' }),
        event('second', 9, { from: '2031-05-02', to: '2031-05-02', precision: 'day' }),
        event('first', 5, { from: '2031-05-02', to: '2031-05-04', precision: 'day' }),
      ]),
      640,
    );
    expect(rows.dated.map(({ event: { id }, isWindow }) => [id, isWindow])).toEqual([
      ['first', true],
      ['second', false],
      ['late', false],
    ]);
  });

  it('keeps events without a day apart, also those whose time is no date', () => {
    const rows = makeTimelineRows(
      reading([event('none', 1), event('vague', 2, { precision: 'unknown' })], '2031-05-16'),
      640,
    );
    expect(rows.dated).toEqual([]);
    expect(rows.undated.map(({ id }) => id)).toEqual(['none', 'vague']);
  });

  it('knows an open window by the end that it has', () => {
    const rows = makeTimelineRows(
      reading([event('until', 1, { to: '2031-06-03', precision: 'day' })], '2031-05-16'),
      640,
    );
    expect(rows.dated).toHaveLength(1);
    expect(rows.published).toBeLessThan(rows.scale.place(rows.dated[0]?.start ?? 0));
  });
});
