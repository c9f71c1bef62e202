import type { Realis } from '../../model/event.ts';
import type { ClaimRef, Mention } from '../../model/report.ts';
import type { Origin, OriginTree, ReportNode } from '../../model/story.ts';
import type { ToldMention } from '../incident/told.ts';
import { traceReport } from '../origin/access.ts';
import { getOrder } from '../origin/order.ts';
import { getOutletName, type Traced } from '../origin/traced.ts';
import { makeClaimKey, makeClaimRef } from '../report/claim-ref.ts';
import { isInvolvementDenial } from './involvement.ts';
import { makeOffice, makeOutlet, type Voice } from './voices.ts';

/** Realis of what can be found to be so or not: not what is only feared, expected or tied to a condition. */
const FACTS: ReadonlySet<Realis> = new Set(['occurred', 'ongoing', 'recurrent', 'ordered', 'prepared']);

/** Realis of what may yet come about: nothing is there that could be confirmed. */
const OPEN: ReadonlySet<Realis> = new Set(['expected', 'possible', 'conditional']);

/** One claim on an incident, with who is behind it and when it was published. */
export interface WeighedClaim {
  readonly ref: ClaimRef;
  readonly traced: Traced;
  /** Instant of publication, for putting in order. */
  readonly order: number;
  readonly outlet: Voice;
  /** Outlets that it is taken from. */
  readonly credits: readonly Voice[];
  readonly node: ReportNode | undefined;
  /** Says as news that it has come about or is under way. */
  readonly isFact: boolean;
  /** Says that it has come about or is under way, as news or as history. */
  readonly isAffirmed: boolean;
  /** Says only that it may come: feared, expected, or under a condition. */
  readonly isOpen: boolean;
}

/** A first-hand access with its claims. */
export interface WeighedOrigin {
  readonly origin: Origin;
  /** The office that speaks, where one does that a record can be kept of. */
  readonly office?: Voice;
  /** Earliest first. */
  readonly claims: readonly WeighedClaim[];
}

/** Somebody who says that it is not so. */
export interface Denial {
  /** Who is behind it, by one name. */
  readonly key: string;
  readonly office?: Voice;
  /** Whether a named speaker, an office, a document or staff on the spot denies it. */
  readonly isFirm: boolean;
  readonly claim: WeighedClaim;
}

/** Whether a claim says it without a hedge. */
export const isCertain = ({ traced }: WeighedClaim): boolean => traced.statement.certainty === 'certain';

/** Whether a claim says so for certain and as news. */
export const isFirm = (claim: WeighedClaim): boolean => claim.isFact && isCertain(claim);

/** All that is said of one incident, as far as it tells for or against its being so. */
export interface Matter {
  readonly origins: readonly WeighedOrigin[];
  /** Confirmed ones that say so for certain and as news, by the time at which each first did. */
  readonly firm: readonly { readonly weighed: WeighedOrigin; readonly order: number }[];
  /** Origins that claims lead to, with the claim as it is weighed, by `makeClaimKey`. */
  readonly byClaim: ReadonlyMap<string, { readonly weighed: WeighedOrigin; readonly claim: WeighedClaim }>;
  /** The first denial of each who denies. */
  readonly denials: readonly Denial[];
  /** In order of publication. */
  readonly claims: readonly WeighedClaim[];
}

/** Puts together who affirms and who denies an incident. */
export function weighMatter(told: readonly ToldMention[], tree: OriginTree): Matter {
  const nodes = new Map(tree.reports.map((node) => [node.document, node]));
  const claims = new Map<string, WeighedClaim>();
  for (const [key, mentions] of groupByClaim(told)) {
    const weighed = weighClaim(mentions, nodes);
    if (weighed !== undefined) claims.set(key, weighed);
  }
  const origins = tree.origins.map((origin): WeighedOrigin => {
    const office =
      origin.type === 'office' && origin.status === 'confirmed' ? makeOffice(origin.name) : undefined;
    const own = origin.claims.flatMap((claim) => claims.get(makeClaimKey(claim)) ?? []);
    return { origin, ...(office === undefined ? {} : { office }), claims: own };
  });
  return {
    origins,
    firm: findFirm(origins),
    byClaim: new Map(
      origins.flatMap((weighed) =>
        weighed.claims.map((claim) => [makeClaimKey(claim.ref), { weighed, claim }] as const),
      ),
    ),
    denials: findDenials([...claims.values()], told),
    claims: [...claims.values()],
  };
}

