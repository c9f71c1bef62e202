import { makeBrief } from '../../src/analyse/brief/brief.ts';
import { makeWholeDraft } from '../../src/analyse/brief/drafted.ts';
import { chooseActors } from '../../src/analyse/entity/actors.ts';
import { makeRecord } from '../../src/analyse/ledger/page.ts';
import { makeScoreReport } from '../../src/analyse/ledger/score/report.ts';
import { findDraftFaults } from '../../src/direct/problems/draft.ts';
import { hashProblemText } from '../../src/direct/problems/problem.ts';
import type { Brief } from '../../src/model/brief.ts';
import type { Definition } from '../../src/model/definition.ts';
import type { Board, Desk, ForecastRecord, RecordPage } from '../../src/model/desk.ts';
import { DecisionError } from '../../src/model/errors.ts';
import type { Assessment, Contribution, Coverage, LedgerEntry } from '../../src/model/forecast.ts';
import type { GradeChange, SourceRecord } from '../../src/model/grade.ts';
import type { Incident, IncidentSummary } from '../../src/model/incident.ts';
import type { Probability } from '../../src/model/probability.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { ClaimRef, Mention, Party } from '../../src/model/report.ts';
import type { SourceHealth } from '../../src/model/source.ts';
import type { Origin, OriginTree, ReportNode, Story, StorySummary } from '../../src/model/story.ts';
import { makeMap } from '../../src/run/map.ts';
import { karvonia } from './case-karvonia.ts';
import { getKarvoniaActor, listKarvoniaActors } from './karvonia-actors.ts';
import { makeKarvoniaFacts, shippedTemplate } from './karvonia-brief.ts';
import { replayKarvonia } from './karvonia-replay.ts';
import { listKarvoniaSigns } from './karvonia-signs.ts';
import { makeKarvoniaSources } from './karvonia-sources.ts';
import { quietTogether } from './quiet-together.ts';
import { makeHash } from './reading-builder.ts';

/*
 * What an analysis of the made-up case could say, written by hand: for tests of whatever shows it. Nothing of it is known
 * before 20 May 2031, 08:00, so that an earlier instant gives an empty picture.
 */

export const KNOWN_SINCE = '2031-05-20T08:00:00.000Z';
export const DESK_NOW = '2031-05-22T10:00:00.000Z';
export const PROBLEM = 'allied-mission-karvonia';
export const STORY = 's7a10c4';
export const HOSTILE_STORY = 's00bad1';
export const RAID = 'i3c9e20';
export const READINESS = 'i81f5d7';

const warning = karvonia.warning.reading;
const relay = karvonia.relay.reading;
const hostile = karvonia.hostile.reading;

/** A claim of a reading as sentences, figures and trees refer to it. */
export function refer(reading: Reading, id: string): ClaimRef {
  const claim = reading.claims.find((each) => each.id === id);
  if (claim === undefined) throw new Error(`The fixture has no claim ${id}`);
  const { outlet, title, published } = reading.document;
  return {
    document: reading.document.id,
    claim: id,
    start: claim.start,
    end: claim.end,
    words: claim.content.text,
    ...(claim.stance === undefined ? {} : { stance: claim.stance }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
  };
}

export const officials: Origin = {
  id: 'o1001',
  status: 'possible',
  reason: 'unnamed source',
  name: 'officials',
  type: 'office',
  anonymous: true,
  through: 'Channel Courier',
  claims: [refer(warning, 'c1'), refer(warning, 'c2'), refer(warning, 'c3'), refer(relay, 'c1')],
};
const tamberg: Origin = {
  id: 'o1002',
  status: 'confirmed',
  reason: 'named speaker',
  name: 'Ilka Tamberg',
  type: 'person',
  claims: [refer(warning, 'c4'), refer(warning, 'c5')],
};
const army: Origin = {
  id: 'o1003',
  status: 'confirmed',
  reason: 'office',
  name: 'Karvonian army',
  type: 'office',
  claims: [refer(warning, 'c7')],
};
const gazette: Origin = {
  id: 'o1004',
  status: 'possible',
  reason: 'no visible credit',
  name: 'Northern Gazette',
  type: 'outlet',
  claims: [refer(warning, 'c6')],
};
const front: Origin = {
  id: 'o1005',
  status: 'confirmed',
  reason: 'office',
  name: 'Free Coast Front',
  type: 'office',
  claims: [refer(warning, 'c8')],
};
const stranger: Origin = {
  id: 'o6666',
  status: 'possible',
  reason: 'no visible credit',
  name: '<svg/onload=alert(1)>',
  type: 'unknown',
  claims: [refer(hostile, 'c1')],
};

function makeNode(
  reading: Reading,
  facts: Pick<ReportNode, 'role' | 'relays' | 'origins'> & { readonly claims: readonly string[] },
): ReportNode {
  const { id: document, outlet, title, url, published, seen } = reading.document;
  return {
    document,
    ...(outlet === undefined ? {} : { outlet }),
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published }),
    seen,
    role: facts.role,
    relays: facts.relays,
    origins: facts.origins,
    claims: facts.claims.map((id) => refer(reading, id)),
  };
}

