/** Characters of a pattern, and stars in it. */
const LONGEST = 500;
const MOST_STARS = 10;

/**
 * Whether text can be a pattern of addresses: a path (`/news/*`) or a whole address (`https://news.example/news/2026*`), in which a star
 * stands for any characters.
 */
export function isAddressPattern(text: string): boolean {
  if (text.length > LONGEST || /[\s\u0000-\u001f\u007f]/.test(text)) return false;
  if (text.split('*').length - 1 > MOST_STARS) return false;
  // Of an address the host has to be said: a page of others may link to anybody.
  return /^\/(?!\/)/.test(text) || /^https?:\/\/[^/*]+\//i.test(text);
}

/**
 * Makes a test of addresses out of a pattern. Its time grows with the address and never more: there is no going back in it.
 *
 * @param pattern As `isAddressPattern` takes it; a path fits addresses of the page's own host.
 * @param page Address of the page that links to them.
 * @example
 * makeAddressTest('/news/*', 'https://news.example/front')('https://news.example/news/pier'); // true
 */
export function makeAddressTest(pattern: string, page: string): (address: string) => boolean {
  const { origin } = new URL(page);
  const whole = pattern.startsWith('/') ? `${origin}${pattern}` : pattern;
  const pieces = whole.split('*');
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  return (address) => {
    if (pieces.length === 1) return address === whole;
    if (!address.startsWith(first) || !address.endsWith(last)) return false;
    const end = address.length - last.length;
    let at = first.length;
    for (const piece of pieces.slice(1, -1)) {
      const found = address.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return at <= end;
  };
}
