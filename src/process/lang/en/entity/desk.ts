import type { PlaceMention } from '../../../../model/place.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { type Mention, spanText } from './mentions.ts';
import type { Name } from './names.ts';
import type { Pieces } from './phrases.ts';

export interface Range {
  readonly first: number;
  readonly last: number;
}

/** One sentence in hand while its mentions are collected. */
export interface Desk {
  readonly text: string;
  readonly index: number;
  readonly sentence: ParsedSentence;
  readonly pieces: Pieces;
  readonly names: readonly Name[];
  readonly places: readonly PlaceMention[];
  /** Tokens that a mention or a role covers already. */
  readonly taken: Uint8Array;
  readonly found: Mention[];
}

export const [FREE, ROLE, NAMED] = [0, 1, 2];

export function add(
  desk: Desk,
  { first, last }: Range,
  facts: Omit<Mention, 'sentence' | 'first' | 'last' | 'start' | 'end' | 'text'>,
): Mention {
  const { tokens } = desk.sentence;
  const mention: Mention = {
    sentence: desk.index,
    first,
    last,
    start: tokens[first]!.start,
    end: tokens[last]!.end,
    text: spanText(desk.text, desk.sentence, first, last),
    ...facts,
  };
  desk.found.push(mention);
  return mention;
}

export function isFree({ taken }: Desk, { first, last }: Range): boolean {
  for (let i = first; i <= last; i++) if (taken[i] === NAMED) return false;
  return true;
}
