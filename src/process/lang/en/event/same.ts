import type { Entity } from '../../../../model/entity.ts';
import type { EventTime } from '../../../../model/event.ts';
import { findChild, findChildren, markersOf } from '../../../sentence/phrase.ts';
import { lemmaAt } from '../../../sentence/view.ts';
import type { EventDraft } from './draft.ts';

export const HAPPENED: ReadonlySet<string> = new Set(['occurred', 'ongoing', 'recurrent']);

/** Root families in which one happening may be told with different words: an attack that is then a killing. */
const FORCE = new Set(['18', '19', '20']);

/** How many sentences back "the attack" alone may point. */
const POINTING_REACH = 4;

/** Whether two events of one text are told as the same happening. `entityOf` gives an entity by its id. */
export function isSameHappening(
  earlier: EventDraft,
  later: EventDraft,
  entityOf: (id: string) => Entity | undefined,
): boolean {
  const kindOf = (id: string) => entityOf(id)?.type;
  if (!isSameFamily(earlier, later)) return false;
  if (HAPPENED.has(earlier.realis) !== HAPPENED.has(later.realis)) return false;
  if (!HAPPENED.has(later.realis) && earlier.realis !== later.realis) return false;
  if (isDisjointTime(earlier.when, later.when)) return false;
  if (isSaidSame(later) && later.trigger.at - earlier.trigger.at <= POINTING_REACH)
    return wordOf(earlier) === wordOf(later);
  if (isDisjointOfKind(earlier.recipients, later.recipients, kindOf)) return false;
  if (isDisjoint(earlier.actors, later.actors) && !isForState(earlier.actors, later.actors, entityOf))
    return false;
  if (isDisjointMode(earlier, later)) return false;
  const sharesRecipient = earlier.recipients.some((id) => later.recipients.includes(id));
  const sharesPerson = earlier.recipients.some(
    (id) => later.recipients.includes(id) && kindOf(id) === 'person',
  );
  const sharesActor = earlier.actors.some((id) => later.actors.includes(id));
  const sharesTime = earlier.when !== undefined && earlier.when.from === later.when?.from;
  const sharesWord = wordOf(earlier) === wordOf(later);
  if (sharesPerson && isKilling(earlier) && isKilling(later)) return true;
  // News told afresh has a date of its own or none on either side; "an attack" without the old one's date is another.
  if (isIndefinite(later)) return sharesRecipient && sharesTime && !isIndefinite(earlier);
  if (isPointing(later))
    return sharesRecipient || isOfOtherName(earlier, later)
      ? sharesRecipient
      : isPointedAt(earlier, later, { sharesWord, sharesActor, sharesTime });
  if (later.when === undefined && earlier.when !== undefined && isVerb(later)) return sharesPerson;
  return (sharesRecipient && (sharesWord || sharesTime)) || (sharesTime && sharesActor && sharesWord);
}

/** "the Example shooting" after one whose sentence names no Example. */
function isOfOtherName(earlier: EventDraft, { sentence, trigger, actors }: EventDraft): boolean {
  if (actors.length > 0 || earlier.sentence === sentence) return false;
  const names = findChildren(sentence, trigger.index, 'compound').filter(
    (i) => i > 0 && /^\p{Lu}\p{Ll}/u.test(sentence.tokens[i]!.text),
  );
  return (
    names.length > 0 &&
    !names.some((i) => earlier.sentence.tokens.some(({ text }) => text === sentence.tokens[i]!.text))
  );
}

interface Shared {
  readonly sharesWord: boolean;
  readonly sharesActor: boolean;
  readonly sharesTime: boolean;
}

/** "the attack" after an attack, a strike or an assassination told shortly before, or anywhere by the same word and doer. */
function isPointedAt(earlier: EventDraft, later: EventDraft, shared: Shared): boolean {
  const gap = later.trigger.at - earlier.trigger.at;
  if (shared.sharesWord)
    return (
      shared.sharesActor || shared.sharesTime || (gap <= POINTING_REACH && !isOtherSeries(earlier, later))
    );
  const isBare = later.when === undefined || shared.sharesTime;
  // "the killing of the general" says whom: it takes up no act that befell nobody or somebody else.
  if (isOfAct(later)) return false;
  if (!isBare) return false;
  if (later.trigger.sense.type === 'PROTEST') return gap <= 2 && isOfProtest(later);
  if (!FORCE.has(rootOf(later))) return false;
  return (gap <= 2 && isGeneral(later)) || (gap <= POINTING_REACH && isOfKind(earlier, later));
}

