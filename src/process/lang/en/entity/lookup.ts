import type { Entity } from '../../../../model/entity.ts';
import { isOverlapping, type Span } from '../../../../model/span.ts';

/** Finds the entity that words of the text name or stand for. */
export interface EntityLookup {
  /**
   * The entity of the mention, pronoun or nominal that covers a span, the longest first; undefined where none does.
   *
   * @example
   * lookup.at(token)?.name; // 'Ann Example' for the token "she"
   */
  at(span: Span): Entity | undefined;
  /** Every entity with a mention, pronoun or nominal that overlaps a span, in the order of the text, each once. */
  within(span: Span): readonly Entity[];
  /** Those with a mention by name that overlaps a span, in the order of the document's list of entities. */
  named(span: Span): readonly Entity[];
}

interface Placed extends Span {
  readonly entity: Entity;
  /** Place of the entity in the list; -1 where a pronoun or nominal stands for it. */
  readonly order: number;
}

/** Makes the lookup once for a document; each question then takes time logarithmic in the number of mentions. */
export function makeEntityLookup(entities: readonly Entity[]): EntityLookup {
  const placed: Placed[] = [];
  for (const [order, entity] of entities.entries()) {
    for (const { start, end } of entity.mentions) placed.push({ start, end, entity, order });
    for (const { start, end } of entity.references ?? []) placed.push({ start, end, entity, order: -1 });
  }
  placed.sort((a, b) => a.start - b.start || b.end - a.end);
  // Furthest end of any mention up to each, so that a search may stop on its way back.
  const reach = new Int32Array(placed.length);
  let furthest = 0;
  for (let i = 0; i < placed.length; i++) {
    furthest = Math.max(furthest, placed[i]!.end);
    reach[i] = furthest;
  }
  return {
    at(span) {
      let best: Placed | undefined;
      for (let i = lastBefore(placed, span.end); i >= 0 && reach[i]! > span.start; i--) {
        const next = placed[i]!;
        if (next.start > span.start || next.end < span.end || !isOverlapping(next, span)) continue;
        // Of several as long the first counts, which comes last on the way back.
        if (best === undefined || next.end - next.start >= best.end - best.start) best = next;
      }
      return best?.entity;
    },
    within(span) {
      const found: Entity[] = [];
      for (let i = lastBefore(placed, span.end); i >= 0 && reach[i]! > span.start; i--) {
        if (isOverlapping(placed[i]!, span)) found.push(placed[i]!.entity);
      }
      return [...new Set(found.reverse())];
    },
    named(span) {
      const found = new Set<number>();
      for (let i = lastBefore(placed, span.end); i >= 0 && reach[i]! > span.start; i--) {
        const { order, start, end } = placed[i]!;
        if (order >= 0 && start < span.end && end > span.start) found.add(order);
      }
      return [...found].sort((a, b) => a - b).map((order) => entities[order]!);
    },
  };
}

/** Position of the last mention that starts before `end`, -1 for none. */
function lastBefore(placed: readonly Placed[], end: number): number {
  let from = 0;
  let to = placed.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (placed[middle]!.start < end) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
