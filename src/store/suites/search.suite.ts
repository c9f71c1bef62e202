import { beforeEach, expect, test } from 'vitest';
import { makeEntry } from '../fixtures.ts';
import type { SearchHit } from '../store.ts';
import { find, put, store, titles } from './tested.suite.ts';

const cutMarks = (hit: SearchHit) =>
  hit.snippet.marks.map((mark) => hit.snippet.text.slice(mark.start, mark.end));

export function describeSearch(): void {
  beforeEach(() =>
    put(
      { seed: 1, title: 'Convoy leaves the harbour', text: 'A long convoy left at dawn.\n\nGuards shut down the road behind it.' },
      { seed: 2, title: 'Talks resume', text: 'Envoys met on the border. Nobody mentioned the convoy, and the shut gates were taken down.' },
      { seed: 3, title: 'Weather', text: 'Rain is expected near the harbour.' },
    ).then(() => undefined),
  ); // biome-ignore format: a table

  test.each([
    ['convoy', ['Convoy leaves the harbour', 'Talks resume']],
    ['CONVOY dawn', ['Convoy leaves the harbour']],
    ['"shut down"', ['Convoy leaves the harbour']],
    ['convoy -border', ['Convoy leaves the harbour']],
    ['convoy -"shut down"', ['Talks resume']],
    ['env*', ['Talks resume']],
    ['env', []],
    ['harbour -convoy', ['Weather']],
    ['-convoy', []],
    ['', []],
    ['"" * - ()', []],
    ['NOT', []],
    ["convoy' OR 1=1; drop table reading", []],
    ['title:convoy', []],
  ])('%s', async (query, expected) => expect(await find(query)).toEqual(expected));

  test('shows where the words stand', async () => {
    const [hit] = (await store.search({ query: '"shut down" convoy' })).rows as [SearchHit];
    const { text } = (await store.getDocument(hit.id))!;
    expect(hit.matches.map((match) => text.slice(match.start, match.end))).toEqual(['convoy', 'shut down']);
    expect(hit.titleMatches).toEqual([{ start: 0, end: 6 }]);
    expect(cutMarks(hit)).toEqual(['convoy', 'shut down']);
    expect(hit.matchedClaims).toEqual(['c1']);
  });

  test('marks nothing in a text of which only the title matches', async () => {
    const [hit] = (await store.search({ query: 'weather' })).rows as [SearchHit];
    expect(hit).toMatchObject({ matches: [], titleMatches: [{ start: 0, end: 7 }], matchedClaims: [] });
    expect(hit.snippet).toEqual({ text: 'Rain is expected near the harbour.', marks: [] });
  });

  test('names only the claims in which a match stands', async () => {
    const entry = makeEntry({ seed: 20, sentences: 3 });
    await store.put([entry]);
    const word = entry.reading.document.text.slice(entry.reading.sentences[1]!.start).split(' ', 1)[0]!;
    const hit = (await store.search({ query: word })).rows.find(
      (row) => row.id === entry.reading.document.id,
    );
    expect(hit?.matchedClaims).toContain('c2');
    const inClaims = entry.reading.claims.filter((claim) =>
      hit?.matches.some((match) => match.start < claim.end && match.end > claim.start),
    );
    expect(hit?.matchedClaims).toEqual(inClaims.map((claim) => claim.id));
  });

  test('finds who is mentioned under the usual name as well, and marks the mention', async () => {
    const entry = makeEntry({ seed: 30, title: 'Statement', text: 'The Movement rejected it.' });
    const entity = {
      ...entry.reading.entities[0]!,
      name: 'Harakat al-Nur',
      mentions: [{ start: 4, end: 12, text: 'Movement' }],
    };
    await store.put([{ ...entry, reading: { ...entry.reading, entities: [entity] } }]);
    const [hit] = (await store.search({ query: 'harakat al-nur' })).rows as [SearchHit];
    expect(hit).toMatchObject({ title: 'Statement', matches: [{ start: 4, end: 12 }] });
    expect(cutMarks(hit)).toEqual(['Movement']);
  });

  test('leafs through all hits, whatever arrives meanwhile', async () => {
    await put(
      ...Array.from({ length: 17 }, (_, seed) => ({
        seed: seed + 50,
        text: `Watch ${'post '.repeat(seed % 5)}at the gate ${seed}.`,
      })),
    );
    const whole = (await store.search({ query: 'watch', limit: 100 })).rows.map((row) => row.id);
    expect(whole).toHaveLength(17);
    const leafed: string[] = [];
    let cursor: string | undefined;
    let extra = 200;
    do {
      const answer = await store.search({ query: 'watch', limit: 4, ...(cursor && { cursor }) });
      leafed.push(...answer.rows.map((row) => row.id));
      cursor = answer.cursor;
      await put({ seed: extra++, text: 'Another watch was kept.' }, { seed: extra++ });
    } while (cursor);
    expect(leafed.toSorted()).toEqual(whole.toSorted());
  });
}

export function describeScripts(): void {
  test.each([
    ['Latin accents', 'Le préfet a fermé le pont à Genève.', 'prefet geneve'],
    ['Turkish', 'Erdoğan İzmir limanını ziyaret etti.', 'erdogan izmir'],
    ['Arabic vowel points', 'أغلقت السُّلُطات المعبر مساء اليوم.', 'اغلقت السلطات'],
    ['Arabic, the query pointed', 'اغلقت السلطات المعبر.', 'السُّلُطات'],
    ['Cyrillic', 'Колонна покинула гавань ещё утром.', 'КОЛОННА еще'],
    ['Hebrew points', 'הַשַּׁעַר נִסְגַּר', 'השער'],
    ['Chinese', '港口当局今晚关闭了大桥。', '关闭'],
    ['Japanese', '港の橋は今夜閉鎖された。', '閉鎖'],
    ['Hindi', 'सीमा पर पुल बंद कर दिया गया।', 'पुल'],
    ['abbreviations', 'The U.S. envoy spoke.', 'US'],
  ])('%s', async (title, text, query) => {
    await put({ seed: 1, title, text });
    await put({ seed: 2, title: 'Another', text: 'Nothing of this kind.' });
    const { rows } = await store.search({ query });
    expect(titles(rows)).toEqual([title]);
    expect(rows[0]!.matches.length).toBeGreaterThan(0);
  });

  test('does not find the letters of a Chinese word in another order', async () => {
    await put({ seed: 1, text: '港口当局今晚关闭了大桥。' });
    expect(await find('闭关')).toEqual([]);
  });
}
