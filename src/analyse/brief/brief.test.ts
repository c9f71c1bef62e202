import { describe, expect, it } from 'vitest';
import { karvonia } from '../../../test/setup/case-karvonia.ts';
import {
  karvoniaLadder,
  karvoniaMatrix,
  karvoniaReports,
  makeKarvoniaFacts,
  makeKarvoniaProblem,
  shippedTemplate,
} from '../../../test/setup/karvonia-brief.ts';
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
import type { InformationGrade, SourceGrade } from '../../model/grade.ts';
import type { Incident } from '../../model/incident.ts';
import type { ClaimRef, Report } from '../../model/report.ts';
import type { Origin, OriginTree } from '../../model/story.ts';
import { makeBrief, makeTeller } from './brief.ts';
import type { BriefFacts } from './facts.ts';
import { lintBrief } from './lint.ts';
import { parseTemplate } from './template.ts';

const OPTIONS = { template: shippedTemplate, engine: 'tocsin 0.0.0-test', tlp: 'CLEAR' } as const;
const warning = karvonia.warning.reading;

function textsOf(brief: Brief, name: BriefSectionName): readonly string[] {
  return brief.sections.find((section) => section.name === name)?.sentences.map(({ text }) => text) ?? [];
}

interface Given {
  readonly incidents?: readonly Incident[];
  readonly reports?: readonly Report[];
  readonly facts?: Partial<BriefFacts>;
}

