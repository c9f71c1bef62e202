import { describe, expect, it } from 'vitest';
import { allFigures, eventOf, figuresOf, readText } from './reading.fixtures.ts';

/** Who says each figure of a reading, with the event that it is said of. */
function saidOf(text: string): readonly string[] {
  const reading = readText(text);
  return reading.events.flatMap((event) => {
    const claim = reading.claims.find(({ id }) => id === event.claim)!;
    const who = claim.chain.length === 1 ? 'own' : claim.chain.at(-1)!.name;
    return figuresOf(event).map((figure) => `${who}: ${figure} of ${event.sameAs ?? event.id}`);
  });
}

describe('counts said of what was told before', () => {
  it('gives each count to who said it and to the event it is of', () => {
    expect(
      saidOf(
        'At least six shells hit the port on Sunday. First radio reports had spoken of two shells. The navy counted nine shells.',
      ),
    ).toEqual([
      'own: shells atLeast 6 of v1',
      'First radio reports: shells exactly 2 of v1',
      'navy: shells exactly 9 of v1',
    ]);
  });

  it('reads bare numbers, ranges and a verb that is said once', () => {
    expect(
      saidOf(
        'About 40 rockets hit the airfield. The army had first spoken of three, the ministry of 11 to 16.',
      ),
    ).toEqual([
      'own: rockets about 40 of v1',
      'army: rockets exactly 3 of v1',
      'ministry: rockets atLeast 11 of v1',
      'ministry: rockets atMost 16 of v1',
    ]);
  });

  it('follows a count of harm that grows', () => {
    const reading = readText(
      'Drones struck the camp on Monday. The army said 34 troops were diagnosed with brain injuries. The number of injured rose from 0 to 61. The count has reached 70.',
    );
    expect(reading.events.map(({ sameAs }) => sameAs)).toEqual([undefined, 'v1', 'v1', 'v1']);
    expect(allFigures(reading)).toEqual([
      'injured exactly 34 troops',
      'injured exactly 61',
      'injured exactly 70',
    ]);
  });

  it('leaves out the parts of a total', () => {
    expect(
      allFigures(
        readText(
          'Rockets hit the town. The army says that nine came down, five of them in the market and four outside it.',
        ),
      ),
    ).toEqual(['rockets exactly 9']);
    expect(allFigures(readText('Five sites were bombed, three in the north and two in the south.'))).toEqual([
      'sites exactly 5',
    ]);
  });

  it('takes the arms counted for what an attack was done with', () => {
    const reading = readText('Rockets landed in the zone. At least eight were fired at the embassy.');
    expect(eventOf(reading, 'fired')).toMatchObject({ cameo: '194', plover: { mode: 'heavy-weapons' } });
  });
});

describe('which event a count is of', () => {
  it('is an attack with the same arms, however many were hurt since', () => {
    const reading = readText(
      'Rockets were fired at the port. Two men were hurt. The quay was closed. Nobody came. The army speaks of at least eight rockets.',
    );
    expect(reading.events.at(-1)).toMatchObject({ sameAs: 'v1' });
    expect(allFigures(reading)).toEqual(['injured exactly 2 men', 'rockets atLeast 8']);
  });

  it('is not the one of today where "then" points to another day', () => {
    const reading = readText(
      'Rockets fell on the port on Monday. The port was bombed on 20 May too. The army counted 21 rockets then.',
    );
    expect(reading.events.at(-1)?.sameAs).not.toBe('v1');
  });

  it('counts arms after damage to things', () => {
    const reading = readText(
      'Rockets struck the depot and caused damage. At least eight were fired at the port.',
    );
    expect(allFigures(reading)).toEqual(['rockets atLeast 8']);
  });

  it('stands on the number itself', () => {
    const reading = readText('Shells hit the port. The army put the number of shells at eight or more.');
    expect(reading.events.at(-1)!.trigger.text).toBe('eight');
  });
});

describe('figures of harm', () => {
  it('keeps the bound of who is a casualty, and whose he is', () => {
    expect(
      allFigures(readText('At least one Syrian civilian was a casualty of the attack, he said.')),
    ).toEqual(['casualties atLeast 1 Syrian civilian']);
    const reading = readText('There was at least one Syrian civilian casualty.');
    expect(allFigures(reading)).toEqual(['casualties atLeast 1 Syrian civilian']);
    expect(reading.events[0]!.actors).toEqual([]);
  });

  it('makes nobody the killer of himself', () => {
    const reading = readText('The army reported one child killed and five civilians wounded.');
    expect(allFigures(reading)).toEqual(['killed exactly 1 child', 'injured exactly 5 civilians']);
    expect(reading.events[0]!.actors).toEqual([]);
  });

  it('leaves a count in another clause to what it counts', () => {
    const reading = readText(
      'The number of troops injured in the attack on the base has reached 109. The rise from 0 to 109 does not mean that there were new attacks.',
    );
    expect(eventOf(reading, 'attacks').figures).toEqual([]);
    expect(allFigures(reading)).toEqual(['injured exactly 109', 'injured exactly 109']);
  });
});

describe('what is no count of it', () => {
  it.each([
    'Rockets hit the port on Monday. The group has 3,000 rockets.',
    'Rockets hit the port on Monday. The ministry plans to buy 20 drones.',
    'Rockets hit the port on Monday. The union spoke of 12 demands.',
    'Rockets hit the port on Monday. Later 50 patients were diagnosed with cancer.',
    'Rockets hit the port on Monday. The count of votes reached 3,000.',
  ])('%s', (text) => expect(allFigures(readText(text))).toEqual([]));

  it('makes up no event where none was told', () => {
    const reading = readText('Officials spoke of three rockets. Even the number of rockets is open.');
    expect(reading.events).toEqual([]);
  });

  it('is not of another day', () => {
    const reading = readText(
      'Rockets hit the base on 12 June. On 17 June the army counted four rockets in the market.',
    );
    expect(reading.events.filter(({ sameAs }) => sameAs === 'v1')).toEqual([]);
  });
});
