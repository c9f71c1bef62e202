import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../../../model/document.ts';
import type { Event } from '../../../../model/event.ts';
import type { Reading } from '../../../../model/reading.ts';
import { createReader, type Reader } from '../../../read.ts';

let reader: Reader;
beforeAll(() => {
  reader = createReader({ engine: 'test' });
});

const HASH = `sha256:${'0'.repeat(64)}` as const;

function read(text: string, given: Partial<Document> = {}): Reading {
  return reader.readDocument({
    kind: 'document',
    id: HASH,
    bytes: HASH,
    seen: '2019-06-20T12:00:00Z',
    version: 1,
    language: 'en',
    published: '2019-06-20',
    text,
    captions: [],
    removed: [],
    ...given,
  });
}

/** The event told by a word; `skip` passes over earlier mentions of the word. */
function eventOf(reading: Reading, word: string, skip = 0): Event {
  const found = reading.events.filter(({ trigger }) => trigger.text === word)[skip];
  if (found === undefined)
    throw new Error(
      `no event "${word}" among ${reading.events.map(({ trigger }) => trigger.text).join(', ')}`,
    );
  return found;
}

const namesOf = (reading: Reading, ids: readonly string[]) =>
  ids.map((id) => reading.entities.find((entity) => entity.id === id)?.name);
const placeOf = (reading: Reading, event: Event) => reading.places.find(({ id }) => id === event.where)?.name;
const figuresOf = (event: Event) =>
  event.figures.map(({ of, value, bound, who }) => [of, bound, value, who].filter(Boolean).join(' '));

describe('who does it to whom', () => {
  it('never lets arms act or suffer', () => {
    const reading = read('On Sunday rockets hit the U.S. Embassy in Baghdad.');
    const hit = eventOf(reading, 'hit');
    expect(hit).toMatchObject({ cameo: '194', actors: [], targetKind: 'diplomatic mission' });
    expect(namesOf(reading, hit.instruments)).toEqual(['rocket']);
    expect(namesOf(reading, hit.recipients)[0]).toContain('Embassy');
  });

  it('takes the object of seeing and accusing for who acts', () => {
    const reading = read('Officials saw Russia moving troops to the border.');
    expect(namesOf(reading, eventOf(reading, 'moving').actors)).toEqual(['Russia']);
  });

  it('does not make who fears or faces an attack its doer', () => {
    const fears = read('Israel fears an attack by Iran.');
    expect(namesOf(fears, eventOf(fears, 'attack').actors)).toEqual(['Iran']);
    const faces = read('Iran faces an attack from Israel.');
    expect(namesOf(faces, eventOf(faces, 'attack').actors)).toEqual(['Israel']);
    expect(namesOf(faces, eventOf(faces, 'attack').recipients)).toEqual(['Iran']);
  });

  it('condemns who did it, not who suffered it', () => {
    const reading = read('France condemned the attack on the embassy.');
    expect(eventOf(reading, 'condemned').recipients).toEqual([]);
    const named = read("France condemned Iran's attack on the base.");
    expect(namesOf(named, eventOf(named, 'condemned').recipients)).toEqual(['Iran']);
  });

  it('blames whom the attack is blamed on, and takes a name for the one it names', () => {
    const reading = read(
      'Turkey blamed the attack on the militia. They condemned the killing of the scientist Ali Hassan.',
    );
    expect(namesOf(reading, eventOf(reading, 'blamed').recipients)).toEqual(['militia']);
    expect(eventOf(reading, 'attack').recipients).toEqual([]);
    expect(namesOf(reading, eventOf(reading, 'killing').recipients)).toEqual(['Ali Hassan']);
  });

  it('looks through hundreds and groups to the people', () => {
    const reading = read('Hundreds of demonstrators attacked the embassy.');
    expect(namesOf(reading, eventOf(reading, 'attacked').actors)).toEqual(['demonstrators']);
  });
});

