/**
 * What the words in class names and ids say about a part of a page. Names are split into words
 * (`relatedArticles-list` → related, articles, list), so that `header` does not hold an `ad`.
 */

type Why = string;

/** Why a line that says who made a picture is left out of the text. */
export const CREDIT = 'picture credit';

/** A single word that settles it. */
const PART_WORDS: Readonly<Record<string, Why>> = {
  // navigation
  nav: 'navigation', navbar: 'navigation', navigation: 'navigation', navi: 'navigation', menu: 'navigation', submenu: 'navigation', topbar: 'navigation',
  breadcrumb: 'navigation', breadcrumbs: 'navigation', pagination: 'navigation', pager: 'navigation', pagenavi: 'navigation',
  sitemap: 'navigation', toolbar: 'navigation', skiplink: 'navigation', toc: 'navigation', menue: 'navigation', crumbs: 'navigation', crumb: 'navigation',
  // sides
  sidebar: 'aside', sidebars: 'aside', rail: 'aside', marginalspalte: 'aside',
  // between title and text
  standfirst: 'standfirst', dek: 'standfirst', subtitle: 'standfirst', subheading: 'standfirst', subheadline: 'standfirst', subhead: 'standfirst', deck: 'standfirst',
  // end of page
  rodape: 'footer', piepagina: 'footer',
  footer: 'footer', colophon: 'footer', fusszeile: 'footer', copyright: 'footer', imprint: 'footer', impressum: 'footer', disclaimer: 'footer',
  legal: 'footer', footernav: 'footer',
  // other articles
  related: 'related links', relateds: 'related links', recommended: 'related links', recommendation: 'related links', recommendations: 'related links',
  recirc: 'related links', recirculation: 'related links', readmore: 'related links', morelinks: 'related links',
  popular: 'related links', trending: 'related links', mostread: 'related links', teaser: 'related links', teasers: 'related links',
  outbrain: 'related links', taboola: 'related links', zergnet: 'related links', jp: 'related links',
  verwandte: 'related links', relacionadas: 'related links', relacionados: 'related links', relacionado: 'related links', yarpp: 'related links',
  relatedposts: 'related links', similar: 'related links', seealso: 'related links', linkbox: 'related links', relatedarticles: 'related links',
  // what readers say
  comment: 'comments', comments: 'comments', commentlist: 'comments', disqus: 'comments', livefyre: 'comments', respond: 'comments', reply: 'comments',
  commentform: 'comments', kommentare: 'comments', kommentar: 'comments', comentarios: 'comments', commentaires: 'comments', coral: 'comments',
  // advertising
  ad: 'advertisement', ads: 'advertisement', adv: 'advertisement', advert: 'advertisement', adverts: 'advertisement', advertisement: 'advertisement',
  advertising: 'advertisement', adsense: 'advertisement', adbox: 'advertisement', adslot: 'advertisement', sponsored: 'advertisement', sponsor: 'advertisement',
  sponsors: 'advertisement', werbung: 'advertisement', anzeige: 'advertisement', publicidad: 'advertisement', publicite: 'advertisement', dfp: 'advertisement',
  adsbygoogle: 'advertisement', adunit: 'advertisement', adwrapper: 'advertisement', banner: 'advertisement', promoted: 'advertisement',
  // own promotion
  promo: 'promotion', promos: 'promotion', promotion: 'promotion', cta: 'promotion', donate: 'promotion', donation: 'promotion', newsletter: 'newsletter sign-up',
  newsletters: 'newsletter sign-up', mailchimp: 'newsletter sign-up', subscribe: 'newsletter sign-up', subscription: 'promotion', signup: 'newsletter sign-up',
  optin: 'newsletter sign-up', paywall: 'promotion', marketing: 'promotion', upsell: 'promotion', shop: 'promotion',
  // sharing
  share: 'share buttons', sharing: 'share buttons', shares: 'share buttons', sharebar: 'share buttons', social: 'share buttons', socials: 'share buttons', sharedaddy: 'share buttons',
  addtoany: 'share buttons', addthis: 'share buttons', shariff: 'share buttons', sociable: 'share buttons', socialmedia: 'share buttons', bookmarks: 'share buttons', sharethis: 'share buttons',
  heateor: 'share buttons', followus: 'share buttons', teilen: 'share buttons',
  // notices
  cookie: 'cookie notice', cookies: 'cookie notice', gdpr: 'cookie notice', consent: 'cookie notice', cookiebar: 'cookie notice', cmp: 'cookie notice', onetrust: 'cookie notice',
  modal: 'dialog', popup: 'dialog', overlay: 'dialog', lightbox: 'dialog', login: 'form', tooltip: 'dialog', noprint: 'page control', printonly: 'page control',
  // about the article
  tags: 'tags', taglist: 'tags', tagcloud: 'tags', keywords: 'tags', hashtags: 'tags', postmetadata: 'article data', metadata: 'article data',
  byline: 'byline', byl: 'byline', authorbox: 'author note', authorbio: 'author note', bio: 'author note', biography: 'author note', dateline: 'date line', timestamp: 'date line',
  rating: 'page control', ratings: 'page control', print: 'page control', slideshow: 'gallery', carousel: 'gallery', gallery: 'gallery', masthead: 'site header', hovercard: 'dialog', rollover: 'dialog', popover: 'dialog', dropdown: 'navigation',
  caption: 'caption', captions: 'caption', figcaption: 'caption', bildunterschrift: 'caption', credit: CREDIT, credits: CREDIT,
  mwe: 'page control', editsection: 'page control', audio: 'player', player: 'player', weather: 'aside', playlist: 'player', poll: 'page control', quiz: 'page control',
  widget: 'aside', widgets: 'aside', ticker: 'aside', calendar: 'aside', mobilenav: 'navigation', noinclude: 'page control',
}; // biome-ignore format: a table

