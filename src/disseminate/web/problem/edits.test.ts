import { expect, it } from 'vitest';
import { addEdit } from './edits.ts';

it('keeps the last change of a thing, and every new one', () => {
  const slight = { edit: 'strength', sign: 'a', strength: 'slight' } as const;
  const strong = { ...slight, strength: 'strong' } as const;
  const other = { edit: 'tells', sign: 'a', hypothesis: 'h', strength: 'strong' } as const;
  const made = { edit: 'hypothesis', title: 'x', why: 'y', answer: 'yes', share: 1 } as const;
  expect(addEdit(addEdit([slight], other), strong)).toEqual([other, strong]);
  expect(addEdit([made], made)).toEqual([made, made]);
});
