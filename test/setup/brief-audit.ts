import type { Brief, Sentence } from '../../src/model/brief.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Report } from '../../src/model/report.ts';
import { formatDate } from '../../src/text/dates.ts';

/*
 * A second look at a brief that knows nothing of its parts, its lint or the claims that were read: every name and every figure in the bare
 * text of a sentence is looked for in the whole text of the pages that it cites, in the problem's file, and among the numbers that the
 * assessment holds.
 */

/** The whole of a page: title, text, outlet, byline, date. */
export type PageTexts = ReadonlyMap<string, string>;

export interface AuditSources {
  readonly pages: PageTexts;
  readonly reports: readonly Report[];
  readonly problem: Problem;
  /** Wording of the template and of what joins values. */
  readonly wording: string;
  /** Texts of all values that were worked out. */
  readonly computed: readonly string[];
}

export interface AuditCount {
  names: number;
  figures: number;
  readonly unsourced: string[];
}

const WORD = /[\p{L}\p{N}]+(?:[-.'’][\p{L}\p{N}]+)*/gu;
const NUMBER_WORDS =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty|hundred|thousand)s?$/;

export function auditBrief(brief: Brief, sources: AuditSources): AuditCount {
  const count: AuditCount = { names: 0, figures: 0, unsourced: [] };
  const known = listWords([sources.wording, JSON.stringify(sources.problem)].join(' '));
  const computed = new Set(sources.computed.flatMap((text) => [...listWords(text)]));
  for (const { name, sentences } of brief.sections)
    for (const sentence of sentences)
      auditSentence(sentence, { count, known, computed, sources, section: name });
  return count;
}

function auditSentence(
  sentence: Sentence,
  from: {
    readonly count: AuditCount;
    readonly known: ReadonlySet<string>;
    readonly computed: ReadonlySet<string>;
    readonly sources: AuditSources;
    readonly section: string;
  },
): void {
  const { count, known, computed, sources, section } = from;
  const cited = readCited(sentence, sources);
  for (const [word] of sentence.text.matchAll(WORD)) {
    // A letter by itself is a grade.
    const isFigure = /\p{N}|^[A-F]$/u.test(word) || NUMBER_WORDS.test(word.toLowerCase());
    const isName = !isFigure && /\p{Lu}/u.test(word);
    if (!isFigure && !isName) continue;
    if (isFigure) count.figures++;
    else count.names++;
    const plain = fold(word);
    // A figure may have been worked out; a name never is.
    if (cited.has(plain) || known.has(plain) || (isFigure && computed.has(plain))) continue;
    count.unsourced.push(`${section}: "${word}" of "${sentence.text}"`);
  }
}

/** Words of the cited pages, with the names under which the register has those whom they name, and the days on which they came out. */
function readCited({ claims }: Sentence, { pages, reports }: AuditSources): ReadonlySet<string> {
  const documents = new Set(claims.map(({ document }) => document));
  const words = new Set<string>();
  const add = (text: string) => {
    for (const word of listWords(text)) words.add(word);
  };
  for (const document of documents) {
    add(pages.get(document) ?? '');
    const report = reports.find((each) => each.document === document);
    if (report === undefined) continue;
    for (const { name } of report.actors ?? []) add(name);
    for (const { chain } of report.statements)
      for (const { usual } of chain) if (usual !== undefined) add(usual);
  }
  for (const { published } of claims)
    if (published !== undefined)
      add(`${formatDate(published.slice(0, 10))} ${formatDate(published.slice(0, 10), 'short')}`);
  return words;
}

function listWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [word] of text.matchAll(WORD)) {
    words.add(fold(word));
    // "Iran-backed" holds "Iran", and what is shown of it may be cut there.
    for (const part of word.split(/[-'’]/)) words.add(fold(part));
  }
  return words;
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/[.'’-]/g, '')
    .replace(/^0+(?=\d)/, '');
}
