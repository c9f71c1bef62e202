/* Figures and names in our own wording, as far as they can be seen in it: for what must hold none. */

const NUMBER_WORDS = new Set(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion dozen dozens ' +
    'half third thirds quarter twice thrice double first second fourth fifth sixth seventh eighth ninth tenth couple score'
  ).split(' '),
);

const WORD = /[\p{L}\p{N}]+(?:[-.'’][\p{L}\p{N}]+)*/gu;

/**
 * Numbers in digits and in words.
 *
 * @example
 * findFigures('rockets, at least twenty-one or 8'); // ['twenty-one', '8']
 */
export function findFigures(text: string): readonly string[] {
  return [...text.matchAll(WORD)]
    .map(([word]) => word)
    .filter(
      (word) => /\p{N}/u.test(word) || word.split('-').some((part) => NUMBER_WORDS.has(part.toLowerCase())),
    );
}

/**
 * Words with a capital letter that does not merely begin the text.
 *
 * @example
 * findNames('Relayed by Harbour Wire to the BBC'); // ['Harbour', 'Wire', 'BBC']
 */
export function findNames(text: string): readonly string[] {
  return [...text.matchAll(WORD)].flatMap(([word], index) =>
    (index === 0 ? /.\p{Lu}/u : /\p{Lu}/u).test(word) ? [word] : [],
  );
}

/** Words in lower case, without marks: for comparing a name with a text that holds it. */
export function listTokens(text: string): readonly string[] {
  return [...text.replace(/(?<=\p{L})\.(?=\p{L}\.)|(?<=\p{L}\.\p{L})\./gu, '').matchAll(WORD)].map(([word]) =>
    word
      .toLowerCase()
      .replace(/['’]s$/u, '')
      .replace(/[.'’-]/g, ''),
  );
}
