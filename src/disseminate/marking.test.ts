import { describe, expect, test } from 'vitest';
import { AUDIENCES, findStrictest, isWider, MARKINGS, parseMarking } from '../model/marking.ts';
import { checkMarking, findMarkingFault, MarkingError } from './marking.ts';

describe('what a marking lets out', () => {
  test.each([
    ['CLEAR', ['public', 'recipients', 'desk']],
    ['GREEN', ['recipients', 'desk']],
    ['AMBER', ['recipients', 'desk']],
    ['AMBER+STRICT', ['desk']],
    ['RED', ['desk']],
    // What is no marking is held back.
    ['white', ['desk']],
    ['', ['desk']],
  ])('%s reaches %j', (tlp, reached) => {
    expect(AUDIENCES.filter((audience) => findMarkingFault(tlp, audience) === undefined)).toEqual(reached);
  });

  test('a stricter one never reaches anybody whom a wider one does not', () => {
    const reach = (tlp: string) =>
      AUDIENCES.filter((each) => findMarkingFault(tlp, each) === undefined).length;
    for (const [index, marking] of MARKINGS.slice(1).entries())
      expect(reach(marking)).toBeLessThanOrEqual(reach(MARKINGS[index]!));
  });

  test('a refusal says what, to whom, and who may have it', () => {
    expect(() => checkMarking('AMBER+STRICT', 'recipients')).toThrow(MarkingError);
    expect(() => checkMarking('AMBER+STRICT', 'recipients')).toThrow(
      'TLP:AMBER+STRICT may not reach recipients outside the desk; it may reach the desk',
    );
    expect(() => checkMarking('CLEAR', 'public')).not.toThrow();
  });
});

test('markings are read however they are written, and compared', () => {
  expect(['clear', ' TLP:Amber+Strict ', 'RED', 'WHITE', ''].map(parseMarking)).toEqual([
    'CLEAR',
    'AMBER+STRICT',
    'RED',
    undefined,
    undefined,
  ]);
  expect(isWider('CLEAR', 'GREEN')).toBe(true);
  expect(isWider('RED', 'AMBER')).toBe(false);
  expect(findStrictest(['GREEN', 'AMBER', 'CLEAR'])).toBe('AMBER');
  expect(findStrictest([])).toBe('CLEAR');
});
