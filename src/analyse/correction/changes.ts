import type {
  FigureChange,
  IncidentChange,
  PictureChange,
  PictureCounts,
  StoryPictureChange,
  VersionChange,
} from '../../model/changes.ts';
import type { Removal, SetAside, TakenOut } from '../../model/correction.ts';
import type { Incident } from '../../model/incident.ts';
import type { Report } from '../../model/report.ts';
import type { StoryChange } from '../../model/story.ts';
import { makeIncident } from '../incident/incidents.ts';
import { collectMentions, type ToldMention } from '../incident/told.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { summarizeStories } from '../story/stories.ts';
import { Causes, type Compared, isCorrection, lookUp, nameSetAside } from './causes.ts';
import type { Standing } from './set-aside.ts';

/** What differs between two instants; assessments are compared by `compareAssessments`. */
export interface PictureDifference {
  readonly setAside: readonly SetAside[];
  readonly restored: readonly SetAside[];
  readonly removed: readonly Removal[];
  readonly takenOut: readonly TakenOut[];
  readonly putBack: readonly TakenOut[];
  readonly versions: readonly VersionChange[];
  readonly incidents: readonly IncidentChange[];
  readonly stories: readonly StoryPictureChange[];
  /** With those that are beyond the limit. */
  readonly incidentsInAll: number;
  readonly storiesInAll: number;
}

/**
 * What differs between the picture as of two instants, each change with its cause: of incidents and stories at most `limit`, those
 * changed by a correction first.
 *
 * @example
 * comparePictures({ before: choosePicture(reports, since, judgements), after: choosePicture(reports, asOf, judgements), judgements, asOf }).incidents;
 */
export function comparePictures(
  compared: Compared,
  { limit = Number.POSITIVE_INFINITY }: { readonly limit?: number } = {},
): PictureDifference {
  const { before, after } = compared;
  const causes = new Causes(compared);
  return {
    setAside: subtract(after.setAside, before.setAside, nameSetAside),
    restored: subtract(before.setAside, after.setAside, nameSetAside),
    removed: subtract(after.removed, before.removed, nameRemoval),
    takenOut: subtract(after.takenOut, before.takenOut, nameTakenOut),
    putBack: subtract(before.takenOut, after.takenOut, nameTakenOut),
    versions: compareVersions(before, after),
    ...compareIncidents(compared, { causes, limit }),
    ...compareStories(compared, { causes, limit }),
  };
}

function subtract<Value>(
  all: readonly Value[],
  others: readonly Value[],
  name: (value: Value) => string,
): readonly Value[] {
  const names = new Set(others.map(name));
  return all.filter((each) => !names.has(name(each)));
}

const nameRemoval = ({ claim }: Removal) => makeClaimKey(claim);

const nameTakenOut = ({ document, from }: TakenOut) => `${document} ${from}`;

function compareVersions(before: Standing, after: Standing): readonly VersionChange[] {
  const were = lookUp(before).series;
  // Most are the very same reports as before.
  const others = after.reports.filter((report) => were.get(report.series) !== report);
  return others.flatMap(({ series, document, version, outlet, title, url, knownSince }) => {
    const from = were.get(series)?.version;
    if (from === undefined || from === version) return [];
    return {
      document,
      ...(outlet === undefined ? {} : { outlet }),
      ...(title === undefined ? {} : { title }),
      ...(url === undefined ? {} : { url }),
      from,
      to: version,
      known: knownSince,
    };
  });
}

/** What changed, with the causes: it is described only where it is shown, since that takes longer. */
interface Listing {
  readonly causes: Causes;
  readonly limit: number;
}

function compareIncidents(
  { before, after }: Compared,
  { causes, limit }: Listing,
): Pick<PictureDifference, 'incidents' | 'incidentsInAll'> {
  const [then, now] = [collectMentions(before.reports), collectMentions(after.reports)];
  const changed = findChanged(then, now, isSameTelling).map((id) => ({
    id,
    causes: causes.find({ before: keyTold(then.get(id)), after: keyTold(now.get(id)), incident: id }),
  }));
  const incidents = sortChanges(changed)
    .slice(0, limit)
    .map(({ id, causes: why }): IncidentChange => {
      const [was, is] = [describe(id, then.get(id)), describe(id, now.get(id))];
      const title = (is ?? was)?.title ?? '';
      return { id, title, ...countBoth(was, is), figures: compareFigures(was, is), causes: why };
    });
  return { incidents, incidentsInAll: changed.length };
}

const isSameTelling = (a: ToldMention, b: ToldMention) => a.mention === b.mention;

/** From the reports that tell of it alone: it is what they say. */
function describe(id: string, told: readonly ToldMention[] | undefined): Incident | undefined {
  return told === undefined ? undefined : makeIncident(id, [...new Set(told.map(({ report }) => report))]);
}

function keyTold(told: readonly ToldMention[] = []): ReadonlySet<string> {
  return new Set(
    told.map(({ report, statement }) => makeClaimKey({ document: report.document, claim: statement.claim })),
  );
}

function compareFigures(was: Incident | undefined, is: Incident | undefined): readonly FigureChange[] {
  const [then, now] = [listFigures(was), listFigures(is)];
  const lost = [...then].flatMap(([key, figure]) =>
    now.has(key) ? [] : { ...figure, change: 'lost' as const },
  );
  const gained = [...now].flatMap(([key, figure]) =>
    then.has(key) ? [] : { ...figure, change: 'gained' as const },
  );
  return [...lost, ...gained];
}

