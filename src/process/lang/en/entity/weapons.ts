import { loadTable } from '../../../data.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { Phrases, type Pieces } from './phrases.ts';

let weapons: Phrases<string> | undefined;

function loadWeapons(): Phrases<string> {
  if (weapons !== undefined) return weapons;
  weapons = new Phrases<string>();
  for (const { cells } of loadTable('en/weapons.tsv', ['name', 'forms'])) {
    for (const form of cells['forms']!.split(';')) weapons.add(form, cells['name']!);
  }
  return weapons;
}

/** A weapon in a sentence; token indexes, both included. */
export interface Weapon {
  readonly first: number;
  readonly last: number;
  /** Usual name of its kind: `bomber`. */
  readonly kind: string;
}

/** Words before that make another thing of it: "think tank", "suicide bomber", "fuel tank". */
const NO_WEAPON_AFTER =
  /^(?:think|water|fuel|gas|fish|oil|storage|septic|oxygen|suicide|car|truck|photo|glue|nail|staple|radar|speed|bath|time|stink|sex|logic)$/i;

/** The weapon that begins with token `i`. */
export function findWeapon({ tokens }: ParsedSentence, pieces: Pieces, i: number): Weapon | undefined {
  const match = loadWeapons().findAt(pieces, i);
  if (match === undefined) return undefined;
  if (!/^(?:NN|JJ|CD|FW|VBN|SYM)/.test(tokens[match.first]!.xpos) && match.first === match.last)
    return undefined;
  if (match.first > 0 && NO_WEAPON_AFTER.test(tokens[match.first - 1]!.text)) return undefined;
  return { first: match.first, last: match.last, kind: match.value };
}
