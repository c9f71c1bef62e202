import { describe, expect, it } from 'vitest';
import type { Actor } from '../../model/actor.ts';
import type { ActorName } from './actor.ts';
import { createEntityResolver } from './resolve.ts';

/** Resolves the names one after the other: which of them lead to one record, by number; `-` where to none. */
function resolveAll(...names: readonly ActorName[]): string {
  const resolver = createEntityResolver();
  const ids = names.map((name) => resolver.resolve(name)?.id);
  const known = [...new Set(ids.filter((id) => id !== undefined))];
  return ids.map((id) => (id === undefined ? '-' : known.indexOf(id) + 1)).join(' ');
}

const person = (name: string, country?: string, more: Partial<ActorName> = {}): ActorName => ({
  name,
  type: 'person',
  ...(country === undefined ? {} : { country }),
  ...more,
});
const body = (name: string, country?: string): ActorName => ({
  name,
  type: 'organization',
  ...(country === undefined ? {} : { country }),
});
const group = (name: string, country?: string): ActorName => ({ ...body(name, country), type: 'group' });
const site = (name: string, country?: string): ActorName => ({ ...body(name, country), type: 'facility' });

describe('persons', () => {
  it('are one under every spelling of a register name', () => {
    const resolver = createEntityResolver();
    for (const name of [
      'Qassem Soleimani',
      'Qasem Suleimani',
      'Qassim Sulaimani',
      'Maj. Gen. Qasem Soleimani',
    ])
      expect(resolver.resolve(person(name)), name).toEqual({
        id: 'register:qassem-soleimani',
        name: 'Qassem Soleimani',
      });
  });

  it('that the register does not know are one under spellings, titles and initials', () => {
    const names = ['Yusuf al-Exampli', 'Youssef Exampli', 'General Yousef al-Exampli'];
    expect(resolveAll(...names.map((name) => person(name, 'IQ')))).toBe('1 1 1');
    expect(resolveAll(person('Ann Q. Example', 'US'), person('Ann Example', 'US'))).toBe('1 1');
  });

  it('are never one by a family name alone', () => {
    expect(resolveAll(person('Soleimani'), person('Example'), person('General Example'))).toBe('- - -');
    expect(resolveAll(person('Ann Example', 'US'), person('Mr. Example', 'US'))).toBe('1 -');
    expect(resolveAll(person('Ann Example', 'US'), person('Alan Example', 'US'))).toBe('1 2');
    expect(resolveAll(person('Ali al-Exampli', 'IQ'), person('Hadi al-Exampli', 'IQ'))).toBe('1 2');
  });

  it('of one name are told apart by country, work, junior and a middle name', () => {
    expect(resolveAll(person('Ann Example', 'US'), person('Ann Example', 'AU'))).toBe('1 2');
    const soldier = person('Ann Example', 'US', { sector: 'MIL' });
    expect(resolveAll(soldier, person('Ann Example', 'US', { sector: 'MED' }))).toBe('1 2');
    expect(resolveAll(person('Alan Example Jr.', 'US'), person('Alan Example', 'US'))).toBe('1 2');
    expect(resolveAll(person('Alan B. Example', 'US'), person('Alan C. Example', 'US'))).toBe('1 2');
  });

  it('are not who they are related to', () => {
    expect(resolveAll(person('Ann Example', 'US'), person('the brother of Ann Example', 'US'))).toBe('1 -');
  });
});

describe('bodies', () => {
  it('are one across transliterations and ways to put it', () => {
    const names = ["Kata'ib Hizbollah", 'Kataib Hezbollah', 'Kata’ib Hizballah', 'the Hizballah Brigades'];
    expect(resolveAll(...names.map((name) => group(name)))).toBe('1 1 1 1');
    expect(resolveAll(body('Ministry of Fisheries of Iraq'), body("Iraq's fisheries ministry"))).toBe('1 1');
    expect(resolveAll(group('Jaysh al-Mithal', 'IQ'), group('Jaish al-Mithal', 'IQ'))).toBe('1 1');
  });

  it('of one generic name are one for each country, and nobody without one', () => {
    const ministry = 'Foreign Ministry';
    expect(resolveAll(body(ministry, 'IR'), body(ministry, 'IQ'), body(ministry))).toBe('1 2 -');
  });

  it('with a word or a number of their own are two', () => {
    expect(resolveAll(group('Harakat al-Mithal'), group('Harakat al-Namudhaj'))).toBe('1 2');
    expect(resolveAll(body('1st Example Brigade'), body('2nd Example Brigade'))).toBe('1 2');
    expect(resolveAll(group('Hezbollah', 'LB'), group("Kata'ib Hizballah", 'IQ'))).toBe('1 2');
  });

  it.each([
    'gunmen',
    'Officers',
    'Iran-backed militias',
    'Militias in Karvonia',
    'the Post',
    'embassy staff',
  ])('of people taken together have no record: %s', (name) =>
    expect(createEntityResolver().resolve(group(name, 'IQ'))).toBeUndefined(),
  );
});

