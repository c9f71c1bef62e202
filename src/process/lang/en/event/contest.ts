import type { Entity } from '../../../../model/entity.ts';
import { findChildren } from '../../../sentence/phrase.ts';
import { lemmaAt, viewOf } from '../../../sentence/view.ts';
import type { EventDraft } from './draft.ts';
import { keep, type Told } from './harm.ts';
import type { EventInput } from './input.ts';
import type { EventLexicon, EventSense } from './lexicon.ts';

/** Words of force for what is said of somebody. */
const BLOWS = new Set('attack assault barrage onslaught broadside clash skirmish hit strike shot'.split(' '));
/** Words of force for a contest as a whole. */
const STRUGGLES = new Set('fight battle war combat offensive fighting blitz'.split(' '));
/** Words of force that are a play on the field, and what they say elsewhere. */
const PLAYS = new Set('shoot shooting beat beating'.split(' '));
/** Words of dissent for a gathering of one's own. */
const GATHERINGS = new Set(['rally']);
/** Verbs whose "fight" and "attack" to come are no force either. */
const PROMISES = new Set(['promise', 'vow', 'pledge', 'swear']);

const DISAPPROVE: EventSense = {
  type: 'ACCUSE',
  mode: 'disapprove',
  cameo: '111',
  contexts: [],
  roles: 'of',
};
const PROMISE: EventSense = { type: 'AGREE', cameo: '030', contexts: [], roles: 'to' };

/** What becomes of a draft: as it is, in another sense, or left out. */
type Fate = 'stays' | 'goes' | EventSense;

/**
 * Reads words of force as what they are in a contest for office or on a field of play: an attack on a rival in words is
 * criticism, a battle for votes no event. Told by the document and the sentence together: it speaks of the contest, the
 * sentence of nothing that bleeds or burns, and nobody armed has a part in it.
 */
export function readContests(told: Told, input: EventInput, lexicon: EventLexicon): Told {
  if (!told.drafts.some(isDoubtful)) return told;
  const isOfForce = told.drafts.some((draft) => draft.trigger.sense.type === 'ASSAULT' && !isDoubtful(draft));
  const kindOf = makeContestFinder(input, lexicon, isOfForce);
  const isDated = ({ sentence, trigger }: EventDraft) => {
    const { start } = sentence.tokens[trigger.index]!;
    return input.times.some(({ end }) => end < start && start - end <= DATE_REACH);
  };
  const fates = told.drafts.map((draft) => {
    const kind = isDoubtful(draft) ? kindOf(draft) : undefined;
    return kind === undefined || isDated(draft) ? 'stays' : fateOf(draft, kind, input.entities);
  });
  if (fates.every((fate) => fate === 'stays')) return told;
  const gone = new Set(told.drafts.filter((_, i) => fates[i] === 'goes'));
  const kept = keep(told, input.claims.length, (draft) => !gone.has(draft));
  const left = fates.filter((fate, i) => {
    const { repeats } = told.drafts[i]!;
    return fate !== 'goes' && (repeats === undefined || fates[repeats] !== 'goes');
  });
  return {
    ...kept,
    drafts: kept.drafts.map((draft, i) => {
      const sense = left[i]!;
      if (typeof sense === 'string') return draft;
      const { parts: _parts, targetKind: _kind, ...rest } = draft;
      return { ...rest, trigger: { ...draft.trigger, sense } };
    }),
  };
}

/** "the Sept. 11, 2001, attacks": how far before its event a date may stand that names it. */
const DATE_REACH = 2;

const lemmaOf = ({ sentence, trigger }: EventDraft) => lemmaAt(sentence, trigger.index);

function isDoubtful(draft: EventDraft): boolean {
  const { type, mode } = draft.trigger.sense;
  const lemma = lemmaOf(draft);
  if (type === 'ASSAULT')
    return PLAYS.has(lemma) || (mode === undefined && (BLOWS.has(lemma) || STRUGGLES.has(lemma)));
  if (type === 'PROTEST') return GATHERINGS.has(lemma);
  return type === 'THREATEN' && mode === 'violence' && PROMISES.has(lemma);
}

type Kind = 'office' | 'match';

/** In how many sentences a text must speak of a contest to be about one, and in what part of them. */
const LEAST = 3;
const PART = 0.2;

/** Tells for a draft whether its sentence is of a contest, and of which. */
function makeContestFinder({ sentences }: EventInput, { classes }: EventLexicon, isOfForce: boolean) {
  const [contest, near, match, bloodshed] = ['contest', 'contestnear', 'match', 'bloodshed'].map(
    (name) => classes.get(name) ?? new Set<string>(),
  );
  const isAbout = (words: ReadonlySet<string>) => {
    const count = sentences.filter(({ tokens }, i) =>
      tokens.some((_, k) => words.has(lemmaAt(sentences[i]!, k))),
    ).length;
    return count >= LEAST && count >= sentences.length * PART;
  };
  let known: { readonly office: boolean; readonly match: boolean } | undefined;
  return ({ sentence, trigger, actors, recipients }: EventDraft): Kind | undefined => {
    const has = (words: ReadonlySet<string>) =>
      viewOf(sentence).lemmas.some((lemma, i) => i !== trigger.index && words.has(lemma));
    if (has(bloodshed!)) return undefined;
    if (has(near!)) return 'office';
    // "The attack came days before the vote": where force was told of, a bare word for it takes that up.
    if (isOfForce && actors.length === 0 && recipients.length === 0) return undefined;
    known ??= { office: isAbout(contest!), match: isAbout(match!) };
    if (known.office) return 'office';
    return known.match ? 'match' : undefined;
  };
}

const ARMED: ReadonlySet<string> = new Set(['MIL', 'REB', 'UAF', 'SPY', 'COP', 'OPP']);

function fateOf(draft: EventDraft, kind: Kind, entities: readonly Entity[]): Fate {
  const { trigger, actors, recipients, sentence } = draft;
  const parties = [...actors, ...recipients].map((id) => entities.find((entity) => entity.id === id));
  const isPeaceful = parties.every(
    (party) => party === undefined || (party.type !== 'state' && !ARMED.has(party.sector ?? '')),
  );
  if (!isPeaceful || isNamedAfter(draft, parties)) return 'stays';
  if (trigger.sense.type === 'THREATEN') return PROMISE;
  if (trigger.sense.type === 'PROTEST') return actors.length <= 1 ? 'goes' : 'stays';
  if (kind === 'office' && PLAYS.has(lemmaAt(sentence, trigger.index))) return 'stays';
  if (kind === 'match' || !BLOWS.has(lemmaAt(sentence, trigger.index))) return 'goes';
  return DISAPPROVE;
}

/** "the Paris attacks", "the Sept. 11 attack", "the Gulf War": told by a place or a day, not by a person. */
function isNamedAfter({ sentence, trigger }: EventDraft, parties: readonly (Entity | undefined)[]): boolean {
  return findChildren(sentence, trigger.index, 'compound', 'nummod', 'nmod').some((i) => {
    const { upos, start, end, deprel } = sentence.tokens[i]!;
    if (upos === 'NUM') return deprel !== 'nummod';
    if (upos !== 'PROPN') return false;
    const isParty = parties.some((party) =>
      party?.mentions.some((mention) => mention.start < end && mention.end > start),
    );
    return !isParty && deprel === 'compound';
  });
}
