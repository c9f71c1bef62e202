import { describe, expect, it } from 'vitest';
import type { Entity } from '../../model/entity.ts';
import { makeTextSpan } from '../../model/span.ts';
import { makeReading } from '../report/fixtures.suite.ts';
import { resolveReading } from './mentions.ts';
import { isOfficeHolder } from './public.ts';
import { createEntityResolver } from './resolve.ts';

const TEXT =
  'Interior Minister Ann Example met Alan Example, a teacher, and the Kata’ib Hizballah; Example said that Kata’ib Hizballah would stay. He left.';

function makeEntity(
  id: string,
  given: Partial<Entity> & Pick<Entity, 'name' | 'type'>,
  ...words: string[]
): Entity {
  let from = 0;
  const mentions = words.map((word) => {
    const start = TEXT.indexOf(word, from);
    from = start + 1;
    return makeTextSpan(TEXT, start, start + word.length);
  });
  return { kind: 'entity', id, mentions, by: 'test@1', ...given };
}

const reading = makeReading(
  { name: 'one', text: TEXT },
  {
    entities: [
      makeEntity(
        'e1',
        { name: 'Ann Example', type: 'person', role: 'Interior Minister', sector: 'GOV' },
        'Ann Example',
        'Example said',
      ),
      makeEntity('e2', { name: 'Alan Example', type: 'person', role: 'a teacher' }, 'Alan Example'),
      makeEntity(
        'e3',
        { name: "Kata'ib Hizballah", type: 'group', country: 'IQ' },
        'Kata’ib Hizballah',
        'Kata’ib Hizballah',
        'He',
      ),
    ],
  },
);

describe('resolveReading', () => {
  const { actors, find, describe: describeLink } = resolveReading(reading, createEntityResolver());

  it('gives office holders and bodies a record, and a private person none', () => {
    expect(actors.map(({ name }) => name)).toEqual(['Ann Example', "Kata'ib Hizballah"]);
    expect(find('e2')).toBeUndefined();
    expect(find('e3')).toBe('register:kataib-hizballah');
    expect(JSON.stringify(actors)).not.toContain('Alan');
  });

  it('keeps the first place of each spelling, and no pronoun', () => {
    expect(actors[1]?.named).toEqual([makeTextSpan(TEXT, TEXT.indexOf('Kata'), TEXT.indexOf('Kata') + 17)]);
    expect(actors[0]?.named).toHaveLength(2);
  });

  it('gives a speaker the record and its usual name; not one who stays unnamed', () => {
    expect(describeLink({ name: 'the group', type: 'office', entity: 'e3' })).toMatchObject({
      record: 'register:kataib-hizballah',
      usual: "Kata'ib Hizballah",
    });
    const unnamed = { name: 'U.S. officials', type: 'person', anonymous: true } as const;
    expect(describeLink(unnamed)).toBe(unnamed);
    const office = describeLink({ name: 'a State Department spokesperson', type: 'office' });
    expect(office.usual).toBe('U.S. Department of State');
  });
});

describe('isOfficeHolder', () => {
  it.each([
    [{ role: 'Iraqi prime minister' }, true],
    [{ role: 'commander of the Example Corps', sector: 'MIL' }, true],
    [{ role: 'commander of the Example Corps' }, false],
    [{ role: 'a teacher' }, false],
    [{ role: 'brother of the president', sector: 'GOV' }, false],
    [{ role: "the minister's driver", sector: 'GOV' }, false],
    [{ role: 'director of a bakery', sector: 'BUS' }, false],
    [{ sector: 'GOV' }, false],
    [{}, false],
  ] as const)('%j: %j', (given, expected) => {
    expect(isOfficeHolder(given)).toBe(expected);
  });
});
