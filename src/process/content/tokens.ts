import { Tokenizer } from 'htmlparser2';
import { findKeptAttribute, findTag } from './markupnames.ts';

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

/** Characters of an attribute that are kept. */
const LONGEST_VALUE = 2_000;

/** Reads a page's tokens by htmlparser2's Tokenizer, without the attributes that nobody asks for. */
export function tokenize(source: string, receiver: TokenReceiver): void {
  const calls = new TokenizerCalls(source, receiver);
  const tokenizer = new Tokenizer({ decodeEntities: true }, calls);
  calls.stop = () => tokenizer.pause();
  tokenizer.write(source);
  tokenizer.end();
}

/** Receives the tokenizer's calls, which say where a token stands; lives for one page. */
class TokenizerCalls {
  stop: () => void = () => undefined;
  private readonly source: string;
  private readonly receiver: TokenReceiver;
  private tag = '';
  private attributes: Record<string, string> | undefined;
  private name: string | undefined;
  private value = '';

  constructor(source: string, receiver: TokenReceiver) {
    this.source = source;
    this.receiver = receiver;
  }

  ontext(start: number, end: number): void {
    this.receiver.onText(this.source.slice(start, end));
    this.checkFull();
  }

  ontextentity(codePoint: number): void {
    this.receiver.onText(String.fromCodePoint(codePoint));
    this.checkFull();
  }

  onopentagname(start: number, end: number): void {
    this.tag = findTag(this.source, start, end);
    this.attributes = undefined;
  }

  onattribname(start: number, end: number): void {
    this.name = findKeptAttribute(this.source, start, end);
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.name === undefined || this.value.length >= LONGEST_VALUE) return;
    this.value += this.source.slice(start, Math.min(end, start + LONGEST_VALUE));
  }

  onattribentity(codePoint: number): void {
    if (this.name === undefined || this.value.length >= LONGEST_VALUE) return;
    this.value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    if (this.name === undefined) return;
    this.attributes ??= Object.create(null) as Record<string, string>;
    this.attributes[this.name] ??= this.value;
  }

  onopentagend(): void {
    this.receiver.onOpen(this.tag, this.attributes, false);
    this.checkFull();
  }

  onselfclosingtag(): void {
    this.receiver.onOpen(this.tag, this.attributes, true);
    this.checkFull();
  }

  onclosetag(start: number, end: number): void {
    this.receiver.onClose(findTag(this.source, start, end));
    this.checkFull();
  }

  isInForeignContext(): boolean {
    return this.receiver.isInForeignContext();
  }

  oncdata(start: number, end: number): void {
    if (this.receiver.isInForeignContext()) this.ontext(start, end);
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private checkFull(): void {
    if (this.receiver.isFull()) this.stop();
  }
}
