import { findCountry, foldName, getWords, splitName, stripSpokesperson } from '../origin/names.ts';
import { readUnnamedKind } from '../origin/unnamed.ts';
import { getActorWords, readBodyWords } from './words.ts';

/** An office that is told of without a name. */
export interface Office {
  /** What it is: `spokesperson` speaks for the body itself; `official`, `foreign minister`. */
  readonly post: string;
  /** Words for the body that it belongs to: `State Department`; absent where only a country is told. */
  readonly body?: string;
  readonly country?: string;
}

/** Kinds of unnamed speakers that hold an office. */
const HOLDERS = new Set(['official', 'officer', 'diplomat', 'lawmaker', 'aide']);

/**
 * Reads who is told of by office alone; undefined where it is a name, or people of no office. An office is never a person: who
 * holds it changes.
 *
 * @example
 * readOffice('a State Department spokesperson'); // { post: 'spokesperson', body: 'State Department' }
 * readOffice('U.S. officials'); // { post: 'official', country: 'US' }
 * readOffice("Iran's foreign minister"); // { post: 'foreign minister', country: 'IR' }
 */
export function readOffice(name: string, told?: string): Office | undefined {
  const words = splitName(foldName(name));
  if (words.length === 0 || words.length > 12) return undefined;
  const spokespeople = getWords('spokesperson');
  if (words.some((word) => spokespeople.has(word))) return readSpokesperson(name, told);
  return readHolders(name, told) ?? readPost(name, told);
}

function readSpokesperson(name: string, told: string | undefined): Office | undefined {
  // "Spokesman Sean Example" has a name: what is left of an office is a body's name, not the speaker's.
  const holder = /\b(?:spokes(?:man|woman|person|people|men|women))\s+(?!for\b|of\b)\p{Lu}/u.test(name);
  if (holder) return undefined;
  const body = cutBody(name, /spokes(?:man|woman|person|people|men|women)/i) ?? stripSpokesperson(name);
  if (body === '' || /^(?:unnamed|anonymous|senior|chief|official)$/.test(body)) return undefined;
  return { post: 'spokesperson', body, ...(told === undefined ? {} : { country: told }) };
}

/** The words of the text for the body, as they are written: capitals tell names. */
function cutBody(name: string, holder: RegExp): string | undefined {
  const found = holder.exec(name.slice(0, 200));
  if (found === null) return undefined;
  const behind = /^\s+(?:for|of|at|from|with|in)\s+(?:the\s+)?(.+)$/su.exec(
    name.slice(found.index + found[0].length),
  );
  const before = name
    .slice(0, found.index)
    .replace(
      /^(?:(?:an?|the|one|two|three|several|some|many|other|senior|top|chief|unnamed|anonymous|high-ranking)\s+)+/i,
      '',
    );
  const body = (behind?.[1] ?? before).replace(/['’]s?\s*$/, '').trim();
  return body === '' ? undefined : body;
}

function readHolders(name: string, told: string | undefined): Office | undefined {
  const isPlainNoun = /(?:^|\s)(\p{Ll}[\p{L}]+)(?:\s+(?:of|at|from|in|with|for)\s.*)?$/su.exec(name)?.[1];
  if (isPlainNoun === undefined) return undefined;
  const { kind: plain, country } = readUnnamedKind(name);
  if (!HOLDERS.has(plain)) return undefined;
  const kind = /\b(?:former|retired|ex-)/i.test(name) ? `former ${plain}` : plain;
  const body = cutBody(
    name,
    /\b(?:officials?|authorit(?:y|ies)|officers?|diplomats?|lawmakers?|legislators?|aides?|advis[eo]rs?)\b/iu,
  );
  const code = country ?? told;
  const rest = body === undefined ? [] : readBodyWords(body).filter((word) => !word.startsWith('@'));
  const own = rest.filter((word) => !FILLER.has(word));
  if (own.length === 0) return code === undefined ? undefined : { post: kind, country: code };
  return { post: kind, body: body!, ...(code === undefined ? {} : { country: code }) };
}

const FILLER = new Set(['senior', 'top', 'unnamed', 'anonymous', 'ranking', 'high', 'current', 'former', 'administration', 'government', 'local', 'other', 'several', 'two', 'three', 'many', 'some', 'one', 'another', 'first', 'second', 'third', '1', '2', '3', '4']); // biome-ignore format: a table

/** "The president of Utopia", "Utopian prime minister": a country and an office that one person holds, and nothing else. */
function readPost(name: string, told: string | undefined): Office | undefined {
  const words = splitName(foldName(name)).flatMap((word, at, all) => {
    if (findCountry(`${word} ${all[at + 1] ?? ''}`) !== undefined)
      return [`@${findCountry(`${word} ${all[at + 1]}`)}`];
    if (at > 0 && findCountry(`${all[at - 1]} ${word}`) !== undefined) return [];
    const code = findCountry(word);
    return [code === undefined ? word : `@${code}`];
  });
  const countries = [...new Set(words.filter((word) => word.startsWith('@')))];
  const rest = words
    .filter((word) => !word.startsWith('@') && !POST_SKIP.has(word))
    .flatMap((word) => POST_WORD.get(word) ?? [word]);
  if (rest.length === 0 || countries.length > 1 || !rest.every((word) => POST_WORDS.has(word)))
    return undefined;
  if (!rest.some((word) => getActorWords('post').has(word) || word === 'leader')) return undefined;
  const country = countries[0]?.slice(1) ?? told;
  return country === undefined ? undefined : { post: [...new Set(rest)].sort().join(' '), country };
}

const POST_SKIP = new Set(['the', 'of', 'for', 'a', 'an', 'affairs', 's']);
const POST_WORD: ReadonlyMap<string, readonly string[]> = new Map([
  ['defence', ['defense']],
  ['premier', ['prime', 'minister']],
]);
const POST_WORDS = new Set(['president', 'prime', 'minister', 'foreign', 'defense', 'interior', 'finance', 'oil', 'health', 'justice', 'chancellor', 'king', 'queen', 'emir', 'sultan', 'supreme', 'leader', 'vice', 'deputy', 'army', 'chief', 'staff', 'secretary', 'state', 'ambassador', 'speaker', 'parliament', 'attorney', 'general', 'crown', 'prince', 'navy', 'police', 'intelligence', 'military', 'commander']); // biome-ignore format: a table
