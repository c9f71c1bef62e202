import { SECTORS, type Sector } from '../../../../model/entity.ts';
import { TableError } from '../../../../text/table.ts';
import { loadTable } from '../../../data.ts';
import { PERIODS } from '../../../sentence/agent.ts';
import type { ParsedSentence, Token } from '../../../sentence/parsed.ts';
import { findCountryIn } from './countries-in.ts';
import type { Pieces } from './phrases.ts';

/** An actor without a name: "militias", "U.S. officials", "riot police". */
export interface Collective {
  /** Token indexes, both included; no determiner or number before it. */
  readonly first: number;
  readonly last: number;
  /** Lemma of the head noun: `militia`. */
  readonly head: string;
  /** Modifiers and head in small letters, the head as its lemma. */
  readonly key: string;
  readonly sector?: Sector;
  /** Alpha-2; "Iran-backed" does not make a group Iranian. */
  readonly country?: string;
  /** An office with a capital ("the Vice Foreign Minister"), of which only the country tells whose it is. */
  readonly needsCountry: boolean;
  /** "the company": may take up one that was named before, and is one of its own only where it does not. */
  readonly isTakingUp?: boolean;
}

interface Nouns {
  readonly sectors: ReadonlyMap<string, Sector>;
  /** All nouns in small letters, with those that tell nothing beside a name. */
  readonly plain: ReadonlyMap<string, Sector>;
  /** Nouns that say only "some people": their modifiers tell the sector. */
  readonly generic: ReadonlySet<string>;
}

const GENERIC: ReadonlySet<string> = new Set(
  'group force element member team network organization organisation cell wing leader figure source man woman people person individual personnel unit side camp body alliance movement ally partner expert community family party agency company service'.split(
    ' ',
  ),
);

let nouns: Nouns | undefined;

function loadNouns(): Nouns {
  if (nouns !== undefined) return nouns;
  const sectors = new Map<string, Sector>();
  const plain = new Map<string, Sector>();
  for (const { line, cells } of loadTable('en/collectives.tsv', ['sector', 'nouns'])) {
    const [code, use] = cells['sector']!.split('/');
    const sector = SECTORS.find((known) => known === code);
    if (sector === undefined) {
      throw new TableError('data/en/collectives.tsv', line, `unknown sector "${cells['sector']}"`);
    }
    for (const word of cells['nouns']!.split(' ')) {
      const noun = word.replaceAll('_', ' ');
      if (use === undefined) sectors.set(noun, sector);
      plain.set(noun.toLowerCase(), sector);
    }
  }
  nouns = { sectors, plain, generic: GENERIC };
  return nouns;
}

/**
 * Sector of the people or body that a noun names; undefined where the noun names no actor.
 *
 * @param lemma in small letters: `protester`, `security guard`
 * @example
 * sectorOfNoun('militia'); // 'REB'
 */
export function sectorOfNoun(lemma: string): Sector | undefined {
  return loadNouns().sectors.get(lemma);
}

let compoundHeads: ReadonlySet<string> | undefined;

/** Sector of a noun together with the one before it: `security guard`. */
function sectorOfCompound(before: Token | undefined, lemma: string): Sector | undefined {
  compoundHeads ??= new Set([...loadNouns().plain.keys()].flatMap((noun) => noun.split(' ').slice(1)));
  if (before === undefined || !compoundHeads.has(lemma)) return undefined;
  return loadNouns().plain.get(`${before.lemma.toLowerCase()} ${lemma}`);
}

/** Whether a noun names some people without saying which kind: `group`, `member`. */
export function isGenericNoun(lemma: string): boolean {
  return loadNouns().generic.has(lemma);
}

/** Nouns whose modifiers tell more: "police officers", "intelligence officers". */
const TOLD_BY_MODIFIER: ReadonlySet<string> = new Set([
  'force',
  'personnel',
  'officer',
  'commander',
  'chief',
  'guard',
  'leader',
  'official',
  'spokesman',
  'spokeswoman',
  'spokesperson',
  'delegate',
  'delegation',
  'negotiator',
  'representative',
  'candidate',
  'member',
  'aide',
]);

/** Whether what stands before a noun tells more of who is meant than the noun: "rebel leaders", "police officials". */
export const isToldByModifier = (lemma: string): boolean => TOLD_BY_MODIFIER.has(lemma);

