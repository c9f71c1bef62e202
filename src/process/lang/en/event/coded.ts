import type { Entity } from '../../../../model/entity.ts';
import type { Event, EventType } from '../../../../model/event.ts';
import type { PlaceMention } from '../../../../model/place.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, hasRelation, markersOf, tokenAt } from '../../../sentence/phrase.ts';
import { findOtherSide } from './other-side.ts';
import { HAPPENED } from './same.ts';

/** One event as a CAMEO coder lists it. */
export interface CodedEvent {
  readonly event: Event;
  readonly cameo: string;
  /**
   * Entity ids, who to whom; either may be unknown. Two who agree are a pair each way. Where only the place of an act
   * tells whom it concerns, the other side is `state:` with the country of the place.
   */
  readonly pairs: readonly (readonly [string | undefined, string | undefined])[];
}

export interface CodedText {
  readonly events: readonly Event[];
  readonly entities: readonly Entity[];
  readonly places: readonly PlaceMention[];
  readonly sentences: readonly ParsedSentence[];
}

const KIND: Readonly<Record<EventType, 'help' | 'harm' | 'word'>> = {
  AGREE: 'word', CONSULT: 'help', SUPPORT: 'help', CONCEDE: 'help', COOPERATE: 'help', AID: 'help', RETREAT: 'help',
  REQUEST: 'word', ACCUSE: 'word', REJECT: 'word', THREATEN: 'word',
  PROTEST: 'harm', SANCTION: 'harm', MOBILIZE: 'harm', COERCE: 'harm', ASSAULT: 'harm',
}; // biome-ignore format: a table

/** Codes of intent to help and of threat to harm, by what is intended. */
const INTENT: Readonly<Partial<Record<EventType, string>>> = {
  CONSULT: '036',
  COOPERATE: '031',
  AID: '033',
  RETREAT: '035',
  CONCEDE: '034',
};
const THREAT: Readonly<Partial<Record<EventType, string>>> = {
  PROTEST: '133',
  SANCTION: '131',
  COERCE: '132',
  ASSAULT: '138',
  MOBILIZE: '138',
};

/**
 * The events of a text as human coders of CAMEO list them: one code for each act that a sentence is about. What only
 * dates or explains another act is left out, and so is the content of a demand, a threat or a refusal; what is
 * promised is intent to cooperate (03), announced harm a threat (13), refused help a rejection (12), "must" a demand (10).
 *
 * @example
 * // "Iran threatened to shell towns after an air raid": threatened 138, and nothing else
 */
export function codeEvents(text: CodedText): readonly CodedEvent[] {
  const { events, sentences } = text;
  const coded: CodedEvent[] = [];
  for (const sentence of sentences) {
    const here = events.filter(
      ({ trigger }) => trigger.start >= sentence.start && trigger.end <= sentence.end,
    );
    const indexOf = (event: Event) => tokenAt(sentence, event.trigger.start);
    const triggers = new Set(here.map(indexOf));
    const main = here.filter((event) => !isAside(sentence, indexOf(event), triggers));
    const told = (main.length > 0 ? main : here.slice(0, 1)).filter((event) => event.sameAs === undefined);
    for (const event of told) {
      const cameo = codeOf(sentence, indexOf(event), event);
      if (cameo !== undefined || told.length === 1)
        coded.push({ event, cameo: cameo ?? event.cameo, pairs: pairUp(event, sentence, text) });
    }
  }
  return coded;
}

/** "agreed", "met", and "failed to reach agreement": what two do, each does to the other. */
function isMutual(event: Event, sentence: ParsedSentence): boolean {
  if (MUTUAL.has(event.plover.type)) return true;
  const at = tokenAt(sentence, event.trigger.start);
  return (
    event.plover.type === 'REJECT' &&
    sentence.tokens.slice(at + 1, at + 6).some(({ lemma }) => AGREEMENT.has(lemma.toLowerCase()))
  );
}

const AGREEMENT = new Set(['agree', 'agreement', 'accord', 'deal', 'compromise', 'consensus']);