describe('when and where', () => {
  it('does not take the time of another event', () => {
    const reading = read("Turkey condemned those responsible for last month's killing of Ali Hassan.");
    expect(eventOf(reading, 'condemned').when).toBeUndefined();
    expect(eventOf(reading, 'killing').when).toMatchObject({ from: '2019-05-01', precision: 'month' });
  });

  it('dates a strike by the clause that tells how its victim died', () => {
    const reading = read(
      'The strike that killed Ali Hassan while he travelled in Baghdad on Jan. 3, 2019 was condemned.',
    );
    const strike = eventOf(reading, 'strike');
    expect(strike.when).toMatchObject({ from: '2019-01-03', to: '2019-01-03' });
    expect(placeOf(reading, strike)).toBe('Baghdad');
    expect(namesOf(reading, strike.recipients)).toContain('Ali Hassan');
  });

  it('does not date by a bound, nor place by a describing country', () => {
    const reading = read(
      'The withdrawal would not take place until after 3 July. Militants attacked U.S. positions in Iraq.',
    );
    expect(eventOf(reading, 'withdrawal').when).toBeUndefined();
    expect(placeOf(reading, eventOf(reading, 'attacked'))).toBe('Iraq');
  });
});

describe('figures', () => {
  it('counts what became of people, each with whose they are', () => {
    const reading = read('A bomb killed 12 people in Mosul. Four soldiers and two drivers were injured.');
    expect(figuresOf(eventOf(reading, 'killed'))).toEqual(['killed exactly 12 people']);
    expect(figuresOf(eventOf(reading, 'injured'))).toEqual([
      'injured exactly 4 soldiers',
      'injured exactly 2 drivers',
    ]);
  });

  it('counts arms with their bounds and no dates', () => {
    const reading = read(
      'On June 16 rockets hit the airport. Between 11 and 16 rockets were fired at the base.',
    );
    expect(figuresOf(eventOf(reading, 'hit'))).toEqual([]);
    expect(figuresOf(eventOf(reading, 'fired'))).toEqual(['rockets atLeast 11', 'rockets atMost 16']);
  });

  it('has one event for an act and its outcome', () => {
    const reading = read('A soldier was killed on Friday when rockets hit the base.');
    expect(reading.events).toHaveLength(1);
    expect(reading.events[0]).toMatchObject({ cameo: '194', when: { from: '2019-06-14' } });
    expect(figuresOf(reading.events[0]!)).toEqual(['killed exactly 1 soldier']);
  });
});

describe('links', () => {
  it('takes up the same event, and says what it answers', () => {
    const reading = read(
      'On Sunday rockets hit the U.S. Embassy in Baghdad. The attack killed two guards. In response, the U.S. carried out strikes on the militia.',
    );
    const [hit, attack, strikes] = reading.events;
    expect(attack!.sameAs).toBe(hit!.id);
    expect(attack!.when).toEqual(hit!.when);
    expect(strikes!.responseTo).toBe(hit!.id);
  });

  it('finds the answered event behind the phrase, wherever the phrase stands', () => {
    const reading = read('In retaliation for the air strikes, gunmen attacked the embassy.');
    expect(eventOf(reading, 'attacked').responseTo).toBe(eventOf(reading, 'strikes').id);
  });

  it('takes no mere "after" for an answer, nor other days for the same event', () => {
    const reading = read(
      'Gunmen attacked the base on 10 June 2019. After the attack the army shelled the village. Gunmen attacked the base on 15 June 2019.',
    );
    expect(reading.events.every(({ responseTo }) => responseTo === undefined)).toBe(true);
    expect(eventOf(reading, 'attacked', 1).sameAs).toBeUndefined();
  });

  it('tells history from news', () => {
    const reading = read(
      'Gunmen attacked the base on Sunday. Militants have previously attacked convoys. A bomb killed 12 people in Mosul in March 2017.',
    );
    expect(reading.events.map(({ background }) => background)).toEqual([false, true, true]);
  });
});

describe('what is no attack', () => {
  it('knows the end of attacks, and words of threat, from attacks', () => {
    const reading = read('The groups announced a halt to attacks on U.S. forces. The militia vowed revenge.');
    expect(reading.events.map(({ cameo }) => cameo)).toEqual(['0871', '138']);
  });

  it.each(['The union began a strike over pay.', 'The heart attack was mild.', 'Prices hit a record.'])(
    '%s',
    (text) => {
      expect(read(text).events.filter(({ plover }) => plover.type === 'ASSAULT')).toEqual([]);
    },
  );
});
