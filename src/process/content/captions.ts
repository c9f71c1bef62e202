import type { Caption } from '../../model/document.ts';

const LONGEST_CAPTION = 600;
const LONGEST_CREDIT = 120;

/** Words that introduce a credit; what follows them, up to the end, is the credit. */
const LABELLED =
  /(?:^|[\s(.[|])(?:(?:image|photo|picture|video) (?:copyright|credit|source)\s|(?:photo(?:graph)?s?|picture|image|file photo|pic|foto|fotos|bild|bilder|crédits? photos?|photo credits?|image credits?|illustration|imagen|zdjęcie|fot\.?|foto di|credit|credits|source|quelle|fuente|bildquelle|bildnachweis|copyright|courtesy)(?:\s(?:credit|by|courtesy|of|via|from|courtesy of))?\s{0,2}:\s{0,2}|(?:photo(?:graph)?|picture|image|illustration)\s(?:by|courtesy of|via)\s|courtesy\s(?:of|by)\s|©\s{0,2}|\(c\)\s{0,2}|via\s(?=\p{Lu}))/iu;

/** One of these stands in each of them. */
const LABEL_SIGN = /[:©]|\(c\)|(?:copyright|credit|source|courtesy|via|by)\s/i;

/** Names that a credit is told by, where nothing introduces it. */
const AGENCY =
  /(?:^|[\s/(|,–—-])(?:AP|AFP|EPA|EFE|UPI|DPA|dpa|ANSA|TASS|PA|PTI|ANI|Reuters|REUTERS|Getty(?: Images)?|GETTY(?: IMAGES)?|Shutterstock|iStock|Alamy|Flickr|Wikimedia(?: Commons)?|Unsplash|Pixabay|Pexels|Bloomberg|Xinhua|Anadolu|Sipa|Imago|IMAGO|picture alliance|Keystone|Bestimage|DVIDS|AP Photo|WireImage|FilmMagic|Handout|HANDOUT|Facebook|Twitter|YouTube|Instagram)(?=$|[\s/),.|–—-])/;

/** What some sites put before a caption for those who hear the page. */
const CAPTION_LABEL = /^(?:image|media|photo|picture) caption\s?:?\s(?=\S)/i;

/**
 * A caption line as its words and its credit.
 *
 * @example
 * parseCaption('The harbour at dawn. (jdoe/Flickr)'); // { text: 'The harbour at dawn.', credit: 'jdoe/Flickr' }
 * parseCaption('Photo: Jane Doe'); // { text: 'Photo: Jane Doe', credit: 'Jane Doe' }
 */
export function parseCaption(line: string): Caption {
  const text = line.slice(0, LONGEST_CAPTION).replace(CAPTION_LABEL, '');
  const credit =
    findBracketCredit(text) ?? findBracketNames(text) ?? findLabelledCredit(text) ?? findAgencyCredit(text);
  if (credit === undefined) return { text };
  const words = text.slice(0, credit.start).replace(/[\s|,;:–—(-]{1,10}$/u, '');
  return { text: words === '' ? text : words, credit: credit.name };
}

/**
 * Who made a picture, from a line that the markup calls a credit.
 *
 * @example
 * readCredit('Photo by Jane Doe'); // 'Jane Doe'
 */
export function readCredit(line: string): string {
  const text = line.slice(0, LONGEST_CREDIT);
  return (
    (findBracketCredit(text) ?? findLabelledCredit(text))?.name ?? text.replace(/^[\s(|/–—-]+|[\s)|]+$/g, '')
  );
}

/** Whether a line is a credit and nothing else: `Photo: Jane Doe`, `REUTERS/Jane Doe`. */
export function isCreditLine(line: string): boolean {
  if (line.length > LONGEST_CREDIT) return false;
  const credit = findBracketCredit(line) ?? findLabelledCredit(line) ?? findAgencyCredit(line);
  return credit !== undefined && line.slice(0, credit.start).replace(/[^\p{L}\p{N}]/gu, '').length <= 2;
}

/** Whether the line below a caption says who made the picture: there two names with a slash are enough. */
export function isCreditBelow(line: string): boolean {
  return (
    isCreditLine(line) ||
    /^(?:\p{Lu}[\p{L}.'’-]{0,30}\s?){1,5}\/\s?(?:\p{Lu}[\p{L}.'’-]{0,30}\s?){1,5}$/u.test(
      line.slice(0, LONGEST_CREDIT),
    )
  );
}

/** `…on parade last year. Photo: Jonas Veldt/Lantern Row` */
const CLOSING_LABEL =
  /[.!?]["”]?\s(?:photo|photograph|picture|image|foto|bild)(?: credit| by)?\s?[:/]\s?([\p{L}\p{N} ./'’-]{2,60})$/iu;

/**
 * Whether a line of plain text is a caption: short words with a credit in brackets, or a credit at its end after a
 * slash or label.
 */
export function isCaptionLine(line: string): boolean {
  if (line.length > 350) return false;
  if (isCreditLine(line)) return true;
  if (findBracketCredit(line) !== undefined) return true;
  // The rest is told by a sign that few lines have, and takes long to look for.
  if (!/[:/]/.test(line)) return false;
  return (
    areNames(CLOSING_LABEL.exec(line)?.[1] ?? 'none') ||
    /(?:AP Photo|REUTERS|AFP|EPA|Getty Images)\/\p{L}[\p{L} .'-]{0,60}\)?\.?$/u.test(line)
  );
}

interface Credit {
  readonly name: string;
  readonly start: number;
}

/** `(upyernoz/Flickr)`, `[Photo: Jane Doe]` at the line's end. */
function findBracketCredit(text: string): Credit | undefined {
  const bracket = /[([]([^()[\]]{2,100})[)\]]\.?$/.exec(text);
  if (bracket === null) return undefined;
  const inner = bracket[1]!;
  const labelled = findLabelledCredit(inner);
  if (labelled !== undefined) return { name: labelled.name, start: bracket.index };
  if (
    AGENCY.test(inner) ||
    (PICTURE_NAME.test(inner) && areNames(inner)) ||
    /^[\p{L}\p{N} ._'-]{2,50}\/\s?[\p{L}\p{N} ._'-]{2,50}$/u.test(inner)
  ) {
    return { name: inner.trim(), start: bracket.index };
  }
  return undefined;
}

/** Words in the names of those who sell or lend pictures. */
const PICTURE_NAME =
  /\b(?:Photos?|Pictures?|Images?|Photo(?:graphy|graphers|news)|Press Pool|Picture Desk|Fotos?)\b/;

/** In what is known to be a caption, names in brackets behind a full stop are its credit. */
function findBracketNames(text: string): Credit | undefined {
  const bracket = /[.!?]["”]?\s[([]([^()[\]]{2,60})[)\]]\.?$/.exec(text);
  if (bracket === null || !areNames(bracket[1]!)) return undefined;
  return { name: bracket[1]!.trim(), start: text.indexOf(bracket[1]!, bracket.index) - 1 };
}

function areNames(text: string): boolean {
  const words = text.trim().split(/[\s/]+/);
  return words.length <= 7 && words.every((word) => /^(?:\p{Lu}|(?:for|of|via|and|the|de|von)$)/u.test(word));
}

/** `… REUTERS/Jane Doe`, `… AP Photo/Jane Doe`, `… Jane Doe/Getty Images`, after a sentence's end or alone. */
function findAgencyCredit(text: string): Credit | undefined {
  const sentenceEnd = Math.max(
    text.lastIndexOf('. '),
    text.lastIndexOf('.” '),
    text.lastIndexOf('| '),
    text.lastIndexOf('– '),
    text.lastIndexOf('- '),
  );
  const start = sentenceEnd < 0 ? 0 : text.indexOf(' ', sentenceEnd) + 1;
  const tail = text.slice(start);
  if (tail.length > 80 || tail === '' || !AGENCY.test(tail)) return undefined;
  // A credit is names and slashes, no sentence.
  const words = tail.split(/[\s/]+/);
  const lower = words.filter(
    (word) =>
      /^\p{Ll}{2,}/u.test(word) &&
      !['via', 'and', 'for', 'photo', 'by', 'dpa', 'von', 'de', 'van'].includes(word),
  );
  return lower.length === 0 && words.length <= 8 ? { name: tail.replace(/[\s.|]+$/, ''), start } : undefined;
}

function findLabelledCredit(text: string): Credit | undefined {
  const label = LABEL_SIGN.test(text) ? LABELLED.exec(text) : null;
  if (label === null) return undefined;
  const name = text
    .slice(label.index + label[0].length)
    .replace(/[\s)\].|]{1,10}$/, '')
    .trim();
  if (name === '' || name.length > 80 || /[.!?]\s\p{L}/u.test(name)) return undefined;
  const start = label.index + (/^[\s(.[|]/.test(label[0]) ? 1 : 0);
  return { name, start };
}