/** Last words of names that say that a part is a date. */
const DATE_WORDS: ReadonlySet<string> = new Set(['date', 'dates', 'datum', 'fecha', 'datetime', 'pubdate', 'dateline', 'timestamp']); // biome-ignore format: a table

/** Words that together, side by side, settle it. */
const PART_PAIRS: Readonly<Record<string, Why>> = {
  'read more': 'related links', 'see also': 'related links', 'more from': 'related links', 'more news': 'related links', 'more stories': 'related links', 'more articles': 'related links',
  'also like': 'related links', 'up next': 'related links', 'next article': 'related links', 'prev next': 'navigation', 'next prev': 'navigation', 'most read': 'related links', 'most viewed': 'related links',
  'latest news': 'related links', 'breaking news': 'related links', 'sub head': 'standfirst', 'sub title': 'standfirst', 'sub heading': 'standfirst', 'sub headline': 'standfirst', 'article summary': 'standfirst', 'latest posts': 'related links', 'recent posts': 'related links', 'post navigation': 'navigation', 'nav links': 'navigation', 'skip link': 'navigation',
  'story list': 'related links', 'story cards': 'related links', 'article list': 'related links', 'news list': 'related links', 'top stories': 'related links', 'other news': 'related links',
  'link list': 'related links', 'story timeline': 'related links', 'in article': 'promotion', 'page header': 'site header', 'site header': 'site header', 'site info': 'footer', 'site footer': 'footer',
  'global header': 'site header', 'author box': 'author note', 'author info': 'author note', 'author bio': 'author note', 'about author': 'author note', 'author description': 'author note', 'author profile': 'author note',
  'author card': 'author note', 'article meta': 'article data', 'entry meta': 'article data', 'post meta': 'article data', 'meta data': 'article data', 'story meta': 'article data', 'meta info': 'article data', 'post info': 'article data',
  'entry footer': 'article data', 'post footer': 'article data', 'article footer': 'article data', 'entry utility': 'article data', 'article tags': 'tags', 'post tags': 'tags', 'tag list': 'tags', 'post categories': 'tags', 'tag cloud': 'tags',
  'article tools': 'page control', 'story tools': 'page control', 'font size': 'page control', 'text size': 'page control', 'back top': 'navigation', 'to top': 'navigation', 'sign up': 'newsletter sign-up', 'follow us': 'share buttons',
  'social media': 'share buttons', 'image credit': CREDIT, 'photo credit': CREDIT, 'picture credit': CREDIT, 'wp caption': 'caption', 'image caption': 'caption', 'media caption': 'caption', 'img caption': 'caption', 'photo caption': 'caption',
  'mw jump': 'navigation', 'jump link': 'navigation', 'read next': 'related links', 'pull quote': 'pull quote', 'log in': 'form', 'sign in': 'form', 'edit section': 'page control', 'mw editsection': 'page control', 'print only': 'page control', 'no print': 'page control',
  'last modified': 'date line', 'last updated': 'date line', 'published date': 'date line', 'publish date': 'date line', 'post date': 'date line', 'entry date': 'date line', 'date published': 'date line', 'article date': 'date line',
  'privacy policy': 'footer', 'bottom bar': 'footer', 'top bar': 'navigation', 'secondary content': 'aside', 'right column': 'aside', 'right col': 'aside', 'left column': 'aside', 'side bar': 'aside', 'side column': 'aside',
  'crp related': 'related links', 'jp relatedposts': 'related links', 'leave reply': 'comments', 'user comments': 'comments', 'pull out': 'promotion',
}; // biome-ignore format: a table

/**
 * Words beside which a word of `PART_WORDS` says something else: `article-with-sidebar`, `no-comments`.
 * They describe a layout, not a part.
 */
const LAYOUT_WORDS: ReadonlySet<string> = new Set([
  'has', 'with', 'no', 'without', 'not', 'is', 'hide', 'show', 'before', 'after', 'enabled', 'disabled', 'layout',
]); // biome-ignore format: a table

