import type { Report } from '../../model/report.ts';
import { measureGap } from './days.ts';
import { isLocal, type PlaceRelation } from './places.ts';
import { compareProfiles, Profile } from './profile.ts';
import { readTraits, type Traits } from './traits.ts';
import { isViolent } from './words.ts';

/** Mentions of one report that are of one happening. */
export interface MentionGroup {
  readonly members: Traits[];
  readonly profile: Profile;
}

/** From this score on two mentions of a report are of one happening. */
const JOINED = 3;
/** Characters between a mention that names nothing and the one that it goes on from. */
const CARRIED = 700;
/** Characters between an act and what came of it in one statement. */
const BREATH = 120;
/** Mentions of one report that are compared; a longer one is an archive, not a report. */
const MOST_MENTIONS = 600;

/** All mentions of a report by what they can be compared with, in order of the text. */
export function readMentions(report: Report): readonly Traits[] {
  const statements = [...report.statements].sort((a, b) => a.start - b.start || a.end - b.end);
  return statements
    .flatMap((statement, index) =>
      statement.mentions.map((mention) => readTraits(report, statement, mention, index)),
    )
    .sort((a, b) => a.mention.trigger.start - b.mention.trigger.start)
    .slice(0, MOST_MENTIONS)
    .map(takeDayOfBlame)
    .map(dropPlaceOfOther);
}

/** "The strikes answered the attack on the base": the base is the place of what stands next to it. */
function dropPlaceOfOther(traits: Traits, _index: number, all: readonly Traits[]): Traits {
  const { place, statement } = traits;
  if (place === undefined) return traits;
  const other = all.find(
    (one) =>
      one !== traits &&
      one.statement === statement &&
      one.place?.name === place.name &&
      isAnsweredBetween(one, traits),
  );
  if (other !== undefined && traits.mention.sameAs === other.mention.event) {
    // The reader took the answer and what it answers for one, and gave both one day and place.
    const { place: _where, day: _when, ...rest } = traits;
    return { ...rest, isBare: traits.victims.length === 0 };
  }
  const at = statement.words.indexOf(place.name.split(' ')[0] ?? '');
  if (other === undefined || at === -1) return traits;
  const way = ({ mention }: Traits) => Math.abs(statement.words.indexOf(mention.trigger.text) - at);
  if (way(traits) <= way(other)) return traits;
  const { place: _place, ...rest } = traits;
  return { ...rest, isBare: traits.day === undefined && traits.victims.length === 0 };
}

/** "He blamed the group for the attack on Sunday": the day and place of the blame are those of what is blamed. */
function takeDayOfBlame(traits: Traits, _index: number, all: readonly Traits[]): Traits {
  if (traits.day !== undefined || !isViolent(traits.family) || traits.phase !== 'fact') return traits;
  const blame = all.find(
    ({ statement, type, day, place }) =>
      statement === traits.statement && type === 'ACCUSE' && (day ?? place) !== undefined,
  );
  if (blame === undefined || traits.type === 'THREATEN') return traits;
  const place = traits.place ?? blame.place;
  if (blame.day === undefined && (traits.place !== undefined || place === undefined || !isLocal(place)))
    return traits;
  const { fresh: _fresh, ...rest } = traits;
  const day = blame.day === undefined ? {} : { day: blame.day };
  const facilities = traits.facilities.length === 0 ? blame.facilities : traits.facilities;
  return { ...rest, ...day, ...(place === undefined ? {} : { place }), facilities, isBare: false };
}

/**
 * Puts the mentions of one report together that are of one happening: first those that name a day, a place or a victim, by
 * these; then those that name none ("two were hurt", "the attack"), which go on from the nearest that fits.
 */
