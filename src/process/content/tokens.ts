import { findKeptAttribute, findTag } from './markupnames.ts';
import { decodeContent, decodeText, decodeValue } from './references.ts';

/** The attributes of an element that reading uses; absent where the element has none of them. */
export type Attributes = Readonly<Record<string, string>>;

/** What a page's tokens are told to, in their order. */
export interface TokenReceiver {
  onText(text: string): void;
  onOpen(tag: string, attributes: Attributes | undefined, isSelfClosing: boolean): void;
  onClose(tag: string): void;
  /** Whether what comes next stands in SVG or MathML. */
  isInForeignContext(): boolean;
  /** Whether no more is wanted. */
  isFull(): boolean;
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const FORM_FEED = 0x0c;
const RETURN = 0x0d;
const SPACE = 0x20;
const EXCLAMATION = 0x21;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

/** Elements that hold characters and no tags; in the last two references are decoded. */
const RAW_TAGS = [
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
  'script',
  'style',
  'xmp',
  'title',
  'textarea',
];
const RAW: ReadonlySet<string> = new Set(RAW_TAGS);

/**
 * Reads a page's tokens exactly as htmlparser2's Tokenizer does, but from one sign that matters to the next instead of
 * character by character, and without what nobody asks for. `tokens.test.ts` holds the two against each other.
 */
export function tokenize(source: string, receiver: TokenReceiver): void {
  new PageTokens(source, receiver).read();
}

/** Lives for one page. */
class PageTokens {
  private readonly source: string;
  private readonly receiver: TokenReceiver;

  constructor(source: string, receiver: TokenReceiver) {
    this.source = source;
    this.receiver = receiver;
  }

  read(): void {
    const { source, receiver } = this;
    /** Where the text begins that has not been told yet. */
    let start = 0;
    let at = 0;
    while (!receiver.isFull()) {
      const open = source.indexOf('<', at);
      if (open < 0) {
        this.tellText(start, source.length);
        return;
      }
      const code = open + 1 < source.length ? source.charCodeAt(open + 1) : 0;
      if (!beginsMarkup(code)) {
        at = open + 1;
        continue;
      }
      this.tellText(start, open);
      if (receiver.isFull()) return;
      at = start = this.readMarkup(open, code);
    }
  }

  private tellText(start: number, end: number): void {
    if (start >= end) return;
    this.receiver.onText(decodeText(this.source.slice(start, end), end === this.source.length));
  }

  /** Reads what begins with `<` and the character `code`; the place behind it. */
  private readMarkup(open: number, code: number): number {
    if (code === SLASH) return this.readClosing(open + 2);
    if (code === EXCLAMATION) return this.readDeclaration(open + 2);
    if (code === QUESTION) return this.skipBehind(open + 2);
    return this.readOpening(open + 1);
  }

  /** The place behind the next `>`. */
  private skipBehind(from: number): number {
    const end = this.source.indexOf('>', from);
    return end < 0 ? this.source.length : end + 1;
  }

  private readClosing(start: number): number {
    const { source, receiver } = this;
    if (start >= source.length) {
      receiver.onText('</');
      return start;
    }
    const first = source.charCodeAt(start);
    if (first === GREATER) return start + 1;
    if (!isAsciiLetter(first)) return this.skipBehind(start + 1);
    const end = skipName(source, start + 1);
    if (end >= source.length) return end;
    receiver.onClose(findTag(source, start, end));
    const close = source.indexOf('>', end);
    if (close >= 0) return close + 1;
    this.tellLastCharacter();
    return source.length;
  }

  /** What the tokenizer makes of an end tag, or of a slash in a tag, that is cut off. */
  private tellLastCharacter(): void {
    this.receiver.onText(this.source.slice(-1));
  }

  /** Comments, document types and CDATA, from what follows `<!`. */
  private readDeclaration(start: number): number {
    const { source } = this;
    if (source.startsWith('--', start)) return this.skipComment(start + 2);
    if (source.startsWith('[CDATA[', start)) return this.readCdata(start + 7);
    return this.skipBehind(start);
  }

  private skipComment(start: number): number {
    const { source } = this;
    if (source.startsWith('>', start)) return start + 1;
    if (source.startsWith('->', start)) return start + 2;
    for (let at = source.indexOf('--', start); at >= 0; at = source.indexOf('--', at + 1)) {
      if (source.startsWith('>', at + 2)) return at + 3;
      if (source.startsWith('!>', at + 2)) return at + 4;
    }
    return source.length;
  }

