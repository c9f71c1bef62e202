import { describe, expect, it } from 'vitest';
import { readText } from '../../process/lang/en/event/reading.fixtures.ts';
import { formatIncidents } from './incidents.ts';
import { makeStyle } from './terminal.ts';

const form = { width: 80, style: makeStyle(false) };

describe('formatIncidents', () => {
  it('shows each part by the words of the text', () => {
    const reading = readText('Gunmen killed three soldiers in Mosul on Tuesday with grenades.');
    const lines = formatIncidents(reading, form);
    expect(lines[0]).toMatch(/^ {2}ASSAULT .*occurred · 18 Jun 2019 · Mosul$/);
    expect(lines).toContain('    by      “Gunmen”');
    expect(lines).toContain('    with    grenade (“grenades”)');
  });

  it('says nothing where there is none, and passes on nothing that a terminal obeys', () => {
    expect(formatIncidents(readText('Nothing happened.'), form)).toEqual([]);
    const reading = readText('Gunmen killed three soldiers in Mosul on Tuesday.');
    const [incident] = reading.incidents ?? [];
    const persons = [{ mentions: [{ start: 0, end: 6, text: 'a\u001b[2Jb\u202e' }] }];
    const hostile = { ...reading, incidents: [{ ...incident!, persons }] };
    expect(formatIncidents(hostile, form).join('\n')).not.toMatch(/[\u001b\u202e]/);
  });
});
