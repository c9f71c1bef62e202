import { findBlocks } from './blocks.ts';
import { findRegions } from './regions.ts';
import { parseTree } from './tree.ts';
import { squeeze } from './whitespace.ts';

/** The article's text as JSON-LD gives it. */
export interface StatedBody {
  readonly paragraphs: readonly string[];
  readonly length: number;
}

const BLOCK_TAGS = /<\/?(?:p|br|div|h[1-6]|li)\b/i;
const ESCAPED_TAGS = /&lt;\/?(?:p|br|div|b|i|a|em|strong|h[1-6]|li)\b/i;

/** Reads an `articleBody`: plain lines, HTML, HTML that was escaped once too often, or Markdown. */
export function readStatedBody(body: string | undefined): StatedBody | undefined {
  if (body === undefined) return undefined;
  const markup = dropMarkdown(ESCAPED_TAGS.test(body) ? unescapeMarkup(body) : body);
  const paragraphs = BLOCK_TAGS.test(markup)
    ? readBlocks(markup)
    : markup.split(/\n+/).flatMap((line) => readBlocks(line));
  return { paragraphs, length: paragraphs.reduce((sum, text) => sum + text.length, 0) };
}

function unescapeMarkup(body: string): string {
  return parseTree(body).text.join('');
}

/** Emphasis, links, and references to embedded parts (`[#image: …]`). */
function dropMarkdown(body: string): string {
  if (!/\*\*|\]\(|\[#/.test(body)) return body;
  return body
    .replace(/\[#\w{1,30}:[^\]\n]{0,300}\]/g, '')
    .replace(/\[([^[\]\n]{1,300})\]\([^()\s]{1,1000}\)/g, '$1')
    .replace(/\*\*/g, '');
}

function readBlocks(markup: string): string[] {
  const tree = parseTree(markup);
  return findBlocks(tree, findRegions(tree, 'hidden')).map((block) => squeeze(block.text));
}
