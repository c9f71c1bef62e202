import { describe, expect, test } from 'vitest';
import { encodeAs } from '../../test/support/encode.ts';
import { decodePage } from './decode.ts';
import { makePage } from './make-page.ts';

const RUSSIAN =
  'Губернатор во вторник объявил, что мост будет закрыт для движения. Инженеры нашли трещины у опоры.';
const FRENCH =
  'Le préfet a annoncé mardi que le pont serait fermé ; les ingénieurs redoutent un effondrement près de l’île.';
const ARABIC = 'أعلن المحافظ يوم الثلاثاء أن الجسر سيغلق أمام حركة المرور وعثر المهندسون على شقوق';
const JAPANESE = '知事は火曜日、橋を通行止めにすると発表した。技術者はひび割れを見つけた。';

function decode(content: Uint8Array | string, more: { contentType?: string; file?: string } = {}) {
  return decodePage(
    makePage(Buffer.from(content as string), {
      seen: '2026-11-22T10:00:00Z',
      file: more.file ?? 'page.html',
      ...(more.contentType === undefined ? {} : { headers: { 'content-type': more.contentType } }),
    }),
  );
}

function html(text: string, charset?: string): string {
  const meta =
    charset === undefined ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`;
  return `<!DOCTYPE html><html><head>${meta}<title>x</title></head><body><p>${text}</p></body></html>`;
}

describe('what is declared and fits is believed', () => {
  test.each([
    ['windows-1251', RUSSIAN, 'windows-1251'],
    ['koi8-r', RUSSIAN, 'koi8-r'],
    ['ISO-8859-1', FRENCH, 'windows-1252'],
    ['windows-1256', ARABIC, 'windows-1256'],
    ['Shift_JIS', JAPANESE, 'shift_jis'],
    ['x-sjis', JAPANESE, 'shift_jis'],
  ])('meta %s', (label, text, charset) => {
    const page = decode(encodeAs(html(text, label), charset));
    expect(page).toMatchObject({ charset, charsetEvidence: 'meta', warnings: [], mediaType: 'text/html' });
    expect(page.source).toContain(text);
  });

  test('header goes before meta', () => {
    const page = decode(encodeAs(html(RUSSIAN), 'koi8-r'), { contentType: 'text/html; charset="KOI8-R"' });
    expect(page).toMatchObject({ charset: 'koi8-r', charsetEvidence: 'header' });
  });

  test('XML declaration', () => {
    const page = decode(
      encodeAs(`<?xml version="1.0" encoding="iso-8859-5"?>${html(RUSSIAN)}`, 'iso-8859-5'),
    );
    expect(page).toMatchObject({ charset: 'iso-8859-5', charsetEvidence: 'XML declaration' });
  });

  test('a declaration after long scripts, and one in a comment not', () => {
    const late = `<html><!-- <meta charset="koi8-r"> --><script>${'x'.repeat(3000)}</script><meta charset=windows-1251><p>${RUSSIAN}`;
    expect(decode(encodeAs(late, 'windows-1251'))).toMatchObject({
      charset: 'windows-1251',
      charsetEvidence: 'meta',
    });
  });

  test('Japanese in seven bits', () => {
    const page = decode(Buffer.concat([Buffer.from(html('', 'iso-2022-jp')), Buffer.from('\x1b$B66\x1b(B')]));
    expect(page.charset).toBe('iso-2022-jp');
    expect(page.source).toContain('橋');
  });
});

describe('what is declared and does not fit is overruled with a warning', () => {
  test('says UTF-8, is windows-1252', () => {
    const page = decode(encodeAs(html(FRENCH, 'utf-8'), 'windows-1252'));
    expect(page).toMatchObject({ charset: 'windows-1252', charsetEvidence: 'statistics' });
    expect(page.source).toContain(FRENCH);
    expect(page.warnings).toEqual([
      'its meta says utf-8, which does not fit its bytes; read as windows-1252',
    ]);
  });

  test.each(['iso-8859-1', 'windows-1251', 'shift_jis'])('says %s, is UTF-8', (label) => {
    const page = decode(html(`${FRENCH} ${RUSSIAN}`, label));
    expect(page).toMatchObject({ charset: 'utf-8', charsetEvidence: 'valid UTF-8' });
    expect(page.source).toContain(RUSSIAN);
    expect(page.warnings[0]).toContain(`says ${label}`);
  });

  test('says ISO-8859-1, is windows-1251', () => {
    const page = decode(encodeAs(html(RUSSIAN, 'iso-8859-1'), 'windows-1251'));
    expect(page.source).toContain(RUSSIAN);
    expect(page.warnings).toHaveLength(1);
  });

  test('says windows-1252, is windows-1256', () => {
    expect(decode(encodeAs(html(ARABIC, 'windows-1252'), 'windows-1256')).source).toContain(ARABIC);
  });

  test('the header is wrong and the meta right', () => {
    const page = decode(encodeAs(html(FRENCH, 'windows-1252'), 'windows-1252'), {
      contentType: 'text/html; charset=utf-8',
    });
    expect(page).toMatchObject({ charset: 'windows-1252', charsetEvidence: 'meta' });
    expect(page.warnings[0]).toContain('its header says utf-8');
  });

  test('a label that is none is passed over', () => {
    expect(decode(html(FRENCH, 'klingon-8'))).toMatchObject({ charset: 'utf-8', warnings: [] });
  });
});

describe('UTF-8', () => {
  test('undeclared', () => {
    expect(decode(html(ARABIC))).toMatchObject({
      charset: 'utf-8',
      charsetEvidence: 'valid UTF-8',
      warnings: [],
    });
  });

  test('one character is enough', () => {
    expect(decode('Le café.', { file: 'a.txt' })).toMatchObject({ charset: 'utf-8', source: 'Le café.' });
    expect(decode(encodeAs('Le café.', 'windows-1252'), { file: 'a.txt' })).toMatchObject({
      charset: 'windows-1252',
      source: 'Le café.',
    });
    expect(decode(encodeAs('Le café', 'windows-1252'), { file: 'a.txt' }).source).toBe('Le café');
  });

  test('cut off within a character: the rest is read', () => {
    const bytes = Buffer.from(`${RUSSIAN} мост`);
    for (const less of [1]) {
      const page = decode(bytes.subarray(0, bytes.length - less), { file: 'a.txt' });
      expect(page.source).toBe(`${RUSSIAN} мос`);
      expect(page.warnings).toEqual(['it ends in the middle of a character; what comes before was read']);
    }
    const wide = Buffer.from(`${JAPANESE}橋`);
    expect(decode(wide.subarray(0, wide.length - 2), { file: 'a.txt' }).source).toBe(JAPANESE);
    expect(decode(wide, { file: 'a.txt' }).warnings).toEqual([]);
  });

  test('a few wrong bytes are replaced and counted', () => {
    const page = decode(Buffer.concat([Buffer.from(html(RUSSIAN, 'utf-8')), Buffer.from([0xe9, 0x20])]));
    expect(page.charset).toBe('utf-8');
    expect(page.warnings).toEqual(['1 byte is no UTF-8 and became \ufffd']);
  });

  test('byte order mark', () => {
    const page = decode(`\ufeff${html(FRENCH, 'iso-8859-1')}`);
    expect(page).toMatchObject({ charset: 'utf-8', charsetEvidence: 'byte order mark' });
    expect(page.source.startsWith('<!DOCTYPE')).toBe(true);
  });
});

describe('UTF-16', () => {
  const swap = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
  test.each([
    ['little, marked', Buffer.from(`\ufeff${html(ARABIC)}`, 'utf16le'), 'utf-16le', 'byte order mark'],
    ['big, marked', swap(`\ufeff${html(ARABIC)}`), 'utf-16be', 'byte order mark'],
    ['little, unmarked', Buffer.from(html(ARABIC), 'utf16le'), 'utf-16le', 'statistics'],
    ['big, unmarked', swap(html(FRENCH, 'utf-16')), 'utf-16be', 'statistics'],
    ['little, plain Russian', Buffer.from(RUSSIAN, 'utf16le'), 'utf-16le', 'statistics'],
  ])('%s', (_, bytes, charset, charsetEvidence) => {
    const page = decode(bytes);
    expect(page).toMatchObject({ charset, charsetEvidence, warnings: [] });
    expect(page.source).not.toMatch(/[\ufeff\0\ufffd]/);
  });

  test('UTF-16 in a meta element that could be read is UTF-8', () => {
    expect(decode(html(FRENCH, 'utf-16'))).toMatchObject({
      charset: 'utf-8',
      charsetEvidence: 'meta',
      warnings: [],
    });
  });
});

describe('what is no page', () => {
  test.each([
    ['white space', ' \n\t \r\n', /^page\.html: holds only white space\. Save/],
    ['a byte order mark alone', '\ufeff', /holds only white space/],
    ['NUL in text', 'abc\0def ghi', /holds 1 NUL byte, which no text has/],
    [
      'noise',
      Buffer.from(Array.from({ length: 4000 }, (_, i) => ((i * 7919 + 13) % 255) + 1)),
      /is binary data|NUL/,
    ],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), /is in UTF-32/],
  ])('%s', (_, content, message) => {
    expect(() => decode(content)).toThrow(message);
  });

  test('a stray NUL in a page is left out and told', () => {
    const page = decode(`${html(`${FRENCH}${FRENCH}`)}\0`);
    expect(page.source).not.toContain('\0');
    expect(page.warnings).toEqual(['1 NUL character was left out']);
  });
});

describe('HTML or text', () => {
  test.each([
    ['text named .html without a tag', 'The ferry was held.', 'a.html', undefined, 'text/plain'],
    ['HTML named .txt', html('x'), 'a.txt', undefined, 'text/html'],
    ['HTML that a server calls text', html('x'), undefined, 'text/plain', 'text/html'],
    ['text with a tag in it', 'Use <p> to start a paragraph.', 'a.txt', undefined, 'text/plain'],
    ['a fragment', '<p>One.</p><p>Two.</p>', '-', undefined, 'text/html'],
    ['a comment, then HTML', '<!-- x -->\n<!-- y --><html><p>a', '-', undefined, 'text/html'],
    ['a server calls it HTML', 'The ferry was held.', undefined, 'text/html', 'text/html'],
    ['mathematics', 'a < b and c > d, if <x> is y', 'a.txt', undefined, 'text/plain'],
  ])('%s', (_, content, file, contentType, mediaType) => {
    const page = decode(content, {
      ...(file === undefined ? {} : { file }),
      ...(contentType === undefined ? {} : { contentType }),
    });
    expect(page.mediaType).toBe(mediaType);
  });
});
