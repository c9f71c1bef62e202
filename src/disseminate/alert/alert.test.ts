import { describe, expect, test } from 'vitest';
import { makeHash, makeTestAssessment, makeTestContribution } from '../../../test/support/ledger.ts';
import type { Alert } from '../../model/alert.ts';
import type { Level } from '../../model/problem.ts';
import { chooseAlert, makeAlert } from './alert.ts';
import { formatAlert, MAX_MESSAGE } from './text.ts';

const OPTIONS = {
  forecast: makeHash('f'),
  issued: '2026-03-01T12:00:05.000Z',
  engine: 'tocsin 0.0.0',
  tlp: 'GREEN',
};

describe('when there is an alert', () => {
  /** Goes through levels as assessments bring them, and says what is told: `id:update previous>level`. */
  function tell(levels: readonly Level[]): readonly string[] {
    const told: string[] = [];
    const ids: string[] = [];
    let previous: Alert | undefined;
    for (const [index, level] of levels.entries()) {
      const assessment = makeTestAssessment({ level, asOf: `2026-03-0${index + 1}T12:00:00.000Z` });
      const alert = chooseAlert(assessment, { ...OPTIONS, ...(previous === undefined ? {} : { previous }) });
      if (alert === undefined) {
        told.push('-');
        continue;
      }
      if (!ids.includes(alert.id)) ids.push(alert.id);
      told.push(`${ids.indexOf(alert.id) + 1}:${alert.update} ${alert.previousLevel}>${alert.level}`);
      previous = alert;
    }
    return told;
  }

  test.each([
    [
      ['normal', 'normal'],
      ['-', '-'],
    ],
    [
      ['guarded', 'guarded'],
      ['1:1 normal>guarded', '-'],
    ],
    [
      ['high', 'elevated', 'elevated', 'critical'],
      ['1:1 normal>high', '1:2 high>elevated', '-', '1:3 elevated>critical'],
    ],
    [
      ['guarded', 'normal', 'normal', 'elevated', 'normal'],
      ['1:1 normal>guarded', '1:2 guarded>normal', '-', '2:1 normal>elevated', '2:2 elevated>normal'],
    ],
  ] as const)('%j: %j', (levels, expected) => {
    expect(tell(levels)).toEqual(expected);
  });

  test('the same assessment gives the same alert, and another problem another', () => {
    const assessment = makeTestAssessment({ level: 'high' });
    const first = chooseAlert(assessment, OPTIONS);
    expect(chooseAlert(assessment, OPTIONS)).toEqual(first);
    expect(first!.id).toMatch(/^alert-[0-9a-f]{20}$/);
    const other = chooseAlert({ ...assessment, problem: 'bridge' }, OPTIONS);
    expect(other!.id).not.toBe(first!.id);
  });
});

describe('what an alert keeps for others', () => {
  const window = (id: string, from: string, to: string, state: 'observed' | 'not observed' = 'observed') =>
    makeTestContribution(id, [1], { window: { from, to }, state });

  test('is the next window that counts and is not over', () => {
    const find = (...contributions: ReturnType<typeof window>[]) =>
      makeAlert(makeTestAssessment({ level: 'high', contributions }), { ...OPTIONS, previousLevel: 'normal' })
        .window;
    expect(find(makeTestContribution('talk', [1]))).toBeUndefined();
    expect(
      find(
        window('over', '2026-02-01', '2026-02-28'),
        window('later', '2026-04-01', '2026-04-02'),
        window('open', '2026-02-27', '2026-03-01'),
        window('silent', '2026-02-26', '2026-03-05', 'not observed'),
      ),
    ).toEqual({ id: 'open', title: 'Signs of open', from: '2026-02-27', to: '2026-03-01' });
  });

  test('are its confidence, its places and the messages before it', () => {
    const first = chooseAlert(makeTestAssessment({ level: 'high', confidence: 'moderate' }), {
      ...OPTIONS,
      places: ['IQ', 'Taji', 'IQ'],
    });
    expect(first).toMatchObject({ confidence: 'moderate', places: ['IQ', 'Taji'] });
    expect(first).not.toHaveProperty('earlier');
    const second = chooseAlert(makeTestAssessment({ level: 'critical' }), { ...OPTIONS, previous: first! });
    const third = chooseAlert(makeTestAssessment({ level: 'normal' }), {
      ...OPTIONS,
      issued: '2026-03-02T12:00:00.000Z',
      previous: second!,
    });
    expect(third!.earlier).toEqual([
      { update: 1, issued: OPTIONS.issued },
      { update: 2, issued: OPTIONS.issued },
    ]);
    // A new episode refers to nothing of the one before.
    const anew = chooseAlert(makeTestAssessment({ level: 'high' }), { ...OPTIONS, previous: third! });
    expect(anew).not.toHaveProperty('earlier');
  });
});

