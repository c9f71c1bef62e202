/* Figures, disputes and facts of an incident. */

export const FIGURES = {
  title: 'Figures',
  none: 'No figure is given.',
  counted: 'What is counted',
  valuesHead: 'Values, in the order in which they were first said',
  values: (values: number, relation: string, movement = '') =>
    movement === '' ? `${values} values, ${relation}` : `${values} values, ${relation}, ${movement}`,
  best: 'Best statement: {value}, {reason}',
} as const;

export const DISPUTES = {
  title: 'Where, when and who',
  question: 'Question',
  said: 'What is said, and by whom',
  /** Who says, claims or rejects it, and in which outlet. */
  says: (name: string) => name,
  claims: (name: string) => `claimed by ${name}`,
  denies: (name: string) => `rejected by ${name}`,
  within: (said: string, outlet: string) => `${said} in ${outlet}`,
  distortions: 'More than the source says',
  relay: 'Relay: {value} {sayer}',
  source: 'Source: {value} {sayer}',
} as const;

export const FACTS = {
  toldAs: 'Told as',
  when: 'When',
  where: 'Where',
  notSaid: 'not said',
  who: 'Who',
  nobody: 'nobody is named',
  against: 'Against or with',
  instruments: 'With what',
  targets: 'What was hit',
  credibility: 'Credibility',
  differs: 'Disagreement',
  /** `rockets: 3 · at least 8 · 21`. */
  values: (what: string, values: string) => `${what}: ${values}`,
  moreValues: (left: number) => `${left} more`,
  blamedBy: (names: readonly string[]) => `(blamed by ${names.join(', ')})`,
} as const;
