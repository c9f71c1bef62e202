import { beforeAll, describe, expect, it } from 'vitest';
import { type EnglishEngine, loadEnglish } from '../engine.ts';
import { type EventLexicon, loadEvents } from './lexicon.ts';
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
