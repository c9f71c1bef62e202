import { createHash } from 'node:crypto';
import type { Mention, Report } from '../../model/report.ts';
import { countDays, parseDay } from './days.ts';
import { groupMentions, type MentionGroup, readMentions } from './groups.ts';
import { IncidentIndex, MOST_READY } from './known.ts';
import type { KnownIncident } from './packed.ts';
import { isLocal } from './places.ts';
import { type Comparison, compareProfiles } from './profile.ts';
import type { Traits } from './traits.ts';
import { isLasting, isVerbal, isViolent } from './words.ts';

/** Says which mentions of different reports are of one happening. */
export interface IncidentAssigner {
  /**
   * The report with `incident` on every mention that can be told apart, seeing only reports that were assigned or restored
   * before.
   */
  assign(report: Report): Report;
  /** Takes over a report that was assigned in an earlier run. */
  restore(report: Report): void;
}

/** From this score on a report's mention and an incident known before are one. */
const JOINED = 4.5;
/** The same for what is planned or feared, which seldom has a day. */
const JOINED_OPEN = 3;
/** What a story in common tells. */
const SAME_STORY = 1.5;
/** Days after which what is feared or planned anew is a development of its own. */
const DEVELOPMENT_DAYS = 14;
/** Days after which a fact without a day is no longer what a story tells of. */
const CURRENT_DAYS = 10;
/** Fewer points between the best two than this: it cannot be told which. */
const UNDECIDED = 0.25;

/**
 * Makes an assigner that has seen nothing yet. Given the same reports in the same order it assigns the same ids.
 *
 * @param mostReady Incidents that are held unpacked: a matter of time and memory, never of what is assigned.
 * @example
 * const assigner = createIncidentAssigner();
 * assigner.assign(report).statements[0]?.mentions[0]?.incident; // 'i0a1b…'
 */
export function createIncidentAssigner(mostReady = MOST_READY): IncidentAssigner {
  const index = new IncidentIndex(mostReady);
  const take = (report: Report, mentions: readonly Traits[], ids: ReadonlyMap<string, string>): void => {
    for (const traits of mentions) {
      const id = ids.get(traits.mention.event);
      if (id !== undefined) index.add(id, traits);
    }
    index.sweep(getDay(report));
  };
  return {
    assign(report) {
      const mentions = readMentions(report);
      const ids = assignGroups(report, groupMentions(mentions), index);
      take(report, mentions, ids);
      return { ...report, statements: report.statements.map((statement) => fill(statement, ids)) };
    },
    restore(report) {
      const mentions = readMentions(report);
      const ids = new Map(
        mentions.flatMap(({ mention }) =>
          mention.incident === undefined ? [] : [[mention.event, mention.incident] as const],
        ),
      );
      take(report, mentions, ids);
    },
  };
}

function fill<Kind extends Report['statements'][number]>(
  statement: Kind,
  ids: ReadonlyMap<string, string>,
): Kind {
  if (statement.mentions.length === 0) return statement;
  const mentions = statement.mentions.map(({ incident: _, ...mention }): Mention => {
    const id = ids.get(mention.event);
    return id === undefined ? mention : { ...mention, incident: id };
  });
  return { ...statement, mentions };
}

const getDay = (report: Report): number => parseDay(report.published) ?? parseDay(report.seen) ?? 0;

/** Ids of incidents by event. Groups that name most are settled first; what names nothing follows the report's story. */
function assignGroups(
  report: Report,
  groups: readonly MentionGroup[],
  index: IncidentIndex,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const isVague = ({ members }: MentionGroup) => members.every(({ isBare }) => isBare);
  const inOrder = [...groups.filter((group) => !isVague(group)), ...groups.filter(isVague)];
  for (const group of inOrder) {
    const known = findKnown(report, group, index);
    const id = known?.id ?? (isNew(report, group, groups) ? makeId(report, group) : undefined);
    if (id === undefined) continue;
    for (const { mention } of group.members) ids.set(mention.event, id);
  }
  return ids;
}

function makeId(report: Report, group: MentionGroup): string {
  const first = group.members.reduce((a, b) => (b.mention.trigger.start < a.mention.trigger.start ? b : a));
  const digits = createHash('sha256').update(`${report.document} ${first.mention.event}`).digest('hex');
  return `i${digits.slice(0, 12)}`;
}

/** The incident known before that a group is of, if one stands out. */
function findKnown(report: Report, group: MentionGroup, index: IncidentIndex): KnownIncident | undefined {
  const today = getDay(report);
  const weighed = index
    .find(group, report.story, today)
    .flatMap((incident) => {
      const score = weigh(report, group, incident);
      return score === undefined ? [] : [{ incident, score }];
    })
    .sort((a, b) => b.score - a.score || b.incident.mentions - a.incident.mentions);
  const [best, second] = weighed;
  if (best === undefined) return findLatestThere(report, group, index);
  // Two of a kind on days that the group does not name: which one it means cannot be told.
  const isUndecided =
    second !== undefined &&
    best.score - second.score < UNDECIDED &&
    compareProfiles(best.incident.profile, second.incident.profile).day === 'apart';
  if (!isUndecided) return best.incident;
  return best.incident.mentions >= 3 * second.incident.mentions ? best.incident : undefined;
}

/** Days in which "the rockets fired at the base" are those fired there last. */
const LATELY = 45;

/**
 * What names a place and a weapon and no day, and is not told as fresh, is what happened there last: where nothing else of the
 * kind did lately.
 */
