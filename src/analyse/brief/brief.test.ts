import { describe, expect, it } from 'vitest';
import { karvonia } from '../../../test/setup/case-karvonia.ts';
import {
  DESK_NOW,
  makeAssessment,
  makeKarvoniaBrief,
  officials,
  raid,
  refer,
} from '../../../test/setup/karvonia-desk.ts';
import type { Brief, BriefSectionName } from '../../model/brief.ts';
import type { Assessment, Contribution } from '../../model/forecast.ts';
import type { ClaimRef } from '../../model/report.ts';
import type { Origin, OriginTree } from '../../model/story.ts';
import { makeBrief } from './brief.ts';
import { lintBrief } from './lint.ts';

const GIVEN = { incidents: [], engine: 'tocsin 0.0.0-test', tlp: 'CLEAR' } as const;
const warning = karvonia.warning.reading;

function textsOf(brief: Brief, name: BriefSectionName): readonly string[] {
  return brief.sections.find((section) => section.name === name)?.sentences.map(({ text }) => text) ?? [];
}

/** The assessment with one contribution, changed. */
function withReason(change: Partial<Contribution>, rest: Partial<Assessment> = {}): Assessment {
  const assessment = makeAssessment();
  return { ...assessment, ...rest, contributions: [{ ...assessment.contributions[0]!, ...change }] };
}

function treeOf(origins: readonly Origin[], reports: OriginTree['reports'] = []): OriginTree {
  return { origins, reports, confirmed: 0, possible: origins.length, relays: 0 };
}

function originOf(claim: ClaimRef, facts: Partial<Origin> = {}): Origin {
  return { ...officials, claims: [claim], ...facts };
}

describe('makeBrief', () => {
  const brief = makeKarvoniaBrief();

  it('begins with the question, its probability in number and word, and the base rate', () => {
    expect(textsOf(brief, 'bottomLine')).toEqual([
      'Will the allied mission in Karvonia be attacked with rockets, missiles or drones? Within 7 days, until 29 May 2031: 14%, very unlikely (interval 6–27%); the base rate is 3%, almost no chance.',
      'Within 30 days, until 21 June 2031: 41%, unlikely (interval 23–60%); the base rate is 12%, very unlikely.',
      'The base rate rests on one reported incident that would have answered yes, in 60 days.',
      'The one earlier forecast for 30 days that is settled came out yes.',
      'Confidence is low: the preparation rests on one unnamed origin.',
    ]);
  });

  it('quotes what is claimed, with who says it', () => {
    expect(textsOf(brief, 'for')).toEqual([
      'Preparation of an attack is reported, latest report 17 May 2031: “Militias in Karvonia are at a raised level of readiness and may strike the allied mission in Port Sarrat” (warning by officials, unnamed, to Channel Courier, relayed by Northern Gazette, 16 May 2031).',
    ]);
    expect(textsOf(brief, 'against')).toEqual([
      'Those threatened stay: “her troops had received no order to leave” (Ilka Tamberg, in Northern Gazette, 16 May 2031).',
    ]);
  });

  it('says how many are first-hand, and who only repeats', () => {
    expect(textsOf(brief, 'origins')).toEqual([
      'Preparation of an attack is reported: one possible origin, officials, unnamed, to Channel Courier; 2 reports only repeat it (Northern Gazette and Harbour Wire).',
      'Anniversary of the harbour raid: one possible origin, officials, unnamed, to Channel Courier; one report only repeats it (Northern Gazette).',
      'Those threatened stay: one confirmed origin, Ilka Tamberg.',
    ]);
  });

  it('puts differing figures side by side, and leaves out those that agree', () => {
    expect(textsOf(brief, 'figures')).toEqual([
      'Rockets, “rockets hit the harbour district”, 9 May 2031: at least 8 (Northern Gazette, 16 May 2031); 21 (Karvonian army, 16 May 2031); all of these can hold.',
    ]);
    const [slot] = raid.figures;
    const torn = { ...raid, figures: [{ ...slot!, relation: 'contradiction' as const }] };
    const told = makeBrief(makeAssessment(), { ...GIVEN, incidents: [torn] });
    expect(textsOf(told, 'figures')[0]).toMatch(/; not all of these can hold\.$/);
  });

  it('tells of windows apart from other reasons', () => {
    expect(textsOf(brief, 'window')).toEqual([
      'Anniversary of the harbour raid, counted 20 May – 3 Jun 2031: “rockets could be fired at the mission before the anniversary of the harbour raid on 3 June” (feared by officials, unnamed, to Channel Courier, relayed by Northern Gazette, 16 May 2031).',
    ]);
  });

  it('names each document that it stands on once', () => {
    expect(textsOf(brief, 'sources')).toEqual([
      'Northern Gazette, “Officials fear an attack on the mission in Port Sarrat”, 16 May 2031.',
      'Harbour Wire, “Courier: launchers moved near Port Sarrat”, 17 May 2031.',
    ]);
  });

  it('gives every sentence claims, and nothing that the lint refuses', () => {
    for (const { sentences } of brief.sections)
      for (const { claims } of sentences) expect(claims.length).toBeGreaterThan(0);
    expect(lintBrief(brief)).toEqual([]);
  });

  it('says nothing where nothing was seen', () => {
    const none = makeBrief(
      { ...makeAssessment(), contributions: [], baseRate: { ...makeAssessment().baseRate, incidents: [] } },
      GIVEN,
    );
    expect(none.sections).toEqual([]);
    expect(none).toMatchObject({ kind: 'brief', asOf: DESK_NOW, tlp: 'CLEAR' });
  });

  it('tells of no sign that was only looked for', () => {
    expect(JSON.stringify(brief.sections)).not.toContain('claims an attack beforehand');
  });
});

