import { describe, expect, test } from 'vitest';
import type { DisputeSlot, Incident } from '../../model/incident.ts';
import type { Party } from '../../model/report.ts';
import type { StatementRow } from '../origin/fixtures.suite.ts';
import { isProperName, rankName } from './doers.ts';
import { ARMY, group, ID, MINISTER, make, report, tell } from './telling.suite.ts';

const find = ({ disputes }: Incident): DisputeSlot | undefined =>
  disputes.find(({ of }) => of === 'perpetrator');

/** `name (who names it) +who claims it -who rejects it`. */
const rows = (incident: Incident): readonly string[] | undefined =>
  find(incident)?.values.map(({ value, says, claimed = [], denied = [] }) =>
    [
      value,
      ...says.map(({ name }) => `(${name})`),
      ...claimed.map(({ name }) => `+${name}`),
      ...denied.map(({ name }) => `-${name}`),
    ].join(' '),
  );

const LANTERN = group('Lantern Brigade');
const by = (...actors: readonly Party[]): StatementRow => tell({ chain: [ARMY], mention: { actors } });

/** A statement that only blames. */
const blame = (
  words: string,
  recipients: readonly Party[],
  chain: StatementRow['chain'] = [MINISTER],
): StatementRow => ({
  words,
  stance: 'blames',
  ...(chain === undefined ? {} : { chain }),
  mentions: [{ text: 'blamed', plover: { type: 'ACCUSE', contexts: [] }, recipients }],
});

describe('who is said to have done it', () => {
  test('vaguer namings agree; the one that tells most is the best', () => {
    const incident = make(
      report('A', '2031-05-20', tell({ words: 'An outlaw group fired the rockets', chain: [ARMY] })),
      report('B', '2031-05-21', tell({}), blame('Delta-backed militias for the attack', [])),
    );
    expect(rows(incident)).toEqual(['outlaw group (Karvonian army)', 'Delta-backed militias (Ann Example)']);
    expect(find(incident)).toMatchObject({
      relation: 'compatible',
      best: { value: 'Delta-backed militias', reason: 'finest agreed' },
    });
  });

  test('two proper names exclude each other, unless one voice names both', () => {
    const torn = make(
      report('A', '2031-05-20', by(LANTERN)),
      report('B', '2031-05-20', by(group('Hill Front'))),
    );
    expect(find(torn)?.relation).toBe('contradiction');
    expect(find(make(report('A', '2031-05-20', by(LANTERN, group('Hill Front')))))?.relation).toBe(
      'compatible',
    );
    const crowd = make(
      report('A', '2031-05-20', by(LANTERN)),
      report('B', '2031-05-20', by(group('gunmen'))),
    );
    expect(find(crowd)?.relation).toBe('compatible');
  });

  test('its claim and its denial stand beside who names it', () => {
    const claim = tell({
      chain: [['Lantern Brigade', 'office']],
      stance: 'claimsResponsibility',
      mention: { actors: [LANTERN] },
    });
    const denial = tell({
      chain: [['Lantern Brigade', 'office']],
      stance: 'denies',
      mention: { actors: [LANTERN], realis: 'denied' },
    });
    const named = report('A', '2031-05-20', by(LANTERN));
    expect(rows(make(named, report('B', '2031-05-21', denial)))).toEqual([
      'Lantern Brigade (Karvonian army) -Lantern Brigade',
    ]);
    expect(rows(make(report('B', '2031-05-21', claim)))).toEqual(['Lantern Brigade +Lantern Brigade']);
  });

  test('a claim with a denial of something else mixed in is neither', () => {
    const mixed = tell({
      words: 'that attack; no claim for the other is known',
      chain: [['Lantern Brigade', 'office', 'cue:claim']],
      stance: 'denies',
    });
    expect(find(make(report('A', '2031-05-20', by(LANTERN), mixed)))?.values[0]).not.toHaveProperty('denied');
  });

  test('whom it befell and who only speaks of it did not do it', () => {
    const victim: Party = { name: 'civilian contractor', type: 'person' };
    const befell = tell({
      figures: [['killed', 1, 'exactly', 'civilian contractor']],
      mention: { actors: [victim], figures: [] },
    });
    const counted = tell({ figures: [['killed', 1, 'exactly', 'civilian contractor']] });
    expect(find(make(report('A', '2031-05-20', befell, counted)))).toBeUndefined();
    const speaker: Party = { name: 'Ann Example', type: 'person' };
    const speaks = tell({ chain: [MINISTER], mention: { actors: [speaker] } });
    expect(find(make(report('A', '2031-05-20', speaks)))).toBeUndefined();
    // Two reports do not slip alike.
    expect(rows(make(report('A', '2031-05-20', speaks), report('B', '2031-05-20', speaks)))).toEqual([
      'Ann Example (Ann Example)',
    ]);
  });

  test('who arrests is not asked for', () => {
    const arrest = tell({
      mention: {
        text: 'arrested',
        plover: { type: 'COERCE', mode: 'arrest', contexts: [] },
        actors: [group('Hill Police')],
      },
    });
    expect(find(make(report('A', '2031-05-20', arrest)))).toBeUndefined();
  });
});

describe('blame without a deed', () => {
  const threat: StatementRow = {
    words: 'an answer to those behind the death',
    mentions: [{ text: 'threatened', plover: { type: 'THREATEN', contexts: [] } }],
  };

  test('goes with the deed before it', () => {
    expect(
      rows(make(report('A', '2031-05-20', tell({}), blame('the Hill Front', [group('Hill Front')])))),
    ).toEqual(['Hill Front (Ann Example)']);
  });

  test('not where the report has turned to something else', () => {
    const incident = make(
      report('A', '2031-05-20', tell({}), threat, blame('the Hill Front', [group('Hill Front')])),
    );
    expect(find(incident)).toBeUndefined();
  });

  test('goes on with the deed that is disputed', () => {
    const other = tell({ words: 'aircraft struck the hills', mention: { incident: 'i000000000002' } });
    const disputed = tell({ stance: 'blames', chain: [ARMY], words: 'the group for the rockets' });
    const suspect: StatementRow = {
      words: 'The council was reported to suspect the Hill Front',
      chain: [MINISTER],
    };
    const incident = make(report('A', '2031-05-20', disputed, other, suspect));
    expect(rows(incident)).toContain('Hill Front (Ann Example)');
    expect(ID).toBe(incident.id);
  });
});

test('names, descriptions with a name in them, and mere descriptions', () => {
  const rank = (name: string) => rankName(group(name));
  expect([rank('Ashab al-Kahf'), rank('Iran-backed militias'), rank('outlaw group'), rank('Youths')]).toEqual(
    [2, 1, 0, 0],
  );
  expect(isProperName({ name: 'Police', type: 'organization' })).toBe(false);
  expect(isProperName({ name: 'militia', type: 'group', wikidata: 'Q1' })).toBe(true);
});