const MODIFIER = /^(?:JJ[RS]?|NN|NNS|NNP|NNPS|VBN|VBG|CD|POS|HYPH|FW)$/;
const ADJECTIVE_SECTORS: ReadonlyMap<string, Sector> = new Map([
  ['armed', 'REB'],
  ['insurgent', 'REB'],
  ['rebel', 'REB'],
  ['extremist', 'REB'],
  ['terrorist', 'REB'],
  ['terror', 'REB'],
  ['jihadist', 'REB'],
  ['militant', 'REB'],
  ['militia', 'REB'],
  ['paramilitary', 'REB'],
  ['separatist', 'REB'],
  ['security', 'COP'],
  ['police', 'COP'],
  ['military', 'MIL'],
  ['army', 'MIL'],
  ['naval', 'MIL'],
  ['ground', 'MIL'],
  ['coalition', 'MIL'],
  ['special', 'MIL'],
  ['defense', 'MIL'],
  ['defence', 'MIL'],
  ['government', 'GOV'],
  ['intelligence', 'SPY'],
  ['opposition', 'OPP'],
  ['rights', 'NGO'],
  ['aid', 'NGO'],
  ['relief', 'NGO'],
  ['humanitarian', 'NGO'],
  ['advocacy', 'NGO'],
  ['criminal', 'CRM'],
  ['religious', 'REL'],
  ['political', 'PTY'],
  ['parliamentary', 'LEG'],
  ['media', 'MED'],
  ['news', 'MED'],
  ['medical', 'LAB'],
  ['union', 'LAB'],
  ['church', 'REL'],
  ['congressional', 'LEG'],
  ['senate', 'LEG'],
  ['judicial', 'JUD'],
  ['party', 'PTY'],
  ['campaign', 'PTY'],
  ['university', 'EDU'],
  ['school', 'EDU'],
  ['company', 'BUS'],
  ['airline', 'BUS'],
  ['bank', 'BUS'],
  ['industry', 'BUS'],
  ['customs', 'COP'],
  ['plainclothes', 'COP'],
  ['undercover', 'COP'],
  ['uniformed', 'COP'],
  ['traffic', 'COP'],
  ['corrections', 'COP'],
  ['swat', 'COP'],
  ['jewish', 'REL'],
  ['enforcement', 'COP'],
  ['oil', 'BUS'],
  ['business', 'BUS'],
]);

/**
 * The collective whose head noun is token `i`, with its modifiers; undefined where the token heads none. A noun
 * that only describes the next noun ("police station", "militia attack") heads nothing.
 */
export function findCollective(sentence: ParsedSentence, pieces: Pieces, i: number): Collective | undefined {
  const { tokens } = sentence;
  const token = tokens[i]!;
  const isOffice = (token.xpos === 'NNP' || token.xpos === 'NNPS') && OFFICES.has(token.text.toLowerCase());
  const isNoun =
    token.xpos === 'NN' || token.xpos === 'NNS' || isBeliever(token, i) || isNounInPlace(tokens, i);
  if (!isNoun && !isOffice) return undefined;
  const lemma = isOffice ? token.text.toLowerCase() : token.lemma.toLowerCase();
  const own = sectorOfCompound(tokens[i - 1], lemma) ?? loadNouns().plain.get(lemma);
  if (own === undefined && !isGenericNoun(lemma)) return findBody(sentence, i);
  const next = tokens[i + 1];
  if (
    next !== undefined &&
    next.start - token.end <= 1 &&
    describesNext(next, isOffice) &&
    !(FORCES.has(lemma) && DEEDS.has(next.lemma.toLowerCase()))
  )
    return undefined;
  const first = findStart(tokens, i);
  const modifiers = tokens.slice(first, i).map((modifier) => modifier.text.toLowerCase());
  const told = modifiers.map((word) => ADJECTIVE_SECTORS.get(word) ?? sectorOfNoun(word)).findLast(Boolean);
  // Those of a faith are plain people, not its bodies.
  const toldSector = own === undefined || TOLD_BY_MODIFIER.has(lemma) ? (told ?? own) : own;
  const sector = token.xpos === 'NNPS' && toldSector === 'REL' ? 'CVL' : toldSector;
  const country = findCountryIn(sentence, pieces, { first, last: i });
  // "groups" or "people" alone say too little to be an actor of their own.
  if (own === undefined && (told === undefined || lemma === 'source') && !isNational(token, country))
    return findBody(sentence, i);
  return {
    first,
    last: i,
    head: lemma,
    key: [...modifiers, lemma].join(' '),
    needsCountry: isOffice,
    ...(sector === undefined ? nationalSector(lemma) : { sector }),
    ...(country === undefined ? {} : { country }),
  };
}

