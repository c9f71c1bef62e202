import { describe, expect, it } from 'vitest';
import { namesOf, readText, wordsOf } from './reading.fixtures.ts';

const modeOf = (text: string) => {
  const [event] = readText(text).events;
  return `${event?.plover.mode ?? '-'} ${event?.cameo}`;
};

describe('what an attack is done with', () => {
  it.each([
    ['Balad air base was hit by rockets.', 'heavy-weapons 194'],
    ['Rockets hit the air base on Saturday.', 'heavy-weapons 194'],
    ['Rockets struck a missile depot.', 'heavy-weapons 194'],
    ['Gunmen attacked a helicopter near Mosul.', 'firearms 193'],
    ['An air attack hit the town.', 'aerial 195'],
    ['Aircraft bombed a tank column.', 'aerial 195'],
    ['Rebels fired rockets at an airfield.', 'heavy-weapons 194'],
    ['A drone attacked the airport.', 'drone 195'],
  ])('%s: %s', (text, expected) => expect(modeOf(text)).toBe(expected));

  it('is not what it is done to', () => {
    const reading = readText('Missiles struck an aircraft carrier.');
    expect(namesOf(reading, reading.events[0]!.instruments)).toEqual(['missile']);
  });
});

const codesOf = (text: string) => readText(text).events.map(({ plover, cameo }) => `${plover.type} ${cameo}`);

describe('words that name events', () => {
  it.each([
    ['Nurses walked off the job over pay.', 'PROTEST 143'],
    ['Angola expelled thousands of families.', 'COERCE 174'],
    ['Angola expelled the ambassador.', 'SANCTION 166'],
    ['Pirates hijacked a tanker.', 'ASSAULT 181'],
    ['The president held a phone call with the king.', 'CONSULT 041'],
    ['A bomb exploded in the market.', 'ASSAULT 183'],
    ['Inmates at the jail began a hunger strike.', 'PROTEST 142'],
    ['Bus drivers went on strike in Lagos.', 'PROTEST 143'],
    ['Rioters torched shops.', 'PROTEST 145'],
    ['The junta declared martial law.', 'COERCE 1724'],
    ['The governor lifted the state of emergency.', 'RETREAT 0814'],
    ['Ghana eased sanctions on Togo.', 'RETREAT 085'],
    ['The mayor survived an assassination attempt.', 'ASSAULT 185'],
    ['An arrest warrant was issued for the banker.', 'COERCE 173'],
    ['Ecuador severed relations with Colombia.', 'SANCTION 161'],
    ['The army put its troops on high alert.', 'MOBILIZE 152'],
    ['Militiamen moved rocket launchers towards the base.', 'MOBILIZE 154'],
    ['The ministry told its diplomats to leave Tehran.', 'SANCTION 166'],
    ['The two navies held joint exercises.', 'COOPERATE 062'],
    ['Uganda took in thousands of refugees.', 'AID 075'],
    ['Police fired tear gas at protesters.', 'ASSAULT 175'],
    ['The navy blockaded the port.', 'COERCE 191'],
    ['Rebels overran an army post.', 'ASSAULT 190'],
    ['UN inspectors visited the plant.', 'ACCUSE 090'],
    ['Greece asked Turkey for help.', 'REQUEST 020'],
    ['Soldiers used sarin against civilians.', 'ASSAULT 204'],
    ['Senator Ann Example mocked the plan.', 'ACCUSE 111'],
    ['Ann Example ripped Governor Bob Sample on Monday.', 'ACCUSE 111'],
    ['Ann Example called Bob Sample a liar.', 'ACCUSE 111'],
    ['The minister was highly critical of the government.', 'ACCUSE 111'],
    ['The four suspects were charged.', 'ACCUSE 112'],
    ['Bob Sample is being held at the county jail.', 'COERCE 173'],
    ['The man was tased by police.', 'ASSAULT 175'],
    ['Hundreds of people marched down Main Street.', 'PROTEST 141'],
    ['Ann Example challenged Bob Sample to a debate.', 'REQUEST 020'],
    ['Ann Example has backed Bob Sample for mayor.', 'SUPPORT 051'],
  ])('%s: %s', (text, expected) => expect(codesOf(text)).toContain(expected));

  it.each([
    'Riot police stood by.',
    'The film shows the heroin crisis that she fought.',
    'The study demonstrated a new technique.',
    'The Tremors, a rock band, struck a chord.',
    'The senator spoke at a campaign rally.',
    'The midfielder hit the post from an attack down the left.',
    'The outbreak killed three people.',
    'The alleged killer slept.',
    'Ann Example hosts a television show.',
    'The county declared a public health emergency.',
    'The number of cases will decline to forty.',
    'Millions of infected chickens were slaughtered.',
    'He wound up losing the vote.',
    'She laid down flowers at the memorial.',
    'The driver gunned the engine.',
    'The car hit her and drove away.',
    'Six people were killed in floods.',
    'The forward is on injured reserve.',
    'Ann Example insisted that she had no plan.',
    'The man walked out of the hotel.',
    'The accountant barricaded a door.',
    'The minister declined to comment.',
    'She insisted on remaining anonymous.',
    'Some phone calls were cut.',
    'The team rallied from a deficit.',
  ])('no event: %s', (text) => expect(wordsOf(readText(text))).toEqual([]));
});
