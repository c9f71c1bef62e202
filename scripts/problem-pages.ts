import { readdirSync, readFileSync } from 'node:fs';
import { parseProblem } from '../src/direct/problems/problem.ts';
import { type Indicator, type Problem, STRENGTHS } from '../src/model/problem.ts';
import { parseTable } from '../src/text/table.ts';

const FOLDER = new URL('../data/problems/', import.meta.url);

/** The library of warning problems as a page of the reference, made from its files. */
export function renderProblems(): string {
  const problems = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => parseProblem(readFileSync(new URL(name, FOLDER), 'utf8'), name));
  const lines = [
    '# The library of warning problems',
    '',
    'Made from the files in `data/problems` (`npm run docs`). How such a file is written is told in',
    '[write a warning problem](../howto/write-a-warning-problem.md). Strengths, half-lives and thresholds are judgements made beforehand, fitted to',
    'no outcome; each file says with every sign what was thought and what else would explain it. Where the ideas come from stands at the end.',
    '',
    'In the tables: a sign counts by its strength (`+` for, `−` against), half as much after its half-life in days.',
    '',
    '| problem | question | assumed before anything is known |',
    '| --- | --- | --- |',
    ...problems.map(
      ({ id, question, baseRate: { prior } }) =>
        `| [${id}](#${id}) | ${cell(question)} | ${prior.incidents} in ${prior.days} days |`,
    ),
    '',
    ...problems.flatMap(renderProblem),
    ...renderSources(),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function renderProblem({ id, title, horizons, indicators, windows, hypotheses, gaps, tell }: Problem) {
  return [
    `## ${id}`,
    '',
    `${title}, within ${horizons.join(' and ')} days.`,
    '',
    '| sign | counts | half-life | cost to fake | can be undone |',
    '| --- | --- | --- | --- | --- |',
    ...indicators.map(
      (each) =>
        `| ${cell(each.title)}${tellLevel(each)} | ${sign(each)} ${each.strength} (${STRENGTHS[each.strength]}) | ${each.halfLife} | ${each.costToFake ?? ''} | ${each.reversible ?? ''} |`,
    ),
    ...windows.map(({ title: name, strength, day, after }) => {
      const when =
        day ?? (after?.everyYear === true ? 'follows incidents, and every year' : 'follows incidents');
      return `| ${cell(name)} (window, ${when}) | + ${strength} (${STRENGTHS[strength]}) | | | |`;
    }),
    '',
    'Explanations:',
    '',
    ...hypotheses.map(({ title: name, answer }) => `- ${answer}: ${name}`),
    '',
    'Cannot be seen yet:',
    '',
    ...gaps.map((gap) => `- ${gap}`),
    '',
    `Told: ${tell.map(({ at, who }) => `from ${at} on ${who}`).join('; ')}.`,
    '',
  ];
}

const sign = ({ direction }: Indicator): string => (direction === 'for' ? '+' : '−');

const tellLevel = ({ level }: Indicator): string =>
  level === undefined ? '' : ` (reads [${level.problem}](#${level.problem}) at ${level.least} or above)`;

function renderSources(): readonly string[] {
  const text = readFileSync(new URL('sources.tsv', FOLDER), 'utf8');
  const rows = parseTable(text, 'data/problems/sources.tsv', ['name', 'work', 'used']);
  return [
    '## Where the signs come from',
    '',
    'In our own words; the works are named where a sign says so.',
    '',
    '| named as | work | used in |',
    '| --- | --- | --- |',
    ...rows.map(({ cells }) => {
      const used = (cells['used'] ?? '').split(' ').map((id) => `[${id}](#${id})`);
      return `| ${cell(cells['name'] ?? '')} | ${cell(cells['work'] ?? '')} | ${used.join(', ')} |`;
    }),
  ];
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
