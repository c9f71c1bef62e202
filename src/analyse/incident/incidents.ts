import type { EventTime, Realis } from '../../model/event.ts';
import type { Incident, IncidentSummary } from '../../model/incident.ts';
import type { Location, Party, Report } from '../../model/report.ts';
import type { OriginTree } from '../../model/story.ts';
import { foldName, splitName } from '../origin/names.ts';
import { traceOrigins } from '../origin/origins.ts';
import { makeClaimRef } from '../report/claim-ref.ts';
import { type Cut, findCut } from '../report/cut.ts';
import { findTouched } from './cut-told.ts';
import { chooseRange, countDays, formatDay } from './days.ts';
import { makeDisputes } from './disputes.ts';
import { findDistortions } from './distortions.ts';
import { countDiffering, makeFigures } from './figures.ts';
import { keepByTold } from './kept.ts';
import { comparePlaces } from './places.ts';
import type { SaidFigure } from './said-figures.ts';
import { Sayers } from './sayers.ts';
import { makeTitle } from './title.ts';
import { collectMentions, type ToldMention } from './told.ts';
import { readDay } from './traits.ts';
import { findCasualty } from './words.ts';

/** Stage and version that makes incidents. */
const BY = 'incident@2';
/** Parties shown of each side. */
const MOST_PARTIES = 6;

/**
 * All incidents that the reports tell of, latest first. Those that are only told as history are left out unless asked for.
 *
 * @example
 * summarizeIncidents(reports)[0]?.title; // 'Rockets fired, Green Zone'
 */
export function summarizeIncidents(
  reports: readonly Report[],
  { background = false }: { readonly background?: boolean } = {},
): readonly IncidentSummary[] {
  if (background) return summarize(collectMentions(reports)).map(({ summary }) => summary);
  return listRows(reports).map(({ summary }) => summary);
}

/** Rows by the list of reports: those of a fuller picture serve the others. */
const listed = new WeakMap<readonly Report[], { readonly of: number; readonly rows: readonly Row[] }>();

/** Of incidents that are told as news. */
function listRows(reports: readonly Report[]): readonly Row[] {
  const before = listed.get(reports);
  if (before?.of === reports.length) return before.rows;
  const cut = findCut(reports);
  const rows =
    cut === undefined ? summarize([...collectMentions(reports)].filter(isNews)) : cutRows(reports, cut);
  listed.set(reports, { of: reports.length, rows });
  return rows;
}

/** Only those that the differing reports tell of are other rows than in the fuller picture. */
function cutRows(reports: readonly Report[], cut: Cut): readonly Row[] {
  const [told, touched] = [collectMentions(reports), findTouched(cut)];
  const staying = listRows(cut.whole).filter(({ summary }) => !touched.has(summary.id));
  const others = [...touched].flatMap((id): (readonly [string, readonly ToldMention[]])[] => {
    const own = told.get(id);
    return own === undefined ? [] : [[id, own]];
  });
  // Sorting goes once through two lists that are in order already.
  return [...staying, ...summarize(others.filter(isNews))].sort(compareRows);
}

function isNews([, told]: readonly [string, readonly ToldMention[]]): boolean {
  return told.some(({ mention }) => !mention.background);
}

/** As `summarizeIncidents`, of those alone that are asked for, told as news or not. */
export function summarizeSome(ids: Iterable<string>, reports: readonly Report[]): readonly IncidentSummary[] {
  const all = collectMentions(reports);
  return summarize(
    [...ids].flatMap((id): (readonly [string, readonly ToldMention[]])[] => {
      const told = all.get(id);
      return told === undefined ? [] : [[id, told]];
    }),
  ).map(({ summary }) => summary);
}

function summarize(incidents: Iterable<readonly [string, readonly ToldMention[]]>): readonly Row[] {
  return Array.from(incidents, ([id, told]) => keepRow(id, told)).sort(compareRows);
}

function compareRows(a: Row, b: Row): number {
  if (a.order !== b.order) return a.order < b.order ? 1 : -1;
  return a.summary.id < b.summary.id ? -1 : 1;
}

/**
 * One incident with everything said of it, or undefined where no report tells of it.
 *
 * @example
 * makeIncident('i0a1b2c3d4e5f', reports)?.figures[0]?.relation; // 'compatible'
 */
export function makeIncident(id: string, reports: readonly Report[]): Incident | undefined {
  const told = collectMentions(reports).get(id);
  return told === undefined ? undefined : tellIncident(id, told);
}

interface Row {
  readonly summary: IncidentSummary;
  readonly order: string;
}

