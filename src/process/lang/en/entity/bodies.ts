import { SECTORS, type Sector } from '../../../../model/entity.ts';
import { TableError } from '../../../../text/table.ts';
import { loadTable } from '../../../data.ts';
import { type KnownPlace, loadPlacePhrases } from '../../../place/gazetteer.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { makeCache } from '../cache.ts';
import { isRelated } from './countries-in.ts';
import { Phrases, type Pieces } from './phrases.ts';

interface BodyWords {
  /** Words in names, in the order of the table. */
  readonly named: readonly { readonly sector: Sector; readonly words: readonly string[] }[];
  /** Bodies in small letters: "government", "foreign ministry". */
  readonly common: Phrases<Sector>;
}

let bodyWords: BodyWords | undefined;

function loadBodyWords(): BodyWords {
  if (bodyWords !== undefined) return bodyWords;
  const named: { sector: Sector; words: readonly string[] }[] = [];
  const common = new Phrases<Sector>();
  const read = (cell: string | undefined): string[] =>
    cell ? cell.split(' ').map((word) => word.replaceAll('_', ' ')) : [];
  for (const { line, cells } of loadTable('en/body-words.tsv', ['sector'])) {
    const sector = SECTORS.find((known) => known === cells['sector']);
    if (sector === undefined) {
      throw new TableError('data/en/body-words.tsv', line, `unknown sector "${cells['sector']}"`);
    }
    named.push({ sector, words: read(cells['words']) });
    for (const word of read(cells['common'])) common.add(word, sector);
  }
  bodyWords = { named, common };
  return bodyWords;
}

/** "Academy Awards", "Police Games": an occasion, and no body of that kind. */
const OCCASION = /\b(?:Awards?|Games|Cup|Championships?|Festival|Olympics|Prize|Summit|Day)$/;

/**
 * Sector of a body by the words of its name; undefined where they do not tell.
 *
 * @example
 * findSector('Ministry of Defence'); // 'MIL'
 */
export function findSector(name: string): Sector | undefined {
  const known = sectors.get(name);
  if (known !== undefined) return known.sector;
  const sector = readSector(name);
  if (name.length <= LONGEST_KEPT) sectors.set(name, { sector });
  return sector;
}

const LONGEST_KEPT = 80;
const sectors = makeCache<{ readonly sector: Sector | undefined }>(2_000);

function readSector(name: string): Sector | undefined {
  if (OCCASION.test(name)) return undefined;
  const padded = ` ${name.replace(/[-–,()]/g, ' ').replace(/\s+/g, ' ')} `;
  paddedWords ??= loadBodyWords().named.flatMap(({ sector, words }) =>
    words.map((word) => ({ sector, word: ` ${word} `, shouted: ` ${word.toUpperCase()} ` })),
  );
  const isShouted = name === name.toUpperCase();
  return paddedWords.find(({ word, shouted }) => padded.includes(isShouted ? shouted : word))?.sector;
}

let paddedWords:
  | readonly { readonly sector: Sector; readonly word: string; readonly shouted: string }[]
  | undefined;

/** A country's body in so many words: "Iranian government", "Turkey's foreign ministry". */
export interface CountryBody {
  readonly first: number;
  readonly last: number;
  readonly country?: string;
  readonly sector: Sector;
  /** Without possessive mark: `Turkey foreign ministry` reads as `Turkey's foreign ministry` in the text. */
  readonly key: string;
}

const isNoPeople = ({ form }: KnownPlace): boolean => form !== 'people';

const BETWEEN = /^(?:JJ|NN|NNP|VBN)$/;

/** The body of a country that begins with token `i`, which names the country or its people. */
export function findCountryBody(
  sentence: ParsedSentence,
  pieces: Pieces,
  i: number,
): CountryBody | undefined {
  const { tokens } = sentence;
  const place = loadPlacePhrases().findAt(pieces, i, isNoPeople);
  if (place === undefined || isRelated(sentence, place.last)) return undefined;
  let next = place.last + 1;
  if (/^['’]s?$/.test(tokens[next]?.text ?? '')) next++;
  const { common } = loadBodyWords();
  for (let k = next; k <= next + 2 && k < tokens.length; k++) {
    const body = common.findAt(pieces, k);
    if (body !== undefined) {
      const after = tokens[body.last + 1];
      // "government officials", "army base": the body only describes what follows.
      if (after !== undefined && /^NN/.test(after.xpos)) return undefined;
      return {
        first: i,
        last: body.last,
        ...(place.value.country === undefined ? {} : { country: place.value.country }),
        sector: body.value,
        key: `${place.value.country ?? place.value.name}:${pieces.folded.slice(pieces.starts[body.first], pieces.starts[body.last + 1]).join(' ')}`,
      };
    }
    if (!BETWEEN.test(tokens[k]!.xpos)) return undefined;
  }
  return undefined;
}
