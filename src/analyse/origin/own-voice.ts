import type { Figure } from '../../model/event.ts';
import type { Report } from '../../model/report.ts';
import { listStatements } from '../report/lede.ts';
import { isOutletOfState } from './bodies.ts';
import { foldName, getWords, makeOfficeKey, splitName } from './names.ts';
import type { Group } from './relays.ts';
import { getOutletName, type Traced } from './traced.ts';
import type { Speaker } from './who-is-who.ts';

const FIRST_PERSON = /(?<!\p{L})(?:I|we|our|us|my|me)(?!\p{L})/giu;
const QUOTED = /“[^”]*”|"[^"]*"/gu;
/** Statements that are looked through, and times that a page must say "we" for its people to have been there. */
const MOST = 40;
const THERE = 2;

const counts = new WeakMap<Report, number>();

/** How often a report says "I", "we" or "our" outside of quotations. */
export function countFirstPerson(report: Report): number {
  const known = counts.get(report);
  if (known !== undefined) return known;
  const own = listStatements(report).filter(({ chain }) => chain.length < 2);
  const text = [report.title ?? '', report.lede?.text ?? '', ...own.slice(0, MOST).map(({ words }) => words)];
  const count = text.join(' ').replace(QUOTED, ' ').match(FIRST_PERSON)?.length ?? 0;
  counts.set(report, count);
  return count;
}

/**
 * Who an outlet's own voice is: the body itself where a body publishes, its people where they tell what they saw, else an outlet of which
 * nobody tells whom it has it from. `speaking` are the bodies that other reports have speak.
 */
export function readOwnVoice({ report, outlet, context }: Group, speaking: readonly Speaker[]): Speaker {
  const name = getOutletName(report);
  const folded = foldName(name.replace(/\s?\([^)]*\)$/, ''));
  const body = speaking.find(({ key, alias }) => (alias ?? key) === `office ${makeOfficeKey(folded)}`);
  if (body !== undefined) return body;
  const isPaper = splitName(folded).some((word) => getWords('outletword').has(word));
  if (!isPaper && isOutletOfState(folded))
    return {
      key: `office ${makeOfficeKey(folded)}`,
      origin: { status: 'confirmed', reason: 'office', name, type: 'office' },
    };
  const isThere = context.some(({ access }) => access.kind === 'named' && access.key === `staff ${outlet}`);
  if (isThere || countFirstPerson(report) >= THERE)
    return {
      key: `staff ${outlet}`,
      origin: { status: 'confirmed', reason: 'staff on the spot', name, type: 'outlet' },
    };
  return {
    key: `outlet ${outlet}`,
    origin: { status: 'possible', reason: 'no visible credit', name, type: 'outlet' },
  };
}

/** Whether what is told gives another number of what earlier reports counted: that is not theirs. */
export function isOtherFigure(told: readonly Traced[], earlier: readonly Group[]): boolean {
  const counted = new Map<string, Set<number>>();
  for (const { of, value } of earlier.flatMap(({ traced }) => traced.flatMap(listFigures))) {
    const values = counted.get(of);
    if (values === undefined) counted.set(of, new Set([value]));
    else values.add(value);
  }
  return told.flatMap(listFigures).some(({ of, value }) => counted.get(of)?.has(value) === false);
}

const listFigures = ({ statement: { mentions } }: Traced): readonly Figure[] =>
  mentions.flatMap(({ figures }) => figures);
