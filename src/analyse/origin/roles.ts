import type { Report } from '../../model/report.ts';
import type { Relay, ReportRole } from '../../model/story.ts';
import type { Leads } from './leads.ts';
import type { Group } from './relays.ts';
import type { Traced } from './traced.ts';

/** Characters within which a report tells what is new in it. */
const OPENING = 400;

/**
 * What a report adds: an access of its own that no earlier report led to, an own denial, the word that somebody asked did not
 * confirm; else it is an echo.
 */
export function findRole(
  group: Group,
  leads: Leads,
  known: {
    readonly relays: readonly Relay[];
    readonly firstReport: ReadonlyMap<string, Report>;
    readonly isFirst: boolean;
    /** Denials that were brought before; added to here. */
    readonly isHeard: Set<string>;
  },
): ReportRole {
  const direct = group.traced.filter(({ credits }) => credits.length === 0);
  // Who is once heard through an outlet is so in the whole report: "the military said, according to Reuters … it said".
  const relayed = new Set(
    group.traced.filter(({ credits }) => credits.length > 0).flatMap((one) => leads.follow(one)),
  );
  const isNew = (one: Traced) =>
    leads.findRepeated(one) === undefined &&
    leads.follow(one).some((key) => known.firstReport.get(key) === group.report && !relayed.has(key));
  const own = direct.filter(isNew);
  const denials = leads.isOnlyDenied
    ? []
    : direct.filter((one) => one.isDenial && !one.isWithheld && one.access.kind !== 'own');
  const newDenials = denials.map((one) => leads.nameAccess(one)).filter((name) => !known.isHeard.has(name));
  for (const name of newDenials) known.isHeard.add(name);
  if (own.length > 0) {
    if (isRelaying(group, leads, known.relays)) return 'echoWithDetail';
    return known.isFirst || own.every(({ access }) => access.kind === 'own') ? 'origin' : 'ownConfirmation';
  }
  if (newDenials.length > 0 && !isDenialRelayed(group, leads)) return 'ownDenial';
  // Who was asked may be told beside what it is about; behind what the report repeats, that is a remark and not its news.
  const firstRelayed = Math.min(
    ...group.context
      .filter((one) => !one.isWithheld && one.credits.length > 0)
      .map(({ statement }) => statement.end),
  );
  const isAsked = group.context.some(
    ({ isWithheld, access, credits, statement }) =>
      isWithheld &&
      access.kind !== 'own' &&
      credits.length === 0 &&
      statement.start < Math.min(OPENING, firstRelayed),
  );
  const isOnlyWithheld = group.traced.length > 0 && group.traced.every(({ isWithheld }) => isWithheld);
  return isAsked || isOnlyWithheld ? 'notConfirmed' : 'echo';
}

/** Whether a report repeats another beside what is its own: by a credit, or by one of its sentences. Alike in the whole is not enough. */
function isRelaying({ traced }: Group, leads: Leads, relays: readonly Relay[]): boolean {
  return (
    relays.some(({ by }) => by === 'credit') || traced.some((one) => leads.findRepeated(one) !== undefined)
  );
}

/** "The general staff told the Harbour Wire": who denies it there is whoever the report says elsewhere to deny it. */
function isDenialRelayed(group: Group, leads: Leads): boolean {
  return group.traced.some(({ isDenial, credits }) => {
    const credited = isDenial ? credits.at(-1) : undefined;
    const kept = credited === undefined ? undefined : leads.findKept(credited.key, group.report);
    return kept?.traced.some((other) => other.isDenial && !other.isWithheld) === true;
  });
}
