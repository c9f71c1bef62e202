import type { Entity } from '../../../../model/entity.ts';
import type { Event } from '../../../../model/event.ts';
import { splitCell, TableError } from '../../../../text/table.ts';
import { loadTable } from '../../../data.ts';
import { findAgent } from '../../../sentence/agent.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, hasRelation, isNegated, markersOf } from '../../../sentence/phrase.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import { findDoer } from './doer.ts';

/** What somebody does by saying something: accuse, own up, deny, demand, comment. */
export interface SpokenAct {
  /** Index of the word that says it. */
  readonly index: number;
  readonly cameo: string;
  /** Entity ids. */
  readonly source: string | undefined;
  readonly targets: readonly string[];
}

/** The events of one sentence by the index of their words. */
export type EventsByWord = ReadonlyMap<number, Event>;

export interface SpokenSentence {
  readonly sentence: ParsedSentence;
  readonly events: EventsByWord;
  readonly entities: readonly Entity[];
}

/**
 * Acts that lie in the saying itself and not in what is said: "Iran said Israel had bombed the port" accuses Israel,
 * "the group claimed responsibility" owns up, "denied that" denies, "said they must leave" demands, "voiced sorrow" comments.
 */
export function findSpokenActs(given: SpokenSentence): readonly SpokenAct[] {
  const { tokens } = given.sentence;
  const acts: SpokenAct[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.upos !== 'VERB' || !hasRelation(tokens[i]!, MAIN)) continue;
    const act = findSpokenAct(given, i);
    if (act !== undefined) acts.push(act);
  }
  return acts;
}

const MAIN = ['root', 'conj', 'parataxis'];

function findSpokenAct(given: SpokenSentence, verb: number): SpokenAct | undefined {
  const { sentence } = given;
  const words = wordsOf();
  const lemma = lemmaAt(sentence, verb);
  if (isNegated(sentence, verb)) return undefined;
  if (words.denying.has(lemma)) return findDenial(given, verb);
  if (words.dismissing.has(lemma)) {
    const object = findChild(sentence, verb, 'obj');
    const isCharge = object !== undefined && words.charge.has(lemmaAt(sentence, object));
    return isCharge ? findDenial(given, verb) : undefined;
  }
  const owned = findOwnedUp(given, verb);
  if (owned !== undefined) return owned;
  if (words.voicing.has(lemma)) return findVoiced(given, verb);
  if (words.saying.has(lemma) || words.owning.has(lemma)) {
    const act = findTold(given, verb);
    if (act !== undefined) return act;
  }
  const cameo = words.verb.get(lemma);
  return cameo === undefined ? undefined : make(given, verb, { cameo, targets: [] });
}

function make(
  given: SpokenSentence,
  index: number,
  act: { readonly cameo: string; readonly targets: readonly (string | undefined)[] },
): SpokenAct {
  const speaker = findAgent(given.sentence, index);
  const source = speaker === undefined ? undefined : entityAt(given, speaker)?.id;
  const targets = act.targets.filter((id) => id !== undefined && id !== source);
  return { index, cameo: act.cameo, source, targets: targets as string[] };
}

/** The entity that the phrase of a word names. */
function entityAt({ sentence, entities }: SpokenSentence, index: number): Entity | undefined {
  const { start, end } = sentence.tokens[index]!;
  return entities.find(({ mentions }) =>
    mentions.some((mention) => mention.start <= start && mention.end >= end),
  );
}

/** "denied the accusations", "denied bombing the town", "denied involvement". */
function findDenial(given: SpokenSentence, verb: number): SpokenAct | undefined {
  const { sentence } = given;
  const object = findChild(sentence, verb, 'obj');
  // "denied them visas": a refusal.
  if (given.events.has(verb) || findChild(sentence, verb, 'iobj') !== undefined) return undefined;
  const clause = findChild(sentence, verb, 'ccomp', 'xcomp');
  if (object === undefined && clause === undefined) return undefined;
  const by =
    object === undefined
      ? []
      : findChildren(sentence, object, 'nmod').filter((i) =>
          markersOf(sentence, i).some((word) => word === 'by' || word === 'from'),
        );
  return make(given, verb, { cameo: '016', targets: by.map((i) => entityAt(given, i)?.id) });
}

