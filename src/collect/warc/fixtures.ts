/** One record of a web archive as it stands there. */
export interface MadeRecord {
  readonly type?: string;
  readonly url?: string;
  readonly date?: string;
  readonly contentType?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly block: string | Uint8Array;
}

/** Writes a record as crawlers do. */
export function makeRecord({
  type = 'response',
  url = 'https://news.example/a',
  date = '2020-12-11T10:00:00Z',
  contentType = 'application/http; msgtype=response',
  more = {},
  block,
}: MadeRecord): Buffer {
  const content = Buffer.from(block as Uint8Array);
  const fields = {
    'WARC-Type': type,
    'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000000>',
    'WARC-Target-URI': url,
    'WARC-Date': date,
    'Content-Type': contentType,
    'Content-Length': String(content.length),
    ...more,
  };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${head.join('')}\r\n`), content, Buffer.from('\r\n\r\n')]);
}

/** An answer of a web server. */
export function makeAnswer(
  body: string | Uint8Array,
  {
    status = '200 OK',
    headers = {},
  }: { readonly status?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Buffer {
  const all = { 'Content-Type': 'text/html; charset=utf-8', ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\n${head.join('')}\r\n`),
    Buffer.from(body as Uint8Array),
  ]);
}
