import { describe, expect, it } from 'vitest';
import { findSafeAddress } from './addresses.ts';

describe('findSafeAddress', () => {
  it('lets web addresses pass', () => {
    expect(findSafeAddress('http://gazette.example/a?b=1')).toBe('http://gazette.example/a?b=1');
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'gazette.example/1',
    '',
  ])('lets %j not pass', (address) => {
    expect(findSafeAddress(address)).toBeUndefined();
  });
});
