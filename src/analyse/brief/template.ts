import { BRIEF_SECTIONS, type BriefSectionName } from '../../model/brief.ts';
import { mentionsLikelihood } from './likelihood.ts';
import { PATTERNS } from './patterns.ts';
import { findFigures, findNames } from './tokens.ts';

/** A piece of a pattern: wording, a slot, or pieces that are left out together where a slot of theirs has no value. */
export type Piece =
  | { readonly kind: 'wording'; readonly text: string }
  | { readonly kind: 'slot'; readonly name: string }
  | { readonly kind: 'optional'; readonly pieces: readonly Exclude<Piece, { readonly kind: 'optional' }>[] };

export type Pattern = readonly Piece[];

/** Order and headings of the sections, and a pattern for each kind of sentence. */
export interface BriefTemplate {
  readonly sections: readonly {
    readonly name: BriefSectionName;
    readonly heading: string;
    /** By the name of the kind of sentence. */
    readonly patterns: ReadonlyMap<string, Pattern>;
  }[];
  /** Every wording of every pattern: what a sentence may hold without a source. */
  readonly wordings: ReadonlySet<string>;
}

/** A template that cannot be used, with the line at fault. */
export class TemplateError extends Error {
  readonly file: string;
  readonly line: number;
  readonly problem: string;
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = 'TemplateError';
    this.file = file;
    this.line = line;
    this.problem = problem;
  }
}

const MOST_CHARACTERS = 65_536;
const MOST_LINES = 500;
const MOST_LINE = 1_000;
const MOST_HEADING = 80;

/**
 * Reads a template. It holds wording and named slots and nothing that could be run; its own words may hold no name, figure,
 * likelihood or quotation mark, since nothing would stand behind them.
 *
 * @throws TemplateError with file and line.
 * @example
 * parseTemplate('== gaps: Gaps\ngap: {gap}', 'brief.txt').sections[0].heading; // 'Gaps'
 */
export function parseTemplate(source: string, file: string): BriefTemplate {
  if (source.length > MOST_CHARACTERS)
    throw new TemplateError(file, 1, `it is longer than ${MOST_CHARACTERS} characters`);
  const lines = source.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  if (lines.length > MOST_LINES)
    throw new TemplateError(file, MOST_LINES, `it has more than ${MOST_LINES} lines`);
  const sections: { name: BriefSectionName; heading: string; patterns: Map<string, Pattern> }[] = [];
  const wordings = new Set<string>();
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const fail: Fail = (problem) => {
      throw new TemplateError(file, index + 1, problem);
    };
    if (line.length > MOST_LINE) fail(`the line is longer than ${MOST_LINE} characters`);
    if (line.startsWith('==')) {
      const section = readHead(line, fail);
      if (sections.some(({ name }) => name === section.name))
        fail(`the section ${section.name} is there already`);
      sections.push({ ...section, patterns: new Map() });
      continue;
    }
    const section = sections.at(-1) ?? fail('a pattern stands before the first section ("== name: Heading")');
    const { kind, pattern } = readPattern(line, section.name, fail);
    if (section.patterns.has(kind)) fail(`${section.name} has a pattern ${kind} already`);
    section.patterns.set(kind, pattern);
    for (const wording of listWordings(pattern)) wordings.add(wording);
  }
  if (!sections.some(({ name, patterns }) => name === 'bottomLine' && patterns.has('horizon')))
    throw new TemplateError(file, lines.length, 'the section bottomLine with its pattern horizon is missing');
  return { sections, wordings };
}

type Fail = (problem: string) => never;

function readHead(line: string, fail: Fail): { readonly name: BriefSectionName; readonly heading: string } {
  const at = line.indexOf(':');
  if (at === -1) fail('a section begins with "== name: Heading"');
  const [name, heading] = [line.slice(2, at).trim(), line.slice(at + 1).trim()];
  const known = BRIEF_SECTIONS.find((each) => each === name);
  if (known === undefined)
    return fail(`"${name.slice(0, 40)}" is no section; those there are: ${BRIEF_SECTIONS.join(', ')}`);
  if (heading === '' || heading.length > MOST_HEADING) fail(`a heading has 1 to ${MOST_HEADING} characters`);
  checkWording(heading, fail);
  if (/[{}[\]]/.test(heading)) fail('a heading has no slots');
  return { name: known, heading };
}