function makeTree(origins: readonly Origin[], reports: readonly ReportNode[]): OriginTree {
  return {
    origins,
    reports,
    confirmed: origins.filter(({ status }) => status === 'confirmed').length,
    possible: origins.filter(({ status }) => status === 'possible').length,
    relays: reports.filter(({ role }) => role === 'echo' || role === 'echoWithDetail').length,
  };
}

function credit(reading: Reading, claim: string, name = 'Channel Courier'): ReportNode['relays'][number] {
  return { by: 'credit', name, evidence: refer(reading, claim) };
}

const launchers = makeTree(
  [officials],
  [
    makeNode(warning, {
      role: 'echo',
      relays: [credit(warning, 'c1')],
      origins: ['o1001'],
      claims: ['c1', 'c2', 'c3'],
    }),
    makeNode(relay, {
      role: 'echo',
      relays: [credit(relay, 'c1')],
      origins: ['o1001'],
      claims: ['c1'],
    }),
  ],
);
const staying = makeTree(
  [tamberg],
  [makeNode(warning, { role: 'origin', relays: [], origins: ['o1002'], claims: ['c4', 'c5'] })],
);
const raidTree = makeTree(
  [army, front, gazette],
  [
    makeNode(warning, {
      role: 'origin',
      relays: [],
      origins: ['o1003', 'o1004', 'o1005'],
      claims: ['c6', 'c7', 'c8'],
    }),
  ],
);

const rockets: Party = { name: 'rockets', type: 'weapon' };
const coast = { name: 'harbour district', country: 'XV', precision: 'district' } as const;

function makeMention(id: string): Mention {
  const event = warning.events.find((each) => each.id === id)!;
  const { trigger, plover, cameo, realis, factuality, background, when, figures } = event;
  return {
    event: id,
    trigger,
    plover,
    cameo,
    realis,
    factuality,
    background,
    actors: [],
    recipients: [],
    instruments: [rockets],
    ...(when === undefined ? {} : { when }),
    where: coast,
    figures,
    incident: RAID,
  };
}