/** Bodies that a noun names by itself, where it takes up none named before, and what they are. */
const BODIES: ReadonlyMap<string, Sector | undefined> = new Map<string, Sector | undefined>([
  ['city', 'GOV'],
  ['state', 'GOV'],
  ['county', 'GOV'],
  ['town', 'GOV'],
  ['township', 'GOV'],
  ['municipality', 'GOV'],
  ['council', 'GOV'],
  ['commission', 'GOV'],
  ['agency', 'GOV'],
  ['department', 'GOV'],
  ['campaign', 'PTY'],
  ['company', 'BUS'],
  ['bank', 'BUS'],
  ['union', 'LAB'],
  ['university', 'EDU'],
  ['church', 'REL'],
  ['rival', undefined],
  ['competitor', undefined],
  ['colleague', undefined],
  ['counterpart', undefined],
]);
const BODY_ACTS: ReadonlySet<string> = new Set(
  'sue urge ask announce agree accuse plan order approve reject refuse decline offer demand request criticize criticise blame condemn seek vow pledge promise deny impose investigate threaten provide give donate call warn support endorse oppose charge ban arrest meet defend fight attack hire fire settle'.split(
    ' ',
  ),
);

const FOUGHT_OVER: ReadonlySet<string> = new Set(['attack', 'defend', 'fight']);

/** "The city is urging residents", "sued the company", "her rivals called for it": by what it does or undergoes. */
function findBody({ tokens }: ParsedSentence, i: number): Collective | undefined {
  const { lemma, xpos, deprel, head } = tokens[i]!;
  if (!BODIES.has(lemma)) return undefined;
  const sector = BODIES.get(lemma);
  // Rivals are told by the plural, bodies by the singular.
  if (xpos !== (sector === undefined ? 'NNS' : 'NN')) return undefined;
  const above = tokens[head];
  if (above?.upos !== 'VERB' || !BODY_ACTS.has(above.lemma)) return undefined;
  if (deprel !== 'nsubj' && deprel !== 'obj' && deprel !== 'nsubj:pass') return undefined;
  // "attacked the town" hits a place, not those who govern it.
  if (deprel !== 'nsubj' && sector === 'GOV' && FOUGHT_OVER.has(above.lemma)) return undefined;
  const before = tokens[i - 1];
  if (sector !== undefined && before?.text.toLowerCase() !== 'the') return undefined;
  const next = tokens[i + 1];
  if (next !== undefined && (/^(?:NN|POS)/.test(next.xpos) || /^(?:of|where|that|which)$/.test(next.text)))
    return undefined;
  return {
    first: i,
    last: i,
    head: lemma,
    key: lemma,
    needsCountry: false,
    isTakingUp: sector !== undefined,
    ...(sector === undefined ? {} : { sector }),
  };
}

/** "all Muslims", "Christians": people of a faith are written with a capital, as are those who begin the sentence ("Residents"). */
function isBeliever(token: Token, at: number): boolean {
  if (token.xpos !== 'NNPS') return false;
  const sector = loadNouns().plain.get(token.lemma.toLowerCase());
  return sector === 'REL' || (at === 0 && sector === 'CVL');
}

/** "a top official today said": a noun by its place, which the tagger takes for an adjective. */
function isNounInPlace(tokens: readonly Token[], i: number): boolean {
  const { xpos, deprel } = tokens[i]!;
  if (xpos !== 'JJ') return false;
  if (deprel === 'nsubj' || deprel === 'obj') return true;
  const next = tokens[i + 1];
  const before = tokens[i - 1];
  const isClosed = next === undefined || CALENDAR.test(next.text) || /^(?:VB[DZP]|MD)$/.test(next.xpos);
  return isClosed && before !== undefined && /^(?:DT|JJ|NNP)$/.test(before.xpos);
}

/** "Turkish forces", "the Greek side": the nation makes an actor of a word that says too little alone. */
const isNational = (token: Token, country: string | undefined): boolean =>
  country !== undefined &&
  /^(?:forces|sides?|movements?|groups?|part(?:y|ies)|compan(?:y|ies))$/.test(token.text);