/** The same for as long as the same mentions tell of it. */
function keepRow(
  id: string,
  told: readonly ToldMention[],
  counted?: Pick<Incident, 'tree' | 'figures'>,
): Row {
  return keepByTold(told, () => {
    const summary = describe(id, told, counted);
    return { summary, order: getLatest(told, summary) };
  });
}

/** The day on which it happened or, where none is named, on which it was last news. */
function getLatest(told: readonly ToldMention[], { when }: Pick<IncidentSummary, 'when'>): string {
  const news = told.findLast(({ mention }) => !mention.background) ?? told.at(-1);
  return when?.from ?? news?.report.published ?? news?.report.seen ?? '';
}

/** The title that lists give an incident, of all that tells of it by time of publication. */
export function nameIncident(told: readonly ToldMention[]): string {
  return makeTitle(told, choosePlace(told));
}

/** What a row of a list needs. */
function describe(
  id: string,
  told: readonly ToldMention[],
  { tree, figures }: Pick<Incident, 'tree' | 'figures'> = count(told),
): IncidentSummary {
  const where = choosePlace(told);
  const when = chooseTime(told);
  const mode = chooseMost(told.flatMap(({ mention }) => mention.plover.mode ?? []));
  const known = told.map(({ report }) => report.knownSince).sort();
  return {
    kind: 'incident',
    id,
    type: chooseMost(told.map(({ mention }) => mention.plover.type)) ?? 'ASSAULT',
    ...(mode === undefined ? {} : { mode }),
    title: makeTitle(told, where),
    realis: chooseRealis(told),
    ...(when === undefined ? {} : { when }),
    ...(where === undefined ? {} : { where }),
    actors: collectParties(chooseDoers(told)),
    recipients: collectParties(told.flatMap(({ mention }) => mention.recipients)),
    mentions: told.length,
    documents: new Set(told.map(({ report }) => report.series)).size,
    ...countOrigins(tree),
    differing: countDiffering(figures),
    first: known[0] ?? '',
    last: known.at(-1) ?? '',
  };
}

function count(told: readonly ToldMention[]): Pick<Incident, 'tree' | 'figures'> {
  const tree = traceOrigins(told.map(({ report, statement }) => ({ report, statement })));
  return { tree, figures: makeFigures(told, new Sayers(tree.origins)) };
}

/** Incidents told last, each by the list that tells of it: those that are shown are asked for again and again. */
const recent = new Map<readonly ToldMention[], Incident>();
const MOST_RECENT = 400;

/** One incident out of all that tells of it, by time of publication. */
export function tellIncident(id: string, told: readonly ToldMention[]): Incident {
  const known = recent.get(told);
  const incident = known?.id === id ? known : tellAnew(id, told);
  recent.delete(told);
  recent.set(told, incident);
  if (recent.size > MOST_RECENT) recent.delete(recent.keys().next().value!);
  return incident;
}

function tellAnew(id: string, told: readonly ToldMention[]): Incident {
  const tree = traceOrigins(told.map(({ report, statement }) => ({ report, statement })));
  const sayers = new Sayers(tree.origins);
  const distortions = findDistortions(told, sayers);
  const distorted = new Set(
    distortions.flatMap(({ figure }) => (figure === undefined ? [] : [nameFigure(figure)])),
  );
  const figures = makeFigures(told, sayers, (said) => distorted.has(nameFigure(said)));
  return {
    // Lists count figures without looking for distortions.
    ...(distorted.size === 0
      ? keepRow(id, told, { tree, figures }).summary
      : describe(id, told, { tree, figures })),
    instruments: collectParties(told.flatMap(({ mention }) => mention.instruments)),
    targetKinds: [...new Set(told.flatMap(({ mention }) => mention.targetKind ?? []))],
    figures,
    disputes: makeDisputes(told, sayers),
    distortions: distortions.map(({ figure: _, ...distortion }) => distortion),
    tree,
    told: told.map(({ report, statement, mention }) => ({
      mention,
      claim: makeClaimRef(report, statement),
      background: mention.background,
    })),
    by: BY,
  };
}

/** One key for one figure of one mention. */
const nameFigure = ({ told: { report, mention }, of, value }: SaidFigure): string =>
  `${report.document} ${mention.event} ${of} ${value}`;

const countOrigins = ({ confirmed, possible }: OriginTree) => ({ confirmed, possible });

/** What is said most often, the earliest among equals. */
function chooseMost<Value extends string>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: Value | undefined;
  for (const [value, count] of counts)
    if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** Somebody's denial does not undo what others say happened: it is denied only where all deny it. */