/** Modes of attack that a definite noun may take up: "the bombardment" after a shelling, "the bombing" after a bomb. */
const TAKEN_UP: Readonly<Record<string, readonly string[]>> = {
  bombing: ['explosives', 'suicide-attack', 'aerial'],
  bombardment: ['heavy-weapons', 'aerial', 'explosives'],
  shelling: ['heavy-weapons'],
  shooting: ['firearms'],
  gunfire: ['firearms'],
  strike: ['aerial', 'drone'],
  raid: ['aerial'],
  blast: ['explosives', 'suicide-attack'],
  explosion: ['explosives', 'suicide-attack'],
  stabbing: ['primitive'],
};

function isOfKind(earlier: EventDraft, later: EventDraft): boolean {
  const { mode } = earlier.trigger.sense;
  // "the shooting" takes up no clashes or war, whatever they were fought with.
  const isSingle = isVerb(earlier) || isGeneral(earlier) || TAKEN_UP[lemmaOf(earlier)] !== undefined;
  return mode !== undefined && isSingle && TAKEN_UP[lemmaOf(later)]?.includes(mode) === true;
}

/** "The attacks on our police": plural and with its own victims, it takes up no attack that befell nobody named. */
const isOtherSeries = (earlier: EventDraft, later: EventDraft) =>
  isPlural(later) && later.recipients.length > 0 && earlier.recipients.length === 0;

const isPlural = ({ sentence, trigger }: EventDraft) => sentence.tokens[trigger.index]!.xpos === 'NNS';

/** Words general enough to take up any act of force. */
const isGeneral = (draft: EventDraft) =>
  ['attack', 'assault', 'killing', 'incident', 'violence'].includes(lemmaOf(draft));

/** "the protest" after a march. */
const isOfProtest = (draft: EventDraft) =>
  !isPlural(draft) && ['protest', 'demonstration', 'rally', 'march'].includes(lemmaOf(draft));

/** Lemma of what an act is aimed at, where it is a mere noun: the hotel of "attacked a hotel", "the attack on the hotel". */
export function targetOf({ sentence, trigger }: EventDraft): string | undefined {
  const { index } = trigger;
  const target =
    sentence.tokens[index]!.upos === 'VERB'
      ? findChild(sentence, index, 'obj', 'nsubj:pass')
      : findChildren(sentence, index, 'nmod').find((i) =>
          markersOf(sentence, i).some((word) => word === 'on' || word === 'against' || word === 'of'),
        );
  return target === undefined || sentence.tokens[target]!.upos !== 'NOUN'
    ? undefined
    : lemmaAt(sentence, target);
}

const isKilling = (draft: EventDraft) =>
  draft.trigger.sense.roles === 'victim' ||
  ['strike', 'attack', 'airstrike', 'raid'].includes(lemmaOf(draft));

const isVerb = ({ sentence, trigger }: EventDraft) => sentence.tokens[trigger.index]!.upos === 'VERB';
const rootOf = (draft: EventDraft) => draft.trigger.sense.cameo.slice(0, 2);

function isSameFamily(a: EventDraft, b: EventDraft): boolean {
  return rootOf(a) === rootOf(b) || (FORCE.has(rootOf(a)) && FORCE.has(rootOf(b)));
}

/** Rockets are no air strike: both told with their arms, and these differ. */
function isDisjointMode(a: EventDraft, b: EventDraft): boolean {
  const modeA = a.trigger.sense.mode;
  const modeB = b.trigger.sense.mode;
  if (modeA === undefined || modeB === undefined || modeA === modeB) return false;
  return GROUND_ARMS.has(modeA)
    ? GROUND_ARMS.has(modeB) || modeB === 'aerial'
    : modeA === 'aerial' && GROUND_ARMS.has(modeB);
}

const GROUND_ARMS = new Set(['heavy-weapons', 'firearms', 'suicide-attack', 'primitive']);

/** The event word’s lemma; air strikes are strikes. */
export const lemmaOf = ({ sentence, trigger }: EventDraft) =>
  lemmaAt(sentence, trigger.index).replace(/^air-?(?=strike|raid|attack)/, '');