const raidSummary: IncidentSummary = {
  kind: 'incident',
  id: RAID,
  type: 'ASSAULT',
  mode: 'heavy-weapons',
  title: 'rockets hit the harbour district',
  realis: 'occurred',
  when: { from: '2031-05-09', to: '2031-05-09', precision: 'day' },
  where: coast,
  actors: [],
  recipients: [],
  mentions: 3,
  documents: 1,
  confirmed: 2,
  possible: 1,
  differing: 1,
  first: KNOWN_SINCE,
  last: KNOWN_SINCE,
};
export const raid: Incident = {
  ...raidSummary,
  instruments: [rockets],
  targetKinds: ['harbour'],
  figures: [
    {
      of: 'rockets',
      values: [
        {
          value: 8,
          bound: 'atLeast',
          state: 'standing',
          says: [
            {
              name: 'Northern Gazette',
              origin: 'o1004',
              chain: ['Northern Gazette'],
              claim: refer(warning, 'c6'),
            },
          ],
        },
        {
          value: 21,
          bound: 'exactly',
          state: 'standing',
          says: [
            {
              name: 'Karvonian army',
              origin: 'o1003',
              chain: ['Northern Gazette', 'Karvonian army'],
              claim: refer(warning, 'c7'),
            },
          ],
        },
      ],
      relation: 'compatible',
      movement: 'risen',
      best: { low: 21, high: 21, reason: 'newest authoritative', claims: [refer(warning, 'c7')] },
    },
    {
      of: 'killed',
      who: 'dock worker',
      values: [
        {
          value: 1,
          bound: 'exactly',
          state: 'standing',
          says: [
            {
              name: 'Northern Gazette',
              origin: 'o1004',
              chain: ['Northern Gazette'],
              claim: refer(warning, 'c6'),
            },
          ],
        },
      ],
      relation: 'same',
      movement: 'steady',
      best: { low: 1, high: 1, reason: 'only value', claims: [refer(warning, 'c6')] },
    },
  ],
  disputes: [
    {
      of: 'place',
      values: [
        {
          value: 'harbour district',
          says: [{ name: 'Northern Gazette', chain: ['Northern Gazette'], claim: refer(warning, 'c6') }],
        },
      ],
      relation: 'same',
      best: { value: 'harbour district', reason: 'only value' },
    },
    {
      of: 'perpetrator',
      values: [
        {
          value: 'Free Coast Front',
          says: [],
          denied: [
            {
              name: 'Free Coast Front',
              origin: 'o1005',
              chain: ['Northern Gazette', 'Free Coast Front'],
              claim: refer(warning, 'c8'),
            },
          ],
        },
      ],
      relation: 'same',
    },
  ],
  distortions: [],
  tree: raidTree,
  told: [
    { mention: makeMention('v6'), claim: refer(warning, 'c6'), background: false },
    { mention: makeMention('v7'), claim: refer(warning, 'c7'), background: false },
    { mention: makeMention('v8'), claim: refer(warning, 'c8'), background: false },
  ],
  by: 'incident@1',
};
const readiness: Incident = {
  ...raidSummary,
  id: READINESS,
  type: 'MOBILIZE',
  mode: 'weapons',
  title: 'launchers moved, Port Sarrat',
  realis: 'ongoing',
  when: { from: '2031-05-15', to: '2031-05-15', precision: 'day' },
  where: { name: 'Port Sarrat', country: 'XV', lat: 41.2, lon: 19.1, precision: 'city' },
  actors: [{ name: 'Militias in Karvonia', type: 'group', country: 'XV', sector: 'REB' }],
  mentions: 2,
  documents: 2,
  confirmed: 0,
  possible: 1,
  differing: 0,
  instruments: [],
  targetKinds: [],
  figures: [],
  disputes: [],
  distortions: [],
  tree: launchers,
  told: [{ mention: makeMention('v3'), claim: refer(warning, 'c2'), background: false }],
  by: 'incident@1',
};

function summarize({ tree: _tree, figures: _figures, told: _told, by: _by, ...rest }: Incident) {
  const {
    instruments: _instruments,
    targetKinds: _kinds,
    disputes: _disputes,
    distortions: _distortions,
    ...summary
  } = rest;
  return summary satisfies IncidentSummary;
}

