import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LoadedProblems, loadProblems } from '../direct/problems/load.ts';
import type { Config } from './config.ts';

/** Folder of warning problems in the data folder. */
export const PROBLEMS_FOLDER = 'problems';

const LIBRARY = fileURLToPath(new URL('../../data/problems/', import.meta.url));

/** The desk's own problems where its data folder has any; else those that come with the program. */
export async function readProblems(config: Config): Promise<LoadedProblems> {
  const own = join(config.data, PROBLEMS_FOLDER);
  return loadProblems([existsSync(own) ? own : LIBRARY]);
}
