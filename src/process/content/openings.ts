/** Characters of a line's beginning that patterns are told apart by. */
const LENGTH = 8;
const MOST_PATTERNS = 31;

/**
 * Tells by a line's first characters which of some patterns can match it at all. Large patterns are slow to compile and
 * to try, and few lines begin like any of them. All must be anchored at the line's beginning.
 *
 * @param patterns At most 31 of them.
 * @returns A function from a line to a number with a bit for each pattern that must be tried, the first one lowest.
 * @example
 * const find = indexOpenings([/^read (?:more|also):/i, /^share\b/i]);
 * find('Read all about it'); // 1
 * find('The port was shut'); // 0
 */
export function indexOpenings(patterns: readonly RegExp[]): (line: string) => number {
  if (patterns.length > MOST_PATTERNS) throw new RangeError(`more than ${MOST_PATTERNS} patterns`);
  let openings: ReadonlyMap<string, number> | undefined;
  return (line) => {
    openings ??= listOpenings(patterns);
    const start = simplify(line.slice(0, LENGTH));
    let found = 0;
    for (let length = 0; length <= start.length; length++) {
      const bits = openings.get(start.slice(0, length));
      if (bits === undefined) break;
      found |= bits;
    }
    return found;
  };
}

/** For each opening its patterns; what an opening begins with has none of its own, but shows that more may come. */
function listOpenings(patterns: readonly RegExp[]): Map<string, number> {
  const openings = new Map([['', 0]]);
  for (const [place, { source }] of patterns.entries()) {
    for (const opening of new PatternReader(source).read()) {
      openings.set(opening, (openings.get(opening) ?? 0) | (1 << place));
      for (let length = opening.length - 1; length > 0 && !openings.has(opening.slice(0, length)); length--)
        openings.set(opening.slice(0, length), 0);
    }
  }
  return openings;
}

/** Case, kinds of white space and digits do not count. */
function simplify(start: string): string {
  const lower = start.toLowerCase();
  return /\d|(?! )\s/.test(lower) ? lower.replace(/\d/g, '0').replace(/\s/g, ' ') : lower;
}

type Openings = readonly string[];

const NONE: Openings = [];
const PLAIN_RUN = /[^\\^$.*+?()[\]{}|]+/y;
const PLAIN_PARTS = /(?:[^\\[()|]+|\\.|\[(?:[^\\\]]|\\.)*\])*/y;
const COUNT = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y;
const CLASS = /(?:[^\\\]]|\\.)*\]/y;

/** Reads the source of a pattern for what the lines that it matches can begin with. */
class PatternReader {
  private readonly source: string;
  private at = 0;
  private depth = 0;
  /** Openings beyond which anything may follow. */
  private readonly ended = new Set<string>();

  constructor(source: string) {
    this.source = source;
  }

  read(): ReadonlySet<string> {
    this.end(this.readAlternatives(['']));
    return this.ended;
  }

  private readAlternatives(before: Openings): Openings {
    const open: string[] = [];
    for (;;) {
      if (this.depth === 0 && this.source[this.at] !== '^')
        throw new SyntaxError(`not anchored: ${this.source.slice(0, 40)}`);
      open.push(...this.readSequence(before));
      if (this.source[this.at] !== '|') return open;
      this.at++;
    }
  }

  private readSequence(before: Openings): Openings {
    let open = before;
    while (this.at < this.source.length) {
      const character = this.source[this.at];
      if (character === '|' || character === ')') break;
      if (open.length === 0) {
        this.skipSequence();
        break;
      }
      open = this.readCounted(open);
    }
    return open;
  }

  /** Skips the rest of an alternative, of whose beginning enough is known. */
  private skipSequence(): void {
    for (let depth = 0; ; this.at++) {
      PLAIN_PARTS.lastIndex = this.at;
      PLAIN_PARTS.test(this.source);
      this.at = PLAIN_PARTS.lastIndex;
      const character = this.source[this.at];
      if (character === undefined || (depth === 0 && character !== '(')) return;
      if (character === '(') depth++;
      else if (character === ')') depth--;
    }
  }

  /** A part and how often it stands. */
  private readCounted(before: Openings): Openings {
    const part = this.readPart(before);
    const count = this.take(COUNT, this.at);
    this.at += count.length;
    if (count === '') return part;
    const isOptional = count[0] === '?' || count[0] === '*' || count.startsWith('{0');
    if (count[0] === '?') return [...before, ...part];
    this.end(part);
    return isOptional ? before : NONE;
  }

  /** One group, class, character or run of characters. */
  private readPart(before: Openings): Openings {
    const run = this.take(PLAIN_RUN, this.at);
    if (run !== '') return this.extend(before, [simplify(this.readRun(run))]);
    const character = this.source[this.at++]!;
    if (character === '(') return this.readGroup(before);
    if (character === '[') return this.extend(before, this.readClass());
    if (character === '\\') return this.readEscape(before);
    if (character === '$' || character === '^') return before;
    return this.extend(before, undefined);
  }

  /** As much of a run of characters as is not counted: that holds for the last one alone. */
  private readRun(run: string): string {
    const isCounted = run.length > 1 && this.take(COUNT, this.at + run.length) !== '';
    const read = isCounted ? run.slice(0, -1) : run;
    this.at += read.length;
    return read;
  }

  private readGroup(before: Openings): Openings {
    const mark = this.take(/\?[:=!]/y, this.at);
    if (mark === '' && this.source[this.at] === '?') throw new SyntaxError(`unknown group: ${this.source}`);
    this.at += mark.length;
    // What is only looked at has no bearing here, and is read for its end.
    const isAhead = mark === '?=' || mark === '?!';
    this.depth++;
    const after = this.readAlternatives(isAhead ? NONE : before);
    this.depth--;
    this.at++;
    return isAhead ? before : after;
  }

  /** The characters of a class; undefined where it names more than single ones. */
  private readClass(): readonly string[] | undefined {
    const source = this.take(CLASS, this.at);
    this.at += source.length;
    return /^\^|\\|.-./.test(source) ? undefined : [...simplify(source.slice(0, -1))];
  }

  private readEscape(before: Openings): Openings {
    const character = this.source[this.at++]!;
    if (character === 'b') return before;
    if (character === 'd') return this.extend(before, ['0']);
    if (character === 's') return this.extend(before, [' ']);
    if (character === 'p') this.at = this.source.indexOf('}', this.at) + 1;
    return this.extend(before, /\w/.test(character) ? undefined : [character]);
  }

  /** Openings with what comes next, one of those given or, where it may be anything, nothing to tell by. */
  private extend(before: Openings, pieces: readonly string[] | undefined): Openings {
    if (pieces === undefined) {
      this.end(before);
      return NONE;
    }
    const open: string[] = [];
    for (const opening of before) {
      for (const piece of pieces) {
        const longer = opening + piece;
        if (longer.length < LENGTH) open.push(longer);
        else this.ended.add(longer.slice(0, LENGTH));
      }
    }
    return open;
  }

  private end(openings: Openings): void {
    for (const opening of openings) this.ended.add(opening);
  }

  private take(pattern: RegExp, from: number): string {
    pattern.lastIndex = from;
    return pattern.exec(this.source)?.[0] ?? '';
  }
}
