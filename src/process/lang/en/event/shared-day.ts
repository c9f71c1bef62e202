import type { Entity } from '../../../../model/entity.ts';
import type { EventTime } from '../../../../model/event.ts';
import { collectSubtree, findChild, findChildren, markersOf } from '../../../sentence/phrase.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import type { EventDraft, EventLinks } from './draft.ts';
import { HAPPENED } from './same.ts';

/** Within how many opening sentences a text tells the incident that it is about. */
const LEAD = 6;
/** How many sentences back a bare "the shooting" may find its day where the opening does not give it. */
const REACH = 5;

/** A text with more dated acts of one kind is about no single one of them; asking them all takes time that grows with the square. */
const MOST = 60;

/**
 * Days that another mention of the same incident gives: the finest among mentions that are one already, and that of the
 * only dated incident of its kind for "the Example shooting" or "the man killed by police", which are no more joined
 * than before.
 */
export function shareDays(
  drafts: readonly EventDraft[],
  links: readonly EventLinks[],
  entityOf: (id: string) => Entity | undefined,
): EventLinks[] {
  const refined = refineDays(drafts, links);
  const dated = refined.flatMap(({ when }, i) =>
    // A day of its own: what it has from another mention may be of the wider happening.
    when?.from === undefined || VAGUE.has(when.precision) || !isCandidate(drafts[i]!) ? [] : [i],
  );
  if (dated.length === 0) return refined;
  const byKind = new Map<string, number[]>();
  for (const i of dated) {
    const kind = kindOf(drafts[i]!);
    const known = byKind.get(kind);
    if (known === undefined) byKind.set(kind, [i]);
    else known.push(i);
  }
  const names = new NameBook(drafts, entityOf);
  return refined.map((link, i) => {
    const draft = drafts[i]!;
    if (link.when !== undefined || draft.offset !== undefined || !HAPPENED.has(draft.realis)) return link;
    const alike = byKind.get(kindOf(draft));
    if (alike === undefined || alike.length > MOST || draft.realis === 'recurrent' || isOfOther(draft))
      return link;
    const from = findDated(drafts, alike, { i, names });
    const when = onlyDay(from.map((k) => refined[k]!.when!));
    return when === undefined ? link : { ...link, when };
  });
}

const VAGUE: ReadonlySet<string> = new Set(['unknown', 'decade']);
const isCandidate = ({ realis, when }: EventDraft) =>
  when !== undefined && HAPPENED.has(realis) && realis !== 'recurrent';

interface Asked {
  readonly i: number;
  readonly names: NameBook;
}

/** Dated mentions that can be of the incident: those with a name in common, else those it can only mean. */
function findDated(
  drafts: readonly EventDraft[],
  alike: readonly number[],
  { i, names }: Asked,
): readonly number[] {
  const draft = drafts[i]!;
  const others = alike.filter((k) => !names.isOtherVictim(k, i));
  const named = others.filter((k) => names.isShared(k, i));
  if (named.length > 0) return named;
  if (names.ofPhrase(i).length > 0 && !names.isWithin(i, alike)) return [];
  if (!isTakingUp(draft)) return [];
  const first = Math.min(...alike.map((k) => drafts[k]!.trigger.at));
  const isNear = (k: number) => {
    const gap = draft.trigger.at - drafts[k]!.trigger.at;
    return gap >= 0 && gap <= REACH;
  };
  // Another incident of the kind anywhere: nobody can say which of them is meant.
  return others.length === alike.length && (first < LEAD || alike.some(isNear)) ? alike : [];
}

/** The finest day, where all the others hold it; undefined where two differ. */
function onlyDay(times: readonly EventTime[]): EventTime | undefined {
  let best: EventTime | undefined;
  for (const time of times) if (best === undefined || lengthOf(time) < lengthOf(best)) best = time;
  if (best === undefined) return undefined;
  const { from, to } = best;
  return times.every((time) => time.from! <= from! && endOf(time) >= (to ?? from!)) ? best : undefined;
}

const endOf = ({ from, to }: EventTime) => to ?? from!;
const lengthOf = (time: EventTime) =>
  Date.parse(endOf(time).slice(0, 10)) - Date.parse(time.from!.slice(0, 10));

/** "In 2012" of one mention, "on 11 September 2012" of another: all take the day. */
function refineDays(drafts: readonly EventDraft[], links: readonly EventLinks[]): EventLinks[] {
  const groups = new Map<number, EventTime[]>();
  for (const [i, { sameAs, when }] of links.entries()) {
    if (when?.from === undefined) continue;
    const known = groups.get(sameAs ?? i);
    if (known === undefined) groups.set(sameAs ?? i, [when]);
    else known.push(when);
  }
  const finest = new Map([...groups].map(([first, group]) => [first, onlyDay(group)]));
  return links.map((link, i) => {
    const best = finest.get(link.sameAs ?? i);
    const isFiner = best !== undefined && (link.when === undefined || lengthOf(best) < lengthOf(link.when));
    const isTold = link.when !== undefined || HAPPENED.has(drafts[i]!.realis);
    return !isFiner || !isTold || isOpen(link.when) ? link : { ...link, when: best };
  });
}

/** "Monday" of a page without a date stays open. */
const isOpen = (when: EventTime | undefined) => when !== undefined && when.from === undefined;

const KILLING = new Set(
  'kill shoot murder slay die death killing shooting slaying homicide fire gun open manslaughter assassination assassinate'.split(
    ' ',
  ),
);

