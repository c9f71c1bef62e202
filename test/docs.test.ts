import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { renderReference } from '../scripts/docs.ts';
import { SETTINGS } from '../src/run/config.ts';
import { makeProgram } from '../src/run/program.ts';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

it.each([...renderReference()])('%s is as the code says (npm run docs)', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});

it.each(pages)('%s links only to what is there', (page) => {
  const text = readFileSync(page, 'utf8');
  const targets = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((match) => match[1]!);
  expect(targets.filter((target) => !existsSync(join(dirname(page), target)))).toEqual([]);
});

it('documents every command and setting', () => {
  const text = readFileSync('docs/reference/commands.md', 'utf8');
  const program = makeProgram(async () => undefined);
  const names = [
    ...program.commands.map((command) => `## \`tocsin ${command.name()}\``),
    ...SETTINGS.map(({ variable }) => variable),
  ];
  expect(names.filter((name) => !text.includes(name))).toEqual([]);
});
