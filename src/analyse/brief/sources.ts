import type { Sentence } from '../../model/brief.ts';
import type { Hash } from '../../model/page.ts';
import type { ClaimRef } from '../../model/report.ts';
import { formatDate } from '../../text/dates.ts';
import { nameClaim } from './evidence.ts';
import { label, quote } from './wording.ts';

/** Each document that the sentences stand on, once, with its claims: earliest first, undated ones last. */
export function tellSources(sentences: readonly Sentence[]): readonly Sentence[] {
  const claims = new Map(sentences.flatMap((each) => each.claims.map((claim) => [nameClaim(claim), claim])));
  const documents = new Map<Hash, ClaimRef[]>();
  for (const claim of claims.values()) {
    const own = documents.get(claim.document) ?? [];
    own.push(claim);
    documents.set(claim.document, own);
  }
  return [...documents.values()]
    .toSorted(([a], [b]) => (a?.published ?? '~').localeCompare(b?.published ?? '~'))
    .map((own) => ({ text: tellSource(own[0]!), claims: own }));
}

function tellSource({ outlet, title, published }: ClaimRef): string {
  const parts = [
    outlet === undefined ? 'Outlet unknown' : label(outlet),
    ...(title === undefined ? [] : [quote(title)]),
    published === undefined ? 'undated' : formatDate(published),
  ];
  return `${parts.join(', ')}.`;
}
