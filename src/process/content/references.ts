import { Tokenizer } from 'htmlparser2';

/** Longest value of an attribute, in characters; what follows is dropped. */
export const LONGEST_VALUE = 2_000;

/** Decodes character references (`&amp;`, `&#8217;`), which the standard reads differently where they stand differently. */
class Decoder {
  private source = '';
  private value = '';
  private readonly tokenizer = new Tokenizer({ decodeEntities: true }, this);

  decode(source: string): string {
    this.source = source;
    this.value = '';
    this.tokenizer.reset();
    this.tokenizer.write(source);
    this.tokenizer.end();
    return this.value;
  }

  ontext(start: number, end: number): void {
    this.value += this.source.slice(start, end);
  }

  ontextentity(codePoint: number): void {
    this.value += String.fromCodePoint(codePoint);
  }

  onattribdata(start: number, end: number): void {
    if (this.value.length < LONGEST_VALUE)
      this.value += this.source.slice(start, Math.min(end, start + LONGEST_VALUE));
  }

  onattribentity(codePoint: number): void {
    if (this.value.length < LONGEST_VALUE) this.value += String.fromCodePoint(codePoint);
  }

  onattribname(): void {}
  onattribend(): void {}
  onopentagname(): void {}
  onopentagend(): void {}
  onselfclosingtag(): void {}
  onclosetag(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}

const decoder = new Decoder();

/** Text between tags; what follows it, a tag or the page's end, may end its last reference. */
export function decodeText(raw: string, isLast: boolean): string {
  if (!raw.includes('&')) return raw;
  return decoder.decode(isLast ? raw : `${raw}<a>`);
}

/** What stands in a `title` or `textarea`. */
export function decodeContent(raw: string, tag: string, isLast: boolean): string {
  if (!raw.includes('&')) return raw;
  return decoder.decode(isLast ? `<${tag}>${raw}` : `<${tag}>${raw}</${tag}>`);
}

/** The value of an attribute, between such quotes or none. */
export function decodeValue(raw: string, quote: string): string {
  if (!raw.includes('&')) return raw.length > LONGEST_VALUE ? raw.slice(0, LONGEST_VALUE) : raw;
  return decoder.decode(`<a b=${quote}${raw}${quote}>`);
}
