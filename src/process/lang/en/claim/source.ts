import type { ChainLink, LinkType } from '../../../../model/claim.ts';
import type { Entity } from '../../../../model/entity.ts';
import { isOverlapping, isWithin, type Span } from '../../../../model/span.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { collectSubtree, hasRelation, toSpan } from '../../../sentence/phrase.ts';
import { findSelfName } from '../../../sentence/selfname.ts';
import type { EntityLookup } from '../entity/lookup.ts';
import { findApposed, findAuthor, isTitle, isTitleOf } from './holder.ts';
import { chunkOf, phraseOf, withoutPeriod } from './phrase.ts';
import type { SpeakerClass, SpeakerNouns } from './speakers.ts';

/** News media by name: handed in, since the register belongs to another part of reading. */
export type OutletLookup = (
  name: string,
) => { readonly name: string; readonly type: 'outlet' | 'agency' } | undefined;

export interface SourceContext {
  readonly text: string;
  readonly sentences: readonly ParsedSentence[];
  /** Who a name, a pronoun or a nominal is. */
  readonly lookup: EntityLookup;
  readonly speakers: SpeakerNouns;
  readonly findOutlet: OutletLookup;
}

/** A source as its phrase gives it, before pronouns and "the official" are resolved. */
export interface Source {
  readonly link: ChainLink;
  readonly span: Span;
  /** Lower-cased lemma of the phrase's main word. */
  readonly lemma: string;
  /** "he", "they": stands for a source named before. */
  readonly isPronoun: boolean;
  /** The document's own name where a pronoun says whose words it is: "his statement". */
  readonly own?: string;
  /** "the official", "those officials": points back to a source named before, where there is one. */
  readonly isDefinite: boolean;
  /** A pronoun or nominal of which the document tells whom it stands for. */
  readonly isReferring?: boolean;
}

/** How much of the phrase around a noun is taken. */
export interface PhraseLimits {
  /** Only the noun with what stands before it. */
  readonly isNarrow?: boolean | undefined;
  /** Only what lies in this range of the text, where the noun itself does. */
  readonly within?: Span | undefined;
}

/** Describes the phrase around token `found` of sentence `at` as a link of a chain (still without its cue). */
export function describeSource(
  context: SourceContext,
  at: number,
  found: number,
  { isNarrow = false, within }: PhraseLimits = {},
): Source {
  const sentence = context.sentences[at]!;
  // What a sentence's words name is named within it.
  const entities = context.lookup.named(sentence);
  const run = lastOfRun(sentence, found, entities);
  const head = isTitleOf(sentence, { head: found, last: run }, entities) ? found : run;
  const token = sentence.tokens[head]!;
  // "Page said": a person may bear the name of a document.
  const isPerson = token.upos === 'PROPN' && context.lookup.at(token)?.type === 'person';
  const isDocument = !isPerson && context.speakers.get(token.lemma.toLowerCase()) === 'document';
  const whole = withoutPeriod(
    sentence,
    isNarrow || (isDocument && isNamed(sentence, head)) ? chunkOf(sentence, head) : phraseOf(sentence, head),
    { head, entities },
  );
  const inside = whole.filter((i) => within === undefined || isWithin(sentence.tokens[i]!, within));
  const words = inside.includes(head) ? inside : whole;
  const span = toSpan(sentence, words);
  const first = sentence.tokens[words[0]!]!.text.toLowerCase();
  const nucleus = nucleusOf(sentence, head);
  const selfNamed = describeSelfNamed(context, sentence, head);
  if (selfNamed !== undefined)
    return {
      link: { ...selfNamed, start: span.start, end: span.end },
      span,
      lemma: token.lemma.toLowerCase(),
      isPronoun: false,
      isDefinite: false,
    };
  const apposed = isTitle(sentence, head) ? findApposed(sentence, words.at(-1)!, entities) : undefined;
  const named = apposed ?? findEntity(entities, nucleus, token);
  const referred = named === undefined ? context.lookup.at(token) : undefined;
  const entity = named ?? referred;
  const common = { start: span.start, end: span.end };
  const author = isDocument ? findAuthor(sentence, head) : undefined;
  if (author !== undefined) {
    const source = describeSource(context, at, author, { isNarrow: true });
    // Of words in print it is their author who says so; the passage that names them stays the phrase itself.
    if (source.link.type !== 'unknown' || source.isPronoun)
      return {
        ...source,
        span,
        link: { ...source.link, ...common },
        ...(source.isPronoun ? { own: nameOf(context.text, sentence, words) } : {}),
      };
  }
  const link = {
    ...(referred === undefined
      ? describeLink(context, sentence, { head, words, span, entity, within })
      : describeEntity(referred)),
    ...common,
    ...(entity === undefined ? {} : { entity: entity.id }),
  };
  return {
    link,
    span,
    lemma: token.lemma.toLowerCase(),
    ...(referred === undefined ? {} : { isReferring: true }),
    isPronoun:
      referred === undefined &&
      (token.upos === 'PRON' || ['this', 'that', 'these', 'those'].includes(token.text.toLowerCase())),
    isDefinite: ['the', 'those', 'these', 'that', 'this', 'same'].includes(first) && token.upos !== 'PROPN',
  };
}

