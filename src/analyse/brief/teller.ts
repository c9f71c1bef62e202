import type { BriefSectionName, Part, Sentence } from '../../model/brief.ts';
import type { ClaimRef } from '../../model/report.ts';
import { makeClaimKey, makeClaimRef } from '../report/claim-ref.ts';
import type { CitedTexts } from './cited.ts';
import type { BriefFacts } from './facts.ts';
import { join, type Value } from './parts.ts';
import type { Reason } from './reasons.ts';
import type { BriefTemplate, Pattern } from './template.ts';
import type { ComputedValue } from './values.ts';
import { needsMarks } from './wording.ts';

/** All that sections are told from, and the means to tell them. */
export interface Teller {
  readonly facts: BriefFacts;
  readonly reasons: readonly Reason[];
  readonly cited: CitedTexts;
  readonly values: ReadonlyMap<string, ComputedValue>;
  readonly template: BriefTemplate;
}

export type Slots = Readonly<Record<string, Value>>;

/** A value that was worked out; undefined where there is none. One that reads like a likelihood in words of others is quoted. */
export function show({ values }: Teller, key: string, asWords = false): Value {
  const found = values.get(key);
  if (found === undefined) return undefined;
  const part: Part = { text: found.text, from: { kind: 'computed', value: key } };
  return asWords && needsMarks(found.text) ? [join('“'), part, join('”')] : [part];
}

/**
 * A sentence by its pattern; undefined where the template has no such pattern, or where a slot that it cannot do without has no
 * value. What it cites follows from its parts.
 *
 * @param fields Fields of the problem's file that it stands on beside those that it shows.
 */
export function tell(
  teller: Teller,
  [section, kind]: readonly [BriefSectionName, string],
  slots: Slots,
  fields: readonly string[] = [],
): Sentence | undefined {
  const pattern = teller.template.sections.find(({ name }) => name === section)?.patterns.get(kind);
  const filled = pattern === undefined ? undefined : fill(pattern, slots);
  if (filled === undefined) return undefined;
  const parts = capitalize(filled);
  const shown = parts.flatMap(({ from }) => (from?.kind === 'problem' ? [from.field] : []));
  const all = [...new Set([...shown, ...fields])];
  return {
    text: parts.map(({ text }) => text).join(''),
    parts,
    claims: listDemanded(parts, teller),
    ...(all.length === 0 ? {} : { fields: all }),
  };
}

/** The claims that parts are from or rest on, in their order: a sentence cites these, no fewer and no others. */
export function listDemanded(
  parts: readonly Part[],
  { cited, values }: Pick<Teller, 'cited' | 'values'>,
): readonly ClaimRef[] {
  const claims = parts.flatMap(({ from }) => {
    if (from?.kind === 'computed') return values.get(from.value)?.rests ?? [];
    const found = from?.kind === 'claim' ? cited.get(from.claim) : undefined;
    return found === undefined ? [] : [makeClaimRef(found.report, found.statement)];
  });
  return [...new Map(claims.map((claim) => [makeClaimKey(claim), claim])).values()];
}

function fill(pattern: Pattern, slots: Slots): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (const piece of pattern) {
    if (piece.kind === 'wording') parts.push({ text: piece.text });
    else if (piece.kind === 'slot') {
      const value = slots[piece.name];
      if (value === undefined) return undefined;
      parts.push(...value);
    } else parts.push(...(fill(piece.pieces, slots) ?? []));
  }
  return parts;
}

function capitalize([first, ...rest]: readonly Part[]): readonly Part[] {
  if (first === undefined) return [];
  return [{ ...first, text: `${first.text.slice(0, 1).toUpperCase()}${first.text.slice(1)}` }, ...rest];
}