/** A bridge that nobody is known to own is no party. */
const isSomebodys = ({ entities }: CodedText, wanted: string): boolean => {
  const entity = entities.find(({ id }) => id === wanted);
  return entity?.type !== 'facility' || entity.country !== undefined;
};

const MUTUAL: ReadonlySet<string> = new Set(['AGREE', 'CONSULT', 'COOPERATE', 'SUPPORT', 'ASSAULT']);

function pairUp(event: Event, sentence: ParsedSentence, text: CodedText): CodedEvent['pairs'] {
  const { actors } = event;
  if (event.recipients.length === 0 && actors.length > 1 && isMutual(event, sentence))
    return actors.flatMap((a) => actors.filter((b) => b !== a).map((b) => [a, b] as const));
  const named = event.recipients.filter((id) => isSomebodys(text, id));
  const other = named.length > 0 ? named : findOtherSide(event, sentence, text);
  const found = other.length > 0 ? other : event.recipients;
  const sources = actors.length > 0 ? actors : [undefined];
  const targets = found.length > 0 ? found : [undefined];
  return sources.flatMap((a) => targets.map((b) => [a, b] as const));
}

/** What becomes of an act that has not been done: undefined where nobody announces it. */
function codeOf(sentence: ParsedSentence, index: number, event: Event): string | undefined {
  const kind = KIND[event.plover.type];
  if (HAPPENED.has(event.realis) || event.realis === 'exercise') return event.cameo;
  if (kind === 'word') return event.realis === 'denied' ? undefined : event.cameo;
  if (event.realis === 'denied') return kind === 'help' ? '120' : undefined;
  if (isDemanded(sentence, index)) return '100';
  if (kind === 'help')
    return event.realis === 'possible' && event.actors.length === 0
      ? undefined
      : (INTENT[event.plover.type] ?? '030');
  const isAnnounced = event.realis !== 'possible' && event.realis !== 'prepared';
  return isAnnounced || event.actors.length > 0 ? (THREAT[event.plover.type] ?? '130') : undefined;
}

/** "must withdraw", "should release": what is demanded of others. */
function isDemanded(sentence: ParsedSentence, index: number): boolean {
  let current = index;
  for (let step = 0; step < 3 && current >= 0; step++) {
    const modals = findChildren(sentence, current, 'aux').map((i) => sentence.tokens[i]!.text.toLowerCase());
    if (modals.some((word) => word === 'must' || word === 'should')) return true;
    if (!hasRelation(sentence.tokens[current]!, ['xcomp', 'obj', 'conj'])) return false;
    current = sentence.tokens[current]!.head;
  }
  return false;
}

/** Prepositions and conjunctions behind which the circumstances of another act are told. */
const CIRCUMSTANCE = new Set(
  'after before since following during amid despite until as when while where because for over in of against to about on from with by'.split(
    ' ',
  ),
);

/** Whether an event word stands below another one, or in a clause or phrase that only explains. */
function isAside(sentence: ParsedSentence, index: number, triggers: ReadonlySet<number>): boolean {
  let current = index;
  for (let step = 0; step < 12; step++) {
    const token = sentence.tokens[current]!;
    if (token.head < 0) return false;
    const isJoined = token.deprel === 'conj' || (token.deprel === 'advcl' && token.xpos === 'VBG');
    if (triggers.has(token.head) && !isJoined) return true;
    if (token.deprel === 'acl:relcl' || (hasRelation(token, ['acl']) && token.upos === 'VERB')) return true;
    const marks = [...markersOf(sentence, current), ...whWords(sentence, current)];
    if (
      hasRelation(token, ['advcl', 'obl', 'nmod']) &&
      marks.some((word) => CIRCUMSTANCE.has(word.split(' ')[0]!))
    ) {
      const isOfCarrier = step === 0 && marks.includes('of') && hasRelation(token, ['nmod']);
      if (!isOfCarrier) return triggers.size > 1;
    }
    current = token.head;
  }
  return false;
}

const whWords = (sentence: ParsedSentence, i: number) =>
  findChildren(sentence, i, 'advmod').map((k) => sentence.tokens[k]!.text.toLowerCase());
