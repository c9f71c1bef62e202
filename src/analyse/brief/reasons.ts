import type { Sentence } from '../../model/brief.ts';
import type { Stance } from '../../model/claim.ts';
import type { Assessment, Contribution } from '../../model/forecast.ts';
import type { ClaimRef } from '../../model/report.ts';
import type { Origin, OriginTree } from '../../model/story.ts';
import { formatSpan } from '../../text/dates.ts';
import { type BriefEvidence, nameClaim } from './evidence.ts';
import { attribute, capitalize, label, listNames, locate, quote, tellDay } from './wording.ts';

/** What bears on the question and was seen, with the claims that may be stood on. */
export interface Reason {
  readonly contribution: Contribution;
  /** Without claims that were not known yet, and without those that then have none. */
  readonly tree: OriginTree;
  /** The first claim of each origin, then what only repeats it. */
  readonly claims: readonly ClaimRef[];
}

/** Origins that a sentence names. */
const NAMED = 3;

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

/** One sentence for each reason of a direction that is no window: its sign, the words that show it, and whose they are. */
export function tellReasons(
  reasons: readonly Reason[],
  direction: Contribution['direction'],
): readonly Sentence[] {
  return reasons
    .filter(({ contribution }) => contribution.direction === direction && contribution.window === undefined)
    .map((reason) => tellReason(reason, capitalize(label(reason.contribution.title))));
}

/** One sentence for each day or period that counts: when it is, and who speaks of it. */
export function tellWindows(reasons: readonly Reason[]): readonly Sentence[] {
  return reasons.flatMap((reason) => {
    const { title, window } = reason.contribution;
    if (window === undefined) return [];
    return [tellReason(reason, `${capitalize(label(title))}, counted ${formatSpan(window.from, window.to)}`)];
  });
}

function tellReason({ tree }: Reason, head: string): Sentence {
  const [first, ...others] = tree.origins;
  if (first === undefined) return tellWithoutOrigin(tree, head);
  const claim = chooseClaim(first.claims);
  const also =
    others.length === 0 ? '' : `; also ${listNames(others.map(attribute), { most: NAMED - 1, mark: ';' })}`;
  const latest = findLater(tree, claim);
  return {
    text: `${head}${latest === undefined ? '' : `, latest report ${tellDay(latest)}`}: ${quote(claim.words)} (${tellWhose(first, claim)})${also}.`,
    claims: [
      claim,
      ...others.flatMap(({ claims }) => claims.slice(0, 1)),
      ...(latest === undefined ? [] : [latest]),
    ],
  };
}

/** Fewest words that say by themselves what is meant; "the attack" does not. */
const TELLING = 6;
/** Claims of an origin among which one is chosen. */
const LOOKED_AT = 12;

/** The earliest claim whose words tell what is meant; the longest of the first where none does. */
function chooseClaim(claims: readonly ClaimRef[]): ClaimRef {
  const first = claims.slice(0, LOOKED_AT);
  const telling = first.find(
    ({ words }) => words.replace(/^that /i, '').split(/\s+/, TELLING).length === TELLING,
  );
  return (
    telling ?? first.reduce((longest, claim) => (claim.words.length > longest.words.length ? claim : longest))
  );
}

/** The latest claim of a later day than that of the one quoted. */
function findLater({ origins, reports }: OriginTree, quoted: ClaimRef): ClaimRef | undefined {
  const dayOf = ({ published }: ClaimRef) => published?.slice(0, 10) ?? '';
  return [...origins, ...reports]
    .flatMap(({ claims }) => claims)
    .reduce<ClaimRef | undefined>(
      (latest, claim) => (dayOf(claim) > dayOf(latest ?? quoted) ? claim : latest),
      undefined,
    );
}

/** Reports whose words lead to nobody first-hand: only what stands where can be said. */
function tellWithoutOrigin({ reports }: OriginTree, head: string): Sentence {
  const claim = reports[0]!.claims[0]!;
  return { text: `${head}: ${quote(claim.words)} (${tellStance(claim)}${locate(claim)}).`, claims: [claim] };
}

/** Who says it, and where it is read if that is not who heard it. */
function tellWhose(origin: Origin, claim: ClaimRef): string {
  const who = `${tellStance(claim)}${attribute(origin)}`;
  const own = origin.through ?? (origin.type === 'outlet' ? origin.name : undefined);
  if (own !== undefined && claim.outlet !== undefined && isSameName(own, claim.outlet))
    return `${who}, ${tellDay(claim)}`;
  return `${who}, ${origin.through === undefined ? 'in' : 'relayed by'} ${locate(claim)}`;
}

/** What is done with the words where they are not simply said to be so: those of a denial alone would read as if they were. */
const STANCE_WORDS: Readonly<Partial<Record<Stance, string>>> = {
  denies: 'denied by ',
  doubts: 'doubted by ',
  fears: 'feared by ',
  threatens: 'threat by ',
  warns: 'warning by ',
  promises: 'promise by ',
  demands: 'demand by ',
  estimates: 'estimate by ',
  blames: 'blamed by ',
  claimsResponsibility: 'claimed by ',
};

function tellStance({ stance }: ClaimRef): string {
  return (stance === undefined ? undefined : STANCE_WORDS[stance]) ?? '';
}

function isSameName(a: string, b: string): boolean {
  const fold = (name: string) => name.toLowerCase().replace(/^the /, '');
  return fold(a) === fold(b);
}
