import type { Entity } from '../../../../model/entity.ts';
import { isOverlapping } from '../../../../model/span.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { viewOf, wordAt } from '../../../sentence/view.ts';
import type { EventDraft } from './draft.ts';
import { HAPPENED } from './same.ts';

/** A phrase that says that one thing answers another, by its tokens; `at` the word after which the answered stands. */
interface Answer {
  readonly from: number;
  readonly to: number;
  /** Whether what is answered is named behind it ("in response to X"); else it stands in an earlier sentence. */
  readonly names: boolean;
  /** The answering act stands behind, with "with" or "by": "answered X with Y". */
  readonly isVerb: boolean;
  /** A mere noun ("Iran's answer to X"), which says who answers only where an act stands before it. */
  readonly isCalled: boolean;
}

const NOUNS = new Set(
  'response retaliation revenge reprisal reaction retribution answer return vengeance'.split(' '),
);
const ANSWERS = new Set(['answer', 'response', 'retaliation', 'reprisal', 'reply']);
const REVENGE = new Set('revenge retaliation vengeance reprisal retribution'.split(' '));
const VERBS = new Set('retaliate avenge respond answer hit retaliated'.split(' '));

/**
 * What each event answers, where the text says so: "in response to", "in retaliation for", "to avenge", "answered X
 * with Y", "retaliatory", and "over" for penalties and protests. "After" alone says nothing. Position in the list of
 * drafts, or undefined.
 */
export function findCauses(
  drafts: readonly EventDraft[],
  isSame: (a: number, b: number) => boolean,
  entities: readonly Entity[],
): readonly (number | undefined)[] {
  const causes: (number | undefined)[] = drafts.map(() => undefined);
  for (const [sentence, here] of groupDrafts(drafts)) {
    for (const answer of findAnswers(sentence)) {
      const cause = findAnswered(drafts, here, { sentence, answer, entities, isSame });
      const effect = findAnswering(drafts, here, { sentence, answer, cause });
      if (cause === undefined || effect === undefined || effect === cause || isSame(effect, cause)) continue;
      causes[effect] ??= cause;
    }
    for (const i of here) causes[i] ??= findRetaliated(drafts, i, isSame) ?? findGrievance(drafts, here, i);
  }
  return causes;
}

