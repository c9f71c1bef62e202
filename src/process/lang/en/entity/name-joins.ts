import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { isCapitalised } from './mentions.ts';
import { loadNameLists } from './name-lists.ts';
import { retype, type TaggedName } from './name-tagger.ts';

type Tokens = ParsedSentence['tokens'];
interface Ranged extends TaggedName {
  readonly alias?: unknown;
}

/**
 * Names put together that the tagger cut, or that stopped short: articles and initials before, second halves behind a
 * hyphen, "Jr.", "Bank of Utopia", "Energy and Water Board", and abbreviations in brackets.
 */
export function joinNames<N extends Ranged>(names: readonly N[], sentence: ParsedSentence): N[] {
  if (names.length === 0) return [];
  const { tokens } = sentence;
  const taken = new Uint8Array(tokens.length);
  for (const { first, last } of names) taken.fill(1, first, last + 1);
  const grown = names.map((name) => growName(name, tokens, taken));
  return mergeNames(grown, tokens);
}

function growName<N extends Ranged>(name: N, tokens: Tokens, taken: Uint8Array): N {
  let { first, last } = name;
  first = growArticle(first, tokens);
  if (name.type === 'person' && name.alias === undefined) {
    last = growHyphen(last, tokens, taken);
    first = growInitials(first, tokens, taken);
    if (/^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/.test(tokens[last + 1]?.text ?? '') && taken[last + 1] === 0) last++;
  }
  // "Park Min" of "Park Min-jun" looks like a park.
  const isHalf =
    name.type === 'place' && name.alias === undefined && !isCapitalised(tokens[last + 2]?.text ?? 'A');
  const half = isHalf ? growHyphen(last, tokens, taken) : last;
  const isSecondHalf = half > last;
  last = half;
  if (first === name.first && last === name.last) return name;
  taken.fill(1, first, last + 1);
  return isSecondHalf ? retype({ ...name, first, last }, 'person') : { ...name, first, last };
}

const touches = (tokens: Tokens, i: number): boolean =>
  i > 0 && i < tokens.length && tokens[i - 1]!.end === tokens[i]!.start;

/** `al`, `bin` and the like before the hyphen belong to the name after it. */
function growArticle(first: number, tokens: Tokens): number {
  if (first < 2 || tokens[first - 1]!.text !== '-') return first;
  const isArticle = /^(?:al|el|ul|as|ash|ar|ad|an)$/i.test(tokens[first - 2]!.text);
  return isArticle && touches(tokens, first - 1) ? first - 2 : first;
}

const SYLLABLE =
  /^(?:[bcdfghjklmnprstwxyz]|ch|sh|zh|ts|hs|ph|th|kh|gw|kw|hw)?[wy]?[aeiou]{1,3}[hw]?(?:n|ng|k|l|m|p|t|r|b|s)?$/;
/** English words of that make that stand behind a hyphen. */
const ENGLISH =
  /^(?:led|run|era|men|man|win|hit|pro|wide|made|like|born|held|free|type|side|up|on|in|off|to|out|one|two|ten|so|go|day|run|top|cut|ban|set|bid|tie|tax|gun|oil|gas|sea|air|war|law|aid|bus|car|run|sum|age|son|hop|won|by|be|at|am|an|is)$/;

/** "Kim Min-jun", "Tsai Ping-kun": the small second half of a given name. */
function growHyphen(last: number, tokens: Tokens, taken: Uint8Array): number {
  const next = tokens[last + 2];
  if (next === undefined || taken[last + 2] === 1 || !/^[-‑]$/.test(tokens[last + 1]!.text)) return last;
  if (!touches(tokens, last + 1) || !touches(tokens, last + 2)) return last;
  const { text } = next;
  if (isCapitalised(text)) return /^\p{L}{2,}$/u.test(text) ? last + 2 : last;
  const isSecondHalf =
    SYLLABLE.test(text) && !ENGLISH.test(text) && SYLLABLE.test(tokens[last]!.text.toLowerCase());
  return isSecondHalf ? last + 2 : last;
}

/** "D K Example", "R. Example" */
function growInitials(first: number, tokens: Tokens, taken: Uint8Array): number {
  let from = first;
  while (from > 0 && taken[from - 1] === 0 && from > first - 3) {
    const { text, xpos } = tokens[from - 1]!;
    if (!/^\p{Lu}\.?$/u.test(text) || /^(?:PRP|DT)/.test(xpos)) break;
    from--;
  }
  // A second half behind a hyphen, the first passed over: "Tizya-" + "Example".
  const before = tokens[from - 2];
  if (before !== undefined && taken[from - 2] === 0 && tokens[from - 1]!.text === '-') {
    const isFirstHalf =
      touches(tokens, from - 1) && touches(tokens, from) && /^\p{Lu}\p{L}+$/u.test(before.text);
    if (isFirstHalf) from -= 2;
  }
  return from;
}

const PARTICLE = /^(?:bin|ibn|bint|bte|binti|al|el|de|del|della|da|dos|du|van|von|der|den|-)$/i;

function mergeNames<N extends Ranged>(names: readonly N[], tokens: Tokens): N[] {
  const merged: N[] = [];
  for (const name of [...names].sort((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before !== undefined && before.last >= name.first) {
      if (name.last > before.last && before.alias === undefined && name.type === before.type)
        merged[merged.length - 1] = { ...before, last: name.last };
      continue;
    }
    if (before !== undefined && isOne(before, name, tokens)) {
      merged[merged.length - 1] = { ...before, last: name.last };
      continue;
    }
    merged.push(name);
  }
  return merged;
}

function isOne(a: Ranged, b: Ranged, tokens: Tokens): boolean {
  if (a.alias !== undefined || b.alias !== undefined) return false;
  const between = tokens.slice(a.last + 1, b.first).map((token) => token.text);
  if (a.type === 'person' && b.type === 'person') {
    return between.length <= 2 && between.every((word) => PARTICLE.test(word));
  }
  const isBody = (i: number): boolean =>
    /^(?:body|company)$/.test(loadNameLists().words.get(tokens[i]!.text) ?? '');
  if (a.type === 'organization' && b.type === 'place') {
    return /^of(?: the)?$/.test(between.join(' ')) && isBody(a.last);
  }
  if (a.type === 'organization' && b.type === 'organization') {
    // "Nigerian Content Development" "and" "Monitoring Board": only the second half has a word for a body.
    return (
      /^(?:and|&)$/.test(between.join(' ')) &&
      !isBody(a.last) &&
      isBody(b.last) &&
      !isBody(b.first) &&
      a.last > a.first
    );
  }
  return false;
}
