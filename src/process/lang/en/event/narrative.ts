import type { EventTime } from '../../../../model/event.ts';
import type { TimeExpression } from '../../../../model/time.ts';
import { groupBySentence } from '../../../sentence/nearby.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, hasRelation, tokenAt } from '../../../sentence/phrase.ts';
import { lemmaAt, viewOf, wordAt } from '../../../sentence/view.ts';
import type { EventDraft, EventLinks } from './draft.ts';
import { makeEventTime } from './when.ts';

export interface NarrativeContext {
  readonly sentences: readonly ParsedSentence[];
  readonly times: readonly TimeExpression[];
  /** ISO 8601, as precise as known. */
  readonly published?: string;
}

/** How many sentences a day that opens a narrative holds for. */
const REACH = 3;

/**
 * The day of the sentence before, in one narrative: "On Thursday she came to the capital. She met the minister." Only
 * from past to past in main clauses of the outlet's own telling, and only until another time is named.
 */
export function dateNarrative(
  drafts: readonly EventDraft[],
  links: readonly EventLinks[],
  { sentences, times, published }: NarrativeContext,
): EventLinks[] {
  const open = links.map((link, i) => link.when === undefined && isTold(drafts[i]!, link));
  if (!open.includes(true)) return [...links];
  const timesAt = groupBySentence(sentences, times);
  const isTimeless = (at: number) => timesAt[at]!.every(({ type }) => type === 'DURATION' || type === 'SET');
  const scenes = new Map<number, TimeExpression | undefined>();
  const sceneOf = (at: number) => {
    if (!scenes.has(at)) scenes.set(at, findScene(sentences[at]!, timesAt[at]!, published));
    return scenes.get(at);
  };
  return links.map((link, i) => {
    const { at } = drafts[i]!.trigger;
    if (!open[i] || !isTimeless(at)) return link;
    for (let k = at - 1; k >= 0 && at - k <= REACH; k--) {
      const scene = sceneOf(k);
      if (scene !== undefined)
        return isOneNarrative(sentences, k, at) ? { ...link, when: makeEventTime(scene) as EventTime } : link;
      if (!isTimeless(k) || !isPast(sentences[k]!)) return link;
    }
    return link;
  });
}

/** Verbs whose time is that of telling, and what was told may be of any day. */
const TELLING = new Set(
  (
    'say tell announce report write tweet add note argue claim state declare explain recall insist warn ask reply deny ' +
    'confirm accuse publish release show find call describe suggest believe know think seem become begin have be remain'
  ).split(' '),
);

/** An act told as done by a finite verb of the main clause. */
function isTold({ sentence, trigger, realis, offset }: EventDraft, { background }: EventLinks): boolean {
  if (realis !== 'occurred' || background || offset !== undefined) return false;
  const verb = trigger.carrier ?? trigger.index;
  const token = sentence.tokens[verb]!;
  const isMain = token.head < 0 || (hasRelation(token, ['conj']) && sentence.tokens[token.head]!.head < 0);
  return isMain && isPast(sentence, verb) && !TELLING.has(lemmaAt(sentence, verb)) && !isQuoted(sentence);
}

const SUMMED =
  /^(?:repeatedly|previously|often|long|already|never|always|ever|regularly|once|before|earlier|ago|since|originally|sometimes)$/;

function isPast(sentence: ParsedSentence, verb = viewOf(sentence).root): boolean {
  if (verb < 0) return false;
  const { xpos } = sentence.tokens[verb]!;
  const helpers = findChildren(sentence, verb, 'aux', 'aux:pass', 'cop').map((i) => wordAt(sentence, i));
  if (helpers.some((word) => word === 'had' || word === 'has' || word === 'have')) return false;
  if (findChildren(sentence, verb, 'advmod').some((i) => SUMMED.test(wordAt(sentence, i)))) return false;
  return xpos === 'VBD' || helpers.some((word) => word === 'was' || word === 'were');
}

/** Somebody's words, whole or cut off; a single word in quotation marks is none. */
const isQuoted = ({ tokens }: ParsedSentence) =>
  QUOTE.test(tokens[0]?.text ?? '') || tokens.filter(({ text }) => QUOTE.test(text)).length % 2 === 1;
const QUOTE = /^(?:[“”"]|``|'')$/;

/** The day on which a sentence puts its own main act; undefined where it is told of by somebody or lies ahead. */
function findScene(
  sentence: ParsedSentence,
  times: readonly TimeExpression[],
  published: string | undefined,
): TimeExpression | undefined {
  const { root } = viewOf(sentence);
  if (root < 0 || !isPast(sentence) || TELLING.has(lemmaAt(sentence, root)) || isQuoted(sentence))
    return undefined;
  const days = times.filter(({ type }) => type === 'DATE' || type === 'TIME');
  const [day] = days;
  if (day === undefined || days.some(({ from }) => from !== day.from)) return undefined;
  if (day.precision !== 'day' || day.from === undefined) return undefined;
  if (published !== undefined && day.from.slice(0, 10) > published.slice(0, 10)) return undefined;
  for (let i = tokenAt(sentence, day.end - 1), step = 0; step < 3; step++) {
    const token = sentence.tokens[i]!;
    if (token.head === root) return hasRelation(token, ['obl', 'advmod', 'nmod']) ? day : undefined;
    if (token.head < 0 || !hasRelation(token, ['compound', 'flat', 'nmod', 'nummod'])) return undefined;
    i = token.head;
  }
  return undefined;
}

/** In one paragraph, or in the next one by somebody whom the dated one speaks of. */
function isOneNarrative(sentences: readonly ParsedSentence[], from: number, to: number): boolean {
  const [first, later] = [sentences[from]!, sentences[to]!];
  if (first.paragraph === later.paragraph) return true;
  if (later.paragraph - first.paragraph > 1) return false;
  const { root } = viewOf(later);
  const subject = root < 0 ? undefined : findChild(later, root, 'nsubj', 'nsubj:pass');
  if (subject === undefined) return false;
  const { upos, text } = later.tokens[subject]!;
  if (upos === 'PRON') return true;
  if (upos !== 'PROPN') return false;
  return sentences.some(
    (sentence, i) =>
      i < to &&
      i >= from - 2 &&
      sentence.paragraph === first.paragraph &&
      sentence.tokens.some((token) => token.upos === 'PROPN' && token.text === text),
  );
}