const storySummary: StorySummary = {
  kind: 'story',
  id: STORY,
  title: warning.document.title ?? '',
  first: KNOWN_SINCE,
  last: KNOWN_SINCE,
  documents: 2,
  outlets: 2,
  confirmed: 0,
  possible: 1,
  relays: 2,
  countries: ['XV'],
};
const story: Story = {
  ...storySummary,
  tree: launchers,
  incidents: [summarize(readiness), summarize(raid)],
  by: 'story@1',
};
const hostileSummary: StorySummary = {
  ...storySummary,
  id: HOSTILE_STORY,
  title: hostile.document.title ?? '',
  documents: 1,
  outlets: 1,
  relays: 0,
  countries: [],
};
const hostileStory: Story = {
  ...hostileSummary,
  tree: makeTree(
    [stranger],
    [makeNode(hostile, { role: 'origin', relays: [], origins: ['o6666'], claims: ['c1'] })],
  ),
  incidents: [],
  by: 'story@1',
};

const week: Probability = { p: 0.14, low: 0.06, high: 0.27, word: 'very unlikely' };
const month: Probability = { p: 0.41, low: 0.23, high: 0.6, word: 'unlikely' };
const usualWeek: Probability = { p: 0.03, low: 0.01, high: 0.07, word: 'almost no chance' };
const usualMonth: Probability = { p: 0.12, low: 0.05, high: 0.22, word: 'very unlikely' };

const coverage: Coverage = {
  expected: ['Harbour Wire', 'Quay Gazette', 'Pier Post'],
  delivered: ['Harbour Wire'],
  share: 1 / 3,
  dead: [{ name: 'Pier Post', lastHeard: '2031-05-01T06:00:00.000Z' }],
};

const contributions: readonly Contribution[] = [
  {
    id: 'preparation',
    title: 'Preparation of an attack is reported',
    why: 'Launchers are moved before they are used.',
    direction: 'for',
    strength: 'strong',
    state: 'observed',
    logOdds: 1.2,
    weight: 0.87,
    lastSeen: '2031-05-17T00:00:00.000Z',
    costToFake: 'high',
    reversible: 'slowly',
    coverage,
    readings: launchers.origins.slice(0, 1).map(({ id }) => ({
      origin: id,
      seen: '2031-05-17T00:00:00.000Z',
      certainty: 'certain',
      grade: '4',
      reliability: 0.25,
      weight: 0.2,
    })),
    learned: { stated: Math.log(4), value: Math.log(3), outcomes: 41.5 },
    tree: launchers,
  },
  {
    id: 'harbour-raid',
    title: 'Anniversary of the harbour raid',
    why: 'Attacks were threatened for this day before.',
    direction: 'for',
    strength: 'moderate',
    state: 'observed',
    logOdds: 0.7,
    weight: 1,
    window: { from: '2031-05-20', to: '2031-06-03' },
    lastSeen: '2031-05-16T00:00:00.000Z',
    tree: makeTree([{ ...officials, claims: [refer(warning, 'c3')] }], [launchers.reports[0]!]),
  },
  {
    id: 'no-order-to-leave',
    title: 'Those threatened stay',
    why: 'Staff is withdrawn where an attack is expected.',
    direction: 'against',
    strength: 'slight',
    state: 'observed',
    logOdds: -0.2,
    weight: 0.9,
    lastSeen: '2031-05-16T00:00:00.000Z',
    tree: staying,
  },
  {
    id: 'claim',
    title: 'A group claims an attack beforehand',
    why: 'Rare, and then mostly true.',
    direction: 'for',
    strength: 'very strong',
    state: 'looked and not seen',
    coverage,
    logOdds: 0,
    weight: 0,
    tree: makeTree([], []),
  },
];

function isKnown(asOf: string): boolean {
  return asOf >= KNOWN_SINCE;
}

