import { describe, expect, test } from 'vitest';
import { compareEngines, takesPrecedence } from './precedence.ts';

describe('compareEngines', () => {
  test.each([
    ['tocsin 0.10.0', 'tocsin 0.9.2', 1],
    ['tocsin 0.9.2', 'tocsin 0.10.0', -1],
    ['tocsin 1.0.0', 'tocsin 1.0.0', 0],
    ['tocsin 1.0.0', 'tocsin 1.0.0-beta.1', 1],
    ['tocsin 1.0.0-beta.1', 'tocsin 1.0.0-beta.2', -1],
    ['tocsin 1.0.0+build5', 'tocsin 1.0.0', 0],
    ['tocsin 1.0.0', 'another 9.0.0', 1],
    ['nightly', 'tocsin 1.0.0', 1],
  ])('%s against %s', (offered, kept, order) => expect(compareEngines(offered, kept)).toBe(order));
});

describe('takesPrecedence', () => {
  const engine = 'tocsin 0.1.0';

  test('of the same engine only where a fact was vouched for', () => {
    const kept = { engine, document: { published: '2020-12', publishedEvidence: 'visible date line' } };
    const given = { engine, document: { published: '2020-12-11', publishedEvidence: 'given' } };
    expect(takesPrecedence(given, kept)).toBe(true);
    expect(takesPrecedence(given, given)).toBe(false);
    expect(takesPrecedence(kept, given)).toBe(false);
  });

  test('an address only where it is vouched for and another', () => {
    const kept = { engine, document: { url: 'https://a.example/story?utm_source=x' } };
    const other = { engine, document: { url: 'https://b.example/story' } };
    expect(takesPrecedence({ ...other, isUrlGiven: true }, kept)).toBe(true);
    expect(takesPrecedence({ ...other, isUrlGiven: true }, { engine, document: {} })).toBe(true);
    expect(takesPrecedence(other, kept)).toBe(false);
    const same = { engine, document: { url: 'https://a.example/story#top' } };
    expect(takesPrecedence({ ...same, isUrlGiven: true }, kept)).toBe(false);
  });

  test('never by an older engine', () => {
    const kept = { engine: 'tocsin 0.2.0', document: {} };
    const given = { engine, document: { outlet: 'Northern Wire', outletEvidence: 'given' } };
    expect(takesPrecedence(given, kept)).toBe(false);
  });
});
