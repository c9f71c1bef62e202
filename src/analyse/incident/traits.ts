import type { EventType } from '../../model/event.ts';
import type { Location, Mention, Party, Report, Statement } from '../../model/report.ts';
import { foldName, makePersonKey } from '../origin/names.ts';
import { countDays, type DayRange, parseDay, parseRange } from './days.ts';
import { findNamedDay } from './named-days.ts';
import { isLocal } from './places.ts';
import { findCasualty, findWeapon, isHistoryWord } from './words.ts';

/** What is done or feared never is one with what is practised. */
export type Phase = 'fact' | 'open' | 'exercise';

/** A mention by what it can be compared with. */
export interface Traits {
  readonly report: Report;
  readonly statement: Statement;
  readonly mention: Mention;
  /** Type, or what several types code alike: `withdraw`. */
  readonly family: string;
  readonly type: EventType;
  readonly phase: Phase;
  readonly isDenied: boolean;
  /** Said to depend on something: never one with what is done. */
  readonly isConditional: boolean;
  /** Told as history, or of many times. */
  readonly isBackground: boolean;
  /** What came of an act rather than the act: "two were hurt". */
  readonly casualty?: string;
  readonly weapon?: string;
  readonly day?: DayRange;
  /** Of what the reader left without a day: one that its sentence names. It keeps apart, and dates what nothing else dates. */
  readonly namedDay?: DayRange;
  /** Days about its publication, of fresh news without a day. */
  readonly fresh?: DayRange;
  readonly place?: Location;
  /** Named sites that took part: `us embassy`. */
  readonly facilities: readonly string[];
  /** Named people whom it befell. */
  readonly victims: readonly string[];
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  /** Trigger without its ending. */
  readonly stem: string;
  /** Its statement looks back without telling where to: "CENTCOM counted 21 then". */
  readonly looksBack: boolean;
  /** "The attack", "that strike": one that was told of; "an attack": one that was not. */
  readonly article: 'definite' | 'indefinite' | 'none';
  /** "Attacks", not "the attack": may be any number of them. */
  readonly isPlural: boolean;
  /** Neither day nor place nor victim: nothing to tell it from others by. */
  readonly isBare: boolean;
}

const FACT = new Set(['occurred', 'ongoing', 'denied', 'recurrent']);
/** Statements from the beginning of a report that are its news. */
const LEDE = 3;

/** Days about publication in which fresh news happened. */
function makeFreshRange(report: Report): DayRange | undefined {
  const day = parseDay(report.published ?? report.seen) ?? parseDay(report.seen);
  return day === undefined ? undefined : { from: day - 2, to: day + 1 };
}

/**
 * The days that a mention names. What is done cannot lie in the future: "on 3 January", read as the coming one, was the
 * last one.
 */
export function readDay(report: Report, mention: Mention): DayRange | undefined {
  const { when } = mention;
  const phase = findPhase(mention);
  if (when === undefined || when.precision === 'unknown') return undefined;
  const range = parseRange(when.from, when.to);
  if (range === undefined || countDays(range) > 366) return undefined;
  const published = parseDay(report.published ?? report.seen);
  if (phase !== 'fact' || published === undefined || range.from <= published + 1 || countDays(range) > 31) {
    return range;
  }
  const earlier = new Date(range.from * 86_400_000);
  earlier.setUTCFullYear(earlier.getUTCFullYear() - 1);
  const from = earlier.getTime() / 86_400_000;
  return { from, to: from + countDays(range) - 1 };
}

/** A site's name without what does not tell it from others: `us embassy` for "the U.S. Embassy compound in Baghdad". */
export function makeFacilityKey(name: string): string {
  return foldName(name)
    .replace(/\bamerican\b/g, 'us')
    .replace(/\s(?:compound|complex|building|grounds|base)\b/g, '')
    .replace(/\s(?:in|at|near)\s.*$/, '')
    .trim();
}

/** A person's name by its consonants, since vowels and doubled letters are what spellings differ in: Soleimani, Sulaimani. */
export function makeVictimKey(name: string): string | undefined {
  const words = makePersonKey(name).split(' ');
  const last = words.at(-1) ?? '';
  if (words.length < 2 || !/^\p{Lu}/u.test(name)) return undefined;
  const consonants = last.replace(/(.)\1+/g, '$1').replace(/[aeiouyw]/g, '');
  return consonants.length < 3 ? `${words[0]} ${last}` : `${consonants} ${words[0]?.[0] ?? ''}`;
}

