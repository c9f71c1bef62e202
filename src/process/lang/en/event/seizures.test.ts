import { describe, expect, it } from 'vitest';
import { readText } from './reading.fixtures.ts';
import { listLedes, listSeizures, type SeizureCase } from './seizures.fixtures.ts';

function isRight({ want, realis, text, title, start }: SeizureCase): boolean {
  const { events } = readText(text, title === undefined ? {} : { title });
  const event = events.find(({ trigger }) => trigger.start === start);
  if (want === 'none') return event === undefined;
  if (want === 'history') return event === undefined || event.background;
  if (event === undefined || event.background || event.realis !== realis) return false;
  if (want === 'news') return true;
  const { type, mode } = event.plover;
  return want === 'seize' || want === 'restrict' ? type === 'COERCE' && mode === want : type === want;
}

const describeCase = ({ want, text, word }: SeizureCase) => `${want}: ${text} (${word})`;

describe('seizures, boardings and what is told in the same grammar', () => {
  it('come out right in nineteen of twenty sentences, and in most of each kind', () => {
    const all = listSeizures().map((one) => ({ ...one, right: isRight(one) }));
    const wrong = all.filter(({ right }) => !right);
    const listed = wrong.map(describeCase).join('\n');
    expect(all.length).toBeGreaterThan(130);
    expect(wrong.length / all.length, listed).toBeLessThan(0.05);
    for (const kind of new Set(all.map((one) => one.kind))) {
      const of = all.filter((one) => one.kind === kind);
      expect(of.filter(({ right }) => !right).length / of.length, `${kind}\n${listed}`).toBeLessThan(0.15);
    }
  });

  it.each(listLedes().map((one) => [describeCase(one), one] as const))('%s', (_, one) => {
    expect(isRight(one)).toBe(true);
  });
});
