import type { LoadedProblems } from '../direct/problems/load.ts';
import type { Hash } from '../model/page.ts';
import type { Store } from '../store/store.ts';
import { nameFile } from './problems.ts';

/** Versions that were kept by this process or found kept, by store: they need not be offered again. */
const kept = new WeakMap<object, Map<string, string>>();

/**
 * Keeps the versions of problem files that are in use from an instant on, with their texts, so that whatever is filed with one can be
 * looked up when the file has changed.
 *
 * @param at ISO 8601 instant.
 */
export async function keepVersions(
  store: Pick<Store, 'putProblemVersion'>,
  { problems, texts }: Pick<LoadedProblems, 'problems' | 'texts'>,
  at: string,
): Promise<void> {
  const known = kept.get(store) ?? new Map<string, string>();
  kept.set(store, known);
  for (const problem of problems) {
    const { id, version } = problem;
    const text = texts.get(version);
    if (text === undefined || known.get(id) === version) continue;
    await store.putProblemVersion({
      problem: id,
      version: version as Hash,
      since: at,
      file: nameFile(problem),
      text,
    });
    known.set(id, version);
  }
}
