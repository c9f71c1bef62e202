import { basename } from 'node:path';
import type { Hash } from '../../model/page.ts';
import type { ProblemFault } from './errors.ts';
import { hashProblemText } from './problem.ts';

/** A problem file whose text could be read and not used. */
export interface BrokenFile {
  readonly file: string;
  readonly text: string;
  readonly faults: readonly ProblemFault[];
}

/** The same under the id by which it can be asked for and mended. */
export interface BrokenProblem extends BrokenFile {
  readonly id: string;
  /** Hash of its text. */
  readonly version: Hash;
}

/** The id as a line of its own has it: of a text that is no YAML nothing else can be known. */
const ID = /^id:[ \t]*["']?([a-z0-9][a-z0-9-]{0,63})["']?[ \t]*(?:#.*)?\r?$/m;
const FIT = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * Gives each broken file the id that its text states, else that of its name. A file whose id is another's that can be used goes by its
 * name; where that is taken too, or is no id, it is left out, and can be mended outside only.
 */
export function nameBroken(
  files: readonly BrokenFile[],
  used: ReadonlySet<string>,
): readonly BrokenProblem[] {
  const taken = new Set(used);
  return files.flatMap((each) => {
    const ids = [ID.exec(each.text)?.[1], basename(each.file).replace(/\.ya?ml$/, '')];
    const id = ids.find((one) => one !== undefined && FIT.test(one) && !taken.has(one));
    if (id === undefined) return [];
    taken.add(id);
    return [{ ...each, id, version: hashProblemText(each.text) }];
  });
}
