import type { Group } from './relays.ts';
import type { Traced } from './traced.ts';
import type { Speaker } from './who-is-who.ts';

/** Somebody who may be first-hand by one report, and has not been found so by an earlier one. */
export interface Voice {
  readonly speaker: Speaker;
  /** What the report has from them, in order of the text. */
  readonly told: readonly Traced[];
}

/** What is known when a report's voices are weighed. */
export interface Scene {
  readonly group: Group;
  readonly voices: readonly Voice[];
  /** The reports before it, in time order. */
  readonly earlier: readonly Group[];
  /** The reports after it that are known. */
  readonly later: readonly Group[];
  /** How all reports of the matter begin: each word with the number of reports. */
  readonly matter: ReadonlyMap<string, number>;
  /** Origins that were found by the reports before it, with what was told on their word. */
  readonly origins: readonly Voice[];
  /** Keys of voices that spoke in a report before it beside one that was found first-hand, and were not. */
  readonly passed: ReadonlySet<string>;
  /** Whether something in the report leads to one of them for certain: by name, by credit, by its words. */
  readonly isLed: boolean;
}

/** Says which of a report's voices are first-hand, by their keys. */
export type Judge = (scene: Scene) => ReadonlyMap<string, readonly string[]>;
