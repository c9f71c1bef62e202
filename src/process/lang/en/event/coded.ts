import type { Entity } from '../../../../model/entity.ts';
import type { Event, EventType } from '../../../../model/event.ts';
import type { PlaceMention } from '../../../../model/place.ts';
import { findAgent } from '../../../sentence/agent.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, hasRelation, markersOf, tokenAt } from '../../../sentence/phrase.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import { findOtherSide } from './other-side.ts';
import { HAPPENED } from './same.ts';
import { findSpokenActs, isDemanded, type SpokenAct } from './spoken.ts';

/** One event as a CAMEO coder lists it; an act of speech alone is no event of the reading. */
export interface CodedEvent {
  readonly event?: Event;
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
 * What is done by saying (accusing, owning up, denying) stands before what is said.
 *
 * @example
 * // "Iran threatened to shell towns after an air raid": threatened 138, and nothing else
 */
export function codeEvents(text: CodedText): readonly CodedEvent[] {
  const { events, sentences, entities } = text;
  const coded: CodedEvent[] = [];
  for (const sentence of sentences) {
    const here = events.filter(
      ({ trigger }) => trigger.start >= sentence.start && trigger.end <= sentence.end,
    );
    const byWord = new Map(here.map((event) => [tokenAt(sentence, event.trigger.start), event]));
    const spoken = findSpokenActs({ sentence, events: byWord, entities });
    if (!hasParty(sentence, entities)) continue;
    const triggers = new Set([...byWord.keys(), ...spoken.map(({ index }) => index)]);
    const main = dropPurposes(sentence, byWord).filter(
      ([index]) => !isAside(sentence, index, { triggers, byWord }),
    );
    const stays = main.length > 0 || spoken.length > 0 ? main : [...byWord].slice(0, 1);
    const told = stays.filter(([, event]) => event.sameAs === undefined);
    for (const { index, cameo, source, targets } of spoken)
      coded.push({ cameo, pairs: pairSpoken({ index, source, targets }, sentence, entities) });
    for (const [index, event] of told) {
      const cameo = codeOf(sentence, index, event);
      if (cameo === undefined && (told.length > 1 || spoken.length > 0)) continue;
      const pairs = pairUp(event, sentence, text);
      coded.push(...(splitClash(event, pairs, entities) ?? [{ event, cameo: cameo ?? event.cameo, pairs }]));
    }
  }
  return coded;
}

/** "blocked the road to demand a school": whoever protests demands by it, and the protest is what is coded. */
function dropPurposes(
  sentence: ParsedSentence,
  byWord: ReadonlyMap<number, Event>,
): readonly [number, Event][] {
  const all = [...byWord];
  return all.filter(([index, { plover }]) => {
    const { xpos } = sentence.tokens[index]!;
    const isPurpose = ['REQUEST', 'ACCUSE'].includes(plover.type) && (xpos === 'VB' || xpos === 'VBG');
    return !isPurpose || !all.some(([other, event]) => other < index && event.plover.type === 'PROTEST');
  });
}

const FORCES: ReadonlySet<string> = new Set(['COP', 'MIL', 'GOV']);
const CROWDS: ReadonlySet<string> = new Set(['OPP', 'CVL', 'EDU', 'LAB', 'REL', 'REF']);
const CLASH = /^(?:clash|scuffl|skirmish|brawl|confront)/i;

/** "Police clashed with protesters": repression one way, a riot the other. */
function splitClash(
  event: Event,
  pairs: CodedEvent['pairs'],
  entities: readonly Entity[],
): readonly CodedEvent[] | undefined {
  const [pair] = pairs;
  if (pair === undefined || !CLASH.test(event.trigger.text) || !HAPPENED.has(event.realis)) return undefined;
  const sides = pair.map((id) => entities.find((entity) => entity.id === id));
  const crowd = sides.findIndex((side) => CROWDS.has(side?.sector ?? ''));
  const other = sides[1 - crowd];
  const isForce = other !== undefined && (FORCES.has(other.sector ?? '') || other.type === 'state');
  if (crowd < 0 || !isForce) return undefined;
  const [rioting, policing] = [pair[crowd], pair[1 - crowd]];
  return [
    { event, cameo: '175', pairs: [[policing, rioting]] },
    { event, cameo: '145', pairs: [[rioting, policing]] },
  ];
}

/** Whether a sentence names anyone beside places and days: what nobody in particular did to nobody is not listed. */
function hasParty(sentence: ParsedSentence, entities: readonly Entity[]): boolean {
  const { start, end, tokens } = sentence;
  const isNamed = tokens.some(
    ({ upos, text, deprel }, i) =>
      (upos === 'PROPN' || (upos === 'ADJ' && /^\p{Lu}/u.test(text))) &&
      deprel !== 'obl:unmarked' &&
      !markersOf(sentence, i).some((word) => PLACING.has(word)),
  );
  return (
    isNamed ||
    entities.some(
      ({ country, mentions }) =>
        country !== undefined && mentions.some((mention) => mention.start >= start && mention.end <= end),
    )
  );
}

const PLACING = new Set(['in', 'at', 'near', 'on', 'outside', 'inside']);

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

function pairSpoken(
  { index, source, targets }: Pick<SpokenAct, 'index' | 'source' | 'targets'>,
  sentence: ParsedSentence,
  entities: readonly Entity[],
): CodedEvent['pairs'] {
  const after = { end: sentence.tokens[index]!.end, actors: source === undefined ? [] : [source] };
  const found = targets.length > 0 ? targets : findNamedBehind(after, sentence, entities);
  return (found.length > 0 ? found : [undefined]).map((to) => [source, to] as const);
}

/** The other side where grammar names none: the first party that the sentence names behind the event word. */
function findNamedBehind(
  after: { readonly end: number; readonly actors: readonly string[] },
  sentence: ParsedSentence,
  entities: readonly Entity[],
): readonly string[] {
  const behind = entities
    .filter((entity) => !['weapon', 'facility'].includes(entity.type) && !after.actors.includes(entity.id))
    .flatMap((entity) => entity.mentions.map((mention) => ({ id: entity.id, start: mention.start })))
    .filter(({ start }) => start > after.end && start < sentence.end)
    .sort((a, b) => a.start - b.start);
  return behind.slice(0, 1).map(({ id }) => id);
}

/** What becomes of an act that has not been done: undefined where nobody announces it. */
function codeOf(sentence: ParsedSentence, index: number, event: Event): string | undefined {
  const kind = KIND[event.plover.type];
  if (HAPPENED.has(event.realis) || event.realis === 'exercise') return event.cameo;
  if (isDemandedBelow(sentence, index)) return '100';
  if (kind === 'word') return event.realis === 'denied' ? undefined : event.cameo;
  if (event.cameo === '185') return event.cameo;
  if (event.realis === 'denied') return kind === 'help' ? '120' : undefined;
  // "will withdraw unless": help that is to end, or to come at a price, is held over somebody's head.
  if (event.realis === 'conditional' && hasUnless(sentence, index)) return '130';
  if (kind === 'help')
    return event.realis === 'possible' &&
      event.actors.length === 0 &&
      findAgent(sentence, index) === undefined
      ? undefined
      : (INTENT[event.plover.type] ?? '030');
  if (event.plover.type === 'MOBILIZE' && OFFERING.has(lemmaAt(sentence, sentence.tokens[index]!.head)))
    return '033';
  if (ORDERING.has(lemmaAt(sentence, sentence.tokens[index]!.head))) return event.cameo;
  const isAnnounced = event.realis !== 'possible' && event.realis !== 'prepared';
  return isAnnounced || event.actors.length > 0 ? (THREAT[event.plover.type] ?? '130') : undefined;
}

const OFFERING = new Set(['promise', 'pledge', 'agree', 'offer', 'undertake']);
/** Whoever orders an act has done what he can. */
const ORDERING = new Set(['order', 'command', 'instruct', 'authorize', 'authorise', 'decree']);

/** "must withdraw", "should release": what is demanded of others. */
function isDemandedBelow(sentence: ParsedSentence, index: number): boolean {
  let current = index;
  for (let step = 0; step < 3 && current >= 0; step++) {
    if (isDemanded(sentence, current)) return true;
    if (!hasRelation(sentence.tokens[current]!, ['xcomp', 'obj', 'conj'])) return false;
    current = sentence.tokens[current]!.head;
  }
  return false;
}

const hasUnless = (sentence: ParsedSentence, index: number) =>
  findChildren(sentence, index, 'advcl').some((i) => markersOf(sentence, i).includes('unless'));

/** Prepositions and conjunctions behind which the circumstances of another act are told. */
const CIRCUMSTANCE = new Set(
  'after before since following during amid despite until as when while where because for over in of against to about on from with by'.split(
    ' ',
  ),
);

/** Whether an event word stands below another one, or in a clause or phrase that only explains. */
function isAside(
  sentence: ParsedSentence,
  index: number,
  { triggers, byWord }: { triggers: ReadonlySet<number>; byWord: ReadonlyMap<number, Event> },
): boolean {
  let current = index;
  for (let step = 0; step < 12; step++) {
    const token = sentence.tokens[current]!;
    if (token.head < 0) return false;
    const isTold = token.deprel === 'advcl' && token.xpos === 'VBG';
    // "rioted, setting fire to cars": that is what the riot was.
    if (isTold && byWord.get(token.head)?.plover.type === 'PROTEST') return true;
    // "opened fire to disperse them, killing one and arresting ten": behind a comma comes what came of it all.
    if (isTold && wordAt(sentence, current - 1) === ',') return false;
    const isJoined = token.deprel === 'conj' || isTold;
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
