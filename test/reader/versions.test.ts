import { describe, expect, it } from 'vitest';
import { compareClaims, type Told } from '../../src/disseminate/web/reader/versions/claims.ts';
import { buildReading, type ReadingPlan } from '../setup/reading-builder.ts';

const outlet = { name: 'Northern Gazette', type: 'outlet' } as const;
const by = (name: string) => [outlet, { name, type: 'office' } as const];
const make = (text: string, more: Partial<ReadingPlan>) =>
  buildReading({ outlet: 'Northern Gazette', title: 'Rockets', text, ...more }).reading;
const words = (told: readonly Told[]) => told.map(({ claim }) => claim.content.text);

describe('compareClaims', () => {
  it('tells a figure that changed, a claim that went and one that came', () => {
    const before = make('Eight rockets hit the port on Sunday. Nobody was hurt.', {
      claims: {
        c1: { says: 'Eight rockets hit the port on Sunday', chain: by('police') },
        c2: { says: 'Nobody was hurt', chain: by('police') },
      },
      events: {
        v1: {
          trigger: 'hit',
          type: 'ASSAULT',
          claim: 'c1',
          figures: [{ at: 'Eight rockets', of: 'rockets', value: 8, bound: 'exactly' }],
        },
      },
    });
    const after = make('Twelve rockets hit the port on Sunday. The mayor spoke of war.', {
      claims: {
        c1: { says: 'Twelve rockets hit the port on Sunday', chain: by('police') },
        c2: { says: 'The mayor spoke of war', chain: [outlet] },
      },
      events: {
        v1: {
          trigger: 'hit',
          type: 'ASSAULT',
          claim: 'c1',
          figures: [{ at: 'Twelve rockets', of: 'rockets', value: 12, bound: 'exactly' }],
        },
      },
    });
    const { lost, gained, changed, same } = compareClaims(before, after);
    expect(words(lost)).toEqual(['Nobody was hurt']);
    expect(words(gained)).toEqual(['The mayor spoke of war']);
    expect(changed.map(({ differs }) => differs)).toEqual([['words', 'figures']]);
    expect(same).toBe(0);
  });

  it('tells another speaker and stance of the same words, and leaves what is the same alone', () => {
    const text = 'The road is closed. The bridge stands.';
    const claims = { says: 'The road is closed', chain: by('police') };
    const bridge = { says: 'The bridge stands', chain: [outlet] };
    const before = make(text, { claims: { c1: claims, c2: bridge } });
    const after = make(text, {
      claims: { c1: { ...claims, chain: by('the army'), stance: 'denies' }, c2: bridge },
    });
    const { lost, gained, changed, same } = compareClaims(before, after);
    expect([lost, gained]).toEqual([[], []]);
    expect(changed.map(({ differs }) => differs)).toEqual([['speaker', 'stance']]);
    expect(same).toBe(1);
    expect(compareClaims(before, before)).toMatchObject({ changed: [], same: 2 });
  });

  it('does not take claims of two speakers for one because they share some words', () => {
    const before = make('Two ships left the harbour at noon.', {
      claims: { c1: { says: 'Two ships left the harbour at noon', chain: by('police') } },
    });
    const after = make('Two trucks crossed the bridge at noon.', {
      claims: { c1: { says: 'Two trucks crossed the bridge at noon', chain: by('the army') } },
    });
    expect(compareClaims(before, after)).toMatchObject({ changed: [], same: 0 });
  });

  it('comes to an end with thousands of claims that have nothing in common', () => {
    const many = (letter: string) => {
      const reading = make(`${letter}0`, { claims: { c0: { says: `${letter}0`, chain: [outlet] } } });
      const [claim] = reading.claims;
      return {
        ...reading,
        claims: Array.from({ length: 5_000 }, (_, at) => ({
          ...claim!,
          id: `c${at}`,
          content: { ...claim!.content, text: `${letter}${at} ${'word '.repeat(50)}` },
        })),
      };
    };
    const { lost, gained } = compareClaims(many('a'), many('b'));
    expect([lost.length, gained.length]).toEqual([5_000, 5_000]);
  });
});