/** "claimed responsibility for the attack". */
function findOwnedUp(given: SpokenSentence, verb: number): SpokenAct | undefined {
  const { sentence } = given;
  const object = findChild(sentence, verb, 'obj');
  if (object === undefined || lemmaAt(sentence, object) !== 'responsibility') return undefined;
  if (!TAKING.has(lemmaAt(sentence, verb)) || isNegated(sentence, object)) return undefined;
  const speaker = findAgent(sentence, verb);
  if (speaker === undefined || NOBODY.has(wordAt(sentence, speaker)) || isNegated(sentence, speaker))
    return undefined;
  const told = [...given.events].find(([index]) => index > object)?.[1];
  return make(given, verb, { cameo: '015', targets: told?.recipients ?? [] });
}

const TAKING = new Set(['claim', 'take', 'admit', 'accept', 'acknowledge']);
const NOBODY = new Set(['nobody', 'none', 'one']);

/** "expressed sorrow for", "voiced hope". */
function findVoiced(given: SpokenSentence, verb: number): SpokenAct | undefined {
  const { sentence } = given;
  const object = findChild(sentence, verb, 'obj', 'nsubj:pass');
  if (object === undefined || given.events.has(object)) return undefined;
  const cameo = wordsOf().noun.get(lemmaAt(sentence, object));
  if (cameo === undefined) return undefined;
  const about = [...findChildren(sentence, verb, 'obl'), ...findChildren(sentence, object, 'nmod')];
  return make(given, verb, {
    cameo,
    targets: about.slice(0, 1).map((i) => (entityAt(given, i) ?? entityBelow(given, i))?.id),
  });
}

const entityBelow = (given: SpokenSentence, index: number) =>
  findChildren(given.sentence, index, 'nmod')
    .map((i) => entityAt(given, i))
    .find((entity) => entity !== undefined);

/** "said that they must leave", "said that Iran had attacked", "claimed they had attacked". */
function findTold(given: SpokenSentence, verb: number): SpokenAct | undefined {
  const { sentence } = given;
  const clause = findChildren(sentence, verb, 'ccomp').find((i) => i > verb);
  if (clause === undefined) return undefined;
  if (isDemanded(sentence, clause)) {
    const asked = findChild(sentence, clause, 'nsubj', 'nsubj:pass');
    const targets = asked === undefined ? [] : [entityAt(given, asked)?.id];
    return make(given, verb, { cameo: '100', targets });
  }
  const harm = findHarm(given, clause);
  if (harm === undefined) return undefined;
  const speaker = findAgent(sentence, verb);
  if (speaker === undefined) return undefined;
  if (isOwnAct(sentence, clause, speaker))
    return wordsOf().owning.has(lemmaAt(sentence, verb))
      ? make(given, verb, { cameo: '015', targets: harm.recipients })
      : undefined;
  const origin = findOrigin(sentence, clause);
  if ((harm.actors.length === 0 && origin === undefined) || !isParty(given, speaker)) return undefined;
  const accused =
    harm.actors.length > 0 || origin === undefined ? harm.actors : [entityAt(given, origin)?.id];
  const act = make(given, verb, { cameo: '112', targets: accused });
  return act.targets.length === 0 && harm.actors.length > 0 ? undefined : act;
}

/** "must", "should", "has to" over a clause. */
export function isDemanded(sentence: ParsedSentence, clause: number): boolean {
  return findChildren(sentence, clause, 'aux').some((i) =>
    ['must', 'should', 'ought'].includes(wordAt(sentence, i)),
  );
}