function findLatestThere(
  report: Report,
  group: MentionGroup,
  index: IncidentIndex,
): KnownIncident | undefined {
  const { profile } = group;
  if (profile.range !== undefined || profile.fresh !== undefined || profile.phase !== 'fact')
    return undefined;
  const today = getDay(report);
  const there = index.find(group, report.story, today).filter((incident) => {
    const compared = compareProfiles(profile, incident.profile);
    const isThere = compared.isLocal || compared.isSameFacility;
    const { range } = incident.profile;
    return (
      compared.isPossible &&
      isThere &&
      compared.isSameWeapon &&
      range !== undefined &&
      today - range.to <= LATELY
    );
  });
  return there.length === 1 ? there[0] : undefined;
}

/** How much tells for a group being of an incident; undefined where it cannot be, or too little does. */
function weigh(report: Report, group: MentionGroup, incident: KnownIncident): number | undefined {
  const compared = compareProfiles(group.profile, incident.profile);
  if (!compared.isPossible) return undefined;
  const isSameStory = incident.stories.has(report.story);
  const idle = getDay(report) - incident.last;
  if (!isTimely(group, incident, { compared, idle, isSameStory })) return undefined;
  if (compared.day === 'near' && !isOffByOne(report, group, incident, compared)) return undefined;
  const score = compared.score + (isSameStory ? SAME_STORY : 0);
  const isOpen = group.profile.phase === 'open' && incident.profile.phase === 'open';
  if (score >= (isOpen ? JOINED_OPEN : JOINED)) return score;
  return isLede(group, compared, isSameStory) ? JOINED + score / 100 : undefined;
}

/** Whether what is told can be what an incident was when it was last told of. */
function isTimely(
  group: MentionGroup,
  incident: KnownIncident,
  given: { readonly compared: Comparison; readonly idle: number; readonly isSameStory: boolean },
): boolean {
  const { day, isSameVictim } = given.compared;
  if (day === 'same' || day === 'within' || isSameVictim) return true;
  const { profile } = group;
  if (profile.phase === 'open' || incident.profile.phase === 'open') return given.idle <= DEVELOPMENT_DAYS;
  if (isVerbal(profile.family)) return given.idle <= 3;
  // Not told as fresh: may be of any time.
  if (profile.fresh === undefined) return true;
  return given.isSameStory || given.idle <= CURRENT_DAYS;
}

/** One outlet has the day before or after, and everything else agrees. */
function isOffByOne(
  report: Report,
  group: MentionGroup,
  incident: KnownIncident,
  compared: Comparison,
): boolean {
  if (isLasting(group.profile.family)) return compared.place !== 'unknown' || compared.actors === 'agree';
  if (compared.isSameVictim) return true;
  const isOtherOutlet = incident.outlets.size > 1 || !incident.outlets.has(report.outlet ?? '');
  const isSamePlace = compared.isSameFacility || (compared.isLocal && compared.place !== 'unknown');
  return (
    isOtherOutlet &&
    isSamePlace &&
    compared.isSameWeapon &&
    compared.actors !== 'differ' &&
    incident.stories.has(report.story)
  );
}

/** Fresh news at the head of a report, without day and place, is what its story is about. */
function isLede(group: MentionGroup, { day, actors }: Comparison, isSameStory: boolean): boolean {
  if (!isSameStory || actors === 'differ' || day === 'near') return false;
  const isFresh = group.members.some(({ fresh, isPlural }) => fresh !== undefined && !isPlural);
  return isFresh && group.profile.places.size === 0 && group.profile.phase === 'fact';
}

/** Whether a group tells enough to be an incident of its own, and tells it as news. */
function isNew(report: Report, group: MentionGroup, all: readonly MentionGroup[]): boolean {
  const { members, profile } = group;
  const news = members.filter(({ isBackground, isDenied }) => !isBackground && !isDenied);
  if (news.length === 0) return false;
  const isPlaced =
    [...profile.places.values()].some(({ precision }) => precision !== 'unknown') ||
    profile.facilities.size > 0;
  const isPeopled = profile.actors.size > 0 || profile.recipients.size > 0;
  if (profile.phase === 'open') return isDevelopment(group, isPlaced);
  const { range } = profile;
  const isDated = range !== undefined ? countDays(range) <= 31 : profile.fresh !== undefined;
  // Wounds without a day are those of something else that the report tells of.
  const isOutcome = range === undefined && members.every(({ casualty }) => casualty !== undefined);
  const isAlone = all.every((other) => other === group || other.profile.family !== profile.family);
  if (isOutcome && !isAlone && profile.victims.size === 0) return false;
  if (!isDated) return profile.victims.size > 0 && isViolent(profile.family);
  if (isVerbal(profile.family)) return profile.actors.size > 0 && (profile.recipients.size > 0 || isPlaced);
  // Long ago and not called history: kept only where it can be told from others.
  const isOld = range !== undefined && getDay(report) - range.to > 60;
  if (isOld) return countDays(range) === 1 && [...profile.places.values()].some(isLocal);
  return isPlaced || (isPeopled && members.some(({ isPlural }) => !isPlural));
}

/** What is planned, feared or threatened needs two of: who, whom, where, when. */
function isDevelopment({ profile }: MentionGroup, isPlaced: boolean): boolean {
  const known = [profile.actors.size > 0, profile.recipients.size > 0, isPlaced, profile.range !== undefined];
  return known.filter(Boolean).length >= 2;
}
