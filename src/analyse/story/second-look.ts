import { createHash } from 'node:crypto';
import type { Hash } from '../../model/page.ts';
import type { Regrouping } from '../../model/report.ts';
import type { Bundle, BundleIndex } from './bundle-index.ts';
import { findDemand } from './nearness.ts';

/** Least mean cosine between the documents of two bundles, or groups of them, that make one story. */
const LINK = 0.19;
/** How much nearer bundles count that are in one story already: what was said is taken back for a reason only. */
const STAY = 1.05;

/** Other stories that are looked at again when a document arrives, those nearest to its bundle; and bundles in all. */
const MOST_STORIES = 5;

const MOST_BUNDLES = 40;

/**
 * Puts the bundles of the stories around one bundle together anew: those whose documents are on average near enough, nearest
 * first. Where the document that arrived connects two stories they become one; where it shows that a story was two they part.
 * Answers where the bundles that were there before belong now, as far as that has changed.
 */
export function lookAgain(
  index: BundleIndex,
  bundle: Bundle,
  { document, isNew }: { readonly document: Hash; readonly isNew: boolean },
): readonly Regrouping[] {
  const around = collectAround(index, bundle);
  if (around.length < 2) return [];
  const groups = cluster(around);
  const stories = nameGroups(groups, { bundle: isNew ? bundle : undefined, document });
  const changes: Regrouping[] = [];
  groups.forEach((group, at) => {
    const into = stories[at]!;
    for (const each of group) {
      if (each.story === into) continue;
      if (!(isNew && each === bundle)) note(changes, each, into);
      index.move(each, into);
    }
  });
  return changes;
}

function note(changes: Regrouping[], { id, story }: Bundle, into: string): void {
  const at = changes.findIndex((change) => change.from === story && change.into === into);
  const known = changes[at];
  if (known === undefined) changes.push({ from: story, into, bundles: [id] });
  else changes[at] = { ...known, bundles: [...known.bundles, id] };
}

/** The bundles of the story and of those nearest to it, the oldest first; of many the latest. */
function collectAround(index: BundleIndex, bundle: Bundle): readonly Bundle[] {
  const near = [...bundle.links]
    .map(([other, sum]) => ({ other, mean: sum / (other.documents * bundle.documents) }))
    .filter(({ mean }) => mean >= LINK / 2)
    .sort((a, b) => b.mean - a.mean);
  const stories = new Set([bundle.story]);
  for (const { other } of near) {
    if (stories.size > MOST_STORIES) break;
    stories.add(other.story);
  }
  const around = [...stories].flatMap((story) => [...index.listBundles(story)]);
  if (around.length <= MOST_BUNDLES) return around;
  return around.sort((a, b) => b.arrived - a.arrived).slice(0, MOST_BUNDLES);
}

/** Average-link clustering: the two groups whose documents are nearest on average go together, as long as any are near enough. */
function cluster(bundles: readonly Bundle[]): readonly (readonly Bundle[])[] {
  const groups = bundles.map((bundle) => ({ members: [bundle], documents: bundle.documents }));
  const sums = bundles.map((a) => bundles.map((b) => weighLink(a, b)));
  for (;;) {
    let [left, right, highest] = [-1, -1, LINK];
    for (let a = 0; a < groups.length; a++) {
      for (let b = a + 1; b < groups.length; b++) {
        const mean = sums[a]![b]! / (groups[a]!.documents * groups[b]!.documents);
        if (mean >= highest) [left, right, highest] = [a, b, mean];
      }
    }
    if (left === -1) return groups.map(({ members }) => members);
    const [kept, gone] = [groups[left]!, groups[right]!];
    kept.members.push(...gone.members);
    kept.documents += gone.documents;
    for (let other = 0; other < groups.length; other++) {
      sums[left]![other]! += sums[right]![other]!;
      sums[other]![left]! += sums[other]![right]!;
    }
    groups.splice(right, 1);
    sums.splice(right, 1);
    for (const row of sums) row.splice(right, 1);
  }
}

function weighLink(a: Bundle, b: Bundle): number {
  if (a === b) return 0;
  const sum = (a.links.get(b) ?? 0) / findDemand(a, b);
  return a.story === b.story ? sum * STAY : sum;
}

/** A group keeps the id of the story that most of its documents come from; of what is parted the greater part keeps it. */
function nameGroups(
  groups: readonly (readonly Bundle[])[],
  { bundle: opened, document }: { readonly bundle: Bundle | undefined; readonly document: Hash },
): readonly string[] {
  const shares = groups.flatMap((group, at) => {
    const counts = new Map<string, number>();
    for (const bundle of group)
      if (bundle !== opened) counts.set(bundle.story, (counts.get(bundle.story) ?? 0) + bundle.documents);
    return [...counts].map(([story, documents]) => ({ at, story, documents }));
  });
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const { at, story } of shares.sort((a, b) => b.documents - a.documents)) {
    if (names.has(at) || taken.has(story)) continue;
    names.set(at, story);
    taken.add(story);
  }
  return groups.map((group, at) => names.get(at) ?? makeName(group, opened, document));
}

/** What a new document alone is about is named after it; what parts from a story after both that which parts and that which parts it. */
function makeName([first]: readonly Bundle[], opened: Bundle | undefined, document: Hash): string {
  if (first === opened && first !== undefined) return first.id;
  const digits = createHash('sha256').update(`${first?.id} ${document}`).digest('hex');
  return `s${digits.slice(0, 12)}`;
}
