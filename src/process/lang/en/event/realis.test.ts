import { beforeAll, describe, expect, it } from 'vitest';
import { REALIS } from '../../../../model/event.ts';
import { type EnglishEngine, loadEnglish } from '../engine.ts';
import { type EventLexicon, loadEvents } from './lexicon.ts';
import { readText } from './reading.fixtures.ts';
import { listJudged } from './realis.fixtures.ts';
import { judgeRealis } from './realis.ts';

let english: EnglishEngine;
let lexicon: EventLexicon;
beforeAll(() => {
  english = loadEnglish();
  lexicon = loadEvents();
});

function judge(text: string, word: string) {
  for (const [at, sentence] of english.parse(text).entries()) {
    const index = sentence.tokens.findIndex((token) => token.text === word);
    const sense = { type: 'ASSAULT' as const, cameo: '190', contexts: [] };
    if (index >= 0) return judgeRealis(sentence, { at, index, sense }, lexicon);
  }
  throw new Error(`"${word}" is not in "${text}"`);
}

describe('realis', () => {
  it.each([
    ['Gunmen attacked the convoy.', 'attacked', 'occurred'],
    ['Gunmen are attacking the convoy.', 'attacking', 'ongoing'],
    ['The group regularly attacks convoys.', 'attacks', 'recurrent'],
    ['Gunmen did not attack the convoy.', 'attack', 'denied'],
    ['Nobody was killed in the blast.', 'killed', 'denied'],
    ['No soldier was injured.', 'injured', 'denied'],
    ['The raid was not carried out.', 'raid', 'denied'],
    ['Police prevented an attack on the mosque.', 'attack', 'denied'],
    ['The army may attack the town.', 'attack', 'possible'],
    ['The army will attack the town.', 'attack', 'expected'],
    ['Residents fear an attack.', 'attack', 'possible'],
    ['The general ordered a withdrawal.', 'withdrawal', 'ordered'],
    ['The group planned an attack.', 'attack', 'prepared'],
    ['The group threatened to attack the town.', 'attack', 'threatened'],
    ['If rebels attack the town, the army will answer.', 'attack', 'conditional'],
    ['Stop the attacks and withdraw the troops.', 'Stop', 'possible'],
    ['The navy continued to send ships.', 'send', 'occurred'],
  ])('%s (%s): %s', (text, word, expected) => expect(judge(text, word)).toBe(expected));

  it('takes for granted what is answered, condemned, investigated or remembered', () => {
    expect(judge('The militia vowed to retaliate for the strikes.', 'strikes')).toBe('occurred');
    expect(judge('The king condemned the attack.', 'attack')).toBe('occurred');
    expect(judge('Police will investigate the attack.', 'attack')).toBe('occurred');
    expect(judge('They may meet after the attack.', 'attack')).toBe('occurred');
  });

  it('does not take a doubt for a denial of what is told beside it', () => {
    expect(judge('That does not mean that there were new attacks.', 'attacks')).toBe('denied');
    expect(judge('The army cannot confirm that gunmen attacked the town.', 'attacked')).toBe('possible');
    expect(judge('They did not leave after the attack.', 'attack')).toBe('occurred');
  });

  it('knows a question that asks whether from one that asks why', () => {
    expect(judge('Did gunmen attack the convoy?', 'attack')).toBe('possible');
    expect(judge('Why did gunmen attack the convoy?', 'attack')).toBe('occurred');
  });
});

describe('realis in readings', () => {
  /** What the whole reading says of each word; where it tells no event by that word, what grammar alone says. */
  function judgeAt(text: string, start: number) {
    const event = readText(text).events.find(({ trigger }) => trigger.start === start);
    if (event !== undefined) return event.realis;
    for (const [at, sentence] of english.parse(text).entries()) {
      const index = sentence.tokens.findIndex((token) => token.start === start);
      const sense = { type: 'ASSAULT' as const, cameo: '190', contexts: [] };
      if (index >= 0) return judgeRealis(sentence, { at, index, sense }, lexicon);
    }
    return undefined;
  }

  it('is right in more than nine of ten sentences, and in most of each kind', () => {
    const judged = listJudged().map((one) => ({ ...one, mine: judgeAt(one.text, one.start) }));
    const wrong = judged.filter(({ realis, mine }) => realis !== mine);
    const listed = wrong.map(({ text, word, realis, mine }) => `${text} (${word}): ${realis}, not ${mine}`);
    expect(judged.length).toBeGreaterThan(390);
    expect(wrong.length / judged.length, listed.join('\n')).toBeLessThan(0.075);
    for (const realis of REALIS) {
      const all = judged.filter((one) => one.realis === realis);
      const missed = wrong.filter((one) => one.realis === realis);
      expect(missed.length / all.length, realis).toBeLessThan(0.35);
    }
  });

  it.each([
    ['The union called off a planned strike.', 'strike', 'denied'],
    ['The minister refused to rule out a strike on the port.', 'strike', 'possible'],
    ['The guards failed to prevent the attack.', 'attack', 'occurred'],
    ['The police did not say who attacked the convoy.', 'attacked', 'occurred'],
    ['Should the army attack the town, the rebels would flee.', 'attack', 'conditional'],
    ['The minister, for his part, had no trouble meeting the rebels.', 'meeting', 'occurred'],
    ['The envoy was asked on Sunday whether she would back the plan.', 'back', 'possible'],
    ['The navy stopped pirates from attacking a ship flying a foreign flag.', 'flying', 'occurred'],
    ['Three soldiers were killed in the exercise.', 'killed', 'occurred'],
    ['The army may cancel the withdrawal.', 'withdrawal', 'possible'],
    ['The army did not order the withdrawal.', 'withdrawal', 'denied'],
  ])('%s (%s): %s', (text, word, expected) => expect(judge(text, word)).toBe(expected));
});
