import robotsParser from 'robots-parser';

/** What we use of the parser, whose own types describe a default export that Node does not see in it. */
type ParseRobots = (
  address: string,
  text: string,
) => {
  isAllowed(url: string, name: string): boolean | undefined;
  getCrawlDelay(name: string): number | undefined;
};
const parseText = robotsParser as unknown as ParseRobots;

/** The name that we go by in robots.txt. */
export const ROBOT_NAME = 'tocsin';

/** Bytes of a robots.txt that are read: as many as RFC 9309 asks for, at least. */
export const ROBOTS_BYTES = 512_000;

/** Longest pause between two requests that a site is granted, in seconds. */
const LONGEST_DELAY = 60;

/** Bounds under which any robots.txt is judged in a moment: lines that are rules, their length, and the wildcards in one. */
const MAX_RULES = 5000;
const MAX_LINE = 2000;
const MAX_WILDCARDS = 16;
const MAX_ADDRESS = 4000;

/** What a site's robots.txt says to us. */
export interface RobotsRules {
  /** Whether it has a group of rules for us by our name, not only for all robots. */
  readonly namesUs: boolean;
  /** Seconds that it wants between two requests, at most 60. */
  readonly delay?: number;
  isAllowed(url: string): boolean;
}

/** Where there is no robots.txt, everything is allowed. */
export const ALL_ALLOWED: RobotsRules = { namesUs: false, isAllowed: () => true };

/**
 * Reads a robots.txt (RFC 9309).
 *
 * @param address Its own address: rules hold for its scheme, host and port alone.
 * @example
 * parseRobots('User-agent: *\nDisallow: /drafts/', 'https://news.example/robots.txt').isAllowed('https://news.example/drafts/a'); // false
 */
export function parseRobots(text: string, address: string): RobotsRules {
  const { lines, namesUs } = keepOwnGroups(text);
  const robots = parseText(address, lines.join('\n'));
  const delay = robots.getCrawlDelay(ROBOT_NAME);
  return {
    namesUs,
    ...(delay !== undefined && delay > 0 ? { delay: Math.min(delay, LONGEST_DELAY) } : {}),
    // Undefined means an address of another site, which nobody should have asked about: refused, to be on the safe side.
    isAllowed: (url) => url.length <= MAX_ADDRESS && robots.isAllowed(url, ROBOT_NAME) === true,
  };
}

/**
 * The lines of the groups for us and for all robots. The parser holds every rule once for each robot of its group, so that a
 * file of a few hundred kilobytes with many of both would fill the memory.
 */
function keepOwnGroups(text: string): { readonly lines: readonly string[]; readonly namesUs: boolean } {
  const lines: string[] = [];
  let names = new Set<string>();
  let isNaming = false;
  let rules = 0;
  let namesUs = false;
  for (const raw of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    if (raw.length > MAX_LINE) continue;
    const line = raw.replace(/#.*$/, '').trim();
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const field = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (field === 'user-agent') {
      if (!isNaming) names = new Set();
      isNaming = true;
      const name = value.toLowerCase().replace(/\/.*$/, '').trim();
      if (name === '*' || name === ROBOT_NAME) names.add(name);
      namesUs ||= name === ROBOT_NAME;
      continue;
    }
    const isRule = field === 'allow' || field === 'disallow';
    if (!isRule && field !== 'crawl-delay') continue;
    if (isNaming) lines.push(...[...names].map((name) => `User-agent: ${name}`));
    isNaming = false;
    if (names.size === 0 || (isRule && value.split('*').length - 1 > MAX_WILDCARDS)) continue;
    rules += 1;
    if (rules > MAX_RULES) break;
    lines.push(`${field}: ${value}`);
  }
  return { lines, namesUs };
}
