import { describe, expect, it } from 'vitest';
import { comparePictures } from '../src/analyse/correction/changes.ts';
import { createFuser } from '../src/analyse/fuse.ts';
import { choosePicture } from '../src/analyse/known.ts';
import { makeHash, makeReading, type TextGiven } from '../src/analyse/report/fixtures.suite.ts';
import { makeStory } from '../src/analyse/story/stories.ts';
import type { Judgement } from '../src/model/judgement.ts';
import type { Report } from '../src/model/report.ts';
import { createReader } from '../src/process/read.ts';
import { formatChanges } from '../src/run/print/changes.ts';
import { formatStory } from '../src/run/print/stories.ts';
import { makeStyle } from '../src/run/print/terminal.ts';

/* Stories on the road from a text to the picture, with the reader as it is. */

const reader = createReader({ engine: 'test' });
const NOW = '2023-06-20T12:00:00Z';

/** One crisis as six invented outlets would head it: the taking of the ship, the chase, the price of oil, the families, the routes. */
const SHIP: readonly TextGiven[] = [
  {
    name: '11',
    title: 'Tanker Halcyon Trader seized by gunmen in Gulf of Oman',
    text: 'Gunmen seized the tanker Halcyon Trader in the Gulf of Oman early on Tuesday, its owner, Brightwater Lines, said. The ship had 24 crew on board and was bound for Fujairah with 90,000 tonnes of crude oil. The last call from its bridge came at 4 a.m., and nobody has claimed the attack.',
  },
  {
    name: '12',
    title: 'Armed men board oil tanker in the Gulf of Oman, owners say',
    text: 'An oil tanker with 24 sailors was boarded by armed men off Fujairah on Tuesday, Brightwater Lines said. The company lost contact with the Halcyon Trader in the Gulf of Oman at 4 a.m. It carried 90,000 tonnes of crude.',
  },
  {
    name: '13',
    title: 'Navy shadows hijacked tanker in Gulf as crew of 24 falls silent',
    text: 'A navy frigate was following the hijacked Halcyon Trader on Wednesday, a day after gunmen took the tanker in the Gulf of Oman. None of the 24 crew has been heard since. The frigate will keep its distance, a naval officer said, as long as Brightwater Lines tries to reach the bridge.',
  },
  {
    name: '14',
    title: 'Oil prices jump after seizure of tanker in Gulf',
    text: 'Crude oil rose by 4 percent on Wednesday after gunmen seized the tanker Halcyon Trader with 90,000 tonnes on board. Traders feared for other ships in the Gulf of Oman, through which a fifth of the oil of the world passes. Brightwater Lines, the owner, has no word of the crew.',
  },
  {
    name: '15',
    title: 'Families of Halcyon Trader crew wait for news from the Gulf',
    text: 'Relatives of the 24 sailors of the Halcyon Trader gathered at the office of Brightwater Lines on Wednesday. The tanker was taken by gunmen in the Gulf of Oman on Tuesday. “We know only what the radio says,” a mother said.',
  },
  {
    name: '16',
    title: 'Shipping firms divert vessels from Gulf of Oman after tanker hijacking',
    text: 'Three shipping firms sent their vessels around the Gulf of Oman on Wednesday, a day after the hijacking of the tanker Halcyon Trader. Insurers asked for more, and Brightwater Lines said that two of its ships would wait off Fujairah. The 24 crew are still held by the gunmen.',
  },
];

/** Two attacks that are told in the same words, six days and two hundred kilometres apart. */
const ROCKETS: readonly TextGiven[] = [
  {
    name: '21',
    published: '2023-05-03',
    title: 'Rockets hit air base at Tel Sarun, two soldiers hurt',
    text: 'Four rockets hit the air base at Tel Sarun on Wednesday, 3 May, the army said. Two soldiers were hurt and a hangar burned. No group claimed the attack, which came from the village of Quleya.',
  },
  {
    name: '22',
    published: '2023-05-09',
    title: 'Rockets hit base near Marrakhan, three contractors hurt',
    text: 'Seven rockets hit the base near Marrakhan on Tuesday, 9 May, the army said. Three contractors were hurt and a fuel store burned. No group claimed the attack, which came from the Dessin hills.',
  },
  {
    name: '23',
    published: '2023-05-04',
    title: 'Army: rockets on Tel Sarun base came from Quleya',
    text: 'The rockets that hit the air base at Tel Sarun on 3 May were fired from Quleya, the army said. Four of them fell inside the base, and two soldiers were hurt when a hangar burned.',
  },
  {
    name: '24',
    published: '2023-05-10',
    title: 'Three hurt as rockets strike Marrakhan base',
    text: 'Three contractors were hurt when seven rockets struck the base near Marrakhan on 9 May. The army found the launcher in the Dessin hills. A fuel store burned until the evening.',
  },
];

