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
import { listMentions } from '../incident/collect-told.ts';
import { tellIncident } from '../incident/incidents.ts';
import { collectMentions, type ToldMention } from '../incident/told.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { type Differing, listDiffering } from '../report/cut.ts';
import { indexReports } from '../report/report-index.ts';
import { summarizeStory } from '../story/stories.ts';
import { Causes, type Compared, isCorrection, nameSetAside } from './causes.ts';
import { groupBy } from './group.ts';
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
  const differing = listDiffering(after.reports, before.reports);
  return {
    setAside: subtract(after.setAside, before.setAside, nameSetAside),
    restored: subtract(before.setAside, after.setAside, nameSetAside),
    removed: subtract(after.removed, before.removed, nameRemoval),
    takenOut: subtract(after.takenOut, before.takenOut, nameTakenOut),
    putBack: subtract(before.takenOut, after.takenOut, nameTakenOut),
    versions: compareVersions(before, differing),
    ...compareIncidents(compared, { causes, limit, differing }),
    ...compareStories(compared, { causes, limit, differing }),
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

function compareVersions(before: Standing, { added }: Differing): readonly VersionChange[] {
  const were = indexReports(before.reports);
  return added.flatMap(({ series, document, version, outlet, title, url, knownSince }) => {
    const from = were.findPage(series)?.version;
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
  /** Reports that are in one of the pictures alone: what none of them tells of is as it was. */
  readonly differing: Differing;
}

function compareIncidents(
  { before, after }: Compared,
  { causes, limit, differing }: Listing,
): Pick<PictureDifference, 'incidents' | 'incidentsInAll'> {
  const [then, now] = [collectMentions(before.reports), collectMentions(after.reports)];
  const ids = new Set([...differing.removed, ...differing.added].flatMap(listIncidents));
  const changed = [...ids]
    .filter((id) => !isSameTelling(then.get(id), now.get(id)))
    .map((id) => ({
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

function listIncidents(report: Report): readonly string[] {
  return listMentions(report).map(({ mention }) => mention.incident as string);
}

/** Whether two lists hold the very same mentions: reports and what is in them are never changed in place. */
function isSameTelling(a: readonly ToldMention[] = [], b: readonly ToldMention[] = []): boolean {
  return a === b || (a.length === b.length && a.every(({ mention }, index) => mention === b[index]!.mention));
}

function describe(id: string, told: readonly ToldMention[] | undefined): Incident | undefined {
  return told === undefined ? undefined : tellIncident(id, told);
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
  { causes, limit, differing }: Listing,
): Pick<PictureDifference, 'stories' | 'storiesInAll'> {
  const { removed, added } = differing;
  // Their stories differ by them; those of all others are as they were.
  const differ = new Set([...removed, ...added].map(({ story }) => story));
  const choose = (reports: readonly Report[]) => reports.filter(({ story }) => differ.has(story));
  const [own, others] = [choose(before.reports), choose(after.reports)];
  const [then, now] = [groupBy(own, ({ story }) => story), groupBy(others, ({ story }) => story)];
  const gained = subtractChanges(after.regrouped, before.regrouped);
  const undone = subtractChanges(before.regrouped, after.regrouped);
  const changed = [...differ].map((id) => ({
    id,
    causes: causes.find({
      before: keyReports(then.get(id)),
      after: keyReports(now.get(id)),
      documents: [...gained, ...undone].flatMap((change) => (concerns(change, id) ? change.document : [])),
    }),
  }));
  const shown = sortChanges(changed).slice(0, limit);
  const stories = shown.map(({ id, causes: why }): StoryPictureChange => {
    const [was, is] = [summarizeStory(id, before.reports), summarizeStory(id, after.reports)];
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

function keyReports(reports: readonly Report[] = []): ReadonlySet<string> {
  return new Set(
    reports.flatMap(({ document, statements }) => [
      // One without a single claim came in all the same.
      makeClaimKey({ document, claim: '' }),
      ...statements.map(({ claim }) => makeClaimKey({ document, claim })),
    ]),
  );
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
