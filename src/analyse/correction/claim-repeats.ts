import type { Report, Statement } from '../../model/report.ts';
import { traceReport } from '../origin/access.ts';
import { makeRepeats } from './fall.ts';
import { groupBy } from './group.ts';
import type { Part, Plan } from './plan.ts';
import { keyOutlet } from './sources.ts';
import { countShared, type Gist, readGist } from './words.ts';

/** Words and numbers that a relay has in common with what it relays, at least; and of the shorter one's, their share. */
const ENOUGH = 3;
const SAME = 0.6;

/** A statement with what it can be compared by. */
interface Said extends Part {
  readonly gist: Gist;
  readonly outlet: string;
  /** Whom the report has it from, where it credits an outlet. */
  readonly credited: string | undefined;
}

/**
 * Sets aside relays of claims that carry no incident: what a report credits to an outlet and what that outlet said in the same
 * story in much the same words, where none of it stands any more. A statement with another number, or that something else
 * which stands may be behind, stays.
 */
export function planClaimRepeats(plan: Plan, newest: readonly Report[]): void {
  const touched = newest.filter((report) => plan.touches(report));
  const stories = new Set(touched.map(({ story }) => story));
  if (stories.size === 0) return;
  for (const told of groupBy(newest, ({ story }) => (stories.has(story) ? story : undefined)).values())
    planStory(plan, told.flatMap(listSaid));
}

function planStory(plan: Plan, said: readonly Said[]): void {
  const byOutlet = groupBy(said, ({ outlet }) => outlet);
  const relays = groupBy(said, ({ outlet, credited, statement }) =>
    credited === outlet || hasIncident(statement) ? undefined : credited,
  );
  if (relays.size === 0) return;
  const gone = said.filter((each) => plan.has(each));
  // What falls is looked at in its turn.
  for (const fallen of gone) {
    for (const relay of relays.get(fallen.outlet) ?? []) {
      if (plan.has(relay) || !isSame(relay, fallen)) continue;
      const own = byOutlet.get(fallen.outlet) ?? [];
      if (own.some((each) => !plan.has(each) && isSame(relay, each))) continue;
      if (plan.add({ report: relay.report, statement: relay.statement }, makeRepeats(plan, fallen)))
        gone.push(relay);
    }
  }
}

function listSaid(report: Report): readonly Said[] {
  const outlet = keyOutlet(report);
  return traceReport(report).map(({ statement, credits }) => ({
    report,
    statement,
    outlet,
    gist: getGist(statement),
    credited: credits.at(-1)?.key,
  }));
}

function hasIncident({ mentions }: Statement): boolean {
  return mentions.some(({ incident }) => incident !== undefined);
}

/** Much the same words, and no number in the relay that the other has not. */
function isSame({ gist: relay, statement }: Said, { gist: first, statement: other }: Said): boolean {
  if (statement.polarity !== other.polarity) return false;
  for (const number of relay.numbers) if (!first.numbers.has(number)) return false;
  const shared = countShared(relay, first);
  const size = Math.min(relay.words.size + relay.numbers.size, first.words.size + first.numbers.size);
  return shared >= ENOUGH && shared >= SAME * size;
}

/** Read once for each statement: they are compared as of every instant that is asked about. */
const gists = new WeakMap<Statement, Gist>();

/** What a statement says, as it can be compared. */
export function getGist(statement: Statement): Gist {
  const known = gists.get(statement);
  if (known !== undefined) return known;
  const gist = readGist(statement.words);
  gists.set(statement, gist);
  return gist;
}