/** Reports of the texts as they come in, one an hour. */
function fuse(articles: readonly TextGiven[]): readonly Report[] {
  const fuser = createFuser();
  return articles.map((article, at) => {
    const seen = `2023-06-20T${String(at).padStart(2, '0')}:00:00Z`;
    const { document } = makeReading({ outlet: `Outlet ${article.name}`, ...article, seen });
    return fuser.add(reader.readDocument(document), { series: document.id, knownSince: seen }).report;
  });
}

/** The story of each text by all that is known when the last has come. */
function group(articles: readonly TextGiven[]): readonly string[] {
  const { reports } = choosePicture(fuse(articles), NOW);
  return articles.map(({ name }) => reports.find(({ document }) => document === makeHash(name))!.story);
}

function measureOverlap(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => new Set(text.toLowerCase().match(/\p{L}+|\p{N}+/gu)));
  const shared = [...one!].filter((word) => other!.has(word)).length;
  return shared / (one!.size + other!.size - shared);
}

/** All orders of a few things would be too many: each turned by so many places, and each the other way round. */
function turn<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  return values.flatMap((_, at) => {
    const turned = [...values.slice(at), ...values.slice(0, at)];
    return [turned, turned.toReversed()];
  });
}

describe('a crisis under many headlines', () => {
  it('shares between a tenth and half of the words of any two of them', () => {
    for (const [at, a] of SHIP.entries())
      for (const b of SHIP.slice(at + 1)) {
        const overlap = measureOverlap(a.title!, b.title!);
        expect(overlap, `${a.title} / ${b.title}`).toBeGreaterThan(0.1);
        expect(overlap, `${a.title} / ${b.title}`).toBeLessThan(0.5);
      }
  });

  it('becomes one story, in whatever order it comes', () => {
    for (const order of turn(SHIP)) expect(new Set(group(order)).size).toBe(1);
  });

  it('stays apart from what else happens, and two alike but different attacks from each other', () => {
    for (const order of turn(ROCKETS)) {
      const stories = new Map(group(order).map((story, at) => [order[at]!.name, story]));
      expect(stories.get('23')).toBe(stories.get('21'));
      expect(stories.get('24')).toBe(stories.get('22'));
      expect(stories.get('22')).not.toBe(stories.get('21'));
    }
    expect(new Set(group([...SHIP, ...ROCKETS])).size).toBe(3);
  });
});

/** Two reports with little in common, and a third that shows them to be of one thing. */
const BLAST: TextGiven = {
  name: '31',
  title: 'Blast shakes pier of Veles',
  text: 'A blast shook the pier of Veles. Windows broke in the customs house and in Garden Street, and the Karvonian police closed the harbour.',
};
const CLINIC: TextGiven = {
  name: '32',
  title: 'Burned sailors in Tarnow clinic',
  text: 'Nine sailors of the freighter Olga Ray are in the burns clinic of Tarnow, Doctor Ann Example said. Their captain is among them, and the clinic asked for blood.',
};
const BRIDGE: TextGiven = {
  name: '33',
  title: 'Blast at Veles pier was on freighter Olga Ray',
  text: 'The blast at the pier of Veles was on the freighter Olga Ray, the Karvonian police said. Windows broke in the customs house and in Garden Street. Nine sailors of the Olga Ray are in the burns clinic of Tarnow, Doctor Ann Example said, their captain among them.',
};

