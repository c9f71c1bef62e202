import type { ClaimRef, Report, Statement } from '../../model/report.ts';

/**
 * Where a figure or a sentence of ours leads to: one claim of one kept document.
 *
 * @example
 * makeClaimRef(report, report.statements[0]).claim; // 'c1'
 */
export function makeClaimRef(report: Report, statement: Statement): ClaimRef {
  return {
    document: report.document,
    claim: statement.claim,
    start: statement.start,
    end: statement.end,
    words: statement.words,
    ...(statement.stance === undefined ? {} : { stance: statement.stance }),
    ...(report.outlet === undefined ? {} : { outlet: report.outlet }),
    ...(report.title === undefined ? {} : { title: report.title }),
    ...(report.published === undefined ? {} : { published: report.published }),
  };
}

/** One key for one claim of one document: `sha256:…#c1`. */
export function makeClaimKey(reference: Pick<ClaimRef, 'document' | 'claim'>): string {
  return `${reference.document}#${reference.claim}`;
}