export function groupMentions(mentions: readonly Traits[]): readonly MentionGroup[] {
  const groups: MentionGroup[] = [];
  const groupOf = new Map<string, MentionGroup>();
  const put = (traits: Traits, group: MentionGroup | undefined): void => {
    if (group === undefined) {
      const made = { members: [traits], profile: Profile.of(traits) };
      groups.push(made);
      groupOf.set(traits.mention.event, made);
      return;
    }
    group.members.push(traits);
    group.profile.add(traits);
    groupOf.set(traits.mention.event, group);
  };
  const anchored = mentions.filter(({ isBare }) => !isBare);
  for (const traits of anchored) {
    const fitting = findFitting(traits, groups, groupOf);
    put(traits, fitting ?? (isSecondVictim(traits) ? findCarried(traits, groups, groupOf) : undefined));
  }
  const isAnchored = groups.some(({ profile }) => profile.phase === 'fact');
  for (const traits of mentions.filter(({ isBare }) => isBare)) {
    // What names nothing itself and is not the news is nothing that others could go on from.
    const open = groups.filter(({ members: [first], profile }) => {
      const isNamed = profile.weapons.size > 0 && profile.actors.size > 0;
      return !isAnchored || isNamed || first?.isBare !== true || first.fresh !== undefined;
    });
    put(traits, findCarried(traits, open, groupOf));
  }
  for (const { members, profile } of groups) {
    if (profile.range !== undefined) continue;
    for (const each of members) if (each.namedDay !== undefined) profile.add({ ...each, day: each.namedDay });
  }
  return groups;
}

/** Whether the sentence of a mention names another day than that of a group, or a day where the group tells of somebody's death. */
function isOnOtherDay({ namedDay }: Traits, { profile: { range, victims } }: MentionGroup): boolean {
  if (namedDay === undefined) return false;
  return range === undefined ? victims.size > 0 : measureGap(namedDay, range) > 0;
}

/** "He was killed in the same strike", "it also killed him": somebody else in what was told of. */
function isSecondVictim(traits: Traits): boolean {
  if (traits.day !== undefined || (traits.place !== undefined && isLocal(traits.place))) return false;
  return /\b(?:the same|also)\b/i.test(traits.statement.words);
}

/** The event that a mention answers, or that answers it, is another one. */
function isAnswer(traits: Traits, group: MentionGroup): boolean {
  const { event, responseTo } = traits.mention;
  return group.members.some(
    (other) =>
      other.mention.event === responseTo ||
      other.mention.responseTo === event ||
      (other.statement === traits.statement && isAnsweredBetween(other, traits)),
  );
}

const ANSWER = /\b(?:answer|answers|answered|response|retaliat\w+|revenge|reprisal|reply|in return)\b/i;

/** "The strikes were an answer to the attack": two events, whatever the reader made of them. */
function isAnsweredBetween(one: Traits, other: Traits): boolean {
  return ANSWER.test(readBetween(one, other));
}

/** The group that the reader's own link leads to. That an attack is a wound, or a wound a death, is no link of one event. */
function findLinked(traits: Traits, groupOf: ReadonlyMap<string, MentionGroup>): MentionGroup | undefined {
  const { sameAs, partOf } = traits.mention;
  const linked = sameAs ?? partOf ?? '';
  const group = groupOf.get(linked);
  const other = group?.members.find(({ mention }) => mention.event === linked);
  return other?.casualty === traits.casualty ? group : undefined;
}

/** "A drone strike at the airport killed the general on Friday": what came of an act, told in one breath with it. */
function isOutcome(traits: Traits, group: MentionGroup): boolean {
  return group.members.some(
    (other) =>
      other.statement === traits.statement &&
      (other.casualty === undefined) !== (traits.casualty === undefined) &&
      (other.day === undefined || traits.day === undefined) &&
      Math.abs(other.mention.trigger.start - traits.mention.trigger.start) <= BREATH &&
      !NEXT_CLAUSE.test(readBetween(traits, other)),
  );
}

/** "They attacked the embassy, and the general was killed": told in one sentence, and two things. */
const NEXT_CLAUSE = /[,;]\s*(?:and|but|while)\b|;/i;

/** The words of a statement between two of its triggers; empty where they cannot be found. */
function readBetween(one: Traits, other: Traits): string {
  const { words } = one.statement;
  const [a, b] = [one, other].map(({ mention }) => words.indexOf(mention.trigger.text)) as [number, number];
  return a === -1 || b === -1 ? '' : words.slice(Math.min(a, b) + 1, Math.max(a, b));
}

/** What "the attack" tells where the place is the same. */
const SAID_AGAIN = 1;