export function makeAssessment(asOf = DESK_NOW): Assessment {
  const known = isKnown(asOf);
  return {
    kind: 'assessment',
    problem: PROBLEM,
    problemVersion: makeHash('problem'),
    title: 'Allied mission in Karvonia',
    question: 'Will the allied mission in Karvonia be attacked with rockets, missiles or drones?',
    asOf,
    horizons: [
      { days: 7, probability: known ? week : usualWeek, baseRate: usualWeek },
      { days: 30, probability: known ? month : usualMonth, baseRate: usualMonth },
    ],
    leading: 30,
    level: known ? 'elevated' : 'normal',
    confidence: 'low',
    confidenceWhy: 'the preparation rests on one unnamed origin',
    baseRate: {
      method: 'incidents',
      horizons: [
        { days: 7, probability: usualWeek },
        { days: 30, probability: usualMonth },
      ],
      rate: 0.004,
      incidents: known
        ? [{ id: RAID, day: '2031-05-09', claims: [refer(warning, 'c6'), refer(warning, 'c7')] }]
        : [],
      history: 0,
      days: 60,
      notes: ['No history was imported: the base rate is understated.'],
    },
    contributions: known ? contributions : [],
    coverage,
    weights: { learned: 1, outcomes: 41.5, yes: 6, needed: 30 },
    reports: known ? 33 : 0,
    gaps: ['No Karvonian outlet is read.'],
    by: 'forecast@1',
  };
}

function makeBoard(asOf: string): Board {
  const assessment = makeAssessment(asOf);
  const { probability, baseRate } = assessment.horizons[1]!;
  const known = isKnown(asOf);
  const today = Date.parse(`${asOf.slice(0, 10)}T00:00:00Z`);
  const days = Array.from({ length: 90 }, (_, index) => {
    const day = new Date(today - (89 - index) * 86_400_000).toISOString().slice(0, 10);
    if (day < '2031-04-15') return { day, isOutcome: false };
    const isRaised = day >= KNOWN_SINCE.slice(0, 10);
    return {
      day,
      p: isRaised ? month.p : usualMonth.p,
      level: isRaised ? ('elevated' as const) : ('normal' as const),
      isOutcome: day === '2031-05-09',
    };
  });
  return {
    kind: 'board',
    asOf,
    rows: [
      {
        problem: PROBLEM,
        title: assessment.title,
        question: assessment.question,
        horizon: 30,
        probability,
        baseRate,
        level: assessment.level,
        confidence: assessment.confidence,
        ...(known ? { change: 0.29 } : {}),
        days,
        for: known ? contributions.slice(0, 2).map(({ id, title }) => ({ id, title })) : [],
        against: known ? contributions.slice(2, 3).map(({ id, title }) => ({ id, title })) : [],
        ...(known
          ? { nextWindow: { id: 'anniversary', title: 'Anniversary of the harbour raid', day: '2031-06-03' } }
          : {}),
        newest: known
          ? [
              {
                indicator: 'preparation',
                title: 'Preparation of an attack is reported',
                direction: 'for',
                claim: refer(relay, 'c1'),
              },
              {
                indicator: 'departure',
                title: 'Ships leave the port',
                direction: 'for',
                claim: refer(hostile, 'c1'),
              },
            ]
          : [],
      },
    ],
    failures: ['problems/broken.yaml: horizons is missing. Give at least one number of days.'],
    broken: [],
  };
}

const forecastEntry: LedgerEntry = {
  kind: 'ledger entry',
  number: 1,
  filed: KNOWN_SINCE,
  content: {
    kind: 'forecast',
    problem: PROBLEM,
    problemVersion: makeHash('problem'),
    question: makeAssessment().question,
    horizon: 30,
    asOf: KNOWN_SINCE,
    until: '2031-06-19',
    probability: month,
    baseRate: usualMonth,
    level: 'elevated',
    confidence: 'low',
    reasons: [
      {
        id: 'preparation',
        logOdds: 1.2,
        confirmed: 0,
        possible: 1,
        claims: [`${warning.document.id}#c1`],
      },
    ],
    cause: 'first',
    engine: 'tocsin 0.0.0-test',
  },
  hash: makeHash('entry 1'),
};
const settlementEntry: LedgerEntry = {
  kind: 'ledger entry',
  number: 2,
  filed: '2031-05-21T09:00:00.000Z',
  previous: forecastEntry.hash,
  content: {
    kind: 'settlement',
    problem: PROBLEM,
    forecast: forecastEntry.hash,
    outcome: 'yes',
    incident: RAID,
    day: '2031-05-20',
    claims: [`${warning.document.id}#c6`],
  },
  hash: makeHash('entry 2'),
};

