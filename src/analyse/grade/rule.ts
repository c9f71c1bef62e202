import type { Credibility, InformationRule, OriginCounts } from '../../model/grade.ts';

/** What is weighed: who says so, who says that it is not so. */
export interface Weighed {
  readonly for: OriginCounts;
  readonly against: OriginCounts;
  /** True where the one origin for it has no visible credit: nobody knows whose word it is. */
  readonly isUnknown: boolean;
  /** True where it is only feared, expected or tied to a condition. */
  readonly isOpen: boolean;
}

/** One line of the written rule. */
export interface RuleLine {
  readonly rule: InformationRule;
  readonly grade: Credibility;
  /** When it applies, as the documentation has it. */
  readonly when: string;
}

/** The written rule for information, in the order in which it is gone through. */
export const RULE: readonly RuleLine[] = [
  {
    rule: 'not to be settled yet',
    grade: '6',
    when: 'it is only feared, expected or tied to a condition: there is nothing yet that could be confirmed',
  },
  { rule: 'nobody affirms', grade: '6', when: 'no origin says so, and none says that it is not so' },
  {
    rule: 'overborne',
    grade: '5',
    when: 'more confirmed origins are against it than for it; or, with as many confirmed ones, more in all',
  },
  {
    rule: 'balanced',
    grade: '4',
    when: 'as many are against it as for it; or fewer confirmed ones, and in all as many or more',
  },
  { rule: 'outweighed', grade: '3', when: 'some are against it, fewer and less firm than those for it' },
  { rule: 'several confirmed', grade: '1', when: 'two or more confirmed origins, none against' },
  { rule: 'one confirmed', grade: '2', when: 'one confirmed origin, none against' },
  {
    rule: 'unknown origin',
    grade: '6',
    when: 'the only origin has no visible credit: nobody can tell whose word it is',
  },
  { rule: 'possible only', grade: '3', when: 'one or more possible origins, no confirmed one, none against' },
  {
    rule: 'outdated',
    grade: '4',
    when: 'of a claim: whoever counted has given another count since, or has taken it back',
  },
  {
    rule: 'says more than its source',
    grade: '4',
    when: 'of a claim: it makes more of its source than that says (a distortion)',
  },
];

const GRADES = new Map(RULE.map(({ rule, grade }) => [rule, grade]));

export function getRuleGrade(rule: InformationRule): Credibility {
  return GRADES.get(rule) ?? '6';
}

/**
 * Which line of the rule holds, by origins and contradictions alone: never by who the source is.
 *
 * @example
 * chooseRule({ for: { confirmed: 2, possible: 0 }, against: { confirmed: 0, possible: 0 }, isUnknown: false, isOpen: false }); // 'several confirmed'
 */
export function chooseRule({ for: pro, against, isUnknown, isOpen }: Weighed): InformationRule {
  const [all, others] = [pro.confirmed + pro.possible, against.confirmed + against.possible];
  if (isOpen && all === 0) return 'not to be settled yet';
  if (all === 0 && others === 0) return 'nobody affirms';
  if (others > 0) {
    if (against.confirmed > pro.confirmed) return 'overborne';
    if (against.confirmed === pro.confirmed && others > all) return 'overborne';
    // Firm words that balance each other are not outweighed by unnamed ones.
    if (others >= all || (pro.confirmed > 0 && against.confirmed === pro.confirmed)) return 'balanced';
    return 'outweighed';
  }
  if (pro.confirmed >= 2) return 'several confirmed';
  if (pro.confirmed === 1) return 'one confirmed';
  return isUnknown && pro.possible === 1 ? 'unknown origin' : 'possible only';
}
