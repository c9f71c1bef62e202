import { findArticles } from './json/articles.ts';
import type { RecordPlace } from './json/records.ts';
import { findEnding } from './names.ts';

/** What bytes are, going by the bytes: containers that are opened, pages, and what is neither. */
export type Sniffed =
  | { readonly form: 'empty' | 'gzip' | 'zip' | 'tar' | 'savedArchive' }
  | { readonly form: 'warc' }
  /** JSON with articles in it, and where they stand. */
  | { readonly form: 'articles'; readonly place: RecordPlace }
  /** `isHtml` where it begins like HTML, whatever its name. */
  | { readonly form: 'page'; readonly isHtml?: true }
  /** `what` completes "is …": `a PNG image`. `mayHoldPages`: an archive of a kind that is not opened. */
  | { readonly form: 'other'; readonly what: string; readonly mayHoldPages?: true };

/** How many of the first bytes `sniff` looks at. */
export const SNIFF_BYTES = 4096;

/**
 * Tells what bytes are from their beginning, never from the name alone: a picture called `report.html` is a picture.
 * The name only helps where the bytes are text that could be several things.
 *
 * @param head The first `SNIFF_BYTES` bytes, or all of a shorter file.
 * @example
 * sniff(Buffer.from('%PDF-1.7 …'), 'report.html'); // { form: 'other', what: 'a PDF document' }
 */
