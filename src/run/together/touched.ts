import { matchIndicators } from '../../analyse/indicator/indicators.ts';
import type { Assessment } from '../../model/forecast.ts';
import type { Judgement } from '../../model/judgement.ts';
import { LEVELS, type Level, type Problem } from '../../model/problem.ts';
import { REVIEW_RULE, type ReviewItem, type ReviewStand } from '../../model/review.ts';
import { makeThingKey, type ThingKey } from '../../model/thing.ts';
import { findWithdrawals } from '../decisions/list.ts';
import type { ViewKeeper } from '../view-keeper.ts';
import type { View } from '../views.ts';
import type { WarningDesk } from '../warning-desk.ts';

export const reachesLevel = (level: Level, least: Level): boolean =>
  LEVELS.indexOf(level) >= LEVELS.indexOf(least);

/** What a problem rests on: claims (`sha256:…#c1`), documents, stories and incidents. */
type Ground = ReadonlySet<string>;

/** A problem that a decision touched, as it stood before and after. */
interface Touch {
  readonly problem: string;
  readonly title: string;
  readonly before: ReviewStand;
  readonly after: ReviewStand;
}

interface TouchedSources {
  readonly views: Pick<ViewKeeper, 'make'>;
  readonly warnings: Pick<WarningDesk, 'compare'>;
}

/**
 * Finds out which problems a decision touched, by what they rested on the instant before it. What was found is kept: neither the
 * decision nor what was known then changes.
 */
export class TouchedBy {
  readonly #from: TouchedSources;
  /** By the decision and the versions of the problems. */
  readonly #found = new Map<string, readonly Touch[]>();

  constructor(from: TouchedSources) {
    this.#from = from;
  }

  /** Decisions made since `first` that hold and that touched a problem of some level, then or now. */
  async list(
    view: View,
    {
      problems,
      levels,
      first,
    }: {
      readonly problems: readonly Problem[];
      readonly levels: ReadonlyMap<string, Level>;
      readonly first: string;
    },
  ): Promise<readonly ReviewItem[]> {
    const withdrawn = findWithdrawals(view.judgements);
    const items: ReviewItem[] = [];
    for (const judgement of view.judgements) {
      const isOfRule = REVIEW_RULE.verdicts.includes(judgement.verdict);
      if (!isOfRule || judgement.made < first || withdrawn.has(judgement.id)) continue;
      const touches = (await this.#find(judgement, problems)).filter(({ problem, before, after }) =>
        [before.level, after.level, levels.get(problem) ?? 'normal'].some((level) =>
          reachesLevel(level, REVIEW_RULE.touched),
        ),
      );
      const [gravest] = touches.toSorted((a, b) => rank(b) - rank(a));
      if (gravest !== undefined) items.push(makeItem(judgement, gravest, touches));
    }
    return items;
  }

  async #find(judgement: Judgement, problems: readonly Problem[]): Promise<readonly Touch[]> {
    const name = [judgement.id, judgement.made, ...problems.map(({ version }) => version)].join(' ');
    const known = this.#found.get(name) ?? (await this.#work(judgement, problems));
    this.#found.set(name, known);
    return known;
  }

  async #work(judgement: Judgement, problems: readonly Problem[]): Promise<readonly Touch[]> {
    const { views, warnings } = this.#from;
    const instant = new Date(Date.parse(judgement.made) - 1).toISOString();
    const before = await views.make(instant);
    const after = await views.make(judgement.made);
    const things = listThings(judgement, after);
    // What stood before a rejection, and what stands again after it was taken back.
    const touched = problems.filter((problem) =>
      [before, after].some((view) => {
        const ground = findGround(problem, view);
        return things.some((thing) => ground.has(thing));
      }),
    );
    if (touched.length === 0) return [];
    const assessments = await warnings.compare(problems, { before, after });
    return touched.map(({ id, title }) => {
      const [then, now] = assessments.get(id)!;
      return { problem: id, title, before: stand(then), after: stand(now) };
    });
  }
}

const rank = ({ before, after }: Touch): number =>
  Math.max(LEVELS.indexOf(before.level), LEVELS.indexOf(after.level));

function stand({ level, leading, horizons }: Assessment): ReviewStand {
  const p = horizons.find(({ days }) => days === leading)?.probability.p;
  return { level, ...(p === undefined ? {} : { p }) };
}

function findGround(problem: Problem, { reports }: View): Ground {
  const ground = new Set<string>();
  for (const sightings of matchIndicators(problem, reports).values()) {
    for (const { report, statement, mention } of sightings) {
      ground.add(report.document).add(report.series).add(report.story);
      ground.add(`${report.document}#${statement.claim}`);
      if (mention?.incident !== undefined) ground.add(mention.incident);
    }
  }
  return ground;
}

/** What a judgement is of, by the names of a ground: of a source all that fell with it. */
function listThings({ id, of, value }: Judgement, { setAside }: View): readonly string[] {
  const fell = setAside.flatMap(({ claim, incidents, cause }) => {
    const root = cause.type === 'repeats' ? cause.because : cause;
    const isIt = root.type === 'judgement' && root.judgement === id;
    return isIt ? [`${claim.document}#${claim.claim}`, ...incidents] : [];
  });
  switch (of.type) {
    case 'claim':
      return [`${of.document}#${of.claim}`, ...fell];
    case 'document':
      return [of.document, ...fell];
    case 'incident':
      return [of.incident, ...(value === undefined ? [] : [value]), ...fell];
    case 'story':
      return [...(of.documents ?? [of.story]), ...fell];
    default:
      return fell;
  }
}

function makeItem(
  judgement: Judgement,
  { problem, title, before, after }: Touch,
  all: readonly Touch[],
): ReviewItem {
  const { id, made, by, verdict, note, of } = judgement;
  const touches = new Set<ThingKey>([makeThingKey('decision', id)]);
  for (const each of all) touches.add(makeThingKey('problem', each.problem));
  if (of.type === 'incident') touches.add(makeThingKey('incident', of.incident));
  if (of.type === 'story') touches.add(makeThingKey('story', of.story));
  if (of.type === 'document' || of.type === 'claim') touches.add(makeThingKey('document', of.document));
  if (of.type === 'source') touches.add(makeThingKey('source', of.source));
  return {
    ...{ key: `decision ${id}`, cause: 'decision', problem, title, since: made, by },
    ...{ touches: [...touches], before, after, judgement: id, verdict, note },
  };
}
