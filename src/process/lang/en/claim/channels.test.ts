import { describe, expect, it } from 'vitest';
import { readText } from '../event/reading.fixtures.ts';

/** The chains of a text's attributed claims, without the page's own outlet, and what they say. */
const chainsOf = (text: string) =>
  readText(text)
    .claims.filter(({ quote }) => quote !== 'none')
    .map(
      ({ chain, content }) =>
        `${chain
          .slice(1)
          .map(({ name }) => name)
          .join(' > ')}: ${content.text}`,
    );

describe('what is told to several media', () => {
  it.each([
    'A port official told The Washington Post and the AP that the crane had failed.',
    'The crane had failed, a port official told The Washington Post and the AP.',
  ])('is one claim for each: %s', (text) => {
    const reading = readText(text);
    const claims = reading.claims.filter(({ quote }) => quote !== 'none');
    expect(claims.map(({ chain }) => chain[1]!.name)).toEqual(['The Washington Post', 'Associated Press']);
    expect(new Set(claims.map(({ chain }) => chain[2]!.name)).size).toBe(1);
  });

  it('tells the event again in the second, as the same', () => {
    const reading = readText('Officials told CNN and Reuters that rebels shelled the town.');
    expect(reading.events.map(({ claim, sameAs }) => [claim, sameAs])).toEqual([
      ['c1', undefined],
      ['c2', 'v1'],
    ]);
  });

  it('finds the media behind those whom they cite, and at the end of what is confirmed', () => {
    expect(chainsOf('The crane had failed, according to port officials cited by Reuters and CNN.')).toEqual([
      'Reuters > port officials: The crane had failed',
      'CNN > port officials: The crane had failed',
    ]);
    expect(chainsOf('Port officials confirmed the accident to The Associated Press.')).toEqual([
      'Associated Press > Port officials: the accident',
    ]);
  });

  it('leaves people and towns that are told something, and what others gave to a paper, alone', () => {
    expect(chainsOf('The mayor told Ann Example and the council that the crane had failed.')).toEqual([
      'mayor: that the crane had failed',
    ]);
    expect(chainsOf('The mayor said that he gave the letter to The Washington Post.')).toEqual([
      'mayor: that he gave the letter to The Washington Post',
    ]);
  });
});

describe('who is cited', () => {
  it('is one claim for each medium or named source, and one link for people without a name', () => {
    expect(
      chainsOf('The ferry was overloaded, the Harbour Globe reported, citing CNN and Politico.'),
    ).toEqual([
      'Harbour Globe > CNN: The ferry was overloaded',
      'Harbour Globe > Politico: The ferry was overloaded',
    ]);
    const [claim] = readText(
      'The ferry was overloaded, Reuters reported, citing two officials and a diplomat.',
    ).claims;
    expect(claim!.chain.at(-1)).toMatchObject({
      name: 'two officials and a diplomat',
      anonymous: true,
      number: 'several',
    });
  });

  it('may stand between the verb and what is said', () => {
    expect(
      chainsOf('Reuters had written on Wednesday, on the word of an official, that the ferry sank.'),
    ).toEqual(['Reuters > official: that the ferry sank']);
    expect(chainsOf('The Post wrote that they stood on the edge of the town.')).toHaveLength(1);
  });

  it('is found behind an outlet whose verb looks like a noun', () => {
    expect(chainsOf('The ferry was overloaded, the Daily Caller reports, citing Ann Example.')).toEqual([
      'The Daily Caller > Ann Example: The ferry was overloaded',
    ]);
  });
});
