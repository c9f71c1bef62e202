import { describe, expect, it } from 'vitest';
import type { IncidentPart, ToldIncident } from '../../../../model/told-incident.ts';
import { readText } from './reading.fixtures.ts';

const incidentsOf = (text: string): readonly ToldIncident[] => readText(text).incidents ?? [];
const wordsOf = (incident: ToldIncident | undefined, part: IncidentPart) =>
  incident?.[part].map(({ mentions }) => mentions.map(({ text }) => text).join(' = '));

describe('the incidents of a document', () => {
  it('say who did it, what and who was hit, and with what', () => {
    const [incident, ...others] = incidentsOf(
      'Masked gunmen attacked a police station in Port Sarrat with grenades on Tuesday, the ministry said.',
    );
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      kind: 'toldIncident',
      id: 'i1',
      plover: { type: 'ASSAULT', mode: 'heavy-weapons' },
      realis: 'occurred',
      background: false,
    });
    expect(wordsOf(incident, 'persons')).toEqual(['gunmen']);
    expect(wordsOf(incident, 'organizations')).toEqual([]);
    expect(wordsOf(incident, 'weapons')).toEqual(['grenades']);
  });

  it('point at the characters that say so', () => {
    const text = 'Rebels shot Ann Example dead in Baghdad on Monday. Example was killed near the market.';
    const found = incidentsOf(text);
    const mentions = found.flatMap((one) => [...one.persons, ...one.victims]).flatMap((one) => one.mentions);
    expect(mentions.length).toBeGreaterThan(1);
    for (const { start, end, text: words } of mentions) expect(text.slice(start, end)).toBe(words);
  });

  it('take the mentions of one act together, and keep two acts apart', () => {
    const again = incidentsOf(
      'Rebels attacked a base in Mosul on Tuesday with mortars. The attack on the base lasted an hour, the army said.',
    );
    expect(again).toHaveLength(1);
    expect(again[0]?.events.length).toBeGreaterThan(1);
    expect(again[0]?.plover.mode).toBe('heavy-weapons');
    const two = incidentsOf(
      'A car bomb killed four soldiers in Mosul on Tuesday. Gunmen kidnapped an aid worker in Basra on Wednesday.',
    );
    expect(two.map(({ plover }) => plover.mode)).toEqual(['explosives', 'abduct']);
  });

  it('know the body behind its people', () => {
    const [incident] = incidentsOf(
      'Gunmen of the Islamic State ambushed an army patrol near Tyre on Monday.',
    );
    expect(wordsOf(incident, 'persons')).toEqual(['Gunmen']);
    expect(wordsOf(incident, 'organizations')).toEqual(['Islamic State']);
  });

  it('are as firm as their firmest mention, and may be only threatened', () => {
    const [feared] = incidentsOf('The group threatened to attack the embassy in Baghdad.');
    expect(feared?.realis).toBe('threatened');
  });

  it('hold nothing that is denied, a drill, or empty of who, what and how many', () => {
    expect(incidentsOf('The army denied that it had shelled the village.')).toEqual([]);
    expect(incidentsOf('Violence was feared.')).toEqual([]);
    expect(incidentsOf('The parties signed the agreement in Geneva.')).toEqual([]);
  });
});
