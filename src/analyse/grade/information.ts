import type { InformationGrade, InformationRule, OriginCounts } from '../../model/grade.ts';
import type { Incident } from '../../model/incident.ts';
import type { ClaimRef } from '../../model/report.ts';
import { type Told, traceOrigins } from '../origin/origins.ts';
import { nameSlot } from './figures.ts';
import { type Denial, isCertain, type Matter, type WeighedOrigin } from './matter.ts';
import { chooseRule, getRuleGrade, type Weighed } from './rule.ts';

/** An information grade before anybody has set another. */
export type WorkedOut = Omit<InformationGrade, 'set'>;

/** Who is for or against, one row for each. */
export interface Side {
  readonly claim: ClaimRef;
  readonly isConfirmed: boolean;
  /** Without a visible credit. */
  readonly isUnknown: boolean;
}

/** How credible it is that an incident has come about, or is under way. */
export function gradeIncident(
  matter: Matter,
  { figures, disputes }: Pick<Incident, 'figures' | 'disputes'>,
): WorkedOut {
  const pro = matter.origins.flatMap((weighed) => readAffirmation(weighed) ?? []);
  const against = matter.denials.map(readDenial);
  const isOpen = matter.claims.some((claim) => claim.isOpen);
  const disputed = [
    ...figures.filter(({ relation }) => relation === 'contradiction').map(nameSlot),
    ...disputes.filter(({ relation }) => relation === 'contradiction').map(({ of }) => of),
  ];
  return { ...weigh({ pro, against, isOpen }), disputed };
}

/** An origin that says so without denying or withholding; what it only says with a hedge confirms nothing. */
export function readAffirmation({ origin, claims }: WeighedOrigin): Side | undefined {
  const affirming = claims.filter(({ isAffirmed }) => isAffirmed);
  const [first] = affirming;
  if (first === undefined) return undefined;
  return {
    claim: first.ref,
    isConfirmed: origin.status === 'confirmed' && affirming.some(isCertain),
    isUnknown: origin.reason === 'no visible credit',
  };
}

export const readDenial = ({ claim, isFirm }: Denial): Side => ({
  claim: claim.ref,
  isConfirmed: isFirm,
  isUnknown: false,
});

/** The line of the rule for who is for and against. */
export function weigh({
  pro,
  against,
  isOpen,
}: {
  readonly pro: readonly Side[];
  readonly against: readonly Side[];
  readonly isOpen: boolean;
}): Omit<WorkedOut, 'disputed'> {
  const weighed: Weighed = {
    for: countSides(pro),
    against: countSides(against),
    isUnknown: pro.every(({ isUnknown }) => isUnknown),
    isOpen,
  };
  return make(chooseRule(weighed), weighed, { pro, against });
}

function make(
  rule: InformationRule,
  { for: own, against: others }: Pick<Weighed, 'for' | 'against'>,
  { pro, against }: { readonly pro: readonly Side[]; readonly against: readonly Side[] },
): Omit<WorkedOut, 'disputed'> {
  const grade = getRuleGrade(rule);
  return {
    grade,
    workedOut: grade,
    rule,
    reason: tell(rule, own, others),
    for: own,
    against: others,
    claimsFor: pro.map(({ claim }) => claim),
    claimsAgainst: against.map(({ claim }) => claim),
  };
}

const countSides = (sides: readonly Side[]): OriginCounts => {
  const confirmed = sides.filter(({ isConfirmed }) => isConfirmed).length;
  return { confirmed, possible: sides.length - confirmed };
};

/** The line of the rule with its numbers. */
function tell(rule: InformationRule, own: OriginCounts, others: OriginCounts): string {
  switch (rule) {
    case 'not to be settled yet':
      return 'It is only feared, expected or tied to a condition: nothing is there yet that could be confirmed.';
    case 'nobody affirms':
      return 'No origin says so, and none says that it is not so.';
    case 'unknown origin':
      return 'The only origin has no visible credit: nobody can tell whose word it is.';
    case 'outdated':
      return 'Whoever counted has given another count since, or has taken this one back.';
    case 'says more than its source':
      return 'It makes more of its source than that says.';
    default: {
      const against = others.confirmed + others.possible === 0 ? 'none' : `${count(others)}`;
      const isNone = own.confirmed + own.possible === 0;
      const pro = isNone
        ? 'No origin says so'
        : `${capitalize(count(own))} ${isOne(own) ? 'says' : 'say'} so`;
      return `${pro}, ${against} ${isOne(others) || against === 'none' ? 'is' : 'are'} against.`;
    }
  }
}

const isOne = ({ confirmed, possible }: OriginCounts): boolean => confirmed + possible === 1;

/** `2 confirmed and 1 possible origins`, `one possible origin`: never added up. */
function count({ confirmed, possible }: OriginCounts): string {
  if (confirmed + possible === 1) return `one ${confirmed === 1 ? 'confirmed' : 'possible'} origin`;
  const parts = [
    ...(confirmed === 0 ? [] : [`${confirmed} confirmed`]),
    ...(possible === 0 ? [] : [`${possible} possible`]),
  ];
  return `${parts.join(' and ')} origins`;
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A grade by a line that needs no weighing. */
export function gradeBy(
  rule: InformationRule,
  { pro, against }: { readonly pro: readonly Side[]; readonly against: readonly Side[] },
): WorkedOut {
  return {
    ...make(rule, { for: countSides(pro), against: countSides(against) }, { pro, against }),
    disputed: [],
  };
}

/** From the most to the least credible; what cannot be judged lies between what may be true and what is doubtful. */
const ORDER = '123645';

/** The less credible of two. */
export const chooseLower = (a: WorkedOut, b: WorkedOut): WorkedOut =>
  ORDER.indexOf(b.workedOut) > ORDER.indexOf(a.workedOut) ? b : a;

/** A claim that is on no incident: as credible as whoever is behind it is many and firm. */
export function gradeAlone(told: Told): WorkedOut {
  const isHedged = told.statement.certainty !== 'certain';
  const pro = traceOrigins([told]).origins.flatMap(({ status, reason, claims: [claim] }) =>
    claim === undefined
      ? []
      : [
          {
            claim,
            isConfirmed: status === 'confirmed' && !isHedged,
            isUnknown: reason === 'no visible credit',
          },
        ],
  );
  return { ...weigh({ pro, against: [], isOpen: false }), disputed: [] };
}