function findFirm(origins: readonly WeighedOrigin[]): Matter['firm'] {
  return origins
    .flatMap((weighed) => {
      const orders = weighed.claims.flatMap((claim) => (isFirm(claim) ? [claim.order] : []));
      const [first] = orders.sort((a, b) => a - b);
      return weighed.origin.status === 'confirmed' && first !== undefined ? [{ weighed, order: first }] : [];
    })
    .sort((a, b) => a.order - b.order);
}

function groupByClaim(told: readonly ToldMention[]): ReadonlyMap<string, readonly ToldMention[]> {
  const byClaim = new Map<string, ToldMention[]>();
  for (const one of told) {
    const key = makeClaimKey({ document: one.report.document, claim: one.statement.claim });
    const mentions = byClaim.get(key);
    if (mentions === undefined) byClaim.set(key, [one]);
    else mentions.push(one);
  }
  return byClaim;
}

function weighClaim(
  mentions: readonly ToldMention[],
  nodes: ReadonlyMap<string, ReportNode>,
): WeighedClaim | undefined {
  const [first] = mentions;
  if (first === undefined) return undefined;
  const { report, statement } = first;
  const traced = traceReport(report).find((one) => one.statement.claim === statement.claim);
  if (traced === undefined) return undefined;
  const told = mentions.map(({ mention }) => mention);
  const isHeld = !traced.isDenial && !traced.isWithheld;
  const isAffirmed = isHeld && told.some(({ realis }) => realis !== 'denied' && !OPEN.has(realis));
  return {
    ref: makeClaimRef(report, statement),
    traced,
    order: getOrder(report),
    outlet: makeOutlet(getOutletName(report, statement)),
    credits: traced.credits.map(({ name }) => makeOutlet(name)),
    node: nodes.get(report.document),
    isFact: isHeld && told.some(({ background, realis }) => !background && FACTS.has(realis)),
    isAffirmed,
    isOpen: isHeld && !isAffirmed && told.some(({ realis }) => OPEN.has(realis)),
  };
}

/** Who says that the thing itself is not so, each once. That somebody had no part in it leaves it as it is. */
function findDenials(claims: readonly WeighedClaim[], told: readonly ToldMention[]): readonly Denial[] {
  const mentionsOf = new Map<string, Mention[]>();
  for (const { report, statement, mention } of told) {
    const key = makeClaimKey({ document: report.document, claim: statement.claim });
    mentionsOf.set(key, [...(mentionsOf.get(key) ?? []), mention]);
  }
  const denials = new Map<string, Denial>();
  for (const claim of claims) {
    const { access, isDenial, isWithheld, credits } = claim.traced;
    if (!isDenial || isWithheld || access.kind === 'outlet') continue;
    if (isInvolvementDenial(claim.traced, mentionsOf.get(makeClaimKey(claim.ref)) ?? [])) continue;
    const hearer = credits.at(-1)?.key ?? claim.outlet.key;
    const key = access.kind === 'named' ? access.key : `${access.kind} to ${hearer}`;
    const office = access.kind === 'named' && access.type === 'office' ? makeOffice(access.name) : undefined;
    if (denials.has(key)) continue;
    denials.set(key, {
      key,
      ...(office === undefined ? {} : { office }),
      isFirm: access.kind === 'named',
      claim,
    });
  }
  return [...denials.values()];
}
