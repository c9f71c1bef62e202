import { expect, it } from 'vitest';
import type { Window } from '../../model/problem.ts';
import { findWindow } from './windows.ts';

const yearly: Window = {
  id: 'w',
  title: 'W',
  why: 'W',
  day: '--01-03',
  since: '2020-01-03',
  lead: 30,
  strength: 'moderate',
  match: [],
};

it('opens so many days before and closes after the day', () => {
  expect(findWindow(yearly, '2020-12-03')).toEqual({ from: '2020-12-04', to: '2021-01-03', isOpen: false });
  expect(findWindow(yearly, '2020-12-04')?.isOpen).toBe(true);
  expect(findWindow(yearly, '2021-01-03')?.isOpen).toBe(true);
  expect(findWindow(yearly, '2021-01-04')).toMatchObject({ to: '2022-01-03', isOpen: false });
});

it('begins a year after what it remembers', () => {
  expect(findWindow(yearly, '2019-12-20')?.to).toBe('2021-01-03');
  expect(findWindow({ ...yearly, since: '2019-01-03' }, '2019-12-20')?.to).toBe('2020-01-03');
});

it('knows single days and leap days', () => {
  const once = { ...yearly, day: '2021-01-15', since: '2020-12-01' };
  expect(findWindow(once, '2021-01-15')?.isOpen).toBe(true);
  expect(findWindow(once, '2021-01-16')).toBeUndefined();
  expect(findWindow({ ...yearly, day: '--02-29' }, '2021-01-01')?.to).toBe('2024-02-29');
});
