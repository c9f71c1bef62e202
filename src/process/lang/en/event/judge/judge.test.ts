import { describe, expect, it } from 'vitest';
import { REALIS, type Realis } from '../../../../../model/event.ts';
import { readByRules, readText } from '../reading.fixtures.ts';
import { decide } from './judge.ts';
import type { Opinion } from './model.ts';

const rules = { realis: 'occurred', background: false, isPosture: false, isOpening: false } as const;

function opinion(given: Partial<Omit<Opinion, 'realis'>>, realis: Realis = 'occurred', share = 0.9): Opinion {
  const rest = (1 - share) / (REALIS.length - 1);
  const shares = REALIS.map((name) => [name, name === realis ? share : rest]);
  return {
    isNone: 0,
    isBackground: 0,
    ...given,
    realis: Object.fromEntries(shares) as Record<Realis, number>,
  };
}

describe('what stands of rules and second look', () => {
  it('leaves out what is hardly an event, but never a posture', () => {
    expect(decide(opinion({ isNone: 0.9 }), rules).isEvent).toBe(false);
    expect(decide(opinion({ isNone: 0.5 }), rules).isEvent).toBe(true);
    expect(decide(opinion({ isNone: 0.9 }), { ...rules, isPosture: true }).isEvent).toBe(true);
  });

  it('adds history and takes none away', () => {
    expect(decide(opinion({ isBackground: 0.8 }), rules).background).toBe(true);
    expect(decide(opinion({ isBackground: 0.1 }), { ...rules, background: true }).background).toBe(true);
  });

  it('does not make history of what the opening tells as just done', () => {
    const told = { ...rules, isOpening: true };
    expect(decide(opinion({ isBackground: 0.8 }), told).background).toBe(false);
    expect(decide(opinion({}), { ...told, background: true }).background).toBe(true);
  });

  it('changes the default realis where it is surer, and nothing that a word says', () => {
    expect(decide(opinion({}, 'ongoing'), rules).realis).toBe('ongoing');
    expect(decide(opinion({}, 'ongoing', 0.2), rules).realis).toBe('occurred');
    for (const realis of REALIS) {
      if (realis === 'occurred') continue;
      expect(decide(opinion({}, 'occurred'), { ...rules, realis }).realis).toBe(realis);
    }
  });
});

const readBoth = (text: string) => [readByRules(text), readText(text)] as const;

describe('the second look in readings', () => {
  it('sees a state where the rules see a deed', () => {
    const [alone, both] = readBoth('The two countries are at war with each other.');
    expect(alone.events.map(({ realis }) => realis)).toEqual(['occurred']);
    expect(both.events.map(({ realis }) => realis)).toEqual(['ongoing']);
  });

  it('leaves out what is no event, and the outlet claim that carried nothing else', () => {
    const text = 'The senator spoke of taxes at a rally.';
    const [alone, both] = readBoth(text);
    expect(alone.events).toHaveLength(1);
    expect(both.events).toEqual([]);
    expect(alone.claims).toHaveLength(1);
    expect(both.claims).toEqual([]);
  });

  it('keeps every id of the reading that is left', () => {
    const text =
      'Gunmen attacked the port on Sunday. The senator spoke of taxes at a rally. Police said the attack killed nine, and arrested two men over it.';
    for (const { events, claims } of readBoth(text)) {
      const ids = new Set(events.map(({ id }) => id));
      for (const event of events) {
        expect(claims.find(({ id }) => id === event.claim)?.events).toContain(event.id);
        for (const link of [event.sameAs, event.responseTo, event.partOf])
          if (link !== undefined) expect(ids).toContain(link);
      }
      for (const claim of claims) for (const id of claim.events) expect(ids).toContain(id);
    }
  });
});
