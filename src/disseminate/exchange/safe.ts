import { makeText } from '../../text/plain.ts';
import { flatten } from '../brief/plain.ts';

/* What pages bring, made fit for files that other programs read: bounded, and without characters that no XML or JSON reader takes. */

/** Halves of pairs and the last two code points, which XML forbids. */
const UNFIT = /[\p{Surrogate}\ufffe\uffff]/gu;

/** One line, at most so many UTF-16 code units. */
export function safeLine(text: string, longest: number): string {
  return cut(flatten(cut(text, longest * 4)).replace(UNFIT, ''), longest);
}

/** Several lines. */
export function safeText(text: string, longest: number): string {
  return cut(makeText(cut(text, longest * 4)).replace(UNFIT, ''), longest);
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Not through the middle of a pair.
  return `${text
    .slice(0, longest - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

const LONGEST_ADDRESS = 2_000;

/** An address of the web in its plain form; undefined for any other (`javascript:`, `data:`, half an address) and for what is too long. */
export function safeUrl(text: string | undefined): string | undefined {
  if (text === undefined || text.length > LONGEST_ADDRESS || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  // Who logged in where is nobody else's business.
  url.username = '';
  url.password = '';
  const plain = url.href.replace(/[|^`"<>{}\\[\]]/g, (each) => encodeURIComponent(each));
  return plain.length > LONGEST_ADDRESS ? undefined : restoreHost(plain, url);
}

/** Brackets belong to the host of an address by number (IPv6), and nowhere else. */
function restoreHost(plain: string, { host }: URL): string {
  return host.startsWith('[') ? plain.replace(host.replace('[', '%5B').replace(']', '%5D'), host) : plain;
}
