import type { ChainLink, LinkType } from '../../model/claim.ts';
import type { Report, Statement } from '../../model/report.ts';
import type { OriginReason } from '../../model/story.ts';
import {
  findCountry,
  findOutlet,
  foldName,
  getWords,
  makeOfficeKey,
  makeOutletKey,
  makePersonKey,
  readUnnamedKind,
  splitName,
  stripSpokesperson,
  type UnnamedKind,
} from './names.ts';
import { resolveStandIns } from './speakers.ts';

/** An outlet or agency that a statement credits, or news media without a name. */
export interface Credit {
  readonly key: string;
  readonly name: string;
  readonly type: LinkType;
}

/** Who is first-hand behind one statement, as far as its own chain says. */
export type Access =
  | {
      readonly kind: 'named';
      readonly key: string;
      readonly name: string;
      readonly type: LinkType;
      readonly reason: OriginReason;
      /** The name's words without titles and spokespeople, as the text has them: `air force`. */
      readonly short: string;
    }
  | {
      readonly kind: 'unnamed';
      readonly who: UnnamedKind;
      readonly name: string;
      readonly type: LinkType;
      readonly isAnonymous: boolean;
    }
  /** An outlet is credited and nobody behind it. */
  | { readonly kind: 'outlet' }
  /** The reporting outlet's own voice. */
  | { readonly kind: 'own' };

/** One statement with what its chain leads to. */
export interface Traced {
  readonly report: Report;
  readonly statement: Statement;
  /** Between the reporting outlet and who is first-hand, outermost first. */
  readonly credits: readonly Credit[];
  readonly access: Access;
  /** A pronoun or bare noun stands where the speaker should: to be resolved by what was said before. */
  readonly standIn?: string;
  /** Asked and not answered, or no position taken: no origin of anything. */
  readonly isWithheld: boolean;
  readonly isDenial: boolean;
}

/** The name by which a report's outlet is compared and shown; its host or document where the page names none. */
export function getOutletName(report: Report, statement?: Statement): string {
  return report.outlet ?? statement?.chain[0]?.name ?? report.url ?? report.document;
}

const CASUALTY = /^(?:kill|injur|wound|hurt|casualt|dead|die|death|fatalit|victim|maim)/i;

