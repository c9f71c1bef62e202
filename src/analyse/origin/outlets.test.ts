import { expect, test } from 'vitest';
import { Outlets } from './outlets.ts';

const list = (...names: readonly string[]) => new Outlets(names.map((outlet) => ({ outlet })));

function ask(outlets: Outlets, ...names: readonly string[]) {
  const asked = outlets.listen();
  for (const name of names) outlets.find(name);
  return asked();
}

test('more outlets answer as one alone where nothing was asked that they are called by', () => {
  const alone = list('Harbour Gazette');
  const asked = ask(alone, 'the ministry', 'Ann Example');
  expect(list('Harbour Gazette', 'Inland Post').answersAs(alone, asked)).toBe(true);
});

test('by its name, its initials or its short name an outlet would answer otherwise', () => {
  const alone = list('Harbour Gazette');
  for (const [name, outlet] of [
    ['a man told the Inland Post', 'Inland Post'],
    ['INA', 'Inland News Association'],
    ['Inland', 'Inland News Agency'],
  ] as const) {
    const asked = ask(alone, name);
    const all = list('Harbour Gazette', outlet);
    expect(all.find(name)?.name).toBe(outlet);
    expect(all.answersAs(alone, asked), name).toBe(false);
    expect(list('Harbour Gazette', 'Upland Times').answersAs(alone, asked), name).toBe(true);
  }
});

test('an outlet that is missing or spelled otherwise answers otherwise where it was asked for', () => {
  const alone = list('The Harbour Gazette');
  const asked = ask(alone, 'Harbour Gazette');
  expect(list('Inland Post').answersAs(alone, asked)).toBe(false);
  expect(list('Harbour Gazette').answersAs(alone, asked)).toBe(false);
  expect(list('The Harbour Gazette', 'Inland Post').answersAs(alone, asked)).toBe(true);
  expect(list('Inland Post').answersAs(alone, ask(alone, 'somebody'))).toBe(true);
});
