import type { EntityType, Sector } from '../../../../model/entity.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { Actor } from './register.ts';

/** One mention of something, before mentions are put together. */
export interface Mention {
  readonly sentence: number;
  /** Token indexes in the sentence, both included. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: EntityType;
  /** What it shows by: mentions of one key are one entity (persons and bodies are compared further). */
  readonly key: string;
  /** Usual name where it is not the mention's own text. */
  readonly name?: string;
  readonly actor?: Actor;
  readonly country?: string;
  readonly sector?: Sector;
  readonly role?: string;
  readonly wikidata?: string;
}

/** The characters from token `first` to `last`. */
export function spanText(text: string, { tokens }: ParsedSentence, first: number, last: number): string {
  return text.slice(tokens[first]!.start, tokens[last]!.end);
}

/** Whether a word begins with a capital letter. */
export function isCapitalised(word: string): boolean {
  const first = word[0]!;
  return first !== first.toLowerCase();
}
