import { describe, expect, it } from 'vitest';
import { findByline, isDateLine } from './lines.ts';

describe('isDateLine', () => {
  it.each([
    'December 11, 2020',
    'Published: 11 Dec 2020 18:05 GMT | Updated: 12 Dec 2020',
    'Stand: 3. März 2030, 14:20 Uhr',
    'Publicado el 11 de diciembre de 2020 a las 10:30',
    '4/5/2021',
    'VELES, 11 December 2020',
  ])('%s', (line) => expect(isDateLine(line)).toBe(true));

  it.each([
    'The embassy was hit on 11 December 2020 and closed.',
    'Budget 2020',
    'Chapter 11',
    'Storm of 3 March 2030 leaves the old town without power',
    '',
  ])('not: %s', (line) => expect(isDateLine(line)).toBe(false));
});

describe('findByline', () => {
  it.each([
    ['By Staff', 'Staff'],
    ['By Ilse Okafor and Tom Vance', 'Ilse Okafor and Tom Vance'],
    ['By Ilse Okafor | Harbour Post', 'Ilse Okafor'],
    ['Von Jana Petersen', 'Jana Petersen'],
    ['Reuters – ', 'Reuters'],
    ['ByIlse Okafor', 'Ilse Okafor'],
    ['Staff Writer', 'Staff Writer'],
  ])('%s', (line, name) => expect(findByline(line)).toBe(name));

  it.each([
    'By Friday the port was open again.',
    'By the end of May',
    'Por la tarde el puerto abrió de nuevo.',
    'By Monday',
    'Bystanders were moved back',
    'Vonnegut would have laughed',
  ])('not: %s', (line) => expect(findByline(line)).toBeUndefined());
});
