import { describe, expect, test } from 'vitest';
import { makeReport } from './fixtures.suite.ts';
import { readOrganization } from './organizations.ts';
import { traceOrigins } from './origins.ts';
import { Outlets } from './outlets.ts';
import { isInitials, isVague } from './short-names.ts';

describe('readOrganization', () => {
  test.each([
    ['head of the Rail Federation', 'rail federation'],
    ["the group's spokesman", 'group'],
    ['Foreign Minister', 'foreign ministry'],
    ["the governor of Iceland's central bank", 'iceland central bank'],
    ['who heads the MMU', 'mmu'],
    ['chief executive', ''],
    ['farmer', undefined],
    ['prime minister', undefined],
  ])('%s', (role, expected) => {
    expect(readOrganization(role)).toBe(expected);
  });
});

test('initials are those of the words that count', () => {
  expect(isInitials('mmu', 'metal and motor union')).toBe(true);
  expect(isInitials('irgc', 'islamic revolutionary guard corps')).toBe(true);
  expect(isInitials('mmu', 'metal union')).toBe(false);
});

test('a body is vague only where its one word may be anybody’s', () => {
  expect(isVague('company')).toBe(true);
  expect(isVague('aid agency')).toBe(true);
  expect(isVague('veterinary agency')).toBe(false);
  expect(isVague('army')).toBe(false);
});

const office = (outlet: string, hour: number, name: string, words: string) =>
  makeReport({ outlet, published: `2026-03-02T0${hour}:00:00Z` }, [{ words, chain: [[name, 'office']] }]);
const count = (...reports: readonly ReturnType<typeof office>[]) =>
  traceOrigins(reports.flatMap((report) => report.statements.map((statement) => ({ report, statement }))))
    .confirmed;

test('"the agency" is the body that its own words are about, and its initials are it', () => {
  expect(
    count(
      office('A', 6, 'the aid agency', 'World Grain Relief (WGR) will halve rations in March'),
      office('B', 7, 'WGR', 'rations will be halved in March'),
      office('C', 8, 'the aid group', 'many will get half as much food'),
    ),
  ).toBe(1);
});

test('a whole state is the body of it that spoke before; two bodies of one state are two', () => {
  const staff = office('A', 6, "Ukraine's General Staff", 'drones hit a depot');
  expect(count(staff, office('B', 7, 'Ukraine', 'its drones hit a depot'))).toBe(1);
  expect(count(staff, office('B', 7, "Ukraine's coast guard", 'a ship was hit'))).toBe(2);
});

test('an outlet is known by its own reports, by the table, by a word of its name; a town is none', () => {
  const outlets = new Outlets([{ outlet: 'Kivu Press Agency' }]);
  expect(outlets.find('KPA')?.name).toBe('Kivu Press Agency');
  expect(outlets.find('the Washington Post')?.name).toBe('The Washington Post');
  expect(outlets.find('Savings Post')?.name).toBe('Savings Post');
  expect(outlets.find('Port Sarrat')).toBeUndefined();
});
