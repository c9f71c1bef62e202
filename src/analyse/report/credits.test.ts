import { describe, expect, test } from 'vitest';
import { findAttributions } from './attributions.ts';
import { findCopyMarks } from './copy-marks.ts';
import { findCredits } from './credits.ts';
import { makeReading } from './fixtures.suite.ts';

const read = (text: string) =>
  makeReading({ name: 'a', text }, { sentences: [{ start: 0, end: text.length }] });
const credit = (text: string) => findCredits(read(text)).map(({ form, name }) => `${form} ${name}`);
const mark = (text: string) => findCopyMarks(read(text).document).map(({ form, name }) => `${form} ${name}`);
const attribute = (text: string) =>
  findAttributions(read(text)).map(({ name, role = '', type }) => `${type} ${name}: ${role}`);

describe('credits in a sentence', () => {
  test.each([
    ['Officials told the Harbour Wire that ships would wait.', 'told Harbour Wire'],
    ['The papers, a copy of which was seen by the Savings Post, show it.', 'seen Savings Post'],
    ['According to the Quay Gazette ships must wait.', 'report Quay Gazette'],
    ['The Harbour Wire was first to report that ships wait.', 'report The Harbour Wire'],
  ])('%s', (text, expected) => {
    expect(credit(text)).toContain(expected);
  });

  test('stand where the name stands in the text', () => {
    const text = 'Officials told the Harbour Wire that ships would wait.';
    const [found] = findCredits(read(text));
    expect(text.slice(found?.start, found?.end)).toBe('Harbour Wire');
  });

  test('are none where nobody is credited, and end on hostile text', () => {
    expect(credit('ships wait in the harbour')).toEqual([]);
    // Anything worse than linear would run into the runner's limit.
    credit(`told the ${'Ab '.repeat(200_000)}`);
    credit('a'.repeat(1_000_000));
    attribute(`, ${'said the '.repeat(100_000)}`);
    mark('('.repeat(500_000));
  });
});

describe('marks of copy', () => {
  test.each([
    ['PORT SARRAT, Feb 9 (Reuters) - Ships wait.', 'copy Reuters'],
    ['Altensee (dpa) – Thieves came at night.', 'copy dpa'],
    ['Ships wait in the harbour.\n(AFP)', 'copy AFP'],
    ['Ships wait in the harbour.\n(With inputs from AFP)', 'part AFP'],
    ['Ships wait in the harbour.\nAdditional reporting by Reuters', 'part Reuters'],
    ['Ships wait in the harbour.\nReuters contributed to this report.', 'part Reuters'],
    ['Ships wait in the harbour.\nSource: Harbour Wire', 'copy Harbour Wire'],
  ])('%s', (text, expected) => {
    expect(mark(text)).toContain(expected);
  });

  test('are none in a text that ends as texts do', () => {
    expect(
      mark('Ships wait in the harbour. The weather will be better on Friday, the port authority hopes.'),
    ).toEqual([]);
  });
});

describe('who is said to have said a sentence', () => {
  test.each([
    ['The road is shut, road warden Jan Steg told the Harbour Wire.', 'person Jan Steg: road warden'],
    ['Two are missing, said the mayor, Ann Example.', 'person Ann Example: mayor'],
    [
      "Rear Admiral Ann Example, the navy's spokesman, told a news conference that it sank.",
      "person Rear Admiral Ann Example: the navy's spokesman",
    ],
    [
      'Country director Ann Example told reporters that there was no choice.',
      'person Ann Example: Country director',
    ],
    ['The commission has put off the vote, it said.', 'office commission: '],
  ])('%s', (text, expected) => {
    expect(attribute(text)).toContain(expected);
  });

  test('is nobody where a clause or a pronoun stands', () => {
    expect(attribute('The envoy was recalled, hours after the Wire had reported it.')).toEqual([]);
    expect(attribute('Two people were missing, he said.')).toEqual([]);
  });
});
