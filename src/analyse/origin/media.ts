import type { ChainLink } from '../../model/claim.ts';
import { findMarkOn, type ReadMark } from './credits.ts';
import { findCountry, findOutlet, foldName, getWords, makeOutletKey, splitName } from './names.ts';
import type { Outlets } from './outlets.ts';
import type { Credit } from './traced.ts';

/** What a name of news media says beside rank, order and place: `television reports` of "first television reports". */
function readMediaWords(folded: string): readonly string[] {
  const filler = getWords('filler');
  return splitName(folded).filter((word) => !filler.has(word));
}

/** Whether a name says only that news media reported: `first television reports`, `Iranian news agencies`. */
function isUnnamedMedia(folded: string): boolean {
  const media = getWords('media');
  const words = readMediaWords(folded);
  return (
    words.some((word) => media.has(word)) &&
    words.every((word) => media.has(word) || findCountry(word) !== undefined)
  );
}

/** The outlet in the name of a document: `CNN` in "a CNN report on Thursday". */
function findOutletWithin(name: string): string | undefined {
  const words = name
    .replace(/^(?:an?|the)\s+/i, '')
    .slice(0, 120)
    .split(/\s+/);
  const publication = getWords('publication');
  const at = words.findIndex((word, index) => index > 0 && publication.has(foldName(word)));
  if (at === -1) return undefined;
  const before = words
    .slice(0, at)
    .join(' ')
    .replace(/['’]s?$/, '');
  return findOutlet(before) ?? findOutlet(`The ${before}`);
}

/** A link as credit: an outlet or agency, a document of one, or media that nobody names. */
export function readCredit(link: ChainLink): Credit | undefined {
  if (link.type === 'outlet' || link.type === 'agency') {
    const folded = foldName(link.name);
    if (isUnnamedMedia(folded) && findOutlet(link.name) === undefined) return makeMediaCredit(link, folded);
    return { key: makeOutletKey(link.name), name: findOutlet(link.name) ?? link.name, type: link.type };
  }
  if (link.type !== 'document' && link.type !== 'office' && link.type !== 'unknown') return undefined;
  const outlet = link.type === 'office' ? undefined : findOutletWithin(link.name);
  if (outlet !== undefined) return { key: makeOutletKey(outlet), name: outlet, type: 'outlet' };
  const folded = foldName(link.name);
  return isUnnamedMedia(folded) ? makeMediaCredit(link, folded) : undefined;
}

/** Media without a name are one for each sort of media: "first television reports" and "television" are the same. */
function makeMediaCredit(link: ChainLink, folded: string): Credit {
  const publication = getWords('publication');
  const sort = readMediaWords(folded)
    .filter((word) => !publication.has(word))
    .map((word) => (word === 'tv' ? 'television' : word));
  return { key: `media ${sort.join(' ')}`.trim(), name: link.name, type: link.type };
}

/** An outlet that is known as one, whatever the link was taken for. */
export function readOutlet(
  link: ChainLink,
  outlets: Outlets,
  marks: readonly ReadMark[],
): Credit | undefined {
  const mark = findMarkOn(link, marks);
  if (mark !== undefined) return { key: mark.key, name: mark.name, type: 'outlet' };
  if (!outlets.has(link.name)) return undefined;
  const found = outlets.find(link.name);
  return found === undefined ? undefined : { ...found, type: 'outlet' };
}
