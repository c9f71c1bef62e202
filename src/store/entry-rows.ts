import { createHash } from 'node:crypto';
import type { Mention, Party, Report, Speaker, Statement } from '../model/report.ts';
import type { EntryDetail, EntryEvent, EntryFilter, EntryParty } from './entries.ts';
import { parseRange } from './instants.ts';
import type { EntryTable } from './tables.ts';
import { foldText } from './words.ts';

/** What the search index is given of one claim or event. */
export interface EntryRow extends Pick<EntryTable, 'id' | 'start' | 'end' | 'valid_from' | 'valid_to'> {
  readonly detail: EntryDetail;
  readonly words: string;
  readonly names: string;
  readonly places: string;
  readonly marks: string;
}

/** What its document lends to each. */
export interface EntryContext {
  readonly text: string;
  readonly knownSince: string;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly publishedFrom: string;
  readonly publishedTo: string;
}

/** Values that an entry can be filtered by; each value is one made-up word of the index, so that filters meet in the index itself. */
export type EntryMark =
  | 'outlet'
  | 'language'
  | 'stance'
  | 'certainty'
  | 'eventType'
  | 'mode'
  | 'realis'
  | 'typeAndRealis'
  | 'country'
  | 'actor'
  | 'keptOn'
  | 'roughly';

/** Stands in no folded word, so that no search finds a mark. */
const SIGN = '\uE000';
const CODES: Readonly<Record<EntryMark, string>> = {
  outlet: 'o',
  language: 'l',
  stance: 's',
  certainty: 'c',
  eventType: 'e',
  mode: 'm',
  realis: 'r',
  typeAndRealis: 'x',
  country: 'p',
  actor: 'a',
  keptOn: 'k',
  roughly: 'y',
};
const MAX_KNOWN = 20_000;
const DAY = 86_400_000;
/** Characters of a passage that are indexed and shown. */
const LONGEST = 1200;

const known = new Map<string, string>();

/**
 * The word of the index for a value. Values are of any script and length: their hash stands for them.
 *
 * @example
 * makeMark('stance', 'denies') === makeMark('stance', 'denies'); // true
 */
export function makeMark(kind: EntryMark, value: string): string {
  const name = `${CODES[kind]}${value}`;
  const made = known.get(name) ?? SIGN + CODES[kind] + hash(value);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(name, made);
  return made;
}

function hash(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 16);
}

/** The marks that what fits a filter must carry; `outlets` are told apart, since one of them is enough. */
export function listWantedMarks(filter: EntryFilter): readonly string[] {
  const { outlet, language, stance, certainty, eventType, mode, realis, country, actor } = filter;
  const wanted: (readonly [EntryMark, string | undefined])[] = [
    ['outlet', outlet],
    ['language', language],
    ['stance', stance],
    ['certainty', certainty],
    ['mode', mode],
    ['country', country?.toUpperCase()],
    ['actor', actor],
    ...(eventType !== undefined && realis !== undefined
      ? [['typeAndRealis', `${eventType} ${realis}`] as const]
      : [['eventType', eventType] as const, ['realis', realis] as const]),
  ];
  return wanted.flatMap(([kind, value]) => (value === undefined ? [] : [makeMark(kind, value)]));
}

/** The claims of a report. */
export function makeClaimEntries(report: Report, context: EntryContext): readonly EntryRow[] {
  return report.statements.map((statement) => {
    const { claim, start, end, chain, mentions } = statement;
    return {
      ...{ id: claim, start, end, valid_from: null, valid_to: null },
      detail: {
        ...describeStatement(statement),
        ...(mentions.length > 0 && { carries: mentions.map(describeMention) }),
        ...pickIncident(mentions),
      },
      words: foldText(cutPassage(context.text, statement)),
      names: foldNames([...chain.slice(1).flatMap(listNames), ...mentions.flatMap(listPartyNames)]),
      places: foldNames(mentions.flatMap(({ where }) => where?.name ?? [])),
      marks: joinMarks([
        ...markContext(context),
        ...markStatement(statement),
        ...mentions.flatMap(markMention),
      ]),
    };
  });
}

/** The events of a report, each with the words of the claim that carries it. */
export function makeEventEntries(report: Report, context: EntryContext): readonly EntryRow[] {
  return report.statements.flatMap((statement) =>
    statement.mentions.map((mention) => {
      const { event, background, when, where } = mention;
      const passage = findPassage(statement, mention);
      return {
        ...{ id: event, ...passage },
        valid_from: parseDay(when?.from)?.first ?? null,
        valid_to: parseDay(when?.to ?? when?.from)?.last ?? null,
        detail: {
          ...describeStatement(statement),
          ...describeMention(mention),
          claim: statement.claim,
          ...(background && { background }),
          ...(when?.from !== undefined && {
            when: { from: when.from, ...(when.to !== undefined && { to: when.to }) },
          }),
          ...pickIncident([mention]),
        },
        words: foldText(cutPassage(context.text, passage)),
        names: foldNames([...statement.chain.slice(1).flatMap(listNames), ...listPartyNames(mention)]),
        places: foldNames(where === undefined ? [] : [where.name]),
        marks: joinMarks([...markContext(context), ...markStatement(statement), ...markMention(mention)]),
      };
    }),
  );
}

