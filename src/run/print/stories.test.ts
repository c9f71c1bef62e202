import { describe, expect, it } from 'vitest';
import { HOSTILE_STORY, karvoniaDesk, raid, STORY } from '../../../test/setup/karvonia-desk.ts';
import type { Hash } from '../../model/page.ts';
import type { OriginTree, ReportNode } from '../../model/story.ts';
import { formatIncident, formatIncidents, formatStories, formatStory } from './stories.ts';
import { makeStyle } from './terminal.ts';
import { drawTree } from './tree.ts';
import { measure } from './width.ts';

const form = { width: 80, style: makeStyle(false) };

describe('lists', () => {
  it('of stories say how many are first-hand, and how many rows are left out', async () => {
    const text = formatStories(await karvoniaDesk.listStories({ limit: 1 }), form);
    expect(text).toBe(
      'Officials fear an attack on the mission in Port Sarrat\n' +
        's7a10c4 · 20 May 2031 · 2\u00a0reports · 2\u00a0outlets · 1 possible origin, 2\u00a0relays · XV\n' +
        '\n1 of 2; --limit shows more.\n',
    );
    expect(formatStories({ rows: [], total: 0 }, form)).toBe('No story is known.\n');
  });

  it('of incidents say what, when, where and whether figures differ', async () => {
    const text = formatIncidents(await karvoniaDesk.listIncidents({}), form);
    expect(text.split('\n').slice(0, 3)).toEqual([
      'rockets hit the harbour district',
      'i3c9e20 · ASSAULT heavy-weapons · occurred · 9 May 2031 · harbour district ·',
      '1\u00a0report · 1\u00a0figure differs',
    ]);
    expect(formatIncidents({ rows: [], total: 0 }, form)).toBe('No incident is known.\n');
  });
});

describe('one of them', () => {
  it('is a story with its tree and what happened in it', async () => {
    const text = formatStory((await karvoniaDesk.getStory(STORY))!, form);
    expect(text).toContain('◎ officials to Channel Courier · possible: unnamed source\n');
    expect(text).toMatch(/ {2}├─ ○ Northern Gazette · 16 May 2031 · repeats Channel Courier [0-9a-f]{12}\n/);
    expect(text).toMatch(/ {2}└─ ○ Harbour Wire · 17 May 2031 · repeats Channel Courier [0-9a-f]{12}\n/);
    expect(text).toContain('What happened in it\n  launchers moved, Port Sarrat\n');
    for (const line of text.split('\n')) expect(measure(line)).toBeLessThanOrEqual(80);
  });

  it('is an incident with its figures side by side', () => {
    const text = formatIncident(raid, form);
    expect(text).toContain(
      'Figures that differ\n' +
        '  rockets: all of these can hold, risen\n' +
        '    at least 8  Northern Gazette, 16 May 2031\n' +
        '    21          Karvonian army in Northern Gazette, 16 May 2031\n' +
        '    → 21 (newest authoritative)\n' +
        '\nOther figures\n' +
        '    killed (dock worker): 1  Northern Gazette, 16 May 2031\n',
    );
    expect(text).toContain('◉ Free Coast Front · confirmed: office\n  denies: “it had fired them”\n');
    const torn = { ...raid, figures: [{ ...raid.figures[0]!, relation: 'contradiction' as const }] };
    expect(formatIncident(torn, form)).toContain('⇄ rockets: not all of these can hold');
  });

  it('does nothing that hostile names ask for', async () => {
    const story = (await karvoniaDesk.getStory(HOSTILE_STORY))!;
    const [origin] = story.tree.origins;
    const tree = { ...story.tree, origins: [{ ...origin!, name: 'x\u001b[2J\u202ey\nz' }] };
    const text = formatStory({ ...story, tree, title: '\u001b]0;owned\u0007' }, form);
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
    expect(text).toContain('◎ x [2Jy z · possible: no visible credit');
  });
});

describe('drawTree', () => {
  const hash = (digit: string): Hash => `sha256:${digit.repeat(64)}`;
  const claim = { document: hash('0'), claim: 'c1', start: 0, end: 1, words: 'it is so' };
  const node = (digit: string, outlet: string, repeats: readonly string[] = []): ReportNode => ({
    document: hash(digit),
    outlet,
    published: '2031-05-01',
    seen: '2031-05-01T00:00:00Z',
    role: repeats.length === 0 ? 'origin' : 'echo',
    relays: repeats.map((name) => ({ by: 'credit', name, evidence: claim })),
    origins: ['o1'],
    claims: [claim],
  });
  const tree = (reports: readonly ReportNode[]): OriginTree => ({
    origins: [
      { id: 'o1', status: 'confirmed', reason: 'office', name: 'Army', type: 'office', claims: [claim] },
    ],
    reports,
    confirmed: 1,
    possible: 0,
    relays: 0,
  });

  it('hangs each report below the one it repeats', () => {
    const reports = [
      node('1', 'Post'),
      node('2', 'Wire', ['The Post']),
      node('3', 'Mail', ['Wire']),
      node('4', 'Echo', ['Post']),
    ];
    expect(drawTree(tree(reports), form)).toEqual([
      '◉ Army · confirmed: office',
      '  “it is so”',
      '  └─ ● Post · 1 May 2031 · first-hand 111111111111',
      '     ├─ ○ Wire · 1 May 2031 · repeats The Post 222222222222',
      '     │  └─ ○ Mail · 1 May 2031 · repeats Wire 333333333333',
      '     └─ ○ Echo · 1 May 2031 · repeats Post 444444444444',
    ]);
  });

  it('ends where reports repeat each other in a circle, and loses none', () => {
    const lines = drawTree(tree([node('1', 'A', ['B']), node('2', 'B', ['A'])]), form);
    expect(lines.filter((line) => /[12]{12}$/.test(line))).toHaveLength(2);
  });

  it('shows what leads to nobody first-hand, apart', () => {
    const lines = drawTree(tree([{ ...node('1', 'A', ['B']), origins: [] }]), form);
    expect(lines.slice(-2)).toEqual([
      'Leading to nobody first-hand',
      '  └─ ○ A · 1 May 2031 · repeats B 111111111111',
    ]);
  });
});
