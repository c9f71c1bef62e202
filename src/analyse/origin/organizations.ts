import { foldName, getWords, splitName } from './names.ts';

/**
 * For whom a person speaks by a role: `prairie rail` for "a spokesman for Prairie Rail"; empty where the role is one of speaking for
 * others and does not say for whom; undefined where it is none.
 *
 * @example
 * readOrganization('head of the Rail Federation'); // 'rail federation'
 * readOrganization('farmer'); // undefined
 */
export function readOrganization(role: string): string | undefined {
  const words = splitName(foldName(role)).filter(
    (word) => !/^(?:a|an|the|its|his|her|their|former|deputy|acting)$/.test(word),
  );
  // A minister speaks for the ministry of the same name.
  const minister = words.indexOf('minister');
  if (minister > 0 && words[minister - 1] !== 'prime') return `${words[minister - 1]} ministry`;
  const at = words.findIndex((word) => getWords('speaksfor').has(word) || getWords('spokesperson').has(word));
  if (at === -1) return undefined;
  const link = words.findIndex((word, index) => index >= at && /^(?:of|for|at)$/.test(word));
  const named = link === -1 ? words.slice(0, at) : words.slice(link + 1);
  return named
    .filter((word) => word !== 'the' && !/^(?:chief|general|vice|managing|executive|press)$/.test(word))
    .join(' ');
}
