import { describe, expect, it } from 'vitest';
import { karvoniaDesk } from '../../../test/setup/karvonia-desk.ts';
import type { Probability } from '../../model/probability.ts';
import { drawBar, formatBoard } from './board.ts';
import { makeStyle } from './terminal.ts';
import { measure } from './width.ts';

const form = { width: 80, style: makeStyle(false) };
const make = (p: number, high = p): Probability => ({ p, low: 0, high, word: 'unlikely' });

describe('drawBar', () => {
  it('reaches as far as the probability, with a tick where the base rate is', () => {
    expect(drawBar(make(0.5, 0.7), make(0.1))).toBe('███┃███████████░░░░░░·········');
    expect(drawBar(make(0), make(0))).toBe(`┃${'·'.repeat(29)}`);
    expect(drawBar(make(1), make(1))).toBe(`${'█'.repeat(29)}┃`);
  });
});

describe('formatBoard', () => {
  it('shows number and word, base rate, change, level, reasons and the newest words', async () => {
    const text = formatBoard(await karvoniaDesk.getBoard(), form);
    expect(text.split('\n').slice(0, 17)).toEqual([
      'As of 22 May 2031 10:00 UTC',
      '',
      'Allied mission in Karvonia  allied-mission-karvonia',
      '  level elevated · confidence low',
      '  Will the allied mission in Karvonia be attacked with rockets, missiles or',
      '  drones? (30 days)',
      '  ███┃████████░░░░░░············',
      '  41% · unlikely · 23–60% · base rate 12% · +29 points since a day before',
      '  for      Preparation of an attack is reported; Anniversary of the harbour raid',
      '  against  Those threatened stay',
      '  window   Anniversary of the harbour raid, 3 June 2031',
      expect.stringMatching(
        /^ {2}newest {3}17 May 2031 \+ Preparation of an attack is reported [0-9a-f]{12}$/,
      ),
      '           Harbour Wire: “Launchers have been moved at night near Port Sarrat”',
      expect.stringMatching(/^ {11}1 May 2031 \+ Ships leave the port [0-9a-f]{12}$/),
      '           <img src=x onerror=alert(1)>: “ships </script><script>alert(2)</scri…',
      '',
      '█ probability  ░ up to the end of its interval of 80%  ┃ base rate',
    ]);
    expect(text).toContain('problems/broken.yaml: horizons is missing. Give at least one number of days.');
    for (const line of text.split('\n')) expect(measure(line)).toBeLessThanOrEqual(80);
  });

  it('leaves out what was not there, and says where nothing is watched', async () => {
    const early = formatBoard(await karvoniaDesk.getBoard('2031-05-01T00:00:00.000Z'), form);
    expect(early).not.toMatch(/since a day before|for |against|window|newest/);
    const empty = formatBoard(
      { kind: 'board', asOf: '2031-05-01', rows: [], failures: [], broken: [] },
      form,
    );
    expect(empty).toBe('As of 1 May 2031\n\nNo warning problem is watched.\n');
  });

  it('shows what a silence is worth, and whose weights they are', async () => {
    const board = await karvoniaDesk.getBoard();
    const silent = [
      { id: 'a', title: 'Boats gather', state: 'looked and not seen' as const },
      { id: 'b', title: 'A halt is announced', state: 'cannot be seen' as const },
    ];
    const dead = [{ name: 'Pier Post', lastHeard: '2031-05-01T00:00:00.000Z' }];
    const coverage = { expected: ['A', 'B', 'Pier Post'], delivered: ['A'], share: 1 / 3, dead };
    const weights = { learned: 0, outcomes: 4.6, yes: 1, needed: 30 };
    const text = formatBoard({ ...board, rows: [{ ...board.rows[0]!, silent, coverage, weights }] }, form);
    expect(text).toContain('  heard    1 of 3 sources delivered in the last day, dead: Pier Post\n');
    expect(text).toContain('  silent   looked and not seen: Boats gather; cannot be seen: A halt is\n');
    expect(text).toContain("  weights  the analyst's words (4 settled outcomes of 30)\n");
    const learned = { ...weights, learned: 2, outcomes: 61 };
    const later = formatBoard({ ...board, rows: [{ ...board.rows[0]!, weights: learned }] }, form);
    expect(later).toContain('  weights  2 learned from 61 settled outcomes\n');
  });

  it('does nothing that hostile words ask for', async () => {
    const board = await karvoniaDesk.getBoard();
    const row = board.rows[0]!;
    const claim = { ...row.newest[0]!.claim, words: 'a\u001b]0;owned\u0007\n\u202eb', outlet: '\u001b[2JX' };
    const rows = [{ ...row, title: 'T\u001b[31m', newest: [{ ...row.newest[0]!, title: 'x', claim }] }];
    const text = formatBoard({ ...board, rows }, form);
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
    expect(text).toContain('[2JX: “a ]0;owned b”');
  });
});
