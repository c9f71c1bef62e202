import { describe, expect, it } from 'vitest';
import { loadWords } from './words.ts';

describe('loadWords', () => {
  const words = loadWords();

  it('puts words of one use into one cluster and words of another into others', () => {
    const of = (word: string) => words.cluster(words.row(word), 2);
    expect(of('militia')).toBe(of('guerrillas'));
    expect(of('iraq')).toBe(of('iran'));
    expect(of('said')).not.toBe(of('baghdad'));
  });

  it('keeps coarser clusters whole: one fine cluster lies in one coarser cluster', () => {
    const [a, b] = [words.row('monday'), words.row('tuesday')];
    expect(words.cluster(a, 0)).toBe(words.cluster(b, 0));
    for (const grain of [1, 2, 3]) expect(words.cluster(a, grain)).toBe(words.cluster(b, grain));
  });

  it('knows no word that is not there, and gives it no cluster', () => {
    expect(words.row('qwertzuiopü')).toBe(-1);
    expect(words.cluster(-1, 0)).toBe(-1);
  });

  it('keeps as many vectors as rows, each place of about one deviation', () => {
    expect(words.width).toBe(64);
    let square = 0;
    const rows = words.vectors.length / words.width;
    for (let i = 0; i < rows; i++) square += (words.vectors[i * 64 + 5]! * words.scale[5]!) ** 2;
    expect(Math.sqrt(square / rows)).toBeGreaterThan(0.8);
    expect(Math.sqrt(square / rows)).toBeLessThan(1.2);
  });
});
