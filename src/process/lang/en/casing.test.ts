import { describe, expect, it } from 'vitest';
import { findCasing, plainForm } from './casing.ts';

describe('findCasing', () => {
  it.each([
    ['TROOPS CROSS THE BORDER', 'capitals'],
    ['Rebels Seize Northern Border Crossing After Talks Collapse', 'headline'],
    ['Rebels seized the northern crossing after talks', 'running'],
    ['Prime Minister Orla Finn met President Tomas Brandt in Geneva', 'running'],
    ['NATO', 'running'],
    ['', 'running'],
  ])('%s: %s', (text, expected) => {
    expect(findCasing(text.split(' '))).toBe(expected);
  });
});

describe('plainForm', () => {
  it('writes quotes plainly, and capitals small only where they say nothing', () => {
    expect(plainForm('n’t', 'running')).toBe("n't");
    expect(plainForm('“', 'running')).toBe('"');
    expect(plainForm('Border', 'running')).toBe('Border');
    expect(plainForm('BORDER', 'capitals')).toBe('border');
  });
});
