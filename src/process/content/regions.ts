import { isCard, isWordOfText } from './inlineparts.ts';
import { CREDIT, type NamedPart, readNames } from './names.ts';
import { HEADING_TAGS } from './tags.ts';
import { type Attributes, countShown, type PageTree } from './tree.ts';

/** What the markup says about each node: why it is no article, and whether it is to be seen. */
export interface Regions {
  /** Why the node is no part of the article, by its own or an ancestor's tag, role or class names. */
  readonly why: readonly (string | undefined)[];
  /** Whether the node or an ancestor is not shown. */
  readonly hidden: Uint8Array;
  /** Whether the node's own names say that it holds the article: 2 outright, 1 loosely, 0 not. */
  readonly article: Uint8Array;
  /** Characters of text shown below each node, those of links apart. */
  readonly mass: Float64Array;
  /** Characters of links shown below each node. */
  readonly linked: Float64Array;
}

/** A part that holds more than this share of the page's text is not thrown away for its name. */
const LARGEST_REMOVED_SHARE = 0.45;

const TAG_PARTS: Readonly<Record<string, string>> = {
  figcaption: 'caption', nav: 'navigation', footer: 'footer', aside: 'aside', menu: 'navigation', dialog: 'dialog', button: 'button', form: 'form',
  search: 'navigation', 'amp-ad': 'advertisement', 'amp-sidebar': 'navigation',
}; // biome-ignore format: a table

const ROLE_PARTS: Readonly<Record<string, string>> = {
  navigation: 'navigation', contentinfo: 'footer', complementary: 'aside', banner: 'site header', search: 'navigation',
  menu: 'navigation', menubar: 'navigation', dialog: 'dialog', alertdialog: 'dialog', tablist: 'navigation', toolbar: 'share buttons',
}; // biome-ignore format: a table

/**
 * How much of the markup is believed: class names too; tags, roles and the surest names; those but for comments and
 * captions, which may be all that there is (a forum, a video's page); or those, and nothing is taken for hidden.
 */
export type RegionTrust = 'names' | 'tags' | 'all shown' | 'hidden';

/** Reads tags, roles and class names, top down, in one pass. */
export function findRegions(tree: PageTree, trust: RegionTrust = 'names'): Regions {
  const count = tree.tag.length;
  const hidden = findHidden(tree, trust);
  const mass = measureMass(tree, hidden);
  const linked = measureLinked(tree, hidden);
  const total = totalMass(tree, mass);
  const nested = findNestedArticles(tree, mass);
  const why: (string | undefined)[] = new Array(count);
  const article = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const parent = tree.parent[i]!;
    const inherited = parent < 0 ? undefined : why[parent];
    const tag = tree.tag[i]!;
    why[i] = inherited;
    if (tag === '#text') continue;
    if (inherited !== undefined && inherited !== 'caption') continue;
    const attributes = tree.attributes[i];
    const named = attributes === undefined ? NAMELESS : readNamesOf(attributes);
    if (inherited === 'caption' && named.why === CREDIT) why[i] = CREDIT;
    if (inherited !== undefined || tag === 'body' || tag === 'html') continue;
    if (attributes !== undefined) article[i] = isNamedBody(attributes) ? 2 : named.article;
    if (nested[i] === 1) {
      why[i] = 'related links';
      continue;
    }
    const own = isAttribution(tree, i)
      ? undefined
      : (findOwnPart({ tag, attributes, named }, trust) ??
        (trust === 'names' && mass[i]! <= LONGEST_CAPTION && isPictureBox(tree, i, named)
          ? 'caption'
          : undefined) ??
        (isCard(tree, i) ? 'dialog' : undefined));
    if (own === undefined || isMisnamed(tree, i, own) || isWordOfText(tree, i, own)) continue;
    const shown = RAW_TAGS.has(tag) ? measureRaw(tree, { mass, hidden }, i) : mass[i]!;
    if (isBelieved(own, { shown, linked: linked[i]!, total })) why[i] = own;
  }
  return { why, hidden, article, mass, linked };
}

/** The footer of a quotation says whose it is. */
function isAttribution(tree: PageTree, node: number): boolean {
  const parent = tree.parent[node]!;
  return tree.tag[node] === 'footer' && parent >= 0 && tree.tag[parent] === 'blockquote';
}

const LONGEST_CAPTION = 250;

