import type { ClaimField, Part } from '../../model/brief.ts';
import type { ClaimRef } from '../../model/report.ts';
import type { Origin } from '../../model/story.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { type CitedTexts, tellPublished, UNKNOWN_OUTLET } from './cited.ts';
import { cut, type Joint, MOST_NAME, needsMarks, straighten, trimQuote } from './wording.ts';

/** The value of a slot: stretches of text, each with where it is from. Undefined where it is not known. */
export type Value = readonly Part[] | undefined;

export function join(text: Joint): Part {
  return { text };
}

/** A stretch in quotation marks where it would else read as a likelihood or a confidence of ours. */
function mark(part: Part): readonly Part[] {
  return needsMarks(part.text) ? [join('“'), part, join('”')] : [part];
}

function fromClaim(claim: ClaimRef, field: ClaimField, text: string): Part {
  return { text, from: { kind: 'claim', claim: makeClaimKey(claim), field } };
}

/** The words of a claim, in quotation marks. */
export function quoteClaim(claim: ClaimRef): readonly Part[] {
  return [join('“'), fromClaim(claim, 'words', trimQuote(claim.words)), join('”')];
}

/** Something that a claim, or its document, names. */
export function nameFrom(claim: ClaimRef, field: ClaimField, name: string): readonly Part[] {
  return mark(fromClaim(claim, field, cut(straighten(name), MOST_NAME)));
}

export function tellOutlet(claim: ClaimRef): readonly Part[] {
  return nameFrom(claim, 'outlet', claim.outlet ?? UNKNOWN_OUTLET);
}

export function tellDay(claim: ClaimRef): readonly Part[] {
  return [fromClaim(claim, 'day', tellPublished(claim.published))];
}

export function tellStance(claim: ClaimRef, words: string | undefined): Value {
  return words === undefined ? [] : [fromClaim(claim, 'stance', words)];
}

/** A text of the problem's file. */
export function fromProblem(field: string, text: string): readonly Part[] {
  return mark({ text: cut(straighten(text), 500), from: { kind: 'problem', field } });
}

/**
 * Who is first-hand, by one of their claims.
 *
 * @example
 * attribute(origin, claim, cited).map(({ text }) => text).join(''); // 'U.S. officials, unnamed, to CNN'
 */
export function attribute(origin: Origin, claim: ClaimRef, cited: CitedTexts): readonly Part[] {
  const find = (name: string) => cited.findHolder(origin.id, name, claim) ?? claim;
  const name = nameFrom(find(origin.name), 'speaker', origin.name);
  const through =
    origin.through === undefined ? undefined : nameFrom(find(origin.through), 'via', origin.through);
  switch (origin.reason) {
    case 'unnamed source': {
      const says = /\bunnamed\b|\banonymous\b/i.test(origin.name);
      if (through === undefined) return says ? name : [...name, join(', unnamed')];
      return [...name, join(says ? ' to ' : ', unnamed, to '), ...through];
    }
    case 'no visible credit':
      return [...name, join(', naming no source')];
    case 'circular credit':
      return [...name, join(', crediting each other')];
    case 'staff on the spot':
      return [...name, join(', with staff on the spot')];
    default:
      return through === undefined ? name : [...name, join(' to '), ...through];
  }
}

/**
 * Some values, and that there are more.
 *
 * @example
 * list([a, b, c, d], { most: 2 }); // 'A, B, and others'
 */
export function list(
  values: readonly (readonly Part[])[],
  { most = 4, mark: sign = ',' }: { readonly most?: number; readonly mark?: ',' | ';' } = {},
): Value {
  if (values.length === 0) return undefined;
  const shown = values.length === most + 1 ? values : values.slice(0, most);
  const isCut = shown.length < values.length;
  const comma = join(sign === ',' ? ', ' : '; ');
  const last = join(sign === ',' ? ' and ' : '; and ');
  const parts = shown.flatMap((value, index) =>
    index === 0 ? value : [!isCut && index === shown.length - 1 ? last : comma, ...value],
  );
  return isCut ? [...parts, join(sign === ',' ? ', and others' : '; and others')] : parts;
}
