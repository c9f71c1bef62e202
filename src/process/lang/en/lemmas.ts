import { type Cache, makeCache } from './cache.ts';
import { type Casing, plainForm } from './casing.ts';
import type { Weights } from './weights.ts';

/** What the lemma of a word depends on beside its form. */
export interface LemmaContext {
  readonly xpos: string;
  readonly casing: Casing;
  /** Whether the word opens its sentence, so that its capital says nothing. */
  readonly first: boolean;
}

/** Gives the dictionary form of a tagged word. */
export interface Lemmatiser {
  lemma(form: string, context: LemmaContext): string;
  /** Whether a form is known as a past tense or participle and as no plain verb: `struck`; not `hit`, `found`. */
  isPastOnly(form: string): boolean;
}

/** Adjectives of nations, which keep their capital: `Iraqi`, `Dutch`; not `Senior`. */
const NATIONAL = /^\p{Lu}\p{Ll}{0,30}(?:an|ese|ish|i|ch|ss|ot|ic)$/u;
/** `TV`, `NGO`: words that are written in capitals in any sentence. */
const ABBREVIATION = /^\p{Lu}{2,6}$/u;
const ABBREVIATIONS = /^\p{Lu}{2,6}['’]?s$/u;
const LONGEST_SUFFIX = 6;
/** Words remembered of each tag. */
const CACHE_LIMIT = 2_000;
/** And of those that open a sentence. */
const FIRST_LIMIT = 200;

/** Penn tags whose words are inflected in the same way share rules. */
const GROUPS: Readonly<Record<string, string>> = {
  VBD: 'ed',
  VBN: 'ed',
  VBG: 'ing',
  VBZ: 'z',
  NNS: 's',
  NNPS: 'ps',
  JJR: 'er',
  RBR: 'er',
  JJS: 'est',
  RBS: 'est',
};

/** The group of inflection that a Penn tag belongs to; the tag itself for words that are not inflected. */
export function groupOf(xpos: string): string {
  return Object.hasOwn(GROUPS, xpos) ? GROUPS[xpos]! : xpos;
}

/** What turns a form into its lemma: so many letters off the end, then these on (`3:y` for parties, party). */
export function applyScript(form: string, script: string): string {
  const colon = script.indexOf(':');
  return form.slice(0, form.length - Number(script.slice(0, colon))) + script.slice(colon + 1);
}

/** Groups whose lemmas are verbs (`v`) or nouns (`n`): a rule that yields a known one is believed first. */
const BASES: Readonly<Record<string, string>> = { ed: 'v', ing: 'v', z: 'v', s: 'n', ps: 'n' };

/** The list of known lemmas that a group of inflection belongs to, if any. */
export function basesOf(group: string): string | undefined {
  return Object.hasOwn(BASES, group) ? BASES[group] : undefined;
}

/**
 * Whole words first, then the rule of the longest known suffix that yields a known lemma, then the rule of the
 * longest suffix. Lines of the table: `group form lemma` for words, `group -suffix script` for rules,
 * `v lemma` and `n lemma` for known lemmas.
 */
export function makeLemmatiser(weights: Weights, own: readonly OwnForms[] = []): Lemmatiser {
  const table = new Map<string, string>();
  for (const line of new TextDecoder().decode(weights.u8('table')).split('\n')) {
    const end = line.lastIndexOf('\t');
    const isBase = line.indexOf('\t') === end;
    table.set(isBase ? line : line.slice(0, end), line.slice(end + 1));
  }
  addOwn(table, own);
  const find = (form: string, { xpos, casing, first }: LemmaContext): string => {
    if (form.length > 60 || xpos === 'NNP' || xpos === 'ADD' || !/^[\p{L}'’]/u.test(form)) return form;
    const plain = plainForm(form, casing);
    const group = groupOf(xpos);
    const lower = group === 'ps' ? plain : plain.toLowerCase();
    const known = table.get(`${group}\t${lower}`);
    if (known !== undefined) return known;
    // "The ministry froze": a form that is only ever past, whatever it was tagged as.
    if ((xpos === 'VB' || xpos === 'VBP') && !table.has(`v\t${lower}`)) {
      const past = table.get(`ed\t${lower}`);
      if (past !== undefined) return past;
    }
    if (casing === 'running' && xpos === 'NN' && ABBREVIATION.test(plain)) return plain;
    if (casing === 'running' && xpos === 'NNS' && ABBREVIATIONS.test(plain))
      return plain.replace(/['’]?s$/, '');
    if (xpos === 'JJ' && casing === 'running' && !first && NATIONAL.test(plain)) return plain;
    return ruledLemma(table, group, lower);
  };
  const caches = { first: new Map<string, Cache<string>>(), inside: new Map<string, Cache<string>>() };
  const lemma = (form: string, context: LemmaContext): string => {
    const { xpos, casing, first } = context;
    // What stands in capitals is rare, and has rules of its own.
    if (casing !== 'running' || form.length > 60) return find(form, context);
    const byTag = first ? caches.first : caches.inside;
    let cache = byTag.get(xpos);
    if (cache === undefined) {
      cache = makeCache(first ? FIRST_LIMIT : CACHE_LIMIT);
      byTag.set(xpos, cache);
    }
    let known = cache.get(form);
    if (known === undefined) {
      known = find(form, context);
      cache.set(form, known);
    }
    return known;
  };
  const isPastOnly = (form: string): boolean => {
    const lower = form.toLowerCase();
    return table.has(`ed\t${lower}`) && !table.has(`v\t${lower}`);
  };
  return { lemma, isPastOnly };
}

/** A word whose forms are listed by hand: `v overrun overran`. */
export interface OwnForms {
  /** `v` verb, `n` noun. */
  readonly pos: string;
  readonly lemma: string;
  readonly forms: readonly string[];
}

/** Makes words known, and enters the forms that no rule gives, over what was learned. */
function addOwn(table: Map<string, string>, own: readonly OwnForms[]): void {
  for (const { pos, lemma, forms } of own) {
    table.set(`${pos}\t${lemma}`, lemma);
    for (const [group, form] of regularForms(pos, lemma)) table.set(`${group}\t${form}`, lemma);
    for (const form of forms) table.set(`${groupOfForm(pos, form)}\t${form}`, lemma);
  }
}

function regularForms(pos: string, lemma: string): readonly (readonly [group: string, form: string])[] {
  const isSoft = /[^aeiou]y$/.test(lemma);
  const stem = isSoft ? `${lemma.slice(0, -1)}i` : lemma;
  const s = isSoft || /(?:s|x|z|ch|sh)$/.test(lemma) ? `${stem}es` : `${lemma}s`;
  if (pos === 'n') return [['s', s]];
  const isMute = lemma.endsWith('e');
  return [
    ['z', s],
    ['ed', isMute ? `${lemma}d` : `${stem}ed`],
    ['ing', isMute && !lemma.endsWith('ee') ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`],
  ];
}

function groupOfForm(pos: string, form: string): string {
  if (pos === 'n') return 's';
  if (form.endsWith('ing')) return 'ing';
  return form.endsWith('s') ? 'z' : 'ed';
}

function ruledLemma(table: ReadonlyMap<string, string>, group: string, form: string): string {
  const bases = basesOf(group);
  let longest: string | undefined;
  for (let size = Math.min(LONGEST_SUFFIX, form.length - 1); size >= 0; size--) {
    const script = table.get(`${group}\t-${form.slice(form.length - size)}`);
    if (script === undefined) continue;
    const lemma = applyScript(form, script) || form;
    longest ??= lemma;
    if (bases === undefined || table.has(`${bases}\t${lemma.toLowerCase()}`)) return lemma;
  }
  return longest ?? form;
}
