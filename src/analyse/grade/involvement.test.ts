import { expect, test } from 'vitest';
import type { Mention } from '../../model/report.ts';
import { traceReport } from '../origin/access.ts';
import { type LinkRow, makeReport } from '../origin/fixtures.suite.ts';
import { isInvolvementDenial } from './involvement.ts';

const ARMY: LinkRow = ['Karvonian army', 'office'];
const GROUP: LinkRow = ["Kata'ib Hizballah", 'office'];
const IRAN: LinkRow = ["Iran's foreign ministry", 'office'];
const accused: Partial<Mention> = { actors: [{ name: 'Iran', type: 'state', country: 'IR' }] };

/* Who denies, what, and whether only a part in it is denied. */
test.each([
  [ARMY, 'that the base had been attacked', {}, false],
  [ARMY, 'that its troops were involved in the attack', {}, true],
  [ARMY, 'any role in the attack', {}, true],
  [ARMY, 'that it was to blame for the attack', {}, true],
  [ARMY, 'that it had attacked the base', {}, true],
  [GROUP, 'the attack', {}, true],
  [IRAN, 'that rockets had been fired at the embassy', {}, false],
  [IRAN, 'that rockets had been fired at the embassy', accused, true],
  [IRAN, 'that talks were held', { ...accused, plover: { type: 'CONSULT', contexts: [] } }, false],
] as const)('%j denies "%s" (%j): of a part in it %j', (link, words, mention, expected) => {
  const report = makeReport({ outlet: 'Harbour Wire', published: '2031-05-02' }, [
    { words, chain: [link], stance: 'denies', mentions: [{ realis: 'denied', ...mention }] },
  ]);
  const [traced] = traceReport(report);
  expect(isInvolvementDenial(traced!, traced!.statement.mentions)).toBe(expected);
});
