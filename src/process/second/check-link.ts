import type { ChainLink, LinkType } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import { isOverlapping, makeTextSpan, type Span } from '../../model/span.ts';
import type { CueSense } from '../lang/en/claim/lexicon.ts';
import { findOutlet } from '../lang/en/entity/outlets.ts';
import { type Evidence, findAround, wordsOf } from './evidence.ts';
import { chooseNearest, findQuotes } from './quotes.ts';
import type { OfferedLink } from './schema.ts';

/** A link whose name and cue stand in the text, with the senses of its cue. */
export interface CheckedLink {
  readonly link: ChainLink;
  readonly senses: readonly CueSense[];
  readonly span: Span;
}

/** A source and its cue stand so close, in code units. */
const REACH = 300;
const PRONOUN = /^(?:i|he|she|they|it|we|who|him|her|them|us|that|this|these|those)$/i;
const SPEAKERS: ReadonlySet<string> = new Set(['person', 'organization', 'group', 'state']);

/**
 * A link of a chain where its name and cue stand near what is said; undefined, and counted, where they do not.
 *
 * @param isInnermost Whether it is who first-hand says it: that link needs a cue.
 */
export function checkLink(
  evidence: Evidence,
  offered: OfferedLink,
  { content, isInnermost }: { readonly content: Span; readonly isInnermost: boolean },
): CheckedLink | undefined {
  const { drops, quoted, lexicon } = evidence;
  const near = findAround(evidence, content, 1);
  const isApart = (span: Span) => !isOverlapping(span, content);
  const cues = offered.cue == null ? [] : findQuotes(quoted, offered.cue, near).filter(isApart);
  if (cues.length === 0 && (isInnermost || offered.cue != null)) return drops.add('cue not near');
  const cue = chooseNearest(cues, content);
  const names = findQuotes(quoted, offered.name, near).filter((span) => isApart(span) || !isInnermost);
  const span = chooseNearest(names, cue ?? content);
  if (span === undefined || (cue !== undefined && isFar(evidence, span, cue)))
    return drops.add('speaker not near');
  const senses = cue === undefined ? [] : lexicon.cueSenses(wordsOf(evidence, cue));
  const isKnown = senses.length > 0 || cue === undefined || isDeclining(evidence, cue);
  if (!isKnown) return drops.add('cue not known');
  const named = nameSource(evidence, offered, span);
  if (named === undefined) return drops.add('speaker not known');
  return {
    span:
      cue === undefined ? span : { start: Math.min(span.start, cue.start), end: Math.max(span.end, cue.end) },
    senses,
    link: {
      ...named,
      ...checkRole(evidence, offered, near),
      start: span.start,
      end: span.end,
      ...(cue === undefined
        ? {}
        : {
            cue: {
              ...makeTextSpan(evidence.reading.document.text, cue.start, cue.end),
              act: senses[0]?.act ?? lexicon.lemmaOf(wordsOf(evidence, cue)),
            },
          }),
    },
  };
}

/** "declined", "would not confirm": words that attribute nothing, but that nothing was said. */
const isDeclining = (evidence: Evidence, cue: Span): boolean =>
  evidence.lexicon.words.holds('stance', 'none', wordsOf(evidence, cue));

/** Source and cue stand in one sentence and close together. */
function isFar(evidence: Evidence, name: Span, cue: Span): boolean {
  const sentence = findAround(evidence, cue);
  const gap = Math.max(name.start - cue.end, cue.start - name.end);
  return !isOverlapping(sentence, name) || gap > REACH;
}

type Named = Pick<ChainLink, 'name' | 'type' | 'entity' | 'anonymous' | 'number'>;

/** What the link is called: as the first reader calls whom it knows, else by its own words. */
function nameSource(evidence: Evidence, offered: OfferedLink, span: Span): Named | undefined {
  const words = wordsOf(evidence, span).replace(/^the /i, '');
  const entity = PRONOUN.test(words)
    ? (findReferred(evidence, span) ?? findBefore(evidence, offered.who, span))
    : findCovering(evidence.reading.entities, span);
  if (entity !== undefined)
    return { name: entity.name, type: typeOf(entity, offered.type), entity: entity.id };
  if (PRONOUN.test(words) || !/\p{L}/u.test(words)) return undefined;
  const outlet = findOutlet(words);
  if (outlet !== undefined) return { name: outlet.name, type: outlet.type };
  const isUnnamed = offered.anonymous === true && ['person', 'unknown', 'office'].includes(offered.type);
  return {
    name: words,
    type: offered.type,
    ...(isUnnamed
      ? { anonymous: true, number: isSeveral(words) ? ('several' as const) : ('one' as const) }
      : {}),
  };
}

/** Whom the first reader takes a pronoun for; that goes before what an answer says. */
function findReferred({ reading }: Evidence, span: Span): Entity | undefined {
  return reading.entities.find(
    ({ type, references = [] }) => SPEAKERS.has(type) && references.some((each) => isOverlapping(each, span)),
  );
}

/** Whom a pronoun stands for otherwise: somebody whom the text has named not long before. */
const MEMORY = 1500;

function findBefore({ reading }: Evidence, who: string | null | undefined, span: Span): Entity | undefined {
  const entity = reading.entities.find(({ id }) => id === who);
  const isNamed = entity?.mentions.some(
    ({ end, start }) => end <= span.start && span.start - start <= MEMORY,
  );
  return entity !== undefined && isNamed === true && SPEAKERS.has(entity.type) ? entity : undefined;
}

/** The entity that the words name, not one that they only mention: "John Example", not the state in "Karvonian officials". */
function findCovering(entities: readonly Entity[], span: Span): Entity | undefined {
  const length = span.end - span.start;
  let best: { entity: Entity; shared: number } | undefined;
  for (const entity of entities) {
    if (!SPEAKERS.has(entity.type)) continue;
    for (const { start, end } of entity.mentions) {
      const shared = Math.min(end, span.end) - Math.max(start, span.start);
      const isHead = shared > 0 && (end === span.end || shared >= 0.6 * length);
      if (isHead && shared > (best?.shared ?? 0)) best = { entity, shared };
    }
  }
  return best?.entity;
}

function typeOf(entity: Entity, offered: LinkType): LinkType {
  if (entity.type === 'person') return 'person';
  return offered === 'person' ? 'office' : offered;
}

const isSeveral = (words: string): boolean => /(?:[^s]s|people|men|women|police)$/i.test(words);

function checkRole(evidence: Evidence, { role }: OfferedLink, near: Span): Pick<ChainLink, 'role'> {
  if (role == null || role.trim() === '') return {};
  const [found] = findQuotes(evidence.quoted, role, near);
  if (found === undefined) {
    evidence.drops.add('not in the text');
    return {};
  }
  return { role: wordsOf(evidence, found) };
}
