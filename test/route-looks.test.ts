import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listRouteLooks, listRoutes } from './setup/route-looks.ts';

/* Whoever adds a page has it looked at. (The looks themselves: workbench.prove.test.ts.) */

const filled = { problem: 'p', indicator: 'i', story: 's1', incident: 'i1', actor: 'a1' };
const looks = listRouteLooks({ ...filled, source: 's', document: '0123456789abcdef', claim: 'c1' });

it('every route has a look, and there is none for a route that is not', () => {
  expect(Object.keys(looks).toSorted()).toEqual(listRoutes().toSorted());
  for (const [route, paths] of Object.entries(looks)) {
    const pattern = new RegExp(`^${route.replace('$id', '[^/?]+')}(\\?|$)`);
    expect(paths.length, route).toBeGreaterThan(0);
    for (const path of paths) expect(path, route).toMatch(pattern);
  }
});

it('the router has every route', () => {
  const router = readFileSync(new URL('../src/disseminate/web/router.tsx', import.meta.url), 'utf8');
  const children = /addChildren\(\[([^\]]*)\]\)/.exec(router)?.[1] ?? '';
  expect(children.split(',').filter((each) => each.trim() !== '')).toHaveLength(listRoutes().length);
});