/** "A group that calls itself Sons of the River": who speaks has a name, though the noun before it has none. */
function describeSelfNamed(
  { text, lookup, speakers }: SourceContext,
  sentence: ParsedSentence,
  head: number,
): ChainLink | undefined {
  const { lemma, upos } = sentence.tokens[head]!;
  const kind = speakers.get(lemma.toLowerCase());
  const name =
    upos === 'NOUN' && (kind === 'office' || kind === 'persons') ? findSelfName(sentence, head) : undefined;
  if (name === undefined) return undefined;
  const start = sentence.tokens[name.first]!.start;
  const end = sentence.tokens[name.last]!.end;
  const entity = lookup
    .named(sentence)
    .find(({ mentions }) =>
      mentions.some((mention) => mention.start >= start && mention.start < end && mention.end >= end),
    );
  return {
    name: entity?.name ?? text.slice(start, end).replace(/\s+/g, ' '),
    type: CLASS_LINKS[kind!],
    ...(entity === undefined ? {} : { entity: entity.id }),
  };
}

interface Phrase {
  readonly head: number;
  readonly words: readonly number[];
  readonly span: Span;
  readonly entity: Entity | undefined;
  /** Where the whole phrase ends, if that is known better than by the tree. */
  readonly within?: Span | undefined;
}

function describeLink(context: SourceContext, sentence: ParsedSentence, phrase: Phrase): ChainLink {
  const token = sentence.tokens[phrase.head]!;
  const bare = nameOf(context.text, sentence, phrase.words);
  // "Mayor Michael Bloomberg": who bears the name of an outlet is none.
  const outlet =
    phrase.entity?.type === 'person' ? undefined : findOutletOf(context, sentence, phrase.head, bare);
  if (outlet !== undefined) return { name: outlet.name, type: outlet.type };
  const { entity } = phrase;
  const kind = context.speakers.get(token.lemma.toLowerCase());
  const isCommon = token.upos !== 'PROPN' && !token.xpos.startsWith('NNP');
  const isHolder = isTitle(sentence, phrase.head);
  if (entity?.type === 'person' && (isHolder || !(isCommon && kind !== 'persons'))) {
    return { name: entity.name, type: 'person', ...(entity.role === undefined ? {} : { role: entity.role }) };
  }
  const beside = isCommon && kind === undefined ? findNamedBeside(context, sentence, phrase) : undefined;
  if (beside !== undefined) return beside;
  if (isCommon && kind !== undefined) return describeNoun(context, sentence, phrase, kind, bare);
  // "Republicans", "Democrats": those who belong to a party, not the party.
  if (entity?.sector === 'PTY' && token.xpos === 'NNPS' && !bare.includes(' '))
    return { name: bare, type: 'crowd' };
  if (entity !== undefined) return { name: entity.name, type: linkTypeOf(entity) };
  return { name: bare, type: kind === undefined ? 'unknown' : CLASS_LINKS[kind] };
}

