import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../../../model/event.ts';
import { loadEvents } from './lexicon.ts';

const lexicon = loadEvents();
const senses = [...lexicon.senses.values()].flat();

describe('event tables', () => {
  it('have a word for every type of event', () => {
    const covered = new Set(senses.map(({ type }) => type));
    expect(EVENT_TYPES.filter((type) => !covered.has(type))).toEqual([]);
  });

  it('give every type codes of its own roots alone', () => {
    // PLOVER types and the CAMEO roots that they may carry.
    const roots: Readonly<Record<string, RegExp>> = {
      AGREE: /^03/, CONSULT: /^04/, SUPPORT: /^05/, CONCEDE: /^08/, COOPERATE: /^06/, AID: /^07/, RETREAT: /^08/, REQUEST: /^(10|02)/,
      ACCUSE: /^(11|09)/, REJECT: /^12/, THREATEN: /^13/, PROTEST: /^14/, SANCTION: /^16/, MOBILIZE: /^15/,
      COERCE: /^(163|17|19[12])/, ASSAULT: /^(1712|175|18|19|20)/,
    }; // biome-ignore format: a table
    expect(senses.filter(({ type, cameo }) => !roots[type]!.test(cameo))).toEqual([]);
  });

  it('never hide a sense behind one that always holds', () => {
    const hidden = [...lexicon.senses].filter(([, list]) =>
      list.slice(0, -1).some((sense) => sense.when === undefined),
    );
    expect(hidden.map(([word]) => word)).toEqual([]);
  });

  it('let no verb carry an event both ways', () => {
    expect(lexicon.carriers.get('launch')).toBe('doer');
    expect(lexicon.carriers.get('suffer')).toBe('sufferer');
    expect(lexicon.carriers.has('condemn')).toBe(false);
  });
});
