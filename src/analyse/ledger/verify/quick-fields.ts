import type { CanonicalBytes, Place } from './canonical-bytes.ts';

/** A field of an object that a reader knows. */
export interface Field {
  readonly name: string;
  /** `"name":` as it is written. */
  readonly written: Uint8Array;
  readonly isRequired: boolean;
  readonly take: () => boolean;
}

/**
 * Fields in the order that canonical JSON gives them.
 *
 * @param given For each name what takes its value; names that end in `?` may be absent.
 */
export function makeFields(given: Readonly<Record<string, () => boolean>>): readonly Field[] {
  return Object.entries(given)
    .map(([key, take]) => {
      const name = key.replace('?', '');
      return { name, written: Buffer.from(`"${name}":`), isRequired: name === key, take };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const [OPEN, CLOSE, COMMA] = [0x7b, 0x7d, 0x2c];

/** An object with these fields, and such as a later version may have added: all in order, none of them twice. */
export function takeObject(on: CanonicalBytes, fields: readonly Field[]): boolean {
  if (!on.take(OPEN)) return false;
  let next = 0;
  let last: Place | undefined;
  do {
    const field = fields[next];
    const from = on.at + 1;
    if (field !== undefined && on.takeAll(field.written)) {
      last = { from, to: from + field.written.length - 3 };
      next += 1;
      if (!field.take()) return false;
      continue;
    }
    const name = on.takeName();
    if (name === undefined || (last !== undefined && on.compareNames(last, name) >= 0)) return false;
    last = name;
    for (; next < fields.length && compare(on, name, fields[next]!) > 0; next += 1) {
      if (fields[next]!.isRequired) return false;
    }
    const known = next < fields.length && compare(on, name, fields[next]!) === 0 ? fields[next] : undefined;
    if (known !== undefined) next += 1;
    if (!(known === undefined ? on.takeValue() : known.take())) return false;
  } while (on.take(COMMA));
  for (; next < fields.length; next += 1) if (fields[next]!.isRequired) return false;
  return on.take(CLOSE);
}

function compare({ bytes }: CanonicalBytes, { from, to }: Place, { name }: Field): number {
  const length = Math.min(to - from, name.length);
  for (let i = 0; i < length; i += 1) {
    const difference = bytes[from + i]! - name.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return to - from - name.length;
}
