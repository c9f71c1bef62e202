import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BrokenProblem } from '../direct/problems/broken.ts';
import { findDraftFaults } from '../direct/problems/draft.ts';
import { EditError, editProblem } from '../direct/problems/edit.ts';
import { readProblem } from '../direct/problems/problem.ts';
import { DECISION_LIMITS } from '../model/decision.ts';
import type {
  Definition,
  DefinitionDraft,
  DefinitionEdits,
  DefinitionFault,
  DefinitionRequest,
  Definitions,
  ProblemVersionRow,
} from '../model/definition.ts';
import { DecisionError, DefinitionError } from '../model/errors.ts';
import type { Hash } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';
import type { Store } from '../store/store.ts';
import { hasWord, makeLine } from '../text/plain.ts';
import { keepVersions } from './problem-versions.ts';
import { LIBRARY, nameFile, type ProblemFiles } from './problems.ts';
import { makeOwnFolder, writeWhole } from './write-problem.ts';

export interface DefinitionOptions {
  readonly store: Store;
  readonly problems: ProblemFiles;
  /** The clock: ISO 8601 instant in UTC. */
  readonly now: () => string;
  /** Called when a file was written: what rests on it is to be looked at again. */
  readonly onWritten?: () => void;
}

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Problem files as they can be read, checked and written, with the versions that came into use. */
export class ProblemDefinitions implements Omit<Definitions, 'tryEdits'> {
  readonly #options: DefinitionOptions;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(options: DefinitionOptions) {
    this.#options = options;
  }

  async getDefinition(
    id: string,
    { version, asOf }: DefinitionRequest = {},
  ): Promise<Definition | undefined> {
    const { store, problems } = this.#options;
    const rows = await store.listProblemVersions({ problem: id, ...(asOf === undefined ? {} : { asOf }) });
    const versions = rows.toReversed();
    const { problem, text, broken } = await this.#find(id);
    const now = problem?.version ?? broken?.version;
    const wanted = version ?? (asOf === undefined ? now : versions[0]?.version);
    if (broken !== undefined && wanted === broken.version && asOf === undefined)
      return this.#describeBroken(broken, versions);
    // As of an instant only what had come into use by then is known.
    if (wanted === undefined || (asOf !== undefined && !rows.some((row) => row.version === wanted)))
      return undefined;
    if (problem?.version === wanted && text !== undefined) return this.#describe(problem, { text, versions });
    const kept = await store.getProblemVersion(id, wanted);
    if (kept === undefined) return undefined;
    return {
      kind: 'definition',
      problem: id,
      version: kept.version,
      text: kept.text,
      file: kept.file,
      isOwn: problem !== undefined && problems.isOwn(problem.file),
      isCurrent: false,
      faults: [],
      tell: problem?.tell ?? [],
      versions,
    };
  }

  /** A file that cannot be used: nobody is told by it, and no version of it came into use. */
  #describeBroken(broken: BrokenProblem, versions: readonly ProblemVersionRow[]): Definition {
    const { id, version, text, file, faults } = broken;
    return {
      kind: 'definition',
      problem: id,
      version,
      text,
      file: nameFile(broken),
      isOwn: this.#options.problems.isOwn(file),
      isCurrent: false,
      faults,
      tell: [],
      versions,
    };
  }

  #describe(
    problem: Problem,
    { text, versions }: { readonly text: string; readonly versions: readonly ProblemVersionRow[] },
  ): Definition {
    return {
      kind: 'definition',
      problem: problem.id,
      version: problem.version as Hash,
      text,
      file: nameFile(problem),
      isOwn: this.#options.problems.isOwn(problem.file),
      isCurrent: true,
      faults: [],
      tell: problem.tell,
      versions,
    };
  }

  async checkDefinition(id: string, text: string): Promise<readonly DefinitionFault[]> {
    const { problem, broken, all } = await this.#find(id);
    const known = problem ?? broken;
    return findDraftFaults({ text, id, file: known === undefined ? `${id}.yaml` : nameFile(known) }, all);
  }

  /** The text with changes made in it, its faults, and the problem that it is where it has none. Nothing is written. */
  async applyEdits(
    id: string,
    { base, edits, by, note }: DefinitionEdits,
  ): Promise<{
    readonly text: string;
    readonly faults: readonly DefinitionFault[];
    readonly problem?: Problem;
  }> {
    const { problem, text } = await this.#find(id);
    checkBase(id, { base, current: problem?.version });
    const record = `${this.#options.now().slice(0, 10)} ${takeWords('by', by)}: ${takeWords('note', note)}`;
    const edited = makeEdits(id, () => editProblem(text ?? '', edits, record));
    const faults = await this.checkDefinition(id, edited);
    if (faults.length > 0) return { text: edited, faults };
    return { text: edited, faults, problem: readProblem(edited, problem!.file).problem };
  }

  async putDefinition(id: string, draft: DefinitionDraft): Promise<Definition> {
    // One after another: two at once could each find that the other has not been written.
    const next = this.#writing.then(() => this.#write(id, draft));
    this.#writing = next.catch(() => undefined);
    return next;
  }

  async #write(id: string, { text, base }: DefinitionDraft): Promise<Definition> {
    const { store, problems, now, onWritten } = this.#options;
    if (!ID.test(id))
      throw refuse(id, 'unfit', 'this is no id', 'Use lower-case letters, digits and hyphens.');
    const { problem, broken } = await this.#find(id);
    const known = problem ?? broken;
    checkBase(id, { base, current: known?.version });
    const faults = await this.checkDefinition(id, text);
    if (faults.length > 0) throw new DefinitionError(id, faults);
    // What was in use until now is kept before it is gone.
    await keepVersions(store, await problems.read(), now());
    if (!problems.hasOwn) await makeOwnFolder(problems.own, LIBRARY);
    const file = join(problems.own, known === undefined ? `${id}.yaml` : nameFile(known));
    if (known === undefined && existsSync(file))
      throw refuse(id, 'conflict', `${basename(file)} is there and cannot be used`, 'Mend that file first.');
    await writeWhole(file, text);
    await keepVersions(store, await problems.read(), now());
    onWritten?.();
    const written = await this.getDefinition(id);
    if (written === undefined)
      throw refuse(
        id,
        'conflict',
        'it was written and cannot be used',
        'Ask the board what is wrong with it.',
      );
    return written;
  }

  async #find(id: string): Promise<{
    readonly problem?: Problem;
    readonly text?: string;
    /** Its file, where it is there and cannot be used. */
    readonly broken?: BrokenProblem;
    readonly all: readonly Problem[];
  }> {
    const { problems: all, texts, broken: files } = await this.#options.problems.read();
    const problem = all.find((each) => each.id === id);
    if (problem === undefined) {
      const broken = files.find((each) => each.id === id);
      return { all, ...(broken === undefined ? {} : { broken }) };
    }
    const text = texts.get(problem.version);
    return { problem, all, ...(text === undefined ? {} : { text }) };
  }
}