/** "The attack" at a place of which the report has told one. */
const isSaidAgain = ({ article, place, mention }: Traits, relation: PlaceRelation): boolean =>
  article === 'definite' &&
  relation === 'same' &&
  place !== undefined &&
  isLocal(place) &&
  mention.recipients.length === 0 &&
  /^(?:attack|assault|incident|raid|shooting|bombing|blast|explosion)$/i.test(mention.trigger.text);

function findFitting(
  traits: Traits,
  groups: readonly MentionGroup[],
  groupOf: ReadonlyMap<string, MentionGroup>,
): MentionGroup | undefined {
  const profile = Profile.of(traits);
  const linked = findLinked(traits, groupOf);
  let best: MentionGroup | undefined;
  let bestScore = JOINED;
  for (const group of groups) {
    if (isAnswer(traits, group) || isOnOtherDay(traits, group)) continue;
    const compared = compareProfiles(profile, group.profile, { isOneReport: true });
    const { isPossible, day, place, actors, score } = compared;
    // One report that names two days tells of two happenings, be they a day apart.
    if (!isPossible || day === 'near' || (actors === 'differ' && group !== linked)) continue;
    const isSure = group === linked || isOutcome(traits, group);
    const weighed = score + (isSure ? JOINED : isSaidAgain(traits, place) ? SAID_AGAIN : 0);
    if (weighed < bestScore) continue;
    best = group;
    bestScore = weighed;
  }
  return best;
}

/**
 * Characters from a mention to the nearest statement of a group; one that comes after counts double. Within a statement it is
 * the trigger that counts; else what a sentence is about goes before what it only refers to, so its first trigger does.
 */
function measureWay(traits: Traits, group: MentionGroup): number {
  const at = traits.mention.trigger.start;
  return Math.min(
    ...group.members.map(({ mention: { trigger }, statement }) => {
      if (statement === traits.statement) return Math.abs(trigger.start - at) / FAR;
      const inside = Math.max(0, trigger.start - statement.start) / FAR;
      const way = trigger.start <= at ? at - statement.end : 2 * (statement.start - at);
      return Math.max(0, way) + 1 + inside;
    }),
  );
}

/** Longer than any text, so that what it divides only decides between equals. */
const FAR = 1e9;

function findCarried(
  traits: Traits,
  groups: readonly MentionGroup[],
  groupOf: ReadonlyMap<string, MentionGroup>,
): MentionGroup | undefined {
  const profile = Profile.of(traits);
  const linked = findLinked(traits, groupOf);
  const fitting = groups.filter((group) => {
    if (isAnswer(traits, group) || isOnOtherDay(traits, group)) return false;
    const { isPossible, actors } = compareProfiles(profile, group.profile, { isOneReport: true });
    return isPossible && actors !== 'differ';
  });
  if (linked !== undefined && fitting.includes(linked)) return linked;
  if (traits.looksBack || traits.isPlural || isNoReference(traits)) return undefined;
  const armed = fitting.filter(
    ({ profile: { weapons } }) => traits.weapon !== undefined && weapons.has(traits.weapon),
  );
  const ways = (armed.length === 0 ? fitting : armed)
    .map((group) => ({ group, way: measureWay(traits, group) }))
    .sort((a, b) => a.way - b.way);
  const [nearest] = ways;
  if (nearest === undefined) return undefined;
  // "Answered with air strikes on five sites": told as if new, so only what stands close by is the same.
  const isNewTold = traits.casualty === undefined && traits.article === 'none';
  if (nearest.way <= (isNewTold ? CARRIED / 2 : CARRIED)) return nearest.group;
  // Far on in the text it can only be what the report is about, and must say that it goes back to it.
  const main = ways.filter(({ group }) => group.members.some(({ isBackground }) => !isBackground));
  const isBack = traits.casualty !== undefined || traits.article === 'definite';
  return main.length === 1 && isBack ? main[0]?.group : undefined;
}

/** "An attack" is not the one told of; "there was no attack" is none. Fresh news may begin with "a". */
function isNoReference(traits: Traits): boolean {
  if (traits.casualty !== undefined || traits.phase !== 'fact') return false;
  if (traits.isDenied && traits.statement.stance !== 'denies') return true;
  return traits.article === 'indefinite' && traits.fresh === undefined;
}
