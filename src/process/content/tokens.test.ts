import { Tokenizer } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { findKeptAttribute } from './markupnames.ts';
import { type Attributes, tokenize } from './tokens.ts';

/** What is told of a page, one line each; texts that follow each other are one. */
class Log {
  readonly lines: string[] = [];
  private readonly foreign: string[] = [];

  onText(text: string): void {
    const last = this.lines.length - 1;
    if (this.lines[last]?.startsWith('text ')) this.lines[last] += text;
    else if (text !== '') this.lines.push(`text ${text}`);
  }

  onOpen(tag: string, attributes: Attributes | undefined, hasSlash: boolean): void {
    if ((tag === 'svg' || tag === 'math') && !hasSlash) this.foreign.push(tag);
    this.lines.push(`open ${tag} ${JSON.stringify(attributes ?? {})} ${hasSlash}`);
  }

  onClose(tag: string): void {
    if (tag === this.foreign.at(-1)) this.foreign.pop();
    this.lines.push(`close ${tag}`);
  }

  isInForeignContext(): boolean {
    return this.foreign.length > 0;
  }

  isFull(): boolean {
    return false;
  }
}

/** The same page as htmlparser2's Tokenizer tells it. */
function tokenizeSlowly(source: string, log: Log): void {
  let tag = '';
  let attributes: Record<string, string> = {};
  let name = '';
  let value = '';
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => log.onText(source.slice(start, end)),
      ontextentity: (code) => log.onText(String.fromCodePoint(code)),
      onopentagname: (start, end) => {
        tag = source.slice(start, end).toLowerCase();
        attributes = {};
      },
      onattribname: (start, end) => {
        name = findKeptAttribute(source, start, end) ?? '';
        value = '';
      },
      onattribdata: (start, end) => {
        value += source.slice(start, end);
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code);
      },
      onattribend: () => {
        if (name !== '') attributes[name] ??= value;
      },
      onopentagend: () => log.onOpen(tag, attributes, false),
      onselfclosingtag: () => log.onOpen(tag, attributes, true),
      onclosetag: (start, end) => log.onClose(source.slice(start, end).toLowerCase()),
      oncdata: (start, end) => (log.isInForeignContext() ? log.onText(source.slice(start, end)) : undefined),
      isInForeignContext: () => log.isInForeignContext(),
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}

function list(read: (source: string, log: Log) => void, source: string): readonly string[] {
  const log = new Log();
  read(source, log);
  return log.lines;
}

const PIECES = [
  '<', '</', '>', '/', '/>', '<!', '<!--', '-->', '--!>', '-', '!', '<![CDATA[', ']]>', ']', '<?', '=', '"', "'", ' ', '\n', '\f', '\0',
  '&', '&amp;', '&amp', '&copy', '&copy=', '&#65;', '&#x41', '&notit;', 'a', 'x y', 'é', '😀', '\u212a', 'class', 'CLASS', 'href=x&y', 'title="a&amp;b"', 'data-x=1', "id='c",
  'script', '<SCRIPT', '</script', '</SCRIPT >', '<style>', '</style>', '<title>', '</title', '<Textarea>', '</textarea>', '<plaintext>', '<xmp', '<noembed', '<noframes', '<iframe>',
  '<svg>', '</svg>', '<math/>', '<p>', '</p>', '<div class="a b">', '<br/', '<image>', '<!doctype', '<a href=x>',
]; // biome-ignore format: a table

/** Repeatable random numbers below a bound (a linear congruential generator). */
function makeDice(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

describe('tokenize', () => {
  it.each([
    '<p class="lead big" id=x>One &amp; two<br/>three</p>',
    '<title>A &lt;b&gt; <b> &amp</title><textarea>x</title></textarea>',
    '<script>if (a < b) "</scr" + "ipt>";</script >after',
    '<!-- a -- b --!>x<!-->y<!--->z<!doctype html><![CDATA[q]]><svg><![CDATA[q]]></svg>',
    'a < b &copy <3 </ x></>c',
    '<a href="?a=1&copy=2&amp;b" title=\'"\' href=again>',
    'cut off &am',
    'cut off <scr',
    'cut off </p ',
    'cut off <br /',
  ])('reads %s as htmlparser2 does', (source) =>
    expect(list(tokenize, source)).toEqual(list(tokenizeSlowly, source)),
  );

  it('reads any mixture of pieces of markup as htmlparser2 does', () => {
    const roll = makeDice(7);
    for (let run = 0; run < 20_000; run++) {
      const source = Array.from({ length: 1 + roll(14) }, () => PIECES[roll(PIECES.length)]).join('');
      expect({ source, lines: list(tokenize, source) }).toEqual({
        source,
        lines: list(tokenizeSlowly, source),
      });
    }
  });

  it('tells no more to who is full', () => {
    const log = new Log();
    tokenize('<p>One<p>Two', Object.assign(log, { isFull: () => log.lines.length >= 2 }));
    expect(log.lines).toEqual(['open p {} false', 'text One']);
  });
});