/** What was done that one can be blamed for, in the clause itself or as its noun ("fired in an attack"). */
function findHarm({ sentence, events }: SpokenSentence, clause: number): Event | undefined {
  const isHarm = (event: Event | undefined) =>
    event !== undefined &&
    HARMS.has(event.plover.type) &&
    (event.realis === 'occurred' || event.realis === 'ongoing' || event.realis === 'recurrent');
  const own = events.get(clause);
  if (own !== undefined) return isHarm(own) ? own : undefined;
  for (const [index, event] of events)
    if (sentence.tokens[index]!.head === clause && isHarm(event)) return event;
  return undefined;
}

const HARMS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE']);

const isOwnAct = (sentence: ParsedSentence, clause: number, speaker: number) => {
  const doer = findDoer(sentence, clause);
  const subject = findChild(sentence, clause, 'nsubj');
  if (doer === undefined) return false;
  const owners = findChildren(sentence, doer, 'nmod:poss').map((i) => wordAt(sentence, i));
  return (
    doer === speaker ||
    OWN.has(wordAt(sentence, doer)) ||
    (subject !== undefined && OWN.has(wordAt(sentence, subject))) ||
    owners.some((word) => OWN.has(word))
  );
};

const OWN = new Set('it they he she we i its their his her our my'.split(' '));

/** "rockets were fired from Lebanon": where no doer is named, whence it came. */
const findOrigin = (sentence: ParsedSentence, clause: number): number | undefined =>
  findChildren(sentence, clause, 'obl').find(
    (i) => sentence.tokens[i]!.upos === 'PROPN' && markersOf(sentence, i).includes('from'),
  );

/** Whether a speaker takes a side: a state, a government, an opposition, rebels, and nobody who merely reports. */
function isParty(given: SpokenSentence, speaker: number): boolean {
  if (wordsOf().informant.has(lemmaAt(given.sentence, speaker))) return false;
  const entity = entityAt(given, speaker);
  return entity !== undefined && (entity.type === 'state' || SIDES.has(entity.sector ?? ''));
}

const SIDES = new Set(['GOV', 'OPP', 'REB', 'LEG', 'PTY']);

interface CommentWords {
  readonly verb: ReadonlyMap<string, string>;
  readonly noun: ReadonlyMap<string, string>;
  readonly voicing: ReadonlySet<string>;
  readonly saying: ReadonlySet<string>;
  readonly owning: ReadonlySet<string>;
  readonly denying: ReadonlySet<string>;
  readonly dismissing: ReadonlySet<string>;
  readonly charge: ReadonlySet<string>;
  readonly informant: ReadonlySet<string>;
}

let loaded: CommentWords | undefined;

const wordsOf = (): CommentWords => (loaded ??= loadComments());

/** Reads and checks `data/en/comments.tsv`. Throws a TableError with file and line of what is not well formed. */
export function loadComments(): CommentWords {
  const rows = loadTable('en/comments.tsv', ['pos', 'cameo', 'words']);
  const codes = (pos: string) =>
    new Map(
      rows
        .filter(({ cells }) => cells.pos === pos)
        .flatMap(({ line, cells }) => {
          if (!/^01\d?$/.test(cells.cameo!))
            throw new TableError('data/en/comments.tsv', line, `"${cells.cameo}" is no code of comment`);
          return splitCell(cells.words).map((word) => [word, cells.cameo!] as const);
        }),
    );
  const set = (pos: string) =>
    new Set(rows.filter(({ cells }) => cells.pos === pos).flatMap(({ cells }) => splitCell(cells.words)));
  return {
    verb: codes('verb'),
    noun: codes('noun'),
    voicing: set('voicing'),
    saying: set('saying'),
    owning: set('owning'),
    denying: set('denying'),
    dismissing: set('dismissing'),
    charge: set('charge'),
    informant: set('informant'),
  };
}
