import type { Caption, Incomplete, Removed } from '../../model/document.ts';
import type { Block } from './blocks.ts';
import { findPageByline } from './byline.ts';
import type { Decisions } from './decide.ts';
import { type Extraction, type ExtractionInput, extract, STUB, STUB_FACTOR } from './extract.ts';
import { PAYWALL_NOTICE } from './furniture.ts';
import { findIncomplete, type ShownLine } from './incomplete.ts';
import { readJsonLd } from './jsonld.ts';
import { collectCaptions } from './pagecaptions.ts';
import { findPageFacts, type PageFacts } from './pagefacts.ts';
import { type FoundPost, findPosts } from './posts.ts';
import { type DateContext, findDayMonthOrder, findModified, findPublished } from './published.ts';
import { weighBlock } from './select.ts';
import { readStatedBody } from './statedbody.ts';
import type { Evidenced } from './title.ts';
import { parseTree } from './tree.ts';

/** What a page gives before a Document is made of it. */
export interface Content {
  readonly title?: Evidenced;
  readonly outlet?: Evidenced;
  readonly published?: Evidenced;
  readonly modified?: Evidenced;
  readonly byline?: Evidenced;
  /** Language that the page declares of itself, as written. */
  readonly declaredLanguage?: string;
  /** Paragraphs of the article. */
  readonly paragraphs: readonly string[];
  readonly incomplete?: Incomplete;
  readonly posts?: readonly FoundPost[];
  readonly captions: readonly Caption[];
  readonly removed: readonly Removed[];
}

/** What is known of a page beside its source. */
export interface PageContext {
  readonly host?: string;
  readonly seen: string;
  readonly url?: string;
}

/**
 * Reads an HTML page: its article, what it says about itself, and what was left out.
 *
 * @example
 * readHtml('<h1>Port shut</h1><p>The port of Veles was shut on Monday after a storm, officials said.</p>', context).paragraphs
 */
export function readHtml(source: string, context: PageContext): Content {
  const tree = parseTree(source);
  const facts = findPageFacts(tree);
  const jsonLd = readJsonLd(facts.jsonLd);
  const page = { tree, facts, jsonLd, host: context.host, url: context.url };
  const extraction = extract(page);
  const { title, outlet } = extraction;
  return {
    ...readText(page, extraction),
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet }),
    ...readAbout(page, extraction, context),
  };
}

/** When and by whom the article was published, and in what language, as the page says. */
function readAbout(
  { tree, facts, jsonLd, host }: ExtractionInput,
  { blocks, decisions, outlet, why }: Extraction,
  context: PageContext,
): Pick<Content, 'published' | 'modified' | 'byline' | 'declaredLanguage'> {
  const nearest = orderByTitle(blocks, decisions);
  const dates = makeDateContext(blocks, facts, context);
  const shared = { tree, why, blocks: nearest, facts, jsonLd };
  const published = findPublished({ ...shared, allBlocks: blocks }, dates);
  const modified = findModified(facts, jsonLd);
  const byline = findPageByline({ ...shared, outlet: outlet?.value, host });
  const declaredLanguage = findDeclaredLanguage(facts) ?? jsonLd.language;
  return {
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(byline === undefined ? {} : { byline }),
    ...(declaredLanguage === undefined ? {} : { declaredLanguage }),
  };
}

function findDeclaredLanguage({ htmlLanguage, meta }: PageFacts): string | undefined {
  const names = ['content-language', 'og:locale', 'language', 'dc.language'];
  return htmlLanguage ?? names.map((name) => meta.get(name)).find((value) => value !== undefined);
}

type PageText = Pick<Content, 'paragraphs' | 'captions' | 'removed' | 'incomplete' | 'posts'>;

/** Why shown text is left out where JSON-LD has more. */
const STATED = 'stub; the text is JSON-LD articleBody';