/** Values that whole documents are found by once their report is made. */
export function listDocumentMarks(
  report: Report,
): readonly (readonly ['mode' | 'certainty' | 'actor', string])[] {
  const marks = new Map<string, readonly ['mode' | 'certainty' | 'actor', string]>();
  const add = (kind: 'mode' | 'certainty' | 'actor', value: string | undefined): void => {
    if (value !== undefined) marks.set(`${kind} ${value}`, [kind, value]);
  };
  for (const { certainty, chain, mentions } of report.statements) {
    add('certainty', certainty);
    for (const { record } of chain) add('actor', record);
    for (const mention of mentions) {
      add('mode', mention.plover.mode);
      for (const { record } of [...mention.actors, ...mention.recipients]) add('actor', record);
    }
  }
  for (const { record } of report.actors ?? []) add('actor', record);
  return [...marks.values()];
}

/** The words that are shown and searched: the claim, or so much of it as fits around an event. */
function findPassage(
  statement: Statement,
  { trigger }: Mention,
): { readonly start: number; readonly end: number } {
  if (statement.end - statement.start <= LONGEST) return { start: statement.start, end: statement.end };
  const start = Math.max(statement.start, Math.min(trigger.start - LONGEST / 2, statement.end - LONGEST));
  return { start, end: Math.min(statement.end, start + LONGEST) };
}

/** The words of an entry in the text of its document. */
export function cutPassage(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return text.slice(start, Math.min(end, start + LONGEST));
}

function describeStatement({ stance, certainty, polarity, chain }: Statement): EntryDetail {
  const inner = chain.length > 1 ? chain.at(-1) : undefined;
  return {
    ...(stance !== undefined && { stance }),
    certainty,
    polarity,
    ...(inner !== undefined && { speaker: pickParty(inner) }),
  };
}

function describeMention({ plover, realis, where, actors, recipients }: Mention): EntryEvent {
  return {
    type: plover.type,
    ...(plover.mode !== undefined && { mode: plover.mode }),
    realis,
    ...(actors.length > 0 && { actors: actors.map(pickParty) }),
    ...(recipients.length > 0 && { recipients: recipients.map(pickParty) }),
    ...(where !== undefined && { place: where.name }),
    ...(where?.country !== undefined && { country: where.country }),
  };
}

function pickParty({ name, record }: { readonly name: string; readonly record?: string }): EntryParty {
  return record === undefined ? { name } : { name, record };
}

function pickIncident(mentions: readonly Mention[]): Pick<EntryDetail, 'incident'> {
  const incident = mentions.find((mention) => mention.incident !== undefined)?.incident;
  return incident === undefined ? {} : { incident };
}

function parseDay(date: string | undefined) {
  return date === undefined ? undefined : parseRange(date);
}

function listNames({ name, usual }: Speaker): readonly string[] {
  return usual === undefined ? [name] : [name, usual];
}

function listPartyNames({ actors, recipients }: Mention): readonly string[] {
  return [...actors, ...recipients].map(({ name }: Party) => name);
}

function foldNames(names: readonly string[]): string {
  return [...new Set(names.map(foldText))].filter((name) => name !== '').join(' ');
}

function markContext(context: EntryContext): readonly string[] {
  const { outlet, language, publishedFrom, publishedTo, knownSince } = context;
  const isRough = Date.parse(publishedTo) - Date.parse(publishedFrom) >= DAY;
  return [
    ...(outlet === null ? [] : [makeMark('outlet', outlet)]),
    ...(language === null ? [] : [makeMark('language', language)]),
    ...(isRough ? [makeMark('roughly', '')] : []),
    makeMark('keptOn', knownSince.slice(0, 10)),
  ];
}

function markStatement({ stance, certainty, chain }: Statement): readonly string[] {
  return [
    ...(stance === undefined ? [] : [makeMark('stance', stance)]),
    makeMark('certainty', certainty),
    ...chain.flatMap(({ record }) => (record === undefined ? [] : [makeMark('actor', record)])),
  ];
}

function markMention({ plover, realis, where, actors, recipients }: Mention): readonly string[] {
  return [
    makeMark('eventType', plover.type),
    makeMark('realis', realis),
    makeMark('typeAndRealis', `${plover.type} ${realis}`),
    ...(plover.mode === undefined ? [] : [makeMark('mode', plover.mode)]),
    ...(where?.country === undefined ? [] : [makeMark('country', where.country)]),
    ...[...actors, ...recipients].flatMap(({ record }) =>
      record === undefined ? [] : [makeMark('actor', record)],
    ),
  ];
}

function joinMarks(marks: readonly string[]): string {
  return [...new Set(marks)].join(' ');
}
