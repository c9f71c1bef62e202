import { type Block, findBlocks } from './blocks.ts';
import { type Decisions, decideBlocks } from './decide.ts';
import type { JsonLdFacts } from './jsonld.ts';
import { findOutlet } from './outlet.ts';
import type { PageFacts } from './pagefacts.ts';
import { findRegions, type RegionTrust } from './regions.ts';
import { findArticle } from './select.ts';
import { type Evidenced, findTitle } from './title.ts';
import type { PageTree } from './tree.ts';

/** What an article is extracted from. */
export interface ExtractionInput {
  readonly tree: PageTree;
  readonly facts: PageFacts;
  readonly jsonLd: JsonLdFacts;
  readonly host: string | undefined;
  readonly url: string | undefined;
}

/** Addresses of forums: there what readers write is the page. */
const FORUM = /\/(?:forums?|threads?|topics?|discussions?|viewtopic|showthread|questions)(?:[/.?-]|$)/i;

/** The pieces of a page with what was decided about each. */
export interface Extraction {
  readonly outlet: Evidenced | undefined;
  readonly title: Evidenced | undefined;
  readonly blocks: readonly Block[];
  readonly decisions: Decisions;
  readonly isIndex: boolean;
  readonly length: number;
  /** Why each node is no part of the article, by the markup. */
  readonly why: readonly (string | undefined)[];
}

/** A text shorter than this may be a stub: what else the page has is looked at. */
export const STUB = 700;
/** How many times longer the other text must be to be preferred. */
export const STUB_FACTOR = 2.5;
/**
 * Any text of this length is better than none. Less than this must be shown for hidden text to be read: who hides words
 * beside a text means them for machines alone.
 */
const LEAST_TEXT = 100;

/**
 * Reads with trust in names first. Where that leaves next to nothing, names have misled (a text in a "teaser", an
 * article that a script was to unhide): then with less and less trust, if that finds much more.
 */
export function extract(page: ExtractionInput): Extraction {
  let best = extractWith(page, 'names');
  if (FORUM.test((page.url ?? page.facts.canonical ?? '').slice(0, 500))) {
    const discussion = extractWith(page, 'all shown');
    if (discussion.length > best.length) best = discussion;
  }
  for (const trust of ['tags', 'all shown', 'hidden'] as const) {
    if (best.length >= (trust === 'tags' ? STUB : LEAST_TEXT)) return best;
    const other = extractWith(page, trust);
    const least = best.length === 0 ? LEAST_TEXT : 250;
    if (other.length > least && other.length > best.length * STUB_FACTOR) best = other;
  }
  return best;
}

function extractWith(page: ExtractionInput, trust: RegionTrust): Extraction {
  const { tree, facts, jsonLd, host } = page;
  const regions = findRegions(tree, trust);
  const blocks = findBlocks(tree, regions);
  const outlet = findOutlet({ tree, blocks, facts, host }, jsonLd);
  const title = findTitle({ blocks, facts, jsonLd, host, outlet: outlet?.value });
  const range = findArticle({ tree, blocks, regions, title: title?.value });
  const { decisions, isIndex } = decideBlocks({
    tree,
    blocks,
    range,
    title: title?.value,
    authors: [...jsonLd.authors, ...jsonLd.authorBodies],
    isDiscussion: trust === 'all shown' || trust === 'hidden',
  });
  const length = blocks.reduce(
    (sum, block) => sum + (decisions[block.index] === undefined ? block.text.length : 0),
    0,
  );
  return { outlet, title, blocks, decisions, isIndex, length, why: regions.why };
}
