import type { ChainLink, Claim } from '../../model/claim.ts';
import type { Style } from './terminal.ts';
import { clean, measure, wrap } from './width.ts';

/**
 * The claims of a reading in the order in which they stand in the text: who says it, on whose word, how firmly, and the
 * words. What is merely named, not told, is left out.
 */
export function formatClaims(
  all: readonly Claim[],
  { width, style }: { readonly width: number; readonly style: Style },
): readonly string[] {
  const claims = all.filter(({ topic }) => topic !== true);
  const digits = String(claims.length).length;
  return claims.flatMap((claim, index) => {
    const number = style.dim(String(index + 1).padStart(digits + 1));
    const indent = ' '.repeat(digits + 3);
    const head = hang(formatChain(claim.chain, style), formatStance(claim), { width, indent, style });
    const words = wrap(clean(quoteContent(claim)), width - indent.length - 2);
    return [
      ...head.map((line, at) => (at === 0 ? `${number}  ${line}` : `${indent}${line}`)),
      ...words.map((line) => `${indent}${style.dim('│')} ${line}`),
      '',
    ];
  });
}

/** The links of a chain, outermost first; what the text says of an unnamed one stands in quotation marks. */
export function formatChain(chain: readonly ChainLink[], style: Style): readonly string[] {
  return chain.map((link, index) => {
    const name = clean(link.name);
    const marks =
      link.anonymous === true ? ['unnamed', ...(link.number === 'several' ? ['several'] : [])] : [];
    const shown = link.anonymous === true ? `“${name}”` : name === 'unknown' ? 'source not named' : name;
    const painted = index === chain.length - 1 ? style.accent(style.bold(shown)) : style.accent(shown);
    const role = link.role === undefined || link.anonymous === true ? '' : style.dim(`, ${clean(link.role)}`);
    return `${painted}${role}${marks.length === 0 ? '' : style.dim(` (${marks.join(', ')})`)}`;
  });
}

/** How the innermost speaker puts it: `fears, possible`, `denies`, `asserts, not`. */
export function formatStance(claim: Claim): string {
  const isUnclaimed =
    claim.stance === 'claimsResponsibility' && claim.polarity === 'negated' && claim.chain.length === 1;
  const stance = isUnclaimed
    ? 'nobody claims'
    : (STANCE_WORDS[claim.stance ?? ''] ?? claim.stance ?? 'takes no position');
  const parts = [stance];
  if (claim.polarity === 'negated' && !isUnclaimed) parts.push('negated');
  if (claim.certainty !== 'unknown' && claim.certainty !== 'certain') parts.push(claim.certainty);
  if (claim.evidence === 'withheld') parts.push('asked and not answered');
  if (claim.evidence === 'noneGiven') parts.push('no evidence given');
  if (claim.evidence === 'given') parts.push('evidence named');
  return parts.join(' · ');
}

const STANCE_WORDS: Readonly<Record<string, string>> = { claimsResponsibility: 'claims responsibility' };

/** Links and stance on as few lines as hold them, broken between links. */
function hang(
  links: readonly string[],
  stance: string,
  { width, indent, style }: { readonly width: number; readonly indent: string; readonly style: Style },
): readonly string[] {
  const room = width - indent.length;
  const lines: string[] = [];
  let line = '';
  const pieces = [
    ...links.map((link, at) => (at === 0 ? link : `${style.dim('→')} ${link}`)),
    style.bold(stance),
  ];
  for (const piece of pieces) {
    const joined = line === '' ? piece : `${line} ${piece}`;
    if (line !== '' && measure(joined) > room) {
      lines.push(line);
      line = `  ${piece}`;
    } else line = joined;
  }
  // A name may be longer than a line.
  return [...lines, line].flatMap((each) => (measure(each) <= room ? [each] : wrap(each, room - 2)));
}

/** The claimed words; where they stand in pieces, `…` is between them. */
function quoteContent(claim: Claim): string {
  const { content } = claim;
  if (content.spans.length <= 1) return content.text;
  return content.spans
    .map(([start, end]) => content.text.slice(start - content.start, end - content.start))
    .join(' … ');
}