describe('who is told', () => {
  const tell = [
    { at: 'elevated', who: 'harbour desk' },
    { at: 'high', who: 'duty officer' },
  ] as const;
  const told = (level: Level, previousLevel: Level) =>
    makeAlert(makeTestAssessment({ level }), { ...OPTIONS, tell, previousLevel });

  test('is whoever is told from the level on, and from the one that was left', () => {
    expect(told('high', 'normal').told).toEqual(['harbour desk', 'duty officer']);
    expect(told('elevated', 'normal').told).toEqual(['harbour desk']);
    expect(told('normal', 'high').told).toEqual(['harbour desk', 'duty officer']);
    expect(told('guarded', 'normal')).not.toHaveProperty('told');
  });

  test('stands below the level in the text', () => {
    expect(formatAlert(told('high', 'normal')).split('\n')[2]).toBe('For harbour desk; duty officer.');
    expect(formatAlert(told('guarded', 'normal'))).not.toContain('For ');
  });
});

describe('what it says', () => {
  const contributions = [
    makeTestContribution('talk', [2, 1]),
    makeTestContribution('day', [1], {
      title: 'Harbour day',
      window: { from: '2026-03-03', to: '2026-03-03' },
    }),
    makeTestContribution('calm', [1], {
      direction: 'against',
      title: 'Union votes against',
      tree: { origins: [], reports: [], confirmed: 1, possible: 2, relays: 0 },
    }),
    makeTestContribution('quiet', [], { state: 'not observed', logOdds: 0 }),
  ];
  const assessment = makeTestAssessment({ level: 'elevated', contributions });

  test('the probability of the horizon that sets the level, and observed reasons with their claims', () => {
    const alert = makeAlert(assessment, { ...OPTIONS, previousLevel: 'normal' });
    expect(alert).toMatchObject({
      kind: 'alert',
      version: 1,
      update: 1,
      level: 'elevated',
      horizon: 30,
      probability: { p: 0.3, word: 'unlikely' },
      baseRate: { p: 0.25 },
      asOf: '2026-03-01T12:00:00.000Z',
      forecast: OPTIONS.forecast,
      tlp: 'GREEN',
    });
    expect(alert.reasons.map(({ direction, text }) => [direction, text])).toEqual([
      ['for', 'Signs of talk (2 confirmed origins)'],
      ['for', 'Harbour day (3 Mar 2026, 1 confirmed origin)'],
      ['against', 'Union votes against (1 confirmed and 2 possible origins)'],
    ]);
    expect(alert.reasons[0]!.claims).toEqual([
      `${makeHash('0')}#c1`,
      `${makeHash('1')}#c1`,
      `${makeHash('0')}#c2`,
    ]);
  });

  test('a horizon that the assessment does not have is refused', () => {
    expect(() => makeAlert({ ...assessment, leading: 9 }, { ...OPTIONS, previousLevel: 'normal' })).toThrow(
      'pier has no horizon of 9 days',
    );
  });

  test('as text', () => {
    const alert = makeAlert(assessment, { ...OPTIONS, previousLevel: 'normal' });
    expect(formatAlert(alert)).toBe(
      `TLP:GREEN  ELEVATED: Blockade of the pier
Level before: normal.

Will the pier be blocked?
Within 30 days: unlikely, 30% (80% interval 15–45%). Base rate: 25%.

For:
• Signs of talk (2 confirmed origins)
• Harbour day (3 Mar 2026, 1 confirmed origin)

Against:
• Union votes against (1 confirmed and 2 possible origins)

As of 1 March 2026 12:00 UTC. tocsin 0.0.0, ${alert.id}`,
    );
  });

  test('the end of an episode', () => {
    const alert = makeAlert(makeTestAssessment(), { ...OPTIONS, previousLevel: 'high' });
    expect(formatAlert({ ...alert, update: 3 })).toMatch(
      /^TLP:GREEN {2}NORMAL: Blockade of the pier\nThe alert is over; the level was high\.\n[\s\S]*, update 3\. /,
    );
  });

  test('never more than a message holds, never a line or direction of somebody else’s making', () => {
    const alert = makeAlert(assessment, { ...OPTIONS, previousLevel: 'normal' });
    const hostile = `a\u202eb\u0000\n<b>&\u2028${'😀'.repeat(2000)}`;
    const text = formatAlert({
      ...alert,
      title: hostile,
      question: hostile,
      reasons: Array.from({ length: 200 }, () => ({ direction: 'for', text: hostile, claims: [] })),
      tlp: hostile,
    });
    expect(text.length).toBeLessThanOrEqual(MAX_MESSAGE);
    expect(text).toContain(`\n… and `);
    expect(text).toContain(alert.id);
    expect(text).not.toMatch(/[\u202e\u0000\u2028]|\p{Surrogate}/u);
    expect(text.split('\n')[3]).toMatch(/^ab <b>& 😀+…$/u);
  });
});
