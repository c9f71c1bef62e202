import type { ClaimRef } from '../../model/report.ts';
import type { OriginTree } from '../../model/story.ts';
import { indexReports } from '../report/report-index.ts';
import type { BriefFacts } from './facts.ts';
import { listTelling } from './ladder-values.ts';

/** What a brief may stand on: the claims that were handed in, as far as they were known at its instant. */
export interface BriefEvidence {
  /** Every claim handed in, by its name (`sha256:…#c1`). */
  readonly names: ReadonlySet<string>;
  /** Why a claim may not be used; undefined where it may. */
  findFault(claim: ClaimRef): string | undefined;
}

const NAME = /^sha256:[0-9a-f]{64}#c\d+$/;

/**
 * Hours by which a day of publication may begin before UTC's: it is 11 December on the first islands while it is still the
 * morning of the 10th in London.
 */
const EARLIEST_ZONE = 14;

/** `sha256:…#c1`. */
export function nameClaim({ document, claim }: ClaimRef): string {
  return `${document}#${claim}`;
}

/** The first instant at which something of this date can have been published. */
function findEarliest(published: string): string | undefined {
  const [, year, month = '01', day = '01', rest] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T.*)?)?)?$/.exec(published) ?? [];
  if (year === undefined) return undefined;
  const instant = Date.parse(rest === undefined ? `${year}-${month}-${day}T00:00:00Z` : published);
  if (Number.isNaN(instant)) return undefined;
  return new Date(rest === undefined ? instant - EARLIEST_ZONE * 3_600_000 : instant).toISOString();
}

function* listTreeClaims(tree: OriginTree): Generator<ClaimRef> {
  for (const origin of tree.origins) yield* origin.claims;
  for (const report of tree.reports) {
    yield* report.claims;
    for (const { evidence } of report.relays) if (evidence !== undefined) yield evidence;
  }
}

function* listClaims({ assessment, incidents, earlier, reports }: BriefFacts): Generator<ClaimRef> {
  for (const { tree } of assessment.contributions) yield* listTreeClaims(tree);
  for (const { claims } of assessment.baseRate.incidents) yield* claims;
  for (const incident of incidents) {
    yield* listTreeClaims(incident.tree);
    for (const { claim } of incident.told) yield claim;
    for (const { values } of incident.figures)
      for (const { says } of values) for (const { claim } of says) yield claim;
    for (const { values } of incident.disputes)
      for (const { says, claimed = [], denied = [] } of values)
        for (const { claim } of [...says, ...claimed, ...denied]) yield claim;
    for (const { relay, source } of incident.distortions) {
      yield relay.says.claim;
      yield source.says.claim;
    }
  }
  const steps = assessment.ladder?.steps ?? [];
  for (const { claims } of steps) yield* claims;
  for (const claims of listTelling(reports, new Set(steps.map(({ incident }) => incident))).values())
    yield* claims;
  for (const { claim } of earlier?.setAside ?? []) yield claim;
}

/** Gathers what may be stood on out of an assessment and what is told with it. */
export function gatherEvidence(facts: BriefFacts): BriefEvidence {
  const { assessment, incidents, reports } = facts;
  const { asOf } = assessment;
  const trees = [...assessment.contributions, ...incidents].map(({ tree }) => tree);
  const index = indexReports(reports);
  const seen = new Map(
    trees.flatMap((tree) => tree.reports.map((each) => [each.document, each.seen] as const)),
  );
  const names = new Set([...listClaims(facts)].map(nameClaim));
  const limit = new Date(asOf).toISOString();
  const findFault = (claim: ClaimRef): string | undefined => {
    const name = nameClaim(claim);
    if (!NAME.test(name)) return `${name.slice(0, 100)} is no id of a claim`;
    if (!names.has(name)) return `${name} is a claim of no report that was handed in`;
    const earliest = claim.published === undefined ? undefined : findEarliest(claim.published);
    if (earliest !== undefined && earliest > limit) return `${name} was published after ${asOf}`;
    const known = seen.get(claim.document) ?? index.find(claim.document)?.seen;
    if (known !== undefined && Date.parse(known) > Date.parse(asOf)) return `${name} was seen after ${asOf}`;
    return undefined;
  };
  return { names, findFault };
}
