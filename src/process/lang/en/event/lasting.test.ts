import { beforeAll, describe, expect, it } from 'vitest';
import type { EventType, Realis } from '../../../../model/event.ts';
import { type EnglishEngine, loadEnglish } from '../engine.ts';
import { type EventLexicon, loadEvents } from './lexicon.ts';
import { eventOf, readText } from './reading.fixtures.ts';
import { judgeRealis } from './realis.ts';

let english: EnglishEngine;
let lexicon: EventLexicon;
beforeAll(() => {
  english = loadEnglish();
  lexicon = loadEvents();
});

/** The realis of the word in brackets. */
function judge(marked: string, type: EventType): Realis | undefined {
  const start = marked.indexOf('[');
  const text = marked.replace(/[[\]]/g, '');
  for (const [at, sentence] of english.parse(text).entries()) {
    const index = sentence.tokens.findIndex((token) => token.start === start);
    if (index >= 0)
      return judgeRealis(sentence, { at, index, sense: { type, cameo: '190', contexts: [] } }, lexicon);
  }
  return undefined;
}

type Row = readonly [marked: string, realis: Realis, type?: EventType];

const check = (rows: readonly Row[]) => {
  for (const [marked, realis, type = 'ASSAULT'] of rows)
    it(`${marked}: ${realis}`, () => expect(judge(marked, type)).toBe(realis));
};

describe('what goes on while it is told', () => {
  check([
    ['An [investigation] is already underway into the fire.', 'ongoing'],
    ['The cause of the fire remains under [investigation].', 'ongoing'],
    ['The bank was under [investigation] for two years before it closed.', 'occurred'],
    ['The two sides have been in [negotiations] over the port for months.', 'ongoing'],
    ['Both governments are in [talks] over the river.', 'ongoing'],
    ['The two sides held [talks] on Monday.', 'occurred'],
    ['Violent [protests] over fuel prices continued for the fifth straight day.', 'ongoing'],
    ['The [protests] continued until Friday and then died down.', 'occurred'],
    ['The [strike] at the mine entered its third week on Monday.', 'ongoing'],
    ['Ann Example said the violence against the hill tribes is [genocide].', 'ongoing'],
    ['The court found that the killings were [genocide].', 'occurred'],
    ['Police are [investigating] the fire.', 'ongoing'],
    ['Health officials [investigating] outbreak at two schools', 'ongoing'],
    ['Detectives [investigating] the fire have found a second body.', 'ongoing'],
    ['The agency was [appealing] for blankets and tents.', 'ongoing'],
    ['The army was [negotiating] with the rebels when the bomb went off.', 'occurred'],
    ['The [riots] that are shaking the capital began with a police raid.', 'ongoing'],
    ['The [riots] that shook the capital in May began with a police raid.', 'occurred'],
    ['The ban stays in place pending an [investigation].', 'ongoing'],
    ['We are working with the coast guard throughout this [investigation].', 'ongoing'],
    [
      'The charity complained of obstacles in its effort to [provide] tents to the villagers.',
      'ongoing',
      'AID',
    ],
  ]);
});

describe('what was aimed at and done', () => {
  check([
    ['The senator used the debate to [criticize] the press.', 'occurred'],
    ['The report led prosecutors to [investigate] the mayor.', 'occurred'],
    ['Firemen who arrived to [investigate] found nothing.', 'occurred'],
    ['Hundreds gathered to [demand] his resignation.', 'occurred'],
    ['Hundreds will gather to [demand] his resignation.', 'expected'],
    ['He stood by his plan to [boycott] the meeting.', 'occurred'],
    ['He spoke of his plan to [boycott] the meeting.', 'prepared'],
    ['A reporter asked why she decided to [attack] the judge.', 'occurred'],
    ['The cabinet decided to [attack] the island.', 'ordered'],
    ['The governor was quick to [blame] the railway.', 'occurred'],
    ['Those most willing to [attack] him were two young senators.', 'occurred'],
    ['The rebels are willing to [attack] the port.', 'prepared'],
    ['The council is considering a [request] from the school.', 'occurred', 'REQUEST'],
    ['The ministry ignored the [request] for guards.', 'occurred', 'REQUEST'],
    ['The ministry failed to honor repeated [requests] for guards.', 'recurrent', 'REQUEST'],
    ['He would have attended the [meeting] where the party decided the matter.', 'occurred', 'CONSULT'],
    ['The army sent troops who [attacked] the village.', 'occurred'],
    ['He sent guards to [protect] the bridge.', 'possible'],
    ['Police were called to [investigate] a noise.', 'occurred'],
  ]);
});

describe('what is wished, asked for or given up', () => {
  check([
    ['The two tribes no longer [fight] over water.', 'denied'],
    ['The cabinet has delayed [lifting] the ban.', 'denied'],
    ['Ann Example has not considered [resigning].', 'denied'],
    ['Residents want to see the police [disarmed].', 'possible'],
    ['Voters want to see the generals [arrested].', 'possible'],
    ['The gang used lasers to target officers for [attack].', 'prepared'],
    ['He cast doubt on the value of an outside [investigation].', 'possible'],
    ['It is vital that the aid groups [evacuate] the village.', 'possible'],
    ['It is imperative that donors [provide] tents.', 'possible'],
    ['The party appealed for an [investigation] into the fire.', 'possible'],
  ]);
});

describe('what is done again and again', () => {
  check([
    ['The mayor said he [meets] with families of the missing.', 'recurrent', 'CONSULT'],
    ['[Meetings] with envoys are part of the daily routine of a minister.', 'recurrent', 'CONSULT'],
    ['The paper was sometimes [attacked] by the governor.', 'recurrent'],
  ]);
});

describe('harm that its doer promises', () => {
  it('is threatened', () => {
    const reading = readText('The candidate pledged to bomb the island. He promised to withdraw the troops.');
    expect(eventOf(reading, 'bomb').realis).toBe('threatened');
    expect(eventOf(reading, 'withdraw').realis).toBe('ordered');
  });
});