/** A small box named after a picture that holds one: the few words in it are the picture's. */
function isPictureBox(tree: PageTree, node: number, named: NamedPart): boolean {
  const tag = tree.tag[node]!;
  if (tag !== 'figure' && !named.isPicture) return false;
  if (!PICTURE_BOXES.has(tag) || tree.end[node]! - node > 60) return false;
  let images = 0;
  let paragraphs = 0;
  for (let i = node + 1; i < tree.end[node]!; i++) {
    const inner = tree.tag[i]!;
    if (inner === 'img') images++;
    else if (inner === 'p') paragraphs++;
    // A heading, or words before the picture, make it the head or a part of an article.
    else if (HEADING_TAGS.has(inner) || (images === 0 && inner === '#text' && tree.text[i]!.trim() !== ''))
      return false;
  }
  return images === 1 && paragraphs <= 1;
}

const PICTURE_BOXES: ReadonlySet<string> = new Set(['div', 'figure', 'table', 'td', 'span', 'center']);

/** A post of a network shown in an article, and a gallery without a picture, are misnamed text. */
function isMisnamed(tree: PageTree, node: number, why: string): boolean {
  if (why !== 'share buttons' && why !== 'gallery') return false;
  const inner = tree.tag.slice(node + 1, Math.min(tree.end[node]!, node + 200));
  return why === 'gallery' ? inner.includes('p') && !inner.includes('img') : inner.includes('blockquote');
}

/** Share buttons hold a few words: what is longer is a post that the article shows. */
const LONGEST_SHARE_BUTTONS = 100;

/** Dates come with a few words beside them, not with a text. */
const LONGEST_DATE_LINE = 160;
/** What has fewer characters is a piece of a date: cut off, the rest could not be read. */
const SHORTEST_DATE = 8;

/** Parts that lead elsewhere have links: a standfirst called `teaser` has none. */
const LINKLESS_TEXT = 60;

function isBelieved(why: string, text: { shown: number; linked: number; total: number }): boolean {
  if (why === 'share buttons' && text.shown > LONGEST_SHARE_BUTTONS) return false;
  if (why === 'date line' && (text.shown > LONGEST_DATE_LINE || text.shown < SHORTEST_DATE)) return false;
  if (why === 'related links' && text.linked === 0 && text.shown >= LINKLESS_TEXT) return false;
  return text.shown <= text.total * LARGEST_REMOVED_SHARE;
}

/** An element with what its names say. */
interface NamedElement {
  readonly tag: string;
  readonly attributes: Attributes | undefined;
  readonly named: NamedPart;
}

function findOwnPart({ tag, attributes, named }: NamedElement, trust: RegionTrust): string | undefined {
  // Page authors choose tag names too: `constructor` must not be found.
  const isKnown = Object.hasOwn(TAG_PARTS, tag) && (trust === 'names' || tag !== 'aside');
  const byTag = isKnown ? TAG_PARTS[tag] : undefined;
  if (byTag !== undefined || attributes === undefined) return byTag;
  const role = attributes['role'];
  if (role !== undefined && Object.hasOwn(ROLE_PARTS, role)) return ROLE_PARTS[role];
  if (attributes['itemtype']?.endsWith('/Comment')) return 'comments';
  if (attributes['itemprop'] === 'comment') return 'comments';
  const { why } = named;
  const isLoose = trust === 'all shown' || trust === 'hidden';
  if (isLoose && (why === 'caption' || why === 'comments')) return undefined;
  return trust === 'names' || (why !== undefined && SURE_NAMES.has(why)) ? why : undefined;
}

/** What names are believed in even where class names have misled. */
const SURE_NAMES: ReadonlySet<string> = new Set([
  'comments',
  'navigation',
  'footer',
  'cookie notice',
  'caption',
  CREDIT,
  'newsletter sign-up',
  'tags',
]);

/** What an element without names says. */
const NAMELESS = readNames('');

function readNamesOf(attributes: Attributes): NamedPart {
  const { class: classes = '', id = '' } = attributes as { class?: string; id?: string };
  const component = attributes['data-component'] ?? attributes['data-testid'] ?? attributes['data-qa'] ?? '';
  if (id === '' && component === '') return classes === '' ? NAMELESS : readNames(classes);
  return readNames(`${classes} ${id} ${component}`);
}

/** Whether an element is marked as the article's text outright. */
function isNamedBody(attributes: Attributes): boolean {
  const names = attributes['itemprop']?.split(/\s/);
  return names?.some((name) => name === 'articleBody' || name === 'reviewBody') ?? false;
}

/** Shares of an outer article's text: of one inner article that is another's teaser, and of all that are its parts. */
const TEASER_SHARE = 0.4;
const PARTS_SHARE = 0.6;

