import { describe, expect, it } from 'vitest';
import type { Actor } from '../../model/actor.ts';
import type { Judgement, Verdict } from '../../model/judgement.ts';
import type { ActorMention, Party, Report } from '../../model/report.ts';
import { chooseStanding } from '../correction/standing.ts';
import { makeReport } from '../origin/fixtures.suite.ts';
import { makeActor, summarizeActors } from './actors.ts';
import { applyNames } from './decided.ts';

const FRONT = 'actor:0000000000f0';
const ARMY = 'actor:0000000000a0';

function makeMention(name: string, record: string, given: Partial<ActorMention> = {}): ActorMention {
  return {
    name,
    type: 'group',
    record,
    entity: 'e1',
    named: [{ start: 0, end: name.length, text: name }],
    ...given,
  };
}

function report(outlet: string, actor: ActorMention): Report {
  const { name, type, record } = actor;
  const party: Party = { name, type, record };
  const made = makeReport({ outlet, published: '2031-05-20' }, [
    { words: 'x', mentions: [{ actors: [party], incident: `i-${outlet}` }] },
  ]);
  const [statement] = made.statements;
  const speaker = { name, type: 'office' as const, entity: 'e1', record };
  return {
    ...made,
    actors: [actor],
    statements: [{ ...statement!, chain: [...statement!.chain, speaker] }],
  };
}

const reports = [
  report('Harbour Wire', makeMention('Example Front', FRONT)),
  report('Gulf Meridian', makeMention('Exampel Front', FRONT)),
  report('Old Quay', makeMention('Army of Examples', ARMY)),
];

function judge(
  verdict: Verdict,
  actor: string,
  value: string,
  id = 'j1',
  made = '2031-05-21T00:00:00Z',
): Judgement {
  return {
    kind: 'judgement',
    id,
    made,
    by: 'Ann Example',
    note: 'a reason',
    of: { type: 'actor', actor },
    verdict,
    value,
  };
}

const records = (list: readonly Report[]) => list.map(({ actors }) => actors?.[0]?.record);

describe('applyNames', () => {
  it('leaves everything as it is where nobody decided anything', () => {
    expect(applyNames(reports, { own: [], judgements: [] })).toBe(reports);
  });

  it.each(['Army of Examples', ARMY])('makes two actors one, everywhere that they stand: %s', (value) => {
    const given = applyNames(reports, { own: [], judgements: [judge('alias', FRONT, value)] });
    expect(records(given)).toEqual([FRONT, FRONT, FRONT]);
    const [statement] = given[2]!.statements;
    expect(statement!.mentions[0]!.actors[0]!.record).toBe(FRONT);
    expect(statement!.chain.at(-1)).toMatchObject({ record: FRONT, usual: 'Example Front' });
    expect(summarizeActors(given)).toMatchObject([{ id: FRONT, documents: 3 }]);
    expect(records(reports)).toEqual([FRONT, FRONT, ARMY]);
  });

  it('takes a name away from an actor', () => {
    const given = applyNames(reports, { own: [], judgements: [judge('distinct', FRONT, 'Exampel Front')] });
    const [first, second, third] = records(given);
    expect([first, third]).toEqual([FRONT, ARMY]);
    expect(second).toMatch(/^actor:[0-9a-f]{12}$/);
    expect(second).not.toBe(FRONT);
    expect(given[1]!.statements[0]!.mentions[0]!.actors[0]!.record).toBe(second);
  });

  it('knows only what was decided by an instant, and not what was taken back', () => {
    const all = [judge('alias', FRONT, ARMY), judge('withdraw', FRONT, 'j1', 'j2', '2031-05-23T00:00:00Z')];
    const as = (asOf: string) =>
      records(applyNames(reports, { own: [], judgements: chooseStanding(all, asOf) }))[2];
    expect([as('2031-05-20T12:00:00Z'), as('2031-05-22T00:00:00Z'), as('2031-05-24T00:00:00Z')]).toEqual([
      ARMY,
      FRONT,
      ARMY,
    ]);
  });

  it('ends where two decisions go in a circle', () => {
    const judgements = [judge('alias', FRONT, ARMY), judge('alias', ARMY, FRONT, 'j2')];
    const [first, , third] = records(applyNames(reports, { own: [], judgements }));
    expect([FRONT, ARMY]).toContain(first);
    expect([FRONT, ARMY]).toContain(third);
  });

  it("follows a desk's register with all spellings of a record that only documents know", () => {
    const own: Actor = {
      id: 'register:front',
      name: 'The Front',
      type: 'group',
      aliases: ['Example Front'],
      isOwn: true,
    };
    expect(records(applyNames(reports, { own: [own], judgements: [] }))).toEqual([
      'register:front',
      'register:front',
      ARMY,
    ]);
    const person: Actor = { ...own, type: 'person' };
    expect(records(applyNames(reports, { own: [person], judgements: [] }))).toEqual([FRONT, FRONT, ARMY]);
    const abroad: Actor = { ...own, country: 'IR' };
    const there = [report('Harbour Wire', makeMention('Example Front', FRONT, { country: 'IQ' }))];
    expect(records(applyNames(there, { own: [abroad], judgements: [] }))).toEqual([FRONT]);
  });
});

describe('makeActor', () => {
  it('shows spellings with their numbers, where each stands, incidents and decisions', () => {
    const judgements = [judge('alias', FRONT, ARMY)];
    const given = applyNames(reports, { own: [], judgements });
    expect(makeActor(FRONT, given, { judgements })).toMatchObject({
      // A further name does not rename it.
      name: 'Example Front',
      isRegistered: false,
      documents: 3,
      names: [
        { name: 'Army of Examples', documents: 1 },
        { name: 'Exampel Front', documents: 1 },
        { name: 'Example Front', documents: 1 },
      ],
      mentions: [{ outlet: 'Harbour Wire' }, { outlet: 'Gulf Meridian' }, { outlet: 'Old Quay' }],
      incidents: ['i-Harbour Wire', 'i-Gulf Meridian', 'i-Old Quay'],
      decisions: [{ judgement: 'j1', verdict: 'alias', name: ARMY, by: 'Ann Example' }],
    });
    expect(makeActor('actor:nobody', given)).toBeUndefined();
  });
});
