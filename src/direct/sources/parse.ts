import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { Source } from '../../model/source.ts';
import { DEEPEST, findTooDeep } from '../depth.ts';
import { type SourceProblem, SourcesError } from './error.ts';
import { DEFAULT_EVERY, FIELDS, type SourceFields } from './fields.ts';

/** Sources of one file. */
export const MAX_SOURCES = 1000;
/** Characters of one file: a thousand sources take far less. */
const LONGEST_FILE = 2_000_000;
/** Problems that are told; who mends these meets the rest. */
const MAX_PROBLEMS = 100;

/**
 * Reads a sources file: YAML with a list `sources`, each with at least `id`, `name` and `feed`.
 *
 * @param file Its name in errors.
 * @throws SourcesError with everything that is wrong in it, each with its line.
 * @example
 * parseSources('sources:\n  - id: harbour-wire\n    name: Harbour Wire\n    feed: https://harbour-wire.example/feed\n', 'sources.yaml')[0]?.every; // 15
 */
export function parseSources(text: string, file: string): readonly Source[] {
  return new SourcesParse(text, file).run();
}

type Found = { -readonly [Name in keyof SourceFields]?: unknown };

/** One pass over a file, with what was found to be wrong so far. */
class SourcesParse {
  readonly #file: string;
  readonly #text: string;
  readonly #lines = new LineCounter();
  readonly #problems: SourceProblem[] = [];
  #document: Document | undefined;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  run(): readonly Source[] {
    const list = this.#findList();
    const sources = list.map((item) => this.#readSource(item));
    this.#checkDoubled(list, sources, 'id');
    this.#checkDoubled(list, sources, 'feed');
    if (this.#problems.length > 0) {
      const sorted = [...this.#problems].sort((a, b) => a.line - b.line);
      throw new SourcesError(sorted.slice(0, MAX_PROBLEMS));
    }
    return sources.map((source) => makeSource(source as Found));
  }

  #note(node: unknown, problem: string): void {
    const offset =
      (node as { readonly range?: readonly number[] | null } | null | undefined)?.range?.[0] ?? 0;
    this.#add(this.#lines.linePos(offset).line || 1, problem);
  }

  /** The parser may say the same of one line a thousand times. */
  #add(line: number, problem: string): void {
    const last = this.#problems.at(-1);
    if (last?.line !== line || last.problem !== problem)
      this.#problems.push({ file: this.#file, line, problem });
  }

  /** The items of the list `sources`; none where there is no such list, with a problem noted. */
  #findList(): readonly unknown[] {
    if (this.#text.length > LONGEST_FILE) {
      this.#note(undefined, 'the file is too long to be a list of sources');
      return [];
    }
    const deep = findTooDeep(this.#text);
    if (deep !== undefined) {
      this.#add(deep, `it is nested more than ${DEEPEST} deep`);
      return [];
    }
    const contents = this.#parse();
    if (this.#problems.length > 0) return [];
    if (!isMap(contents)) {
      this.#note(contents, 'the file must begin with "sources:" and list the sources under it');
      return [];
    }
    for (const pair of contents.items) {
      if (readKey(pair) !== 'sources')
        this.#note(pair.key, `"${showKey(pair)}" is not known here; the file holds "sources" only`);
    }
    const list = this.#resolve(contents.get('sources', true));
    // Somebody who has no source yet may well have written the first line.
    if (isScalar(list) && list.value === null) return [];
    if (!isSeq(list)) {
      this.#note(list ?? contents, 'there is no list "sources"; each source begins with "- id:"');
      return [];
    }
    if (list.items.length > MAX_SOURCES)
      this.#note(
        list.items[MAX_SOURCES],
        `${list.items.length} sources are listed, more than ${MAX_SOURCES}`,
      );
    return list.items.slice(0, MAX_SOURCES).map((item) => this.#resolve(item));
  }

  #parse(): unknown {
    try {
      const document = parseDocument(this.#text, { lineCounter: this.#lines, prettyErrors: false });
      this.#document = document;
      for (const { pos, message } of document.errors)
        this.#note({ range: pos }, `no valid YAML: ${clean(message)}`);
      return document.contents;
    } catch (error) {
      this.#note(
        undefined,
        `no valid YAML: ${clean(error instanceof Error ? error.message : String(error))}`,
      );
      return undefined;
    }
  }

  #resolve(node: unknown): unknown {
    return isAlias(node) && this.#document !== undefined ? (node as Alias).resolve(this.#document) : node;
  }

  /** The fields of one source that fit; what does not is noted. */
  #readSource(item: unknown): Found | undefined {
    if (!isMap(item)) {
      this.#note(item, 'a source must be a list of fields: "- id: …", "name: …", "feed: …"');
      return undefined;
    }
    const found: Found = {};
    for (const pair of item.items) {
      const field = FIELDS.find(({ name }) => name === readKey(pair));
      if (field === undefined) {
        const known = FIELDS.map(({ name }) => name).join(', ');
        this.#note(pair.key, `"${showKey(pair)}" is no field of a source; those are ${known}`);
        continue;
      }
      const node = this.#resolve(pair.value);
      const given = isScalar(node) ? node.value : undefined;
      const value = field.parse(given);
      // Noted as there, so that it is not told to be missing as well.
      found[field.name] = value;
      if (value === undefined)
        this.#note(
          pair.value ?? pair.key,
          `${field.name} ${show(given)}does not fit; it must be ${field.fits}`,
        );
    }
    this.#checkRequired(item, found);
    return found;
  }

  #checkRequired(item: YAMLMap, found: Found): void {
    for (const { name, isRequired, fits } of FIELDS) {
      if (isRequired && !Object.hasOwn(found, name))
        this.#note(item, `the source has no "${name}"; it must be ${fits}`);
    }
  }

  /** Two sources of one id would share their state; two of one feed would ask for it twice as often. */
  #checkDoubled(
    list: readonly unknown[],
    sources: readonly (Found | undefined)[],
    name: 'id' | 'feed',
  ): void {
    const first = new Map<unknown, number>();
    sources.forEach((source, index) => {
      const value = source?.[name];
      if (value === undefined) return;
      const before = first.get(value);
      if (before === undefined) {
        first.set(value, index);
        return;
      }
      const { line } = this.#lines.linePos((list[before] as YAMLMap).range?.[0] ?? 0);
      const node = (list[index] as YAMLMap).get(name, true) ?? list[index];
      this.#note(node, `${name} ${show(value)}is that of the source in line ${line} too; give each its own`);
    });
  }
}

function makeSource(found: Found): Source {
  const given = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  return Object.freeze({
    kind: 'source',
    every: DEFAULT_EVERY,
    allowPrivate: false,
    ...(given as Omit<SourceFields, 'every' | 'allowPrivate'>),
  });
}

function readKey(pair: Pair): unknown {
  return isScalar(pair.key) ? pair.key.value : undefined;
}

function showKey(pair: Pair): string {
  return clean(String(readKey(pair) ?? '(no name)'));
}

/** A value for a message, with a space behind it; nothing for what is no plain value. */
function show(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? `${clean(JSON.stringify(value))} `
    : '';
}

function clean(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').slice(0, 200);
}
