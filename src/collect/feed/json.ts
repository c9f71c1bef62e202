import { parseJsonFeed } from 'feedsmith';
import type { RawItem } from './item.ts';

/** The items of a JSON Feed (1.0 and 1.1). */
export function readJson(value: unknown, maxItems: number): readonly RawItem[] {
  const feed = parseJsonFeed(value, { maxItems });
  return (feed.items ?? []).map((item) => ({
    link: item.url ?? item.external_url ?? findAddress(item.id),
    title: item.title,
    published: item.date_published ?? item.date_modified,
    id: item.id,
  }));
}

/** An item's id is often its address, and says so by being one. */
function findAddress(id: string | undefined): string | undefined {
  return id !== undefined && /^https?:\/\//i.test(id) ? id : undefined;
}
