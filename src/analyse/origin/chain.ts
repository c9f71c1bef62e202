import type { Report, Speaker, Statement } from '../../model/report.ts';
import { ON_THE_SPOT } from '../report/attributions.ts';
import { readCredit, readOutlet } from './media.ts';
import { foldName, getWords, makeOutletKey, splitName } from './names.ts';
import { isIssued } from './papers.ts';
import { type Access, type Context, type Credit, getOutletName } from './traced.ts';
import { readSpeaker } from './who.ts';

/** Who is behind a statement by its chain alone. */
export interface ReadChain {
  readonly credits: Credit[];
  readonly access: Access;
  readonly speaker?: Speaker;
  readonly standIn?: string;
}

export function readChain(report: Report, statement: Statement, { outlets, marks }: Context): ReadChain {
  const own = makeOutletKey(getOutletName(report, statement));
  const credits: Credit[] = [];
  let access: Access = { kind: 'own' };
  let speaker: Speaker | undefined;
  let standIn: string | undefined;
  let doer: Speaker | undefined;
  for (const given of statement.chain.slice(1, 12)) {
    const link = cutName(given);
    const isSpoken: boolean = speaker !== undefined;
    const credit = readOutlet(link, outlets, marks) ?? readCredit(link);
    if (credit !== undefined) {
      // An outlet that names itself credits nobody; one behind a speaker is what the speaker speaks of.
      if (credit.key === own || isSpoken) continue;
      credits.push(credit);
      access = { kind: 'outlet' };
      // "The agency" is the one named before, where one is; else some agency.
      standIn = readStandIn(link);
      continue;
    }
    if (isStaff(link, getOutletName(report, statement))) {
      access = makeStaff(credits.at(-1)?.name ?? getOutletName(report, statement));
      speaker = link;
      continue;
    }
    // Who speaks to the outlet is first-hand, whomever they speak of; only whom they are cited as having it from goes before.
    const isSender = isSpoken && isLoneDocument(access) && link.type === 'office';
    if (isSpoken && !isSender && !CITING.has(link.cue?.act ?? '')) continue;
    // "The index is forecast to reach 45": by nobody that is named.
    if (PASSIVE.test(link.cue?.text ?? '')) continue;
    if (!isSender && SILENT.has(link.cue?.act ?? '')) {
      doer ??= link;
      continue;
    }
    // "The network was told": by whoever was speaking just before.
    const word = link.type === 'unknown' && link.name === 'unknown' ? 'unknown' : readStandIn(link);
    if (word !== undefined) {
      if (!isSpoken) standIn = word;
      continue;
    }
    const found = readSpeaker(link);
    if (
      found === undefined ||
      (isSpoken && found.kind === 'named' && found.reason === 'document' && isIssued(found.short))
    )
      continue;
    access = found;
    speaker = link;
    standIn = undefined;
  }
  // "The company is recalling it, citing a letter": its own.
  if (doer !== undefined && isLoneDocument(access)) access = readSpeaker(doer) ?? access;
  return {
    credits,
    access,
    ...(speaker === undefined ? {} : { speaker }),
    ...(standIn === undefined ? {} : { standIn }),
  };
}

/** What is said of a thing, and by nobody in particular. */
const PASSIVE =
  /^(?:is|are|was|were|be|been|being)\s(?:\p{L}+ed|said|forecast|known|thought|understood|set|due|told|seen|held|found)(?!\p{L})/iu;

function isLoneDocument(access: Access): boolean {
  return access.kind === 'named' && access.reason === 'document' && isIssued(access.short);
}

/** Who is said beside the claims to have said a statement's sentence: only where that is somebody. */
export function findAttributed(
  report: Report,
  statement: Statement,
  { outlets }: Context,
): readonly [Access?, Speaker?] {
  for (const { within, ...link } of report.attributions ?? []) {
    if (link.role === ON_THE_SPOT || statement.start >= within[1] || statement.end <= within[0]) continue;
    if (outlets.find(link.name) !== undefined) continue;
    if (readCredit({ ...link, type: 'document' }) !== undefined) continue;
    const access = readSpeaker(cutName(link));
    if (access !== undefined) return [access, link];
  }
  return [];
}