  private readCdata(start: number): number {
    const end = this.source.indexOf(']]>', start);
    if (end < 0) return this.source.length;
    if (this.receiver.isInForeignContext()) this.receiver.onText(this.source.slice(start, end + 2));
    return end + 3;
  }

  private readOpening(start: number): number {
    const { source, receiver } = this;
    const nameEnd = skipName(source, start + 1);
    const isForeign = receiver.isInForeignContext();
    if (nameEnd >= source.length) {
      if (!isForeign && beginsRawName(source.slice(start))) receiver.onText(source.slice(start));
      return nameEnd;
    }
    const tag = findTag(source, start, nameEnd);
    let attributes: Record<string, string> | undefined;
    let hasSlash = false;
    let at = nameEnd;
    while (at < source.length) {
      const code = source.charCodeAt(at);
      if (code === GREATER) {
        receiver.onOpen(tag, attributes, hasSlash);
        return isForeign || !RAW.has(tag) || receiver.isFull() ? at + 1 : this.readContent(tag, at + 1);
      }
      if (code === SLASH || isSpace(code)) {
        hasSlash ||= code === SLASH;
        at++;
        continue;
      }
      hasSlash = false;
      const end = skipAttributeName(source, at + 1);
      const name = findKeptAttribute(source, at, end);
      at = skipSpaces(source, end);
      let value = '';
      if (at < source.length && source.charCodeAt(at) === EQUALS) {
        const from = skipSpaces(source, at + 1);
        at = findValueEnd(source, from);
        if (name !== undefined && at < source.length) value = readValue(source, from, at);
        if (isQuote(source.charCodeAt(from))) at++;
      }
      if (name === undefined) continue;
      attributes ??= {};
      if (attributes[name] === undefined) attributes[name] = value;
    }
    if (hasSlash) this.tellLastCharacter();
    return at;
  }

  /** Reads an element's content that holds no tags, and the end tag. */
  private readContent(tag: string, start: number): number {
    const { source, receiver } = this;
    const end = tag === 'plaintext' ? source.length : findEndTag(source, tag, start);
    const isLast = end === source.length;
    const raw = source.slice(start, end);
    if (raw !== '')
      receiver.onText(tag === 'title' || tag === 'textarea' ? decodeContent(raw, tag, isLast) : raw);
    return isLast ? end : this.readClosing(end + 2);
  }
}

/** Where the end tag of an element stands, whatever its case; the source's end where there is none. */
function findEndTag(source: string, tag: string, start: number): number {
  for (let at = source.indexOf('</', start); at >= 0; at = source.indexOf('</', at + 1)) {
    const end = at + 2 + tag.length;
    if (
      end < source.length &&
      endsName(source.charCodeAt(end)) &&
      source.slice(at + 2, end).toLowerCase() === tag
    )
      return at;
  }
  return source.length;
}

/** Where an attribute's value ends: at its closing quote, or before what ends one without quotes. */
function findValueEnd(source: string, start: number): number {
  if (start >= source.length) return start;
  const first = source.charCodeAt(start);
  if (isQuote(first)) {
    const end = source.indexOf(first === DOUBLE_QUOTE ? '"' : "'", start + 1);
    return end < 0 ? source.length : end;
  }
  let at = start;
  while (at < source.length && source.charCodeAt(at) !== GREATER && !isSpace(source.charCodeAt(at))) at++;
  return at;
}

function readValue(source: string, start: number, end: number): string {
  const first = source.charCodeAt(start);
  if (!isQuote(first)) return decodeValue(source.slice(start, end), '');
  return decodeValue(source.slice(start + 1, end), first === DOUBLE_QUOTE ? '"' : "'");
}

function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}

/** Whether a `<` before this character begins a tag, a comment or the like. */
function beginsMarkup(code: number): boolean {
  return isAsciiLetter(code) || code === SLASH || code === EXCLAMATION || code === QUESTION;
}

function beginsRawName(start: string): boolean {
  const lower = start.toLowerCase();
  return RAW_TAGS.some((tag) => tag.startsWith(lower));
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === TAB || code === FORM_FEED || code === RETURN;
}

function endsName(code: number): boolean {
  return code === GREATER || code === SLASH || isSpace(code);
}

function skipName(source: string, from: number): number {
  let at = from;
  while (at < source.length && !endsName(source.charCodeAt(at))) at++;
  return at;
}

function skipAttributeName(source: string, from: number): number {
  let at = from;
  for (; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === EQUALS || endsName(code)) break;
  }
  return at;
}

function skipSpaces(source: string, from: number): number {
  let at = from;
  while (at < source.length && isSpace(source.charCodeAt(at))) at++;
  return at;
}