/** The outlet that is named by a whole phrase, or by its main words alone. */
function findOutletOf(
  { text, findOutlet }: SourceContext,
  sentence: ParsedSentence,
  head: number,
  bare: string,
) {
  const whole = findOutlet(bare);
  if (whole !== undefined) return whole;
  const nucleus = nameOf(text, sentence, nucleusWords(sentence, head));
  return nucleus === bare ? undefined : findOutlet(nucleus);
}

/** Whom a pronoun or nominal stands for, as a link. */
const describeEntity = (entity: Entity): ChainLink => ({
  name: entity.name,
  type: entity.type === 'person' ? 'person' : linkTypeOf(entity),
  ...(entity.type === 'person' && entity.role !== undefined ? { role: entity.role } : {}),
});

/** A body of the media sector is an outlet, even one that the register does not know: "the Coast Gazette". */
const linkTypeOf = (entity: Entity): LinkType =>
  entity.sector === 'MED' && entity.type === 'organization'
    ? 'outlet'
    : (ENTITY_LINKS[entity.type] ?? 'unknown');

const ENTITY_LINKS: Readonly<Record<string, LinkType>> = {
  person: 'person',
  organization: 'office',
  state: 'office',
  group: 'office',
};

const CLASS_LINKS: Readonly<Record<SpeakerClass, LinkType>> = {
  persons: 'person',
  office: 'office',
  document: 'document',
  crowd: 'crowd',
  outlet: 'outlet',
  agency: 'agency',
};

/** "Head coach Ann Example": the person named right behind a post that no list knows. */
function findNamedBeside(
  { lookup, text }: SourceContext,
  sentence: ParsedSentence,
  { head, words, within }: Phrase,
): ChainLink | undefined {
  const { tokens } = sentence;
  const next = tokens[head + 1];
  const isInside =
    next !== undefined && (words.includes(head + 1) || (within !== undefined && isWithin(next, within)));
  if (!isInside) return undefined;
  const person = lookup
    .named(sentence)
    .find(({ type, mentions }) => type === 'person' && mentions.some(({ start }) => start === next.start));
  if (person === undefined) return undefined;
  const role = person.role ?? text.slice(tokens[words[0]!]!.start, tokens[head]!.end);
  return { name: person.name, type: 'person', role, entity: person.id };
}

function describeNoun(
  context: SourceContext,
  sentence: ParsedSentence,
  phrase: Phrase,
  kind: SpeakerClass,
  bare: string,
): ChainLink {
  if (kind !== 'persons') return { name: bare, type: CLASS_LINKS[kind] };
  const named = findNamedPerson(context.lookup.named(sentence), phrase.span);
  if (named !== undefined)
    return { name: named.name, type: 'person', role: named.role ?? bare, entity: named.id };
  if (isCrowd(sentence, phrase.head)) return { name: bare, type: 'crowd' };
  return { name: bare, type: 'person', anonymous: true, number: countOf(sentence, phrase.head) };
}

/** A person named inside the phrase: "a negotiator, Ann Example", "Central Bank governor Ann Example". */
function findNamedPerson(entities: readonly Entity[], span: Span): Entity | undefined {
  return entities.find(
    (entity) => entity.type === 'person' && entity.mentions.some((m) => isOverlapping(m, span)),
  );
}

/** From so many on nobody in particular speaks. */
const CROWD = 20;
const MANY = /^(?:dozens|scores|hundreds|thousands|millions|many|most)$/i;