function readPattern(
  line: string,
  section: BriefSectionName,
  fail: Fail,
): { readonly kind: string; readonly pattern: Pattern } {
  const at = line.indexOf(':');
  const kind = line.slice(0, Math.max(at, 0)).trim();
  const slots = Object.hasOwn(PATTERNS[section], kind) ? PATTERNS[section][kind] : undefined;
  if (at === -1 || slots === undefined)
    return fail(
      `"${(at === -1 ? line : kind).slice(0, 40)}" is no kind of sentence of ${section}; those there are: ${Object.keys(PATTERNS[section]).join(', ')}`,
    );
  const pattern = readPieces(line.slice(at + 1).trim(), fail);
  const used = listSlots(pattern);
  const unknown = used.find((name) => !slots.includes(name));
  if (unknown !== undefined)
    fail(
      `there is no slot {${unknown.slice(0, 40)}} in ${kind}; those there are: ${slots.map((name) => `{${name}}`).join(' ')}`,
    );
  if (used.length === 0) fail(`${kind} has no slot: it would say the same whatever is known`);
  const wording = listWordings(pattern).join(' ');
  checkWording(wording, fail);
  if (/confiden/i.test(wording) && kind !== 'confidence')
    fail('only the pattern confidence may speak of confidence');
  return { kind, pattern };
}

/** One pass over the characters; a bracket within a bracket is a fault. */
function readPieces(text: string, fail: Fail): Pattern {
  const pieces: Piece[] = [];
  let within: Exclude<Piece, { readonly kind: 'optional' }>[] | undefined;
  for (const [token] of text.matchAll(/\{[^{}[\]]*\}|[[\]{}]|[^{}[\]]+/g)) {
    if (token === '[') {
      if (within !== undefined) fail('a "[" stands within another');
      within = [];
    } else if (token === ']') {
      if (within === undefined || !within.some(({ kind }) => kind === 'slot'))
        return fail('a "]" closes nothing, or no slot stands before it');
      pieces.push({ kind: 'optional', pieces: within });
      within = undefined;
    } else if (token === '{' || token === '}') fail(`a "${token}" stands alone`);
    else {
      const piece = token.startsWith('{')
        ? ({ kind: 'slot', name: token.slice(1, -1).trim() } as const)
        : ({ kind: 'wording', text: token } as const);
      (within ?? pieces).push(piece);
    }
  }
  if (within !== undefined) fail('a "[" is not closed');
  return pieces;
}

function checkWording(text: string, fail: Fail): void {
  const [figure] = findFigures(text);
  if (figure !== undefined)
    fail(`"${figure.slice(0, 40)}" is a figure: figures stand in slots, since each needs a source`);
  const name = text.split(/(?<=[.;:]) /).flatMap(findNames)[0];
  if (name !== undefined)
    fail(
      `"${name.slice(0, 40)}" has a capital letter within a sentence: names stand in slots, since each needs a source`,
    );
  if (mentionsLikelihood(text))
    fail('it speaks of likelihood: words of likelihood stand in slots, beside their number');
  if (/["“”„«»‟]/.test(text)) fail('it has a quotation mark: what is quoted stands in slots, with its marks');
  if (/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(text))
    fail('it has a character that cannot be seen');
}

function listSlots(pattern: Pattern): readonly string[] {
  return pattern.flatMap((piece) =>
    piece.kind === 'slot' ? [piece.name] : piece.kind === 'optional' ? listSlots(piece.pieces) : [],
  );
}

function listWordings(pattern: Pattern): readonly string[] {
  return pattern.flatMap((piece) =>
    piece.kind === 'wording' ? [piece.text] : piece.kind === 'optional' ? listWordings(piece.pieces) : [],
  );
}
