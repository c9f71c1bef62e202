import type { PartyPattern, Pattern } from '../../model/problem.ts';
import type { Mention, Party, Report, Statement } from '../../model/report.ts';
import { hasAny, isAbout, says } from './said.ts';

/** Why a statement fits: the event that fits, where the pattern asks for one. */
export interface Match {
  readonly mention?: Mention;
}

/** Fields of a pattern that only an event can fulfil. */
const EVENT_FIELDS = [
  'event',
  'mode',
  'cameo',
  'realis',
  'posture',
  'actor',
  'recipient',
  'party',
  'exceptActor',
  'instrument',
  'targetKind',
  'place',
  'dated',
] as const;

/** Realis that say that it is not so, or not in earnest: a pattern that wants them names them. */
const UNREAL = new Set<string>(['denied', 'exercise']);

/**
 * Whether a statement of a report fits a pattern, and by which of its events. Unless the pattern says otherwise, what the
 * text tells as history, what is negated, denied or doubted and what a speaker would not confirm does not fit: "the group
 * denies preparing" is no sign of preparation.
 *
 * @example
 * matchPattern({ event: ['MOBILIZE'], words: ['prepar*'] }, report, statement)?.mention?.trigger.text; // 'preparation'
 */
export function matchPattern(pattern: Pattern, report: Report, statement: Statement): Match | undefined {
  return matchEvents(pattern, report, statement)[0];
}

/** As `matchPattern`, with each event of the statement that fits. */
export function matchEvents(pattern: Pattern, report: Report, statement: Statement): readonly Match[] {
  if (!isStatementFitting(pattern, statement)) return [];
  const fitting = statement.mentions.filter((each) => isMentionFitting(pattern, each));
  const asksForEvent = EVENT_FIELDS.some((field) => pattern[field] !== undefined);
  // Words alone do not fit a statement whose events are all history or denied.
  if (fitting.length === 0 && (asksForEvent || statement.mentions.length > 0)) return [];
  if (!hasWords(pattern, report, statement)) return [];
  return asksForEvent ? fitting.map((mention) => ({ mention })) : [{}];
}

function isStatementFitting(pattern: Pattern, statement: Statement): boolean {
  const { stance, certainty, polarity, evidence } = pattern;
  if (stance === undefined ? isAgainst(statement) : !isOneOf(stance, statement.stance)) return false;
  if (certainty !== undefined && !isOneOf(certainty, statement.certainty)) return false;
  if (!isOneOf(polarity ?? ['affirmed'], statement.polarity)) return false;
  if (evidence === undefined ? statement.evidence === 'withheld' : !isOneOf(evidence, statement.evidence))
    return false;
  return pattern.speaker === undefined || isSpeakerFitting(pattern.speaker, statement);
}

function isAgainst({ stance }: Statement): boolean {
  return stance === 'denies' || stance === 'doubts';
}

function isSpeakerFitting(speaker: NonNullable<Pattern['speaker']>, { chain }: Statement): boolean {
  const innermost = chain.at(-1);
  if (innermost === undefined) return false;
  if (speaker.link !== undefined && !isOneOf(speaker.link, innermost.type)) return false;
  if (speaker.anonymous !== undefined && (innermost.anonymous ?? false) !== speaker.anonymous) return false;
  return speaker.name === undefined || hasAny([innermost.name, innermost.role], speaker.name);
}

function isMentionFitting(pattern: Pattern, mention: Mention): boolean {
  const { event, mode, cameo, realis, posture, place } = pattern;
  if (mention.background && pattern.background !== true) return false;
  if (event !== undefined && !isOneOf(event, mention.plover.type)) return false;
  if (mode !== undefined && !isOneOf(mode, mention.plover.mode)) return false;
  if (cameo !== undefined && !cameo.some((code) => mention.cameo.startsWith(code))) return false;
  if (realis === undefined ? isUnreal(pattern, mention) : !isOneOf(realis, mention.realis)) return false;
  if (posture !== undefined && !isOneOf(posture, mention.posture)) return false;
  if (place !== undefined && !isPlaceFitting(place, mention.where)) return false;
  return isPartyFitting(pattern, mention) && isThingFitting(pattern, mention);
}

/** Where a pattern wants negated claims, their events may be denied. */
function isUnreal(pattern: Pattern, mention: Mention): boolean {
  const wantsNegated = isOneOf(pattern.polarity ?? [], 'negated') || isOneOf(pattern.stance ?? [], 'denies');
  return UNREAL.has(mention.realis) && !(wantsNegated && mention.realis === 'denied');
}

function isPartyFitting(pattern: Pattern, { actors, recipients }: Mention): boolean {
  const hasParty = (parties: readonly Party[], wanted: PartyPattern | undefined) =>
    wanted === undefined || parties.some((party) => isParty(wanted, party));
  if (pattern.exceptActor !== undefined && hasParty(actors, pattern.exceptActor)) return false;
  return (
    hasParty(actors, pattern.actor) &&
    hasParty(recipients, pattern.recipient) &&
    (hasParty(actors, pattern.party) || hasParty(recipients, pattern.party))
  );
}

function isThingFitting({ instrument, targetKind }: Pattern, mention: Mention): boolean {
  if (targetKind !== undefined && !isOneOf(targetKind, mention.targetKind)) return false;
  return (
    instrument === undefined ||
    mention.instruments.some((each) => hasAny([each.name], instrument)) ||
    // "rockets hit the base": what is said to act is the instrument.
    hasAny([mention.trigger.text, ...mention.figures.map((figure) => figure.of)], instrument)
  );
}

/** Whether a party is what a pattern wants. */
export function isParty(wanted: PartyPattern, party: Party): boolean {
  if (wanted.country !== undefined && !isOneOf(wanted.country, party.country)) return false;
  if (wanted.sector !== undefined && !isOneOf(wanted.sector, party.sector)) return false;
  if (wanted.type !== undefined && !isOneOf(wanted.type, party.type)) return false;
  return wanted.name === undefined || hasAny([party.name], wanted.name);
}

function isPlaceFitting(wanted: readonly string[], where: Mention['where']): boolean {
  return where !== undefined && isPlace(wanted, where);
}

/** Whether a place is one of those wanted: two capitals are a country, anything else stands in its name. */
export function isPlace(
  wanted: readonly string[],
  place: { readonly name?: string; readonly country?: string },
): boolean {
  const { countries, names } = sortPlaces(wanted);
  return (place.country !== undefined && countries.includes(place.country)) || hasAny([place.name], names);
}

const sorted = new WeakMap<
  readonly string[],
  { readonly countries: readonly string[]; readonly names: readonly string[] }
>();

function sortPlaces(wanted: readonly string[]) {
  const known = sorted.get(wanted);
  if (known !== undefined) return known;
  const isCountry = (each: string) => /^[A-Z]{2}$/.test(each);
  const made = {
    countries: wanted.filter(isCountry),
    names: wanted.filter((each) => !isCountry(each)),
  };
  sorted.set(wanted, made);
  return made;
}

function hasWords({ words, without, about }: Pattern, report: Report, statement: Statement): boolean {
  if (words !== undefined && !says(report, statement, words)) return false;
  if (without !== undefined && says(report, statement, without)) return false;
  return about === undefined || isAbout(report, about);
}

function isOneOf<Value>(allowed: readonly Value[], value: Value | undefined): boolean {
  return value !== undefined && allowed.includes(value);
}