/** Acts by which somebody wants or does, and tells nobody. */
const SILENT: ReadonlySet<string> = new Set(
  'want plan intend seek aim try agree decide prepare sign buy sell get begin start continue recall need'.split(
    ' ',
  ),
);

/** Acts by which a report says whom its speaker has it from. */
const CITING: ReadonlySet<string> = new Set(['cite', 'quote']);

/** What stands for somebody else: a pronoun, "his statement", "the network", "the group". */
function readStandIn(link: Speaker): string | undefined {
  const words = splitName(foldName(link.name));
  const first = words[0] ?? '';
  if (words.length > 1)
    return ['his', 'her', 'its', 'their'].includes(first) &&
      words.length <= 3 &&
      (link.type !== 'person' || OWN_PEOPLE.test(words.at(-1) ?? ''))
      ? first
      : undefined;
  const isStandIn = ['pronoun', 'we', 'anaphor', 'collective'].some((name) => getWords(name).has(first));
  return isStandIn ? first : undefined;
}

/** People who are the body that they are said to be of: "its troops". */
const OWN_PEOPLE = /^(?:troops|forces|soldiers|men|officers|staff|teams?|crews?|leaders?|officials)$/;

const ON_DAY = /\s(?:on|late on|early on)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/;

/** A name that ran on over a comma ends there. */
function cutName(link: Speaker): Speaker {
  const given = link.name.replace(/^\d\d[.:]\d\d\s(?:\p{Lu}{2,4}\s)?/u, '');
  const at = given.indexOf(', ');
  const whole = (at <= 0 ? given : given.slice(0, at)).replace(/^it (?:was|is) (?=\S)/i, '');
  const verb = whole.search(/\s(?:who|which|that)\s/);
  const name = verb <= 0 ? whole : whole.slice(0, verb);
  // "The medicines agency on Wednesday", "police in Bihar".
  const isThing = link.type === 'office' || link.type === 'unknown';
  const end = isThing ? name.search(/\s(?:in|on|at|near|since|after|during|by)\s/) : name.search(ON_DAY);
  return { ...link, name: end <= 0 ? name : name.slice(0, end) };
}

/** Own people of an outlet: `an AFP reporter` who `saw`, "our correspondent", "a Reuters witness" at Reuters. */
function isStaff(link: Speaker, outlet: string): boolean {
  if (link.type !== 'person') return false;
  const folded = foldName(link.name);
  const words = splitName(folded);
  const isOne = words.some((word) => getWords('staff').has(word));
  if (isOne && getWords('witness').has(foldName(link.cue?.act ?? ''))) return true;
  if (isOne && (words.length === 1 || words[0] === 'our'))
    return link.anonymous === true || words[0] === 'our';
  const rest = words.filter((word) => !/^(?:an?|the|our)$/.test(word)).join(' ');
  return (isOne || words.at(-1) === 'witness') && rest.startsWith(`${makeOutletKey(outlet)} `);
}

const OWN_STAFF =
  /\b(?:a|an|our|its)\s+(?:\S+\s+){0,4}?(?:reporters?|correspondents?|journalists?|photographers?)\s+(?:\S+\s+){0,4}?(?:saw|seen|watched|witnessed|heard|counted|filmed)\b/i;

export function makeStaff(outlet: string): Access {
  return {
    kind: 'named',
    key: `staff ${makeOutletKey(outlet)}`,
    name: outlet,
    type: 'outlet',
    reason: 'staff on the spot',
    short: foldName(outlet),
  };
}

/** Whether an own voice says that the outlet's people saw it. */
export function isSeenByStaff(words: string): boolean {
  return OWN_STAFF.test(words);
}