/** An article within an article is another one's teaser, unless the outer one is made of such parts (a live blog). */
function findNestedArticles(tree: PageTree, mass: Float64Array): Uint8Array {
  const nested = new Uint8Array(mass.length);
  const outer = new Map<number, number[]>();
  let current = -1;
  for (let i = 0; i < mass.length; i++) {
    if (tree.tag[i] !== 'article') continue;
    if (current < 0 || i >= tree.end[current]!) current = i;
    else outer.set(current, [...(outer.get(current) ?? []), i].slice(0, 500));
  }
  for (const [node, inner] of outer) {
    const sum = inner.reduce((total, i) => total + mass[i]!, 0);
    if (sum > mass[node]! * PARTS_SHARE) continue;
    for (const i of inner) if (mass[i]! < mass[node]! * TEASER_SHARE) nested[i] = 1;
  }
  return nested;
}

/** Marks what a browser does not show, and what is only for screen readers. */
function findHidden(tree: PageTree, trust: RegionTrust): Uint8Array {
  const hidden = new Uint8Array(tree.tag.length);
  for (let i = 0; i < hidden.length; i++) {
    const parent = tree.parent[i]!;
    if (parent >= 0 && hidden[parent] === 1) hidden[i] = 1;
    else if (isHiddenElement(tree.tag[i]!, trust === 'hidden' ? undefined : tree.attributes[i]))
      hidden[i] = 1;
  }
  return hidden;
}

const INVISIBLE_STYLE = /(?:^|;)\s{0,5}(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)/i;
const SCREEN_READER_NAME =
  /(?:^|\s)(?:screen-reader-text|screen-reader|sr-only|visually-?hidden|u-visuallyhidden|hide-text|element-invisible|hidden-print|visuallyHidden)(?:\s|$)/;

function isHiddenElement(tag: string, attributes: Attributes | undefined): boolean {
  if (tag === 'noscript' || tag === 'template') return true;
  if (attributes === undefined) return false;
  if (attributes['hidden'] !== undefined && attributes['hidden'] !== 'until-found') return true;
  if (attributes['aria-hidden'] === 'true' && tag !== 'body' && tag !== 'html') return true;
  if (attributes['style'] !== undefined && INVISIBLE_STYLE.test(attributes['style'])) return true;
  return attributes['class'] !== undefined && SCREEN_READER_NAME.test(attributes['class']);
}

/** Elements with characters that are no words; they are not counted, since no text is as long. */
const RAW_TAGS: ReadonlySet<string> = new Set(['script', 'style']);

/** Characters shown outside links below each node, bottom up. */
function measureMass(tree: PageTree, hidden: Uint8Array): Float64Array {
  const mass = new Float64Array(tree.tag.length);
  for (let i = mass.length - 1; i >= 0; i--) {
    const tag = tree.tag[i]!;
    const parent = tree.parent[i]!;
    if (tag === '#text') {
      if (hidden[i] || (parent >= 0 && RAW_TAGS.has(tree.tag[parent]!))) continue;
      mass[i] = countShown(tree, i);
      if (parent >= 0) mass[parent]! += mass[i]!;
    } else if (mass[i]! > 0 && parent >= 0 && tag !== 'a' && !UNCOUNTED.has(tag)) mass[parent]! += mass[i]!;
  }
  return mass;
}

/** What a script or style sheet counts with its characters. */
function measureRaw(
  tree: PageTree,
  { mass, hidden }: Pick<Regions, 'mass' | 'hidden'>,
  node: number,
): number {
  let sum = mass[node]!;
  for (let i = node + 1; i < tree.end[node]!; i++)
    if (tree.parent[i] === node && tree.tag[i] === '#text' && !hidden[i]) sum += countShown(tree, i);
  return sum;
}

/** Characters shown within links below each node, bottom up. */
function measureLinked(tree: PageTree, hidden: Uint8Array): Float64Array {
  const linked = new Float64Array(tree.tag.length);
  for (let i = 0; i < linked.length; i++) {
    // A link's own text is counted once, with the link; `i` steps over what is within it.
    if (tree.tag[i] !== 'a') continue;
    for (let inner = i + 1; inner < tree.end[i]!; inner++) {
      if (tree.tag[inner] === '#text' && !hidden[inner]) linked[i]! += countShown(tree, inner);
    }
    i = tree.end[i]! - 1;
  }
  for (let i = linked.length - 1; i >= 0; i--) {
    const parent = tree.parent[i]!;
    if (parent >= 0 && linked[i]! > 0) linked[parent]! += linked[i]!;
  }
  return linked;
}

const UNCOUNTED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'title',
  'svg',
  'option',
  'select',
  'textarea',
  'iframe',
]);

function totalMass(tree: PageTree, mass: Float64Array): number {
  let total = 0;
  for (let i = 0; i < mass.length; i = tree.end[i]!) total += UNCOUNTED.has(tree.tag[i]!) ? 0 : mass[i]!;
  return total;
}
