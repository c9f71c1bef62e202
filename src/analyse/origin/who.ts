import type { ChainLink } from '../../model/claim.ts';
import type { Speaker } from '../../model/report.ts';
import { listContentWords } from '../report/sentence-words.ts';
import {
  cutOffice,
  foldName,
  getWords,
  makeOfficeKey,
  makePersonKey,
  splitName,
  stripSpokesperson,
} from './names.ts';
import { readOrganization } from './organizations.ts';
import { isInstitution, readDocument, readHead } from './papers.ts';
import type { Access } from './traced.ts';
import { isKindWord, readUnnamedKind } from './unnamed.ts';

/** "Satellite tracker Paul Azimuth", "the operator Lignes du Sud": what somebody is, in small letters, before a name. */
const APPOSITION =
  /^(?:the\s)?((?:\p{Ll}[\p{L}'’-]{1,20}\s){1,3})(\p{Lu}[\p{L}\p{N}.'’&-]{0,30}(?:\s(?:(?:of|de|du|des|la|al|el|van|von|bin|and|&)\s){0,2}\p{Lu}[\p{L}\p{N}.'’&-]{0,30}){0,4})$/u;

/** "Harbour County Sheriff Ann Example", "Trader Ann Example": a person behind a post with a capital. */
function cutPost(link: Speaker): Speaker {
  const words = link.name.split(/\s+/);
  const at = words.findLastIndex((word) => isPostWord(foldName(word)));
  const name = words.slice(at + 1);
  if (at < 0 || name.length < 2 || name.length > 4 || !name.every((word) => /^\p{Lu}/u.test(word)))
    return link;
  if (link.type !== 'office' && link.type !== 'person') return link;
  return {
    ...link,
    name: name.join(' '),
    type: 'person',
    role: link.role ?? words.slice(0, at + 1).join(' '),
  };
}

const isPostWord = (word: string): boolean =>
  ['post', 'speaksfor', 'spokesperson'].some((name) => getWords(name).has(word)) ||
  /^(?:sheriff|sub prefect|prefect|trader|farmer|driver|teacher|lawyer|analyst|colonel|major|brigadier|general|captain)$/.test(
    word,
  );

/** A name without what its bearer is. */
function cutApposition(given: Speaker): Speaker {
  const link = cutPost(given);
  const [, role = '', name] = APPOSITION.exec(link.name) ?? [];
  const words = splitName(foldName(role));
  // "A spokesman for X", "police in X" and "two officials of X" are not called X.
  if (
    name === undefined ||
    words.some((word) => /^(?:for|in|of|at|from|to|with|near|on|by|and|an?)$/.test(word))
  )
    return link;
  if (words.some((word) => isKindWord(word) || getWords('spokesperson').has(word))) return link;
  return { ...link, name, ...(link.role === undefined ? { role: role.trim() } : {}) };
}

/** Who speaks, by one link; undefined where it is nobody. */
export function readSpeaker(given: Speaker): Access | undefined {
  const link = cutApposition(given);
  const { name, type } = link;
  // What runs on over a verb is no name.
  if (/\s(?:is|are|was|were|has|have|had|will|would)(?:\s|$)/.test(name)) return undefined;
  const folded = foldName(name);
  if (getWords('nobody').has(readHead(folded)) || isOwnText(name)) return undefined;
  // "He", "All three", "and we're": no word in it says who.
  if (listContentWords(name).every((word) => /^\d+$/.test(word))) return undefined;
  const isInitials = /^\p{Lu}{2,6}$/u.test(name);
  const isBody =
    isInitials || isTitled(link) || ((type !== 'person' || link.anonymous === true) && isInstitution(folded));
  if (link.anonymous === true && isPost(link, folded)) {
    const post = splitName(folded)
      .filter((word) => !getWords('pronoun').has(word))
      .join(' ');
    return { kind: 'named', key: `post ${post}`, name, type, reason: 'office', short: post };
  }
  if (
    ((link.anonymous === true || type === 'crowd' || isPeople(link, folded)) && !isBody) ||
    isSeveral(name)
  ) {
    return {
      kind: 'unnamed',
      who: readUnnamedKind(name),
      name,
      type,
      isAnonymous: link.anonymous === true,
      isSingle: isSingle(link),
    };
  }
  if (type === 'document' || isRecord(link, folded)) return readDocument(link);
  if (type === 'person' && !isBody) {
    const key = makePersonKey(link.usual ?? name);
    const role = link.role ?? (/^(?:dr|doctor)[.\s]/i.test(name) ? 'doctor' : undefined);
    return {
      ...{ kind: 'named', key: `person ${key}`, name, type, reason: 'named speaker', short: key },
      ...(role === undefined ? {} : { role, organization: readOrganization(role) }),
    } as Access;
  }
  if (type !== 'office' && !isBody && !/^\p{Lu}/u.test(name)) return undefined;
  if (/\b(?:those|these|this|that|there)$/.test(folded)) return undefined;
  if (folded === '' || (type === 'unknown' && name === 'unknown')) return undefined;
  const short = cutOffice(stripSpokesperson(name));
  // "A spokesman said", and nothing tells whose.
  if (short === '')
    return {
      kind: 'unnamed',
      who: { kind: 'spokesperson' },
      name,
      type,
      isAnonymous: false,
      isSingle: false,
    };
  return {
    kind: 'named',
    key: `office ${makeOfficeKey(link.usual ?? name)}`,
    name,
    type: 'office',
    reason: 'office',
    short,
  };
}

/** "Kordofan Emergency Lawyers": people under a name of which every word has a capital, and who do not hide it. */
function isTitled({ name, type, anonymous }: ChainLink): boolean {
  if (anonymous === true || type === 'person') return false;
  const words = name.split(/\s+/).filter((word) => !/^(?:of|the|and|for|in|de|du|al)$/.test(word));
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Whether one is described by what anybody may be: `a doctor there`. An official or source stays unnamed on purpose. */
function isSingle({ name, number, type }: ChainLink): boolean {
  const folded = foldName(name);
  const head = readHead(splitName(folded).slice(0, 2).join(' '));
  if (type !== 'person' || number === 'several' || head.endsWith('s')) return false;
  return !/\b(?:official|source|officer|diplomat|person|aide|insider|senior|condition|unnamed|anonymous)\b/.test(
    folded,
  );
}

/** Whether one person is named by a post that only one can hold: "the hospital director", "its chief executive". */
function isPost({ name, number }: ChainLink, folded: string): boolean {
  if (number === 'several' || /^(?:an?|one|two|three|several|some|former|another|senior)\s/i.test(name))
    return false;
  return getWords('post').has(readHead(folded));
}

/** "Two European embassies", "fishing cooperatives": bodies of which none is named. */
function isSeveral(name: string): boolean {
  if (/^(?:two|three|four|five|six|several|some|many|other|most)\s/i.test(name)) return true;
  const words = name.split(/\s+/);
  const isCommon = words.slice(1).every((word) => /^\p{Ll}/u.test(word));
  return words.length > 1 && isCommon && COMMON_BODIES.test(words.at(-1) ?? '');
}

const COMMON_BODIES =
  /^(?:agencies|groups|cooperatives|parties|companies|firms|banks|operators|organi[sz]ations|unions|embassies|airlines|associations|media|insurers)$/i;

/** What a report says of its own text. */
const isOwnText = (name: string): boolean =>
  /\b(?:our|this)\s(?:report|story|article)\b|^(?:are|is|each side|both sides)$/i.test(name);

/** One word for people by what they do: "Pharmacists". */
const PEOPLE = /^\p{L}{3,}(?:ists|ers|ors|men|ians|ants|ees)$/u;

/** Whether a link in small letters names people by what they are: `Fishermen` at the head of a sentence. */
function isPeople({ name, type }: ChainLink, folded: string): boolean {
  if (type === 'person' || /\s\p{Lu}/u.test(name)) return false;
  const head = readHead(folded);
  return getWords('people').has(head) || isKindWord(head) || (!head.includes(' ') && PEOPLE.test(folded));
}

function isRecord({ name, type }: ChainLink, folded: string): boolean {
  return (
    type === 'unknown' &&
    !/\s\p{Lu}/u.test(name) &&
    getWords('record').has(readHead(folded) === 'budget' ? 'draft' : readHead(folded))
  );
}