/** The article's text; where the page shows but a part of it and JSON-LD has the whole, that. */
function readText(
  { tree, facts, jsonLd, url }: ExtractionInput,
  { blocks, decisions, length, isIndex }: Extraction,
): PageText {
  const kept = blocks.filter((block) => decisions[block.index] === undefined);
  const lines = listLines(blocks, decisions);
  const last = kept.at(-1)?.text;
  const incomplete = findIncomplete({ lines, facts, jsonLd, length, last, isIndex, url });
  const stated = readStatedBody(jsonLd.body);
  const isStated =
    stated !== undefined && isWhole(stated.length, { length, isPart: incomplete?.why === 'paywall' });
  const lead = isStated ? findLead(kept, decisions, stated.paragraphs) : [];
  const removed: Removed[] = [];
  for (const block of blocks) {
    const why = decisions[block.index] ?? (isStated && !lead.includes(block) ? STATED : undefined);
    if (why !== undefined) removed.push({ text: block.text, why });
  }
  if (tree.cut !== undefined) removed.push({ text: tree.cut, why: 'beyond the bound' });
  const captions = collectCaptions(blocks, decisions);
  if (isStated) {
    const paragraphs = [...lead.map((block) => block.text), ...stated.paragraphs];
    return { paragraphs, captions, removed };
  }
  const posts = findPosts({ tree, blocks, decisions });
  return {
    paragraphs: kept.map((block) => block.text),
    captions,
    removed,
    ...(incomplete === undefined ? {} : { incomplete }),
    ...(posts.length === 0 ? {} : { posts }),
  };
}

/** Most paragraphs that a page shows before it asks for a subscription. */
const LONGEST_LEAD = 5;

/** Running text shown above a paywall's notice that the stated text does not repeat. */
function findLead(kept: readonly Block[], decisions: Decisions, stated: readonly string[]): Block[] {
  const notice = decisions.indexOf(PAYWALL_NOTICE);
  const whole = stated.join(' ');
  return kept
    .filter(
      (block) => block.index < notice && weighBlock(block) > 0 && !whole.includes(block.text.slice(0, 40)),
    )
    .slice(0, LONGEST_LEAD);
}

/** How many times longer a stated text must be than one that breaks off at a paywall. */
const PART_FACTOR = 1.5;
const LEAST_STATED = 250;

/** Whether a stated text is so much longer than the shown one that it is the whole and that a stub. */
function isWhole(stated: number, shown: { readonly length: number; readonly isPart: boolean }): boolean {
  if (stated <= LEAST_STATED) return false;
  if (shown.isPart && stated > shown.length * PART_FACTOR) return true;
  return shown.length < STUB && stated > shown.length * STUB_FACTOR;
}

/** Lines from the first that belongs to the text on. */
function listLines(blocks: readonly Block[], decisions: Decisions): ShownLine[] {
  const first = Math.max(0, decisions.indexOf(undefined));
  return blocks.slice(first).map(({ text, index }) => ({ text, why: decisions[index] }));
}

function makeDateContext(blocks: readonly Block[], facts: PageFacts, context: PageContext): DateContext {
  const lines = blocks.filter((block) => block.text.length <= 140).slice(0, 300);
  const order = findDayMonthOrder(
    lines.map((block) => block.text),
    facts.htmlLanguage,
    context.host,
  );
  return { order, seen: context.seen, url: context.url };
}

/** Blocks around the article's beginning first: a date there is its own, one in a list of news is not. */
function orderByTitle(blocks: readonly Block[], decisions: Decisions): Block[] {
  const text = blocks.findIndex((block) => decisions[block.index] === undefined);
  // Headers that stick to the screen repeat the title far above it.
  const above = blocks.findLastIndex(
    (block) => decisions[block.index] === 'title' && (text < 0 || block.index <= text),
  );
  const first = above >= 0 ? above : blocks.findIndex((block) => decisions[block.index] === 'title');
  const start = Math.max(0, first >= 0 ? first : text);
  return [...blocks.slice(start, start + 25), ...blocks.slice(Math.max(0, start - 10), start).reverse()];
}
