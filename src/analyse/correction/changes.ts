import type {
  AssessmentChange,
  FigureChange,
  IncidentChange,
  PictureChange,
  PictureCounts,
  StoryPictureChange,
  VersionChange,
} from '../../model/changes.ts';
import type { SetAside } from '../../model/correction.ts';
import type { Assessment } from '../../model/forecast.ts';
import type { Incident } from '../../model/incident.ts';
import type { Report } from '../../model/report.ts';
import type { StoryChange } from '../../model/story.ts';
import { makeIncident } from '../incident/incidents.ts';
import { collectMentions, type ToldMention } from '../incident/told.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { summarizeStories } from '../story/stories.ts';
import { Causes, type Compared, isCorrection, nameSetAside } from './causes.ts';

/** What differs between two instants, in full; assessments are compared by `compareAssessments`. */
export interface PictureDifference {
  readonly setAside: readonly SetAside[];
  readonly restored: readonly SetAside[];
  readonly versions: readonly VersionChange[];
  readonly incidents: readonly IncidentChange[];
  readonly stories: readonly StoryPictureChange[];
}

/**
 * What differs between the picture as of two instants, each change with its cause.
 *
 * @example
 * comparePictures({ before: choosePicture(reports, since, judgements), after: choosePicture(reports, asOf, judgements), judgements, asOf }).incidents;
 */
export function comparePictures(compared: Compared): PictureDifference {
  const { before, after } = compared;
  const causes = new Causes(compared);
  return {
    setAside: subtract(after.setAside, before.setAside),
    restored: subtract(before.setAside, after.setAside),
    versions: compareVersions(before.reports, after.reports),
    incidents: compareIncidents(before.reports, after.reports, causes),
    stories: compareStories(compared, causes),
  };
}

function subtract(all: readonly SetAside[], others: readonly SetAside[]): readonly SetAside[] {
  const names = new Set(others.map(nameSetAside));
  return all.filter((each) => !names.has(nameSetAside(each)));
}

function compareVersions(before: readonly Report[], after: readonly Report[]): readonly VersionChange[] {
  const versions = new Map(before.map(({ series, version }) => [series, version]));
  return after.flatMap(({ series, document, version, outlet, title, url, knownSince }) => {
    const from = versions.get(series);
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

function compareIncidents(
  before: readonly Report[],
  after: readonly Report[],
  causes: Causes,
): readonly IncidentChange[] {
  const [then, now] = [collectMentions(before), collectMentions(after)];
  const changed = [...new Set([...then.keys(), ...now.keys()])].filter(
    (id) => !isSameList(then.get(id) ?? [], now.get(id) ?? [], ({ mention }) => mention),
  );
  return sortChanges(
    changed.map((id): IncidentChange => {
      const [was, is] = [describe(id, then.get(id)), describe(id, now.get(id))];
      return {
        id,
        title: (is ?? was)?.title ?? '',
        ...countBoth(was, is),
        figures: compareFigures(was, is),
        causes: causes.find({ before: keyTold(then.get(id)), after: keyTold(now.get(id)) }),
      };
    }),
  );
}

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

function compareStories({ before, after }: Compared, causes: Causes): readonly StoryPictureChange[] {
  const [then, now] = [groupReports(before.reports), groupReports(after.reports)];
  const gained = subtractChanges(after.regrouped, before.regrouped);
  const undone = subtractChanges(before.regrouped, after.regrouped);
  const changed = [...new Set([...then.keys(), ...now.keys()])].filter(
    (id) => !isSameList(then.get(id) ?? [], now.get(id) ?? [], (report) => report),
  );
  const ids = new Set(changed);
  const pick = (reports: readonly Report[]) =>
    new Map(
      summarizeStories(reports.filter(({ story }) => ids.has(story))).map((story) => [story.id, story]),
    );
  const [were, are] = [pick(before.reports), pick(after.reports)];
  return sortChanges(
    changed.map((id): StoryPictureChange => {
      const [was, is] = [were.get(id), are.get(id)];
      return {
        id,
        title: (is ?? was)?.title ?? '',
        ...countBoth(was, is),
        ...nameChanges('regrouped', gained, id),
        ...nameChanges('undone', undone, id),
        causes: causes.find({
          before: keyReports(then.get(id)),
          after: keyReports(now.get(id)),
          documents: [...gained, ...undone].flatMap((change) =>
            concerns(change, id) ? change.document : [],
          ),
        }),
      };
    }),
  );
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

function groupReports(reports: readonly Report[]): ReadonlyMap<string, readonly Report[]> {
  const groups = new Map<string, Report[]>();
  for (const report of reports) {
    const group = groups.get(report.story);
    if (group === undefined) groups.set(report.story, [report]);
    else group.push(report);
  }
  return groups;
}

function keyReports(reports: readonly Report[] = []): ReadonlySet<string> {
  return new Set(
    reports.flatMap(({ document, statements }) =>
      statements.map(({ claim }) => makeClaimKey({ document, claim })),
    ),
  );
}

/** Whether two lists hold the very same values: reports and what is in them are never changed in place. */
function isSameList<Value>(
  a: readonly Value[],
  b: readonly Value[],
  read: (value: Value) => object,
): boolean {
  return a.length === b.length && a.every((value, index) => read(value) === read(b[index]!));
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
function sortChanges<Change extends PictureChange>(changes: readonly Change[]): readonly Change[] {
  const rank = ({ causes }: Change) => (causes.some(isCorrection) ? 0 : 1);
  return changes.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** Least change of a probability, and of what an indicator adds, that is told. */
const LEAST = 0.0005;
const LEAST_LOG_ODDS = 0.005;

/** How an assessment differs from an earlier one, and why; undefined where it does not. */
export function compareAssessments(
  before: Assessment,
  after: Assessment,
  compared: Compared,
): AssessmentChange | undefined {
  const [was, is] = [readLeading(before), readLeading(after)];
  const shares = new Map(before.contributions.map(({ id, logOdds }) => [id, logOdds]));
  const indicators = after.contributions.flatMap(({ id, title, logOdds }) => {
    const share = shares.get(id) ?? 0;
    return Math.abs(share - logOdds) < LEAST_LOG_ODDS ? [] : [{ id, title, before: share, after: logOdds }];
  });
  if (Math.abs(was.p - is.p) < LEAST && was.level === is.level && indicators.length === 0) return undefined;
  const causes = new Causes(compared).find({ before: keyClaims(before), after: keyClaims(after) });
  return {
    problem: after.problem,
    title: after.title,
    horizon: after.leading,
    before: was,
    after: is,
    indicators,
    causes: causes.length === 0 ? [{ type: 'time', known: compared.asOf }] : causes,
  };
}

function readLeading({ horizons, leading, level }: Assessment): AssessmentChange['before'] {
  const shown = horizons.find(({ days }) => days === leading) ?? horizons[0]!;
  return { p: shown.probability.p, level };
}

/** What it rests on: what indicators are seen in, and the incidents of its base rate. */
function keyClaims({ contributions, baseRate }: Assessment): ReadonlySet<string> {
  return new Set(
    [
      ...contributions.flatMap(({ tree }) => tree.reports.flatMap(({ claims }) => claims)),
      ...baseRate.incidents.flatMap(({ claims }) => claims),
    ].map(makeClaimKey),
  );
}
