import { foldName, getWords, splitName } from './names.ts';

/** What stands before a body in "who heads the union". */
const HEADING = /^who\s(?:heads|leads|runs|chairs|represents|founded)\s(?:the\s)?(.{2,60})$/i;
/** "The group's spokesman", "Harbour Steel's chief executive". */
const POSSESSIVE = /^(?:the\s)?(.{2,60}?)['’]s?\s(.{3,60})$/;
const IDLE = /^(?:a|an|the|its|his|her|their|former|deputy|acting)$/;
/** Words of a post that are none of a body's name. */
const RANK = /^(?:the|chief|general|vice|managing|executive|press|country|regional|national|senior)$/;

/**
 * For whom a person speaks by a role: `prairie rail` for "a spokesman for Prairie Rail"; empty where the role is one of speaking for
 * others and does not say for whom; undefined where it is none.
 *
 * @example
 * readOrganization('head of the Rail Federation'); // 'rail federation'
 * readOrganization("the group's spokesman"); // 'group'
 * readOrganization('farmer'); // undefined
 */
export function readOrganization(role: string): string | undefined {
  const headed = HEADING.exec(role)?.[1];
  if (headed !== undefined) return foldName(headed);
  const [, owner, post = ''] = POSSESSIVE.exec(role) ?? [];
  if (owner !== undefined && splitName(foldName(post)).some(isSpeaking)) return foldName(owner);
  const words = splitName(foldName(role)).filter((word) => !IDLE.test(word));
  // A minister speaks for the ministry of the same name.
  const minister = words.indexOf('minister');
  if (minister > 0 && words[minister - 1] !== 'prime') return `${words[minister - 1]} ministry`;
  const at = words.findIndex(isSpeaking);
  if (at === -1) return readBody(words);
  const link = words.findIndex((word, index) => index >= at && /^(?:of|for|at)$/.test(word));
  const named = link === -1 ? words.slice(0, at) : words.slice(link + 1);
  return named.filter((word) => !RANK.test(word)).join(' ');
}

const isSpeaking = (word: string): boolean =>
  getWords('speaksfor').has(word) || getWords('spokesperson').has(word);

/** The body in any other post: "governor of the central bank", "county police commander", "foreign ministry press officer". */
function readBody(words: readonly string[]): string | undefined {
  const body = words.findIndex((word) => getWords('body').has(word) || word === 'hospital');
  if (body !== -1 && body < words.length - 1 && !words.slice(0, body).includes('of'))
    return words.slice(0, body + 1).join(' ');
  const link = words.indexOf('of');
  const named = link === -1 ? [] : words.slice(link + 1);
  const head = named.at(-1) ?? '';
  return getWords('body').has(head) || getWords('generic').has(head) ? named.join(' ') : undefined;
}