/** Pairs of an act and what it answers that one sentence tells: these are never one happening. */
export function findOpposed(
  drafts: readonly EventDraft[],
  entities: readonly Entity[],
): readonly (readonly [effect: number, cause: number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (const [sentence, here] of groupDrafts(drafts)) {
    if (here.length < 2) continue;
    for (const answer of findAnswers(sentence)) {
      const cause = findAnswered(drafts, here, { sentence, answer, entities, isSame: (a, b) => a === b });
      const effect = findAnswering(drafts, here, { sentence, answer, cause });
      if (cause !== undefined && effect !== undefined && effect !== cause && here.includes(cause))
        pairs.push([effect, cause]);
    }
  }
  return pairs;
}

/** Positions of the drafts of each sentence. */
function groupDrafts(drafts: readonly EventDraft[]): ReadonlyMap<ParsedSentence, readonly number[]> {
  const groups = new Map<ParsedSentence, number[]>();
  for (const [i, { sentence }] of drafts.entries()) {
    const group = groups.get(sentence);
    if (group === undefined) groups.set(sentence, [i]);
    else group.push(i);
  }
  return groups;
}

/** "retaliatory strikes", "a punitive raid": an act that answers another by its own words. */
export function isRetaliatory({ sentence, trigger }: EventDraft): boolean {
  for (let i = trigger.index - 1; i >= 0 && i >= trigger.index - 2; i--) {
    if (RETALIATORY.test(sentence.tokens[i]!.text)) return true;
    if (!DESCRIBING.has(sentence.tokens[i]!.upos)) return false;
  }
  return false;
}

const RETALIATORY = /^(retaliatory|punitive|reprisal|revenge)$/i;
const DESCRIBING = new Set(['ADJ', 'NOUN', 'PROPN']);

function findAnswers(sentence: ParsedSentence): readonly Answer[] {
  const found: Answer[] = [];
  const { lemmas } = viewOf(sentence);
  for (let i = 0; i < lemmas.length; i++) {
    const { upos } = sentence.tokens[i]!;
    const word = lemmas[i]!;
    if (NOUNS.has(word) && upos === 'NOUN') {
      const from = startOfAnswer(sentence, i);
      const next = wordAt(sentence, i + 1);
      const names = next === 'to' || next === 'for' || next === 'against';
      // "called the strikes an answer to the attack": an answer that is not "in answer to".
      const isCalled = names && next !== 'against' && ANSWERS.has(word);
      if (from !== undefined || isCalled || (REVENGE.has(word) && next === 'for'))
        found.push({ from: from ?? i, to: i, names, isVerb: false, isCalled: from === undefined });
    } else if (VERBS.has(word) && upos === 'VERB') {
      const next = wordAt(sentence, i + 1);
      const isBack = word === 'hit' && next !== 'back';
      if (!isBack && word !== 'hit')
        found.push({ from: i, to: i, names: true, isVerb: true, isCalled: false });
    }
  }
  return found;
}

/** "in", "as", "in direct", "as a", "in apparent" before the noun; undefined where it is no such phrase. */
function startOfAnswer(sentence: ParsedSentence, noun: number): number | undefined {
  for (let i = noun - 1; i >= Math.max(0, noun - 3); i--) {
    const word = wordAt(sentence, i);
    if (word === 'in' || word === 'as') return i;
    if (!['ADJ', 'DET', 'ADV'].includes(sentence.tokens[i]!.upos)) return undefined;
  }
  return undefined;
}

interface Place {
  readonly sentence: ParsedSentence;
  readonly answer: Answer;
}

/** The event named behind the phrase, the known event that befell the one named there, or the last one told before. */
function findAnswered(
  drafts: readonly EventDraft[],
  here: readonly number[],
  {
    sentence,
    answer,
    entities,
    isSame,
  }: Place & { readonly entities: readonly Entity[]; readonly isSame: (a: number, b: number) => boolean },
): number | undefined {
  if (answer.names) {
    const end = endOfComplement(sentence, answer);
    const named = here.find(
      (i) =>
        drafts[i]!.trigger.index > answer.to &&
        drafts[i]!.trigger.index <= end &&
        drafts[i]!.realis !== 'denied',
    );
    if (named !== undefined) return named;
    const span = {
      start: sentence.tokens[answer.to]!.start,
      end: sentence.tokens[Math.min(end, sentence.tokens.length - 1)]!.end,
    };
    const people = entities.filter(
      (one) => one.type === 'person' && one.mentions.some((mention) => isOverlapping(mention, span)),
    );
    const befell = drafts.findIndex(
      (draft) =>
        draft.trigger.sense.type === 'ASSAULT' && people.some(({ id }) => draft.recipients.includes(id)),
    );
    if (befell >= 0) return befell;
    if (end > answer.to + 1) return undefined;
  }
  // "… and the army responded with strikes": what the sentence told before.
  if (answer.isVerb) {
    const before = here.filter(
      (i) => drafts[i]!.trigger.index < answer.from && HAPPENED.has(drafts[i]!.realis),
    );
    if (before.length > 0) return mainOf(drafts, before);
  }
  const first = here[0];
  return first === undefined ? undefined : findPrevious(drafts, first, isSame);
}

/** The complement ends at the comma, or at "with" or "by" after a verb. */
function endOfComplement(sentence: ParsedSentence, { to, isVerb }: Answer): number {
  for (let i = to + 1; i < sentence.tokens.length; i++) {
    const word = wordAt(sentence, i);
    if (word === ',' || word === ';' || (isVerb && (word === 'with' || word === 'by'))) return i - 1;
    if (i > to + 25) return i;
  }
  return sentence.tokens.length - 1;
}

/** The act that answers: before the phrase where one stands there, else the first behind its complement. */
function findAnswering(
  drafts: readonly EventDraft[],
  here: readonly number[],
  { sentence, answer, cause }: Place & { readonly cause: number | undefined },
): number | undefined {
  const end = answer.names ? endOfComplement(sentence, answer) : answer.to;
  const behind = here.filter((i) => drafts[i]!.trigger.index > end && i !== cause);
  const own = here.find((i) => drafts[i]!.trigger.index === answer.from);
  if (answer.isVerb) {
    if (
      end + 1 < sentence.tokens.length &&
      /^(with|by)$/.test(wordAt(sentence, end + 1)) &&
      behind.length > 0
    )
      return behind[0];
    return own ?? here.findLast((i) => drafts[i]!.trigger.index < answer.from && i !== cause);
  }
  const before = here.filter((i) => drafts[i]!.trigger.index < answer.from && i !== cause);
  if (answer.isCalled && !REVENGE.has(wordAt(sentence, answer.to)) && before.length === 0) return undefined;
  const isOpening = answer.from <= 2 || before.length === 0;
  return isOpening ? (mainOf(drafts, behind) ?? before[0]) : before.at(-1);
}

/** Of several acts the one highest in the tree. */
function mainOf(drafts: readonly EventDraft[], positions: readonly number[]): number | undefined {
  const depth = (i: number) => {
    const { sentence, trigger } = drafts[i]!;
    let at = trigger.carrier ?? trigger.index;
    let steps = 0;
    while (at >= 0 && steps < 40) {
      at = sentence.tokens[at]!.head;
      steps++;
    }
    return steps;
  };
  return positions.toSorted((a, b) => depth(a) - depth(b) || a - b)[0];
}

/** "retaliatory strikes": what they answer was told before. */
function findRetaliated(
  drafts: readonly EventDraft[],
  i: number,
  isSame: (a: number, b: number) => boolean,
): number | undefined {
  return isRetaliatory(drafts[i]!) && HAPPENED.has(drafts[i]!.realis)
    ? findPrevious(drafts, i, isSame)
    : undefined;
}

/** "sanctions over the attack", "protested over the killing": a penalty's or a protest's reason. */
function findGrievance(
  drafts: readonly EventDraft[],
  here: readonly number[],
  i: number,
): number | undefined {
  const { sentence, trigger } = drafts[i]!;
  if (!['COERCE', 'SANCTION', 'PROTEST', 'THREATEN'].includes(trigger.sense.type)) return undefined;
  return here.find((k) => {
    const { index } = drafts[k]!.trigger;
    if (index <= trigger.index || !HAPPENED.has(drafts[k]!.realis)) return false;
    const words = sentence.tokens.slice(trigger.index + 1, index);
    const over = words.findLastIndex(({ text }) => text.toLowerCase() === 'over');
    return over >= 0 && words.slice(over + 1).every(({ upos }) => !['VERB', 'ADP', 'PUNCT'].includes(upos));
  });
}

/** The last act of force told in an earlier sentence, which "In response," alone answers. */
function findPrevious(
  drafts: readonly EventDraft[],
  i: number,
  isSame: (a: number, b: number) => boolean,
): number | undefined {
  for (let k = i - 1; k >= 0; k--) {
    const other = drafts[k]!;
    if (other.sentence === drafts[i]!.sentence || !HAPPENED.has(other.realis)) continue;
    if (drafts[i]!.trigger.at - other.trigger.at > 3) return undefined;
    if (other.trigger.sense.type === 'ACCUSE' || other.trigger.sense.type === 'CONSULT') continue;
    if (!isSame(k, i)) return k;
  }
  return undefined;
}
