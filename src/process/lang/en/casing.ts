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
  let weighty = 0;
  let raised = 0;
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]!;
    if (form.length < 2 || !isLetter(form.charCodeAt(0))) continue;
    words++;
    if (!isSmall(form.charCodeAt(1)) && form === form.toUpperCase() && form !== form.toLowerCase()) shouted++;
    if (form.length < 3 || (form.length <= LONGEST_SMALL && SMALL.has(form))) continue;
    weighty++;
    if (isSmall(form.charCodeAt(0))) continue;
    if (isCapital(form.charCodeAt(0)) || form[0] !== form[0]!.toLowerCase()) raised++;
  }
  if (words >= 3 && shouted >= 0.8 * words) return 'capitals';
  // One small verb among names (“President Orla Finn met …”) is enough for running text.
  if (weighty >= 4 && raised === weighty && forms.length <= 40) return 'headline';
  return 'running';
}

/** Words that headlines leave small. */
const SMALL: ReadonlySet<string> = new Set(
  "the and for nor but yet with from into onto over via per than that amid after near not n’t n't are was has its vs. as".split(
    ' ',
  ),
);

const LONGEST_SMALL = Math.max(...Array.from(SMALL, (word) => word.length));

/** Plain letters, of which most words are made. */
function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isLetter(code: number): boolean {
  return isCapital(code) || isSmall(code) || code > 0xbf;
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

/** Index of the first word of running text, among the first four; -1 where there is none. */
export function openingWord(forms: readonly string[], casing: Casing): number {
  if (casing !== 'running') return -1;
  const end = Math.min(4, forms.length);
  for (let i = 0; i < end; i++) if (/^\p{L}/u.test(forms[i]!)) return i;
  return -1;
}
