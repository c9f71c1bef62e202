import type { Actor, ActorDetail, ActorSighting, ActorSummary, NameDecision } from '../../model/actor.ts';
import type { ActorRequest } from '../../model/desk.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { ActorMention, Report } from '../../model/report.ts';
import { foldName } from '../origin/names.ts';
import { makeRegister } from './register.ts';

/** Stage and version that makes the list of actors. */
const BY = 'actors@1';
/** Spellings that a row shows. */
const MOST_NAMES = 12;
/** Documents and incidents that one actor shows, latest first. */
const MOST_SHOWN = 200;

/** What is gathered of one record. */
interface Gathered {
  readonly id: string;
  readonly told: { readonly report: Report; readonly actor: ActorMention }[];
}

/**
 * The actors that the reports name, those in most documents first.
 *
 * @param own What a desk has added to the register.
 * @example
 * summarizeActors(reports)[0]?.names; // [{ name: 'Kataib Hezbollah', documents: 7 }, …]
 */
export function summarizeActors(
  reports: readonly Report[],
  own: readonly Actor[] = [],
): readonly ActorSummary[] {
  const { actors } = makeRegister(own);
  return [...gather(reports).values()]
    .map((gathered) => {
      const summary = describe(gathered, actors.get(gathered.id));
      return { ...summary, names: summary.names.slice(0, MOST_NAMES) };
    })
    .sort((a, b) => b.documents - a.documents || compare(b.last ?? '', a.last ?? '') || compare(a.id, b.id));
}

/**
 * The actors of a country, of a type, or that have a name that holds some words.
 *
 * @example
 * chooseActors(actors, { name: 'soleimani' }).length; // 1
 */
export function chooseActors(
  actors: readonly ActorSummary[],
  { country, type, name }: Pick<ActorRequest, 'country' | 'type' | 'name'>,
): readonly ActorSummary[] {
  const words = foldName(name ?? '');
  return actors.filter(
    (actor) =>
      (country === undefined || actor.country === country) &&
      (type === undefined || actor.type === type) &&
      [actor, ...actor.names].some((each) => foldName(each.name).includes(words)),
  );
}

/**
 * One actor with where it is named, or undefined where it neither is in the register nor named in a report.
 *
 * @example
 * makeActor('register:qassem-soleimani', reports)?.mentions.length; // 21
 */
export function makeActor(
  id: string,
  reports: readonly Report[],
  {
    own = [],
    judgements = [],
  }: { readonly own?: readonly Actor[]; readonly judgements?: readonly Judgement[] } = {},
): ActorDetail | undefined {
  const actor = makeRegister(own).actors.get(id);
  const gathered = gather(reports, id).get(id) ?? { id, told: [] };
  if (gathered.told.length === 0 && actor === undefined) return undefined;
  const told = gathered.told.toSorted((a, b) => compare(getDate(b.report), getDate(a.report)));
  return {
    ...describe(gathered, actor),
    aliases: actor?.aliases ?? [],
    mentions: told.slice(0, MOST_SHOWN).map(({ report, actor: mention }) => makeSighting(report, mention)),
    incidents: listIncidents(
      id,
      told.map(({ report }) => report),
    ),
    decisions: listDecisions(id, judgements),
    by: BY,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const getDate = ({ published, seen }: Report): string => published ?? seen;

function gather(reports: readonly Report[], only?: string): ReadonlyMap<string, Gathered> {
  const records = new Map<string, Gathered>();
  for (const report of reports) {
    for (const actor of report.actors ?? []) {
      if (only !== undefined && actor.record !== only) continue;
      const known = records.get(actor.record);
      if (known === undefined) records.set(actor.record, { id: actor.record, told: [{ report, actor }] });
      else known.told.push({ report, actor });
    }
  }
  return records;
}

function describe({ id, told }: Gathered, known: Actor | undefined): ActorSummary {
  const country = known?.country ?? told.find(({ actor }) => actor.country !== undefined)?.actor.country;
  const sector = known?.sector ?? told.find(({ actor }) => actor.sector !== undefined)?.actor.sector;
  const wikidata = /^wikidata:(Q\d+)$/.exec(id)?.[1] ?? known?.wikidata;
  const since = told.map(({ report }) => report.knownSince);
  const [first] = told;
  return {
    kind: 'actor',
    id,
    name: known?.name ?? chooseName(told.map(({ actor }) => actor.name)),
    type: known?.type ?? first!.actor.type,
    ...(country === undefined ? {} : { country }),
    ...(sector === undefined ? {} : { sector }),
    ...(wikidata === undefined ? {} : { wikidata }),
    isRegistered: known !== undefined,
    names: countNames(told),
    documents: new Set(told.map(({ report }) => report.series)).size,
    ...(first === undefined
      ? {}
      : {
          first: since.reduce((a, b) => (b < a ? b : a)),
          last: since.reduce((a, b) => (b > a ? b : a)),
        }),
  };
}

/** The one that most have, the longest among equals. */
function chooseName(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || compare(a, b));
  return best?.[0] ?? '';
}

/** Each spelling of the texts with the pages that have it. Names in capitals and small letters are one. */
function countNames(told: Gathered['told']): ActorSummary['names'] {
  const spellings = new Map<string, { readonly names: string[]; readonly pages: Set<string> }>();
  for (const { report, actor } of told) {
    const texts = actor.named.length === 0 ? [actor.name] : actor.named.map(({ text }) => text);
    for (const text of texts) {
      const folded = foldName(text);
      const known = spellings.get(folded) ?? { names: [], pages: new Set<string>() };
      known.names.push(text.replace(/^the\s+/i, '').replace(/['’]s$/, ''));
      known.pages.add(report.series);
      spellings.set(folded, known);
    }
  }
  return [...spellings.values()]
    .map(({ names, pages }) => ({ name: chooseName(names), documents: pages.size }))
    .sort((a, b) => b.documents - a.documents || compare(a.name, b.name));
}

function makeSighting(report: Report, { role, named }: ActorMention): ActorSighting {
  const { document, outlet, title, published } = report;
  return {
    document,
    ...(outlet === undefined ? {} : { outlet }),
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(role === undefined ? {} : { role }),
    named,
  };
}

/** Incidents that it has a part in, in the order of the reports. */
function listIncidents(id: string, reports: readonly Report[]): readonly string[] {
  const incidents = new Set<string>();
  for (const { statements } of reports) {
    for (const { mentions } of statements) {
      for (const { incident, actors, recipients } of mentions) {
        if (incident === undefined || incidents.has(incident)) continue;
        if ([...actors, ...recipients].some(({ record }) => record === id)) incidents.add(incident);
      }
    }
  }
  return [...incidents].slice(0, MOST_SHOWN);
}

/** What people of the desk decided of its names. */
function listDecisions(id: string, judgements: readonly Judgement[]): readonly NameDecision[] {
  return judgements.flatMap(({ id: judgement, of, verdict, value, by, made, note }) =>
    of.type === 'actor' &&
    of.actor === id &&
    value !== undefined &&
    (verdict === 'alias' || verdict === 'distinct')
      ? [{ judgement, verdict, name: value, by, made, note }]
      : [],
  );
}