function chooseRealis(told: readonly ToldMention[]): Realis {
  const said = told.map(({ mention }) => mention.realis);
  return chooseMost(said.filter((realis) => realis !== 'denied')) ?? 'denied';
}

/** The day that most mentions support, as precisely as they do. */
function chooseTime(told: readonly ToldMention[]): EventTime | undefined {
  const counts = new Map<string, { readonly range: { from: number; to: number }; count: number }>();
  const precise = new Map<string, EventTime>();
  for (const { report, mention } of told) {
    const day = readDay(report, mention);
    if (day === undefined || mention.when === undefined) continue;
    const key = `${day.from} ${day.to}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { range: day, count: 1 });
    else known.count += 1;
    if (!precise.has(key)) precise.set(key, mention.when);
  }
  const range = chooseRange(counts);
  if (range === undefined) return undefined;
  const said = precise.get(`${range.from} ${range.to}`);
  return {
    from: formatDay(range.from),
    to: formatDay(range.to),
    precision: said?.precision ?? (countDays(range) === 1 ? 'day' : 'unknown'),
  };
}

/** From coarse to fine; a district of a city is finer than the city. */
const FINENESS = ['unknown', 'sea', 'country', 'region', 'city', 'district', 'site'];

/**
 * The finest place that the others agree with: not one that stands alone where most name another.
 */
function choosePlace(told: readonly ToldMention[]): Location | undefined {
  const counts = new Map<string, { readonly place: Location; readonly documents: Set<string> }>();
  for (const { mention, report } of told) {
    if (mention.where === undefined) continue;
    const key = `${mention.where.name} ${mention.where.country ?? ''}`;
    const known = counts.get(key);
    // Reports count, not mentions: one report that has it so says it once, however often.
    if (known === undefined) counts.set(key, { place: mention.where, documents: new Set([report.series]) });
    else known.documents.add(report.series);
  }
  const all = [...counts.values()].map(({ place, documents }) => ({ place, count: documents.size }));
  const support = (place: Location) =>
    all.reduce((sum, other) => sum + (comparePlaces(place, other.place) === 'apart' ? 0 : other.count), 0);
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const agreed = all.filter(({ place, count }) => 2 * support(place) > total && 5 * count >= total);
  const best = (agreed.length === 0 ? all : agreed).sort(
    (a, b) => FINENESS.indexOf(b.place.precision) - FINENESS.indexOf(a.place.precision) || b.count - a.count,
  );
  return agreed.length === 0 ? all.sort((a, b) => b.count - a.count)[0]?.place : best[0]?.place;
}

/**
 * Who is said to have done it; who is only said not to have, where all deny it. "Iraqi casualties" name nobody who did it, and
 * whom it befell is not its doer either.
 */
function chooseDoers(told: readonly ToldMention[]): readonly Party[] {
  const isDenied = told.every(({ mention }) => mention.realis === 'denied');
  const sufferers = new Set(told.flatMap(({ mention }) => mention.recipients.map(({ name }) => name)));
  return told
    .filter(({ mention }) => {
      const casualty = findCasualty(mention.trigger.text);
      return (isDenied || mention.realis !== 'denied') && casualty !== 'injured' && casualty !== 'casualties';
    })
    .flatMap(({ mention }) => mention.actors)
    .filter(({ name, type }) => type !== 'person' || !sufferers.has(name));
}

/** Each party once, most named first; a name that only leaves out words of another ("soldier", "Iraqi soldier") is that one. */
function collectParties(parties: readonly Party[]): readonly Party[] {
  const counts = new Map<
    string,
    { readonly party: Party; readonly words: ReadonlySet<string>; count: number }
  >();
  for (const party of parties) {
    const key = party.record ?? party.wikidata ?? foldName(party.name);
    const known = counts.get(key);
    if (known === undefined)
      counts.set(key, { party, words: new Set(splitName(foldName(party.name))), count: 1 });
    else known.count += 1;
  }
  const longestFirst = [...counts.values()].sort((a, b) => b.words.size - a.words.size || b.count - a.count);
  const kept: typeof longestFirst = [];
  for (const each of longestFirst) {
    const whole = kept.find(
      ({ party, words }) =>
        party.type === each.party.type && [...each.words].every((word) => words.has(word)),
    );
    if (whole === undefined) kept.push(each);
    else whole.count += each.count;
  }
  return kept
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_PARTIES)
    .map(({ party }) => party);
}