export function sniff(head: Buffer, name: string): Sniffed {
  if (head.length === 0) return { form: 'empty' };
  if (head[0] === 0x1f && head[1] === 0x8b) return { form: 'gzip' };
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06'))
    return sniffZip(head, findEnding(name));
  if (isTarHeader(head)) return { form: 'tar' };
  if (/^WARC\/1\.\d\r?\n/.test(head.toString('latin1', 0, 16))) return { form: 'warc' };
  if (startsWith(head, 'RIFF') && RIFF_KINDS.has(head.toString('latin1', 8, 12))) {
    return { form: 'other', what: RIFF_KINDS.get(head.toString('latin1', 8, 12))! };
  }
  const signature = SIGNATURES.find(([magic, , offset]) => startsWith(head, magic, offset ?? 0));
  if (signature !== undefined) return makeOther(signature[1]);
  const text = head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  if (isSavedArchive(text)) return { form: 'savedArchive' };
  const place = /^\s{0,200}[[{]/.test(text) ? findArticles(text, findEnding(name)) : undefined;
  if (place !== undefined) return { form: 'articles', place };
  const data = findTextFormat(text, findEnding(name));
  if (data !== undefined) return { form: 'other', what: data };
  return HTML_START.test(text) ? { form: 'page', isHtml: true } : { form: 'page' };
}

const HTML_START =
  /^\s{0,200}(<!--[^<>]{0,500}-->\s{0,200}){0,3}<(!doctype\s{1,20}html|html|head|body|article)[\s>]/i;

function makeOther(what: string): Sniffed {
  return / archive\b/.test(what) ? { form: 'other', what, mayHoldPages: true } : { form: 'other', what };
}

function startsWith(head: Buffer, magic: string, offset = 0): boolean {
  return head.toString('latin1', offset, offset + magic.length) === magic;
}

/** Office documents and e-books are zip files too; their first member gives them away. */
function sniffZip(head: Buffer, ending: string): Sniffed {
  const start = head.toString('latin1');
  if (start.includes('[Content_Types].xml') || /^\.(docx|xlsx|pptx)$/.test(ending))
    return { form: 'other', what: 'an Office document' };
  if (start.includes('mimetypeapplication/epub+zip')) return { form: 'other', what: 'an e-book (EPUB)' };
  if (start.includes('mimetypeapplication/vnd.oasis')) return { form: 'other', what: 'an OpenDocument file' };
  if (start.includes('META-INF/MANIFEST.MF')) return { form: 'other', what: 'a Java archive' };
  return { form: 'zip' };
}

/** A tar header carries the sum of its own bytes; old archives have no other mark. */
export function isTarHeader(head: Buffer): boolean {
  if (head.length < 512) return false;
  const stored = Number.parseInt(
    head
      .toString('latin1', 148, 156)
      .replace(/[\0 ]+$/, '')
      .trim(),
    8,
  );
  if (!(stored > 0)) return false;
  let sum = 0;
  for (let i = 0; i < 512; i += 1) sum += i >= 148 && i < 156 ? 0x20 : head[i]!;
  return sum === stored;
}

/** A page saved as one file (MHTML): mail headers, then parts. */
function isSavedArchive(text: string): boolean {
  const start = text.slice(0, 2048);
  if (!/^[A-Za-z][A-Za-z-]{1,40}:[ \t]/.test(start)) return false;
  return /^MIME-Version:/im.test(start) && /^Content-Type:\s{0,20}(multipart\/|text\/html)/im.test(start);
}

/** Text that is data or code and no page. */
function findTextFormat(text: string, ending: string): string | undefined {
  const start = text.trimStart().slice(0, 2048);
  if (
    start.startsWith('<?xml') ||
    start.startsWith('<rss') ||
    start.startsWith('<feed') ||
    start.startsWith('<svg')
  ) {
    const element =
      /<(rss|feed|rdf:RDF|svg|urlset|sitemapindex|opml|html|plist|[A-Za-z][\w.-]{0,40}:?[\w.-]{0,40})[\s>/]/.exec(
        start,
      )?.[1];
    if (element !== undefined && element !== 'html')
      return XML_KINDS.get(element) ?? xmlWithoutHtml(start, ending);
  }
  if (/^[[{]/.test(start) && /^(\.json|\.jsonl|\.ndjson|\.geojson|\.map)$/.test(ending)) return 'JSON data';
  if (ending === '.json' && !HTML_START.test(start)) return 'JSON data';
  if (/^\{\s{0,20}"[^"\n]{1,80}"\s{0,20}:/.test(start)) return 'JSON data';
  const code = CODE_ENDINGS.get(ending);
  return code !== undefined && !/<(!doctype\s+html|html|body|p)[\s>]/i.test(start) ? code : undefined;
}

function xmlWithoutHtml(start: string, ending: string): string | undefined {
  return ending === '.xml' || ending === '.rdf' || !/<html[\s>]/i.test(start) ? 'XML data' : undefined;
}

const XML_KINDS: ReadonlyMap<string, string> = new Map([
  ['rss', 'a feed (RSS)'],
  ['feed', 'a feed (Atom)'],
  ['rdf:RDF', 'a feed (RDF)'],
  ['svg', 'an SVG image'],
  ['urlset', 'a sitemap'],
  ['sitemapindex', 'a sitemap'],
  ['opml', 'a list of feeds (OPML)'],
  ['plist', 'a property list'],
]);

const CODE_ENDINGS: ReadonlyMap<string, string> = new Map([
  ['.css', 'a style sheet'],
  ['.js', 'a script'],
  ['.mjs', 'a script'],
  ['.cjs', 'a script'],
  ['.ts', 'a program'],
  ['.jsx', 'a script'],
  ['.tsx', 'a program'],
  ['.py', 'a program'],
  ['.rb', 'a program'],
  ['.sh', 'a program'],
  ['.scss', 'a style sheet'],
  ['.yaml', 'settings (YAML)'],
  ['.yml', 'settings (YAML)'],
  ['.toml', 'settings (TOML)'],
  ['.csv', 'a table (CSV)'],
  ['.tsv', 'a table (TSV)'],
  ['.ics', 'a calendar'],
  ['.vcf', 'an address card'],
]);

const RIFF_KINDS: ReadonlyMap<string, string> = new Map([
  ['WEBP', 'a WebP image'],
  ['WAVE', 'a sound file (WAV)'],
  ['AVI ', 'a video (AVI)'],
]);

/** First bytes, what they mean, and where they stand if not at the start. */
const SIGNATURES: readonly (readonly [magic: string, what: string, offset?: number])[] = [
  ['\x89PNG\r\n\x1a\n', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF87a', 'a GIF image'],
  ['GIF89a', 'a GIF image'],
  ['ftypavif', 'an AVIF image', 4],
  ['ftypheic', 'a HEIC image', 4],
  ['ftypmif1', 'a HEIF image', 4],
  ['ftyp', 'a video (MP4)', 4],
  ['II*\0', 'a TIFF image'],
  ['MM\0*', 'a TIFF image'],
  ['\0\0\x01\0', 'an icon'],
  ['8BPS\0', 'a Photoshop image'],
  ['%PDF-', 'a PDF document'],
  ['%!PS', 'a PostScript document'],
  ['{\\rtf', 'a rich text document (RTF)'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Office document'],
  ['bplist00', 'a Safari web archive'],
  ['1AY&SY', 'a bzip2 archive', 4],
  ['\xfd7zXZ\0', 'an xz archive'],
  ['\x28\xb5\x2f\xfd', 'a Zstandard archive'],
  ["7z\xbc\xaf'\x1c", 'a 7-Zip archive'],
  ['Rar!\x1a\x07', 'a RAR archive'],
  ['\x7fELF', 'a program'],
  ['\xcf\xfa\xed\xfe', 'a program'],
  ['\xca\xfe\xba\xbe', 'a program'],
  ['\0asm', 'a program (WebAssembly)'],
  ['SQLite format 3\0', 'an SQLite database'],
  ['PAR1\x15', 'a Parquet table'],
  ['ID3\x02', 'a sound file (MP3)'],
  ['ID3\x03', 'a sound file (MP3)'],
  ['ID3\x04', 'a sound file (MP3)'],
  ['\xff\xfb', 'a sound file (MP3)'],
  ['\xff\xf1', 'a sound file (AAC)'],
  ['\0\0\x01\xba', 'a video (MPEG)'],
  ['FLV\x01', 'a video (FLV)'],
  ['OggS\0', 'a sound file (Ogg)'],
  ['fLaC\0', 'a sound file (FLAC)'],
  ['\x1aE\xdf\xa3', 'a video (Matroska or WebM)'],
  ['wOFF', 'a font'],
  ['wOF2', 'a font'],
  ['OTTO\0', 'a font'],
  ['ttcf\0', 'a font'],
  ['\0\x01\0\0\0', 'a font'],
];