/** A brief on an assessment, by a problem's file in which its titles stand. */
function tellBrief(assessment: Assessment, { incidents = [], reports, facts = {} }: Given = {}): Brief {
  const made = makeKarvoniaFacts({ assessment, incidents, ...(reports === undefined ? {} : { reports }) });
  return makeBrief({ ...made, ...facts }, OPTIONS);
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

/** The pages with another text in one claim, as if they had come in so. */
function rewrite(
  claim: ClaimRef,
  change: {
    readonly words?: string;
    readonly outlet?: string;
    readonly title?: string;
    readonly published?: string;
    readonly speaker?: string;
  },
): readonly Report[] {
  const { words, speaker, ...page } = change;
  return karvoniaReports.map((report) =>
    report.document !== claim.document
      ? report
      : {
          ...report,
          ...page,
          statements: report.statements.map((statement) =>
            statement.claim !== claim.claim
              ? statement
              : {
                  ...statement,
                  words: words ?? statement.words,
                  chain:
                    speaker === undefined
                      ? statement.chain
                      : [...statement.chain, { name: speaker, type: 'office' as const }],
                },
          ),
        },
  );
}

describe('makeBrief', () => {
  const brief = makeKarvoniaBrief();

  it('begins with the probability in number and word, and the base rate, the leading horizon first', () => {
    expect(textsOf(brief, 'bottomLine')).toEqual([
      'Within 30 days, until 21 June 2031: 41%, unlikely (interval 23–60%); the base rate is 12%, very unlikely.',
      'Within 7 days, until 29 May 2031: 14%, very unlikely (interval 6–27%); the base rate is 3%, almost no chance.',
      'Confidence is low: the preparation rests on one unnamed origin.',
      'The base rate rests on one reported incident that would have answered yes, in 60 days.',
      'Of one settled forecast for 30 days, one came out yes.',
    ]);
  });

  it('quotes what is claimed, with who says it, how many are first-hand and who only repeats them', () => {
    expect(textsOf(brief, 'for')).toEqual([
      'Preparation of an attack is reported: “Militias in Karvonia are at a raised level of readiness and may strike the allied mission in Port Sarrat” (warning by officials, unnamed, to Channel Courier, relayed by Northern Gazette, 16 May 2031); one possible origin, repeated by 2 reports, last on 17 May 2031.',
    ]);
    expect(textsOf(brief, 'against')).toEqual([
      'Those threatened stay: “her troops had received no order to leave” (Ilka Tamberg, in Northern Gazette, 16 May 2031); one confirmed origin.',
    ]);
  });

  it('puts differing figures side by side, and says where they cannot all hold', () => {
    expect(textsOf(brief, 'contradictions')).toEqual([
      'Rockets, “rockets hit the harbour district”, 9 May 2031: at least 8 (Northern Gazette, 16 May 2031); and 21 (Karvonian army, 16 May 2031); all of these can hold.',
    ]);
    const [slot] = raid.figures;
    const torn = { ...raid, figures: [{ ...slot!, relation: 'contradiction' as const }] };
    const told = tellBrief(makeAssessment(), { incidents: [torn] });
    expect(textsOf(told, 'contradictions')[0]).toMatch(/; not all of these can hold\.$/);
  });

  it('tells of windows apart from other reasons', () => {
    expect(textsOf(brief, 'window')).toEqual([
      'Anniversary of the harbour raid, counted 20 May – 3 Jun 2031: “rockets could be fired at the mission before the anniversary of the harbour raid on 3 June” (feared by officials, unnamed, to Channel Courier, relayed by Northern Gazette, 16 May 2031); one possible origin, repeated by one report.',
    ]);
  });

  it('says what is taken for granted and what cannot be seen, on the word of the problem’s file', () => {
    expect(textsOf(brief, 'assumptions')).toEqual([
      'Before anything was known, one incident in 60 days was assumed.',
      'No history was imported: the base rate is understated.',
      '“Preparation of an attack is reported” is held to be strong evidence for it: Launchers are moved before they are used.',
      '“Those threatened stay” is held to be slight evidence against it: Staff is withdrawn where an attack is expected.',
    ]);
    expect(textsOf(brief, 'gaps')).toEqual([
      'Looked for and not seen: A group claims an attack beforehand.',
      'Of the sources that would report it, 1 of 3 delivered in the last day.',
      'No Karvonian outlet is read.',
    ]);
    const [prior] = brief.sections.find(({ name }) => name === 'assumptions')!.sentences;
    expect(prior).toMatchObject({ claims: [], fields: ['baseRate.prior'] });
  });

  it('gives every sentence something to stand on, and nothing that the lint refuses', () => {
    for (const { sentences } of brief.sections)
      for (const { claims, fields = [] } of sentences)
        expect(claims.length + fields.length).toBeGreaterThan(0);
    const facts = makeKarvoniaFacts({ assessment: makeAssessment(), incidents: [raid] });
    expect(lintBrief({ sections: brief.sections.slice(1) }, makeTeller(facts, shippedTemplate))).toEqual([]);
    expect(brief.dropped).toBeUndefined();
  });

  it('stands on the problem’s file alone where nothing was seen', () => {
    const none = tellBrief({
      ...makeAssessment(),
      contributions: [],
      baseRate: { ...makeAssessment().baseRate, incidents: [] },
    });
    expect(none.sections.map(({ name }) => name)).toEqual(['bottomLine', 'assumptions', 'gaps']);
    expect(none.sections.flatMap(({ sentences }) => sentences.flatMap(({ claims }) => claims))).toEqual([]);
    expect(none).toMatchObject({ kind: 'brief', asOf: DESK_NOW, tlp: 'CLEAR' });
  });

  it('tells of no sign that was only looked for but under the gaps', () => {
    const others = brief.sections.filter(({ name }) => name !== 'gaps');
    expect(JSON.stringify(others)).not.toContain('claims an attack beforehand');
  });
});

describe('a sentence that does not hold', () => {
  it('is left out, and the brief says so', () => {
    const claim = refer(warning, 'c1');
    const tree = treeOf([
      originOf(claim, { name: 'Ada Quill', status: 'confirmed', reason: 'named speaker' }),
    ]);
    const brief = tellBrief(withReason({ tree }));
    expect(textsOf(brief, 'for')).toEqual([]);
    expect(brief.dropped).toEqual([
      { section: 'for', problem: expect.stringContaining('"Ada Quill" is not the speaker of sha256:') },
    ]);
  });

  it('refuses the brief where it is the bottom line', () => {
    const problem = makeKarvoniaProblem(makeAssessment());
    const { question: _, ...rest } = problem;
    expect(() => tellBrief(makeAssessment(), { facts: { problem: rest as typeof problem } })).toThrow(
      /it is refused, since its bottom line does not hold: the problem has no field question/,
    );
  });
});

describe('what has changed', () => {
  const before = makeAssessment();
  const earlier = {
    assessment: {
      ...before,
      asOf: '2031-05-21T23:59:59.999Z',
      level: 'guarded' as const,
      horizons: before.horizons.map((each) => ({ ...each, probability: each.baseRate })),
      contributions: [before.contributions[2]!, { ...before.contributions[3]!, state: 'observed' as const }],
    },
    incidents: [{ ...raid, figures: [] }],
    setAside: [
      {
        part: 'claim' as const,
        claim: refer(warning, 'c6'),
        story: 's1',
        incidents: [raid.id],
        cause: {
          type: 'note' as const,
          document: warning.document.id,
          known: DESK_NOW,
          note: { type: 'correction' as const, ofItself: true, gaveUp: [], start: 0, end: 1, text: 'x' },
        },
      },
    ],
  };
  const torn = { ...raid, figures: [{ ...raid.figures[0]!, relation: 'contradiction' as const }] };
  const brief = tellBrief(makeAssessment(), {
    incidents: [torn],
    facts: { earlier: { ...earlier, incidents: [raid] } },
  });

  it('tells the probability before and after, signs that came and went, what was taken back, what is newly disputed', () => {
    expect(brief.dropped).toBeUndefined();
    expect(textsOf(brief, 'changed')).toEqual([
      'Since 21 May 2031 the probability for 30 days has risen from 12%, very unlikely, to 41%, unlikely.',
      'The level has gone from guarded to elevated.',
      'New: Preparation of an attack is reported (one possible origin: officials, unnamed, to Channel Courier).',
      'New: Anniversary of the harbour raid (one possible origin: officials, unnamed, to Channel Courier).',
      'No longer counted: A group claims an attack beforehand.',
      'Taken back: “On 9 May, at least eight rockets hit the harbour district and killed one dock worker” (Northern Gazette, 16 May 2031), by a note of its publisher.',
      'Newly disputed: rockets, “rockets hit the harbour district”.',
    ]);
  });

  it('tells an outcome first', () => {
    const then = {
      ...earlier.assessment,
      asOf: '2031-05-08T23:59:59.999Z',
      baseRate: { ...before.baseRate, incidents: [] },
    };
    const told = tellBrief(makeAssessment(), {
      incidents: [raid],
      facts: { earlier: { ...earlier, assessment: then, incidents: [] } },
    });
    expect(textsOf(told, 'changed')[0]).toBe(
      'It has happened since 8 May 2031: “rockets hit the harbour district”, 9 May 2031.',
    );
  });

  it('says that nothing moved, and names further origins', () => {
    const [reason] = before.contributions;
    const tamberg = { ...before.contributions[2]!.tree.origins[0]! };
    const now = {
      ...before,
      contributions: [{ ...reason!, tree: treeOf([...reason!.tree.origins, tamberg]) }],
    };
    const then = { ...before, asOf: '2031-05-21T23:59:59.999Z', contributions: [reason!] };
    const told = tellBrief(now, { facts: { earlier: { assessment: then, incidents: [], setAside: [] } } });
    expect(textsOf(told, 'changed')).toEqual([
      'Since 21 May 2031 the probability for 30 days has stayed at 41%, unlikely.',
      'More on it: Preparation of an attack is reported (one confirmed origin: Ilka Tamberg).',
    ]);
  });
});

describe('hypotheses, the ladder and grades', () => {
  it('are told where they are there', () => {
    const assessment: Assessment = {
      ...makeAssessment(),
      matrix: karvoniaMatrix,
      ladder: {
        ...karvoniaLadder,
        steps: [
          {
            incident: raid.id,
            title: raid.title,
            day: '2031-05-09',
            side: 'front',
            rung: 2,
            assumed: true,
            claims: [refer(warning, 'c6')],
          },
          {
            incident: 'i2',
            title: 'Launchers have been moved at night',
            day: '2031-05-17',
            side: 'allies',
            rung: 1,
            claims: [refer(karvonia.relay.reading, 'c1')],
            answers: { incident: raid.id, lag: 8, change: -1, said: false },
          },
        ],
        due: { incident: 'i2', side: 'front', days: 5, usual: { median: 2, longest: 9, answered: 3, of: 4 } },
      },
    };
    const problem = makeKarvoniaProblem(assessment);
    const brief = tellBrief(assessment, { facts: { problem } });
    expect(brief.dropped).toBeUndefined();
    expect(textsOf(brief, 'hypotheses')).toEqual([
      'Launchers are moved for show (no): 59%, likely; before the evidence 88%, very likely.',
      'The Front strikes to avenge its leader (yes): 41%, unlikely; before the evidence 12%, very unlikely.',
      'Most telling to look for next: A group claims an attack beforehand.',
    ]);
    expect(textsOf(brief, 'ladder')).toEqual([
      '9 May 2031: “rockets hit the harbour district”, laid to: The Front and its allies (as is assumed, since nobody is named).',
      '17 May 2031: “Launchers have been moved at night”, laid to: The allies; it follows “rockets hit the harbour district” after 8 days, one rung down.',
      'No answer by The Front and its allies to “Launchers have been moved at night” for 5 days; answers so far took 2 days at the median and 9 days at most.',
    ]);
  });

  it('keeps letters of sources and digits of information apart, each with its reason', () => {
    const grades = {
      findSource: (outlet: string) =>
        ({
          source: outlet,
          name: outlet,
          grade: outlet === 'Harbour Wire' ? 'C' : 'F',
          isSet: false,
          reason: '5 confirmed: 71% hold.',
        }) as SourceGrade,
      gradeClaim: () =>
        ({ grade: '3', reason: 'One possible origin says so, none is against.' }) as InformationGrade,
    };
    const brief = tellBrief(makeAssessment(), { facts: { grades } });
    expect(textsOf(brief, 'sources')).toEqual([
      'Source Harbour Wire: C, fairly reliable: “5 confirmed: 71% hold”.',
      'Sources F, cannot be judged, since too few of their claims have come out: Northern Gazette.',
      'Information 3, possibly true (one possible origin says so, none is against): Preparation of an attack is reported; Anniversary of the harbour raid; and Those threatened stay.',
    ]);
  });
});

describe('a template of the desk', () => {
  it('decides on order, headings and wording, and leaves sections out', () => {
    const template = parseTemplate(
      '== against: Calming\nreason: {words}[ ({who})]\n== bottomLine: In short\nhorizon: {probability} within {days}',
      'own.txt',
    );
    const facts = makeKarvoniaFacts({ assessment: makeAssessment(), incidents: [raid] });
    const brief = makeBrief(facts, { ...OPTIONS, template });
    expect(brief.dropped).toBeUndefined();
    expect(
      brief.sections.map(({ heading, sentences }) => [heading, sentences.map(({ text }) => text)]),
    ).toEqual([
      ['Calming', ['“her troops had received no order to leave” (Ilka Tamberg)']],
      ['In short', ['41%, unlikely within 30 days', '14%, very unlikely within 7 days']],
    ]);
  });
});

describe('what was not known yet', () => {
  const early = refer(warning, 'c1');
  const relay = karvonia.relay.reading;
  const later: ClaimRef = { ...refer(relay, 'c1'), published: '2031-05-24' };

  it('is left out, and counts as no origin', () => {
    const tree = treeOf([originOf(early), originOf(later, { id: 'o2', name: 'a later voice' })]);
    const brief = tellBrief(withReason({ tree }));
    expect(textsOf(brief, 'for')).toEqual([expect.stringContaining('; one possible origin.')]);
    expect(JSON.stringify(brief.sections)).not.toContain('a later voice');
    expect(JSON.stringify(brief.sections)).not.toContain(later.document);
  });

  it('is a report seen later, whatever its date says', () => {
    const [, node] = makeAssessment().contributions[0]!.tree.reports;
    const tree = treeOf([originOf(refer(relay, 'c1'))], [{ ...node!, seen: '2031-05-22T10:00:00.001Z' }]);
    const brief = tellBrief(
      withReason({ tree }, { baseRate: { ...makeAssessment().baseRate, incidents: [] } }),
    );
    expect(brief.sections.map(({ name }) => name)).not.toContain('for');
    expect(JSON.stringify(brief.sections)).not.toContain(relay.document.id);
  });

  it('is not what carries the date of a zone in which it is already tomorrow', () => {
    const tomorrow = { ...early, published: '2031-05-23' };
    const reports = rewrite(early, { published: '2031-05-23' });
    const rest = { baseRate: { ...makeAssessment().baseRate, incidents: [] } };
    const tree = treeOf([originOf(tomorrow)]);
    const brief = tellBrief(withReason({ tree }, { ...rest, asOf: '2031-05-22T11:00:00.000Z' }), { reports });
    expect(textsOf(brief, 'for')).toHaveLength(1);
    const morning = tellBrief(withReason({ tree }, { ...rest, asOf: '2031-05-22T09:00:00.000Z' }), {
      reports,
    });
    expect(textsOf(morning, 'for')).toEqual([]);
  });
});

describe('words of others', () => {
  const HOSTILE =
    'so it was” and 99% certain, almost certain\n\n# <script>alert(1)</script> | [x](javascript:alert(1)) \u202eevil\u200f "end"';
  const first = refer(warning, 'c1');
  const noPast = { baseRate: { ...makeAssessment().baseRate, incidents: [] } };

  it('cannot end their quotation marks, break a line or pass for a likelihood of ours', () => {
    const change = { words: HOSTILE, outlet: '99% News ”', title: 'Likely “so”' };
    const tree = treeOf([
      originOf({ ...first, ...change }, { name: 'unlikely\nofficials”', through: 'CNN' }),
    ]);
    const brief = tellBrief(withReason({ tree, title: 'Attack is likely' }, noPast), {
      reports: rewrite(first, { ...change, speaker: 'unlikely CNN officials' }),
    });
    expect(textsOf(brief, 'for')).toEqual([
      `“Attack is likely”: “so it was' and 99% certain, almost certain # <script>alert(1)</script> | [x](javascript:alert(1)) evil 'end'” (warning by “unlikely officials'”, unnamed, to CNN, relayed by “99% News '”, 16 May 2031); one possible origin.`,
    ]);
    expect(brief.dropped).toBeUndefined();
  });

  it('are cut where they run on', () => {
    const words = `${'word '.repeat(200)}😀`;
    const tree = treeOf([originOf({ ...first, words })]);
    const [text = ''] = textsOf(
      tellBrief(withReason({ tree }, noPast), { reports: rewrite(first, { words }) }),
      'for',
    );
    expect(text.length).toBeLessThan(420);
    expect(text).toContain('word…”');
  });

  it('are said to be denied where they are', () => {
    const claim = refer(warning, 'c8');
    const front = originOf(claim, { name: 'Free Coast Front', status: 'confirmed', reason: 'office' });
    const { through: _through, anonymous: _anonymous, ...rest } = front;
    const brief = tellBrief(withReason({ tree: treeOf([rest]) }));
    expect(textsOf(brief, 'for')[0]).toContain('“it had fired them” (denied by Free Coast Front, in ');
  });

  it('are told by the earliest claim that says by itself what is meant', () => {
    const words = ['the attack', 'the attack on it', 'that rockets could be fired at the mission'];
    const claims = ['c1', 'c2', 'c3'].map((id, index) => ({ ...refer(warning, id), words: words[index]! }));
    const reports = karvoniaReports.map((report) =>
      report.document !== warning.document.id
        ? report
        : {
            ...report,
            statements: report.statements.map((statement) => ({
              ...statement,
              words: claims.find(({ claim }) => claim === statement.claim)?.words ?? statement.words,
            })),
          },
    );
    const tell = (chosen: readonly ClaimRef[]) =>
      textsOf(
        tellBrief(withReason({ tree: treeOf([{ ...officials, claims: chosen }]) }), { reports }),
        'for',
      )[0];
    expect(tell(claims)).toContain('“rockets could be fired at the mission”');
    expect(tell(claims.slice(0, 2))).toContain('“the attack on it”');
  });

  it('of a confidence that speaks of likelihood are quoted', () => {
    const assessment = { ...makeAssessment(), confidenceWhy: 'an attack is likely' };
    expect(textsOf(tellBrief(assessment), 'bottomLine')).toContain(
      'Confidence is low: “an attack is likely”.',
    );
  });
});

describe('several origins', () => {
  it('are counted by kind, never added up, and the first are named', () => {
    const names = ['Alpha', 'Bravo', 'Carol', 'Delta', 'Echo', 'Foxtrot'];
    const claim = refer(warning, 'c1');
    const origins = names.map((name, index) =>
      originOf(claim, {
        id: `o${index}`,
        name,
        status: index < 2 ? 'confirmed' : 'possible',
        reason: index < 2 ? 'named speaker' : 'no visible credit',
      }),
    );
    const brief = tellBrief(withReason({ tree: treeOf(origins) }), {
      reports: rewrite(claim, { speaker: names.join(' ') }),
    });
    expect(textsOf(brief, 'for')).toEqual([
      expect.stringContaining(
        '(warning by Alpha to Channel Courier, relayed by Northern Gazette, 16 May 2031); also Bravo to Channel Courier; Carol, naming no source; and others; 2 confirmed and 4 possible origins.',
      ),
    ]);
  });
});