function findWeaponOf(mention: Mention, casualty: string | undefined): string | undefined {
  for (const { name } of mention.instruments) {
    for (const word of foldName(name).split(' ').reverse()) {
      const weapon = findWeapon(word);
      if (weapon !== undefined) return weapon;
    }
  }
  for (const { of } of mention.figures) {
    const weapon = findWeapon(of);
    if (weapon !== undefined) return weapon;
  }
  // A mode tells more than a trigger: "bombed" from the air. "Killed" tells nothing.
  const mode = mention.plover.mode === undefined ? undefined : findWeapon(mention.plover.mode);
  return mode ?? (casualty === undefined ? findWeapon(mention.trigger.text) : undefined);
}

/** Kind of happening: what two types code alike is one. */
function findFamily({ plover }: Mention): string {
  return plover.mode === 'withdraw' ? 'withdraw' : plover.type;
}

/** Trigger by which two words for one act are told alike: `withdraw` for "withdrawal", "withdrew". */
function makeStem(text: string): string {
  return foldName(text)
    .replace(/(?:ing|ed|al|s)$/, '')
    .replace(/drew|drawn$/, 'draw');
}

/** Whether a statement is of an earlier time than its report: "four days after", "have attacked before", "then". */
function isLookingBack(words: string): boolean {
  return (
    words
      .toLowerCase()
      .split(/[^a-z]+/)
      .some(isHistoryWord) ||
    /\b(?:days|weeks|months|years) (?:after|before|since)\b|\bbefore\W*$/i.test(words)
  );
}

/** Words before a trigger that are looked at for its article: "the same rocket attack". */
const ARTICLE_WAY = 3;

function findArticle(statement: Statement, mention: Mention): Traits['article'] {
  const words = statement.words.toLowerCase();
  const at = words.indexOf(mention.trigger.text.toLowerCase());
  const before =
    at <= 0
      ? []
      : words
          .slice(Math.max(0, at - 60), at)
          .trim()
          .split(/\s+/)
          .slice(-ARTICLE_WAY);
  for (const word of before.reverse()) {
    if (['the', 'that', 'this', 'same', 'those', 'these'].includes(word)) return 'definite';
    if (['a', 'an', 'any', 'no', 'another', 'further', 'more'].includes(word)) return 'indefinite';
  }
  return 'none';
}

function findPhase({ realis }: Mention): Phase {
  return realis === 'exercise' ? 'exercise' : FACT.has(realis) ? 'fact' : 'open';
}

/** Reads what a mention can be compared by. `index` is the place of its statement in the report. */
export function readTraits(report: Report, statement: Statement, mention: Mention, index: number): Traits {
  const { realis, recipients, actors } = mention;
  const phase = findPhase(mention);
  const casualty = mention.plover.type === 'ASSAULT' ? findCasualty(mention.trigger.text) : undefined;
  const weapon = mention.plover.type === 'ASSAULT' ? findWeaponOf(mention, casualty) : undefined;
  const day = readDay(report, mention);
  const isBackground = mention.background || realis === 'recurrent';
  const looksBack = isLookingBack(statement.words);
  const isFresh = !isBackground && day === undefined && index < LEDE && phase === 'fact' && !looksBack;
  const fresh = isFresh ? makeFreshRange(report) : undefined;
  const facilities = recipients
    .filter(({ type }) => type === 'facility')
    .flatMap(({ name, record }) => [makeFacilityKey(name), ...(record === undefined ? [] : [record])]);
  const victims = recipients
    .filter(({ type }) => type === 'person')
    .flatMap(({ name, record }) => [makeVictimKey(name), record])
    .filter((key) => key !== undefined);
  const place = mention.where;
  // Whose death it is tells more than a day that stands somewhere in the sentence.
  const isUndated = day === undefined && phase === 'fact' && mention.plover.type === 'ASSAULT';
  const namedDay = isUndated && victims.length === 0 ? findNamedDay(report, statement, mention) : undefined;
  return {
    report,
    statement,
    mention,
    family: findFamily(mention),
    type: mention.plover.type,
    phase,
    isDenied: realis === 'denied',
    isConditional: realis === 'conditional' || realis === 'threatened',
    isBackground,
    ...(casualty === undefined ? {} : { casualty }),
    ...(weapon === undefined ? {} : { weapon }),
    ...(day === undefined ? {} : { day }),
    ...(namedDay === undefined ? {} : { namedDay }),
    ...(fresh === undefined ? {} : { fresh }),
    ...(place === undefined ? {} : { place }),
    facilities,
    victims,
    actors,
    recipients,
    looksBack,
    article: findArticle(statement, mention),
    stem: makeStem(mention.trigger.text),
    isPlural: /(?:attacks|killings|raids|clashes|bombings|shootings|explosions)$/i.test(mention.trigger.text),
    isBare: day === undefined && (place === undefined || !isLocal(place)) && victims.length === 0,
  };
}
