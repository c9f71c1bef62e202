import { describe, expect, it } from 'vitest';
import { findByline, isClosingCredit, isDateLine, isTimeStamp } from './lines.ts';

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
    ['World desk', 'World desk'],
    ['Foreign desk · 2 min read', 'Foreign desk'],
    ['Marsh Valley Post / Water desk', 'Marsh Valley Post / Water desk'],
    ['Quay Courier newsroom', 'Quay Courier newsroom'],
  ])('%s', (line, name) => expect(findByline(line)).toBe(name));

  it.each([
    'By Friday the port was open again.',
    'By the end of May',
    'Por la tarde el puerto abrió de nuevo.',
    'By Monday',
    'Minister visits the news desk',
    'The president spoke from behind his desk',
    'Inside The Iran Desk',
    'Thieves carry off a desk',
    'Bystanders were moved back',
    'Vonnegut would have laughed',
  ])('not: %s', (line) => expect(findByline(line)).toBeUndefined());
});

describe('isTimeStamp', () => {
  it.each([
    '22:45 GMT',
    '14:10',
    '5 p.m.',
    '4:14 pm ET',
    '18.05 Uhr',
    '22:45 (UTC+3)',
    '2 hours ago',
    'Updated 5m ago',
    '21:22 Ann Example',
    '9:05 am | by Ann Example',
  ])('%s', (line) => expect(isTimeStamp(line)).toBe(true));

  it.each([
    'At 22:45 the power failed.',
    '12',
    '3:1 for Saro',
    '5 May',
    '61 per cent',
    'Two hours ago the bridge was open',
    '21:22 Port shut',
    '',
  ])('not: %s', (line) => expect(isTimeStamp(line)).toBe(false));
});

describe('isClosingCredit', () => {
  it.each([
    '(Reporting by Ann Example in Veles; Editing by Nils Vorbild)',
    'Ann Example in Dolna contributed to this report.',
    'With Gazette wires',
    'With reporting by Ann Example',
  ])('%s', (line) => expect(isClosingCredit(line)).toBe(true));

  it.each([
    'The rain contributed to this disaster, the report says.',
    'With wires and ropes they closed the gate.',
    'Ann Example contributed a chapter on ports.',
  ])('not: %s', (line) => expect(isClosingCredit(line)).toBe(false));
});
