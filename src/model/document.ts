import type { Hash } from './page.ts';

/** A picture's caption, kept apart from the running text. */
export interface Caption {
  readonly text: string;
  /** Photographer or agency, as printed: `upyernoz/Flickr`. */
  readonly credit?: string;
}

/** Something on the page that was left out of the text, and why. */
export interface Removed {
  readonly text: string;
  /** A short noun: `navigation`, `promotion`, `related links`, `comments`, `advertisement`, `byline`… */
  readonly why: string;
}

/** Why the text of a page is not the whole article. */
export const INCOMPLETE_WHYS = ['paywall', 'further pages', 'teasers', 'beyond the bound'] as const;

/** That the text is only a part, and what shows it. */
export interface Incomplete {
  /**
   * `paywall`: the rest is for subscribers · `further pages`: the article goes on at other addresses · `teasers`: the page
   * lists articles and holds none · `beyond the bound`: the page is longer than what is read of one.
   */
  readonly why: (typeof INCOMPLETE_WHYS)[number];
  readonly evidence: string;
}

/** An entry of a live page. */
export interface Post {
  /** Offset in the text at which it begins; it ends where the next one begins. */
  readonly start: number;
  /** Its time as printed: `14:05 GMT`. */
  readonly shown: string;
  /** ISO 8601, where the page gives the day as well. */
  readonly at?: string;
}

/**
 * One version of one published page. The Document owns the text; every Span of every value derived from it
 * points into `text`. Unknown is an absent field.
 */
export interface Document {
  readonly kind: 'document';
  /** Hash of outlet (or host), title and text: one id for the same page under many addresses. */
  readonly id: Hash;
  /** Hash of the page's bytes as seen. */
  readonly bytes: Hash;
  readonly url?: string;
  /** File name the page was read from, where there is no address. */
  readonly file?: string;
  /** ISO 8601 instant at which the page was seen. */
  readonly seen: string;
  /** 1 for the first text seen at an address; a changed text there is 2, and so on. */
  readonly version: number;
  /** Name of the publisher: `American Military News`. */
  readonly outlet?: string;
  readonly outletEvidence?: string;
  readonly title?: string;
  readonly titleEvidence?: string;
  /** ISO 8601, as precise as the page is: `2020-12-11`, `2020-12-11T18:05:00Z`, `2020-12`. */
  readonly published?: string;
  /** What `published` rests on: `JSON-LD datePublished`, `visible date line`, `given`. */
  readonly publishedEvidence?: string;
  /**
   * A date of publication that the page gives and that cannot be: it lies after the page was seen, or is the zero of a
   * computer's clock. Then `published` is absent.
   */
  readonly publishedRefused?: string;
  /** ISO 8601; when the page says that it was last changed. */
  readonly modified?: string;
  /** What `modified` rests on: `JSON-LD dateModified`. */
  readonly modifiedEvidence?: string;
  /** Who wrote it, as printed; the publisher's own name is none. */
  readonly byline?: string;
  /** What `byline` rests on: `JSON-LD author`, `meta author`, `visible byline`, `agency in the dateline`. */
  readonly bylineEvidence?: string;
  /** ISO 639-1 code: `en`; absent where the text is in several languages or none can be told. */
  readonly language?: string;
  /** What `language`, or its absence, rests on: `html lang`, `statistics`, `statistics: several languages (en, de)`. */
  readonly languageEvidence?: string;
  /** The article: paragraphs separated by one blank line (`\n\n`), no site furniture. */
  readonly text: string;
  /** Present where the page shows that the text is not the whole article. */
  readonly incomplete?: Incomplete;
  /** Entries of a live page with their times, in the order of the page. */
  readonly posts?: readonly Post[];
  readonly captions: readonly Caption[];
  readonly removed: readonly Removed[];
}