const NATIONAL_SECTORS: ReadonlyMap<string, Sector> = new Map([
  ['force', 'MIL'],
  ['party', 'PTY'],
  ['company', 'BUS'],
]);

function nationalSector(lemma: string): { readonly sector?: Sector } {
  const sector = NATIONAL_SECTORS.get(lemma);
  return sector === undefined ? {} : { sector };
}

/** Offices that are written with a capital where they stand for whoever holds them. */
const OFFICES: ReadonlySet<string> = new Set(
  'minister president premier chancellor ambassador king queen prince emir sultan secretary governor envoy consul'.split(
    ' ',
  ),
);

/** "the police shooting of a boy", "an army raid": those who act. A police station is another matter. */
const FORCES: ReadonlySet<string> = new Set(
  'police army military navy militia rebel militant insurgent government opposition'.split(' '),
);
const DEEDS: ReadonlySet<string> = new Set(
  'shooting killing raid attack assault operation crackdown offensive strike bombing shelling ambush investigation inquiry probe search arrest brutality beating ban crossfire blockade siege'.split(
    ' ',
  ),
);

/** "police station", and not "police today"; behind an office with a capital a name says who holds it. */
const describesNext = (next: Token, isOffice: boolean): boolean =>
  /^NN/.test(next.xpos) &&
  (isOffice ? !CALENDAR.test(next.text) : !isName(next) && !CALENDAR.test(next.text));

const isName = (token: Token): boolean => /^NNPS?$/.test(token.xpos);

/** "Hungarian and Romanian officials": the second of two adjectives hangs on the first. */
const isJoinedNation = (tokens: readonly Token[], k: number): boolean =>
  tokens[k]!.deprel === 'conj' && tokens[k - 1]?.xpos === 'CC' && /^\p{Lu}/u.test(tokens[k]!.text);

const isElsewhere = (token: Token, first: number, last: number): boolean =>
  token.head > last || token.head < first;

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|week|month|year|today|yesterday)$/i;

/** A verb behind its subject ("Police *arrested* 40 protesters"), or a time word: what describes the noun stands after it. */
function isApart(tokens: readonly Token[], k: number): boolean {
  const { xpos, text } = tokens[k]!;
  const before = tokens[k - 1];
  if (CALENDAR.test(text)) return true;
  return /^VB/.test(xpos) && before !== undefined && ['NOUN', 'PROPN', 'PRON', 'AUX'].includes(before.upos);
}

/** Leftmost modifier; numbers and quantities at the front are left out, as are possessives of other phrases. */
function findStart(tokens: readonly Token[], head: number): number {
  let first = head;
  for (let k = head - 1; k >= 0 && head - k <= 8; k--) {
    const { xpos, text } = tokens[k]!;
    if (!MODIFIER.test(xpos) && !/^[-–]$/.test(text)) break;
    if (xpos === 'POS' || isApart(tokens, k)) break;
    first = k;
  }
  // An adjective that hangs on something else is no modifier: "officials are concerned militias have moved".
  while (
    first < head &&
    /^(?:JJ|VB)/.test(tokens[first]!.xpos) &&
    isElsewhere(tokens[first]!, first, head) &&
    !isJoinedNation(tokens, first)
  )
    first++;
  // The same where the tree errs: an adjective right behind "are" is what is said of the officials.
  if (first < head && tokens[first]!.xpos.startsWith('JJ') && tokens[first - 1]?.lemma === 'be') first++;
  while (
    first < head &&
    (/^(?:CD|POS|HYPH|JJR|JJS)$/.test(tokens[first]!.xpos) ||
      // "On Monday night two officials": a time that stands before them.
      (PERIODS.has(tokens[first]!.lemma.toLowerCase()) && tokens[first + 1]!.xpos !== 'POS') ||
      // "a 16-year-old resident": no age describes them.
      (tokens[first]!.text === 'old' && tokens[first - 1]?.xpos === 'HYPH') ||
      /^(?:[-–]|including|involving|other|many|several|few|such|same|own|more|most|some|first|last|next|new|dozen|hundred|thousand|dozens|hundreds|thousands)$/i.test(
        tokens[first]!.text,
      ))
  ) {
    first++;
  }
  return first;
}
