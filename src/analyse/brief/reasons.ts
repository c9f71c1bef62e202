import type { Assessment, Contribution } from '../../model/forecast.ts';
import type { ClaimRef } from '../../model/report.ts';
import type { OriginTree } from '../../model/story.ts';
import { type BriefEvidence, nameClaim } from './evidence.ts';

/** What bears on the question and was seen, with the claims that may be stood on. */
export interface Reason {
  readonly contribution: Contribution;
  /** Without claims that were not known yet, and without those that then have none. */
  readonly tree: OriginTree;
  /** The first claim of each origin, then what only repeats it. */
  readonly claims: readonly ClaimRef[];
}

/** The reasons of an assessment that were seen, most weighty first. */
export function listReasons(assessment: Assessment, evidence: BriefEvidence): readonly Reason[] {
  return assessment.contributions
    .filter(({ state }) => state === 'observed')
    .map((contribution) => {
      const tree = prune(contribution.tree, evidence);
      return { contribution, tree, claims: listGrounds(tree) };
    })
    .filter(({ claims }) => claims.length > 0);
}

function prune(tree: OriginTree, { findFault }: BriefEvidence): OriginTree {
  const isKnown = (claim: ClaimRef) => findFault(claim) === undefined;
  const origins = tree.origins
    .map((origin) => ({ ...origin, claims: origin.claims.filter(isKnown) }))
    .filter(({ claims }) => claims.length > 0);
  const reports = tree.reports
    .map((report) => ({ ...report, claims: report.claims.filter(isKnown) }))
    .filter(({ claims }) => claims.length > 0);
  return {
    origins,
    reports,
    confirmed: origins.filter(({ status }) => status === 'confirmed').length,
    possible: origins.filter(({ status }) => status === 'possible').length,
    relays: listRelays(reports).length,
  };
}

/** Reports that only repeat. */
export function listRelays(reports: OriginTree['reports']): OriginTree['reports'] {
  return reports.filter(({ role }) => role === 'echo' || role === 'echoWithDetail');
}

function listGrounds({ origins, reports }: OriginTree): readonly ClaimRef[] {
  const claims = [
    ...origins.flatMap((origin) => origin.claims.slice(0, 1)),
    ...reports.flatMap((report) => report.claims.slice(0, 1)),
  ];
  return [...new Map(claims.map((claim) => [nameClaim(claim), claim])).values()];
}

/** Fewest words that say by themselves what is meant; "the attack" does not. */
const TELLING = 6;
/** Claims of an origin among which one is chosen. */
const LOOKED_AT = 12;

/** The earliest claim whose words tell what is meant; the longest of the first where none does. */
export function chooseClaim(claims: readonly ClaimRef[]): ClaimRef {
  const first = claims.slice(0, LOOKED_AT);
  const telling = first.find(
    ({ words }) => words.replace(/^that /i, '').split(/\s+/, TELLING).length === TELLING,
  );
  return (
    telling ?? first.reduce((longest, claim) => (claim.words.length > longest.words.length ? claim : longest))
  );
}

/** The latest claim of a later day than that of the one quoted. */
export function findLater({ origins, reports }: OriginTree, quoted: ClaimRef): ClaimRef | undefined {
  const dayOf = ({ published }: ClaimRef) => published?.slice(0, 10) ?? '';
  return [...origins, ...reports]
    .flatMap(({ claims }) => claims)
    .reduce<ClaimRef | undefined>(
      (latest, claim) => (dayOf(claim) > dayOf(latest ?? quoted) ? claim : latest),
      undefined,
    );
}
