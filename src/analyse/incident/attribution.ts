import type { Mention, Party } from '../../model/report.ts';
import { foldName, splitName } from '../origin/names.ts';
import type { Traced } from '../origin/traced.ts';
import { findDoerPhrases } from './doer-phrases.ts';
import { isProperName } from './doers.ts';
import { findCasualty, isCondemning, isDoerAnaphor, isViolent } from './words.ts';

/** Somebody put forward as the doer of a deed, or who says that it was not him. */
export interface Attribution {
  readonly name: string;
  readonly party?: Party;
  /** `named`: said to have done it. `claimed`: says so of itself. `denied`: says that it did not, or rejects or condemns it. */
  readonly position: 'named' | 'claimed' | 'denied';
  /** Accused in so many words, not only told as the doer. */
  readonly isBlamed?: true;
}

/** Types of mentions that only say who is to blame. */
const VERBAL = new Set(['ACCUSE', 'REJECT']);

/** Whether a statement tells of no deed itself: its attribution belongs to a deed told before. */
export function isDeedless({ statement }: Traced): boolean {
  return statement.mentions.every(({ plover }) => VERBAL.has(plover.type));
}

/**
 * Who is said to have done it, by one statement. `mentions` are those of the deed in it; of a statement that only blames or
 * denies there are none. `before` lists the statements that stand before it in the report, for "the group".
 */
export function readAttributions(
  one: Traced,
  { mentions, before }: { readonly mentions: readonly Mention[]; readonly before: readonly Traced[] },
): readonly Attribution[] {
  const own = readOwnPosition(one, mentions, before);
  if (own !== undefined) return [own];
  if (one.statement.polarity === 'negated' || one.isDenial || one.isWithheld) return [];
  const read = [...readBlamed(one, mentions), ...readDoers(mentions)];
  // Where the reader has found whom a blame is against, its words tell nothing more.
  const named = read.some(({ isBlamed }) => isBlamed) ? read : [...read, ...readPhrases(one)];
  const resolved = named.flatMap((each) => resolve(each, one, before) ?? []);
  const byName = new Map(resolved.toReversed().map((each) => [foldName(each.name), each]));
  return [...byName.values()].toReversed();
}

/** What the speaker says of himself: "we did it", "we did not". */
function readOwnPosition(
  one: Traced,
  mentions: readonly Mention[],
  before: readonly Traced[],
): Attribution | undefined {
  const { statement } = one;
  const position = findPosition(one, mentions);
  if (position === undefined) return undefined;
  const actor = mentions.flatMap(({ actors }) => actors)[0];
  const name = one.access.kind === 'named' ? one.access.name : (actor?.name ?? statement.chain.at(-1)?.name);
  if (name === undefined || statement.chain.length < 2) return undefined;
  const party = [...statement.mentions.flatMap(({ actors }) => actors)].find(
    (each) => foldName(each.name) === foldName(name),
  );
  return resolve({ name, position, ...(party === undefined ? {} : { party }) }, one, before);
}

function findPosition(
  { statement }: Traced,
  mentions: readonly Mention[],
): Attribution['position'] | undefined {
  const { stance, polarity, words } = statement;
  const isOfDeed = mentions.every(({ trigger }) => findCasualty(trigger.text) === undefined);
  if (stance === 'claimsResponsibility' && polarity === 'affirmed' && isOfDeed) return 'claimed';
  const act = statement.chain.at(-1)?.cue?.act;
  // "The group claimed that attack; no claim for the other is known": what is denied there cannot be told.
  const isMixed = act === 'claim' && mentions.some(({ realis }) => realis !== 'denied');
  if (stance === 'denies' && isOfDeed && !isMixed && (mentions.length > 0 || isOfGuilt(words)))
    return 'denied';
  if (act === undefined || !isCondemning(act) || mentions.length === 0) return undefined;
  // Everybody condemns an attack; who might have done it stands off from it so.
  const isArmed = statement.mentions.some(
    ({ plover, actors }) => plover.type === 'ACCUSE' && actors.some(({ sector }) => sector === 'REB'),
  );
  return isArmed ? 'denied' : undefined;
}

function isOfGuilt(words: string): boolean {
  return /\b(?:blame|charge|charges|accusations?|allegations?|responsib\w{1,8}|behind|involve\w{0,6}|role)\b/i.test(
    words,
  );
}

/** "Blamed the militias for the attack": whom an accusation is against. */
function readBlamed({ statement }: Traced, mentions: readonly Mention[]): readonly Attribution[] {
  if (statement.stance !== 'blames') return [];
  const accused = statement.mentions
    .filter(({ plover }) => plover.type === 'ACCUSE')
    .flatMap(({ recipients }) => recipients)
    .filter(isDoer);
  const places = new Set(mentions.flatMap(({ recipients }) => recipients.map(({ name }) => name)));
  return accused
    .filter(({ name }) => !places.has(name))
    .map((party) => ({ name: party.name, party, position: 'named' as const, isBlamed: true as const }));
}

const isDoer = ({ type }: Party): boolean => type !== 'facility' && type !== 'weapon';

/** Who acts in the deed as told. "Iraqi casualties" name nobody who did it. */
function readDoers(mentions: readonly Mention[]): readonly Attribution[] {
  return mentions
    .filter(({ realis, plover, trigger }) => {
      const casualty = findCasualty(trigger.text);
      return (
        realis !== 'denied' && isViolent(plover.type) && casualty !== 'injured' && casualty !== 'casualties'
      );
    })
    .flatMap(({ actors, recipients }) => {
      const sufferers = new Set(recipients.map(({ name }) => name));
      return actors.filter((party) => isDoer(party) && !sufferers.has(party.name));
    })
    .map((party) => ({ name: party.name, party, position: 'named' as const }));
}

function readPhrases({ statement }: Traced): readonly Attribution[] {
  return findDoerPhrases(statement.words, statement.stance === 'blames').map((name) => ({
    name,
    position: 'named' as const,
    isBlamed: true as const,
  }));
}

const isAnaphor = (name: string): boolean => {
  const words = splitName(foldName(name)).filter(
    (word) => !['the', 'his', 'her', 'their', 'its'].includes(word),
  );
  return words.length === 1 && isDoerAnaphor(words[0] ?? '');
};

/** "The group" is the armed group named last before it; where none is, it names nobody. */
function resolve(
  attribution: Attribution,
  { statement }: Traced,
  before: readonly Traced[],
): Attribution | undefined {
  const { party: own } = attribution;
  // A name of the register's is no mere word, whatever it looks like.
  if (!isAnaphor(attribution.name) || own?.wikidata !== undefined) return attribution;
  const named = (mentions: readonly Mention[]) =>
    mentions
      .flatMap(({ actors, recipients }) => [...actors, ...recipients])
      .findLast((party) => party.sector === 'REB' && !isAnaphor(party.name) && isProperName(party));
  const party =
    named(statement.mentions) ??
    before.map((one) => named(one.statement.mentions)).findLast((each) => each !== undefined);
  if (party !== undefined) return { ...attribution, name: party.name, party };
  const denier = before.findLast(({ access, isDenial }) => isDenial && access.kind === 'named')?.access;
  return denier?.kind === 'named' ? { ...attribution, name: denier.name } : undefined;
}
