/** `sha256:` followed by 64 lower-case hexadecimal digits. */
export type Hash = `sha256:${string}`;

/**
 * What was seen at one address or in one file at one time, exactly as it came: the bytes are kept under
 * their hash and never changed. A Page is not yet a Document: nothing in it has been interpreted.
 */
export interface Page {
  readonly kind: 'page';
  /** Hash of `content`. */
  readonly hash: Hash;
  readonly content: Uint8Array;
  /** When it was seen: ISO 8601 instant in UTC. */
  readonly seen: string;
  /** Where it was fetched from, or where the person who gave the file says that it is from. */
  readonly url?: string;
  /** File name or archive member as shown in messages: `week.zip/report-3.html`, `-` for standard input. */
  readonly file?: string;
  /** Response headers as received, names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Kinds of page that can be read. */
export type MediaType = 'text/html' | 'text/plain' | 'application/json';

/** A Page whose bytes have become characters: what reading starts from. */
export interface DecodedPage {
  readonly kind: 'decodedPage';
  readonly bytes: Hash;
  readonly seen: string;
  readonly url?: string;
  readonly file?: string;
  readonly mediaType: MediaType;
  /** The page's characters: HTML source, the plain text, or an article as a JSON object. */
  readonly source: string;
  /** WHATWG name of the character encoding: `utf-8`, `windows-1256`. */
  readonly charset: string;
  /** What the encoding was decided on: `byte order mark`, `header`, `meta`, `statistics`, `valid UTF-8`, `default`. */
  readonly charsetEvidence: string;
  /** What was odd about the bytes: replaced characters, a declared encoding that did not fit. */
  readonly warnings: readonly string[];
}
