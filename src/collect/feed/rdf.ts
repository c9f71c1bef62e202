import { parseRdfFeed } from 'feedsmith';
import type { RawItem } from './item.ts';

/** The items of an RDF feed (RSS 0.90 and 1.0). */
export function readRdf(text: string, maxItems: number): readonly RawItem[] {
  const feed = parseRdfFeed(text, { maxItems });
  return (feed.items ?? []).map((item) => ({
    link: item.link ?? item.rdf?.about,
    bases: [],
    title: item.title ?? item.dc?.titles?.[0],
    published: item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0],
    id: item.rdf?.about,
  }));
}
