const UNITS: Readonly<Record<string, number>> = {
  zero: 0, no: 0, a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50,
  sixty: 60, seventy: 70, eighty: 80, ninety: 90, dozens: 24, scores: 40, tens: 20, hundreds: 200, thousands: 2000,
}; // biome-ignore format: a table
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  score: 20,
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
};

/**
 * Every number that a few words name, in figures or letters.
 *
 * @example
 * listNumbers('two hundred and five of 1,200 people'); // [205, 1200]
 */
export function listNumbers(words: string): readonly number[] {
  const found: number[] = [];
  let total: number | undefined;
  let last = 0;
  const end = () => {
    if (total !== undefined) found.push(total);
    total = undefined;
  };
  for (const [token] of words.toLowerCase().matchAll(/\d+(?:,\d{3})*(?:\.\d+)?|\p{L}+|[^\s\p{L}\d-]/gu)) {
    const figure = /^\d/.test(token) ? Number(token.replaceAll(',', '')) : UNITS[token];
    const scale = SCALES[token];
    if (scale !== undefined) {
      total = (total ?? 1) * scale;
      last = scale;
    } else if (figure !== undefined && total !== undefined && figure < last && !/^an?$/.test(token)) {
      total += figure;
      last = figure < 20 ? 0 : 10;
    } else if (figure !== undefined) {
      end();
      total = figure;
      last = figure >= 20 && figure < 100 && !/^\d/.test(token) ? 10 : 0;
    } else if (token !== 'and') end();
  }
  end();
  return found;
}
