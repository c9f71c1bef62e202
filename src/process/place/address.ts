import { findCountry } from './countries.ts';

/** Endings of hosts that are sold to anybody and say nothing of a country. */
const SOLD: ReadonlySet<string> = new Set(
  'AC AD AG AI AS BZ CC CD CO DJ FM GD GG GL GS IM IO IS LA LC LY ME MN MS MU NU PN PW SC SH SO SR ST SX TC TK TL TO TV VC VG VU WS'.split(
    ' ',
  ),
);
const HOST = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i;
const LONGEST = 300;

/**
 * Country of the host that published a page, by the ending of its name; undefined where the ending tells none.
 *
 * @example
 * countryOfAddress('https://www.example.co.uk/news/1'); // 'GB'
 */
export function countryOfAddress(url: string | undefined): string | undefined {
  const host = url === undefined ? undefined : HOST.exec(url.slice(0, LONGEST))?.[1];
  const ending = host?.slice(host.lastIndexOf('.') + 1).toUpperCase();
  if (ending === undefined || ending.length !== 2 || SOLD.has(ending)) return undefined;
  return ending === 'UK' ? 'GB' : findCountry(ending)?.code;
}
