import { describe, expect, it } from 'vitest';
import { readText } from './reading.fixtures.ts';

const typesOf = (text: string) => readText(text).events.map(({ plover }) => plover.type);

describe('harm that is no event', () => {
  it('is a private crime; what police and courts do about it stays', () => {
    const types = typesOf(
      'A man stabbed his brother in a parking lot on Monday. Police arrested the man at his home. He was charged with murder.',
    );
    expect(types).not.toContain('ASSAULT');
    expect(types).toContain('COERCE');
  });

  it('is an attack too, where a court tries it as murder', () => {
    const types = typesOf(
      'A clerk shot a colleague at the shop. He was charged with murder over the attack.',
    );
    expect(types).not.toContain('ASSAULT');
  });

  it('is what nature and accidents do', () => {
    expect(typesOf('The virus spread fast. It has killed 90 people since March, the hospital said.')).toEqual(
      [],
    );
    expect(typesOf('Two people were killed and six injured. The crash happened at night.')).toEqual([]);
  });

  it('leaves no claim in the own voice of the outlet behind', () => {
    const { claims } = readText(
      'Six people were killed after heavy rain. The flood reached the town at night.',
    );
    expect(claims).toEqual([]);
  });

  it('is not what anybody armed, public or of a nation did or suffered', () => {
    for (const text of [
      'Rebels killed six people on Monday. A court sentenced two men for an older murder.',
      'A man shot a senator in a parking lot. Police arrested the man.',
      'A man stabbed a policeman on Monday. He was charged with murder.',
      'Two British tourists were murdered at a hotel. Police arrested a man.',
      'A car bomb killed six people. A virus spread in the camp.',
      'Six people were killed in Mosul on Monday.',
    ])
      expect(typesOf(text), text).toContain('ASSAULT');
  });
});
