import { expect, test } from 'vitest';
import { makeReport } from '../origin/fixtures.suite.ts';
import { formatDay } from './days.ts';
import { findNamedDay } from './named-days.ts';

/** The day of `text` in a sentence of 26 November 2020. */
function find(
  words: string,
  text: string,
  when?: { readonly from: string; readonly precision: 'day' },
): string | undefined {
  const report = makeReport({ outlet: 'A', published: '2020-11-26' }, [
    { words, mentions: [{ text, ...(when === undefined ? {} : { when }) }] },
  ]);
  const [statement] = report.statements;
  const [mention] = statement?.mentions ?? [];
  if (statement === undefined || mention === undefined) return undefined;
  const day = findNamedDay(report, statement, mention);
  return day === undefined
    ? undefined
    : `${formatDay(day.from)}${day.from === day.to ? '' : `/${formatDay(day.to)}`}`;
}

test('the only day of a sentence, or the one beside the word', () => {
  expect(find('The last death by rocket fire was that of a guard at Veles on 27 December', 'fire')).toBe(
    '2019-12-27',
  );
  expect(find('On Nov. 3, 2020, two rockets fell', 'fell')).toBe('2020-11-03');
  expect(
    find('It will be cut by 15 January, she said on 17 November, the day of the last attack', 'attack'),
  ).toBe('2020-11-17');
});

test('a month, where its year is told', () => {
  expect(find('the rockets of December 2019 on the pier, which killed a guard', 'killed')).toBe(
    '2019-12-01/2019-12-31',
  );
  expect(find("last December's attack", 'attack')).toBe('2019-12-01/2019-12-31');
  expect(find('in December the attack', 'attack')).toBeUndefined();
});

test('no day of something else', () => {
  expect(find('Staff left before the attack, until after 3 January', 'attack')).toBeUndefined();
  expect(find('On 21 November, four days after the attack, they flew', 'attack')).toBeUndefined();
  expect(find('The strikes answered an attack at the pier on 20 November', 'strikes')).toBeUndefined();
  expect(find('An attack on 31 November', 'attack')).toBeUndefined();
  expect(find('An attack on 2 May 2033', 'attack')).toBeUndefined();
  const given = { from: '2020-11-25', precision: 'day' } as const;
  expect(find('The attack of 20 November', 'attack', given)).toBeUndefined();
});
