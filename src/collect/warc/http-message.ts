import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** An answer of a web server as a crawler kept it. */
export interface HttpMessage {
  readonly status: number;
  /** Names in lower case; of a header that is there twice, the first. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it went over the wire. */
  readonly body: Buffer;
}

const LONGEST_HEAD = 128_000;
/** Headers of a page that reading asks for. */
const KEPT = ['content-type', 'last-modified', 'date', 'content-language'];

/** Takes an answer apart (RFC 9112); undefined where it is none. */
export function parseHttpMessage(bytes: Buffer): HttpMessage | undefined {
  const head = bytes.toString('latin1', 0, Math.min(bytes.length, LONGEST_HEAD));
  const end = /\r?\n\r?\n/.exec(head);
  const [first = '', ...lines] = head.slice(0, end?.index).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/.exec(first)?.[1];
  if (status === undefined) return undefined;
  const headers = Object.create(null) as Record<string, string>;
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && headers[name] === undefined) headers[name] = line.slice(colon + 1).trim();
  }
  const from = end === null ? bytes.length : end.index + end[0].length;
  return { status: Number(status), headers, body: bytes.subarray(from) };
}

/** The headers of an answer that are worth keeping with its page. */
export function keepHeaders({ headers }: HttpMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    KEPT.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name].slice(0, 500)]])),
  );
}

/**
 * The body as the server meant it: out of its chunks and decompressed. Crawlers that unpacked it already have left the headers as they
 * were, so both are done only where the bytes bear them out.
 *
 * @param most Bytes that it may have; more throw a RangeError, as `node:zlib` does.
 * @throws Error where its compressed data are damaged or of a kind that is not known here.
 */
export function decodeBody({ headers, body }: HttpMessage, most: number): Buffer {
  const whole = /\bchunked\b/i.test(headers['transfer-encoding'] ?? '') ? joinChunks(body) : body;
  const given = { maxOutputLength: most };
  switch (headers['content-encoding']?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return whole[0] === 0x1f && whole[1] === 0x8b ? gunzipSync(whole, given) : whole;
    case 'deflate':
      return looksLikeText(whole) ? whole : inflateEither(whole, given);
    case 'br':
      return looksLikeText(whole) ? whole : brotliDecompressSync(whole, given);
    case 'zstd':
      if (looksLikeText(whole)) return whole;
      throw new Error('compressed with zstd');
    default:
      return whole;
  }
}

/** Servers call both forms "deflate". */
function inflateEither(bytes: Buffer, given: { readonly maxOutputLength: number }): Buffer {
  return (bytes[0]! & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0
    ? inflateSync(bytes, given)
    : inflateRawSync(bytes, given);
}

function looksLikeText(bytes: Buffer): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s{0,200}</.test(bytes.toString('latin1', 0, 256));
}

/** The content of chunks; the bytes as they are where they do not begin as chunks do. What is cut off ends there. */
function joinChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const line = /^([0-9a-f]{1,8})[ \t]{0,8}(?:;[^\r\n]{0,500})?\r?\n/i.exec(
      body.toString('latin1', at, at + 600),
    );
    if (line === null) return parts.length === 0 ? body : Buffer.concat(parts);
    const size = Number.parseInt(line[1]!, 16);
    if (size === 0) return Buffer.concat(parts);
    at += line[0].length;
    parts.push(body.subarray(at, at + size));
    at += size;
    if (body[at] === 0x0d) at += 1;
    if (body[at] === 0x0a) at += 1;
  }
}
