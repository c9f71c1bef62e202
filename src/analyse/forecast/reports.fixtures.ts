import type { Indicator, Problem } from '../../model/problem.ts';
import type { Mention, Report, Statement } from '../../model/report.ts';

/** An attack with nothing but a type, for tests to fill in. */
export function makeMention(fields: Partial<Mention> = {}): Mention {
  return {
    event: 'v1',
    trigger: { start: 0, end: 6, text: 'attack' },
    plover: { type: 'ASSAULT', contexts: [] },
    cameo: '190',
    realis: 'occurred',
    factuality: 2,
    background: false,
    actors: [],
    recipients: [],
    instruments: [],
    figures: [],
    ...fields,
  };
}

/** A claim in an outlet's own voice. */
export function makeStatement(
  words: string,
  mentions: readonly Mention[] = [],
  fields: Partial<Statement> = {},
): Statement {
  return {
    claim: 'c1',
    start: 0,
    end: words.length,
    words,
    chain: [{ name: 'Harbour Wire', type: 'outlet' }],
    quote: 'none',
    stance: 'asserts',
    certainty: 'certain',
    polarity: 'affirmed',
    evidence: 'unstated',
    mentions,
    ...fields,
  };
}

let made = 0;

/** A report of its own page, published on 11 December 2020 unless said otherwise. */
export function makeReport(statements: readonly Statement[], fields: Partial<Report> = {}): Report {
  made += 1;
  const document = `sha256:${made.toString(16).padStart(64, '0')}` as const;
  const published = fields.published ?? '2020-12-11T12:00:00Z';
  return {
    kind: 'report',
    document,
    series: document,
    version: 1,
    outlet: 'Harbour Wire',
    title: 'A report',
    published,
    seen: published,
    knownSince: published,
    story: 's1',
    reuses: [],
    statements,
    by: 'test@1',
    ...fields,
  };
}

/** What a named office says through an outlet: one confirmed origin. */
export function makeOfficial(name: string, outlet = 'Harbour Wire'): Pick<Statement, 'chain'> {
  return {
    chain: [
      { name: outlet, type: 'outlet' },
      { name, type: 'office', cue: { start: 0, end: 4, text: 'said', act: 'say' } },
    ],
  };
}

/** What unnamed officials say to an outlet: one possible origin. */
export function makeUnnamed(outlet: string): Pick<Statement, 'chain'> {
  return {
    chain: [
      { name: outlet, type: 'outlet' },
      {
        name: 'officials',
        type: 'unknown',
        anonymous: true,
        number: 'several',
        cue: { start: 0, end: 4, text: 'said', act: 'say' },
      },
    ],
  };
}

/** A problem about attacks on a port, for tests to fill in. */
export function makeProblem(fields: Partial<Problem> = {}): Problem {
  return {
    kind: 'problem',
    id: 'port-raid',
    version: 'sha256:0',
    title: 'Raid on the port',
    question: 'Will the port be raided?',
    horizons: [7, 30],
    outcome: {
      match: [{ event: ['ASSAULT'], realis: ['occurred'], place: ['Basra'] }],
      confirmed: 1,
      total: 2,
      grace: 3,
    },
    baseRate: {
      halfLife: 180,
      prior: { incidents: 1, days: 60 },
      history: { cameo: ['19'], place: ['Basra'] },
    },
    hypotheses: [],
    indicators: [],
    windows: [],
    tell: [],
    levels: {
      horizon: 30,
      consequence: 1,
      guarded: 0.2,
      elevated: 0.4,
      high: 0.6,
      critical: 0.8,
      hysteresis: 0.05,
    },
    gaps: [],
    tlp: 'CLEAR',
    file: 'raid.yaml',
    ...fields,
  };
}

/** A sign that is seen where its id stands in a claim, for tests to fill in. */
export function makeIndicator(id: string, fields: Partial<Indicator> = {}): Indicator {
  return {
    id,
    title: `Sign ${id}`,
    why: 'For the test.',
    direction: 'for',
    strength: 'strong',
    halfLife: 10,
    match: [{ words: [id] }],
    ...fields,
  };
}
