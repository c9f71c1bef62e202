import { PageError } from '../model/errors.ts';
import type { DecodedPage, MediaType, Page } from '../model/page.ts';
import { decideEncoding } from './charset/decide.ts';
import { decodeBytes } from './charset/encodings.ts';
import { findMediaType } from './media.ts';

/** Characters looked at for what no text has. */
const LOOKED_AT = 100_000;

/**
 * Turns a page's bytes into characters and says what they rest on. What was odd but could be read is a warning.
 *
 * @throws PageError where the bytes are no text: white space alone, NUL characters, binary data.
 * @example
 * decodePage(page).charset; // 'windows-1256'
 * decodePage(page).warnings; // ['its meta says utf-8, which does not fit its bytes; read as windows-1256']
 */
export function decodePage(page: Page): DecodedPage {
  const shown = page.file ?? page.url ?? 'the page given';
  const contentType = page.headers?.['content-type'];
  const { encoding, evidence, warnings, cut } = decideEncoding(page.content, contentType, shown);
  const decoded = decodeBytes(page.content.subarray(0, page.content.length - cut), encoding);
  const mediaType = findMediaType(decoded, { contentType, file: page.file });
  const { source, warning } = dropNulls(page.content, decoded, { mediaType, shown });
  checkText(source, shown);
  return Object.freeze({
    kind: 'decodedPage',
    bytes: page.hash,
    seen: page.seen,
    ...(page.url === undefined ? {} : { url: page.url }),
    ...(page.file === undefined ? {} : { file: page.file }),
    mediaType,
    source,
    charset: encoding,
    charsetEvidence: evidence,
    warnings: Object.freeze(warning === undefined ? warnings : [...warnings, warning]),
  });
}

/** A stray NUL in HTML is a fault of whatever made the page, which browsers overlook; anything more is no text. */
function dropNulls(
  bytes: Uint8Array,
  text: string,
  { mediaType, shown }: { readonly mediaType: MediaType; readonly shown: string },
): { readonly source: string; readonly warning?: string } {
  // No encoding has NUL without a zero byte, and bytes are searched in no time.
  if (!bytes.includes(0) || !text.includes('\0')) return { source: text };
  const source = text.replaceAll('\0', '');
  const count = text.length - source.length;
  if (mediaType === 'text/html' && count <= text.length / 100) {
    return { source, warning: `${count} NUL ${count === 1 ? 'character was' : 'characters were'} left out` };
  }
  throw new PageError(
    shown,
    `holds ${count} NUL ${count === 1 ? 'byte' : 'bytes'}, which no text has`,
    'It may be damaged or no page at all: save the page again as HTML or plain text.',
  );
}

function checkText(source: string, shown: string): void {
  if (!/\S/.test(source))
    throw new PageError(shown, 'holds only white space', 'Save the page again, or leave it out.');
  const start = source.slice(0, LOOKED_AT);
  const controls = start.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u0080-\u009f\ufffd]/g)?.length ?? 0;
  if (controls > start.length / 10) {
    throw new PageError(
      shown,
      'is binary data, not a page',
      'Leave it out, or give the page as HTML or plain text.',
    );
  }
}
