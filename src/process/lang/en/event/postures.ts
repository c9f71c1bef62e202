import { EVENT_TYPES, type EventType, POSTURES, type Posture } from '../../../../model/event.ts';
import { splitCell, TableError, type TableRow } from '../../../../text/table.ts';
import { loadTable } from '../../../data.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { collectSubtree, findChild, findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { lemmaAt, viewOf, wordAt } from '../../../sentence/view.ts';
import type { EventSense } from './lexicon.ts';
import type { Trigger } from './trigger.ts';

type Place = 'near' | 'behind' | 'before' | 'obj';

/** One thing that must, or must not, stand around a word. */
interface Condition {
  readonly place: Place;
  readonly words: ReadonlySet<string>;
  readonly isWanted: boolean;
}

/** When a word tells of a posture, and the event that it makes where no other table has one. */
interface PostureRow {
  readonly posture: Posture;
  readonly pos?: string;
  readonly type?: EventType;
  readonly mode?: string;
  readonly cameo?: string;
  readonly when: readonly Condition[];
  readonly sense?: EventSense;
}

/** The rows by lemma; `*` for those that any word of a type and code fulfils. */
export type PostureLexicon = ReadonlyMap<string, readonly PostureRow[]>;

const TABLE = 'en/postures.tsv';
const COLUMNS = ['posture', 'lemma', 'pos', 'type', 'cameo', 'when', 'makes'];
const PLACES: readonly string[] = ['near', 'behind', 'before', 'obj'];

/** Reads and checks the tables of postures. Throws a TableError with file and line of what is not well formed. */
export function loadPostures(): PostureLexicon {
  const classes = new Map(
    loadTable('en/posture-words.tsv', ['class', 'words']).map(({ cells }) => [
      cells.class!,
      new Set(splitCell(cells.words)),
    ]),
  );
  const rows = new Map<string, PostureRow[]>();
  for (const row of loadTable(TABLE, COLUMNS)) {
    const lemma = row.cells.lemma!;
    rows.set(lemma, [...(rows.get(lemma) ?? []), parseRow(row, classes)]);
  }
  return rows;
}

function parseRow(row: TableRow, classes: ReadonlyMap<string, ReadonlySet<string>>): PostureRow {
  const { line, cells } = row;
  const fail = (problem: string) => new TableError(`data/${TABLE}`, line, problem);
  const posture = POSTURES.find((name) => name === cells.posture);
  if (posture === undefined) throw fail(`"${cells.posture}" is no posture`);
  const [typeName, mode] = cells.type!.split('/');
  const type = EVENT_TYPES.find((name) => name === typeName);
  if (type === undefined && cells.type !== '-') throw fail(`"${cells.type}" is no PLOVER type`);
  const when = cells.when === '-' ? [] : cells.when!.split('&').map((part) => parseCondition(part, classes));
  if (when.includes(undefined)) throw fail(`"${cells.when}" names an unknown place or class`);
  const sense = cells.makes === '-' ? undefined : parseSense(cells.makes!, posture);
  if (sense === undefined && cells.makes !== '-') throw fail(`"${cells.makes}" is no type, mode and code`);
  return {
    posture,
    when: when.filter((condition) => condition !== undefined),
    ...(cells.pos === '-' ? {} : { pos: cells.pos! }),
    ...(type === undefined ? {} : { type }),
    ...(mode === undefined ? {} : { mode }),
    ...(cells.cameo === '-' ? {} : { cameo: cells.cameo! }),
    ...(sense === undefined ? {} : { sense }),
  };
}

function parseCondition(
  source: string,
  classes: ReadonlyMap<string, ReadonlySet<string>>,
): Condition | undefined {
  const isWanted = !source.startsWith('!');
  const [place, name] = source.slice(isWanted ? 0 : 1).split('=');
  if (!PLACES.includes(place!) || name === undefined) return undefined;
  const words = name.startsWith(':') ? new Set([name.slice(1)]) : classes.get(name);
  return words === undefined ? undefined : { place: place as Place, words, isWanted };
}

function parseSense(source: string, posture: Posture): EventSense | undefined {
  const [name, mode, cameo] = source.split('/');
  const type = EVENT_TYPES.find((one) => one === name);
  if (type === undefined || mode === undefined || cameo === undefined || !/^\d{2,4}$/.test(cameo))
    return undefined;
  const contexts = type === 'SANCTION' || type === 'REQUEST' ? ['diplomatic'] : ['military'];
  // What is moved, kept or taken away is no recipient.
  return { type, mode, cameo, contexts, posture, ...(type === 'REQUEST' ? {} : { roles: 'forces' }) };
}

const POS: Readonly<Record<string, string | undefined>> = { VERB: 'verb', NOUN: 'noun', ADJ: 'adj' };

/**
 * The event words of a sentence with those added that name a posture and nothing else, in order: "has 300 rockets",
 * "capable of striking".
 */
