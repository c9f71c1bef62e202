import { loadPlacePhrases } from '../../../place/gazetteer.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { hasCountry } from './countries-in.ts';
import type { Pieces } from './phrases.ts';

/** A building or site that somebody owns; token indexes, both included. */
export interface Facility {
  readonly first: number;
  readonly last: number;
  /** Owner's country, alpha-2: the United States for "the U.S. Embassy in Baghdad". */
  readonly country?: string;
  /** What mentions of the same site share. */
  readonly key: string;
  /** True for "the embassy", which goes with a fuller mention before it. */
  readonly isBare: boolean;
}

const MISSION = /^(?:embassy|consulate|consulate general|mission)$/i;
const SITES: ReadonlySet<string> = new Set(
  'airport airfield airbase base bases barracks prison jail hospital port harbor harbour refinery dam plant reactor camp compound headquarters mosque cathedral church palace stadium bridge terminal station checkpoint depot silo shipyard laboratory facility complex site embassy consulate university school museum hotel crossing square tunnel pipeline field tower mine'.split(
    ' ',
  ),
);
const isSite = (word: string): boolean => SITES.has(word.toLowerCase());
/** Words that only describe, before the word for a site. */
const KIND =
  /^(?:air|naval|military|army|nuclear|power|oil|gas|international|refugee|detention|internment|enrichment|research|training|missile|weapons|border|main|general|central|state|national|thermal|hydroelectric|chemical|steel|force|joint|medical)$/i;

/** Whether a name's last word is a word for a site: "Bagram Airfield". */
export function isSiteName(lastWord: string): boolean {
  return isSite(lastWord) && !/^(?:university|school|church|field|site|mine)$/i.test(lastWord);
}

/**
 * The facility whose word for the site is token `i`: an embassy or consulate with its owner and "in CITY", or a
 * capitalised name before such a word ("Evin prison", "Incirlik air base").
 */
export function findFacility(sentence: ParsedSentence, pieces: Pieces, i: number): Facility | undefined {
  const { tokens } = sentence;
  const token = tokens[i]!;
  if (!token.xpos.startsWith('NN') || !isSite(token.text)) return undefined;
  if (MISSION.test(token.text)) return findMission(sentence, pieces, i);
  let first = i;
  while (first > 0 && KIND.test(tokens[first - 1]!.text)) first--;
  let start = first;
  while (start > 0 && isNamePart(tokens, start - 1)) start--;
  if (start === first) return undefined;
  const key = `site:${pieces.folded.slice(pieces.starts[start], pieces.starts[i + 1]).join(' ')}`;
  return { first: start, last: i, key, isBare: false };
}

function isNamePart(tokens: ParsedSentence['tokens'], i: number): boolean {
  const { text, xpos } = tokens[i]!;
  if (/^[-–]$/.test(text)) return i > 0 && /^NNP/.test(tokens[i - 1]!.xpos);
  return /^NNPS?$/.test(xpos) && /^\p{Lu}|^al$|^el$/u.test(text);
}

function findMission(sentence: ParsedSentence, pieces: Pieces, i: number): Facility | undefined {
  const { tokens } = sentence;
  let last = i;
  if (/^general$/i.test(tokens[i + 1]?.text ?? '')) last++;
  if (/^(?:compound|building|complex)$/i.test(tokens[last + 1]?.text ?? '')) last++;
  const next = tokens[last + 1];
  const owner = findOwner(sentence, pieces, i);
  const isMission = /^mission$/i.test(tokens[i]!.text);
  if (owner === undefined && isMission) return undefined;
  // "embassy staff", "consulate officials" name people, yet the site is meant all the same; "embassy" alone is bare.
  let key = `mission:${owner?.country ?? ''}`;
  let end = last;
  if (next !== undefined && /^(?:in|to|at)$/i.test(next.text)) {
    const place = findNameAfter(tokens, last + 2);
    if (place !== undefined) {
      if (/^in$/i.test(next.text)) end = place;
      key += `:${pieces.folded.slice(pieces.starts[last + 2], pieces.starts[place + 1]).join(' ')}`;
    }
  }
  return {
    first: owner?.first ?? i,
    last: end,
    ...(owner?.country === undefined ? {} : { country: owner.country }),
    key,
    isBare: owner === undefined,
  };
}

function findNameAfter(tokens: ParsedSentence['tokens'], from: number): number | undefined {
  let last: number | undefined;
  for (let k = from; k < tokens.length && k < from + 4 && /^NNPS?$/.test(tokens[k]!.xpos); k++) last = k;
  return last;
}

/** "U.S.", "American", "Iran's" within the three words before. */
function findOwner(
  { tokens }: ParsedSentence,
  pieces: Pieces,
  i: number,
): { readonly first: number; readonly country: string } | undefined {
  for (let first = Math.max(0, i - 4); first < i; first++) {
    const match = loadPlacePhrases().findAt(pieces, first, hasCountry);
    if (match === undefined || match.last >= i) continue;
    const between = tokens.slice(match.last + 1, i);
    if (between.every((token) => /^(?:JJ|NN|NNP|POS)$/.test(token.xpos) || /^['’]s?$/.test(token.text))) {
      return { first, country: match.value.country! };
    }
  }
  return undefined;
}
