import { expect, test } from 'vitest';
import { CREDIBILITIES, INFORMATION_RULES } from '../../model/grade.ts';
import { chooseRule, getRuleGrade, RULE } from './rule.ts';

test('every rule has one line, and every digit is given by some', () => {
  expect(RULE.map(({ rule }) => rule).toSorted()).toEqual([...INFORMATION_RULES].toSorted());
  expect([...new Set(RULE.map(({ grade }) => grade))].toSorted()).toEqual(CREDIBILITIES);
});

/* Confirmed and possible origins for it, then against it. */
test.each([
  [[2, 0], [0, 0], 'several confirmed', '1'],
  [[3, 4], [0, 0], 'several confirmed', '1'],
  [[1, 0], [0, 0], 'one confirmed', '2'],
  [[1, 5], [0, 0], 'one confirmed', '2'],
  [[0, 1], [0, 0], 'possible only', '3'],
  [[0, 6], [0, 0], 'possible only', '3'],
  [[0, 0], [0, 0], 'nobody affirms', '6'],
  // Fewer and less firm against it: nothing is confirmed any more, and nothing is doubtful yet.
  [[3, 0], [1, 0], 'outweighed', '3'],
  [[0, 3], [0, 1], 'outweighed', '3'],
  [[2, 0], [0, 1], 'outweighed', '3'],
  [[1, 0], [1, 0], 'balanced', '4'],
  [[0, 2], [0, 2], 'balanced', '4'],
  [[1, 3], [1, 0], 'balanced', '4'],
  [[1, 0], [0, 4], 'balanced', '4'],
  [[1, 0], [2, 0], 'overborne', '5'],
  [[0, 5], [1, 0], 'overborne', '5'],
  [[0, 1], [0, 2], 'overborne', '5'],
  [[1, 0], [1, 1], 'overborne', '5'],
  [[0, 0], [1, 0], 'overborne', '5'],
] as const)('%j for and %j against is: %s', ([confirmed, possible], [denied, doubted], rule, grade) => {
  const found = chooseRule({
    for: { confirmed, possible },
    against: { confirmed: denied, possible: doubted },
    isUnknown: false,
    isOpen: false,
  });
  expect([found, getRuleGrade(found)]).toEqual([rule, grade]);
});

test('one origin that nobody can see cannot be judged; two can be somebody', () => {
  const none = { confirmed: 0, possible: 0 };
  const weigh = (possible: number) =>
    chooseRule({ for: { confirmed: 0, possible }, against: none, isUnknown: true, isOpen: false });
  expect([1, 2].map(weigh)).toEqual(['unknown origin', 'possible only']);
});

test('what may yet come cannot be confirmed by however many fear it, until somebody says that it is under way', () => {
  const against = { confirmed: 1, possible: 0 };
  const weigh = (confirmed: number) =>
    chooseRule({ for: { confirmed, possible: 0 }, against, isUnknown: false, isOpen: true });
  expect([0, 1].map(weigh)).toEqual(['not to be settled yet', 'balanced']);
});

test('improbable is only what somebody speaks against', () => {
  for (const confirmed of [0, 1, 2])
    for (const possible of [0, 1, 2])
      for (const isUnknown of [true, false]) {
        const against = { confirmed: 0, possible: 0 };
        const rule = chooseRule({ for: { confirmed, possible }, against, isUnknown, isOpen: false });
        expect(['1', '2', '3', '6']).toContain(getRuleGrade(rule));
      }
});
