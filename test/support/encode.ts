import { decodeBytes } from '../../src/collect/charset/encodings.ts';

const TABLES = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Encodings of two bytes: every pair is tried once. */
const DOUBLE = /^(shift_jis|euc-jp|euc-kr|big5|gbk|gb18030)$/;

/**
 * Encodes text in an old encoding by turning its decoder round. Throws where a character is not in the encoding, so that no test
 * rests on a question mark.
 */
export function encodeAs(text: string, encoding: string): Uint8Array {
  const table = TABLES.get(encoding) ?? makeTable(encoding);
  TABLES.set(encoding, table);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${character} is not in ${encoding}`);
      return [...bytes];
    }),
  );
}

function makeTable(encoding: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]): void => {
    const characters = [...decodeBytes(Uint8Array.from(bytes), encoding)];
    if (characters.length === 1 && characters[0] !== '\ufffd' && !table.has(characters[0]!))
      table.set(characters[0]!, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) add(byte);
  if (DOUBLE.test(encoding)) for (let pair = 0x8140; pair < 0xff00; pair += 1) add(pair >> 8, pair & 0xff);
  return table;
}
