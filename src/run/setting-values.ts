/* What a setting may be: each reads one value, and gives undefined where it does not fit. */

export function parseText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 4096 ? value : undefined;
}

/** A mail address or one of a page: it is sent as it stands to every site, so that nothing else fits. */
export function parseContact(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 200) return undefined;
  const isMail = /^[\w.+-]{1,64}@[A-Za-z0-9.-]{1,120}\.[A-Za-z]{2,24}$/.test(value);
  return isMail || (/^https?:\/\/[\w.~:/?#@!$&*+,=%-]{3,190}$/.test(value) && URL.canParse(value))
    ? value
    : undefined;
}

/** A password as it is: spaces belong to it. */
export function parsePassword(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 4096 ? value : undefined;
}

/** A plain decimal number; no `1e3`, `0x10` or empty text, which JavaScript takes for numbers. */
function parseNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && /^\d{1,9}(\.\d{1,9})?$/.test(value) ? Number(value) : undefined;
}

export function parsePort(value: unknown): number | undefined {
  const port = parseNumber(value);
  return port !== undefined && Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : undefined;
}

export function parseMegabytes(value: unknown): number | undefined {
  const megabytes = parseNumber(value);
  return megabytes !== undefined && megabytes > 0 && megabytes <= 200 ? megabytes : undefined;
}

export function parseTruth(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  if (/^(1|true|yes|on)$/i.test(value)) return true;
  return /^(0|false|no|off)$/i.test(value) ? false : undefined;
}

/** In the file a list, too: `["score"]`. */
export function parsePublic(value: unknown): string | undefined {
  const [first = 'none', ...others] = Array.isArray(value) ? value : [value];
  return others.length === 0 && (first === 'none' || first === 'score') ? first : undefined;
}

/** One of these words. */
export function makeParseChoice(words: readonly string[]): (value: unknown) => string | undefined {
  return (value) => words.find((each) => each === value);
}

export function parseAddress(value: unknown): string | undefined {
  const text = parseText(value);
  return text !== undefined && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    ? text
    : undefined;
}

/** The token becomes a part of an address, so nothing else fits. */
export function parseToken(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{1,20}:[\w-]{1,200}$/.test(value) ? value : undefined;
}

export function parseChat(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^(-?\d{1,20}|@\w{1,64})$/.test(text) ? text : undefined;
}

export function makeParseWhole(least: number, most: number): (value: unknown) => number | undefined {
  return (value) => {
    const number = parseNumber(value);
    return number !== undefined && Number.isInteger(number) && number >= least && number <= most
      ? number
      : undefined;
  };
}

/** `--second` alone means all documents that are given: whoever asks for it by hand has picked them. */
export function parseDocuments(value: unknown): string | undefined {
  if (value === true) return 'all';
  if (value === false) return 'off';
  return typeof value === 'string' && /^(off|picked|all)$/.test(value) ? value : undefined;
}

/** The key stands in a header, where white space and what is no ASCII would break it. */
export function parseKey(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\x21-\x7e]{1,1000}$/.test(value) ? value : undefined;
}

/** An address without a name and a password in it, which would end up in messages. */
export function parseEndpoint(value: unknown): string | undefined {
  const address = parseAddress(value);
  if (address === undefined) return undefined;
  const { username, password, hash, search } = new URL(address);
  return `${username}${password}${hash}${search}` === '' ? address.replace(/\/+$/, '') : undefined;
}
