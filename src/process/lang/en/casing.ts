/** How a sentence uses capitals: as running text, in capitals throughout, or as a headline Does. */
export type Casing = 'running' | 'capitals' | 'headline';

/**
 * Tells running text from sentences whose capitals say nothing about names, so that tagger and parser can
 * read those without being misled.
 *
 * @example
 * findCasing(['TROOPS', 'CROSS', 'THE', 'BORDER']); // 'capitals'
 */
export function findCasing(forms: readonly string[]): Casing {
  let words = 0;
  let shouted = 0;
  let long = 0;
  let longCapitalised = 0;
  for (const form of forms) {
    const code = form.charCodeAt(0);
    if (form.length < 2 || !isLetter(code)) continue;
    const upper = form.toUpperCase();
    words++;
    if (form === upper && form !== form.toLowerCase()) shouted++;
    if (form.length < 5) continue;
    long++;
    if (form[0] === upper[0] && form[0] !== form[0]!.toLowerCase()) longCapitalised++;
  }
  if (words >= 3 && shouted >= 0.8 * words) return 'capitals';
  if (long >= 3 && longCapitalised >= 0.85 * long) return 'headline';
  return 'running';
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 0xbf;
}

const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '--',
  '…': '...',
};

/** The form as the models know it: plain quotes and dashes; small letters where capitals say nothing. */
export function plainForm(form: string, casing: Casing): string {
  let plain = form;
  if (form.length === 1) plain = PLAIN[form] ?? form;
  else if (form.includes('’')) plain = form.replaceAll('’', "'");
  return casing === 'capitals' ? plain.toLowerCase() : plain;
}
