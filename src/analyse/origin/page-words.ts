import type { Report, Statement } from '../../model/report.ts';
import { listStatements } from '../report/lede.ts';
import { listContentWords } from '../report/sentence-words.ts';
import { foldText, getWords } from './names.ts';

/** What a report says, as far as it is compared with others: words and numbers, and its text as names are looked for in it. */
export interface PageWords {
  readonly words: ReadonlySet<string>;
  readonly top: ReadonlySet<string>;
  readonly folded: string;
}

/** Statements of one report whose words are taken. */
const MOST = 60;

const known = new WeakMap<Report, PageWords>();

/** The words of a report: of its title, of its opening and of what was read in it. A report never changes, so this is done once. */
export function readPageWords(report: Report): PageWords {
  const before = known.get(report);
  if (before !== undefined) return before;
  const head = `${report.title ?? ''}. ${report.lede?.text ?? ''}`;
  const statements = listStatements(report).slice(0, MOST);
  const texts = [head, ...statements.map(({ words }) => words)];
  const made = {
    words: new Set([...listTellingWords(head), ...statements.flatMap(listStatementWords)]),
    top: new Set(listTellingWords(head)),
    folded: ` ${texts.map(foldText).join(' ')} `,
  };
  known.set(report, made);
  return made;
}

const told = new WeakMap<Statement, readonly string[]>();

/** The words of a statement that say something; a statement never changes. */
export function listStatementWords(statement: Statement): readonly string[] {
  const before = told.get(statement);
  if (before !== undefined) return before;
  const made = listTellingWords(statement.words);
  told.set(statement, made);
  return made;
}

/** Words that say something, without days of the week and months. */
export function listTellingWords(text: string): readonly string[] {
  const days = getWords('weekday');
  return listContentWords(text).filter((word) => !days.has(word));
}
