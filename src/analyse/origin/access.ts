import type { ChainLink, LinkType } from '../../model/claim.ts';
import type { Report, Statement } from '../../model/report.ts';
import type { OriginReason } from '../../model/story.ts';
import { listStatements } from '../report/lede.ts';
import { findCopied, findMarkOf, findMarkOn, type ReadMark, readMarks } from './credits.ts';
import {
  cutOffice,
  findCountry,
  findOutlet,
  foldName,
  getWords,
  isKindWord,
  makeOfficeKey,
  makeOutletKey,
  makePersonKey,
  readUnnamedKind,
  splitName,
  stripSpokesperson,
  type UnnamedKind,
} from './names.ts';
import { readOrganization } from './organizations.ts';
import { Outlets } from './outlets.ts';
import { resolveStandIns } from './speakers.ts';
import { isDenialWords, isWithheldWords } from './withheld.ts';

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
      /** Of a person: the post that is named, and for whom the person speaks by it; empty where that is left to the context. */
      readonly role?: string;
      readonly organization?: string;
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
function isDenial(statement: Statement, report: Report, access: Access): boolean {
  if (statement.stance === 'denies') return true;
  if (access.kind !== 'own' && access.kind !== 'outlet' && isDenialWords(statement, report)) return true;
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

/** Who speaks, by one link; undefined where it is nobody. */
function readSpeaker(link: ChainLink): Access | undefined {
  const { name, type } = link;
  // What runs on over a verb is no name.
  if (/\s(?:is|are|was|were|has|have|had|will|would)\s/.test(name)) return undefined;
  const folded = foldName(name);
  const isBody = (type !== 'person' || link.anonymous === true) && isInstitution(folded);
  if (link.anonymous === true && isPost(link, folded)) {
    const post = splitName(folded)
      .filter((word) => !getWords('pronoun').has(word))
      .join(' ');
    return { kind: 'named', key: `post ${post}`, name, type, reason: 'office', short: post };
  }
  if ((link.anonymous === true || type === 'crowd' || isPeople(link, folded)) && !isBody) {
    return { kind: 'unnamed', who: readUnnamedKind(name), name, type, isAnonymous: link.anonymous === true };
  }
  if (type === 'document' || isRecord(link, folded)) return readDocument(link);
  if (type === 'person' && !isBody) {
    const key = makePersonKey(name);
    return {
      ...{ kind: 'named', key: `person ${key}`, name, type, reason: 'named speaker', short: key },
      ...(link.role === undefined ? {} : { role: link.role, organization: readOrganization(link.role) }),
    } as Access;
  }
  if (type !== 'office' && !isBody && !/^\p{Lu}/u.test(name)) return undefined;
  if (/\b(?:those|these|this|that|there)$/.test(folded)) return undefined;
  if (folded === '' || (type === 'unknown' && name === 'unknown')) return undefined;
  const short = cutOffice(stripSpokesperson(name));
  // "A spokesman said", and nothing tells whose.
  if (short === '') return { kind: 'unnamed', who: { kind: 'spokesperson' }, name, type, isAnonymous: false };
  return {
    kind: 'named',
    key: `office ${makeOfficeKey(name)}`,
    name,
    type: 'office',
    reason: 'office',
    short,
  };
}

/** A release or letter is the word of whoever gave it out; a record speaks for itself. */
function readDocument({ name, type }: ChainLink): Access {
  const folded = foldName(name);
  const [head = '', link = ''] = splitName(folded);
  const issuer = /^(?:from|of|by)$/.test(link)
    ? splitName(folded).slice(2).join(' ').replace(/^the /, '')
    : '';
  const isIssued = splitName(folded).some((word) => getWords('issued').has(word));
  if (isIssued && issuer !== '' && getWords('issued').has(head))
    return {
      kind: 'named',
      key: `office ${makeOfficeKey(issuer)}`,
      name: issuer,
      type: 'office',
      reason: 'office',
      short: issuer,
    };
  const within = / (?:from|of|by) (?:the )?(\S.*)$/.exec(folded)?.[1];
  if (isIssued && within !== undefined)
    return {
      kind: 'named',
      key: `office ${makeOfficeKey(within)}`,
      name: within,
      type: 'office',
      reason: 'office',
      short: within,
    };
  if (!isIssued && isInstitution(folded))
    return {
      kind: 'named',
      key: `office ${makeOfficeKey(name)}`,
      name,
      type: 'office',
      reason: 'office',
      short: stripSpokesperson(name),
    };
  return { kind: 'named', key: `document ${folded}`, name, type, reason: 'document', short: folded };
}

/** Whether a name's head is a body: `coast guard`, `police in Bihar`, `works department`. */
function isInstitution(folded: string): boolean {
  const head = readHead(folded);
  return getWords('body').has(head) && !/^(?:two|three|four|five|several|some|many|a|an|one)\b/.test(folded);
}

/** Whether one person is named by a post that only one can hold: "the hospital director", "its chief executive". */
function isPost({ name, number }: ChainLink, folded: string): boolean {
  if (number === 'several' || /^(?:an?|one|two|three|several|some|former|another|senior)\s/i.test(name))
    return false;
  return getWords('post').has(readHead(folded));
}

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

/** The word that says what it is: the last one before "of", "in", "for". */
function readHead(folded: string): string {
  const words = splitName(folded);
  const end = words.findIndex(
    (word, at) => at > 0 && /^(?:of|in|for|at|on|from|with|who|near|that)$/.test(word),
  );
  return (end === -1 ? words.at(-1) : words[end - 1]) ?? '';
}

/** What stands for somebody else: a pronoun, "his statement", "the network", "the group". */
function readStandIn(link: ChainLink): string | undefined {
  const words = splitName(foldName(link.name));
  const first = words[0] ?? '';
  if (words.length > 1)
    return ['his', 'her', 'its', 'their'].includes(first) && words.length <= 3 && link.type !== 'person'
      ? first
      : undefined;
  const isStandIn = ['pronoun', 'we', 'anaphor', 'collective'].some((name) => getWords(name).has(first));
  return isStandIn ? first : undefined;
}

const ON_DAY = /\s(?:on|late on|early on)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/;

/** A name that ran on over a comma ends there. */
function cutName(link: ChainLink): ChainLink {
  const at = link.name.indexOf(', ');
  const whole = (at <= 0 ? link.name : link.name.slice(0, at)).replace(/^it (?:was|is) (?=\S)/i, '');
  const verb = whole.search(/\s(?:who|which|that)\s/);
  const name = verb <= 0 ? whole : whole.slice(0, verb);
  // "The medicines agency on Wednesday", "police in Bihar".
  const isThing = link.type === 'office' || link.type === 'unknown';
  const end = isThing ? name.search(/\s(?:in|on|at|near|since|after|during|by)\s/) : name.search(ON_DAY);
  return { ...link, name: end <= 0 ? name : name.slice(0, end) };
}

const known = new WeakMap<Report, { readonly outlets: string; readonly traced: readonly Traced[] }>();

/**
 * All statements of a report in order of the text, with who is behind each. `outlets` are those that names may stand for. A
 * report never changes, so this is done once for the same ones.
 */
export function traceReport(report: Report, outlets: Outlets = new Outlets([report])): readonly Traced[] {
  const before = known.get(report);
  if (before?.outlets === outlets.signature) return before.traced;
  const whole = wholes.get(report);
  if (whole !== undefined) {
    const left = tracePart(report, traceReport(whole, outlets));
    known.set(report, { outlets: outlets.signature, traced: left });
    return left;
  }
  const marks = readMarks(report, outlets, makeOutletKey(getOutletName(report, report.statements[0])));
  const inOrder = [...listStatements(report)].sort((a, b) => a.start - b.start || a.end - b.end);
  const traced = resolveStandIns(
    inOrder.map((statement) => traceStatement(report, statement, { outlets, marks })),
  );
  const told = spreadDenials(spreadWithheld(traced));
  known.set(report, { outlets: outlets.signature, traced: told });
  return told;
}

const wholes = new WeakMap<Report, Report>();

/** Lets a report of which something was set aside be read as the whole one: who "he" is does not hang on what still counts. */
export function inheritTrace(part: Report, whole: Report): void {
  wholes.set(part, whole);
}

/** What the whole report's trace says of the statements that are left. */
function tracePart(part: Report, whole: readonly Traced[]): readonly Traced[] {
  const left = new Map(part.statements.map((statement) => [statement.claim, statement]));
  return whole.flatMap((one) => {
    const statement = left.get(one.statement.claim);
    return statement === undefined ? [] : [{ ...one, report: part, statement }];
  });
}

/** "Would neither confirm nor deny that …": what it is about is neither, too. */
function spreadWithheld(traced: readonly Traced[]): readonly Traced[] {
  return traced.map((one) => {
    const isAsked = traced.some(
      (other) =>
        other.isWithheld &&
        other.access.kind === 'named' &&
        one.access.kind === 'named' &&
        other.access.key === one.access.key &&
        other.statement.start < one.statement.end &&
        one.statement.start < other.statement.end,
    );
    return isAsked && !one.isWithheld ? { ...one, isWithheld: true } : one;
  });
}

/** Who denies it in one sentence of a report does not affirm it in the next. */
function spreadDenials(traced: readonly Traced[]): readonly Traced[] {
  const deny = new Set(
    traced.flatMap(({ access, isDenial }) => (isDenial && access.kind === 'named' ? [access.key] : [])),
  );
  if (deny.size === 0) return traced;
  return traced.map((one) =>
    one.access.kind === 'named' && deny.has(one.access.key) ? { ...one, isDenial: true } : one,
  );
}

interface Context {
  readonly outlets: Outlets;
  readonly marks: readonly ReadMark[];
}

interface ReadChain {
  readonly credits: Credit[];
  readonly access: Access;
  readonly speaker?: ChainLink;
  readonly standIn?: string;
}

/** Reads one statement's chain from the outside in, then what its sentence and its page credit beside it. */
function traceStatement(report: Report, statement: Statement, context: Context): Traced {
  const own = makeOutletKey(getOutletName(report, statement));
  const read = readChain(report, statement, context);
  const { credits } = read;
  let { access, standIn, speaker } = read;
  if (access.kind === 'own') {
    const [said, link] = findAttributed(report, statement, context);
    if (said !== undefined) [access, speaker, standIn] = [said, link, undefined];
  }
  const add = (mark: ReadMark | undefined) => {
    if (mark === undefined || mark.key === own || credits.some(({ key }) => key === mark.key)) return;
    credits.push({ key: mark.key, name: mark.name, type: 'outlet' });
    if (access.kind === 'own') access = { kind: 'outlet' };
  };
  if (credits.length === 0 || access.kind === 'own') add(findMarkOf(statement, speaker, context.marks));
  if (credits.length === 0) add(findCopied(context.marks, 'copy'));
  if (credits.length === 0 && access.kind !== 'named') add(findCopied(context.marks, 'part'));
  if (access.kind === 'own' && OWN_STAFF.test(statement.words)) {
    access = makeStaff(getOutletName(report, statement));
    standIn = undefined;
  }
  const hasSpeaker = access.kind === 'named' || access.kind === 'unnamed' || standIn !== undefined;
  return {
    report,
    statement,
    credits,
    access,
    ...(standIn === undefined ? {} : { standIn }),
    isWithheld:
      statement.stance === undefined ||
      statement.evidence === 'withheld' ||
      isWithheldWords(statement.words, hasSpeaker),
    isDenial: isDenial(statement, report, access),
  };
}

function readChain(report: Report, statement: Statement, { outlets, marks }: Context): ReadChain {
  const own = makeOutletKey(getOutletName(report, statement));
  const credits: Credit[] = [];
  let access: Access = { kind: 'own' };
  let speaker: ChainLink | undefined;
  let standIn: string | undefined;
  let doer: ChainLink | undefined;
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
    if (isStaff(link)) {
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
function findAttributed(
  report: Report,
  statement: Statement,
  { outlets }: Context,
): readonly [Access?, ChainLink?] {
  for (const { within, ...link } of report.attributions ?? []) {
    if (statement.start >= within[1] || statement.end <= within[0] || outlets.find(link.name) !== undefined)
      continue;
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

/** A letter or release without its sender: whoever is named before it gave it out. */
function isIssued(folded: string): boolean {
  return splitName(folded).some((word) => getWords('issued').has(word));
}

/** An outlet that is known as one, whatever the link was taken for. */
function readOutlet(link: ChainLink, outlets: Outlets, marks: readonly ReadMark[]): Credit | undefined {
  const mark = findMarkOn(link, marks);
  if (mark !== undefined) return { key: mark.key, name: mark.name, type: 'outlet' };
  if (!outlets.has(link.name)) return undefined;
  const found = outlets.find(link.name);
  return found === undefined ? undefined : { ...found, type: 'outlet' };
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