function checkBase(
  id: string,
  { base, current }: { readonly base: string | undefined; readonly current: string | undefined },
): void {
  if (base === current) return;
  if (base === undefined)
    throw refuse(
      id,
      'conflict',
      'there is such a problem',
      'Say which version of it was edited, or choose another id.',
    );
  if (current === undefined)
    throw refuse(
      id,
      'unknown',
      'no such problem is watched here',
      'Leave the version out where it is to be a new one.',
    );
  throw refuse(
    id,
    'conflict',
    'another version is in use by now than the one that was edited',
    'Read it again and take over what has changed.',
  );
}

function refuse(id: string, type: DecisionError['type'], problem: string, remedy: string): DecisionError {
  return new DecisionError(type, { of: id, problem, remedy });
}

/** Somebody's name or reason, on one line: it becomes a comment of the file. */
function takeWords(field: 'by' | 'note', given: string): string {
  const words = makeLine(given);
  if (!hasWord(words)) throw refuse(field, 'unfit', 'there is no word', 'Say who changes it, and why.');
  if (words.length > DECISION_LIMITS[field])
    throw refuse(
      field,
      'unfit',
      `it has ${words.length} characters`,
      `Use at most ${DECISION_LIMITS[field]}.`,
    );
  return words;
}

function makeEdits(id: string, make: () => string): string {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof EditError)) throw error;
    throw refuse(id, 'unfit', error.message, 'Change the text itself, under Definition.');
  }
}