function listFigures(incident: Incident | undefined): ReadonlyMap<string, Omit<FigureChange, 'change'>> {
  return new Map(
    (incident?.figures ?? []).flatMap(({ of, who, values }) =>
      values.map(
        ({ value, bound }) =>
          [
            `${of} ${who} ${value} ${bound}`,
            { of, ...(who === undefined ? {} : { who }), value, bound },
          ] as const,
      ),
    ),
  );
}

function compareStories(
  { before, after }: Compared,
  { causes, limit }: Listing,
): Pick<PictureDifference, 'stories' | 'storiesInAll'> {
  const [then, now] = [groupReports(before.reports), groupReports(after.reports)];
  const gained = subtractChanges(after.regrouped, before.regrouped);
  const undone = subtractChanges(before.regrouped, after.regrouped);
  const changed = findChanged(then, now, Object.is).map((id) => ({
    id,
    causes: causes.find({
      before: keyReports(then.get(id)),
      after: keyReports(now.get(id)),
      documents: [...gained, ...undone].flatMap((change) => (concerns(change, id) ? change.document : [])),
    }),
  }));
  const shown = sortChanges(changed).slice(0, limit);
  const ids = new Set(shown.map(({ id }) => id));
  const pick = (reports: readonly Report[]) =>
    new Map(
      summarizeStories(reports.filter(({ story }) => ids.has(story))).map((story) => [story.id, story]),
    );
  const [were, are] = [pick(before.reports), pick(after.reports)];
  const stories = shown.map(({ id, causes: why }): StoryPictureChange => {
    const [was, is] = [were.get(id), are.get(id)];
    return {
      id,
      title: (is ?? was)?.title ?? '',
      ...countBoth(was, is),
      ...nameChanges('regrouped', gained, id),
      ...nameChanges('undone', undone, id),
      causes: why,
    };
  });
  return { stories, storiesInAll: changed.length };
}

function subtractChanges(
  all: readonly StoryChange[],
  others: readonly StoryChange[],
): readonly StoryChange[] {
  const name = ({ type, from, into, document }: StoryChange) => `${type} ${from} ${into} ${document}`;
  const names = new Set(others.map(name));
  return all.filter((change) => !names.has(name(change)));
}

function concerns({ from, into }: StoryChange, id: string): boolean {
  return from === id || into === id;
}

function nameChanges(
  name: 'regrouped' | 'undone',
  changes: readonly StoryChange[],
  id: string,
): Pick<StoryPictureChange, 'regrouped' | 'undone'> {
  const own = changes.filter((change) => concerns(change, id));
  return own.length === 0 ? {} : { [name]: own };
}

/** Names of the lists that are not the same: those of before first. */
function findChanged<Value>(
  then: ReadonlyMap<string, readonly Value[]>,
  now: ReadonlyMap<string, readonly Value[]>,
  isSame: (a: Value, b: Value) => boolean,
): readonly string[] {
  const changed: string[] = [];
  for (const [id, list] of then) if (!isSameList(list, now.get(id) ?? [], isSame)) changed.push(id);
  for (const [id, list] of now) if (!then.has(id) && list.length > 0) changed.push(id);
  return changed;
}

const grouped = new WeakMap<
  readonly Report[],
  { readonly of: number; readonly groups: ReadonlyMap<string, readonly Report[]> }
>();

function groupReports(reports: readonly Report[]): ReadonlyMap<string, readonly Report[]> {
  const known = grouped.get(reports);
  if (known?.of === reports.length) return known.groups;
  const groups = new Map<string, Report[]>();
  for (const report of reports) {
    const group = groups.get(report.story);
    if (group === undefined) groups.set(report.story, [report]);
    else group.push(report);
  }
  grouped.set(reports, { of: reports.length, groups });
  return groups;
}

function keyReports(reports: readonly Report[] = []): ReadonlySet<string> {
  return new Set(
    reports.flatMap(({ document, statements }) => [
      // One without a single claim came in all the same.
      makeClaimKey({ document, claim: '' }),
      ...statements.map(({ claim }) => makeClaimKey({ document, claim })),
    ]),
  );
}

/** Whether two lists hold the very same values: reports and what is in them are never changed in place. */
function isSameList<Value>(
  a: readonly Value[],
  b: readonly Value[],
  isSame: (a: Value, b: Value) => boolean,
): boolean {
  return a === b || (a.length === b.length && a.every((value, index) => isSame(value, b[index]!)));
}

function countBoth(
  was: PictureCounts | undefined,
  is: PictureCounts | undefined,
): Pick<PictureChange, 'before' | 'after'> {
  const count = ({ documents, confirmed, possible }: PictureCounts) => ({ documents, confirmed, possible });
  return {
    ...(was === undefined ? {} : { before: count(was) }),
    ...(is === undefined ? {} : { after: count(is) }),
  };
}

/** What was corrected goes before what merely came in. */
function sortChanges<Change extends Pick<PictureChange, 'id' | 'causes'>>(
  changes: readonly Change[],
): readonly Change[] {
  const rank = ({ causes }: Change) => (causes.some(isCorrection) ? 0 : 1);
  return changes.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}
