import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { makeProblemJsonSchema } from '../src/direct/problems/schema.ts';
import { makeOpenApiDocument } from '../src/disseminate/api/openapi.ts';
import { renderApiReference } from '../src/disseminate/api/reference.ts';
import { SETTINGS } from '../src/run/config.ts';
import { EXIT_MEANINGS } from '../src/run/exit.ts';
import { makeProgram } from '../src/run/program.ts';
import { readVersion } from '../src/run/version.ts';
import { parseTable } from '../src/text/table.ts';
import { renderProblems } from './problem-pages.ts';

const ROOT = new URL('../', import.meta.url);

/** Pages of the reference and schemas that are made from the code, by their path. */
export function renderReference(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/reference/commands.md', renderCommands()],
    ['docs/reference/api.md', renderApiReference(makeOpenApiDocument(readVersion()))],
    ['docs/reference/terms.md', renderTerms()],
    ['docs/reference/problems.md', renderProblems()],
    ['data/problems/problem.schema.json', `${JSON.stringify(makeProblemJsonSchema(), null, 2)}\n`],
  ]);
}

/** Writes the pages, or with `--check` says which of them are not as the code would make them. */
export async function main(argv: readonly string[]): Promise<number> {
  const isCheck = argv.includes('--check');
  let stale = 0;
  for (const [path, text] of renderReference()) {
    const file = fileURLToPath(new URL(path, ROOT));
    const known = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    if (known === text) continue;
    stale++;
    if (isCheck) console.error(`${path} is not as the code says. Run: npm run docs`);
    else writeFileSync(file, text);
  }
  console.log(isCheck ? `${stale} pages stale` : `${stale} pages written`);
  return isCheck && stale > 0 ? 1 : 0;
}

function renderCommands(): string {
  const program = makeProgram(async () => undefined);
  const lines = [
    '# Commands',
    '',
    'Made from the program itself (`npm run docs`). Every command prints this with `--help`.',
    '',
    '## Exit codes',
    '',
    '| code | meaning |',
    '| --- | --- |',
    ...EXIT_MEANINGS.map(([code, meaning]) => `| ${code} | ${meaning} |`),
    '',
    '## Settings',
    '',
    'A flag goes before the environment, and that before `tocsin.json` in the data folder.',
    '',
    '| flag | environment | in `tocsin.json` | default | |',
    '| --- | --- | --- | --- | --- |',
    ...SETTINGS.map(
      ({ flag, variable, isInFile, name, fallback, meaning }) =>
        `| ${flag === undefined ? '' : `\`${flag}\``} | \`${variable}\` | ${isInFile ? `\`${name}\`` : ''} | ${fallback} | ${meaning} |`,
    ),
    '',
    ...renderHelp(program, 'tocsin'),
  ];
  for (const command of program.commands) {
    lines.push(...renderHelp(command, `tocsin ${command.name()}`));
    for (const inner of command.commands)
      lines.push(...renderHelp(inner, `tocsin ${command.name()} ${inner.name()}`));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function renderHelp(command: Command, name: string): readonly string[] {
  let help = '';
  command.configureOutput({
    writeOut: (text) => (help += text),
    getOutHelpWidth: () => 100,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return [`## \`${name}\``, '', '```text', help.trimEnd(), '```', ''];
}

const SETS: Readonly<Record<string, string>> = {
  stance: 'Claims: stance',
  certainty: 'Claims: certainty, by the innermost speaker’s own words',
  polarity: 'Claims: polarity',
  evidence: 'Claims: evidence',
  quote: 'Claims: quotation',
  link: 'Chains: type of a link',
  realis: 'Events: realis',
  posture: 'Events: posture',
  event: 'Event',
  time: 'Times: TIMEX3 type',
  timePrecision: 'Times: precision',
  placePrecision: 'Places: precision',
  placeUse: 'Places: use',
  entity: 'Entities: type',
  sector: 'Entities: sector',
  origin: 'Fusion: origin',
  role: 'Fusion: what a report adds to a matter',
  figures: 'Fusion: figures that differ',
  valueState: 'Fusion: what became of a figure',
  movement: 'Fusion: how a figure moved',
  best: 'Fusion: why a statement is the best there is',
  distortion: 'Fusion: what a relay makes of its source',
  reliability: 'Grades: reliability of a source (Admiralty), unless set by a person',
  credibility: 'Grades: credibility of information (Admiralty)',
  outcome: 'Grades: what became of what a source reported first or on its own',
  indicator: 'Warning: state of an indicator',
  strength: 'Warning: strength of an indicator, as a likelihood ratio',
  probability: 'Warning: probability (ICD 203)',
  confidence: 'Warning: confidence',
  level: 'Warning: level',
};

function renderTerms(): string {
  const file = 'data/terms.tsv';
  const rows = parseTable(readFileSync(new URL(file, ROOT), 'utf8'), file, [
    'set',
    'value',
    'means',
    'example',
    'not',
  ]);
  const lines = [
    '# Terms: what each value means',
    '',
    'One meaning each, in code, data, API and workbench. Made from `data/terms.tsv`.',
    '',
  ];
  for (const [set, title] of Object.entries(SETS)) {
    lines.push(`## ${title}`, '', '| value | means | is | is not |', '| --- | --- | --- | --- |');
    for (const { cells } of rows.filter((row) => row.cells.set === set)) {
      const cell = (name: string) => cells[name]!.replaceAll('|', '\\|');
      lines.push(`| \`${cell('value')}\` | ${cell('means')} | ${cell('example')} | ${cell('not')} |`);
    }
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
