import { describe, expect, it } from 'vitest';
import { eventOf, namesOf, readText } from './reading.fixtures.ts';

/** `word: posture` for each event that has one. */
const posturesOf = (text: string) =>
  readText(text).events.flatMap(({ trigger, posture }) =>
    posture === undefined ? [] : [`${trigger.text}: ${posture}`],
  );

describe('what stands ready', () => {
  it.each([
    ['Iran moved missiles within range of the base.', 'moved: force posture'],
    ['Russia has massed troops at the border.', 'massed: force posture'],
    ['Officials saw Iran moving launchers along its coast.', 'moving: force posture'],
    ['The tanks were deployed near the front line.', 'deployed: force posture'],
    ['The government called up reservists on Sunday.', 'called: mobilisation'],
    ['The army mobilised two brigades.', 'mobilised: mobilisation'],
    ['The militias have moved to a heightened level of preparation.', 'preparation: alert level'],
    ['The army raised its alert level on Monday.', 'raised: alert level'],
    ['The army lowered its alert level on Monday.', 'alert: alert level'],
    ['The police were put on high alert.', 'alert: alert level'],
    ['Britain evacuated its embassy staff from Kabul.', 'evacuated: evacuation'],
    ['Washington ordered a drawdown of embassy personnel.', 'drawdown: evacuation'],
    ['Two B-52 bombers flew over the Gulf.', 'flew: show of force'],
    ['The navy sent a destroyer through the strait.', 'sent: show of force'],
    ['The carrier sailed through the strait.', 'sailed: show of force'],
    ['The drill was a show of force, analysts said.', 'show: show of force'],
    ['The militia vowed to avenge the general.', 'vowed: intent'],
    ['Iran promised hard revenge.', 'promised: intent'],
    ['Iran threatened a decisive answer.', 'threatened: intent'],
    ['The weapons are in place.', 'place: capability'],
    ['The militias maintain stockpiles of rockets.', 'stockpiles: capability'],
    ['Iran has the ability to strike bases in the region.', 'ability: capability'],
    ['The rebels are capable of hitting the capital.', 'capable: capability'],
    ['All the weapons capability that the militias need is in Iraq.', 'capability: capability'],
    ['Hezbollah has 130,000 rockets.', 'has: capability'],
    ['Pakistan has nuclear weapons.', 'has: capability'],
    ['Unless the rockets stop, the United States will close its embassy.', 'close: trigger'],
    ['If the army attacks the town, the rebels will strike its bases.', 'strike: trigger'],
  ])('%s → %s', (text, expected) => {
    expect(posturesOf(text)).toEqual([expected]);
  });
});

describe('what looks like it', () => {
  it.each([
    'The army sent engineers to the flooded town.',
    'The party mobilised its voters in Ohio.',
    'The weather service issued an alert for the coast.',
    'An amber alert was issued for the girl.',
    'The country expelled three diplomats.',
    'Bombers struck the depot.',
    'Officials fear that the group will strike.',
    'The militias fired rockets at the base.',
    'If they attack, many people will die.',
    'He has the ability to strike a deal.',
    'The airline has a fleet of 40 jets.',
    'Residents were evacuated because of the flood.',
    'The senator has threatened to veto the bill.',
    'The museum has rockets from the space race.',
    'The director flew to Houston on a corporate jet.',
    'The campaign moved staff to Ohio.',
  ])('%s', (text) => {
    expect(posturesOf(text)).toEqual([]);
  });
});

describe('a state of readiness', () => {
  it('goes on while it is told as present, and is denied where the text says so', () => {
    const kept = eventOf(readText('The militias maintain stockpiles of rockets.'), 'stockpiles');
    expect(kept).toMatchObject({ plover: { type: 'MOBILIZE', mode: 'weapons' }, realis: 'ongoing' });
    expect(kept.factuality).toBeGreaterThan(1.5);
    const denied = readText('The rebels do not have the ability to hit the capital.');
    expect(eventOf(denied, 'ability')).toMatchObject({ posture: 'capability', realis: 'denied' });
    const past = readText('In 2003 the militia had 200 rockets.');
    expect(eventOf(past, 'had')).toMatchObject({ posture: 'capability', realis: 'occurred' });
  });

  it('is that of whoever is or has it', () => {
    const able = readText('Hezbollah is capable of hitting the capital.');
    expect(namesOf(able, eventOf(able, 'capable').actors)).toEqual(['Hezbollah']);
    expect(eventOf(able, 'capable').recipients).toEqual([]);
    const having = readText('Hezbollah has 130,000 rockets.');
    expect(namesOf(having, eventOf(having, 'has').actors)).toEqual(['Hezbollah']);
  });

  it('is told once', () => {
    const reading = readText('Iran moved missiles within range of the base.');
    expect(reading.events.filter(({ plover }) => plover.type === 'MOBILIZE')).toHaveLength(1);
  });
});