const DEEDS: Readonly<Record<string, string>> = {
  killing: 'kill', assassination: 'assassinate', bombing: 'bomb', shooting: 'shoot', shelling: 'shell', stabbing: 'stab', kidnapping: 'kidnap', explosion: 'explode',
  meeting: 'meet', deployment: 'deploy', withdrawal: 'withdraw', seizure: 'seize', evacuation: 'evacuate', demonstration: 'demonstrate', invasion: 'invade', execution: 'execute', abduction: 'abduct', detention: 'detain', expulsion: 'expel', bombardment: 'bombard', mobilization: 'mobilize', mobilisation: 'mobilise', deportation: 'deport', accusation: 'accuse', condemnation: 'condemn', pullout: 'withdraw',
}; // biome-ignore format: a table

/** What the word of an event says, as a verb or as its noun: "was killed", "the killing". */
export const wordOf = (draft: EventDraft) => DEEDS[lemmaOf(draft)] ?? lemmaOf(draft);

/** "that attack", "those strikes": points to what was told last. */
export function isPointingFar({ sentence, trigger }: EventDraft): boolean {
  const determiner = findChild(sentence, trigger.index, 'det');
  return (
    determiner !== undefined && ['that', 'those'].includes(sentence.tokens[determiner]!.text.toLowerCase())
  );
}

/** "in the same strike": says itself that it is the one told before. */
function isSaidSame({ sentence, trigger }: EventDraft): boolean {
  return findChildren(sentence, trigger.index, 'amod').some(
    (i) => sentence.tokens[i]!.text.toLowerCase() === 'same',
  );
}

/** "an attack", "attacks", "rocket attacks": told as new. */
function isIndefinite(draft: EventDraft): boolean {
  const { sentence, trigger } = draft;
  const token = sentence.tokens[trigger.index]!;
  if (token.upos === 'VERB') return false;
  const determiner = findChild(sentence, trigger.index, 'det', 'nmod:poss');
  if (determiner === undefined) return token.xpos !== 'VBG' && !isOfAct(draft);
  return ['a', 'an', 'another', 'any', 'some', 'no'].includes(
    sentence.tokens[determiner]!.text.toLowerCase(),
  );
}

/** "killing him": a noun by the tagger's word, with its victim it says which. */
const isOfAct = (draft: EventDraft) => draft.trigger.sense.roles === 'victim' && draft.recipients.length > 0;

/** "the attack", "that strike", "Saturday’s attack": points back without saying more. */
function isPointing(draft: EventDraft): boolean {
  const { sentence, trigger } = draft;
  const determiner = findChild(sentence, trigger.index, 'det');
  return (
    determiner !== undefined &&
    ['the', 'that', 'this', 'those', 'these'].includes(sentence.tokens[determiner]!.text.toLowerCase())
  );
}

const isDisjoint = (a: readonly string[], b: readonly string[]) =>
  a.length > 0 && b.length > 0 && !a.some((id) => b.includes(id));

const STATE_SECTORS: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'SPY']);

/** Iran and its Guard Corps, Israel and its army: a state acts through its forces. */
function isForState(
  a: readonly string[],
  b: readonly string[],
  entityOf: (id: string) => Entity | undefined,
): boolean {
  const acts = (state: Entity | undefined, body: Entity | undefined) =>
    state?.type === 'state' &&
    body?.type === 'organization' &&
    state.country !== undefined &&
    state.country === body.country &&
    STATE_SECTORS.has(body.sector ?? '');
  return a.some((x) => b.some((y) => acts(entityOf(x), entityOf(y)) || acts(entityOf(y), entityOf(x))));
}

/** People hurt and the base that was hit are no contradiction; two different bases, or other people, are. */
function isDisjointOfKind(
  a: readonly string[],
  b: readonly string[],
  kindOf: (id: string) => string | undefined,
): boolean {
  const isSite = (id: string) => kindOf(id) === 'facility';
  const isOther = (id: string) => !isSite(id);
  return isDisjoint(a.filter(isSite), b.filter(isSite)) || isDisjoint(a.filter(isOther), b.filter(isOther));
}

function isDisjointTime(a: EventTime | undefined, b: EventTime | undefined): boolean {
  if (a?.from === undefined || b?.from === undefined) return false;
  const [endA, endB] = [a.to ?? a.from, b.to ?? b.from];
  return a.from > endB || b.from > endA;
}
