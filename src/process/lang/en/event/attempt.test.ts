import { describe, expect, it } from 'vitest';
import type { Realis } from '../../../../model/event.ts';
import { eventOf, readText } from './reading.fixtures.ts';

/** What became of the event whose word stands in brackets, as the whole reading has it. */
const SENTENCES: Partial<Record<Realis, string>> = {
  occurred: `
    Officers attempted a [coup] in Niger on Monday.
    The presidential guard attempted a [putsch] at dawn.
    Soldiers launched a failed [coup] attempt in Bamako on Tuesday.
    The army put down an attempted [coup] on Sunday.
    Soldiers tried to seize [power] in Ouagadougou early on Monday.
    Some officers of the guard tried and failed to seize [power].
    Officers failed in their attempt to seize [power] on Thursday.
    A group of soldiers tried to [overthrow] the president on Friday.
    Colonels attempted to [oust] the president of Niger.
    An attempt to [topple] the government failed on Monday, officials said.
    A [coup] attempt by the presidential guard collapsed after six hours.
    The botched [coup] ended within hours.
    Six people died in the abortive [coup].
    The president survived a [coup] attempt.
    Two [coup] attempts have been made this year.
    Regional leaders condemned an attempt by soldiers to seize [power].
    State television said officers had attempted a [coup].
    Two generals were charged with attempting to [overthrow] the government.
    The men who attempted the [coup] were arrested.
    Soldiers attempt [coup] in Niger
    Gunmen attempted to [assassinate] the governor on Monday.
    The minister was wounded in an [assassination] attempt.
    An attempted [bombing] at the bus station hurt nobody.
    Guards repelled an attempted [raid] on the depot.
    The failed [assault] on the airport cost the rebels 30 men.
    Rebels have tried to [storm] the palace twice since Friday.
  `,
  ongoing: `
    Soldiers are attempting a [coup] in Niger.
    Soldiers are trying to [overthrow] the president.
    A [coup] attempt is under way in Niamey.
  `,
  possible: `
    The army may attempt a [coup].
    Officers could try to seize [power].
    Diplomats feared a [coup] attempt.
    The junta fears an attempt to [overthrow] it.
    There are fears that the army will try to seize [power].
    Officials warned of a possible [coup] attempt.
    Any attempt to [overthrow] the government is a crime, the minister said.
    Attempts to seize [power] are punished by death in the country.
    It is unclear whether soldiers attempted a [coup].
    Did officers attempt a [coup]?
    He was asked whether he had tried to [assassinate] the king.
  `,
  prepared: `
    Officers planned to attempt a [coup].
    Colonels were plotting an attempt to [overthrow] the president.
    The general was preparing a [coup] attempt.
    Seven officers were accused of plotting to attempt a [coup].
  `,
  expected: `
    Soldiers will attempt a [coup], analysts said.
    Analysts expect another [coup] attempt this year.
  `,
  threatened: `
    The colonel threatened to attempt a [coup].
  `,
  conditional: `
    If officers attempt a [coup], the union will answer.
    If there is a [coup] attempt, borders will be closed.
    Any officer would be shot if he attempted to [overthrow] the government.
  `,
  denied: `
    The army denied an attempted [coup].
    The general denied attempting a [coup].
    The army denied that officers had attempted a [coup].
    The colonels never attempted a [coup], their lawyer said.
    Nobody attempted a [coup].
    There was no [coup] attempt, the spokesman said.
    It was not a [coup] attempt, the minister said.
    The officers did not try to seize [power].
    The minister dismissed reports of a [coup] attempt.
    Security forces foiled a [coup] attempt.
    The planned [coup] attempt was called off.
    Loyalists thwarted an attempt to [overthrow] the president.
    Police thwarted an attempted [attack] on a market.
    A failed attempt to [kill] the mayor shocked the town.
    An attempt to [kidnap] the judge failed.
  `,
};

const CASES = Object.entries(SENTENCES).flatMap(([realis, block]) =>
  block
    .trim()
    .split('\n')
    .map((line) => [line.trim(), realis] as const),
);

/** The event of the word in brackets. */
function readMarked(line: string) {
  const word = /\[(.+)\]/.exec(line)![1]!;
  return eventOf(readText(line.replace(/[[\]]/g, '')), word);
}

describe('an attempt', () => {
  it.each(CASES)('%s: %s', (line, realis) => expect(readMarked(line).realis).toBe(realis));

  it('is news where the text tells it as such, and history where it does not', () => {
    expect(readMarked('The president survived a [coup] attempt.').background).toBe(false);
    expect(readMarked('A [coup] attempt failed in Mali on Tuesday.').background).toBe(false);
    expect(readMarked('A 1980 [coup] attempt killed dozens of people.').background).toBe(true);
    expect(readMarked('He took part in the [coup] attempt of 1983.').background).toBe(true);
  });

  it('is of whoever launched it', () => {
    const reading = readText('Soldiers launched a failed coup attempt in Bamako on Tuesday.');
    const { actors } = eventOf(reading, 'coup');
    expect(actors).toHaveLength(1);
    expect(reading.entities.find(({ id }) => id === actors[0])?.name).toBe('Soldiers');
  });
});

describe('reports of it', () => {
  it('are denied where they are dismissed, and told where they are not', () => {
    expect(readMarked('The minister dismissed reports of an [attack].').realis).toBe('denied');
    expect(readMarked('The minister read reports of an [attack] on the port.').realis).toBe('occurred');
  });
});