export function addPostures(
  sentence: ParsedSentence,
  triggers: readonly Trigger[],
  { at, postures }: { readonly at: number; readonly postures: PostureLexicon },
): readonly Trigger[] {
  let found: Trigger[] | undefined;
  let told: readonly Trigger[] | undefined;
  const { lemmas } = viewOf(sentence);
  for (let i = 0; i < lemmas.length; i++) {
    const rows = postures.get(lemmas[i]!);
    if (rows === undefined || triggers.some(({ index }) => index === i)) continue;
    const sense = rows.find((row) => row.sense !== undefined && isFitting(sentence, i, row))?.sense;
    if (sense === undefined || isHypothetical(sentence, i)) continue;
    told ??= triggers.filter((trigger) => judgePosture(sentence, trigger, postures) !== undefined);
    if (isToldBeside(i, sense, told)) continue;
    found ??= [...triggers];
    const carrier = carrierOf(sentence, i);
    found.push({ at, index: i, sense, ...(carrier === undefined ? {} : { carrier }) });
  }
  return found === undefined ? triggers : found.sort((a, b) => a.index - b.index);
}

/** How near another word for the same kind of thing says it already: "moved missiles within range". */
const BESIDE = 5;

const isToldBeside = (i: number, { type }: EventSense, told: readonly Trigger[]) =>
  told.some(({ index, sense }) => sense.type === type && Math.abs(index - i) <= BESIDE);

/** "wants the ability to strike", "may have": left to the words that say so, which make no capability of it. */
const isHypothetical = (sentence: ParsedSentence, i: number) =>
  wordAt(sentence, i - 1) === 'if' || wordAt(sentence, i - 1) === 'without';

/** The word itself where it is a verb; of a noun the verb whose object it is ("has the ability"). */
function carrierOf(sentence: ParsedSentence, i: number): number | undefined {
  const token = sentence.tokens[i]!;
  if (token.upos === 'VERB') return i;
  return hasRelation(token, ['obj']) && token.head >= 0 ? token.head : undefined;
}

/** The posture that an event tells of, if any. */
export function judgePosture(
  sentence: ParsedSentence,
  { index, sense }: Trigger,
  postures: PostureLexicon,
): Posture | undefined {
  if (sense.posture !== undefined) return sense.posture;
  const holds = (row: PostureRow) =>
    (row.type === undefined ? row.sense?.type === sense.type : row.type === sense.type) &&
    (row.mode === undefined || row.mode === sense.mode) &&
    (row.cameo === undefined || sense.cameo.startsWith(row.cameo)) &&
    isFitting(sentence, index, row);
  const own = postures.get(lemmaAt(sentence, index))?.find(holds);
  return (own ?? postures.get('*')?.find(holds))?.posture;
}

function isFitting(sentence: ParsedSentence, index: number, { pos, when }: PostureRow): boolean {
  if (pos !== undefined && POS[sentence.tokens[index]!.upos] !== pos) return false;
  return when.every(({ place, words, isWanted }) => stands(sentence, index, { place, words }) === isWanted);
}

function stands(
  sentence: ParsedSentence,
  index: number,
  { place, words }: { readonly place: Place; readonly words: ReadonlySet<string> },
): boolean {
  switch (place) {
    case 'near':
      return isBetween(sentence, words, { from: index - 12, to: index + 9, but: index });
    case 'behind':
      return isBetween(sentence, words, { from: index + 1, to: index + 7, but: index });
    case 'before':
      return isBetween(sentence, words, { from: index - 4, to: index, but: index });
    default:
      return objectOf(sentence, index).some((i) => isOf(sentence, i, words));
  }
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly but: number;
}

function isBetween(
  sentence: ParsedSentence,
  words: ReadonlySet<string>,
  { from, to, but }: Stretch,
): boolean {
  const end = Math.min(to, sentence.tokens.length);
  for (let i = Math.max(0, from); i < end; i++) if (i !== but && isOf(sentence, i, words)) return true;
  return false;
}

/** "troops", "Americans": plurals that keep their ending as lemma. */
function isOf(sentence: ParsedSentence, i: number, words: ReadonlySet<string>): boolean {
  const word = wordAt(sentence, i);
  return (
    words.has(lemmaAt(sentence, i)) || words.has(word) || (word.endsWith('s') && words.has(word.slice(0, -1)))
  );
}

const OUTSIDE = ['acl', 'advcl', 'parataxis', 'appos', 'nsubj'];

/** The words of a verb’s object, with what its "of" adds: "stockpiles of rockets". */
function objectOf(sentence: ParsedSentence, verb: number): readonly number[] {
  const object = findChild(sentence, verb, 'obj', 'nsubj:pass');
  if (object === undefined) return [];
  return collectSubtree(
    sentence,
    object,
    (token, i) =>
      hasRelation(token, OUTSIDE) ||
      (hasRelation(token, ['nmod']) && i > object && !markersOf(sentence, i).includes('of')),
  );
}

const CONDITIONS = new Set(['if', 'unless', 'should']);
const TRIGGERED: ReadonlySet<EventType> = new Set(['ASSAULT', 'MOBILIZE', 'SANCTION', 'THREATEN']);

/**
 * "If they attack, we will strike back": an act of force or a penalty that its doer announces for the case that something
 * happens. The condition stands in the same sentence, and the act is told with "will" or "would".
 */
export function isTriggered(sentence: ParsedSentence, { index, carrier, sense }: Trigger): boolean {
  if (!TRIGGERED.has(sense.type)) return false;
  const verb = carrier ?? index;
  const isAhead = findChildren(sentence, verb, 'aux').some((i) =>
    /^(?:will|would|shall|wo|'ll|’ll|'d|’d)$/.test(wordAt(sentence, i)),
  );
  if (!isAhead) return false;
  return findChildren(sentence, verb, 'advcl').some((i) =>
    markersOf(sentence, i).some((word) => CONDITIONS.has(word)),
  );
}
