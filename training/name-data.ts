import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { findCasing } from '../src/process/lang/en/casing.ts';
import { loadNameLists } from '../src/process/lang/en/entity/name-lists.ts';
import { NAME_TYPES, type NameType, type TaggedName } from '../src/process/lang/en/entity/name-tagger.ts';
import { cutPieces } from '../src/process/lang/en/entity/phrases.ts';
import { splitEnglish } from '../src/process/lang/en/sentences.ts';
import type { Tagger } from '../src/process/lang/en/tagger.ts';
import { loadPlacePhrases } from '../src/process/place/gazetteer.ts';
import type { ParsedSentence, Token } from '../src/process/sentence/parsed.ts';

/** A sentence with its names. */
export interface NamedSentence {
  readonly sentence: ParsedSentence;
  readonly names: readonly TaggedName[];
}

interface Line {
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: NameType }[];
}

/** Tags words as the reader will; the trainer sees the tags that the tagger gives, not gold ones. */
export function toSentence(
  tagger: Tagger,
  words: readonly { start: number; end: number; text: string }[],
): ParsedSentence {
  const forms = words.map((word) => word.text);
  const casing = findCasing(forms);
  const tags = tagger.tag(forms, casing);
  const tokens = words.map((word, i): Token => {
    const [upos, xpos] = tagger.classes[tags[i]!]!.split('|') as [string, string];
    return { ...word, lemma: word.text.toLowerCase(), upos, xpos, head: -1, deprel: 'dep' };
  });
  return { start: words[0]!.start, end: words.at(-1)!.end, tokens, paragraph: 0 };
}

/** Reads a set of `{id, text, entities}`; offsets there count code points, as ours do where there are no pairs. */
export function readNamed(
  file: string,
  tagger: Tagger,
  trim: (names: TaggedName, sentence: ParsedSentence) => TaggedName | undefined = (name) => name,
): { readonly sentences: NamedSentence[]; readonly sha256: string } {
  const packed = readFileSync(file);
  const sentences: NamedSentence[] = [];
  for (const row of gunzipSync(packed).toString('utf8').split('\n')) {
    if (row.trim() === '') continue;
    const { text, entities } = JSON.parse(row) as Line;
    for (const { words } of splitEnglish(text)) {
      const tokens: { start: number; end: number; text: string }[] = [];
      for (let i = 0; i < words.length; i += 2) {
        tokens.push({ start: words[i]!, end: words[i + 1]!, text: text.slice(words[i], words[i + 1]) });
      }
      const sentence = toSentence(tagger, tokens);
      const names = entities.flatMap(({ start, end, type }) => {
        const first = tokens.findIndex((token) => token.start >= start && token.end <= end);
        if (first < 0) return [];
        let last = first;
        while (last + 1 < tokens.length && tokens[last + 1]!.end <= end) last++;
        const trimmed = trim({ first, last, type }, sentence);
        const name = trimmed && settle(trimmed, sentence);
        return name === undefined ? [] : [name];
      });
      sentences.push({ sentence, names: outermost(names) });
    }
  }
  return { sentences, sha256: createHash('sha256').update(packed).digest('hex') };
}

/** Names that do not lie in another; the longer goes first. */
function outermost(names: readonly TaggedName[]): TaggedName[] {
  const kept: TaggedName[] = [];
  for (const name of [...names].sort((a, b) => b.last - b.first - (a.last - a.first))) {
    if (!kept.some((other) => name.first <= other.last && other.first <= name.last)) kept.push(name);
  }
  return kept.sort((a, b) => a.first - b.first);
}

