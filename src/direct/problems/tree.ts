import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { DEEPEST, findTooDeep } from '../depth.ts';
import { type ProblemFault, ProblemFileError } from './errors.ts';

/** Characters of one problem file. */
const MOST_CHARACTERS = 256_000;
/** Values that aliases may stand for, all together: the defence against files that unfold without end. */
const MOST_ALIASES = 1_000;

/** A path into a file: names of fields and places in lists. */
export type Path = readonly PropertyKey[];

/** A file's values, with the line that each stands on. */
export interface SourceTree {
  readonly value: unknown;
  /** Line of what the path leads to; of the nearest thing above it that is there, where it is not. */
  findLine(path: Path, part?: 'key'): number;
}

/** Reads YAML 1.2; throws a ProblemFileError for what is none, is too large or refers to itself. */
export function parseTree(text: string, file: string): SourceTree {
  const fail = (line: number, message: string) => new ProblemFileError(file, [{ line, message }]);
  if (text.length > MOST_CHARACTERS) {
    throw fail(
      1,
      `has ${text.length} characters, more than ${MOST_CHARACTERS}; split it into several problems`,
    );
  }
  const deep = findTooDeep(text);
  if (deep !== undefined) throw fail(deep, `is nested more than ${DEEPEST} deep`);
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, strict: true });
  const lineOf = (offset: number) => counter.linePos(offset).line;
  const faults: ProblemFault[] = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    line: lineOf(pos[0]),
    message: `is no valid YAML: ${message}`,
  }));
  if (faults.length > 0) throw new ProblemFileError(file, faults);
  if (!isMap(document.contents)) throw fail(1, 'holds no problem: it should be fields with their values');
  const wrong = findWrongAlias(document);
  if (wrong !== undefined) throw fail(lineOf(wrong.alias.range?.[0] ?? 0), wrong.message);
  return {
    value: unfold(document, fail),
    findLine: (path, part) => lineOf(findOffset(document, path, part)),
  };
}

/** An alias below its own anchor, or one without an anchor before it. */
function findWrongAlias(document: Document): { readonly alias: Alias; readonly message: string } | undefined {
  let found: { readonly alias: Alias; readonly message: string } | undefined;
  visit(document, {
    Alias(_, alias, above) {
      const target = alias.resolve(document);
      if (target !== undefined && !above.includes(target as Node)) return undefined;
      const message =
        target === undefined
          ? `the alias *${alias.source} has no anchor &${alias.source} before it`
          : `the alias *${alias.source} stands within what it refers to`;
      found = { alias, message };
      return visit.BREAK;
    },
  });
  return found;
}

function unfold(document: Document, fail: (line: number, message: string) => ProblemFileError): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    // The parser throws this where aliases of aliases unfold to more than they may.
    if (!(error instanceof ReferenceError)) throw error;
    throw fail(1, 'its aliases (*name) unfold to too many values; write them out');
  }
}

function findOffset(document: Document, path: Path, part: 'key' | undefined): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const [i, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (pair === undefined) return offset;
      const isKeyWanted = part === 'key' && i === path.length - 1;
      offset = startOf(isKeyWanted || !isNode(pair.value) ? pair.key : pair.value) ?? offset;
      node = pair.value;
    } else {
      const items: readonly unknown[] = isNode(node) && 'items' in node ? (node.items as unknown[]) : [];
      node = typeof step === 'number' ? items[step] : undefined;
      if (node === undefined) return offset;
      offset = startOf(node) ?? offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
