import type { ClaimRef } from '../../model/report.ts';
import type { Origin } from '../../model/story.ts';
import { formatDate } from '../../text/dates.ts';
import { mentionsConfidence, mentionsLikelihood } from './likelihood.ts';

/* How names, words and numbers of others stand in a sentence of ours. */

const MOST_NAME = 120;
const MOST_QUOTED = 240;

/** On one line, without quotation marks that could end ours. */
function straighten(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[“”„‟«»"]/g, "'")
    .trim();
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const space = head.lastIndexOf(' ');
  // A cut within a surrogate pair would leave half a character.
  return `${head.slice(0, space > most / 2 ? space : most).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Words of others: in quotation marks, which nothing within can end. The "that" of a reported clause is none of theirs. */
export function quote(words: string, most = MOST_QUOTED): string {
  return `“${cut(straighten(words).replace(/^that (?=\S+ )/i, ''), most)}”`;
}

/**
 * A name or title. One that reads like a probability or a confidence of ours is put in quotation marks, since it is neither.
 *
 * @example
 * label('Harbour Wire'); // 'Harbour Wire'
 * label('The Likely Times'); // '“The Likely Times”'
 */
export function label(name: string, most = MOST_NAME): string {
  const plain = cut(straighten(name), most);
  return mentionsLikelihood(plain) || mentionsConfidence(plain) ? `“${plain}”` : plain;
}

/**
 * Who is first-hand, as a sentence names them.
 *
 * @example
 * attribute(origin); // 'U.S. officials, unnamed, to CNN'
 */
export function attribute(origin: Origin): string {
  const name = label(origin.name);
  const to = origin.through === undefined ? '' : ` to ${label(origin.through)}`;
  switch (origin.reason) {
    case 'unnamed source': {
      const says = /\bunnamed\b|\banonymous\b/i.test(name) ? '' : ', unnamed';
      return `${name}${says}${to === '' ? '' : `${says === '' ? '' : ','}${to}`}`;
    }
    case 'no visible credit':
      return `${name}, naming no source`;
    case 'circular credit':
      return `${name}, crediting each other`;
    case 'staff on the spot':
      return `${name}, with staff on the spot`;
    default:
      return `${name}${to}`;
  }
}

/** The day of a claim's publication. */
export function tellDay({ published }: ClaimRef): string {
  return published === undefined ? 'undated' : formatDate(published.slice(0, 10));
}

/** The outlet that a claim stands in, and its day. */
export function locate(claim: ClaimRef): string {
  return claim.outlet === undefined ? tellDay(claim) : `${label(claim.outlet)}, ${tellDay(claim)}`;
}

/**
 * A number of things.
 *
 * @example
 * count(1, 'report'); // 'one report'
 * count(3, 'report'); // '3 reports'
 */
export function count(number: number, thing: string): string {
  return number === 1 ? `one ${thing}` : `${number} ${thing}s`;
}

/**
 * Some names, and how many are left out.
 *
 * @example
 * listNames(['A', 'B', 'C', 'D'], { most: 2 }); // 'A, B and 2 more'
 */
export function listNames(
  names: readonly string[],
  { most = 4, mark = ',' }: { readonly most?: number; readonly mark?: string } = {},
): string {
  const shown = names.length === most + 1 ? names : names.slice(0, most);
  const left = names.length - shown.length;
  const comma = mark === ',' ? '' : mark;
  if (left > 0) return `${shown.join(`${mark} `)}${comma} and ${left} more`;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(`${mark} `)}${comma} and ${shown.at(-1)}`;
}

/** With a capital letter at its head. */
export function capitalize(text: string): string {
  return text === '' ? '' : `${text[0]!.toUpperCase()}${text.slice(1)}`;
}
