import { PageError } from '../../model/errors.ts';

/** The page within a saved web archive, as its part gives it. */
export interface SavedPage {
  readonly content: Buffer;
  readonly contentType?: string;
  /** Where the browser saved it from. */
  readonly url?: string;
}

/** One part of a MIME message: headers in lower case, and its body still encoded. */
interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** A page in a saved archive stands at most this deep in multipart within multipart. */
const DEEPEST = 4;
const MOST_PARTS = 5_000;
const LONGEST_HEADERS = 64_000;

/**
 * The page in a web archive that a browser saved as one file (MHTML, RFC 2557): of its parts, the one that `start`
 * names, or the first that is HTML, or the first that is text. Pictures, styles and frames are left.
 *
 * @throws PageError where there is no page in it or its page is cut off.
 */
export function readSavedArchive(bytes: Buffer, shown: string): SavedPage {
  const whole = splitPart(bytes, 0, bytes.length);
  const url = findAddress(whole.headers.get('snapshot-content-location'));
  const part = findPagePart(whole, 0);
  if (part === undefined) {
    throw new PageError(shown, 'is a saved web archive without a page in it', 'Save the page anew, as HTML.');
  }
  const address = findAddress(part.headers.get('content-location')) ?? url;
  const contentType = part.headers.get('content-type');
  return {
    content: decodeBody(part),
    ...(contentType === undefined ? {} : { contentType: contentType.slice(0, 200) }),
    ...(address === undefined ? {} : { url: address }),
  };
}

function findAddress(value: string | undefined): string | undefined {
  return value !== undefined && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : undefined;
}

function findPagePart(part: Part, depth: number): Part | undefined {
  const type = part.headers.get('content-type') ?? 'text/plain';
  if (!/^multipart\//i.test(type))
    return /^(text\/html|application\/xhtml\+xml|text\/plain)\b/i.test(type) ? part : undefined;
  const boundary = findParameter(type, 'boundary');
  if (boundary === undefined || depth >= DEEPEST) return undefined;
  const parts = splitMultipart(part.body, boundary);
  const start = findParameter(type, 'start');
  const named =
    start === undefined ? undefined : parts.find((each) => each.headers.get('content-id') === start);
  const pages = [...(named === undefined ? [] : [named]), ...parts].map((each) =>
    findPagePart(each, depth + 1),
  );
  const found = pages.filter((each) => each !== undefined);
  return found.find((each) => /html/i.test(each.headers.get('content-type') ?? '')) ?? found[0];
}

/** A parameter of a header's value: `boundary="----Part"` gives `----Part`. */
function findParameter(value: string, name: string): string | undefined {
  const found = new RegExp(
    `;\\s{0,20}${name}\\s{0,5}=\\s{0,5}(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`,
    'i',
  ).exec(value.slice(0, 4000));
  return found?.[1] ?? found?.[2];
}

function splitMultipart(body: Buffer, boundary: string): readonly Part[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const parts: Part[] = [];
  let at = findLineStart(body, mark, 0);
  while (at >= 0 && parts.length < MOST_PARTS) {
    const from = at + mark.length;
    if (body.toString('latin1', from, from + 2) === '--') break;
    const next = findLineStart(body, mark, from);
    // The line break before a boundary belongs to the boundary, not to the part.
    let to = next < 0 ? body.length : next;
    if (next >= 0 && body[to - 1] === 0x0a) to -= body[to - 2] === 0x0d ? 2 : 1;
    const line = body.indexOf(0x0a, from);
    if (line >= 0 && line < to) parts.push(splitPart(body, line + 1, to));
    at = next;
  }
  return parts;
}

function findLineStart(body: Buffer, mark: Buffer, from: number): number {
  let at = body.indexOf(mark, from);
  while (at > 0 && body[at - 1] !== 0x0a) at = body.indexOf(mark, at + 1);
  return at;
}

function splitPart(bytes: Buffer, from: number, to: number): Part {
  const head = bytes.toString('latin1', from, Math.min(to, from + LONGEST_HEADERS));
  const end = /\r?\n\r?\n/.exec(head);
  const lines = head
    .slice(0, end?.index ?? 0)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0 && !headers.has(line.slice(0, colon).toLowerCase())) {
      headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
    }
  }
  return { headers, body: bytes.subarray(end === null ? to : from + end.index + end[0].length, to) };
}

function decodeBody({ headers, body }: Part): Buffer {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(body) : body;
}

/** Quoted-printable as RFC 2045 has it; a malformed escape stands for itself. */
function decodeQuotedPrintable(body: Buffer): Buffer {
  const decoded = Buffer.alloc(body.length);
  let size = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at]!;
    if (byte !== 0x3d) {
      decoded[size++] = byte;
      continue;
    }
    const next = body.toString('latin1', at + 1, at + 3);
    if (/^[0-9a-f]{2}$/i.test(next)) {
      decoded[size++] = Number.parseInt(next, 16);
      at += 2;
    } else if (next === '\r\n') at += 2;
    else if (next.startsWith('\n')) at += 1;
    else decoded[size++] = byte;
  }
  return decoded.subarray(0, size);
}
