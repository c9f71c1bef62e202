import type { DisputedValue, DisputeSlot, FigureRelation } from '../../model/incident.ts';
import type { Mention, Party, Report } from '../../model/report.ts';
import { traceReport } from '../origin/access.ts';
import { foldName, splitName } from '../origin/names.ts';
import type { Traced } from '../origin/traced.ts';
import { type Attribution, isDeedless, readAttributions } from './attribution.ts';
import { findMistaken, isProperName, rankName } from './doers.ts';
import { compareParties } from './parties.ts';
import { isOverlapping, isWithdrawn, listVoices, type Sayers, type ToldStatement } from './sayers.ts';
import type { ToldMention } from './told.ts';
import { isAttributed, isLawful, isViolent } from './words.ts';

/** An attribution with the statement that makes it. */
export interface ToldAttribution extends Attribution, ToldStatement {}

/**
 * Everybody who is said to have done it, with who names him, his own claims, and his denials beside them. Naming it more
 * vaguely is no contradiction, and a denial is none by itself; two names that cannot be one are.
 */
export function findPerpetrators(told: readonly ToldMention[], sayers: Sayers): DisputeSlot | undefined {
  // Who arrests or withdraws is no question of guilt.
  if (!told.some(({ mention: { plover } }) => isAttributed(plover.type) && !isLawful(plover.mode ?? '')))
    return undefined;
  const byName = new Map<string, ToldAttribution[]>();
  for (const one of collectAttributions(told)) {
    const key = makeDoerKey(one);
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  if (byName.size === 0) return undefined;
  const rows = [...byName.values()].map((all) => ({
    all,
    party: all.find(({ party }) => party !== undefined)?.party ?? makeParty(all[0]?.name ?? ''),
    value: makeValue(all, sayers),
    voices: listVoices(all),
  }));
  const affirmed = rows.filter(({ all }) => all.some(({ position }) => position !== 'denied'));
  const isTorn = affirmed.some((a, at) =>
    affirmed.slice(at + 1).some((b) => isOther(a.party, b.party) && !isOverlapping(a.voices, b.voices)),
  );
  const relation: FigureRelation = isTorn ? 'contradiction' : rows.length === 1 ? 'same' : 'compatible';
  const best = isTorn ? chooseMost(affirmed, sayers) : chooseNamed(affirmed, sayers);
  return {
    of: 'perpetrator',
    values: rows.map(({ value }) => value),
    relation,
    ...(best === undefined ? {} : { best }),
  };
}

interface Row {
  readonly all: readonly ToldAttribution[];
  readonly party: Party;
  readonly value: DisputedValue;
  readonly voices: ReadonlySet<string>;
}

function makeValue(all: readonly ToldAttribution[], sayers: Sayers): DisputedValue {
  const list = (position: Attribution['position']) =>
    sayers.list(all.filter((one) => one.position === position));
  const [claimed, denied] = [list('claimed'), list('denied')];
  return {
    value: all[0]?.party?.name ?? all[0]?.name ?? '',
    says: list('named'),
    ...(claimed.length === 0 ? {} : { claimed }),
    ...(denied.length === 0 ? {} : { denied }),
  };
}

const makeParty = (name: string): Party => ({ name, type: 'group' });

/** `outlaw group` for "Outlaw groups": one key for one naming. */
function makeDoerKey({ name, party }: Attribution): string {
  return party?.wikidata ?? foldName(party?.name ?? name).replace(/s$/, '');
}

/**
 * Whether two names cannot be one doer. A mere description ("a gunman") may be anybody, and a part of one ("fighters of the
 * brigade") is not another.
 */
function isOther(a: Party, b: Party): boolean {
  if (!isProperName(a) || !isProperName(b) || compareParties(a, b) !== 'differ') return false;
  const [these, those] = [a, b].map(({ name }) => new Set(splitName(foldName(name)))) as [
    Set<string>,
    Set<string>,
  ];
  const isWithin = (one: Set<string>, other: Set<string>) => [...one].every((word) => other.has(word));
  return !isWithin(these, those) && !isWithin(those, these);
}

/** The name of whom several namings can all mean: a proper one before a description, then the one that most origins use. */
function chooseNamed(rows: readonly Row[], sayers: Sayers): DisputeSlot['best'] {
  const ranked = [...rows].sort(
    (a, b) => rankName(b.party) - rankName(a.party) || countOrigins(b, sayers) - countOrigins(a, sayers),
  );
  const [best] = ranked;
  if (best === undefined) return undefined;
  return { value: best.value.value, reason: rows.length === 1 ? 'only value' : 'finest agreed' };
}

function countOrigins({ value }: Row, sayers: Sayers): number {
  return new Set([...value.says, ...(value.claimed ?? [])].map((sayer) => sayers.getOrigin(sayer))).size;
}

/** Of names that exclude each other the one that more than half of all origins use; else none. */
function chooseMost(rows: readonly Row[], sayers: Sayers): DisputeSlot['best'] {
  const counts = rows.map((row) => countOrigins(row, sayers));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const at = counts.findIndex((count) => count >= 2 && 2 * count > total);
  const value = rows[at]?.value.value;
  return value === undefined ? undefined : { value, reason: 'majority of origins' };
}

/** Characters between a deed and a sentence that only blames or denies. */
const NEAR = 600;

let last: { readonly told: readonly ToldMention[]; readonly found: readonly ToldAttribution[] } | undefined;

/** All attributions of an incident: in the statements that tell of it, and in those after them that only blame or deny. */
export function collectAttributions(told: readonly ToldMention[]): readonly ToldAttribution[] {
  // Asked twice for one incident after the other: for who did it, and for what relays make of that.
  if (last?.told === told) return last.found;
  last = { told, found: collect(told) };
  return last.found;
}

function collect(told: readonly ToldMention[]): readonly ToldAttribution[] {
  const byReport = new Map<Report, ToldMention[]>();
  for (const one of told) byReport.set(one.report, [...(byReport.get(one.report) ?? []), one]);
  const isMistaken = findMistaken(told);
  // Who claims or denies it speaks for himself, and who is accused in so many words is no slip of the reader.
  const isKept = ({ name, party, position, isBlamed }: ToldAttribution) =>
    position !== 'named' || isBlamed === true || !isMistaken(party ?? makeParty(name));
  return [...byReport].flatMap(([report, ofReport]) => readReport(report, ofReport)).filter(isKept);
}

function readReport(report: Report, told: readonly ToldMention[]): readonly ToldAttribution[] {
  const traced = traceReport(report);
  const incident = told[0]?.mention.incident;
  return traced.flatMap((one, at) => {
    const { statement } = one;
    if (isWithdrawn(statement)) return [];
    const mentions = statement.mentions.filter((mention) => mention.incident === incident);
    if (mentions.length === 0 && (!isDeedless(one) || findDeed(one, at, traced) !== incident)) return [];
    return readAttributions(one, { mentions, before: traced.slice(0, at) }).map((attribution) => ({
      ...attribution,
      report,
      statement,
    }));
  });
}

/** The incident of the deed told nearest before a statement, or right after it. */
function findDeed(one: Traced, at: number, traced: readonly Traced[]): string | undefined {
  const deedOf = ({ statement }: Traced) =>
    statement.mentions.findLast(
      ({ plover, realis, incident }) =>
        incident !== undefined && isViolent(plover.type) && plover.type !== 'THREATEN' && !OPEN.has(realis),
    )?.incident;
  const before = listBefore(one, traced.slice(0, at)).filter((other) => deedOf(other) !== undefined);
  // A suspicion or a denial goes on with the deed that is disputed, though another may stand between.
  const nearest = before.find(isDisputed) ?? before[0];
  if (nearest !== undefined) return deedOf(nearest);
  // "The minister blamed the group. The rockets fell at dawn": a blame may come first, and then right before.
  const after = traced[at + 1];
  return after !== undefined && after.statement.start - one.statement.end <= NEAR / 2
    ? deedOf(after)
    : undefined;
}

/** Statements before one, nearest first, up to where the report turns to something that is no deed: a threat, a withdrawal. */
function listBefore(one: Traced, before: readonly Traced[]): readonly Traced[] {
  const near: Traced[] = [];
  for (const other of before.toReversed()) {
    const isOther = other.statement.mentions.length > 0 && !other.statement.mentions.some(isDeedOrBlame);
    if (isOther || one.statement.start - other.statement.end > NEAR) break;
    near.push(other);
  }
  return near;
}

const isDeedOrBlame = ({ plover: { type } }: Mention): boolean =>
  type === 'ACCUSE' || type === 'REJECT' || (isViolent(type) && type !== 'THREATEN');

const isDisputed = ({ statement: { stance } }: Traced): boolean =>
  stance === 'blames' || stance === 'denies' || stance === 'claimsResponsibility';

/** What has not happened is no deed. */
const OPEN = new Set([
  'ordered',
  'prepared',
  'threatened',
  'expected',
  'possible',
  'conditional',
  'exercise',
]);
