import {
  ENTITY_TYPES,
  type Entity,
  type EntityType,
  SECTORS,
  type Sector,
} from '../../../../model/entity.ts';
import { TableError } from '../../../../text/table.ts';
import { loadTable } from '../../../data.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { Candidate } from './candidates.ts';
import { type Gender, genderOfWord } from './genders.ts';

interface NominalNoun {
  readonly of: readonly { readonly type: EntityType; readonly sector?: Sector }[];
  /** True where the noun must occur in what the text says of the entity. */
  readonly isNamed: boolean;
}

let nouns: ReadonlyMap<string, NominalNoun> | undefined;

function loadNominals(): ReadonlyMap<string, NominalNoun> {
  if (nouns !== undefined) return nouns;
  const map = new Map<string, NominalNoun>();
  for (const { line, cells } of loadTable('en/nominals.tsv', ['nouns', 'of', 'named'])) {
    const of = cells['of']!.split(' ').map((cell) => readKind(cell, line));
    const noun = { of, isNamed: cells['named'] === 'yes' };
    for (const word of cells['nouns']!.split(' ')) map.set(word.replaceAll('_', ' '), noun);
  }
  nouns = map;
  return nouns;
}

function readKind(cell: string, line: number): { readonly type: EntityType; readonly sector?: Sector } {
  const [name, code] = cell.split('/');
  const type = ENTITY_TYPES.find((known) => known === name);
  const sector = SECTORS.find((known) => known === code);
  if (type === undefined || (code !== undefined && sector === undefined))
    throw new TableError('data/en/nominals.tsv', line, `unknown kind "${cell}"`);
  return sector === undefined ? { type } : { type, sector };
}

/** A noun where it stands, with what was seen before it. */
export interface NominalContext {
  readonly sentence: ParsedSentence;
  readonly head: number;
  readonly entities: readonly Entity[];
  readonly candidates: readonly Candidate[];
  readonly genders: readonly (Gender | undefined)[];
}

/** The entity that a noun takes up, and the first token of its phrase. */
export interface Nominal {
  readonly entity: number;
  readonly first: number;
}

/**
 * The entity that "the group", "the ministry" or "the general" at token `head` stands for: of those seen in the last
 * sentences that the noun can mean, the only one, or one that was named later than all its rivals by a sentence or
 * more. Undefined where the phrase says more than the noun ("the opposition group"), or where nothing is plainly best.
 */
export function findNominal(context: NominalContext): Nominal | undefined {
  const { sentence, head } = context;
  const phrase = readPhrase(sentence, head);
  if (phrase === undefined) return undefined;
  const noun = loadNominals().get(phrase.noun);
  if (noun === undefined) return undefined;
  const rivals = new Map<number, number>();
  for (const { entity, sentence: s, form } of context.candidates) {
    if (entity === undefined || form === 'pronoun') continue;
    if (canMean(context, noun, { entity, word: phrase.noun })) rivals.set(entity, s);
  }
  const ranked = [...rivals].sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  if (best === undefined) return undefined;
  if (second !== undefined && best[1] - second[1] < CLEAR_LEAD) return undefined;
  return { entity: best[0], first: phrase.first };
}

/** Sentences by which the latest fitting entity must lead the next. */
const CLEAR_LEAD = 2;

/** "The group", "the foreign minister": an article, the noun and nothing that tells it from others. */
function readPhrase(
  { tokens }: ParsedSentence,
  head: number,
): { readonly noun: string; readonly first: number } | undefined {
  const before = tokens[head - 1];
  if (before === undefined || tokens[head]!.xpos.endsWith('S')) return undefined;
  const isAfterArticle = isArticle(before.text);
  if (!isAfterArticle && !(head > 1 && isArticle(tokens[head - 2]!.text))) return undefined;
  const next = tokens[head + 1];
  // "the group of seven", "the ministry spokesman", "the country that": another one, or one told by what follows.
  if (
    next !== undefined &&
    (/^(?:of|that|which|who|for)$/.test(next.text) || /^(?:NN|POS$)/.test(next.xpos)) &&
    next.xpos !== 'POS'
  )
    return undefined;
  const noun = tokens[head]!.text.toLowerCase();
  if (isAfterArticle) return { noun, first: head - 1 };
  const pair = `${before.text.toLowerCase()} ${noun}`;
  return loadNominals().has(pair) ? { noun: pair, first: head - 2 } : undefined;
}

const isArticle = (word: string): boolean => word.length === 3 && word.toLowerCase() === 'the';

function canMean(
  { entities, genders }: NominalContext,
  noun: NominalNoun,
  { entity: index, word }: { readonly entity: number; readonly word: string },
): boolean {
  const entity = entities[index]!;
  const fits = noun.of.some(
    // A group that only its own name tells of may be of any sector.
    ({ type, sector }) =>
      type === entity.type &&
      (sector === undefined || entity.sector === undefined || sector === entity.sector),
  );
  if (!fits) return false;
  const gender = genderOfWord(word);
  if (gender !== undefined && genders[index] !== undefined && genders[index] !== gender) return false;
  return !noun.isNamed || isTold(entity, word);
}

/** Whether the noun stands in the entity's name or in the role that the text gives. */
const isTold = (entity: Entity, word: string): boolean => wordsOf(entity).has(word);

/** An entity may be named thousands of times, and asked about at every noun. */
const words = new WeakMap<Entity, ReadonlySet<string>>();

function wordsOf(entity: Entity): ReadonlySet<string> {
  const known = words.get(entity);
  if (known !== undefined) return known;
  const texts = new Set([entity.name, entity.role ?? '', ...entity.mentions.map(({ text }) => text)]);
  const found = new Set([...texts].flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u)));
  words.set(entity, found);
  return found;
}
