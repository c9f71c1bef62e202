import type { Part, Sentence } from '../../../model/brief.ts';
import type { Contribution } from '../../../model/forecast.ts';
import type { ClaimRef } from '../../../model/report.ts';
import type { Origin } from '../../../model/story.ts';
import { attribute, fromProblem, join, list, quoteClaim, tellDay, tellOutlet, tellStance } from '../parts.ts';
import { chooseClaim, type Reason } from '../reasons.ts';
import { type Slots, show, type Teller, tell } from '../teller.ts';
import { STANCE_WORDS } from '../wording.ts';

/** Reasons of a direction that are told one by one: the page is one. */
const MOST_REASONS = { for: 6, against: 3 } as const;
/** Origins that a sentence names besides the one that it quotes. */
const MOST_ALSO = 2;

/** A title that stands in the problem's file. */
export function tellTitle(
  { facts: { problem } }: Teller,
  { id, title }: { readonly id: string; readonly title: string },
): readonly Part[] {
  const isIndicator = problem.indicators.some((each) => each.id === id);
  return fromProblem(`${isIndicator ? 'indicators' : 'windows'}.${id}.title`, title);
}

/** One sentence for each reason of a direction: its sign, the words that show it, whose they are, how many are first-hand, who only repeats. */
export function tellReasons(
  teller: Teller,
  direction: Contribution['direction'],
): readonly (Sentence | undefined)[] {
  const reasons = teller.reasons.filter(
    ({ contribution }) => contribution.direction === direction && contribution.window === undefined,
  );
  const shown = reasons.slice(0, MOST_REASONS[direction]);
  const rest = reasons.slice(shown.length).map(({ contribution }) => {
    const origins = show(teller, `origins.${contribution.id}`);
    const title = tellTitle(teller, contribution);
    return origins === undefined ? title : [...title, join(' ('), ...origins, join(')')];
  });
  return [
    ...shown.map((reason) => tellReason(teller, reason, direction)),
    tell(teller, [direction, 'others'], { indicators: list(rest, { most: 8, mark: ';' }) }),
  ];
}

/** One sentence for each day or period that counts: when it is, and who speaks of it. */
export function tellWindows(teller: Teller): readonly (Sentence | undefined)[] {
  return teller.reasons
    .filter(({ contribution }) => contribution.window !== undefined)
    .map((reason) => tellReason(teller, reason, 'window'));
}

function tellReason(
  teller: Teller,
  { contribution, tree }: Reason,
  section: 'for' | 'against' | 'window',
): Sentence | undefined {
  const span = section === 'window' ? { span: show(teller, `window.${contribution.id}`) } : {};
  const indicator = tellTitle(teller, contribution);
  const [first, ...others] = tree.origins;
  if (first === undefined) {
    // The words lead to nobody first-hand: only what stands where can be said.
    const claim = tree.reports[0]!.claims[0]!;
    return tell(teller, [section, 'bare'], {
      indicator,
      ...span,
      ...quoteAt(claim),
      place: tellOutlet(claim),
    });
  }
  const claim = chooseClaim(first.claims);
  return tell(teller, [section, 'reason'], {
    indicator,
    ...span,
    ...quoteAt(claim),
    ...tellWhose(teller, first, claim),
    also: list(
      others.map((origin) => tellOrigin(teller, origin)),
      { most: MOST_ALSO, mark: ';' },
    ),
    latest: show(teller, `latest.${contribution.id}`),
    origins: show(teller, `origins.${contribution.id}`),
    relays: show(teller, `relays.${contribution.id}`),
  });
}

function quoteAt(claim: ClaimRef): Slots {
  const words = claim.stance === undefined ? undefined : STANCE_WORDS[claim.stance];
  return { words: quoteClaim(claim), stance: tellStance(claim, words), day: tellDay(claim) };
}

/** Who says it, and where it is read if that is not who heard it. */
function tellWhose({ cited }: Teller, origin: Origin, claim: ClaimRef): Slots {
  const who = attribute(origin, claim, cited);
  const own = origin.through ?? (origin.type === 'outlet' ? origin.name : undefined);
  if (claim.outlet === undefined || (own !== undefined && isSameName(own, claim.outlet))) return { who };
  return origin.through === undefined ? { who, place: tellOutlet(claim) } : { who, relay: tellOutlet(claim) };
}

/** An origin by its first claim. */
export function tellOrigin({ cited }: Teller, origin: Origin): readonly Part[] {
  return attribute(origin, origin.claims[0]!, cited);
}

function isSameName(a: string, b: string): boolean {
  const fold = (name: string) => name.toLowerCase().replace(/^the /, '');
  return fold(a) === fold(b);
}
