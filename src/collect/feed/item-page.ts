import { PageError } from '../../model/errors.ts';
import type { Page } from '../../model/page.ts';
import type { Answer } from '../fetch/client.ts';
import { makePage } from '../make-page.ts';
import { makeShownName } from '../names.ts';
import { SNIFF_BYTES, sniff } from '../sniff.ts';

/**
 * The Page of what an item's address gave.
 *
 * @throws PageError where it is no page: an archive or a picture that a feed links to is not opened.
 */
export function makeItemPage({ content, url, seen, headers }: Answer): Page {
  const { pathname } = new URL(url);
  const sniffed = sniff(Buffer.from(content.subarray(0, SNIFF_BYTES)), pathname);
  if (sniffed.form === 'page') return makePage(content, { seen, url, headers });
  const what = sniffed.form === 'other' ? sniffed.what : FORMS[sniffed.form];
  throw new PageError(makeShownName(url), `is ${what}, not a page`, 'Nothing is to be done: it is left out.');
}

/** The Page of an item that its feed holds whole, as a JSON object. */
export function makeRecordPage(
  record: string,
  origin: { readonly url: string; readonly seen: string },
): Page {
  return makePage(Buffer.from(record), { ...origin, headers: JSON_HEADERS });
}

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

const FORMS = {
  empty: 'empty',
  gzip: 'a gzip archive',
  zip: 'a zip archive',
  tar: 'a tar archive',
  savedArchive: 'a saved web archive',
  warc: 'a web archive (WARC)',
  articles: 'JSON data',
} as const;

/**
 * Why a page is not the one that an item names, going by where its address led: many publishers send readers of articles that
 * are gone to their front page. Undefined where nothing speaks against it.
 */
export function findDetour(item: string, landed: string): PageError | undefined {
  const [from, to] = [new URL(item), new URL(landed)];
  if (from.pathname === '/' || to.pathname !== '/' || to.search !== '') return undefined;
  return new PageError(
    makeShownName(item),
    `leads to the front page of ${makeShownName(to.host)}`,
    'The article is gone; nothing is to be done.',
  );
}