function listEntries(asOf: string): readonly LedgerEntry[] {
  return [forecastEntry, settlementEntry].filter(({ filed }) => filed <= asOf);
}

function makeKarvoniaRecord(asOf: string, page: RecordPage = {}): ForecastRecord {
  return makeRecord(listEntries(asOf), { problem: PROBLEM, asOf, page });
}

const sources: readonly SourceHealth[] = [
  {
    kind: 'source health',
    source: 'harbour-wire',
    name: 'Harbour Wire',
    feed: 'https://harbourwire.example/feed',
    state: 'alive',
    lastTried: '2031-05-22T09:50:00.000Z',
    lastSuccess: '2031-05-22T09:50:00.000Z',
    lastItem: '2031-05-21T08:00:00.000Z',
    nextDue: '2031-05-22T10:05:00.000Z',
    failures: 0,
    kept: 12,
    lost: 1,
  },
  {
    kind: 'source health',
    source: 'coast-observer',
    name: 'Coast Observer',
    feed: 'https://observer.example/rss',
    state: 'failing',
    lastTried: '2031-05-22T09:55:00.000Z',
    lastSuccess: '2031-05-20T06:00:00.000Z',
    failures: 7,
    problem: 'https://observer.example/rss: answered 503. It is tried again later.',
    kept: 20,
    lost: 0,
  },
];

export function makeKarvoniaBrief(asOf = DESK_NOW): Brief {
  const facts = makeKarvoniaFacts({
    assessment: makeAssessment(asOf),
    incidents: isKnown(asOf) ? [raid] : [],
    record: makeKarvoniaRecord(asOf),
  });
  return makeBrief(facts, { template: shippedTemplate, engine: 'tocsin 0.0.0-test', tlp: 'CLEAR' });
}

const sourceRecord: SourceRecord = {
  kind: 'sourceGrade',
  source: 'harbour wire',
  name: 'Harbour Wire',
  type: 'outlet',
  grade: 'C',
  isSet: true,
  workedOut: 'F',
  set: { judgement: 'j1', by: 'night desk', made: KNOWN_SINCE, note: 'its reporters were there' },
  reason: '1 claim of its own has come out one way or the other in 1 report; a letter needs 5, in 3 reports.',
  counts: { confirmed: 1, contradicted: 0, distorted: 0, corrected: 0, retracted: 0, open: 0 },
  settled: 1,
  settledReports: 1,
  reports: 4,
  relays: 1,
  share: { mean: 2 / 3, low: 0.32, high: 0.95 },
  claims: [
    {
      incident: RAID,
      title: 'Harbour raid',
      outcome: 'confirmed',
      reason: 'independent origin',
      why: 'Confirmed afterwards by the Karvonian army.',
      claim: refer(warning, 'c6'),
      others: [refer(warning, 'c7')],
    },
  ],
};

const gradeChange: GradeChange = {
  judgement: 'j1',
  made: KNOWN_SINCE,
  by: 'night desk',
  of: 'harbour wire',
  type: 'source',
  value: 'C',
  note: 'its reporters were there',
  stands: true,
};

const DEFINITION = `# The question of the made-up case.
id: ${PROBLEM}
title: Allied mission in Karvonia
question: Will the allied mission in Karvonia be attacked with rockets, missiles or drones?
horizons: [7, 30]
outcome:
  match:
    - event: [ASSAULT]
      place: [Port Sarrat]
baseRate:
  halfLife: 180
  prior: { incidents: 1, days: 60 }
  history: { cameo: ["19"], place: [Port Sarrat] }
indicators:
  - id: boats
    title: Boats gather
    why: They are needed for it.
    direction: for
    strength: strong
    halfLife: 14
    match:
      - words: ["boat*"]
levels: { horizon: 30, consequence: 0.9, guarded: 0.2, elevated: 0.4, high: 0.6, critical: 0.8 }
tell:
  - { at: elevated, who: Karvonia desk }
`;
const definitionVersion = hashProblemText(DEFINITION);
const definition: Definition = {
  kind: 'definition',
  problem: PROBLEM,
  version: definitionVersion,
  text: DEFINITION,
  file: `${PROBLEM}.yaml`,
  isOwn: true,
  isCurrent: true,
  faults: [],
  tell: [{ at: 'elevated', who: 'Karvonia desk' }],
  versions: [{ problem: PROBLEM, version: definitionVersion, since: KNOWN_SINCE, file: `${PROBLEM}.yaml` }],
};

