import type { Reliability } from '../model/grade.ts';
import type { Found, FoundWeight } from '../model/search.ts';
import type { Weigher } from './searching.ts';
import type { View } from './views.ts';

/** What is worked out of one view for searches; kept as long as the picture stands. */
interface Known {
  readonly stories: ReadonlyMap<string, string>;
  readonly outlets: ReadonlyMap<string, Reliability>;
  readonly setAside: ReadonlySet<string>;
}

const known = new WeakMap<View['standing'], Known>();

/** Weighs what was found by a view: the grade of its outlet, the origins of its incident or story, whether it still stands. */
export function makeWeigher(view: View): Weigher {
  const { stories, outlets, setAside } = known.get(view.standing) ?? remember(view);
  return {
    weigh: (found) => weigh(found, { view, stories, outlets, setAside }),
    listOutlets: (grade) => [...outlets].filter(([, given]) => given === grade).map(([outlet]) => outlet),
  };
}

function remember(view: View): Known {
  const stories = new Map<string, string>();
  const outlets = new Map<string, Reliability>();
  for (const { document, story, outlet } of view.reports) {
    stories.set(document, story);
    if (outlet !== undefined && !outlets.has(outlet))
      outlets.set(outlet, view.grades.findSource(outlet)?.grade ?? 'F');
  }
  const setAside = new Set(view.setAside.map(({ claim }) => `${claim.document} ${claim.claim}`));
  const made = { stories, outlets, setAside };
  known.set(view.standing, made);
  return made;
}

function weigh(
  found: Found,
  { view, stories, outlets, setAside }: Known & { readonly view: View },
): FoundWeight {
  const isPart = 'document' in found;
  const document = isPart ? found.document : found.id;
  const incident = isPart ? found.incident : undefined;
  const story = stories.get(document);
  const grade = found.outlet === undefined ? undefined : outlets.get(found.outlet);
  const origins =
    (incident === undefined ? undefined : view.countOrigins(incident)) ??
    (story === undefined ? undefined : view.countStoryOrigins(story));
  const claim = isPart ? (found.kind === 'claim' ? found.id : found.claim) : undefined;
  return {
    ...(grade !== undefined && { grade }),
    ...(origins !== undefined && { confirmed: origins.confirmed, possible: origins.possible }),
    ...(story !== undefined && { story }),
    ...(claim !== undefined && setAside.has(`${document} ${claim}`) && { isSetAside: true }),
  };
}
