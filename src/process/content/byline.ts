import type { Block } from './blocks.ts';
import type { JsonLdFacts } from './jsonld.ts';
import { findByline } from './lines.ts';
import { type PageFacts, readMarkup } from './pagefacts.ts';

const LONGEST_BYLINE = 200;

/** Who wrote it, as printed: from JSON-LD, `meta`, or a visible line near the title. */
export function findPageByline(
  facts: PageFacts,
  jsonLd: JsonLdFacts,
  blocks: readonly Block[],
): string | undefined {
  const stated = [
    jsonLd.authors.map(readMarkup).filter(isUsable).join(', '),
    ...[
      'author',
      'article:author',
      'parsely-author',
      'sailthru.author',
      'dc.creator',
      'dcterms.creator',
      'citation_author',
      'byl',
    ].map((name) => facts.meta.get(name)),
  ];
  for (const raw of stated) {
    const value = cleanByline(readMarkup(raw ?? ''));
    if (isUsable(value)) return value;
  }
  return findVisible(blocks);
}

/** A line that is nothing but a byline, or one that the markup calls so. */
function findVisible(blocks: readonly Block[]): string | undefined {
  for (const block of blocks) {
    if (block.hidden || block.text.length > LONGEST_BYLINE) continue;
    const name = findByline(block.text);
    if (name !== undefined) return name;
    if (block.why !== 'byline' || block.text.length > 80) continue;
    const value = cleanByline(block.text);
    if (isUsable(value) && !/\d{2}/.test(value)) return value;
  }
  return undefined;
}

function cleanByline(text: string): string {
  return findByline(text) ?? text.replace(/^(?:by|von|por|par|di|door)\s{0,2}:?\s+/i, '').trim();
}

function isUsable(value: string): boolean {
  return (
    value !== '' &&
    value.length <= LONGEST_BYLINE &&
    /\p{L}/u.test(value) &&
    !/^https?:|^www\.|[<>{}]|^(?:null|undefined|unknown|admin|none|n\/a|author)$/i.test(value)
  );
}
