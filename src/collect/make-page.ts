import { createHash } from 'node:crypto';
import type { Hash, Page } from '../model/page.ts';

/** The hash under which bytes are kept. */
export function hashBytes(content: Uint8Array): Hash {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/**
 * The Page of these bytes. Where no address is given and a browser noted in the file where it was saved from,
 * that is the address.
 *
 * @example
 * makePage(bytes, { seen: '2026-11-22T10:00:00Z', file: 'report.html' }).hash; // 'sha256:…'
 */
export function makePage(
  content: Uint8Array,
  origin: {
    readonly seen: string;
    readonly url?: string;
    readonly file?: string;
    readonly headers?: Page['headers'];
  },
): Page {
  const url = origin.url ?? findSavedFrom(content);
  return Object.freeze({
    kind: 'page',
    hash: hashBytes(content),
    content,
    seen: origin.seen,
    ...(url === undefined ? {} : { url }),
    ...(origin.file === undefined ? {} : { file: origin.file }),
    ...(origin.headers === undefined ? {} : { headers: origin.headers }),
  });
}

/**
 * The address in the comment that browsers and the SingleFile extension write at the top of a saved page:
 * `<!-- saved from url=(0031)https://example.org/report.html -->`, `Page saved with SingleFile url: https://…`.
 */
export function findSavedFrom(content: Uint8Array): string | undefined {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, 2048)).toString(
    'latin1',
  );
  const comment = head.indexOf('<!--');
  if (comment < 0) return undefined;
  const found =
    /saved from url=\(\d{4}\)(https?:\/\/[^\s"'<>]{1,1500})/i.exec(head.slice(comment)) ??
    /Page saved with SingleFile\s{1,8}url:\s{0,8}(https?:\/\/[^\s"'<>]{1,1500})/.exec(head.slice(comment));
  return found?.[1] !== undefined && URL.canParse(found[1]) ? found[1] : undefined;
}
