import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LIBRARY } from '../src/run/problems.ts';

/** A file of a made-up desk. */
export interface MadeProblemFile {
  readonly name: string;
  readonly text: string;
}

/** Countries that take each other's place. */
const RING = (
  'AE AZ AM BD CD CN CO CU EG ET FR GB GE GR ID IL IN IQ IR JO ' +
  'JP KE KP KR KW LB LK LY ML MM MX NG PH PK PS QA RS RU SA SD SG SO SY TH TR TW UA US VE XK YE'
).split(' ');

/**
 * Problem files of a desk that watches much: those of the library in turn, each time with other ids, half-lives, dates of windows and words, and every
 * second time about other countries. The first of each is the library's own but for its id. Equal counts give equal files.
 *
 * @example
 * makeProblemFiles(200).length; // 200
 */
export function makeProblemFiles(count: number): readonly MadeProblemFile[] {
  const library = readdirSync(LIBRARY)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name: basename(name, '.yaml'), text: readFileSync(join(LIBRARY, name), 'utf8') }));
  return Array.from({ length: count }, (_, n) => {
    const { name, text } = library[n % library.length]!;
    const turn = Math.floor(n / library.length);
    return { name: `${name}-${turn}.yaml`, text: vary(text, turn) };
  });
}

function vary(text: string, turn: number): string {
  const renamed = text
    .replace(/^id: (.+)$/mu, `id: $1-${turn}`)
    .replace(/^title: (.+)$/mu, `title: $1 (${turn})`)
    // Of the same turn, so that each reads another.
    .replace(/(level: \{ problem: [\w-]+)/gu, `$1-${turn}`);
  if (turn === 0) return renamed;
  const varied = renamed
    .replace(/halfLife: (\d+)/gu, (_, days: string) => `halfLife: ${Number(days) + (turn % 7)}`)
    .replace(
      /day: "--(\d\d)-\d\d"/gu,
      (_, month: string) => `day: "--${month}-${String((turn % 28) + 1).padStart(2, '0')}"`,
    )
    .replace(/words:( &\w+)? \[/gu, `words:$1 ["front ${turn}", `);
  return turn % 2 === 0
    ? varied
    : varied.replace(/\b(country|place): \[([A-Z, ]+)\]/gu, (_, field: string, list: string) => {
        const others = list.split(',').map((code) => replaceCountry(code.trim(), turn));
        return `${field}: [${others.join(', ')}]`;
      });
}

function replaceCountry(code: string, turn: number): string {
  const at = RING.indexOf(code);
  return at < 0 ? code : RING[(at + turn) % RING.length]!;
}