/** Side by side these say outright that a part is the article's text… */
const ARTICLE_PAIRS: ReadonlySet<string> = new Set([
  'article body', 'article content', 'article text', 'story body', 'story content', 'story text', 'entry content', 'post content', 'post body', 'post text', 'news content', 'news text', 'news body', 'article copy', 'story copy', 'body copy', 'texto noticia', 'cuerpo noticia',
  'artikel text', 'beitrag text', 'available content', 'mw parser', 'single content', 'node body', 'content article', 'article main', 'rich text',
]); // biome-ignore format: a table

/** …and these say so loosely: they also name wider parts. */
const LOOSE_PAIRS: ReadonlySet<string> = new Set([
  'post entry', 'blog post', 'blog content', 'page content', 'main content', 'text content', 'content body', 'body content', 'body text', 'content text', 'article inner', 'td post', 'single post', 'field body', 'section content', 'paywall content', 'detail content', 'news detail', 'article detail', 'press release',
  'entry summary', 'article entry', 'post full', 'article container', 'article wrapper',
]); // biome-ignore format: a table

const ARTICLE_WORDS: ReadonlySet<string> = new Set([
  'articlebody', 'storybody', 'articletext', 'articlecontent', 'storycontent', 'storytext', 'entrycontent', 'postcontent', 'postbody', 'bodytext', 'newstext', 'artikeltext', 'fliesstext', 'articlecopy',
]); // biome-ignore format: a table

const MAXIMUM_NAMES = 400;

/** Words of names that a box for a picture has. */
const PICTURE_WORDS: ReadonlySet<string> = new Set([
  'pic', 'pics', 'picture', 'pictures', 'img', 'image', 'images', 'photo', 'photos', 'figure', 'thumb', 'thumbnail', 'foto', 'bild', 'imagen', 'illustration',
]); // biome-ignore format: a table

/** The words of class names and ids, in lower case, name by name. */
function splitNames(names: string): string[][] {
  return names
    .split(/\s+/)
    .filter((name) => name !== '')
    .map((name) =>
      name
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .filter((word) => word !== ''),
    );
}

/** What the names of one element say. */
export interface NamedPart {
  /** Why it is no part of the article, if the names say so. */
  readonly why: string | undefined;
  /** 2 where they say outright that it is an article's text, 1 where loosely, 0 where not. */
  readonly article: 0 | 1 | 2;
  /** Whether it is a box for a picture. */
  readonly isPicture: boolean;
}

/** Sites repeat a few hundred names thousands of times. */
const cache = new Map<string, NamedPart>();
const CACHE_SIZE = 20_000;

/**
 * What class names and ids say about a part.
 *
 * @example
 * readNames('c-related-links').why; // 'related links'
 * readNames('article has-sidebar').why; // undefined
 * readNames('entry-content').article; // 2
 */
export function readNames(allNames: string): NamedPart {
  const names = allNames.slice(0, MAXIMUM_NAMES);
  const known = cache.get(names);
  if (known !== undefined) return known;
  const words = splitNames(names);
  const part: NamedPart = {
    why: findWhy(words),
    article: rankArticle(words),
    isPicture: words.some((name) => name.some((word) => PICTURE_WORDS.has(word))),
  };
  if (cache.size >= CACHE_SIZE) cache.clear();
  // A copy, for a piece of a page would keep the whole page in memory.
  cache.set(Buffer.from(names, 'utf16le').toString('utf16le'), part);
  return part;
}

function findWhy(names: readonly (readonly string[])[]): string | undefined {
  for (const words of names) {
    if (words.some((word) => LAYOUT_WORDS.has(word))) continue;
    // `news-list-date` is the date of a list's entry, not the list.
    if (words.length > 1 && DATE_WORDS.has(words.at(-1)!)) return 'date line';
    for (let i = 0; i < words.length; i++) {
      const pair = `${words[i]} ${words[i + 1] ?? ''}`;
      if (Object.hasOwn(PART_PAIRS, pair)) return PART_PAIRS[pair];
    }
    // The last word of a name is what the part is: a "comment-header" is a header, but of comments.
    for (let i = words.length - 1; i >= 0; i--) {
      if (Object.hasOwn(PART_WORDS, words[i]!)) return PART_WORDS[words[i]!];
    }
  }
  return undefined;
}

function rankArticle(names: readonly (readonly string[])[]): 0 | 1 | 2 {
  let rank: 0 | 1 = 0;
  for (const words of names) {
    for (let i = 0; i < words.length; i++) {
      const pair = `${words[i]} ${words[i + 1] ?? ''}`;
      if (ARTICLE_WORDS.has(words[i]!) || ARTICLE_PAIRS.has(pair)) return 2;
      if (words[i] === 'hentry' || LOOSE_PAIRS.has(pair)) rank = 1;
    }
  }
  return rank;
}
