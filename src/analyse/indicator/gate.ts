import type { Pattern, Problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { readPhrases, turnPage } from './phrase-book.ts';
import { isAbout } from './said.ts';

/**
 * Those of the patterns that can fit anything in a report: most reports have none of the words and none of the events that most signs
 * ask for, and need not be looked through for those.
 */
export function choosePossible(patterns: readonly Pattern[], report: Report): readonly Pattern[] {
  return patterns.filter(
    ({ words, about, event }) =>
      (event === undefined || hasEvent(report, event)) &&
      (words === undefined || isAbout(report, words)) &&
      (about === undefined || isAbout(report, about)),
  );
}

const types = new WeakMap<Report, ReadonlySet<string>>();

function hasEvent(report: Report, wanted: readonly string[]): boolean {
  let own = types.get(report);
  if (own === undefined) {
    own = new Set(report.statements.flatMap(({ mentions }) => mentions.map(({ plover }) => plover.type)));
    types.set(report, own);
  }
  for (const type of wanted) if (own.has(type)) return true;
  return false;
}

const learned = new WeakSet<Problem>();

/**
 * Reads all words that problems look for. Done before the first of them is assessed, so that each report is gone through once for all
 * of them and not once for each.
 */
export function learnPhrases(problems: readonly Problem[]): void {
  if (problems.every((problem) => learned.has(problem))) return;
  turnPage();
  for (const problem of problems) {
    const parties = problem.ladder?.sides.flatMap(({ is, also = [] }) => [
      is.name,
      ...also.map(({ name }) => name),
    ]);
    for (const list of [...listPatterns(problem).flatMap(listWords), ...(parties ?? [])])
      if (list !== undefined) readPhrases(list);
    learned.add(problem);
  }
}

function listWords(pattern: Pattern): readonly (readonly string[] | undefined)[] {
  const { words, without, about, instrument, place, speaker, actor, recipient, party, exceptActor } = pattern;
  const names = [speaker, actor, recipient, party, exceptActor].map((each) => each?.name);
  return [words, without, about, instrument, place, ...names];
}

function listPatterns({ indicators, windows, outcome, ladder }: Problem): readonly Pattern[] {
  return [
    ...[...indicators, ...windows].flatMap(({ match }) => match),
    ...windows.flatMap(({ after }) => after?.match ?? []),
    ...outcome.match,
    ...(ladder?.rungs.flatMap(({ match }) => match) ?? []),
  ];
}