describe('offices without a name', () => {
  it('are one by country, body and post, and never the person who holds it', () => {
    expect(resolveAll(group('U.S. officials'), group('two senior American officials'))).toBe('1 1');
    expect(resolveAll(group('U.S. officials'), group('Iraqi officials'))).toBe('1 2');
    expect(resolveAll(body('State Department'), body('a State Department spokesperson'))).toBe('1 1');
    expect(resolveAll(body('State Department'), group('State Department officials'))).toBe('1 2');
    expect(resolveAll(group('the president of Iraq'), person('Barham Salih', 'IQ'))).toBe('1 2');
    expect(resolveAll(group('officials'), group('a spokesman'))).toBe('- -');
  });
});

describe('sites and states', () => {
  it('of sites go by kind, own name and, of embassies, whose they are and where', () => {
    expect(
      resolveAll(site('U.S. Embassy in Baghdad'), site('the American embassy compound in Baghdad')),
    ).toBe('1 1');
    expect(resolveAll(site('U.S. Embassy in Baghdad'), site('U.S. Embassy in Kabul'))).toBe('1 2');
    expect(resolveAll(site('U.S. Embassy in Baghdad'), site('British Embassy in Baghdad'))).toBe('1 2');
    expect(resolveAll(site('Ain al-Asad Air Base', 'IQ'), site('Ayn al-Assad airbase', 'IQ'))).toBe('1 1');
    expect(resolveAll(site('Camp Example', 'IQ'), site('Example Airport', 'IQ'))).toBe('1 2');
    expect(resolveAll(site('the airport'), site('the embassy'))).toBe('- -');
  });

  it('of states go by their code, whatever name or capital speaks', () => {
    const resolver = createEntityResolver();
    for (const name of ['Iran', 'Tehran', 'the Islamic Republic of Iran'])
      expect(resolver.resolve({ name, type: 'state', country: 'IR' })?.id).toBe('wikidata:Q794');
  });
});

describe('a resolver', () => {
  it('finds again what an earlier run resolved, and gives the same ids in the same order', () => {
    const first = createEntityResolver();
    const names = [group('Jaysh al-Mithal', 'IQ'), person('Ann Example', 'US'), person('Ann Example', 'AU')];
    const ids = names.map((name) => first.resolve(name)!.id);
    const second = createEntityResolver();
    for (const [at, name] of names.entries()) second.restore(name, ids[at]!);
    expect(second.resolve(group('Jaish al-Mithal', 'IQ'))?.id).toBe(ids[0]);
    expect(second.resolve(person('Ann Example', 'AU'))?.id).toBe(ids[2]);
    expect(names.map((name) => createEntityResolver().resolve(name)!.id)[0]).toBe(ids[0]);
  });

  it('asked for what is known only remembers nothing and follows no private person', () => {
    const resolver = createEntityResolver();
    const ann = person('Ann Example', 'US');
    expect(resolver.resolve(ann, { isKnownOnly: true })).toBeUndefined();
    const { id } = resolver.resolve(ann)!;
    expect(resolver.resolve(ann, { isKnownOnly: true })).toBeUndefined();
    expect(resolver.resolve(ann)!.id).toBe(id);
    expect(resolver.resolve(group('Jaysh al-Mithal'), { isKnownOnly: true })).toBeUndefined();
    expect(resolver.resolve(person('Qasem Suleimani'), { isKnownOnly: true })?.name).toBe('Qassem Soleimani');
  });

  it("takes what a desk says of a name before the program's register", () => {
    const own: Actor = {
      id: 'register:example-front',
      name: 'Example Front',
      type: 'group',
      country: 'SY',
      aliases: ['Jabhat al-Mithal', 'PMF'],
      isOwn: true,
    };
    const resolver = createEntityResolver([own]);
    for (const name of ['Example Front', 'Jabhat al-Mithal', 'Jabhat al-Mithaal', 'PMF'])
      expect(resolver.resolve(group(name))?.id, name).toBe(own.id);
    expect(resolver.resolve(group('PMF', 'IQ'))?.id).not.toBe(own.id);
    expect(resolver.resolve(group('Popular Mobilization Forces'))?.id).toBe(
      'register:popular-mobilization-forces',
    );
  });

  it("adds to the program's actor where a desk names one", () => {
    const more: Actor = {
      id: 'register:qasem-soleimani',
      name: 'Qassem Soleimani',
      type: 'person',
      aliases: ['Hajj Example'],
      isOwn: true,
    };
    expect(createEntityResolver([more]).resolve(person('Hajj Example'))?.id).toBe(
      'register:qassem-soleimani',
    );
  });

  it('stays quick whatever it is given', () => {
    const resolver = createEntityResolver();
    const hostile = [
      '',
      ' ',
      '\u0000',
      '\u202e'.repeat(150),
      'al-'.repeat(60),
      "'".repeat(150),
      '(('.repeat(70),
      'ﷺ'.repeat(100),
      'a'.repeat(1_000_000),
      'Bin '.repeat(45),
      '__proto__',
      'constructor',
    ];
    for (const name of hostile)
      for (const type of ['person', 'organization', 'group', 'state', 'facility', 'weapon'] as const)
        expect(() => resolver.resolve({ name, type })).not.toThrow();
    expect(resolver.resolve(body('a'.repeat(1_000_000)))).toBeUndefined();
  });
});