const isUpper = (text: string): boolean => /^\p{Lu}/u.test(text);
const INNER = /^(?:of|and|for|the|in|on|de|la|al|el|bin|ibn|von|van|der|['’]s?|-|–|&|'s|’s|,|\d+)$/i;
const TITLE_WORDS =
  /^(?:the|foreign|prime|defen[cs]e|secretary|minister|president|king|queen|sheikh|general|gen\.?|col\.?|colonel|lt\.?|maj\.?|mr\.?|mrs\.?|ms\.?|dr\.?|sir|ambassador|spokesman|commander|leader|chief|vice|deputy|state|of|for|us|u\.s\.|uk|british|syrian|iraqi|russian|turkish|american|special|envoy|representative|high|chairman)$/i;

/**
 * Cuts mentions that may be whole noun phrases ("the Foreign Secretary Philip Hammond", "civilians") down to the
 * name in them; undefined where there is none.
 */
export function trimToName(name: TaggedName, { tokens }: ParsedSentence): TaggedName | undefined {
  let { first, last } = name;
  if (name.type === 'person') {
    while (last > first && !isUpper(tokens[last]!.text)) last--;
    let start = last;
    while (start > first && (isUpper(tokens[start - 1]!.text) || INNER.test(tokens[start - 1]!.text)))
      start--;
    while (start < last && TITLE_WORDS.test(tokens[start]!.text)) start++;
    first = start;
  } else {
    while (first < last && !isUpper(tokens[first]!.text)) first++;
    if (/^the$/i.test(tokens[first]!.text) && first < last) first++;
  }
  for (let i = first; i <= last; i++) {
    if (!isUpper(tokens[i]!.text) && !INNER.test(tokens[i]!.text)) return undefined;
  }
  if (!isUpper(tokens[first]!.text) || !isUpper(tokens[last]!.text)) return undefined;
  if (tokens.slice(first, last + 1).every((token) => /^(?:PRP|DT|JJ|RB)/.test(token.xpos))) return undefined;
  return { first, last, type: name.type };
}

/**
 * One convention for all sets: titles are no part of a person's name and no name by themselves ("the President"),
 * peoples are no names ("Americans"), and a country is a place also where it acts ("Iraq welcomed").
 */
export function settle(name: TaggedName, sentence: ParsedSentence): TaggedName | undefined {
  const { tokens } = sentence;
  const pieces = cutPieces(sentence);
  const listed = loadPlacePhrases().findAt(pieces, name.first);
  if (listed?.last === name.last) {
    if (listed.value.form === 'people') return undefined;
    if (listed.value.form === 'name' && listed.value.precision === 'country' && name.type === 'organization')
      return { ...name, type: 'place' };
  }
  if (name.type !== 'person') return name;
  const { words } = loadNameLists();
  const isTitle = (i: number): boolean =>
    /^(?:title|office)$/.test(words.get(tokens[i]!.text) ?? '') ||
    /^(?:Minister|Secretary|Director|Chairman|Chief|Speaker|Spokesman|Commander|Deputy|Officer|Leader|Advisor|Adviser|Envoy|Head|Capt\.?|Lt\.?)$/.test(
      tokens[i]!.text,
    );
  let { first } = name;
  for (let i = name.last; i >= first; i--) {
    if (!isTitle(i) || (i > first && !isUpper(tokens[i]!.text))) continue;
    if (i === name.last && i > first) continue;
    first = i + 1;
  }
  if (first > name.last || /^NNPS$/.test(tokens[name.last]!.xpos)) return undefined;
  return { ...name, first };
}

const NAMED = new Map<string, NameType>(NAME_TYPES.map((type) => [type, type]));
const KEPT_RELATIONS = /^(?:compound|flat|nummod|goeswith)/;

interface Row {
  readonly form: string;
  readonly upos: string;
  readonly head: number;
  readonly relation: string;
  readonly misc: string;
}

/**
 * Names from the mention layer of GUM: mentions of persons, places and organisations whose head is a proper noun,
 * cut to the head with its compounds, flat parts, capitalised adjectives, possessives and of-phrases.
 */
export function readGumNames(
  file: string,
  tagger: Tagger,
): { readonly sentences: NamedSentence[]; readonly sha256: string } {
  const packed = readFileSync(file);
  const sentences: NamedSentence[] = [];
  let rows: Row[] = [];
  for (const line of gunzipSync(packed).toString('utf8').split('\n')) {
    if (line === '') {
      if (rows.length > 0) sentences.push(readRows(rows, tagger));
      rows = [];
      continue;
    }
    const cells = line.split('\t');
    if (line.startsWith('#') || !/^\d+$/.test(cells[0]!)) continue;
    rows.push({
      form: cells[1]!,
      upos: cells[3]!,
      head: Number(cells[6]) - 1,
      relation: cells[7]!,
      misc: cells[9]!,
    });
  }
  return { sentences, sha256: createHash('sha256').update(packed).digest('hex') };
}

function readRows(rows: readonly Row[], tagger: Tagger): NamedSentence {
  let at = 0;
  const words = rows.map((row) => {
    const start = at;
    at += row.form.length + (row.misc.includes('SpaceAfter=No') ? 0 : 1);
    return { start, end: start + row.form.length, text: row.form };
  });
  const names: TaggedName[] = [];
  const open: { id: string; type: string; first: number }[] = [];
  for (const [i, row] of rows.entries()) {
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(row.misc)?.[1] ?? '';
    for (const [, opened, closed] of entity.matchAll(/\(([^()]+)|([^()]*)\)/g)) {
      if (opened !== undefined) {
        const [id, type] = opened.split('-') as [string, string];
        open.push({ id, type, first: i });
        if (!entity.includes(`(${opened})`)) continue;
      }
      const index =
        opened !== undefined
          ? open.length - 1
          : closed === ''
            ? -1
            : open.findLastIndex((mention) => mention.id === closed);
      if (index < 0) continue;
      const [mention] = open.splice(index, 1);
      const type = NAMED.get(mention!.type);
      const name = type && cutToHead(rows, mention!.first, i, type);
      if (name) names.push(name);
    }
  }
  const sentence = toSentence(tagger, words);
  return { sentence, names: outermost(names.flatMap((name) => settle(name, sentence) ?? [])) };
}

/** "The director Ann Example": the name hangs on the noun, all its words or the first of them. */
function findNameAfterNoun(rows: readonly Row[], noun: number, last: number): number {
  const at = noun + 1;
  if (at > last) return -1;
  const { head, relation, upos } = rows[at]!;
  if (upos !== 'PROPN' || head !== noun || !/^(?:flat|appos)/.test(relation)) return -1;
  return at;
}

function cutToHead(
  rows: readonly Row[],
  first: number,
  last: number,
  type: NameType,
): TaggedName | undefined {
  let head = -1;
  for (let i = first; i <= last; i++) if (rows[i]!.head < first || rows[i]!.head > last) head = i;
  if (head >= 0 && rows[head]!.upos === 'NOUN') head = findNameAfterNoun(rows, head, last);
  if (head < 0 || rows[head]!.upos !== 'PROPN' || !isUpper(rows[head]!.form)) return undefined;
  const inName = new Set([head]);
  for (let i = head + 1; i <= last && rows[i]!.relation === 'flat' && rows[i]!.head === rows[head]!.head; i++)
    inName.add(i);
  for (let pass = 0; pass < 4; pass++) {
    for (let i = first; i <= last; i++) {
      const row = rows[i]!;
      if (!inName.has(row.head) || inName.has(i)) continue;
      const big = isUpper(row.form);
      const hasOf = rows.some((r) => r.head === i && r.relation === 'case' && r.form === 'of');
      const hasFor = rows.some((r) => r.head === i && r.relation === 'case' && /^(?:for|on)$/.test(r.form));
      const kept =
        (KEPT_RELATIONS.test(row.relation) && (big || /^\d/.test(row.form) || row.relation === 'flat')) ||
        (row.relation === 'amod' && big) ||
        (row.relation === 'nmod' && big && (hasOf || (hasFor && type === 'organization')) && row.head <= i) ||
        (row.relation === 'conj' && big && row.head !== head) ||
        (row.relation === 'nmod:poss' && big && type !== 'person') ||
        (row.relation === 'conj' && big && type === 'organization') ||
        (/^(?:case|punct|det|cc)$/.test(row.relation) &&
          row.head !== head &&
          /^(?:of|for|on|-|–|the|and|&|'s|’s)$/.test(row.form)) ||
        (row.relation === 'punct' && /^[-–&]$/.test(row.form));
      if (kept) inName.add(i);
    }
  }
  let from = head;
  let to = head;
  while (from > first && inName.has(from - 1)) from--;
  while (to < last && inName.has(to + 1)) to++;
  while (from < head && !isUpper(rows[from]!.form)) from++;
  while (to > head && !isUpper(rows[to]!.form) && !/^\d/.test(rows[to]!.form)) to--;
  return { first: from, last: to, type };
}