/** Whether a statement says that it is not so. That nobody was hurt denies no attack. */
function isDenial(statement: Statement): boolean {
  if (statement.stance === 'denies') return true;
  const { mentions } = statement;
  return (
    mentions.length > 0 &&
    mentions.every(({ realis, trigger }) => realis === 'denied' && !CASUALTY.test(trigger.text))
  );
}

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
function readCredit(link: ChainLink): Credit | undefined {
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

/** Own people of an outlet who saw it: `an AFP reporter` who `saw`. */
function isStaff(link: ChainLink): boolean {
  const words = splitName(foldName(link.name));
  return (
    link.type === 'person' &&
    words.some((word) => getWords('staff').has(word)) &&
    getWords('witness').has(foldName(link.cue?.act ?? ''))
  );
}

const OWN_STAFF =
  /\b(?:a|an|our|its)\s+(?:\S+\s+){0,4}?(?:reporters?|correspondents?|journalists?|photographers?)\s+(?:\S+\s+){0,4}?(?:saw|seen|watched|witnessed|heard|counted|filmed)\b/i;

function readSpeaker(link: ChainLink): Access | undefined {
  const { name, type } = link;
  if (link.anonymous === true || type === 'crowd') {
    return { kind: 'unnamed', who: readUnnamedKind(name), name, type, isAnonymous: link.anonymous === true };
  }
  const short = type === 'office' ? stripSpokesperson(name) : foldName(name);
  if (type === 'person') {
    const key = makePersonKey(name);
    return { kind: 'named', key: `person ${key}`, name, type, reason: 'named speaker', short: key };
  }
  if (type === 'office') {
    // "A spokesman said", and nothing tells whose.
    if (short === '')
      return { kind: 'unnamed', who: { kind: 'spokesperson' }, name, type, isAnonymous: false };
    return { kind: 'named', key: `office ${makeOfficeKey(name)}`, name, type, reason: 'office', short };
  }
  if (type === 'document')
    return { kind: 'named', key: `document ${short}`, name, type, reason: 'document', short };
  return undefined;
}

/** What stands for somebody else: a pronoun, "his statement", "the network", "the group". */
function readStandIn(link: ChainLink): string | undefined {
  const words = splitName(foldName(link.name));
  const first = words[0] ?? '';
  if (words.length > 1)
    return ['his', 'her', 'its', 'their'].includes(first) && words.length <= 3 ? first : undefined;
  const isStandIn = ['pronoun', 'we', 'anaphor', 'collective'].some((name) => getWords(name).has(first));
  return isStandIn ? first : undefined;
}

/** A name that ran on over a comma ends there. */
function cutName(link: ChainLink): ChainLink {
  const at = link.name.indexOf(', ');
  return at <= 0 ? link : { ...link, name: link.name.slice(0, at) };
}

const known = new WeakMap<Report, readonly Traced[]>();

/** All statements of a report in order of the text, with who is behind each. A report never changes, so this is done once. */
export function traceReport(report: Report): readonly Traced[] {
  const before = known.get(report);
  if (before !== undefined) return before;
  const inOrder = [...report.statements].sort((a, b) => a.start - b.start || a.end - b.end);
  const traced = resolveStandIns(inOrder.map((statement) => traceStatement(report, statement)));
  known.set(report, traced);
  return traced;
}

/** Lets a report of which something was set aside be read as the whole one: who "he" is does not hang on what still counts. */
export function inheritTrace(part: Report, whole: Report): void {
  const statements = new Map(part.statements.map((statement) => [statement.claim, statement]));
  const traced = traceReport(whole).flatMap((one) => {
    const statement = statements.get(one.statement.claim);
    return statement === undefined ? [] : [{ ...one, report: part, statement }];
  });
  known.set(part, traced);
}

/** Reads one statement's chain from the outside in. */
function traceStatement(report: Report, statement: Statement): Traced {
  const own = makeOutletKey(getOutletName(report, statement));
  const credits: Credit[] = [];
  let access: Access = { kind: 'own' };
  let standIn: string | undefined;
  for (const given of statement.chain.slice(1, 12)) {
    const link = cutName(given);
    const credit = readCredit(link);
    if (credit !== undefined) {
      // An outlet that names itself credits nobody.
      if (credit.key === own) continue;
      credits.push(credit);
      access = { kind: 'outlet' };
      // "The agency" is the one named before, where one is; else some agency.
      standIn = readStandIn(link);
      continue;
    }
    if (isStaff(link)) {
      access = makeStaff(credits.at(-1)?.name ?? getOutletName(report, statement));
      continue;
    }
    // "The network was told": by whoever was speaking just before.
    const word = link.type === 'unknown' && link.name === 'unknown' ? 'unknown' : readStandIn(link);
    if (word !== undefined) {
      standIn = word;
      continue;
    }
    const speaker = readSpeaker(link);
    if (speaker === undefined) continue;
    access = speaker;
    standIn = undefined;
  }
  if (access.kind === 'own' && OWN_STAFF.test(statement.words)) {
    access = makeStaff(getOutletName(report, statement));
  }
  return {
    report,
    statement,
    credits,
    access,
    ...(standIn === undefined ? {} : { standIn }),
    isWithheld: statement.stance === undefined || statement.evidence === 'withheld',
    isDenial: isDenial(statement),
  };
}

function makeStaff(outlet: string): Access {
  return {
    kind: 'named',
    key: `staff ${makeOutletKey(outlet)}`,
    name: outlet,
    type: 'outlet',
    reason: 'staff on the spot',
    short: foldName(outlet),
  };
}