describe('two stories that turn out to be one', () => {
  const reports = fuse([BLAST, CLINIC, BRIDGE]);
  const [blast, clinic, bridge] = reports as [Report, Report, Report];
  const before = choosePicture(reports, '2023-06-20T01:30:00Z');
  const after = choosePicture(reports, NOW);
  const [change] = after.regrouped;
  const form = { width: 100, style: makeStyle(false) };

  it('are two as of any instant before it was known', () => {
    expect(before.regrouped).toEqual([]);
    expect(new Set(before.reports.map(({ story }) => story)).size).toBe(2);
    expect(new Set(after.reports.map(({ story }) => story)).size).toBe(1);
  });

  it('say which document showed it, and answer to either id', () => {
    expect(change).toMatchObject({
      type: 'merged',
      document: bridge.document,
      reports: 1,
      known: bridge.seen,
    });
    for (const id of [blast.story, clinic.story])
      expect(makeStory(id, after.reports, after.regrouped)).toMatchObject({ id: change!.into, documents: 3 });
    const story = makeStory(change!.from, after.reports, after.regrouped)!;
    expect(story.formerly).toBe(change!.from);
    expect(formatStory(story, form)).toContain(`${change!.from} is part of ${change!.into} now.`);
    expect(makeStory('s000000000000', after.reports, after.regrouped)).toBeUndefined();
  });

  it('are told among the changes, with the document as the cause', () => {
    const { stories, ...rest } = comparePictures({ before, after, judgements: [], asOf: NOW });
    const gone = stories.find(({ id }) => id === change!.from)!;
    expect(gone).toMatchObject({
      regrouped: [change],
      causes: [{ type: 'document', document: bridge.document }],
    });
    expect(gone.after).toBeUndefined();
    const printed = formatChanges(
      {
        kind: 'changes',
        since: NOW,
        asOf: NOW,
        ...rest,
        stories,
        assessments: [],
        totals: { incidents: 0, stories: 2, setAside: 0, restored: 0, removed: 0 },
      },
      form,
    );
    expect(printed).toContain(`${change!.from} became part of ${change!.into} (1 report)`);
  });

  it('are one after a restart too', () => {
    const first = createFuser();
    const second = createFuser();
    const read = (article: TextGiven) => reader.readDocument(makeReading(article).document);
    const add = (fuser: typeof first, article: TextGiven) => {
      const reading = read(article);
      return fuser.add(reading, { series: reading.document.id, knownSince: NOW });
    };
    for (const article of [BLAST, CLINIC, BRIDGE])
      second.restore(JSON.parse(JSON.stringify(add(first, article))));
    const next = { ...CLINIC, name: '47', text: `${CLINIC.text} The clinic has forty beds.` };
    const { report } = add(second, next);
    expect(report.story).toBe(change!.into);
    expect(report).toEqual(add(first, next).report);
  });

  it('are two again once the desk has rejected that document', () => {
    const rejection: Judgement = {
      kind: 'judgement',
      id: 'j1',
      made: '2023-06-20T11:00:00Z',
      by: 'Ann Example',
      of: { type: 'document', document: bridge.document },
      verdict: 'reject',
      note: 'A forgery.',
    };
    const now = choosePicture(reports, NOW, [rejection]);
    expect(now.regrouped).toEqual([]);
    expect(now.reports.map(({ story }) => story)).toEqual([blast.story, clinic.story]);
    const { stories } = comparePictures({ before: after, after: now, judgements: [rejection], asOf: NOW });
    const back = stories.find(({ id }) => id === change!.from)!;
    expect(back).toMatchObject({ undone: [change], causes: [{ type: 'judgement', by: 'Ann Example' }] });
  });

  it('are two again where what comes later tells of two things', () => {
    const more = (of: TextGiven, name: string, text: string) => ({ ...of, name, text: `${of.text} ${text}` });
    const later = [
      more(BLAST, '41', 'Divers searched the pier for parts of a mine.'),
      more(CLINIC, '42', 'The clinic has forty beds.'),
      more(BLAST, '43', 'Insurers sent a man to the customs house.'),
      more(CLINIC, '44', 'Relatives came by bus from the coast.'),
      more(BLAST, '45', 'Schools in Garden Street stay closed.'),
      more(CLINIC, '46', 'Doctors hope to send three of them home.'),
    ];
    const { regrouped, reports: all } = choosePicture(fuse([BLAST, CLINIC, BRIDGE, ...later]), NOW);
    expect(regrouped.map(({ type }) => type)).toEqual(['merged', 'split']);
    const storyOf = (name: string) => all.find(({ document }) => document === makeHash(name))!.story;
    expect(storyOf('41')).toBe(storyOf('31'));
    expect(storyOf('42')).toBe(storyOf('32'));
    expect(storyOf('31')).not.toBe(storyOf('32'));
    expect(makeStory(storyOf('32'), all, regrouped)?.changes?.at(-1)?.type).toBe('split');
  });
});

describe('dates that are wrong or missing', () => {
  it('keep no report from its story', () => {
    const dated = SHIP.map((article) => ({ ...article, published: '2023-06-20' }));
    const odd = [
      ...dated.slice(0, 3),
      { ...SHIP[3]!, published: '2024-06-20' },
      { ...SHIP[4]!, published: '1970-01-01' },
      SHIP[5]!,
    ];
    expect(new Set(group(odd)).size).toBe(1);
    // What nobody can have published yet is refused, and said to be.
    const refused = fuse(odd).flatMap(({ publishedRefused = [] }) => publishedRefused);
    expect(refused).toEqual(['2024-06-20']);
  });
});