/** What may be one incident in other words: killings and shootings, sexual violence, else the same word and type. */
function kindOf({ sentence, trigger }: EventDraft): string {
  const { sense, index } = trigger;
  const lemma = lemmaAt(sentence, index);
  if (sense.type !== 'ASSAULT') return `${sense.type} ${lemma}`;
  if (sense.mode === 'sexual') return 'sexual';
  return KILLING.has(lemma) ? 'killing' : lemma;
}

const OTHER = new Set(
  'other others another similar previous earlier past more such separate two three four five several many'.split(
    ' ',
  ),
);

/** "two other women who were attacked", "a previous shooting": told as another one. */
function isOfOther({ sentence, trigger }: EventDraft): boolean {
  for (let i = trigger.index - 1; i >= 0 && i >= trigger.index - 10; i--)
    if (OTHER.has(wordAt(sentence, i)) && wordAt(sentence, i + 1) !== 'than') return true;
  return false;
}

const DEFINITE = new Set(['the', 'this', 'that', 'his', 'her', 'their', 'its']);

/** Whether a mention takes up what was told: "the shooting", "the man killed by police", "charged with murder", a headline. */
function isTakingUp(draft: EventDraft): boolean {
  const { sentence, trigger } = draft;
  const { upos, xpos, deprel, head } = sentence.tokens[trigger.index]!;
  if (trigger.at === 0 && trigger.sense.type === 'ASSAULT') return xpos !== 'NNS';
  if (upos === 'NOUN') {
    if (xpos === 'NNS') return false;
    const determiner = findChild(sentence, trigger.index, 'det', 'nmod:poss');
    if (determiner !== undefined) return DEFINITE.has(wordAt(sentence, determiner));
    return isOffence(draft);
  }
  if (trigger.sense.type !== 'ASSAULT') return false;
  if (xpos === 'VBN' && deprel === 'acl' && head >= 0) {
    const determiner = findChild(sentence, head, 'det', 'nmod:poss');
    return determiner !== undefined && DEFINITE.has(wordAt(sentence, determiner));
  }
  const object = findChild(sentence, trigger.index, 'obj');
  return object !== undefined && ['him', 'her'].includes(wordAt(sentence, object));
}

/** "charged him with murder", "accused of rape": the offence of which the text tells. */
function isOffence({ sentence, trigger }: EventDraft): boolean {
  if (trigger.sense.type !== 'ASSAULT') return false;
  return markersOf(sentence, trigger.index).some((word) => word === 'with' || word === 'of');
}

const NO_NAME =
  /^(?:\p{Lu}\.?$|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iu;

/** Names that tell whom or what an act befell, by the position of its draft; read once each. */
class NameBook {
  readonly #phrases = new Map<number, readonly string[]>();
  readonly #drafts: readonly EventDraft[];
  readonly #entityOf: (id: string) => Entity | undefined;

  constructor(drafts: readonly EventDraft[], entityOf: (id: string) => Entity | undefined) {
    this.#drafts = drafts;
    this.#entityOf = entityOf;
  }

  /** Names in its own phrase that are not its doer's: the "Example" of "the Example shooting". */
  ofPhrase(i: number): readonly string[] {
    const known = this.#phrases.get(i);
    if (known !== undefined) return known;
    const { sentence, trigger, actors } = this.#drafts[i]!;
    const isVerb = sentence.tokens[trigger.index]!.upos === 'VERB';
    const isCapital = (k: number) => /^\p{Lu}\p{Ll}/u.test(sentence.tokens[k]!.text);
    const heads = isVerb
      ? findChildren(sentence, trigger.index, 'obj', 'nsubj:pass')
      : findChildren(sentence, trigger.index, 'compound', 'nmod:poss', 'nmod', 'appos', 'amod');
    // "the Example shooting": a person in it may be either, a group is who did it.
    const groups = actors.filter((id) => this.#entityOf(id)?.type !== 'person');
    const doers = new Set(groups.flatMap((id) => this.#wordsOf(id)));
    const words = heads
      .flatMap((head) => collectSubtree(sentence, head, (_, k) => k === trigger.index).slice(0, 8))
      // In a headline every word may be in capitals.
      .filter((k) => sentence.tokens[k]!.upos === 'PROPN' || (k > 0 && trigger.at > 0 && isCapital(k)))
      .map((k) => sentence.tokens[k]!.text)
      .filter((word) => !NO_NAME.test(word) && !doers.has(word));
    this.#phrases.set(i, words);
    return words;
  }

  /** Whether two acts befell the same by name. */
  isShared(a: number, b: number): boolean {
    const victims = this.#drafts[a]!.recipients.filter((id) => this.#entityOf(id)?.type === 'person');
    if (victims.some((id) => this.#drafts[b]!.recipients.includes(id))) return true;
    const names = this.ofPhrase(b);
    if (names.length === 0) return false;
    const own = new Set([...this.ofPhrase(a), ...victims.flatMap((id) => this.#wordsOf(id))]);
    return names.some((name) => own.has(name));
  }

  /** Whether the sentences of dated mentions speak of a name of its phrase. */
  isWithin(i: number, others: readonly number[]): boolean {
    const names = this.ofPhrase(i);
    return others.some((k) => this.#drafts[k]!.sentence.tokens.some(({ text }) => names.includes(text)));
  }

  /** Whether two acts befell different persons. */
  isOtherVictim(a: number, b: number): boolean {
    const persons = (i: number) =>
      this.#drafts[i]!.recipients.filter((id) => this.#entityOf(id)?.type === 'person');
    const [first, second] = [persons(a), persons(b)];
    return first.length > 0 && second.length > 0 && !first.some((id) => second.includes(id));
  }

  #wordsOf(id: string): readonly string[] {
    return (this.#entityOf(id)?.name ?? '').split(/\s+/);
  }
}