const refuseWriting = async () => {
  throw new DecisionError('unfit', {
    of: 'the case',
    problem: 'it is written by hand',
    remedy: 'Change it.',
  });
};

/** A desk that has looked at the made-up case; it finds nothing unless it is given the searches of a store. */
export const karvoniaDesk: Desk = {
  search: async ({ of }) => ({ of, rows: [] }),
  countFound: async () => ({ count: 0, isWhole: true, facets: {} }),
  listSavedSearches: async () => [],
  saveSearch: () => Promise.reject(new Error('nothing is saved here')),
  changeSearch: async () => undefined,
  deleteSearch: async () => false,
  together: quietTogether,
  exports: {
    makeExport: async ({ format, asOf = DESK_NOW }) => ({
      ...{
        format,
        of: 'incidents',
        asOf,
        tlp: 'CLEAR',
        name: `incidents.${format}`,
        mediaType: 'text/plain',
      },
      async *parts() {
        yield 'nothing happened\n';
      },
    }),
    sealExport: async ({ asOf }) => ({
      content: {
        ...{ kind: 'export', version: 1, format: 'geojson', of: 'incidents', asOf, tlp: 'CLEAR' },
        ...{ sha256: `sha256:${'0'.repeat(64)}`, bytes: 17, engine: 'tocsin 0.0.0-test' },
      },
      signature: { algorithm: 'Ed25519', key: 'k'.repeat(43), value: 'v'.repeat(86) },
    }),
    getMarking: async () => 'CLEAR',
  },
  getBoard: async (asOf = DESK_NOW) => makeBoard(asOf),
  getAssessment: async (id, asOf = DESK_NOW) => (id === PROBLEM ? makeAssessment(asOf) : undefined),
  getSignHistory: async (id, { asOf = DESK_NOW, ...request } = {}) =>
    id === PROBLEM
      ? listKarvoniaSigns({ ...request, asOf }, { assess: makeAssessment, first: KNOWN_SINCE.slice(0, 10) })
      : undefined,
  getBrief: async (id, asOf = DESK_NOW) => (id === PROBLEM ? makeKarvoniaBrief(asOf) : undefined),
  getRecord: async (id, asOf = DESK_NOW, page) =>
    id === PROBLEM ? makeKarvoniaRecord(asOf, page) : undefined,
  getScores: async ({ asOf = DESK_NOW } = {}) => makeScoreReport(listEntries(asOf), asOf),
  getReplay: async (request) =>
    request.problem === PROBLEM
      ? replayKarvonia(request, {
          assess: makeAssessment,
          filed: listEntries(DESK_NOW),
          now: DESK_NOW,
          raid: { incident: RAID, claims: [refer(warning, 'c6'), refer(warning, 'c7')] },
        })
      : undefined,
  listStories: async ({ asOf = DESK_NOW, limit = 50, offset = 0, country }) => {
    const all = isKnown(asOf) ? [storySummary, hostileSummary] : [];
    const fitting = all.filter(({ countries }) => country === undefined || countries.includes(country));
    return { rows: fitting.slice(offset, offset + limit), total: fitting.length };
  },
  getStory: async (id, asOf = DESK_NOW) =>
    isKnown(asOf) ? [story, hostileStory].find((each) => each.id === id) : undefined,
  listIncidents: async ({ asOf = DESK_NOW, limit = 50, offset = 0, country }) => {
    const all = isKnown(asOf) ? [raid, readiness].map(summarize) : [];
    const fitting = all.filter(({ where }) => country === undefined || where?.country === country);
    return { rows: fitting.slice(offset, offset + limit), total: fitting.length };
  },
  getIncident: async (id, asOf = DESK_NOW) =>
    isKnown(asOf) ? [raid, readiness].find((each) => each.id === id) : undefined,
  getMap: async ({ asOf = DESK_NOW, ...request }) =>
    makeMap(isKnown(asOf) ? [raid, readiness].map(summarize) : [], { asOf, request }),
  listWatchAreas: async () => [],
  addWatchArea: refuseWriting,
  changeWatchArea: refuseWriting,
  removeWatchArea: refuseWriting,
  listActors: async ({ asOf = DESK_NOW, limit = 50, offset = 0, ...request }) => {
    const all = isKnown(asOf) ? chooseActors(listKarvoniaActors(KNOWN_SINCE), request) : [];
    return { rows: all.slice(offset, offset + limit), total: all.length };
  },
  getActor: async (id, asOf = DESK_NOW) => (isKnown(asOf) ? getKarvoniaActor(id, KNOWN_SINCE) : undefined),
  getChanges: async ({ asOf = DESK_NOW, since = KNOWN_SINCE }) => ({
    kind: 'changes',
    since,
    asOf,
    setAside: [],
    restored: [],
    removed: [],
    takenOut: [],
    putBack: [],
    versions: [],
    incidents: [],
    stories: [],
    assessments: [],
    totals: { incidents: 0, stories: 0, setAside: 0, restored: 0, removed: 0 },
  }),
  getDefinition: async (id, { version } = {}) =>
    id === PROBLEM && (version === undefined || version === definition.version) ? definition : undefined,
  checkDefinition: async (id, text) => findDraftFaults({ text, id, file: definition.file }, []),
  putDefinition: async () => {
    throw new DecisionError('unfit', {
      of: 'the case',
      problem: 'it is written by hand',
      remedy: 'Change it.',
    });
  },
  getDraft: async (id, asOf = DESK_NOW) => {
    if (id !== PROBLEM) return undefined;
    const whole = makeKarvoniaBrief(asOf);
    return { kind: 'drafted brief', draft: makeWholeDraft(whole), brief: whole, whole, marks: [] };
  },
  putDraft: async () => undefined,
  discardDraft: async () => undefined,
  signDraft: async () => undefined,
  tryEdits: async () => {
    throw new DecisionError('unfit', {
      of: 'the case',
      problem: 'it is written by hand',
      remedy: 'Change it.',
    });
  },
  decide: async () => {
    throw new DecisionError('unfit', {
      of: 'the case',
      problem: 'it is written by hand',
      remedy: 'Change it.',
    });
  },
  addActor: async () => {
    throw new DecisionError('unfit', {
      of: 'the case',
      problem: 'it is written by hand',
      remedy: 'Change it.',
    });
  },
  getRegister: async () => ({ rows: [], faults: [] }),
  listCorrected: async () => [],
  listSetAside: async () => [],
  listDecisions: async () => ({ rows: [], total: 0 }),
  listGrades: async ({ asOf = DESK_NOW, limit = 50, offset = 0 }) => {
    const all = isKnown(asOf) ? [sourceRecord] : [];
    const rows = all.slice(offset, offset + limit).map(({ claims: _, ...grade }) => grade);
    return { kind: 'grades', asOf, rows, total: all.length, log: isKnown(asOf) ? [gradeChange] : [] };
  },
  getGrade: async ({ type, of, asOf = DESK_NOW }) =>
    type === 'source' && of === sourceRecord.source && isKnown(asOf)
      ? { kind: 'grade', asOf, type, of, source: sourceRecord, sources: [], log: [gradeChange] }
      : undefined,
  listSources: async () => sources,
  sources: makeKarvoniaSources(sources, sourceRecord, DESK_NOW),
};
