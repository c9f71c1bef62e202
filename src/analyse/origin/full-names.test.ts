import { expect, test } from 'vitest';
import { makeReport } from './fixtures.suite.ts';
import { findFullName } from './full-names.ts';

const page = (text: string) =>
  makeReport(
    { outlet: 'Harbour Wire', published: '2026-03-02', lede: { start: 0, end: text.length, text } },
    [{ words: 'it will reopen' }],
  );

test('a family name is given with what stands before it on the page', () => {
  expect(findFullName('Plata', page('The road is open, General Ovidio Plata said.'))).toBe(
    'General Ovidio Plata',
  );
  expect(findFullName('Tamor Hydro', page('Upper Tamor Hydro shut its gates.'))).toBe('Upper Tamor Hydro');
});

test('no day, half of a post or country is taken with it', () => {
  expect(findFullName('Quay', page('On Monday Quay said so.'))).toBe('Quay');
  expect(findFullName('Ann Quay', page('Secretary of State Ann Quay said so.'))).toBe('Ann Quay');
  expect(findFullName('Iraq', page('Northern Iraq was calm.'))).toBe('Iraq');
  expect(findFullName('officials', page('Two officials said so.'))).toBe('officials');
});
