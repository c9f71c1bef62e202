import { describe, expect, it } from 'vitest';
import { makeHash, makeReading, type TextGiven } from '../report/fixtures.suite.ts';
import { createStoryGrouper } from './grouper.ts';
import { findTerms } from './terms.ts';

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

function group(articles: readonly TextGiven[]): readonly string[] {
  const stories = createStoryGrouper();
  const storyOf = new Map<string, string>();
  const bundles = articles.map((article) => {
    const { bundle, story, regrouped } = stories.add(findTerms(makeReading(article)), {
      document: makeHash(article.name),
      series: makeHash(article.name),
      published: article.published,
      arrived: '2023-06-20T12:00:00Z',
    });
    if (!storyOf.has(bundle)) storyOf.set(bundle, story);
    for (const { bundles, into } of regrouped) for (const each of bundles) storyOf.set(each, into);
    return bundle;
  });
  return bundles.map((bundle) => storyOf.get(bundle)!);
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