describe('what was not known yet', () => {
  const early = refer(warning, 'c1');
  const later: ClaimRef = { ...refer(karvonia.relay.reading, 'c1'), published: '2031-05-24' };

  it('is left out, and counts as no origin', () => {
    const tree = treeOf([originOf(early), originOf(later, { id: 'o2', name: 'a later voice' })]);
    const brief = makeBrief(withReason({ tree }), GIVEN);
    expect(textsOf(brief, 'origins')).toEqual([
      expect.stringContaining('one possible origin, officials, unnamed'),
    ]);
    expect(JSON.stringify(brief.sections)).not.toContain('a later voice');
    expect(JSON.stringify(brief.sections)).not.toContain(later.document);
  });

  it('is a report seen later, whatever its date says', () => {
    const [, node] = makeAssessment().contributions[0]!.tree.reports;
    const tree = treeOf(
      [originOf(refer(karvonia.relay.reading, 'c1'))],
      [{ ...node!, seen: '2031-05-22T10:00:00.001Z' }],
    );
    expect(
      makeBrief(withReason({ tree }, { baseRate: { ...makeAssessment().baseRate, incidents: [] } }), GIVEN)
        .sections,
    ).toEqual([]);
  });

  it('is not what carries the date of a zone in which it is already tomorrow', () => {
    const tomorrow = { ...early, published: '2031-05-23' };
    const asOf = '2031-05-22T11:00:00.000Z';
    const brief = makeBrief(withReason({ tree: treeOf([originOf(tomorrow)]) }, { asOf }), GIVEN);
    expect(textsOf(brief, 'for')).toHaveLength(1);
    const morning = makeBrief(
      withReason({ tree: treeOf([originOf(tomorrow)]) }, { asOf: '2031-05-22T09:00:00.000Z' }),
      GIVEN,
    );
    expect(textsOf(morning, 'for')).toEqual([]);
  });
});

describe('words of others', () => {
  const HOSTILE =
    'so it was” and 99% certain, almost certain\n\n# <script>alert(1)</script> | [x](javascript:alert(1)) \u202eevil\u200f "end"';

  it('cannot end their quotation marks, break a line or pass for a likelihood of ours', () => {
    const claim = { ...refer(warning, 'c1'), words: HOSTILE, outlet: '99% News ”', title: 'Likely “so”' };
    const tree = treeOf([originOf(claim, { name: 'unlikely\nofficials”', through: 'CNN' })]);
    const brief = makeBrief(withReason({ tree, title: 'Attack is likely' }), GIVEN);
    expect(textsOf(brief, 'for')).toEqual([
      `“Attack is likely”: “so it was' and 99% certain, almost certain # <script>alert(1)</script> | [x](javascript:alert(1)) evil 'end'” (warning by “unlikely officials'”, unnamed, to CNN, relayed by “99% News '”, 16 May 2031).`,
    ]);
    expect(textsOf(brief, 'sources')).toContain("“99% News '”, “Likely 'so'”, 16 May 2031.");
    expect(lintBrief(brief)).toEqual([]);
  });

  it('are cut where they run on', () => {
    const claim = { ...refer(warning, 'c1'), words: `${'word '.repeat(200)}😀` };
    const [text = ''] = textsOf(makeBrief(withReason({ tree: treeOf([originOf(claim)]) }), GIVEN), 'for');
    expect(text.length).toBeLessThan(420);
    expect(text).toContain('word…”');
  });

  it('are said to be denied where they are', () => {
    const claim = refer(warning, 'c8');
    const front = originOf(claim, { name: 'Free Coast Front', status: 'confirmed', reason: 'office' });
    const { through: _through, anonymous: _anonymous, ...rest } = front;
    const brief = makeBrief(withReason({ tree: treeOf([rest]) }), GIVEN);
    expect(textsOf(brief, 'for')[0]).toContain('“it had fired them” (denied by Free Coast Front, in ');
  });

  it('are told by the earliest claim that says by itself what is meant', () => {
    const [bare, longer, telling] = [
      'the attack',
      'the attack on it',
      'that rockets could be fired at the mission',
    ].map((words) => ({ ...refer(warning, 'c1'), words }));
    const tell = (claims: readonly ClaimRef[]) =>
      textsOf(makeBrief(withReason({ tree: treeOf([{ ...officials, claims }]) }), GIVEN), 'for')[0];
    expect(tell([bare!, longer!, telling!])).toContain('“rockets could be fired at the mission”');
    expect(tell([bare!, longer!])).toContain('“the attack on it”');
  });

  it('of a confidence that speaks of likelihood are quoted', () => {
    const assessment = { ...makeAssessment(), confidenceWhy: 'an attack is likely' };
    expect(textsOf(makeBrief(assessment, GIVEN), 'bottomLine').at(-1)).toBe(
      'Confidence is low: “an attack is likely”.',
    );
  });
});

describe('several origins', () => {
  it('are counted by kind, never added up, and the first are named', () => {
    const claim = refer(warning, 'c1');
    const origins = ['A', 'B', 'C', 'D', 'E', 'F'].map((name, index) =>
      originOf(claim, {
        id: `o${index}`,
        name,
        status: index < 2 ? 'confirmed' : 'possible',
        reason: index < 2 ? 'named speaker' : 'no visible credit',
      }),
    );
    const brief = makeBrief(withReason({ tree: treeOf(origins) }), GIVEN);
    expect(textsOf(brief, 'origins')).toEqual([
      'Preparation of an attack is reported: 2 confirmed and 4 possible origins: A to Channel Courier; B to Channel Courier; C, naming no source; D, naming no source; and 2 more.',
    ]);
  });
});