/** "about 50 protesters", "hundreds of residents": a crowd, not people who go without a name. */
function isCrowd(sentence: ParsedSentence, head: number): boolean {
  if (!/^NN(?:P)?S$/.test(sentence.tokens[head]!.xpos) && sentence.tokens[head]!.lemma !== 'people')
    return false;
  return sentence.tokens.some(({ head: above, deprel, text }, i) => {
    if (above !== head || i > head) return false;
    const isNumber = deprel.startsWith('nummod') && Number(text.replace(/,/g, '')) >= CROWD;
    return isNumber || MANY.test(text);
  });
}

/** Whether one or several speak: plural noun, number word, or several joined. */
function countOf(sentence: ParsedSentence, head: number): 'one' | 'several' {
  const token = sentence.tokens[head]!;
  const isJoined = sentence.tokens.some((other) => other.head === head && other.deprel === 'conj');
  if (isJoined) return 'several';
  if (token.lemma === 'people' || token.text.toLowerCase() === 'people') return 'several';
  return token.xpos === 'NNS' || token.xpos === 'NNPS' ? 'several' : 'one';
}

/** "The Wisconsin Republican": the last word of a run of names is its main word, wherever the tree put it. */
function lastOfRun(sentence: ParsedSentence, head: number, entities: readonly Entity[]): number {
  let last = head;
  while (last + 1 < sentence.tokens.length && sentence.tokens[last]!.upos === 'PROPN') {
    const next = sentence.tokens[last + 1]!;
    const isJoint =
      next.text === 'of' &&
      sentence.tokens[last + 2]?.upos === 'PROPN' &&
      !endsPerson(entities, sentence.tokens[last]!.end) &&
      !startsBody(entities, sentence.tokens[last + 2]!.start);
    if (isJoint) last += 2;
    else if (next.upos === 'PROPN' && next.deprel !== 'appos') last++;
    else break;
  }
  return last;
}

/** "Khazali of Asa'ib Ahl al-Haq": whoever belongs to a body is not the body. */
const startsBody = (entities: readonly Entity[], start: number) =>
  entities.some(
    ({ type, mentions }) =>
      (type === 'group' || type === 'organization') && mentions.some((mention) => mention.start === start),
  );

/** "Ann Example of the Green Party" ends with her name, "Secretary of State Ann Example" goes on. */
const endsPerson = (entities: readonly Entity[], end: number) =>
  entities.some(({ type, mentions }) => type === 'person' && mentions.some((mention) => mention.end === end));

/** "a press release McKenzie said …": the name behind a document is the next speaker's. */
const isNamed = (sentence: ParsedSentence, head: number) => sentence.tokens[head + 1]?.upos === 'PROPN';

function nucleusWords(sentence: ParsedSentence, head: number): readonly number[] {
  return collectSubtree(
    sentence,
    head,
    (token) => !hasRelation(token, ['compound', 'flat', 'amod', 'nummod']) && token.deprel !== 'punct',
  );
}

function nucleusOf(sentence: ParsedSentence, head: number): Span {
  return toSpan(sentence, nucleusWords(sentence, head));
}

/** The entity whose mention covers the main word, the longest mention first. */
function findEntity(entities: readonly Entity[], nucleus: Span, head: Span): Entity | undefined {
  let best: { entity: Entity; length: number } | undefined;
  for (const entity of entities) {
    for (const mention of entity.mentions) {
      if (mention.start > head.start || mention.end < head.end || !isOverlapping(mention, nucleus)) continue;
      const length = mention.end - mention.start;
      if (best === undefined || length > best.length) best = { entity, length };
    }
  }
  return best?.entity;
}

const DETERMINERS = new Set(['the', 'a', 'an', 'those', 'these', 'this', 'that']);

/** The words of a phrase in the text's own writing, without an article before them. */
function nameOf(text: string, sentence: ParsedSentence, words: readonly number[]): string {
  const isArticle = words.length > 1 && DETERMINERS.has(sentence.tokens[words[0]!]!.text.toLowerCase());
  const span = toSpan(sentence, isArticle ? words.slice(1) : words);
  return text.slice(span.start, span.end).replace(/\s+/g, ' ');
}
